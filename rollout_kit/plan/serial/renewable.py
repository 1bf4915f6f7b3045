"""A problem as ground for the search: forward and backward schedules on resources that are free again afterwards."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rollout_kit.plan.serial.problem import Problem
from rollout_kit.plan.serial.search import Cost, Trial
from rollout_kit.plan.serial.timetable import Times, Timetable, mirrored


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """Start and end of every activity; the end is the first slot behind it. `late` adds up slots behind windows."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    makespan: int
    late: int


class Renewable:
    """The ground of a problem. What costs least is late least, then done first.

    Every try is scheduled forwards, then from its own end backwards: what has slack moves behind what has none, and
    the starts of that schedule are the order which the try teaches. Where the way back has gained slots, it is
    scheduled forwards once more. At most so many schedules are made as there are `passes`.
    """

    follows = 0  # what a try teaches is in its own order already

    def __init__(self, problem: Problem, *, passes: int, bound: int = 0) -> None:
        self._problem = problem
        self._horizon = problem.horizon
        self._forwards = Timetable(problem, horizon=self._horizon)
        self._backwards = Timetable(mirrored(problem, self._horizon), horizon=self._horizon)
        self._place_of = {number: place for place, number in enumerate(problem.sequence)}
        before: list[list[int]] = [[] for _ in problem.activities]
        for link in problem.links:
            before[link.after].append(link.before)
        self._has_overlaps = any(link.least < 0 or link.from_start for link in problem.links)
        self.before: Sequence[Sequence[int]] = before
        self.ranks: Sequence[float] = [-tail for tail in tails(problem)]
        self.passes, self._most = 0, passes
        self.least: Cost = (0, bound)

    def trial(self, order: Sequence[int]) -> Trial[Schedule | None]:
        """Return the schedule of an order; `placed` is None where a maximum lag cannot be kept in it."""
        tried = self._forward(order)
        while tried.placed is not None and tried.cost > self.least and self.passes < self._most:
            taught, gained = self._way_back(tried.placed)
            if not taught:
                break
            tried = Trial(cost=tried.cost, order=taught, placed=tried.placed)
            again = self._forward(taught) if gained > 0 and self.passes < self._most else tried
            if again.cost >= tried.cost:
                break
            tried = again
        return tried

    def _forward(self, order: Sequence[int]) -> Trial[Schedule | None]:
        self.passes += 1
        times = self._forwards.times(order)
        if times is None:
            return Trial(cost=(self._horizon, self._horizon), order=tuple(order), placed=None)
        schedule = schedule_of(self._problem, times)
        return Trial(cost=(schedule.late, schedule.makespan), order=tuple(order), placed=schedule)

    def _way_back(self, schedule: Schedule) -> tuple[tuple[int, ...], int]:
        """Return the order of the backward schedule's starts, and how many slots later its first one is."""
        place = self._place_of
        late = self._spread([-end for end in schedule.ends], max)
        order = sorted(range(len(late)), key=lambda number: (late[number], -place[number]))
        self.passes += 1
        times = self._backwards.times(order, floor=self._horizon - max(schedule.ends))
        if times is None:
            return (), 0
        starts = [self._horizon - end for end in times[1]]
        early = self._spread(starts, min)
        taught = tuple(sorted(range(len(early)), key=lambda number: (early[number], place[number])))
        return taught, min(starts) - min(schedule.starts)

    def _spread(self, keys: list[int], nearer: Callable[[int, int], int]) -> list[int]:
        """Return the keys, none nearer than that of an activity behind: with overlaps times alone are no order."""
        if self._has_overlaps:
            for number in reversed(self._problem.sequence):
                for before in self.before[number]:
                    keys[before] = nearer(keys[before], keys[number])
        return keys


def schedule_of(problem: Problem, times: Times) -> Schedule:
    """Return the schedule of these starts and ends."""
    starts, ends = times
    windows = [(end, one.until) for end, one in zip(ends, problem.activities, strict=True) if one.until is not None]
    return Schedule(
        starts=tuple(starts),
        ends=tuple(ends),
        makespan=max((ends[number] for number in problem.goals), default=0),
        late=sum(end - until for end, until in windows if end > until),
    )


def tails(problem: Problem) -> list[int]:
    """Return how many slots at least lie between the start of each activity and the end of all behind it."""
    longest = [one.slots for one in problem.activities]
    behind: list[list[tuple[int, int]]] = [[] for _ in longest]
    for link in problem.links:
        gap = link.least if link.from_start else link.least + problem.activities[link.before].slots
        behind[link.before].append((link.after, gap))
    for number in reversed(problem.sequence):
        longest[number] = max([longest[number], *(gap + longest[after] for after, gap in behind[number])])
    return longest
