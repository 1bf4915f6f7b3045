"""Measured figures, or why they could not be told; ranges from the 10 % to the 90 % value."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean, stdev
from typing import Literal, TypeVar

from rollout_kit.capacity.tickets.counts import Period, Span
from rollout_kit.message import N_, Message, plural_message

LOW, HIGH = 0.1, 0.9
Z_HIGH = 1.2815515655446004  # the 90 % value of the normal distribution
ENOUGH_MONTHS = 6  # house value: fewer months have no 10 % value worth its name
ENOUGH_WEEKS = 4  # house value

Held = TypeVar("Held")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """A middle value with the range of it; `periods` says over how many months or weeks, 0 where it is reckoned."""

    low: float
    likely: float
    high: float
    periods: int = 0
    period: Literal["month", "week"] = "month"


Unit = Literal["number", "share", "change", "minutes", "hours", "days"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One estimate. `key` is its name below `[load]`; else a name of ours, such as `resolution_median`.

    `hour` and `weekday` (0 = Monday) say which one the share is of. `tickets` are those that it rests on.
    """

    key: str
    unit: Unit
    spread: Spread
    tickets: int
    hour: int | None = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Untold:
    """A figure, by its key, that the tickets do not tell."""

    key: str
    reason: Message


Found = Measured | Untold


def too_few(found: int, needed: int) -> Message:
    """Return that there are fewer tickets than a figure needs."""
    return plural_message(
        N_("{n} ticket; {needed} are needed"), N_("{n} tickets; {needed} are needed"), found, needed=needed
    )


def too_short(span: Span) -> Message:
    """Return that the time is too short to have a range."""
    return plural_message(
        N_("{n} full week of ordinary days; {needed} are needed"),
        N_("{n} full weeks of ordinary days; {needed} are needed"), len(span.weeks), needed=ENOUGH_WEEKS,
    )  # fmt: skip


def periods_of(span: Span) -> tuple[tuple[Period, ...], Literal["month", "week"]]:
    """Return the full months, or the full weeks where the months are too few; nothing where they are as well."""
    months, weeks = span.months, span.weeks
    if len(months) >= ENOUGH_MONTHS:
        return months, "month"
    return (weeks if len(weeks) >= ENOUGH_WEEKS else ()), "week"


def over_periods(span: Span, likely: float, one: Callable[[Period], float | None]) -> Spread | None:
    """Return a value with the 10 % and 90 % values of the single months or weeks, None where those are too few.

    `one` is the same value of one period, None where it holds too little to have it.
    """
    periods, kind = periods_of(span)
    found = [value for period in periods if (value := one(period)) is not None]
    if len(found) < ENOUGH_WEEKS:
        return None
    low, high = quantile(sorted(found), LOW), quantile(sorted(found), HIGH)
    return Spread(low=min(low, likely), likely=likely, high=max(high, likely), periods=len(found), period=kind)


def of_mean(values: Sequence[float]) -> Spread:
    """Return the mean with the range that its standard error leaves to it."""
    middle = fmean(values)
    reach = Z_HIGH * stdev(values) / sqrt(len(values)) if len(values) > 1 else middle
    return Spread(low=max(0.0, middle - reach), likely=middle, high=middle + reach)


def of_quantile(ordered: Sequence[float], share: float) -> Spread:
    """Return a quantile of values in order, with the range that their number leaves to it (binomial)."""
    reach = Z_HIGH * sqrt(share * (1 - share) / len(ordered))
    low, high = max(0.0, share - reach), min(1.0, share + reach)
    return Spread(low=quantile(ordered, low), likely=quantile(ordered, share), high=quantile(ordered, high))


def quantile(ordered: Sequence[float], share: float) -> float:
    """Return the value below which a share of values in order lies, between two of them where it must."""
    at = share * (len(ordered) - 1)
    below = int(at)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (at - below)


def winsorised(values: Sequence[float], share: float) -> list[float]:
    """Return the values in order, those above the quantile of a share pulled down to it."""
    ordered = sorted(values)
    most = quantile(ordered, share)
    return [min(value, most) for value in ordered]


def t_high(degrees: int) -> float:
    """Return the 90 % value of Student's distribution (first terms of Cornish and Fisher; 0.5 % off at 10 degrees)."""
    return Z_HIGH + (Z_HIGH**3 + Z_HIGH) / (4 * degrees)
