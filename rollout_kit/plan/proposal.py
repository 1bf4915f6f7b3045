"""Where not everything finds a place before go-live: the first later day on which it does."""

from collections.abc import Callable
from datetime import date, timedelta

from rollout_kit.calendars.calendars import Calendars
from rollout_kit.description.rollout import Rollout
from rollout_kit.plan.model import Plan, State

FARTHEST_DAYS = 28  # house value: a rollout that needs more than four weeks longer needs another plan
GOOD_WEEKDAYS = (1, 2, 3)  # Tuesday to Thursday: help is at work on the day after

Planner = Callable[[Rollout], Plan]


def day_that_fits(rollout: Rollout, plan: Plan, calendars: Calendars, replan: Planner) -> date | None:
    """Return the first later Tuesday to Thursday as go-live on which all but hopeless tasks have a place, or None.

    `replan` plans a rollout anew. None also where nothing is homeless, or no day within four weeks helps.
    """
    homeless = _homeless(plan)
    if not homeless:
        return None
    for offset in range(1, FARTHEST_DAYS + 1):
        day = plan.go_live + timedelta(days=offset)
        is_good = day.weekday() in GOOD_WEEKDAYS and calendars.works_both(day) and not calendars.freeze_on(day)
        if is_good and not _homeless(replan(_with_go_live(rollout, day))):
            return day
    return None


def _homeless(plan: Plan) -> set[str]:
    """Base tasks and cures without a place; what is dated by hand or outside hours would not move with go-live."""
    return {
        task.id
        for task in plan.tasks
        if task.state is State.UNPLACED and task.origin != "added" and task.id != "test-call-out"
    }


def _with_go_live(rollout: Rollout, day: date) -> Rollout:
    return rollout.model_copy(update={"about": rollout.about.model_copy(update={"go_live": day})})
