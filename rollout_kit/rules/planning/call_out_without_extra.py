"""PLN104."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import NotApplicable, Outcome, rule
from rollout_kit.finding import Severity, Violation
from rollout_kit.message import N_
from rollout_kit.plan.model import State


@rule(
    "PLN104",
    "call-out-without-extra",
    title=N_("The call outside hours cannot be tried, since no evening is agreed"),
    severity=Severity.MEDIUM,
    stage="plan",
    message=N_("the test of the call outside hours has no place: no evening is agreed with both sides"),
    remedy=N_("agree 30 minutes of one evening in the second half, as extra hours of one person of each side"),
)
def call_out_without_extra(case: Case) -> Iterator[Outcome]:
    """The call outside hours cannot be tried, since no evening is agreed.

    Fires where the playbook's test of the call outside hours has no place in the plan: it needs `extra` hours of both
    sides, and is never put into somebody's free time.

    Whether a human answers at two in the morning is not known until somebody has called.

    Not ready:

        [people.keller]
        extra = []

    Ready:

        [people.keller]
        extra = [{ date = 2027-01-28, hours = "18:00-19:00" }]

    Source: our own [D].
    """
    outside_hours = [task for task in case.plan.tasks if task.needs_extra]
    if not outside_hours:
        yield NotApplicable()
    elif any(task.state is State.UNPLACED for task in outside_hours):
        yield Violation(("people",))
