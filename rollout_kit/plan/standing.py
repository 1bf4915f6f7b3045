"""Why a task stands on its day: what it waited for, since when it was allowed to, and who had no time before."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from rollout_kit.calendars.calendars import Calendars
from rollout_kit.plan.model import PersonRef, Plan, Task

Kind = Literal["fixed", "from", "after", "away", "busy", "freeze", "tight"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The reason nearest to the day on which a task begins.

    fixed: it has one day only. from: `day` is the first on which it may lie. after: `task` ended last of those waited
    for. away, busy: until the day before, `person` was not there, or had other work. freeze: until the day before
    nothing could be changed. tight: the hours of those who take part, in the days since it was allowed, were not enough
    at the same time.
    """

    kind: Kind
    day: date
    task: str | None = None
    person: PersonRef | None = None


def standing_of(task: Task, plan: Plan, calendars: Calendars) -> Standing | None:
    """Return why a task begins on its day; None without a place, and for a series, whose dates are given."""
    start = task.starts_on
    if start is None or task.is_series:
        return None
    if task.earliest == task.limit:
        return Standing(kind="fixed", day=start)
    last = _waited_for(task, plan)
    ready = max([task.earliest, *([last.ends_on] if last and last.ends_on else [])])
    waited = calendars.working_days("customer", ready, start - timedelta(days=1))
    held_up = [day for day in waited if last is None or day != last.ends_on]
    if held_up:
        return _held_up(task, plan, calendars, held_up, start)
    if last is not None and last.ends_on is not None and last.ends_on >= task.earliest:
        return Standing(kind="after", day=last.ends_on, task=last.id)
    return Standing(kind="from", day=task.earliest)


def _waited_for(task: Task, plan: Plan) -> Task | None:
    before = [plan.task_by_id[id] for id in task.after if id in plan.task_by_id]
    placed = [each for each in before if each.ends_on is not None and each.ends_on <= (task.starts_on or each.ends_on)]
    return max(placed, key=lambda each: (each.dates[-1], each.id), default=None)


def _held_up(task: Task, plan: Plan, calendars: Calendars, days: list[date], start: date) -> Standing:
    """Return what held it up on most of the days; of several the one that did so on the last of them."""
    found = [(kind, person, day) for day in days for kind, person in _obstacles(task, plan, calendars, day)]
    if not found:
        return Standing(kind="tight", day=start)
    counted = Counter((kind, person) for kind, person, _ in found)
    latest = {(kind, person): day for kind, person, day in found}
    kind, person = max(counted, key=lambda each: (counted[each], latest[each], each[0] != "busy", each[1] or ""))
    return Standing(kind=kind, day=start, person=person)


def _obstacles(task: Task, plan: Plan, calendars: Calendars, day: date) -> Iterator[tuple[Kind, PersonRef | None]]:
    if calendars.freeze_on(day) is not None:
        yield "freeze", None
    for stake in task.stakes:
        if not stake.minutes:
            continue
        if not any(calendars.free_minutes(stake.person, day)):
            yield "away", stake.person
        elif _has_other_work(stake.person, task, plan, day):
            yield "busy", stake.person


def _has_other_work(person: PersonRef, task: Task, plan: Plan, day: date) -> bool:
    """Whether other tasks take time of somebody in the week of a day: a share is a budget of the week."""
    monday = day - timedelta(days=day.weekday())
    sunday = monday + timedelta(days=6)
    return any(
        booking.person == person and monday <= booking.date <= sunday
        for other in plan.tasks
        if other.id != task.id
        for booking in other.bookings
    )
