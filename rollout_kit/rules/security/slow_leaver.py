"""SEC104."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import OWN_WORDS, Judged, Lacks, Outcome, rule
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, Duration, Message, Unit, message

LONGEST = Duration(amount=24, unit=Unit.HOUR)  # house value


@rule(
    "SEC104",
    "slow-leaver",
    title=N_("Who leaves keeps the key"),
    severity=Severity.HIGH,
    stage="description",
    message=OWN_WORDS,
    remedy=N_("let HR announce each leaver, and block the account within {longest} of the last hour of work"),
    cure=Cure(id="speed-up-leaver", text=N_("Block leavers faster: {subject}"), minutes=30, owner="SO",
              before="p0.70"),
)  # fmt: skip
def slow_leaver(case: Case) -> Iterator[Outcome]:
    """Who leaves keeps the key.

    Fires where `leaver_within` is more than 24 hours, and where `leaver_trigger` is not "hr".

    The IT learns last that somebody is gone. Only HR knows it on the day itself.

    Not ready:

        [access]
        leaver_within = "25 h"

    Ready:

        [access]
        leaver_within = "24 h"

    Source: FitSM-1 PR6.5, access is granted and taken away in a controlled way [T]; 24 hours are ours [D].
    """
    access = case.rollout.access
    if access is None:
        yield Lacks(("access.leaver_within", "access.leaver_trigger"))
        return
    if access.leaver_within is None:
        yield Lacks(("access.leaver_within",))
    elif access.leaver_within.minutes > LONGEST.minutes:
        text = N_("the account of a leaver is blocked within {given}; {longest} are the most")
        fault = message(text, given=access.leaver_within, longest=LONGEST)
        yield _violation("leaver_within", message(N_("time to block")), fault)
    else:
        yield Judged()
    if access.leaver_trigger != "hr":
        fault = message(N_("no message from HR starts the blocking of a leaver's account"))
        yield _violation("leaver_trigger", message(N_("message from HR")), fault)


def _violation(key: str, subject: Message, fault: Message) -> Violation:
    return Violation(("access", key), {"subject": subject, "longest": LONGEST, "fault": fault})
