"""PLN101."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import Outcome, rule
from rollout_kit.finding import Severity, Violation
from rollout_kit.message import N_, Day


@rule(
    "PLN101",
    "kickoff-on-day-off",
    title=N_("The kickoff is written on a day off"),
    severity=Severity.MEDIUM,
    stage="plan",
    message=N_("the kickoff is on {kickoff}, a day off for {names}; day 1 of the plan is {first_day}"),
    remedy=N_("write rollout.kickoff = {first_day_as_written}, or another day on which both sides work"),
)
def kickoff_on_day_off(case: Case) -> Iterator[Outcome]:
    """The kickoff is written on a day off.

    Fires where customer or provider do not work on `rollout.kickoff`: a weekend, a public or an added holiday. Day 1
    of the plan is then the first day after it on which both sides work.

    Nobody comes to a meeting on the national holiday, and the invitation with the wrong date is hard to call back.

    Not ready:

        [rollout]
        kickoff = 2027-01-09

    Ready:

        [rollout]
        kickoff = 2027-01-11

    Source: our own [D].
    """
    plan = case.plan
    if plan.kickoff == plan.first_day:
        return
    houses = {"customer": case.rollout.customer.name, "provider": case.rollout.provider.name}
    off = [case.calendars.works("customer", plan.kickoff) == 0, case.calendars.works("provider", plan.kickoff) == 0]
    yield Violation(
        ("rollout", "kickoff"),
        {
            "kickoff": Day(plan.kickoff),
            "names": tuple(name for name, is_off in zip(houses.values(), off, strict=True) if is_off),
            "first_day": Day(plan.first_day),
            "first_day_as_written": plan.first_day.isoformat(),
        },
    )
