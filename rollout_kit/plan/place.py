"""Serial placement: one task after the other takes the first place it can have, in the order of their latest start.

What has few possible days is reserved first. A fixed number of seeded restarts shuffles the order a little; the best
plan is kept, so the same file gives the same plan everywhere.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from random import Random

from rollout_kit.plan.deputies import with_deputies
from rollout_kit.plan.diary import ORDINARY_FILL, Diary, booking
from rollout_kit.plan.frame import Frame
from rollout_kit.plan.model import Booking, Stake
from rollout_kit.plan.sketch import Draft, Sketch, Span
from rollout_kit.playbook.model import Predecessor

SEED = 20270111  # printed with every plan
RESTARTS = 40  # house value: the gain of more is small, see docs/adr
SHORTEST_PIECE = 30  # minutes; work is split into pieces of at least this
SMALL_ITEM = 15  # minutes; a daily round does not use up a half-day's three items
UNPLACED_COST = 1000
NOON = 780  # minutes from midnight: from 13:00 on it is the afternoon
NOISE_SLOTS = 4
FORGETTING = 0.2  # how often a delay is taken back again by a day


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a task lies: first and last slot, and its bookings. None without a place is kept as no `Place` at all."""

    first: int
    last: int
    bookings: tuple[Booking, ...]
    slots: tuple[int, ...]


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
        people |= dict.fromkeys(deputy for ref in tuple(people) if (deputy := draft.cast.deputy_of(ref)))
        self.diary = Diary(draft.frame, draft.cast, tuple(people))
        self._after = {sketch.id: self._predecessors(sketch) for sketch in draft.sketches}
        self._successors: dict[str, list[str]] = {sketch.id: [] for sketch in draft.sketches}
        for id, before in self._after.items():
            for predecessor in before:
                self._successors[predecessor.task].append(id)
        self._frozen = [
            draft.frame.calendars.freeze_on(self.diary.day(slot)) is not None for slot in range(self.diary.slots)
        ]
        self._works = [
            draft.frame.calendars.works("customer", self.diary.day(slot)) > 0 for slot in range(self.diary.slots)
        ]
        self._latest = self._latest_starts()
        self._soonest = self._soonest_starts()
        self._push = dict.fromkeys(self._by_id, 0.0)
        self._delay = dict.fromkeys(self._by_id, 0)
        self._noise = dict.fromkeys(self._by_id, 0.0)

    def best(self) -> Placement:
        """Return the best of all tries, the diary filled with it.

        Every try learns from the one before: what found no place comes earlier in the order, and what had taken the
        time before it is put off by a day.
        """
        best = placement = self._try()
        random = Random(SEED)
        for _ in range(RESTARTS):
            if best.cost == 0:
                break
            self._learn(placement, random)
            placement = self._try()
            if placement.cost < best.cost:
                best = placement
        self._fill(best)
        return best

    def _learn(self, placement: Placement, random: Random) -> None:
        for sketch in self._draft.sketches:
            place = placement.places.get(sketch.id)
            if place is None and not sketch.needs_extra:
                self._push[sketch.id] -= 4
                for successor in self._successors[sketch.id]:
                    self._delay[successor] += 2
            elif place is not None and place.last > self.diary.slot(sketch.spans[-1].aim, 1):
                self._push[sketch.id] -= 1
            if random.random() < FORGETTING:
                self._delay[sketch.id] = max(0, self._delay[sketch.id] - 2)
            self._noise[sketch.id] = random.uniform(-NOISE_SLOTS, NOISE_SLOTS)

    def _predecessors(self, sketch: Sketch) -> tuple[Predecessor, ...]:
        return tuple(before for before in sketch.after if before.task in self._by_id)

    def _latest_starts(self) -> dict[str, int]:
        """Return the latest slot in which each task may start, successors counted with one half-day each."""
        latest: dict[str, int] = {}

        def latest_start(id: str) -> int:
            if id not in latest:
                sketch = self._by_id[id]
                longest = max((stake.minutes for stake in sketch.stakes), default=0)
                end = self.diary.slot(sketch.spans[0].aim, 1)
                for successor in self._successors[id]:
                    end = min(end, latest_start(successor) - 1)
                latest[id] = end - max(0, math.ceil(longest / 240) - 1)
            return latest[id]

        for id in self._by_id:
            latest_start(id)
        return latest

    def _soonest_starts(self) -> dict[str, int]:
        """Return the first slot in which each task could start if all before it took their first slot."""
        soonest: dict[str, int] = {}

        def start(id: str) -> int:
            if id not in soonest:
                sketch = self._by_id[id]
                first = self.diary.slot(sketch.spans[0].earliest)
                before = [start(one.task) + 1 for one in self._after[id] if not self._by_id[one.task].is_series]
                soonest[id] = max([first, *before])
            return soonest[id]

        for id in self._by_id:
            start(id)
        return soonest

    def _try(self) -> Placement:
        self.diary.clear()
        placement = Placement()
        everything = list(self._by_id.values())
        for sketch in self._in_order([sketch for sketch in everything if sketch.is_by_hand or sketch.fills_the_day]):
            self._place(sketch, placement)
        for sketch in self._in_order([sketch for sketch in everything if sketch.is_reserved]):
            self._place(sketch, placement)
        for sketch in self._in_order(everything):
            self._place(sketch, placement)
        placement.cost = self._cost(placement)
        return placement

    def _in_order(self, sketches: Sequence[Sketch]) -> list[Sketch]:
        """Return the sketches by latest start, none before a predecessor that is among them."""
        among = {sketch.id for sketch in sketches}
        waiting = sorted(sketches, key=lambda sketch: (self._rank(sketch.id), sketch.id))
        ordered: list[Sketch] = []
        done: set[str] = set()
        while waiting:
            free = next((sketch for sketch in waiting if self._waits_for_none(sketch, among - done)), waiting[0])
            waiting.remove(free)
            ordered.append(free)
            done.add(free.id)
        return ordered

    def _rank(self, id: str) -> float:
        return self._latest[id] + self._push[id] + self._noise[id]

    def _waits_for_none(self, sketch: Sketch, open_ids: set[str]) -> bool:
        return not any(before.task in open_ids for before in self._after[sketch.id])

    def _place(self, sketch: Sketch, placement: Placement) -> None:
        if sketch.id in placement.places:
            return
        earliest = max(self._earliest(sketch, placement), 0 if sketch.is_by_hand else self._soonest[sketch.id])
        deadline = self._deadline(sketch, placement)
        if sketch.needs_extra:
            place = self._evening(sketch, earliest, deadline)
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

    def _evening(self, sketch: Sketch, first: int, last: int) -> Place | None:
        """Place what lies outside hours: on the first evening or weekend that all who take part have agreed."""
        span = sketch.spans[0]
        slots = range(max(first, self.diary.slot(span.earliest)), min(last, self.diary.slot(span.limit, 1)) + 1)
        for day in dict.fromkeys(self.diary.day(slot) for slot in slots):
            agreed = [_agreed_half(self.frame, stake, day) for stake in sketch.stakes]
            if all(half is not None for half in agreed):
                slot = self.diary.slot(day, max(half or 0 for half in agreed))
                bookings = tuple(booking(stake.person, self.diary, slot, stake.minutes) for stake in sketch.stakes)
                return Place(first=slot, last=slot, bookings=bookings, slots=(slot,))
        return None

    def _earliest(self, sketch: Sketch, placement: Placement) -> int:
        earliest = 0
        for before in self._after[sketch.id]:
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
        while candidate < self.diary.slots and not self._works[candidate]:
            candidate += 2
        return candidate

    def _deadline(self, sketch: Sketch, placement: Placement) -> int:
        """Return the last slot before those successors that already have a place."""
        deadline = self.diary.slots - 1
        for successor in self._successors[sketch.id]:
            place = placement.places.get(successor)
            if place is not None:
                gap = (
                    any(b.task == sketch.id and b.next_day for b in self._after[successor]) and self.frame.length == 30
                )
                deadline = min(deadline, (place.first // 2) * 2 - 1 if gap else place.first - 1)
        return deadline

    def _single(self, sketch: Sketch, first: int, aim: int, last: int) -> Place | None:
        ordinary = 1.0 if sketch.is_sitting or sketch.is_test or sketch.is_reserved else ORDINARY_FILL
        for fill, end in dict.fromkeys(((ordinary, aim), (1.0, aim), (ordinary, last), (1.0, last))):
            if (place := self._fit(sketch, first, end, fill)) is not None:
                return place
        return None

    def _fit(
        self,
        sketch: Sketch,
        first: int,
        last: int,
        fill: float,
        *,
        stakes: Sequence[Stake] | None = None,
        backwards: bool = False,
    ) -> Place | None:
        taking_part = [stake for stake in (sketch.stakes if stakes is None else stakes) if stake.minutes]
        slots = range(max(first, 0), last + 1)
        order = list(reversed(slots) if backwards else slots)
        if not taking_part:
            return self._moment(sketch, order)
        place = self._sit if sketch.is_sitting else self._work
        return place(sketch, taking_part, order, fill)

    def _moment(self, sketch: Sketch, slots: Sequence[int]) -> Place | None:
        """Something that takes nobody's counted time: a vendor's slot, a date to be kept."""
        for slot in slots:
            is_open = sketch.is_by_hand or (self._works[slot] and not self._is_frozen(sketch, slot))
            if is_open and self._hour_fits(sketch, slot):
                return Place(first=slot, last=slot, bookings=(), slots=(slot,))
        return None

    def _sit(self, sketch: Sketch, stakes: Sequence[Stake], slots: Sequence[int], fill: float) -> Place | None:
        for slot in slots:
            if self._is_frozen(sketch, slot) or not self._hour_fits(sketch, slot):
                continue
            if all(self._room(sketch, stake.person, slot, fill) >= stake.minutes for stake in stakes):
                pieces = [(stake.person, slot, stake.minutes) for stake in stakes]
                self._book(sketch, pieces, 1)
                return self._place_of(pieces)
        return None

    def _work(self, sketch: Sketch, stakes: Sequence[Stake], slots: Sequence[int], fill: float) -> Place | None:
        pieces: list[tuple[str, int, int]] = []
        for stake in stakes:
            left = stake.minutes
            for slot in slots:
                if left == 0:
                    break
                if self._is_frozen(sketch, slot) or not self._hour_fits(sketch, slot):
                    continue
                piece = self._piece(left, self._room(sketch, stake.person, slot, fill))
                if piece:
                    pieces.append((stake.person, slot, piece))
                    self._book(sketch, pieces[-1:], 1)
                    left -= piece
            if left:
                self._book(sketch, pieces, -1)
                return None
        return self._place_of(pieces)

    @staticmethod
    def _piece(left: int, room: float) -> int:
        """Return how much of what is left goes into the room, with no crumb below half an hour on either side."""
        piece = min(left, int(room) // 15 * 15)
        if 0 < left - piece < SHORTEST_PIECE:
            piece = left - SHORTEST_PIECE
        return piece if piece >= min(SHORTEST_PIECE, left) else 0

    def _room(self, sketch: Sketch, person: str, slot: int, fill: float) -> float:
        time = self.diary.time_of(person)
        return time.room(
            slot,
            fill=fill,
            is_test=sketch.is_test,
            fills_the_day=sketch.fills_the_day,
            is_by_hand=sketch.is_by_hand,
            may_use_extra=sketch.may_use_extra,
        )

    def _is_frozen(self, sketch: Sketch, slot: int) -> bool:
        return sketch.is_blocked_by_freeze and self._frozen[slot]

    @staticmethod
    def _hour_fits(sketch: Sketch, slot: int) -> bool:
        return sketch.at is None or (sketch.at.hour >= 13) == bool(slot % 2)

    def _book(self, sketch: Sketch, pieces: Sequence[tuple[str, int, int]], sign: int) -> None:
        """Take the pieces of somebody's time, or give them back (`sign` -1)."""
        for person, slot, minutes in pieces:
            is_small = sketch.is_series and minutes <= SMALL_ITEM
            self.diary.time_of(person).book(slot, sign * minutes, items=0 if is_small else sign)

    def _place_of(self, pieces: Sequence[tuple[str, int, int]]) -> Place:
        slots = sorted({slot for _, slot, _ in pieces})
        bookings = tuple(
            booking(person, self.diary, slot, minutes) for person, slot, minutes in sorted(pieces, key=lambda p: p[1])
        )
        return Place(first=slots[0], last=slots[-1], bookings=bookings, slots=tuple(slots))

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
        return self._fit(sketch, first, last, 1.0, stakes=stakes, backwards=span.prefers_end)

    def _cost(self, placement: Placement) -> float:
        cost = 0.0
        for sketch in self._by_id.values():
            place = placement.places.get(sketch.id)
            if place is None:
                cost += 0 if sketch.needs_extra else UNPLACED_COST
            elif not sketch.is_series:
                cost += max(0, place.last // 2 - self.diary.slot(sketch.spans[0].aim) // 2)
            else:
                cost += UNPLACED_COST / 10 * (len(sketch.spans) - len(set(place.slots)))
        return cost

    def _fill(self, placement: Placement) -> None:
        self.diary.clear()
        for id, place in placement.places.items():
            for booked in () if self._by_id[id].needs_extra else place.bookings:
                piece = (booked.person, self.diary.slot(booked.date, booked.half), booked.minutes)
                self._book(self._by_id[id], [piece], 1)


def _agreed_half(frame: Frame, stake: Stake, day: date) -> int | None:
    """Return the half-day in which somebody has agreed enough hours outside work on a day, None without."""
    for extra in frame.calendars.extra_hours(stake.person):
        if extra.date == day and extra.ends_at - extra.starts_at >= stake.minutes:
            return 1 if extra.starts_at >= NOON else 0
    return None
