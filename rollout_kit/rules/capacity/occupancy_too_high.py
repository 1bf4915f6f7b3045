"""CAP103."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import Lacks, Outcome, rule
from rollout_kit.assess.subject import spread
from rollout_kit.description.load import Load
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, Percent, message
from rollout_kit.rules.desk_load import ROUNDING, desk_figures, hours_of_desk

MOST_OCCUPIED = 0.85  # 70 to 85 % are usual, cloud-calculator (E)
PATH = ("support", "L1")


@rule(
    "CAP103",
    "occupancy-too-high",
    title=N_("The service desk is full on an ordinary day"),
    severity=Severity.MEDIUM,
    stage="description",
    message=N_(
        "an ordinary day brings the service desk {need} hours of work for {hours} hours: {occupied} occupied, "
        "{most} are the most"
    ),
    remedy=N_("plan for {needed} hours a day, or take work away from the service desk"),
    cure=Cure(id="raise-roster", text=N_("Raise the roster of the service desk"), minutes=60, further_minutes=15,
              owner="OL", before="g-6"),
)  # fmt: skip
def occupancy_too_high(case: Case) -> Iterator[Outcome]:
    """The service desk is full on an ordinary day.

    Fires where all users x tickets per user and month / 21 x the mean handling time are more than 85 % of the hours of
    L1: the hours of CAP101, without the go-live factor.

    At 85 % the queue grows with each small surprise; nobody writes an article, and the good ones look for another job.
    Judged by the likely figures; where one that is not stated would decide, the rule is not tested.

    Not ready:

        [customer]
        users = 400

    Ready:

        [customer]
        users = 400

        [support.L1]
        staff = 2

    Source: 70 to 85 % are usual, cloud-calculator [E].
    """
    users, desk = case.rollout.users, case.rollout.support_by_id.get("L1")
    if users is None or desk is None or desk.staff is None:
        lacking = {"customer.users": users, "support.L1.staff": desk and desk.staff}
        yield Lacks(tuple(key for key, value in lacking.items() if value is None))
        return
    figures, hours = desk_figures(users, case.rollout.load or Load()).steady(), hours_of_desk(desk, desk.staff)
    need, most = round(figures.hours_a_day("likely"), ROUNDING), round(MOST_OCCUPIED * hours, ROUNDING)
    if need <= most:
        if figures.unstated and round(figures.hours_at_worst(), ROUNDING) > most:
            yield Lacks(figures.unstated)
        return
    yield Violation(
        PATH,
        {
            "subject": message(N_("the service desk on an ordinary day")),
            "need": spread(figures.hours_a_day("low"), need, figures.hours_a_day("high")),
            "hours": round(hours, 2),
            "occupied": Percent(need / hours) if hours else message(N_("more than fully")),
            "most": Percent(MOST_OCCUPIED),
            "needed": round(need / MOST_OCCUPIED + 0.05, 1),
        },
        rests_on_assumption=figures.is_assumed,
        at=(*PATH, "staff"),
    )
