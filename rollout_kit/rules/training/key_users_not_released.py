"""TRN109."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import OWN_WORDS, Judged, Lacks, NotApplicable, Outcome, rule
from rollout_kit.description.people import Person
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, Message, Percent, message

LEAST_BEFORE = 0.2  # cedricbignet (E)
LEAST_DURING = 0.5  # cedricbignet (E)


@rule(
    "TRN109",
    "key-users-not-released",
    title=N_("Key users have no time for their role"),
    severity=Severity.MEDIUM,
    stage="description",
    message=OWN_WORDS,
    remedy=N_("let the manager sign for {before} of the time before go-live and {during} in its week"),
    cure=Cure(id="find-key-users", text=N_("Release hours of {subject}"), minutes=45, further_minutes=15, owner="SO",
              before="p0.30"),
)  # fmt: skip
def key_users_not_released(case: Case) -> Iterator[Outcome]:
    """Key users have no time for their role.

    Fires for everybody with the role key_user whose `share` is below 0.2, or whose `go_live_share` (else `share`) is
    below 0.5.

    A key user who does the full own work besides is a name in a list; colleagues notice, and call the desk.

    Not ready:

        [people.frei]
        share = 0.19

    Ready:

        [people.frei]
        share = 0.2
        go_live_share = 0.5

    Source: cedricbignet [E].
    """
    if not any(person.roles for person in case.rollout.people):
        yield Lacks(("people.*.roles",))
        return
    key_users = [person for person in case.rollout.people if "key_user" in person.roles]
    if not key_users:
        yield NotApplicable()
    for person in key_users:
        yield from _judged(person)


def _judged(person: Person) -> Iterator[Outcome]:
    before = person.share
    during = person.share if person.go_live_share is None else person.go_live_share
    is_short = during is not None and during < LEAST_DURING
    if before is None:
        yield Lacks((f"people.{person.id}.share",))
    if (before is not None and before < LEAST_BEFORE) or is_short:
        key = "go_live_share" if is_short and person.go_live_share is not None else "share"
        yield Violation(
            ("people", person.id),
            {
                "subject": person.name,
                "before": Percent(LEAST_BEFORE),
                "during": Percent(LEAST_DURING),
                "fault": _fault(person.name, before, during),
            },
            at=("people", person.id, key),
        )
    elif before is not None:
        yield Judged()


def _fault(name: str, before: float | None, during: float | None) -> Message:
    least_before, least_during = Percent(LEAST_BEFORE), Percent(LEAST_DURING)
    if during is None or during >= LEAST_DURING:
        return message(
            N_("{subject} has {before} of the time before go-live; {least} is the least"),
            subject=name, before=Percent(before or 0.0), least=least_before,
        )  # fmt: skip
    if before is None or before >= LEAST_BEFORE:
        return message(
            N_("{subject} has {during} of the time in the week of go-live; {least} is the least"),
            subject=name, during=Percent(during), least=least_during,
        )  # fmt: skip
    return message(
        N_(
            "{subject} has {before} of the time before go-live and {during} in its week; "
            "{least_before} and {least_during} are the least"
        ),
        subject=name, before=Percent(before), during=Percent(during),
        least_before=least_before, least_during=least_during,
    )  # fmt: skip
