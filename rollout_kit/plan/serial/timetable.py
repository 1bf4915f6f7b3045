"""Serial placement: one activity after the other takes the first slots that are free for all it needs.

What is taken in a slot is one number: a field of bits per resource, filled up to its top where nothing is left, so that
one addition and one mask tell whether a slot has room for an activity, however many resources it needs.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from rollout_kit.plan.serial.problem import Activity, Link, Problem, Resource

MOST_REPAIRS = 200  # house value: how often one schedule puts something off, so that a maximum lag is kept

Times = tuple[list[int], list[int]]
"""The start of every activity and its end, the first slot behind it."""


class NoRoomError(Exception):
    """Something does not fit into the slots that there are."""


class Timetable:
    """A problem made ready to be scheduled thousands of times.

    Raises ValueError where activities with a given start need more than there is. A timetable may be longer than the
    problem's own horizon, never shorter.
    """

    def __init__(self, problem: Problem, *, horizon: int) -> None:
        self.horizon = horizon
        self._needs, self._guard, self._taken = _packed(problem, horizon)
        self._earliest = [one.earliest for one in problem.activities]
        self._lengths = [one.slots for one in problem.activities]
        self._worked = _worked_slots(problem, horizon)
        self._links: list[list[tuple[int, int, bool]]] = [[] for _ in self._lengths]
        self._tight: list[list[tuple[int, int, bool]]] = [[] for _ in self._lengths]
        for link in problem.links:
            self._links[link.after].append((link.before, link.least, link.from_start))
            if link.most is not None:
                self._tight[link.after].append((link.before, link.most, link.from_start))
        for number, one in enumerate(problem.activities):
            if one.at is not None:
                self._fix(number, one.at, one.id)

    def times(self, order: Sequence[int], *, floor: int = 0) -> Times | None:
        """Return all starts and ends, placed in this order and not before the floor; None where there is no room.

        The order names every activity, none before one that it is linked behind. Windows are kept at their beginning
        only: what ends behind its window is late.
        """
        earliest = [max(slot, floor) for slot in self._earliest] if floor else self._earliest.copy()
        try:
            for _ in range(MOST_REPAIRS):
                starts, ends, put_off = self._pass(order, earliest, self._taken.copy())
                if put_off is None:
                    return starts, ends
                earliest[put_off[0]] = put_off[1]
        except NoRoomError:
            pass
        return None

    def _fix(self, number: int, slot: int, id: str) -> None:
        """Take the slots of an activity with a given start once for all, and let it wait for nothing."""
        last = slot
        for each in self._slots_from(number, slot):
            if self._taken[each] + self._needs[number] & self._guard:
                raise ValueError(f"{id} is to start at {slot}, where its resources are not free")
            self._taken[each] += self._needs[number]
            last = each + 1
        self._earliest[number], self._lengths[number], self._needs[number] = slot, last - slot, 0
        self._links[number], self._tight[number] = [], []

    def _slots_from(self, number: int, slot: int) -> Sequence[int]:
        worked, length = self._worked[number], self._lengths[number]
        if worked is None:
            return range(slot, slot + length)
        first = bisect_left(worked, slot)
        return worked[first : first + length]

    def _pass(
        self, order: Sequence[int], earliest: Sequence[int], taken: list[int]
    ) -> tuple[list[int], list[int], tuple[int, int] | None]:
        """Place everything; where a maximum lag breaks, say who is to start no earlier than when instead."""
        starts, ends = [0] * len(order), [0] * len(order)
        lengths, needs, links, worked = self._lengths, self._needs, self._links, self._worked
        for number in order:
            slot = earliest[number]
            for before, least, from_start in links[number]:
                ready = (starts[before] if from_start else ends[before]) + least
                if ready > slot:
                    slot = ready
            need, length = needs[number], lengths[number]
            if need and length:
                if worked[number] is None:
                    slot, end = self._run(taken, slot, length, need)
                else:
                    slot, end = self._paused_run(taken, slot, number)
                starts[number], ends[number] = slot, end
            else:
                starts[number], ends[number] = slot, slot + length
            if self._tight[number] and (put_off := self._put_off(number, starts, ends)):
                return starts, ends, put_off
        return starts, ends, None

    def _run(self, taken: list[int], slot: int, length: int, need: int) -> tuple[int, int]:
        """Take the first slots in a row that have room."""
        guard, end = self._guard, slot + length
        if end > self.horizon:
            raise NoRoomError
        each = slot
        while each < end:
            if taken[each] + need & guard:
                end = each + 1 + length
                if end > self.horizon:
                    raise NoRoomError
            each += 1
        for each in range(end - length, end):
            taken[each] += need
        return end - length, end

    def _paused_run(self, taken: list[int], slot: int, number: int) -> tuple[int, int]:
        """Take the first slots with room that lie next to one another among those in which all are there."""
        guard, need, length = self._guard, self._needs[number], self._lengths[number]
        worked = self._worked[number] or ()
        run = 0
        for index in range(bisect_left(worked, slot), len(worked)):
            run = 0 if taken[worked[index]] + need & guard else run + 1
            if run == length:
                for each in worked[index + 1 - length : index + 1]:
                    taken[each] += need
                return worked[index + 1 - length], worked[index] + 1
        raise NoRoomError

    def _put_off(self, number: int, starts: Sequence[int], ends: Sequence[int]) -> tuple[int, int] | None:
        """Return what has to start later, and when, where a maximum lag before an activity is broken."""
        for before, most, from_start in self._tight[number]:
            excess = starts[number] - (starts[before] if from_start else ends[before]) - most
            if excess > 0:
                return before, starts[before] + excess
        return None


def mirrored(problem: Problem, horizon: int) -> Problem:
    """Return the problem as seen from its end: slot 0 is the last one of the horizon."""
    resources = tuple(
        Resource(
            id=one.id, capacity=one.capacity, by_slot=tuple(one.units(horizon - 1 - slot) for slot in range(horizon))
        )
        if one.by_slot is not None
        else one
        for one in problem.resources
    )
    links = tuple(_mirrored_link(link, problem.activities) for link in problem.links)
    return Problem(
        activities=tuple(_mirrored_activity(one, horizon) for one in problem.activities),
        resources=resources,
        links=links,
    )


def _mirrored_activity(activity: Activity, horizon: int) -> Activity:
    earliest = max(0, horizon - activity.until) if activity.until is not None else 0
    at = None if activity.at is None else horizon - activity.at - activity.slots
    return replace(activity, earliest=earliest, until=None, at=at)


def _mirrored_link(link: Link, activities: Sequence[Activity]) -> Link:
    between = activities[link.before].slots if link.from_start else 0
    most = None if link.most is None else link.most - between
    return Link(before=link.after, after=link.before, least=link.least - between, most=most)


def _packed(problem: Problem, horizon: int) -> tuple[list[int], int, list[int]]:
    """Return each activity's needs, the mask of the fields' tops, and what is taken of each slot from the outset."""
    needs = [0] * len(problem.activities)
    guard, taken, shift = 0, [0] * horizon, 0
    for number, resource in enumerate(problem.resources):
        asked = {
            each: units for each, one in enumerate(problem.activities) for who, units in one.needs if who == number
        }
        most = max([resource.capacity, *(resource.by_slot or ()), *asked.values()])
        width = most.bit_length()
        for each, units in asked.items():
            needs[each] += units << shift
        for slot in range(horizon):
            taken[slot] += (1 << width) - 1 - resource.units(slot) << shift
        guard += 1 << width + shift
        shift += width + 1
    return needs, guard, taken


def _worked_slots(problem: Problem, horizon: int) -> list[list[int] | None]:
    """Return for each activity that pauses the slots in which all it needs are there, None for the others."""
    known: dict[tuple[tuple[int, int], ...], list[int]] = {}
    for one in problem.activities:
        if one.pauses and one.needs not in known:
            known[one.needs] = [
                slot
                for slot in range(horizon)
                if all(problem.resources[who].units(slot) >= units for who, units in one.needs)
            ]
    return [known[one.needs] if one.pauses else None for one in problem.activities]
