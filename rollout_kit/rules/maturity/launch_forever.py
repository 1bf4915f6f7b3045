"""MAT106."""

from collections.abc import Iterator
from datetime import timedelta

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import OWN_WORDS, Lacks, Outcome, rule
from rollout_kit.description.improvement import Maturity
from rollout_kit.finding import Severity, Violation
from rollout_kit.message import N_, message, plural_message
from rollout_kit.rules.activity_names import activity_name

MOST_DAYS = 60  # house value


@rule(
    "MAT106",
    "launch-forever",
    title=N_("An activity stays in the launch phase"),
    severity=Severity.HIGH,
    stage="description",
    message=OWN_WORDS,
    remedy=N_("say when it began, so that it is handed over as standardised work {most} days later at the latest"),
)
def launch_forever(case: Case) -> Iterator[Outcome]:
    """An activity stays in the launch phase.

    Fires for every activity of `maturity` that is in the phase "launch" and began more than 60 days ago (`since`), and
    for one of which nobody has said when it began: without that no day is set for leaving the launch.

    In the launch much is done by hand and by heart. Who stays there needs the same people for ever.

    Not ready:

        [maturity]
        incident = { phase = "launch", since = 2026-10-14, recurring = 10, with_procedure = 8 }

    Ready:

        [maturity]
        incident = { phase = "launch", since = 2026-10-15, recurring = 10, with_procedure = 8 }

    Source: after two months at the latest launch turns into standardised work, Japanese practice of operations in five
    phases [E].
    """
    if not case.rollout.maturity:
        yield Lacks(("maturity",))
    for each in case.rollout.maturity:
        if each.phase == "launch":
            yield from _judged(case, each)


def _judged(case: Case, each: Maturity) -> Iterator[Outcome]:
    path, subject = ("maturity", each.id), activity_name(case, each.id)
    if each.since is None:
        fault = message(
            N_('"{subject}" is in the launch phase, and no day is set for leaving it: when it began is not said'),
            subject=subject,
        )
        yield Violation(path, {"subject": subject, "most": MOST_DAYS, "fault": fault})
        return
    if case.as_of <= each.since + timedelta(days=MOST_DAYS):
        return
    fault = plural_message(
        N_('"{subject}" has been in the launch phase since {since}, {n} day; {most} are the most'),
        N_('"{subject}" has been in the launch phase since {since}, {n} days; {most} are the most'),
        (case.as_of - each.since).days, subject=subject, since=each.since, most=MOST_DAYS,
    )  # fmt: skip
    remedy = message(N_("write down how it is done, and set the day on which it is handed over as standardised work"))
    yield Violation(path, {"subject": subject, "fault": fault, "remedy": remedy}, at=(*path, "since"))
