"""Where not everything finds a place before go-live: the first later day on which it does."""

from bisect import bisect_left
from collections.abc import Callable, Container
from datetime import date, timedelta

from rollout_kit.calendars.calendars import Calendars
from rollout_kit.description.rollout import Rollout
from rollout_kit.plan.bound import Limits
from rollout_kit.plan.model import NoRoom, Plan, State
from rollout_kit.plan.sketch import Draft

FARTHEST_DAYS = 28  # house value: a rollout that needs more than four weeks longer needs another plan
GOOD_WEEKDAYS = (1, 2, 3)  # Tuesday to Thursday: help is at work on the day after

Planner = Callable[[Rollout], Plan]


def day_that_fits(rollout: Rollout, plan: Plan, calendars: Calendars, replan: Planner) -> date | None:
    """Return the first later Tuesday to Thursday as go-live on which all that hangs on it has a place, or None.

    More time helps, so the days are halved until one fits and the one before does not; each costs a plan of its own.
    `replan` plans a rollout anew. None also where nothing is homeless, or no day within four weeks helps.
    """
    dated = {task.id for task in (*rollout.plan.add, *rollout.plan.imported) if task.on or task.until}
    if not _homeless(plan, dated):
        return None
    good = good_days(plan, calendars)

    def fits(day: date) -> bool:
        return not _homeless(replan(with_go_live(rollout, day)), dated)

    if not good or not fits(good[-1]):  # time is not what is lacking
        return None
    return good[bisect_left(good, True, hi=len(good) - 1, key=fits)]


def good_days(plan: Plan, calendars: Calendars) -> list[date]:
    """Return the days after go-live, within four weeks, on which one may be proposed, in order."""
    days = [plan.go_live + timedelta(days=offset) for offset in range(1, FARTHEST_DAYS + 1)]
    return [day for day in days if _is_good(day, calendars)]


def with_go_live(rollout: Rollout, day: date) -> Rollout:
    """Return the rollout with another day as go-live."""
    return rollout.model_copy(update={"about": rollout.about.model_copy(update={"go_live": day})})


def no_room(drafted: Draft, plan: Plan) -> tuple[NoRoom, ...]:
    """Return why tasks of the plan have no place, as far as that holds whatever their order; the chains first.

    Nothing where all have one. Who has no time at all between two days only waits for somebody else: where there is
    another reason, that one is told.
    """
    homeless = {task.id for task in plan.homeless}
    if not homeless:
        return ()
    limits, due = Limits(drafted), {sketch.id: sketch.spans[-1].limit for sketch in drafted.sketches}
    found_all = list(limits.shortages())
    telling = [found for found in found_all if found.person is None or found.free_minutes] or found_all
    return tuple(
        NoRoom(
            tasks=found.tasks,
            person=found.person,
            first=limits.diary.day(found.first) if found.person else plan.first_day,
            last=limits.diary.day(found.last) if found.person else due[found.tasks[-1]],
            free_minutes=found.free_minutes,
            needed_minutes=found.needed_minutes,
        )
        for found in telling
    )


def _is_good(day: date, calendars: Calendars) -> bool:
    return day.weekday() in GOOD_WEEKDAYS and calendars.works_both(day) and not calendars.freeze_on(day)


def _homeless(plan: Plan, dated: Container[str]) -> bool:
    """Whether a task has no place; what is dated by hand or lies outside hours would not move with go-live."""
    return any(task.state is State.UNPLACED and task.id not in dated and not task.needs_extra for task in plan.tasks)
