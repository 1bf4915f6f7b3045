"""CAP104."""

import math
from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import Lacks, Outcome, rule
from rollout_kit.assess.subject import spread
from rollout_kit.capacity.defaults import SHRINKAGE, WORKING_DAYS_A_WEEK
from rollout_kit.description.load import Load, SupportLevel
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, Percent, message
from rollout_kit.rules.desk_load import ROUNDING, desk_figures, length_of_day, users_at_once

USUAL_DAY = 8.0  # hours on the roster, where neither hours nor hours a week are stated
PATH = ("support", "L1")


@rule(
    "CAP104",
    "shrinkage-ignored",
    title=N_("The roster of the service desk forgets holidays, illness and other duties"),
    severity=Severity.MEDIUM,
    stage="description",
    message=N_(
        "go-live brings the service desk {need} hours of work a day; a roster of {staff} leaves {hours} "
        "once {share} are away or busy, and it takes one of {needed}"
    ),
    remedy=N_("put {needed} people on the roster of the first weeks instead of {staff}, or agree who steps in"),
    cure=Cure(id="raise-roster", text=N_("Raise the roster of the service desk"), minutes=60, further_minutes=15,
              owner="OL", before="g-6"),
)  # fmt: skip
def shrinkage_ignored(case: Case) -> Iterator[Outcome]:
    """The roster of the service desk forgets holidays, illness and other duties.

    Fires where the staff of L1 is less than what the work of go-live needs, divided by 1 - 0.30, whatever `shrinkage`
    the file states. Work and users are those of CAP101; a person is there for `hours_per_week` / 5 a day, else the
    length of its hours, else 8 hours.

    Three on the roster are two on the phone: somebody is ill, on leave, in a meeting or at another customer.
    Judged by the likely figures; where one that is not stated would decide, the rule is not tested.

    Not ready:

        [customer]
        users = 400

        [support.L1]
        staff = 3
        hours_per_week = 25
        shrinkage = 0.1

    Ready:

        [customer]
        users = 400

        [support.L1]
        staff = 3
        hours_per_week = 26
        shrinkage = 0.1

    Source: 30 % is common, cloud-calculator [E].
    """
    users, desk = users_at_once(case.rollout), case.rollout.support_by_id.get("L1")
    if users is None or desk is None or desk.staff is None:
        lacking = {"customer.users": users, "support.L1.staff": desk and desk.staff}
        yield Lacks(tuple(key for key, value in lacking.items() if value is None))
        return
    figures, each = desk_figures(users, case.rollout.load or Load()), _hours_of_one(desk) * (1 - SHRINKAGE.likely)
    need, hours = round(figures.hours_a_day("likely"), ROUNDING), round(desk.staff * each, ROUNDING)
    if need <= hours:
        if figures.unstated and round(figures.hours_at_worst(), ROUNDING) > hours:
            yield Lacks(figures.unstated)
        return
    yield Violation(
        PATH,
        {
            "subject": message(N_("the service desk")),
            "staff": round(desk.staff, 1),
            "hours": round(hours, 2),
            "share": Percent(SHRINKAGE.likely),
            "need": spread(figures.hours_a_day("low"), need, figures.hours_a_day("high")),
            "needed": math.ceil(round(10 * need / (each or USUAL_DAY * (1 - SHRINKAGE.likely)), ROUNDING)) / 10,
        },
        rests_on_assumption=figures.is_assumed,
        at=(*PATH, "staff"),
    )


def _hours_of_one(desk: SupportLevel) -> float:
    """Return the hours a day that one person is on the roster."""
    if desk.hours_per_week is not None:
        return desk.hours_per_week / WORKING_DAYS_A_WEEK
    return length_of_day(desk.hours) if desk.hours is not None else USUAL_DAY
