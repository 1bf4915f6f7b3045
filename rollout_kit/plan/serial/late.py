"""What wants to be late, once everything has its place: as late as that leaves all others where they are."""

from collections import Counter
from collections.abc import Sequence

from rollout_kit.plan.serial.problem import Problem
from rollout_kit.plan.serial.timetable import Times


def settled(problem: Problem, times: Times) -> Times:
    """Return the times with each activity that wants to be late moved back as far as it can be, the last one first.

    Nothing else moves, no window is missed that was kept, and the whole takes as long as before.
    """
    wanting = [number for number in reversed(problem.sequence) if problem.activities[number].wants_late]
    if not wanting:
        return times
    moves = _Moves(problem, times)
    for number in wanting:
        if problem.activities[number].at is None:
            moves.move_back(number)
    return moves.starts, moves.ends


class _Moves:
    """A schedule in which single activities move."""

    def __init__(self, problem: Problem, times: Times) -> None:
        self._problem = problem
        self.starts, self.ends = list(times[0]), list(times[1])
        self._last_end = max(self.ends)
        self._goals = {number: max(self.ends[each] for each in problem.goals) for number in problem.goals}
        self._taken: Counter[tuple[int, int]] = Counter()
        for number in range(len(self.starts)):
            self._book(number, self._slots(number, self.starts[number]), 1)

    def move_back(self, number: int) -> None:
        """Move one activity to its last start that is free, if that is later."""
        one = self._problem.activities[number]
        self._book(number, self._slots(number, self.starts[number]), -1)
        last_end = self._goals.get(number, self._last_end)
        last_end = last_end if one.until is None else min(last_end, one.until)
        for start in range(last_end - one.slots, self.starts[number], -1):
            slots = self._slots(number, start)
            end = slots[-1] + 1 if slots else start
            if end <= last_end and self._keeps_links(number, start, end) and self._is_free(number, start, slots):
                self.starts[number], self.ends[number] = start, end
                break
        self._book(number, self._slots(number, self.starts[number]), 1)

    def _slots(self, number: int, start: int) -> Sequence[int]:
        """Return the slots that an activity takes from a start on."""
        one = self._problem.activities[number]
        if not one.pauses:
            return range(start, start + one.slots)
        slots: list[int] = []
        slot = start
        while len(slots) < one.slots and slot <= self._problem.horizon:
            if all(self._problem.resources[who].units(slot) >= units for who, units in one.needs):
                slots.append(slot)
            slot += 1
        return slots

    def _is_free(self, number: int, start: int, slots: Sequence[int]) -> bool:
        one = self._problem.activities[number]
        begins = not slots or slots[0] == start  # a start in which somebody is away is that of a later one
        return begins and all(
            self._taken[who, slot] + units <= self._problem.resources[who].units(slot)
            for slot in slots
            for who, units in one.needs
        )

    def _keeps_links(self, number: int, start: int, end: int) -> bool:
        """Whether what waits for an activity still may start where it does, and its own maximum lags hold."""
        behind = [each for each in self._problem.links if each.before == number]
        before = [each for each in self._problem.links if each.after == number and each.most is not None]
        return all(
            self.starts[link.after] >= (start if link.from_start else end) + link.least
            for link in behind
            if self._problem.activities[link.after].at is None
        ) and all(
            start <= (self.starts if link.from_start else self.ends)[link.before] + (link.most or 0) for link in before
        )

    def _book(self, number: int, slots: Sequence[int], sign: int) -> None:
        for who, units in self._problem.activities[number].needs:
            for slot in slots:
                self._taken[who, slot] += sign * units
