"""PLN107."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import Outcome, rule
from rollout_kit.assess.subject import key_of_share, name_of, path_of_share
from rollout_kit.finding import Severity, Violation
from rollout_kit.message import N_, Day
from rollout_kit.plan.model import PersonRef, WeekLoad

MINUTES_AN_HOUR = 60


@rule(
    "PLN107",
    "week-overfull",
    title=N_("Somebody has more work in a week than time for the rollout"),
    severity=Severity.MEDIUM,
    stage="plan",
    message=N_("{name} has {placed} h of work in the week of {monday}, and {free} h for the rollout"),
    remedy=N_("release more hours in that week, or let somebody else do a part"),
)
def week_overfull(case: Case) -> Iterator[Outcome]:
    """Somebody has more work in a week than time for the rollout.

    Fires once for every person with a week in which the plan's work exceeds the share of the working time that is free
    for the rollout, and names the fullest week. Dates that are fixed by hand can do that.

    The average of five weeks hides the one week in which the engineer cannot do the work.

    Not ready:

        [people.weber]
        share = 0.15

        [[plan.add]]
        id = "cut-over"
        name = "Cut-over"
        owner = "weber"
        effort = "8 h"
        on = 2027-01-19

    Ready:

        [people.weber]
        share = 0.2

        [[plan.add]]
        id = "cut-over"
        name = "Cut-over"
        owner = "weber"
        effort = "8 h"
        on = 2027-01-19

    Source: our own measurements of such plans [D].
    """
    fullest: dict[PersonRef, WeekLoad] = {}
    for week in case.plan.weeks:
        known = fullest.setdefault(week.person, week)
        if _surplus(week) > _surplus(known):
            fullest[week.person] = week
    for week in fullest.values():
        if _surplus(week) > 0:
            path = path_of_share(case, week.person)
            yield Violation(
                path,
                {
                    "name": name_of(case.rollout, week.person),
                    "placed": week.placed / MINUTES_AN_HOUR,
                    "free": week.free / MINUTES_AN_HOUR,
                    "monday": Day(week.monday),
                },
                at=key_of_share(path),
            )


def _surplus(week: WeekLoad) -> int:
    return week.placed - week.free
