"""CAP101."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import Lacks, Outcome, rule
from rollout_kit.assess.subject import spread
from rollout_kit.description.load import Load
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, message
from rollout_kit.rules.desk_load import ROUNDING, desk_figures, hours_of_desk, users_at_once

MOST_USED = 1.20  # house value: above it a blocker


@rule(
    "CAP101",
    "desk-overrun",
    title=N_("The service desk has fewer hours than go-live brings it work"),
    severity=Severity.HIGH,
    worst=Severity.BLOCKER,
    stage="description",
    message=N_("go-live brings the service desk {need} hours of work a day, and it has {hours}"),
    remedy=N_("add people or hours to the roster for the first weeks, or go live in smaller waves than {users} users"),
    cure=Cure(id="raise-roster", text=N_("Raise the roster of the service desk"), minutes=60, further_minutes=15,
              owner="OL", before="g-6"),
)  # fmt: skip
def desk_overrun(case: Case) -> Iterator[Outcome]:
    """The service desk has fewer hours than go-live brings it work.

    Fires where the users of the largest wave (else all users) x tickets per user and month / 21 x the go-live factor
    x the mean handling time exceed the hours of L1: staff x (hours per week / 5, else the length of its hours)
    x (1 - shrinkage), or 5 productive hours a person where neither is stated. A blocker above 120 %, else high.

    A queue that grows on the first morning is what users remember of a rollout. Figures of the load that are not
    stated are ours: 1.1 tickets per user and month (0.5 to 2.0), go-live factor 1.4 (1.2 to 3), 12 minutes a call,
    20 minutes a ticket, 60 % calls, shrinkage 30 %. A desk that holds with these likely figures and not with the high
    ones is not tested: leaving a figure out must not make a rollout ready.

    Not ready:

        [customer]
        users = 400

    Ready:

        [customer]
        users = 400

        [support.L1]
        staff = 6

    Source: hours of work against hours of people, 5 productive hours a day, ftworks [E]; the limits are ours [D].
    """
    users, desk = users_at_once(case.rollout), case.rollout.support_by_id.get("L1")
    if users is None or desk is None or desk.staff is None:
        lacking = {"customer.users": users, "support.L1.staff": desk and desk.staff}
        yield Lacks(tuple(key for key, value in lacking.items() if value is None))
        return
    figures = desk_figures(users, case.rollout.load or Load())
    need, hours = round(figures.hours_a_day("likely"), ROUNDING), hours_of_desk(desk, desk.staff)
    if need <= hours:
        if figures.unstated and round(figures.hours_at_worst(), ROUNDING) > hours:
            yield Lacks(figures.unstated)
        return
    yield Violation(
        ("support", "L1"),
        {
            "subject": message(N_("the service desk")),
            "need": spread(figures.hours_a_day("low"), need, figures.hours_a_day("high")),
            "hours": round(hours, 2),
            "users": users,
        },
        Severity.BLOCKER if need > round(MOST_USED * hours, ROUNDING) else Severity.HIGH,
        rests_on_assumption=figures.is_assumed,
        at=("support", "L1", "staff"),
    )
