"""SEC102."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import Lacks, Outcome, rule
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, Duration, Unit, message

LONGEST = Duration(amount=48, unit=Unit.HOUR)  # the first 48 hours, mspworkflows (E)
PATH = ("access", "old_provider_removed")


@rule(
    "SEC102",
    "old-access-lingers",
    title=N_("The former provider can still get in"),
    severity=Severity.BLOCKER,
    stage="description",
    message=N_("the former provider's access ends {given} after the take-over; {longest} are the most"),
    remedy=N_("list every account and remote access of the former provider, and switch them off within {longest}"),
    cure=Cure(id="revoke-old-access", text=N_("Date the end of former access: {subject}"), minutes=30, owner="SL",
              before="g-1"),
)  # fmt: skip
def old_access_lingers(case: Case) -> Iterator[Outcome]:
    """The former provider can still get in.

    Fires where `old_provider_removed`, counted from the take-over, is more than 48 hours. Where there was no other
    provider before, write "0 h".

    Nobody watches over an account of people who are gone, and theirs opens everything.

    Not ready:

        [access]
        old_provider_removed = "49 h"

    Ready:

        [access]
        old_provider_removed = "48 h"

    Source: the first 48 hours of a take-over, mspworkflows [E].
    """
    given = case.rollout.access.old_provider_removed if case.rollout.access else None
    if given is None:
        yield Lacks((".".join(PATH),))
    elif given.minutes > LONGEST.minutes:
        subject = message(N_("the former provider's accounts"))
        yield Violation(PATH, {"subject": subject, "given": given, "longest": LONGEST})
