"""The horizon in a few parts that a person can look over: what begins with each wave, then quarters."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rollout_kit.capacity.answers import DayAnswer, Expectation, TierDay
from rollout_kit.capacity.model import Wave

WAVE_TIME = timedelta(days=28)  # house value: so long the time after a wave is told apart from the rest of a quarter
WAVE_GAP = timedelta(days=7)  # house value: waves closer together are told as one
LEAST_TIME = timedelta(days=14)  # house value: a shorter rest is told together with its neighbour
QUARTERS = (1, 4, 7, 10)


@dataclass(frozen=True, slots=True, kw_only=True)
class TierLoad:
    """Hours of work and of people on an open day, in the mean; `backlog_days` is the most of any day, None: never.

    Work that comes on closed days is done on open ones.
    """

    id: str
    demanded_hours: float
    capacity_hours: float
    backlog_days: float | None

    @property
    def use(self) -> float | None:
        """Work divided by people's hours, None where nobody has any."""
        return self.demanded_hours / self.capacity_hours if self.capacity_hours else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A part of the horizon, at the middle figures, both days inclusive; `waves` begin within it.

    `contacts` of an open day in the mean, with those that came on closed days. `phone_level` is the least of any day,
    None where nobody waits on a channel or no share can be told, which `has_phone` tells apart. `needed` people on its
    worst day, None where no number keeps the target, beside `there`, the people of that day.
    """

    starts_on: date
    ends_on: date
    waves: tuple[Wave, ...]
    open_days: int
    contacts: float
    tiers: tuple[TierLoad, ...]
    has_phone: bool
    phone_level: float | None
    needed: int | None
    there: int

    @property
    def backlog_days(self) -> float | None:
        """The most days that any level takes to clear its backlog; None: never."""
        lengths = [tier.backlog_days for tier in self.tiers]
        return None if None in lengths else max((length for length in lengths if length is not None), default=0.0)


def periods(expectation: Expectation) -> tuple[Period, ...]:
    """Return the parts of the horizon that have an open day."""
    question = expectation.question
    starts = _starts(question.waves, question.starts_on, question.ends_on)
    ends = [*(start - timedelta(days=1) for start in starts[1:]), question.ends_on]
    found = (_period(start, end, question.waves, expectation.days) for start, end in zip(starts, ends, strict=True))
    return tuple(period for period in found if period is not None)


def _starts(waves: Sequence[Wave], first: date, last: date) -> list[date]:
    """Return the first days: of waves a week apart, of the calm after them, and of quarters outside both."""
    begun = [first]
    for day in sorted(wave.date for wave in waves):
        if day - begun[-1] >= WAVE_GAP and day <= last:
            begun.append(day)
    years = range(first.year, last.year + 1)
    calmer = {*(day + WAVE_TIME for day in begun), *(date(year, month, 1) for year in years for month in QUARTERS)}
    starts = list(begun)
    for day in sorted(calmer):
        before = max(start for start in starts if start <= day) if day >= first else day
        has_room = before in begun or day - before >= LEAST_TIME
        if (
            first < day <= last - LEAST_TIME
            and has_room
            and not any(start <= day < start + WAVE_TIME for start in begun)
        ):
            starts.append(day)
    return sorted(starts)


def _period(start: date, end: date, waves: Sequence[Wave], days: Sequence[DayAnswer]) -> Period | None:
    whole = [day for day in days if start <= day.date <= end]
    inside = [day for day in whole if day.is_open]
    if not inside:
        return None
    phones = [day.phone for day in inside if day.phone is not None]
    peaks = [(phone.enough, phone.there) for phone in phones]
    needed, there = max(peaks, key=lambda peak: (peak[0] is None, peak[0] or 0), default=(0, 0))
    levels = [phone.level for phone in phones]
    return Period(
        starts_on=start,
        ends_on=end,
        waves=tuple(wave for wave in waves if start <= wave.date <= end),
        open_days=len(inside),
        contacts=sum(day.contacts for day in whole) / len(inside),
        tiers=tuple(_tier(tiers, len(inside)) for tiers in zip(*(day.tiers for day in whole), strict=True)),
        has_phone=bool(phones),
        phone_level=None if None in levels else min((each for each in levels if each is not None), default=None),
        needed=needed,
        there=there,
    )


def _tier(days: Sequence[TierDay], open_days: int) -> TierLoad:
    lengths = [day.days_to_clear for day in days]
    return TierLoad(
        id=days[0].id,
        demanded_hours=sum(day.demanded_hours for day in days) / open_days,
        capacity_hours=sum(day.capacity_hours for day in days) / open_days,
        backlog_days=None if None in lengths else max((each for each in lengths if each is not None), default=0.0),
    )
