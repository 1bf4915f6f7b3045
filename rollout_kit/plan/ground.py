"""A rollout as ground for the search: one order of its tasks leads to one plan, and teaches what should come earlier.

What has few possible days is placed first, then the rest; each task takes the first place that it can have.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from random import Random

from rollout_kit.plan.bound import Limits
from rollout_kit.plan.deputies import with_deputies
from rollout_kit.plan.diary import ORDINARY_FILL, Diary
from rollout_kit.plan.fit import Fitter, Place
from rollout_kit.plan.model import Stake
from rollout_kit.plan.order import Order
from rollout_kit.plan.serial.search import Cost, Trial
from rollout_kit.plan.sketch import Draft, Sketch, Span
from rollout_kit.playbook.model import Predecessor

UNPLACED_COST = 1000
DATE_COST = 100  # of one date of a series
FOLLOWED = 15  # house value: tries in a row that build on what the one before has taught
FORGETTING = 0.2  # how often a delay is taken back again by a day
HOMELESS_STEP = 0.1  # house value: by which part of the order a task without a place comes earlier
LATE_STEP = 0.03  # house value: and one that is late
JITTER = 0.05  # house value: and by which part of it any other task may come earlier or later


@dataclass(slots=True)
class Placement:
    """One complete try. `ready` is the half-day in which the last of what go-live waits for is done, -1 for none."""

    places: dict[str, Place] = field(default_factory=dict)
    cost: float = 0.0
    ready: int = -1


class DiaryGround:
    """The ground of a draft. What costs least has most places, then fewest days behind aims, then is ready first.

    Every try teaches the next: what found no place comes earlier in the order, its predecessors before it, and what it
    had to be finished for is put off by a day.
    """

    follows = FOLLOWED

    def __init__(self, draft: Draft, limits: Limits, seed: int) -> None:
        self._draft = draft
        self._frame = draft.frame
        self._limits = limits
        self.diary: Diary = limits.diary
        self.fitter: Fitter = limits.books.fitter
        self._order: Order = limits.books.order
        self._by_id = {sketch.id: sketch for sketch in draft.sketches}
        self._ids = sorted(self._by_id)
        number = {id: each for each, id in enumerate(self._ids)}
        self._sequence = [number[id] for id in limits.books.sequence]
        self.before: Sequence[Sequence[int]] = [[number[one.task] for one in self._order.after[id]] for id in self._ids]
        self.ranks: Sequence[float] = [self._order.latest[id] for id in self._ids]
        self.passes = 0
        self._first = Placement()
        self._delay = dict.fromkeys(self._by_id, 0)
        self._stakes: dict[tuple[str, Span], tuple[Stake, ...]] = {}
        self._random = Random(seed).random

    def trial(self, order: Sequence[int]) -> Trial[Placement]:
        """Return the plan that an order leads to, and the order that it teaches."""
        self.passes += 1
        self.diary.clear()
        placement = Placement()
        ordered = [self._by_id[self._ids[number]] for number in order]
        for few_dates_first in (
            [sketch for sketch in ordered if sketch.is_by_hand or sketch.fills_the_day],
            [sketch for sketch in ordered if sketch.is_reserved],
            ordered,
        ):
            for sketch in few_dates_first:
                self._place(sketch, placement)
        placement.cost = self._cost(placement)
        placement.ready = max(
            (placement.places[id].last for id in self._limits.goal if id in placement.places), default=-1
        )
        if self.passes == 1:
            self._first = placement
        return Trial(cost=(placement.cost, placement.ready), order=self._taught(order, placement), placed=placement)

    @cached_property
    def least(self) -> Cost:
        """What has no place even in an empty diary, and how early all the rest can be ready: no order mends that."""
        cost = sum(self.least_cost(sketch, self._first.places.get(sketch.id)) for sketch in self._by_id.values())
        return cost, self._limits.ready_at(without=self.homeless(self._first), most=self._first.ready)

    def least_cost(self, sketch: Sketch, place: Place | None) -> float:
        """Return what a task costs that has no place, or a series whose dates have none, even in an empty diary."""
        if not sketch.is_series:
            is_homeless = place is None and not sketch.needs_extra and not self._fits_alone(sketch, sketch.spans[0])
            return UNPLACED_COST if is_homeless else 0.0
        placed = len(set(place.slots)) if place else 0
        if place is None or placed == len(sketch.spans):
            return 0.0
        alone = sum(self._fits_alone(sketch, span) for span in sketch.spans)
        return DATE_COST * (len(sketch.spans) - max(alone, placed))

    def homeless(self, placement: Placement) -> tuple[str, ...]:
        """Return the tasks that have no place, and series that lack one of a date."""
        return tuple(
            sketch.id
            for sketch in self._by_id.values()
            if (place := placement.places.get(sketch.id)) is None
            or (sketch.is_series and len(set(place.slots)) < len(sketch.spans))
        )

    def held_up_by(self, sketch: Sketch, placement: Placement, last: int) -> str | None:
        """Return the task before another that leaves it no half-day until `last`, or on which it follows at once."""
        if sketch.is_series or sketch.is_by_hand:
            return None
        free, task = max(self._frees(sketch, placement), default=(0, None))
        own = placement.places.get(sketch.id)
        follows = own is not None and not any(map(self.fitter.is_working_slot, range(free, own.first)))
        return task if free > last or (follows and free > self.diary.slot(sketch.spans[0].earliest)) else None

    def short_of_time(self, sketch: Sketch, placement: Placement, last: int) -> tuple[Stake, ...]:
        """Return the stakes of those who have no time for a task until `last`, even if nobody else took part."""
        frees = [] if sketch.is_by_hand else [free for free, _ in self._frees(sketch, placement)]
        first = max([self.diary.slot(sketch.spans[0].earliest), *frees])
        taking_part = (stake for stake in sketch.stakes if stake.minutes)
        return tuple(stake for stake in taking_part if not self.fitter.has_time_alone(sketch, stake, first, last))

    def _frees(self, sketch: Sketch, placement: Placement) -> Iterator[tuple[int, str]]:
        """Return the slots from which each of the tasks before lets another begin, at best where it has no place."""
        for before in self._order.after[sketch.id]:
            place = placement.places.get(before.task)
            if place is not None:
                yield self._free_after(before, place), before.task
            elif not self._by_id[before.task].is_series:
                yield self._order.soonest[before.task] + 1, before.task

    def _fits_alone(self, sketch: Sketch, span: Span) -> bool:
        """Whether a date of a task has a place in an empty diary."""
        self.diary.clear()
        return self._one_date(sketch, span, self._order.soonest[sketch.id] if not sketch.is_by_hand else 0) is not None

    def _taught(self, order: Sequence[int], placement: Placement) -> tuple[int, ...]:
        wanted = [0.0] * len(order)
        for at, number in enumerate(order):
            wanted[number] = at + (2 * self._random() - 1) * JITTER * len(order)
            sketch = self._by_id[self._ids[number]]
            place = placement.places.get(sketch.id)
            if place is None and not sketch.needs_extra:
                wanted[number] -= HOMELESS_STEP * len(order)
                for successor in self._order.successors[sketch.id]:
                    self._delay[successor] += 2
            elif place is not None and not sketch.is_series and place.last > self.diary.slot(sketch.spans[-1].aim, 1):
                wanted[number] -= LATE_STEP * len(order)
            if self._random() < FORGETTING:
                self._delay[sketch.id] = max(0, self._delay[sketch.id] - 2)
        for number in reversed(self._sequence):
            for before in self.before[number]:
                wanted[before] = min(wanted[before], wanted[number])
        place_of = {number: at for at, number in enumerate(self._sequence)}
        return tuple(sorted(order, key=lambda number: (wanted[number], place_of[number])))

    def _place(self, sketch: Sketch, placement: Placement) -> None:
        if sketch.id in placement.places:
            return
        earliest = max(self._earliest(sketch, placement), 0 if sketch.is_by_hand else self._order.soonest[sketch.id])
        deadline = self._deadline(sketch, placement)
        if sketch.needs_extra:
            place = self.fitter.evening(sketch, earliest, deadline)
        elif sketch.is_series:
            place = self._series(sketch, earliest)
        else:
            span = sketch.spans[0]
            last = min(deadline, self.diary.slot(span.limit, 1), self.diary.slots - 1)
            first = max(earliest, self.diary.slot(span.earliest))
            first = max(first, min(first + self._delay[sketch.id], last - 1))
            aim = min(last, self.diary.slot(span.aim, 1))
            place = self._single(sketch, first, aim, last)
        if place is not None:
            placement.places[sketch.id] = place

    def _earliest(self, sketch: Sketch, placement: Placement) -> int:
        earliest = 0
        for before in self._order.after[sketch.id]:
            place = placement.places.get(before.task)
            if place is not None:
                earliest = max(earliest, self._free_after(before, place))
        return earliest

    def _free_after(self, before: Predecessor, place: Place) -> int:
        waits_a_day = before.next_day and self._frame.length == 30
        return self._next_working_day(place.last) if waits_a_day else place.last + 1

    def _next_working_day(self, slot: int) -> int:
        candidate = (slot // 2 + 1) * 2
        while candidate < self.diary.slots and not self.fitter.is_working_slot(candidate):
            candidate += 2
        return candidate

    def _deadline(self, sketch: Sketch, placement: Placement) -> int:
        """Return the last slot before those successors that already have a place."""
        deadline = self.diary.slots - 1
        for successor in self._order.successors[sketch.id]:
            place = placement.places.get(successor)
            if place is not None:
                waits_a_day = any(one.task == sketch.id and one.next_day for one in self._order.after[successor])
                gap = waits_a_day and self._frame.length == 30
                deadline = min(deadline, (place.first // 2) * 2 - 1 if gap else place.first - 1)
        return deadline

    def _single(self, sketch: Sketch, first: int, aim: int, last: int) -> Place | None:
        ordinary = 1.0 if sketch.is_sitting or sketch.is_test or sketch.is_reserved else ORDINARY_FILL
        for fill, end in dict.fromkeys(((ordinary, aim), (1.0, aim), (ordinary, last), (1.0, last))):
            if (place := self.fitter.fit(sketch, first, end, fill)) is not None:
                return place
        return None

    def _series(self, sketch: Sketch, earliest: int) -> Place | None:
        """Place every date of a series that has a place; a date without one is left out of it."""
        places: list[Place] = []
        for span in sketch.spans:
            place = self._one_date(sketch, span, earliest)
            if place is not None:
                places.append(place)
        if not places:
            return None
        return Place(
            first=places[0].first,
            last=places[-1].last,
            pieces=tuple(piece for place in places for piece in place.pieces),
            slots=tuple(slot for place in places for slot in place.slots),
        )

    def _one_date(self, sketch: Sketch, span: Span, earliest: int) -> Place | None:
        first = max(earliest, self.diary.slot(span.earliest))
        last = min(self.diary.slot(span.limit, 1), self.diary.slots - 1)
        key = (sketch.id, span)
        if key not in self._stakes:
            self._stakes[key] = with_deputies(sketch.stakes, (span,), self._draft.cast, self._frame.calendars)
        return self.fitter.fit(sketch, first, last, 1.0, stakes=self._stakes[key], backwards=span.prefers_end)

    def _cost(self, placement: Placement) -> float:
        return sum(self.cost_of(sketch, placement.places.get(sketch.id)) for sketch in self._by_id.values())

    def cost_of(self, sketch: Sketch, place: Place | None) -> float:
        """Return what the place of a task costs, or that it has none."""
        if place is None:
            return 0.0 if sketch.needs_extra else UNPLACED_COST
        if sketch.is_series:
            return DATE_COST * (len(sketch.spans) - len(set(place.slots)))
        return max(0, place.last // 2 - self.diary.slot(sketch.spans[0].aim) // 2)
