"""An outlook's days as points of a picture: each open day, or for a long horizon the weeks; and what stands on axes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from math import ceil, floor, isfinite, log10

from rollout_kit.capacity.answers import Band
from rollout_kit.capacity.model import Question
from rollout_kit.document.charts import BandPoint, DayTick, Tick
from rollout_kit.language.words import Words

MOST_DAYS = 70  # open days that are drawn one by one
MOST_STEPS = 5
QUARTERS = (1, 4, 7, 10)
SUNDAY = 7
MONTHLY_DAYS, YEARLY_DAYS = 130, 1100
MOST_VALUE = 1e9  # what cannot be drawn stands at the upper end

Fold = Callable[[Sequence[float]], float]
"""How the values of a week become one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Days that are one point: its place is their middle, `days` are indices of the horizon."""

    day: date
    days: tuple[int, ...]


def groups(question: Question) -> tuple[Group, ...]:
    """Return each open day, or the open days of each week where there are many; a week cut short is no point by itself.

    A last week of a Monday alone would be told as if every day were one.
    """
    opened = [number for number, day in enumerate(question.days) if day.is_open]
    if len(opened) <= MOST_DAYS:
        return tuple(Group(day=question.days[number].date, days=(number,)) for number in opened)
    weeks = groupby(opened, key=lambda number: question.days[number].date.isocalendar()[:2])
    found = [tuple(days) for _, days in weeks]
    if len(found) > 1 and question.ends_on.isoweekday() < SUNDAY:
        found[-2:] = [(*found[-2], *found[-1])]
    return tuple(Group(day=question.days[days[len(days) // 2]].date, days=days) for days in found)


def band_points(found: Sequence[Group], band: Band, limit: Sequence[float] | None, fold: Fold) -> tuple[BandPoint, ...]:
    """Return the points of a band; a limit is the mean of its days."""
    return tuple(
        BandPoint(
            day=group.day,
            low=_folded(band.low, group, fold),
            middle=_folded(band.middle, group, fold),
            high=_folded(band.high, group, fold),
            limit=None if limit is None else _folded(limit, group, mean),
        )
        for group in found
    )


def mean(values: Sequence[float]) -> float:
    """Return the mean."""
    return sum(values) / len(values)


def steps(most: float, words: Words) -> tuple[Tick, ...]:
    """Return round steps from zero to the first one that is not below `most`."""
    most = max(most, 1e-6) if isfinite(most) else 1.0
    rough = most / MOST_STEPS
    power = 10.0 ** floor(log10(rough))
    step = next(power * factor for factor in (1, 2, 2.5, 5, 10) if power * factor >= rough * (1 - 1e-9))
    return tuple((number * step, words.number(number * step)) for number in range(ceil(most / step - 1e-9) + 1))


def shares(words: Words, *between: float) -> tuple[Tick, ...]:
    """Return the steps of an axis of shares: 0, half, all, and those named."""
    return tuple((share, words.percent(share)) for share in sorted({0.0, 0.5, 1.0, *between}))


def day_ticks(question: Question, words: Words) -> tuple[DayTick, ...]:
    """Return the first day, then the months or quarters; January names its year."""
    first, last = question.starts_on, question.ends_on
    length = (last - first).days
    wanted = (1,) if length > YEARLY_DAYS else QUARTERS if length > MONTHLY_DAYS else range(1, 13)
    starts = (date(year, month, 1) for year in range(first.year, last.year + 1) for month in wanted)
    named = tuple((day, _month(day, words)) for day in starts if first < day <= last)
    return ((first, words.day_month(first)), *named)


def _month(day: date, words: Words) -> str:
    return f"{words.month(day)} {day.year}" if day.month == 1 else words.month(day)


def _folded(values: Sequence[float], group: Group, fold: Fold) -> float:
    folded = fold([values[number] for number in group.days])
    return min(folded, MOST_VALUE) if isfinite(folded) else MOST_VALUE
