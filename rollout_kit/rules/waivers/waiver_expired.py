"""WAI101."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import NotApplicable, Outcome, rule
from rollout_kit.assess.waivers import Standing
from rollout_kit.finding import Severity, Violation
from rollout_kit.message import N_, Day


@rule(
    "WAI101",
    "waiver-expired",
    title=N_("A waiver has run out"),
    severity=Severity.HIGH,
    stage="waivers",
    message=N_("the waiver of {rule} ran out on {day}; its findings are open again"),
    remedy=N_("mend what it accepted, or agree on a new date with a reason, both sides"),
)
def waiver_expired(case: Case) -> Iterator[Outcome]:
    """A waiver has run out.

    Fires for a waiver whose last day, `until`, lies before the day on which the rollout is looked at. Without `until`
    it holds for 30 days from the kickoff.

    What was accepted for a while is accepted for ever, unless somebody asks on the day.

    Not ready:

        [rollout]
        kickoff = 2027-01-11

        [[waivers]]
        rule = "OWN105"
        path = "responsibilities.access"
        reason = "The security officer begins in March"
        agreed = ["keller", "oser"]
        until = 2026-12-01

    Ready:

        [rollout]
        kickoff = 2027-01-11

        [[waivers]]
        rule = "OWN105"
        path = "responsibilities.access"
        reason = "The security officer begins in March"
        agreed = ["keller", "oser"]
        until = 2027-02-28

    Source: our own [D].
    """
    if not case.waivers:
        yield NotApplicable()
    for waiver in case.waivers:
        if waiver.standing is Standing.EXPIRED:
            path = ("waivers", waiver.number)
            yield Violation(path, {"rule": waiver.waiver.rule, "day": Day(waiver.until)}, at=(*path, "until"))
