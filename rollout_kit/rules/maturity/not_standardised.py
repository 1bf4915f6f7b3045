"""MAT101."""

from collections.abc import Iterator
from datetime import date, timedelta

from rollout_kit.assess.case import WATCHED_DAYS, Case
from rollout_kit.assess.rule import OWN_WORDS, Judged, Lacks, Outcome, rule
from rollout_kit.description.improvement import Maturity
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, Message, Parameter, Percent, plural_message
from rollout_kit.rules.activity_names import activity_name

LEAST_PERCENT = 80  # house value


@rule(
    "MAT101",
    "not-standardised",
    title=N_("What comes back again and again has no standard procedure"),
    severity=Severity.MEDIUM,
    stage="description",
    message=OWN_WORDS,
    remedy=N_("write the procedures of the most frequent topics first, until {least} have one"),
    cure=Cure(id="standardise", text=N_("Write the standard procedure: {subject}"), minutes=60, further_minutes=45,
              owner="doer-of:subject", before="after:60"),
)  # fmt: skip
def not_standardised(case: Case) -> Iterator[Outcome]:
    """What comes back again and again has no standard procedure.

    Fires for every activity of `maturity` of whose `recurring` topics (tickets of a kind that came 3 times or more)
    fewer than 80 % have a procedure (`with_procedure`), by today's figures. From 60 days after go-live on it is of
    medium weight; until then it is a warning of low weight that tells the date. What is being retired needs none.

    Two months are enough to launch. After that whatever is not written down stays in the heads of those who launched.

    Not ready:

        [maturity]
        incident = { phase = "launch", since = 2027-02-09, recurring = 10, with_procedure = 7 }

    Ready:

        [maturity]
        incident = { phase = "launch", since = 2027-02-09, recurring = 10, with_procedure = 8 }

    Source: from launch to standard in two months, Japanese practice of operations in five phases [E]; 80 % is ours [D].
    """
    day = case.go_live + timedelta(days=WATCHED_DAYS)
    weight = Severity.MEDIUM if case.as_of >= day else Severity.LOW
    growing = [each for each in case.rollout.maturity if each.phase != "retire"]
    if not growing:
        yield Lacks(("maturity",), worst=weight)
    for each in growing:
        yield _judged(case, each, day, weight)


def _judged(case: Case, each: Maturity, day: date, weight: Severity) -> Outcome:
    if each.recurring == 0:
        return Judged()
    if each.recurring is None or each.with_procedure is None:
        lacking = {"recurring": each.recurring, "with_procedure": each.with_procedure}
        return Lacks(tuple(f"maturity.{each.id}.{key}" for key, value in lacking.items() if value is None), weight)
    if each.with_procedure * 100 >= LEAST_PERCENT * each.recurring:
        return Judged()
    path, subject, least = ("maturity", each.id), activity_name(case, each.id), Percent(LEAST_PERCENT / 100)
    fault = _fault(subject, day, is_due=case.as_of >= day, recurring=each.recurring, n=each.with_procedure)
    parameters: dict[str, Parameter] = {"subject": subject, "fault": fault, "least": least}
    return Violation(path, parameters, weight, at=(*path, "with_procedure"))


def _fault(subject: Message, day: date, *, is_due: bool, recurring: int, n: int) -> Message:
    share, least = Percent(n / recurring), Percent(LEAST_PERCENT / 100)
    if is_due:
        return plural_message(
            N_('{n} of {recurring} recurring topics of "{subject}" ({share}) has a procedure; {least} are the least'),
            N_('{n} of {recurring} recurring topics of "{subject}" ({share}) have a procedure; {least} are the least'),
            n, recurring=recurring, subject=subject, share=share, least=least,
        )  # fmt: skip
    return plural_message(
        N_(
            '{n} of {recurring} recurring topics of "{subject}" ({share}) has a procedure; '
            "from {day} on {least} are the least"
        ),
        N_(
            '{n} of {recurring} recurring topics of "{subject}" ({share}) have a procedure; '
            "from {day} on {least} are the least"
        ),
        n, recurring=recurring, subject=subject, share=share, least=least, day=day,
    )  # fmt: skip
