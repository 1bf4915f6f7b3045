"""WAI104."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import NotApplicable, Outcome, rule
from rollout_kit.assess.waivers import LONGEST_AFTER_GO_LIVE_DAYS, Standing
from rollout_kit.finding import Severity, Violation
from rollout_kit.message import N_, Day, Parameter


@rule(
    "WAI104",
    "waiver-too-long",
    title=N_("A waiver is to hold for too long"),
    severity=Severity.MEDIUM,
    stage="waivers",
    message=N_("the waiver of {rule} is to hold until {asked}; it holds until {until}, {days} days after go-live"),
    remedy=N_("agree on an earlier date, or change what makes the rule fire for good"),
)
def waiver_too_long(case: Case) -> Iterator[Outcome]:
    """A waiver is to hold for too long.

    Fires for a waiver whose `until` lies more than 60 days after go-live. It holds until that day.

    By then operation is normal: what is still accepted is no exception but a decision, and belongs into the contract.

    Not ready:

        [rollout]
        kickoff = 2027-01-09
        go_live = 2027-02-09

        [[waivers]]
        rule = "PLN101"
        reason = "Both sides come on that Saturday"
        agreed = ["keller", "oser"]
        until = 2027-04-11

    Ready:

        [rollout]
        kickoff = 2027-01-09
        go_live = 2027-02-09

        [[waivers]]
        rule = "PLN101"
        reason = "Both sides come on that Saturday"
        agreed = ["keller", "oser"]
        until = 2027-04-10

    Source: our own [D].
    """
    if not case.waivers:
        yield NotApplicable()
    for waiver in case.waivers:
        if waiver.standing is Standing.TOO_LONG and waiver.waiver.until is not None:
            path = ("waivers", waiver.number)
            parameters: dict[str, Parameter] = {
                "rule": waiver.waiver.rule,
                "asked": Day(waiver.waiver.until),
                "until": Day(waiver.until),
                "days": LONGEST_AFTER_GO_LIVE_DAYS,
            }
            yield Violation(path, parameters, at=(*path, "until"))
