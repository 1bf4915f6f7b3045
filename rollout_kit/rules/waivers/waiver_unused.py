"""WAI102."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import NotApplicable, Outcome, rule
from rollout_kit.finding import Severity, Violation
from rollout_kit.message import N_


@rule(
    "WAI102",
    "waiver-unused",
    title=N_("A waiver waives nothing"),
    severity=Severity.LOW,
    stage="waivers",
    message=N_("the waiver of {rule} waives nothing: there is no such finding"),
    remedy=N_("take it out of the file, or mend its rule or path"),
)
def waiver_unused(case: Case) -> Iterator[Outcome]:
    """A waiver waives nothing.

    Fires for a waiver that speaks of no finding: what it accepted is mended, or its `path` names something else.

    A list of exceptions that nobody clears hides the one that counts.

    Not ready:

        [[waivers]]
        rule = "OWN105"
        path = "responsibilities.backup"
        reason = "The security officer begins in March"
        agreed = ["keller", "oser"]

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
        if not waiver.findings:
            yield Violation(("waivers", waiver.number), {"rule": waiver.waiver.rule})
