"""What no schedule can beat: for a trial deadline, what is sure not to fit into it.

Every activity gets the earliest start that calendars and links leave it, and the latest end that the deadline does. A
deadline is out of the question where a chain of activities is longer than the time there is, or where what has to lie
between two slots needs more of a resource than is free between them, even if it could be taken up and put down at will.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from rollout_kit.plan.serial.lines import Line, lines_of
from rollout_kit.plan.serial.problem import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortage:
    """Why a deadline is out of the question: numbers of activities that need more than is free.

    A chain, in its order, where `line` is None; otherwise these activities need `needed` units of the line's resource
    in the slots `first` to `last` (inclusive), of which `free` are there. A line of several resources is one of
    activities no two of which can run at the same time.
    """

    activities: tuple[int, ...]
    line: Line | None = None
    first: int = 0
    last: int = 0
    free: int = 0
    needed: int = 0


class Bound:
    """The lower bound of a problem. Windows are kept at their beginning only, as everywhere."""

    def __init__(self, problem: Problem) -> None:
        self._problem = problem
        self._activities = problem.activities
        self._horizon = problem.horizon
        self._worked = [_worked(problem, number) for number in range(len(problem.activities))]
        self._before: list[list[tuple[int, int, bool]]] = [[] for _ in self._activities]
        self._behind: list[list[tuple[int, int, bool]]] = [[] for _ in self._activities]
        for link in problem.links:
            if self._activities[link.after].at is None:
                self._before[link.after].append((link.before, link.least, link.from_start))
                self._behind[link.before].append((link.after, link.least, link.from_start))
        self._lines = lines_of(problem)
        self.heads, self._first_ends = self._earliest()

    def slots(self) -> int:
        """Return a number of slots that no schedule ends before."""
        deadline = max((self._first_ends[number] for number in self._problem.goals), default=0)
        while deadline < self._horizon and self.shortage(deadline) is not None:
            deadline += 1
        return deadline

    def shortage(self, deadline: int) -> Shortage | None:
        """Return why the goal cannot be reached within so many slots; None where nothing is known against it."""
        ends = self.latest_ends(deadline)
        for number, end in enumerate(ends):
            if self._first_ends[number] > end:
                return Shortage(activities=self._chain(number, ends))
        for line in self._lines:
            if (found := self._overload(line, ends)) is not None:
                return found
        return None

    def latest_ends(self, deadline: int) -> list[int]:
        """Return until when each activity has to end, so that the goal is reached within so many slots."""
        ends = [self._horizon] * len(self._activities)
        starts = ends.copy()
        goals = set(self._problem.goals)
        for number in reversed(self._problem.sequence):
            one = self._activities[number]
            end = min(self._horizon, deadline) if number in goals else self._horizon
            start = end
            for after, least, from_start in self._behind[number]:
                if from_start:
                    start = min(start, starts[after] - least)
                else:
                    end = min(end, starts[after] - least)
            starts[number], ends[number] = self._last_run(number, start, end)
            if one.at is not None:
                starts[number], ends[number] = one.at, min(end, self._first_ends[number])
        return ends

    def places(self, number: int, end: int) -> Iterator[tuple[int, tuple[int, ...]]]:
        """Yield every start of an activity between its head and an end, with the slots that it takes from there."""
        one, worked = self._activities[number], self._worked[number]
        head, length = self.heads[number], one.slots
        if one.at is not None:
            head, end = one.at, self._first_ends[number]
        if worked is None or not length:
            yield from ((slot, tuple(range(slot, slot + length))) for slot in range(head, end - length + 1))
            return
        for index in range(bisect_left(worked, head), bisect_left(worked, end) - length + 1):
            slots = tuple(worked[index : index + length])
            if (one.pauses or slots[-1] - slots[0] == length - 1) and (one.at is None or slots[0] == one.at):
                yield slots[0], slots

    def _earliest(self) -> tuple[list[int], list[int]]:
        starts, ends = [0] * len(self._activities), [0] * len(self._activities)
        for number in self._problem.sequence:
            slot = self._activities[number].earliest
            for before, least, from_start in self._before[number]:
                slot = max(slot, (starts if from_start else ends)[before] + least)
            at = self._activities[number].at
            starts[number], ends[number] = self._first_run(number, slot if at is None else at)
        return starts, ends

    def _first_run(self, number: int, slot: int) -> tuple[int, int]:
        length, worked = self._activities[number].slots, self._worked[number]
        if worked is None or not length:
            return slot, slot + length
        for index in range(bisect_left(worked, slot), len(worked) - length + 1):
            if self._activities[number].pauses or worked[index + length - 1] == worked[index] + length - 1:
                return worked[index], worked[index + length - 1] + 1
        return self._horizon, self._horizon + length

    def _last_run(self, number: int, start: int, end: int) -> tuple[int, int]:
        """Return the last slots of an activity that begin by a start and end by an end."""
        length, worked = self._activities[number].slots, self._worked[number]
        if worked is None or not length:
            start = min(start, end - length)
            return start, start + length
        for index in range(bisect_left(worked, end), length - 1, -1):
            is_in_row = self._activities[number].pauses or worked[index - length] == worked[index - 1] - length + 1
            if is_in_row and worked[index - length] <= start:
                return worked[index - length], worked[index - 1] + 1
        return -length, 0

    def _chain(self, number: int, ends: Sequence[int]) -> tuple[int, ...]:
        """Return a chain through an activity whose time is too short: back to what it waits for, on to what waits."""
        chain = [number]
        while waits := [each for each, *_ in self._before[chain[0]]]:
            chain.insert(0, max(waits, key=lambda each: self._first_ends[each]))
        while behind := [each for each, *_ in self._behind[chain[-1]]]:
            chain.append(min(behind, key=lambda each: ends[each] - self._activities[each].slots))
        return tuple(chain)

    def _overload(self, line: Line, ends: Sequence[int]) -> Shortage | None:
        """Return a stretch of slots into which what has to lie in it does not fit."""
        free = [0, *accumulate(line.units(slot) for slot in range(self._horizon))]
        jobs = [(self.heads[each], ends[each], self._activities[each].slots, units, each) for each, units in line.users]
        found = _too_much(jobs, free)
        if found is None:
            mirrored = [(self._horizon - end, self._horizon - head, *rest) for head, end, *rest in jobs]
            backwards = [0, *accumulate(line.units(slot) for slot in reversed(range(self._horizon)))]
            found = _too_much(mirrored, backwards)
            if found is None:
                return None
            found = (self._horizon - found[1], self._horizon - found[0], *found[2:])
        first, end, needed, numbers = found
        return Shortage(
            activities=numbers, line=line, first=first, last=end - 1, free=free[end] - free[first], needed=needed
        )


Job = tuple[int, int, int, int, int]
"""Head, latest end, slots, units, and the number of the activity."""


def _too_much(jobs: Iterable[Sequence[int]], free: Sequence[int]) -> tuple[int, int, int, tuple[int, ...]] | None:
    """Return first slot, end, units needed, and who needs them, where they are more than are free.

    From each head on: what could not be done before it, however early everything began, has to be done by its end.
    """
    by_end = sorted(jobs, key=lambda job: (job[1], job[4]))
    for first in sorted({job[0] for job in by_end}):
        needed = 0
        for head, end, slots, units, _ in by_end:
            left = slots - max(0, first - head)
            if left > 0 and end > first:
                needed += left * units
                if needed > free[end] - free[first]:
                    who = tuple(job[4] for job in by_end if job[1] <= end and job[2] > max(0, first - job[0]))
                    return first, end, needed, who
    return None


def _worked(problem: Problem, number: int) -> list[int] | None:
    """Return the slots in which all that an activity needs are there; None where nobody is ever away."""
    needs = problem.activities[number].needs
    crew = [(problem.resources[who], units) for who, units in needs]
    if all(resource.by_slot is None for resource, _ in crew):
        return None
    return [slot for slot in range(problem.horizon) if all(one.units(slot) >= units for one, units in crew)]
