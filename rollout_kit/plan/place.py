"""Serial placement: one task after the other takes the first place it can have, in the order of their latest start.

What has few possible days is reserved first. Seeded restarts learn from one another what should come earlier; the best
plan is kept, so the same file gives the same plan everywhere.
"""

from dataclasses import dataclass, field
from random import Random

from rollout_kit.plan.deputies import with_deputies
from rollout_kit.plan.diary import ORDINARY_FILL, Diary
from rollout_kit.plan.fit import Fitter, Place
from rollout_kit.plan.frame import Frame
from rollout_kit.plan.order import Order
from rollout_kit.plan.sketch import Draft, Sketch, Span

SEED = 20270111  # printed with every plan
RESTARTS = 40  # house value: measured in docs/adr/0006
FEW_TASKS = 125  # house value: a quarter more than the largest example has; beyond it a try takes longer and longer
MANY_TASKS = 250  # house value: beyond it one pass has to do, or an imported table takes minutes
UNPLACED_COST = 1000
DATE_COST = 100  # of one date of a series
NOISE_SLOTS = 4
FORGETTING = 0.2  # how often a delay is taken back again by a day


def restarts_for(tasks: int) -> int:
    """Return how often a plan of so many tasks is tried again: all tries together take seconds, never minutes."""
    if tasks > MANY_TASKS:
        return 0
    return RESTARTS if tasks <= FEW_TASKS else int(RESTARTS * (FEW_TASKS / tasks) ** 4)


@dataclass(slots=True)
class Placement:
    """One complete try."""

    places: dict[str, Place] = field(default_factory=dict)
    cost: float = 0.0


class Placer:
    """Places the sketches of a draft."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self.frame: Frame = draft.frame
        self._by_id = {sketch.id: sketch for sketch in draft.sketches}
        people = dict.fromkeys(stake.person for sketch in draft.sketches for stake in sketch.stakes if stake.minutes)
        people |= dict.fromkeys(ref for sketch in draft.sketches for ref in sketch.trainers)
        people |= dict.fromkeys(deputy for ref in tuple(people) if (deputy := draft.cast.deputy_of(ref)))
        self.diary = Diary(draft.frame, draft.cast, tuple(people))
        self._fitter = Fitter(draft.frame, self.diary)
        self._order = Order(draft, self.diary)
        self._push = dict.fromkeys(self._by_id, 0.0)
        self._delay = dict.fromkeys(self._by_id, 0)
        self._noise = dict.fromkeys(self._by_id, 0.0)

    def best(self) -> Placement:
        """Return the best of all tries, the diary filled with it.

        Every try learns from the one before: what found no place comes earlier in the order, and what had taken the
        time before it is put off by a day.
        """
        best = placement = self._try()
        least = self._least_cost(placement)
        random = Random(SEED)
        for _ in range(restarts_for(len(self._by_id))):
            if best.cost <= least:
                break
            self._learn(placement, random)
            placement = self._try()
            if placement.cost < best.cost:
                best = placement
        self._fill(best)
        return best

    def first(self) -> Placement:
        """Return the first try; the diary is filled with it."""
        return self._try()

    def has_time_for(self, sketch: Sketch) -> bool:
        """Whether those who take part have time on some half-day of its dates, and only a room or site is lacking."""
        span = sketch.spans[0]
        first, last = self.diary.slot(span.earliest), min(self.diary.slot(span.limit, 1), self.diary.slots - 1)
        return any(self._fitter.has_time(sketch, slot) for slot in range(max(first, 0), last + 1))

    def _least_cost(self, placement: Placement) -> float:
        """Return the cost of what has no place even in an empty diary: no other order could mend it."""
        least = 0.0
        for sketch in self._by_id.values():
            place = placement.places.get(sketch.id)
            if sketch.is_series:
                placed = len(set(place.slots)) if place else 0
                alone = (
                    sum(self._fits_alone(sketch, span) for span in sketch.spans) if placed < len(sketch.spans) else 0
                )
                least += DATE_COST * (len(sketch.spans) - max(alone, placed)) if place else 0
            elif place is None and not sketch.needs_extra and not self._fits_alone(sketch, sketch.spans[0]):
                least += UNPLACED_COST
        return least

    def _fits_alone(self, sketch: Sketch, span: Span) -> bool:
        self.diary.clear()
        return self._one_date(sketch, span, self._order.soonest[sketch.id] if not sketch.is_by_hand else 0) is not None

    def _learn(self, placement: Placement, random: Random) -> None:
        for sketch in self._draft.sketches:
            place = placement.places.get(sketch.id)
            if place is None and not sketch.needs_extra:
                self._push[sketch.id] -= 4
                for successor in self._order.successors[sketch.id]:
                    self._delay[successor] += 2
            elif place is not None and place.last > self.diary.slot(sketch.spans[-1].aim, 1):
                self._push[sketch.id] -= 1
            if random.random() < FORGETTING:
                self._delay[sketch.id] = max(0, self._delay[sketch.id] - 2)
            self._noise[sketch.id] = random.uniform(-NOISE_SLOTS, NOISE_SLOTS)

    def _try(self) -> Placement:
        self.diary.clear()
        placement = Placement()
        rank = {id: self._order.latest[id] + self._push[id] + self._noise[id] for id in self._by_id}
        everything = tuple(self._by_id.values())
        for few_dates_first in (
            [sketch for sketch in everything if sketch.is_by_hand or sketch.fills_the_day],
            [sketch for sketch in everything if sketch.is_reserved],
            everything,
        ):
            for sketch in self._order.sorted(few_dates_first, rank):
                self._place(sketch, placement)
        placement.cost = self._cost(placement)
        return placement

    def _place(self, sketch: Sketch, placement: Placement) -> None:
        if sketch.id in placement.places:
            return
        earliest = max(self._earliest(sketch, placement), 0 if sketch.is_by_hand else self._order.soonest[sketch.id])
        deadline = self._deadline(sketch, placement)
        if sketch.needs_extra:
            place = self._fitter.evening(sketch, earliest, deadline)
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
            if place is None:
                continue
            free = place.last + 1
            if before.next_day and self.frame.length == 30:
                free = self._next_working_day(place.last)
            earliest = max(earliest, free)
        return earliest

    def _next_working_day(self, slot: int) -> int:
        candidate = (slot // 2 + 1) * 2
        while candidate < self.diary.slots and not self._fitter.is_working_slot(candidate):
            candidate += 2
        return candidate

    def _deadline(self, sketch: Sketch, placement: Placement) -> int:
        """Return the last slot before those successors that already have a place."""
        deadline = self.diary.slots - 1
        for successor in self._order.successors[sketch.id]:
            place = placement.places.get(successor)
            if place is not None:
                waits_a_day = any(one.task == sketch.id and one.next_day for one in self._order.after[successor])
                gap = waits_a_day and self.frame.length == 30
                deadline = min(deadline, (place.first // 2) * 2 - 1 if gap else place.first - 1)
        return deadline

    def _single(self, sketch: Sketch, first: int, aim: int, last: int) -> Place | None:
        ordinary = 1.0 if sketch.is_sitting or sketch.is_test or sketch.is_reserved else ORDINARY_FILL
        for fill, end in dict.fromkeys(((ordinary, aim), (1.0, aim), (ordinary, last), (1.0, last))):
            if (place := self._fitter.fit(sketch, first, end, fill)) is not None:
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
            bookings=tuple(booking for place in places for booking in place.bookings),
            slots=tuple(slot for place in places for slot in place.slots),
        )

    def _one_date(self, sketch: Sketch, span: Span, earliest: int) -> Place | None:
        first = max(earliest, self.diary.slot(span.earliest))
        last = min(self.diary.slot(span.limit, 1), self.diary.slots - 1)
        stakes = with_deputies(sketch.stakes, (span,), self._draft.cast, self.frame.calendars)
        return self._fitter.fit(sketch, first, last, 1.0, stakes=stakes, backwards=span.prefers_end)

    def _cost(self, placement: Placement) -> float:
        cost = 0.0
        for sketch in self._by_id.values():
            place = placement.places.get(sketch.id)
            if place is None:
                cost += 0 if sketch.needs_extra else UNPLACED_COST
            elif not sketch.is_series:
                cost += max(0, place.last // 2 - self.diary.slot(sketch.spans[0].aim) // 2)
            else:
                cost += DATE_COST * (len(sketch.spans) - len(set(place.slots)))
        return cost

    def _fill(self, placement: Placement) -> None:
        self.diary.clear()
        for id, place in placement.places.items():
            for booked in () if self._by_id[id].needs_extra else place.bookings:
                piece = (booked.person, self.diary.slot(booked.date, booked.half), booked.minutes)
                self._fitter.book(self._by_id[id], [piece], 1)
            if self._by_id[id].is_sitting:
                self.diary.venues.take(self._by_id[id], [booked.person for booked in place.bookings], place.first)


def placed_at_once(draft: Draft) -> frozenset[str]:
    """Return the ids of the tasks that find a place in one pass, without any further try."""
    return frozenset(Placer(draft).first().places)
