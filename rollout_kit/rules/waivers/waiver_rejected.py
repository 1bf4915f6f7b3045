"""WAI103."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import NotApplicable, Outcome, rule
from rollout_kit.assess.waivers import Standing
from rollout_kit.finding import Severity, Violation
from rollout_kit.message import N_, message


@rule(
    "WAI103",
    "waiver-rejected",
    title=N_("A waiver lacks a reason or a side"),
    severity=Severity.HIGH,
    stage="waivers",
    message=N_("the waiver of {rule} does not hold: {missing}"),
    remedy=N_('write a reason, and one person of each side below "agreed"'),
)
def waiver_rejected(case: Case) -> Iterator[Outcome]:
    """A waiver lacks a reason or a side.

    Fires for a waiver without `reason`, or without a person of the customer and one of the provider in `agreed`. It
    waives nothing.

    Who accepts a risk for somebody else has accepted nothing.

    Not ready:

        [rollout]
        kickoff = 2027-01-09

        [[waivers]]
        rule = "PLN101"
        reason = "Both sides come on that Saturday"
        agreed = ["keller"]

    Ready:

        [rollout]
        kickoff = 2027-01-09

        [[waivers]]
        rule = "PLN101"
        reason = "Both sides come on that Saturday"
        agreed = ["keller", "oser"]

    Source: our own [D].
    """
    if not case.waivers:
        yield NotApplicable()
    for waiver in case.waivers:
        if waiver.standing is Standing.REJECTED:
            missing = tuple(message(_MISSING[what]) for what in waiver.missing)
            yield Violation(("waivers", waiver.number), {"rule": waiver.waiver.rule, "missing": missing})


_MISSING = {
    "reason": N_("it has no reason"),
    "customer": N_("nobody of the customer has agreed"),
    "provider": N_("nobody of the provider has agreed"),
}
