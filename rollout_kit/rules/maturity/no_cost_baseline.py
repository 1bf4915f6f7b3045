"""MAT103."""

from collections.abc import Iterator
from datetime import timedelta

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import OWN_WORDS, Lacks, Outcome, rule
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, message, plural_message

MOST_DAYS = 90  # house value
PATH = ("costs", "measured")


@rule(
    "MAT103",
    "no-cost-baseline",
    title=N_("Nobody knows what the service costs per user"),
    severity=Severity.LOW,
    stage="description",
    message=OWN_WORDS,
    remedy=N_("put all costs of one month together, and divide them by the users"),
    cure=Cure(id="date-it", text=N_("Put it in the calendar: {subject}"), minutes=15, further_minutes=5, owner="OL",
              before="g-6"),
)  # fmt: skip
def no_cost_baseline(case: Case) -> Iterator[Outcome]:
    """Nobody knows what the service costs per user.

    Fires where `costs.per_user_month` is not there, or measured later than 90 days after go-live. What was measured
    before go-live counts.

    Without a first figure nobody can say later whether anything became cheaper, or dearer.

    Not ready:

        [costs]
        per_user_month = 42.0
        measured = 2027-05-11

    Ready:

        [costs]
        per_user_month = 42.0
        measured = 2027-05-10

    Source: costs as a part of the readiness of production, kgoralski [T]; 90 days are ours [D].
    """
    costs, day = case.rollout.costs, case.go_live + timedelta(days=MOST_DAYS)
    subject = message(N_("cost per user and month"))
    if costs is None or costs.per_user_month is None:
        fault = message(N_("there is no cost per user and month; {day} is the last day for a first figure"), day=day)
        yield Violation(("costs",), {"subject": subject, "fault": fault})
    elif costs.measured is None:
        yield Lacks((".".join(PATH),))
    elif costs.measured > day:
        fault = plural_message(
            N_("the cost per user and month is measured {n} day after go-live, on {measured}; {most} are the most"),
            N_("the cost per user and month is measured {n} days after go-live, on {measured}; {most} are the most"),
            (costs.measured - case.go_live).days, measured=costs.measured, most=MOST_DAYS,
        )  # fmt: skip
        yield Violation(("costs",), {"subject": subject, "fault": fault}, at=PATH)
