"""Where one task fits: the first half-day, or the first pieces of half-days, in which all who take part have time."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from rollout_kit.calendars.presence import AFTERNOON
from rollout_kit.description.quantities import MINUTES_A_DAY
from rollout_kit.plan.diary import Diary, booking
from rollout_kit.plan.frame import Frame
from rollout_kit.plan.model import Booking, Stake
from rollout_kit.plan.sketch import Sketch

SHORTEST_PIECE = 30  # minutes; work is split into pieces of at least this
SMALL_ITEM = 15  # minutes; a daily round does not use up a half-day's three items


Piece = tuple[str, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a task lies: first and last slot, all its slots, and the pieces of whose time (person, slot, minutes)."""

    first: int
    last: int
    pieces: tuple[Piece, ...]
    slots: tuple[int, ...]

    def bookings(self, diary: Diary) -> tuple[Booking, ...]:
        """Return the pieces as bookings of dates."""
        return tuple(booking(person, diary, slot, minutes) for person, slot, minutes in self.pieces)


class Fitter:
    """Finds places in a diary and books them."""

    def __init__(self, frame: Frame, diary: Diary) -> None:
        self._frame = frame
        self._diary = diary
        days = [diary.day(slot) for slot in range(diary.slots)]
        self._frozen = [frame.calendars.freeze_on(day) is not None for day in days]
        self._common: dict[tuple[tuple[str, ...], int], int] = {}
        self._works = [frame.calendars.works("customer", day) > 0 for day in days]

    def is_working_slot(self, slot: int) -> bool:
        """Whether the customer works on the slot's day."""
        return self._works[slot]

    def fit(
        self,
        sketch: Sketch,
        first: int,
        last: int,
        fill: float,
        *,
        stakes: Sequence[Stake] | None = None,
        backwards: bool = False,
    ) -> Place | None:
        """Return the first place between two slots (inclusive), booked, or None.

        `fill` is how much of a week's budget may be used; `stakes` replace those of the sketch; `backwards` takes the
        last place instead of the first.
        """
        taking_part = [stake for stake in (sketch.stakes if stakes is None else stakes) if stake.minutes]
        slots = range(max(first, 0), last + 1)
        order = list(reversed(slots) if backwards else slots)
        if not taking_part:
            return self._moment(sketch, order)
        place = self._sit if sketch.is_sitting else self._work
        return place(sketch, taking_part, order, fill)

    def evening(self, sketch: Sketch, first: int, last: int) -> Place | None:
        """Place what lies outside hours: on the first evening or weekend that all who take part have agreed."""
        span = sketch.spans[0]
        slots = range(max(first, self._diary.slot(span.earliest)), min(last, self._diary.slot(span.limit, 1)) + 1)
        for day in dict.fromkeys(self._diary.day(slot) for slot in slots):
            starts_at = _common_start(self._frame, sketch.stakes, day)
            if starts_at is None:
                continue
            slot = self._diary.slot(day, 1 if starts_at >= AFTERNOON else 0)
            if all(self._diary.time_of(one.person).is_open_outside(slot, one.minutes) for one in sketch.stakes):
                pieces = tuple((stake.person, slot, stake.minutes) for stake in sketch.stakes)
                return Place(first=slot, last=slot, pieces=pieces, slots=(slot,))
        return None

    def book(self, sketch: Sketch, pieces: Sequence[Piece], sign: int) -> None:
        """Take the pieces of somebody's time, or give them back (`sign` -1)."""
        for person, slot, minutes in pieces:
            is_small = sketch.is_series and minutes <= SMALL_ITEM
            time, items = self._diary.time_of(person), 0 if is_small else sign
            time.book(slot, sign * minutes, items=items, may_use_extra=sketch.may_use_extra)

    def _moment(self, sketch: Sketch, slots: Sequence[int]) -> Place | None:
        """Something that takes nobody's counted time: a vendor's slot, a date to be kept."""
        for slot in slots:
            is_open = sketch.is_by_hand or (self._works[slot] and not self._is_frozen(sketch, slot))
            if is_open and self._hour_fits(sketch, slot):
                return Place(first=slot, last=slot, pieces=(), slots=(slot,))
        return None

    def _sit(self, sketch: Sketch, stakes: Sequence[Stake], slots: Sequence[int], fill: float) -> Place | None:
        for slot in slots:
            if self._is_frozen(sketch, slot) or not self._hour_fits(sketch, slot):
                continue
            for cast in self._casts(sketch, stakes):
                if self._can_sit(sketch, cast, slot, fill):
                    pieces = [(stake.person, slot, stake.minutes) for stake in cast]
                    self.book(sketch, pieces, 1)
                    self._diary.venues.take(sketch, [stake.person for stake in cast], slot)
                    return self._place_of(pieces)
        return None

    def _casts(self, sketch: Sketch, stakes: Sequence[Stake]) -> Sequence[Sequence[Stake]]:
        """Return who could sit: where one of several trainers holds it, first whoever has held the fewest sessions."""
        if len(sketch.trainers) < 2:
            return [stakes]
        taught = self._diary.venues.taught
        return [[replace(stakes[0], person=ref)] for ref in sorted(sketch.trainers, key=taught)]

    def _can_sit(self, sketch: Sketch, stakes: Sequence[Stake], slot: int, fill: float) -> bool:
        is_free = all(self._room(sketch, stake.person, slot, fill) >= stake.minutes for stake in stakes)
        people = [stake.person for stake in stakes]
        return is_free and self._meet(stakes, slot) and self._diary.venues.is_open(sketch, people, slot)

    def has_time(self, sketch: Sketch, slot: int) -> bool:
        """Whether those who take part would have time in a half-day, if it were not for room and site."""
        return any(
            all(self._room(sketch, stake.person, slot, 1.0) >= stake.minutes for stake in cast)
            for cast in self._casts(sketch, sketch.stakes)
        )

    def has_time_alone(self, sketch: Sketch, stake: Stake, first: int, last: int) -> bool:
        """Whether somebody has time for a task between two slots (inclusive), if it were not for all others."""
        slots = range(max(first, 0), last + 1)
        if sketch.is_sitting:
            people = sketch.trainers if len(sketch.trainers) > 1 else (stake.person,)
            able = [slot for slot in slots if self._hour_fits(sketch, slot) and not self._is_frozen(sketch, slot)]
            return any(self._room(sketch, who, slot, 1.0) >= stake.minutes for who in people for slot in able)
        place = self._work(sketch, [stake], slots, 1.0)
        if place is not None:
            self.book(sketch, place.pieces, -1)
        return place is not None

    def _meet(self, stakes: Sequence[Stake], slot: int) -> bool:
        """Whether all are there at the same hours: a half-day of nights and one of mornings do not meet."""
        people = tuple(stake.person for stake in stakes)
        key = (people, slot)
        if key not in self._common:
            day = self._diary.day(slot)
            self._common[key] = self._frame.calendars.common_minutes(people, day, slot % 2)
        return self._common[key] >= max(stake.minutes for stake in stakes)

    def _work(self, sketch: Sketch, stakes: Sequence[Stake], slots: Sequence[int], fill: float) -> Place | None:
        pieces: list[Piece] = []
        for stake in stakes:
            left = stake.minutes
            for slot in slots:
                if left == 0:
                    break
                is_begun = left < stake.minutes  # its hour is that of its beginning
                if self._is_frozen(sketch, slot) or not (is_begun or self._hour_fits(sketch, slot)):
                    continue
                piece = self._piece(left, self._room(sketch, stake.person, slot, fill))
                if piece:
                    pieces.append((stake.person, slot, piece))
                    self.book(sketch, pieces[-1:], 1)
                    left -= piece
            if left:
                self.book(sketch, pieces, -1)
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
        time = self._diary.time_of(person)
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
        return sketch.at is None or (sketch.at.hour * 60 >= AFTERNOON) == bool(slot % 2)

    @staticmethod
    def _place_of(pieces: Sequence[Piece]) -> Place:
        slots = sorted({slot for _, slot, _ in pieces})
        by_slot = tuple(sorted(pieces, key=lambda piece: piece[1]))
        return Place(first=slots[0], last=slots[-1], pieces=by_slot, slots=tuple(slots))


def _common_start(frame: Frame, stakes: Sequence[Stake], day: date) -> int | None:
    """Return the minute from which all have agreed to the same hours outside work, long enough for each, or None."""
    common = [(0, 2 * MINUTES_A_DAY)]  # past midnight too
    for stake in stakes:
        agreed = [extra for extra in frame.calendars.extra_hours(stake.person) if extra.date == day]
        common = [(max(start, extra.starts_at), min(end, extra.ends_at)) for start, end in common for extra in agreed]
    longest = max((stake.minutes for stake in stakes), default=0)
    return min((start for start, end in common if end - start >= longest), default=None)
