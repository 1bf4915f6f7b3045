"""Work that waits for people: first in, first out, in hours of work, while a level is open.

Time is counted in open half hours, of which the first and last of a day may be shorter. What comes in while a level is
closed waits from the next opening on, and has waited no hour by then.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from rollout_kit.capacity.level import HALF_HOURS, HalfHours

NOTHING = 1e-9  # hours: less than this is a rounding error


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What comes to a level by half hour of all days (index day * 48 + half hour): contacts, and their hours."""

    contacts: Sequence[float]
    hours: Sequence[float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Backlog:
    """What becomes of work, by day: hours left at its end, age of the oldest in open hours, share taken up in time.

    `in_time` counts what came in on a day, None where nothing did; what is never taken up within the days counts as
    late only if it has waited too long by their end. `done` has the contacts finished in each half hour of all days.
    """

    hours: tuple[float, ...]
    oldest: tuple[float, ...]
    in_time: tuple[float | None, ...]
    done: tuple[float, ...]


def worked_off(work: Work, opening: Sequence[HalfHours], able: Sequence[float], target_hours: float) -> Backlog:
    """Return what people make of work who have so many hours for it in each half hour, by index as in `Work`."""
    queue = _Queue(len(opening), target_hours)
    for day, hours in enumerate(opening):
        first = day * HALF_HOURS
        for place, minutes in enumerate(hours):
            index = first + place
            if work.hours[index] or work.contacts[index]:
                queue.take_in(day, work.contacts[index], work.hours[index])
            if minutes:
                queue.work_off(index, able[index])
                queue.clock += minutes / 60
        queue.end_day(day)
    return queue.told()


def days_to_clear(backlog: Sequence[float], able_by_day: Sequence[float]) -> tuple[float | None, ...]:
    """Return how many days like each it takes to clear what waits at its end; None: never.

    On a day on which nobody works, days like the last one on which somebody did.
    """
    found: list[float | None] = []
    last = next((able for able in able_by_day if able > 0), 0.0)
    for hours, able in zip(backlog, able_by_day, strict=True):
        last = able if able > 0 else last
        found.append(0.0 if hours <= NOTHING else hours / last if last else None)
    return tuple(found)


class _Queue:
    """What waits, oldest first, each entry as [clock at which it came, day, contacts, hours of work]."""

    def __init__(self, days: int, target_hours: float) -> None:
        self.clock = 0.0
        self._target = target_hours + NOTHING
        self._waiting: deque[list[float]] = deque()
        self._hours = 0.0
        self._left, self._oldest = [0.0] * days, [0.0] * days
        self._came, self._late = [0.0] * days, [0.0] * days
        self._done = [0.0] * (days * HALF_HOURS)

    def take_in(self, day: int, contacts: float, hours: float) -> None:
        self._waiting.append([self.clock, day, contacts, hours])
        self._hours += hours
        self._came[day] += contacts

    def work_off(self, index: int, able: float) -> None:
        waiting = self._waiting
        while waiting:
            came, day, contacts, hours = waiting[0]
            part = 1.0 if hours <= able + NOTHING else able / hours
            if self.clock - came > self._target:
                self._late[int(day)] += contacts * part
            self._done[index] += contacts * part
            self._hours = max(0.0, self._hours - hours * part)
            if part < 1.0:
                waiting[0] = [came, day, contacts * (1 - part), hours * (1 - part)]
                return
            able = max(0.0, able - hours)
            waiting.popleft()

    def end_day(self, day: int) -> None:
        if not self._waiting:
            self._hours = 0.0
            return
        self._left[day] = self._hours
        self._oldest[day] = self.clock - self._waiting[0][0]

    def told(self) -> Backlog:
        for came, day, contacts, _ in self._waiting:
            if self.clock - came > self._target:
                self._late[int(day)] += contacts
        shares = (
            max(0.0, 1 - late / came) if came > 0 else None for came, late in zip(self._came, self._late, strict=True)
        )
        return Backlog(
            hours=tuple(self._left), oldest=tuple(self._oldest), in_time=tuple(shares), done=tuple(self._done)
        )
