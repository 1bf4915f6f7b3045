"""Why a task stands on its day, in words."""

from rollout_kit.compose.plan.planned import Desk
from rollout_kit.message import N_, Day
from rollout_kit.plan.model import Task
from rollout_kit.plan.standing import Kind, standing_of

_TEXTS: dict[Kind, str] = {
    "fixed": N_("this is its only day"),
    "from": N_("not before {day}"),
    "after": N_("after “{task}”"),
    "away": N_("{name} is away before"),
    "busy": N_("{name} has other work before"),
    "freeze": N_("a freeze lies before"),
    "tight": N_("before, those who take part have no time together"),
}


def why_there(desk: Desk, task: Task) -> str:
    """Return the reason nearest to a task's first day; empty where it has none of its own."""
    standing = standing_of(task, desk.plan, desk.result.case.calendars)
    if standing is None:
        return ""
    after = desk.name(desk.plan.task_by_id[standing.task]) if standing.task else ""
    who = desk.people.name(standing.person) if standing.person else ""
    return desk.say(_TEXTS[standing.kind], day=Day(standing.day), task=after, name=who)
