"""How many contacts a day people on the phone can take before a target is missed, by a table and its inverse.

The share answered in time is worked out once for a number of people and a handling time, at points that lie close where
it falls; between them runs a straight line. The runs then ask for nothing but the most contacts of a day.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from rollout_kit.capacity.channels import Line, offered_load
from rollout_kit.capacity.defaults import OCCUPANCY_COUNTS_FROM
from rollout_kit.capacity.level import HALF_HOUR_MINUTES, HalfHours

POINTS = 200
SECONDS_AN_HOUR = 3600
_WIDTH = 10.0  # standard deviations of the load around the people: all that can matter
_DOUBLINGS, _HALVINGS = 30, 16  # the most contacts are found to a 60,000th
_NODES = 5  # handling times at which a ceiling is worked out; between them it is a power of the handling time


@dataclass(frozen=True, slots=True, kw_only=True)
class PhoneDay:
    """A day as the phone meets it, whatever its number of contacts.

    `shape` has the part of the day's contacts in each of the 48 half hours; `people` answer, `most_occupancy` is
    the part of their time that they may be busy.
    """

    opening: HalfHours
    shape: tuple[float, ...]
    people: int
    most_occupancy: float


class LevelTable:
    """What so many people make of a rate an hour; each point worked out when first asked for.

    A point has the share answered in time by channel and, last, the people who are busy. An overloaded queue from which
    nobody hangs up answers nobody in time. Past the last point things stay as they are there.
    """

    def __init__(self, line: Line, people: int) -> None:
        """Lay the points around the load that so many people can do."""
        self._line, self._people = line, people
        low = max(0.0, people - _WIDTH * math.sqrt(people))
        high = people + _WIDTH * math.sqrt(people)
        an_hour = SECONDS_AN_HOUR / line.handling_seconds
        self._first, self._step = low * an_hour, (high - low) / POINTS * an_hour
        self._points: list[tuple[float, ...] | None] = [None] * (POINTS + 1)

    def at(self, per_hour: float) -> tuple[float, ...]:
        """Return the shares answered in time by channel, and the people who are busy."""
        if not self._people:
            return (*(0.0 if per_hour else 1.0 for _ in self._line.channels), 0.0)
        place = (per_hour - self._first) / self._step
        if place <= 0:
            return self._point(0)
        if place >= POINTS:
            return self._point(POINTS)
        index = int(place)
        part = place - index
        pairs = zip(self._point(index), self._point(index + 1), strict=True)
        return tuple(before + (after - before) * part for before, after in pairs)

    def _point(self, index: int) -> tuple[float, ...]:
        point = self._points[index]
        if point is None:
            rate = self._first + index * self._step
            if rate > 0:
                found = self._line.answered_exactly(rate, self._people)
                point = (*(level or 0.0 for level in found.levels), found.busy)
            else:
                point = (*(1.0 for _ in self._line.channels), 0.0)
            self._points[index] = point
        return point


class Ceilings:
    """The most contacts of a day at which all targets of the phone are met, by day and handling time."""

    def __init__(self, line: Line, shortest_seconds: float, longest_seconds: float) -> None:
        """Take the waiting channels, and the range of their mean handling time."""
        self._lines = [replace(line, handling_seconds=seconds) for seconds in nodes(shortest_seconds, longest_seconds)]
        self._tables: dict[tuple[int, int], LevelTable] = {}
        self._known: dict[PhoneDay, tuple[float, ...]] = {}

    def most(self, day: PhoneDay, handling_seconds: float) -> float:
        """Return the most contacts a day, of all channels; infinite where the desk is closed or nobody calls in it."""
        return between(self.of(day), self.place(handling_seconds))

    def of(self, day: PhoneDay) -> tuple[float, ...]:
        """Return them at each handling time of the table."""
        if day not in self._known:
            self._known[day] = tuple(self._most(day, node) for node in range(len(self._lines)))
        return self._known[day]

    def place(self, handling_seconds: float) -> tuple[int, float]:
        """Return where a handling time lies in the table: an index, and the part of the way to the next one."""
        seconds = [line.handling_seconds for line in self._lines]
        for index in range(1, len(seconds)):
            if handling_seconds < seconds[index]:
                way = math.log(seconds[index] / seconds[index - 1])
                return index - 1, max(0.0, math.log(handling_seconds / seconds[index - 1]) / way)
        return len(seconds) - 1, 0.0

    def _most(self, day: PhoneDay, node: int) -> float:
        line = self._lines[node]
        arrivals = [
            part * line.share * minutes / HALF_HOUR_MINUTES
            for part, minutes in zip(day.shape, day.opening, strict=True)
        ]
        total, open_minutes = math.fsum(arrivals), sum(day.opening)
        if not total:
            return math.inf
        begins = offered_load(arrivals, day.opening, line.handling_seconds, 0.0)[-1]
        loads = offered_load(arrivals, day.opening, line.handling_seconds, begins)
        halves = [
            (number / total, load * SECONDS_AN_HOUR / line.handling_seconds, minutes / open_minutes)
            for number, load, minutes in zip(arrivals, loads, day.opening, strict=False)
            if minutes
        ]
        return most_contacts(self._test(day, node, halves), day.people / max(map(_second, halves)))

    def _test(self, day: PhoneDay, node: int, halves: Sequence[tuple[float, float, float]]) -> Callable[[float], bool]:
        """Return the test of a number of contacts; a half hour is its part of them, its rate, its part of the time."""
        table = self._table(node, day.people)
        targets = [channel.target.share for channel in self._lines[node].channels]
        most_busy = day.people * day.most_occupancy if day.people >= OCCUPANCY_COUNTS_FROM else math.inf

        def is_met(contacts: float) -> bool:
            found = [0.0] * len(targets)
            busy = 0.0
            for part, rate, time in halves:
                *levels, at_work = table.at(rate * contacts)
                busy += at_work * time
                for channel, level in enumerate(levels):
                    found[channel] += part * level
            return busy <= most_busy and all(level >= target for level, target in zip(found, targets, strict=True))

        return is_met

    def _table(self, node: int, people: int) -> LevelTable:
        if (node, people) not in self._tables:
            self._tables[node, people] = LevelTable(self._lines[node], people)
        return self._tables[node, people]


def most_contacts(is_met: Callable[[float], bool], likely: float) -> float:
    """Return up to how many contacts a day a target is met; `is_met` turns from true to false once.

    Infinite where nothing breaks it up to a billion times what is likely; close to 0 where the least does.
    """
    low, high = 0.0, max(likely, 1e-3)
    for _ in range(_DOUBLINGS):
        if not is_met(high):
            break
        low, high = high, high * 2
    else:
        return math.inf
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if is_met(middle):
            low = middle
        else:
            high = middle
    return low


def nodes(low: float, high: float) -> tuple[float, ...]:
    """Return the handling times at which a ceiling is worked out, evenly apart in their ratio."""
    if not high > low:
        return (low,)
    return tuple(low * (high / low) ** (index / (_NODES - 1)) for index in range(_NODES))


def between(values: Sequence[float], place: tuple[int, float]) -> float:
    """Return the value at a place by a power between its neighbours; where that cannot be, the one before."""
    index, part = place
    before = values[index]
    if not part or not 0 < before < math.inf or not 0 < values[index + 1] < math.inf:
        return before
    return before * float((values[index + 1] / before) ** part)


def _second(half: tuple[float, float, float]) -> float:
    return half[1]
