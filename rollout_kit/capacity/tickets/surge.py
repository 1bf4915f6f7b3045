"""More tickets after a rollout: how many times the ordinary number, and how soon half of the surplus is gone.

The number of a working day is taken as Poisson with the mean `base * weekday * (1 + surplus * 0.5**(age/half_life))`,
from eight weeks before the rollout to half a year after it. Both ranges are profile likelihoods: all values that the
other figures, at their best, leave within the 80 % of a chi-square, widened where days vary more than Poisson.
Nothing is drawn by lot. The factor is that of the first day, as the demand of a wave is reckoned; the first week is
a little below.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from math import exp, log, sqrt

from rollout_kit.capacity.tickets.measured import Spread
from rollout_kit.message import N_, Message, message

DAYS_BEFORE, DAYS_AFTER = 56, 182
LEAST_DAYS = 20  # working days on either side; house value
LEAST_TICKETS = 100  # before it, on working days; house value

_CHI_80 = 1.6423744151498165  # chi-square of one degree, for a range from 10 % to 90 %
_CHI_95_OF_TWO = 5.991464547107979  # chi-square of two degrees: a surplus at all
_SPANS = (2.0, 120.0)  # days of half-life that are looked at; house value
_SURPLUSES = (0.02, 40.0)  # in shares of the ordinary number; house value
_STEPS, _SECTIONS, _HALVINGS = 12, 12, 10
_GOLDEN = 0.6180339887498949
_LN_2 = 0.6931471805599453
_WORKING_DAYS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Surge:
    """The factor on the first day, and the half-life in days; that is a message where it could not be told."""

    factor: Spread
    half_life: Spread | Message
    tickets: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Days:
    """Working days around a rollout. `after` holds age in days, tickets and weight of the weekday."""

    tickets: int
    weight: float
    before: tuple[tuple[int, float], ...]
    after: tuple[tuple[int, int, float], ...]


def surge_of(tickets: Mapping[date, int], rollout_on: date, first: date, last: date) -> Surge | Message:
    """Return the surge after a rollout, or why it cannot be told. `tickets` are those of days; others have none."""
    days = _days(tickets, rollout_on, first, last)
    if isinstance(days, Message):
        return days
    half_life, surplus, best = _best(days)
    excess = _excess(days, surplus, half_life)
    if 2 * (best - _likelihood(days, 0.0, half_life)) / excess < _CHI_95_OF_TWO:
        return message(N_("the tickets after it are no more than chance would bring"))
    least = best - _CHI_80 * excess / 2
    factor = _range(
        lambda more: _top(lambda span: _likelihood(days, more, span), *_SPANS)[1], surplus, _SURPLUSES, least
    )
    span = _range(
        lambda span: _top(lambda more: _likelihood(days, more, span), *_SURPLUSES)[1], half_life, _SPANS, least
    )
    return Surge(
        factor=Spread(low=1 + factor.low, likely=1 + factor.likely, high=1 + factor.high),
        half_life=_told(span, last),
        tickets=days.tickets,
    )


def _told(half_life: Spread, last: date) -> Spread | Message:
    if half_life.high >= _SPANS[1]:
        return message(N_("the surplus has not clearly fallen by {day}"), day=last)
    return half_life


def _days(tickets: Mapping[date, int], rollout_on: date, first: date, last: date) -> _Days | Message:
    weights = _weekdays(tickets, rollout_on)
    start, end = (
        max(first, rollout_on - timedelta(days=DAYS_BEFORE)),
        min(last, rollout_on + timedelta(days=DAYS_AFTER)),
    )
    whole = [start + timedelta(days=n) for n in range((end - start).days + 1)]
    working = [day for day in whole if day.weekday() < _WORKING_DAYS]
    before = tuple((tickets.get(day, 0), weights[day.weekday()]) for day in working if day < rollout_on)
    after = tuple(
        ((day - rollout_on).days, tickets.get(day, 0), weights[day.weekday()]) for day in working if day >= rollout_on
    )
    if min(len(before), len(after)) < LEAST_DAYS:
        said = N_("{before} working days before it and {after} after it are told of; {needed} are needed on each side")
        return message(said, before=len(before), after=len(after), needed=LEAST_DAYS)
    counted = sum(count for count, _ in before)
    if counted < LEAST_TICKETS:
        return message(N_("{n} tickets in the eight weeks before it; {needed} are needed"),
                       n=counted, needed=LEAST_TICKETS)  # fmt: skip
    return _Days(
        tickets=counted + sum(count for _, count, _ in after),
        weight=sum(weight for _, weight in before) + sum(weight for _, _, weight in after),
        before=before,
        after=after,
    )


def _weekdays(tickets: Mapping[date, int], rollout_on: date) -> tuple[float, ...]:
    """Return how the weekdays differ before the rollout, 1.0 on average; never nothing, since a ticket may come."""
    sums = [0.5] * _WORKING_DAYS
    for day, count in tickets.items():
        if day < rollout_on and day.weekday() < _WORKING_DAYS:
            sums[day.weekday()] += count
    return tuple(one * _WORKING_DAYS / sum(sums) for one in sums)


def _likelihood(days: _Days, surplus: float, half_life: float) -> float:
    """Return the logarithm of the likelihood with the base at its best, without what no figure changes."""
    weight, found = days.weight, 0.0
    for age, count, weekday in days.after:
        more = surplus * exp(-_LN_2 * age / half_life)
        weight += weekday * more
        if count:
            found += count * log(1 + more)
    return found - days.tickets * log(weight)


def _best(days: _Days) -> tuple[float, float, float]:
    """Return half-life and surplus that are likeliest, and how likely they are."""

    def with_span(span: float) -> float:
        return _top(lambda more: _likelihood(days, more, span), *_SURPLUSES)[1]

    half_life, _ = _top(with_span, *_SPANS)
    surplus, best = _top(lambda more: _likelihood(days, more, half_life), *_SURPLUSES)
    return half_life, surplus, best


def _top(height: Callable[[float], float], first: float, last: float) -> tuple[float, float]:
    """Return where a function of one summit is highest, and how high: a few steps, then golden sections between two."""
    ratio = (last / first) ** (1 / _STEPS)
    best = max(range(_STEPS + 1), key=lambda step: height(first * ratio**step))
    low, high = max(first, first * ratio ** (best - 1)), min(last, first * ratio ** (best + 1))
    left, right = high * (low / high) ** _GOLDEN, low * (high / low) ** _GOLDEN
    at_left, at_right = height(left), height(right)
    for _ in range(_SECTIONS):
        if at_left >= at_right:
            high, right, at_right = right, left, at_left
            left = high * (low / high) ** _GOLDEN
            at_left = height(left)
        else:
            low, left, at_left = left, right, at_right
            right = low * (high / low) ** _GOLDEN
            at_right = height(right)
    return (left, at_left) if at_left >= at_right else (right, at_right)


def _excess(days: _Days, surplus: float, half_life: float) -> float:
    """Return how much more days vary than Poisson, at least 1."""
    shape = list(days.before)
    shape += [(count, weekday * (1 + surplus * exp(-_LN_2 * age / half_life))) for age, count, weekday in days.after]
    base = days.tickets / sum(weight for _, weight in shape)
    off = sum((count - base * weight) ** 2 / (base * weight) for count, weight in shape)
    return max(1.0, off / (len(shape) - 3))


def _range(profile: Callable[[float], float], likely: float, limits: tuple[float, float], least: float) -> Spread:
    """Return where a profile falls below the least, on either side of its summit; a limit where it does not."""

    def edge(outside: float) -> float:
        inside = likely
        if profile(outside) >= least:
            return outside
        for _ in range(_HALVINGS):
            middle = sqrt(inside * outside)
            inside, outside = (middle, outside) if profile(middle) >= least else (inside, middle)
        return outside

    return Spread(low=edge(limits[0]), likely=likely, high=edge(limits[1]))
