"""Time of work and time until resolution. The one is what tickets cost, the other what users wait: two matters.

The expected load needs the mean of the work, since work adds up; tickets are skewed, and their median would promise
too little. The largest hundredth is pulled down first: clocks that nobody stopped. Median and quartiles of the
single tickets are told beside it.
"""

from array import array
from collections.abc import Callable, Collection, Iterator, Sequence
from statistics import fmean

from rollout_kit.capacity.tickets.columns import CHANNELS, Column
from rollout_kit.capacity.tickets.counts import DayCounts, Period, Span
from rollout_kit.capacity.tickets.measured import (
    Measured,
    Spread,
    Untold,
    of_mean,
    of_quantile,
    over_periods,
    quantile,
    too_few,
    winsorised,
)
from rollout_kit.message import N_, message

ENOUGH_TIMES = 30  # house value
MOST = 0.9
"""Share of the tickets that is resolved within the longer of the two times that are told."""

_LEAST_MINUTES = 1.0  # house value: nobody reads, mends and closes half of all tickets in less
_ENOUGH_IN_A_PERIOD = 10  # house value
_FORGOTTEN = 0.99  # house value

Values = Callable[[DayCounts], Sequence[float]]


def handling(span: Span, columns: Collection[Column]) -> Iterator[Measured | Untold]:
    """Yield the mean time of work of each channel, and the median with the quartiles; of all, where none is told."""
    if "worked" not in columns:
        said = N_(
            "no column says how long somebody worked; the time until resolution is not that; --columns worked=… does"
        )
        yield Untold(key="handling", reason=message(said))
        return
    names = [name for name in (*CHANNELS, "") if _all(span, _works(name))]
    if not names:
        yield Untold(key="handling", reason=too_few(0, ENOUGH_TIMES))
    for name in names:
        key = f"channels.{name}.handling" if name else "handling"
        works = _works(name)
        values = winsorised(_all(span, works), _FORGOTTEN)
        if len(values) < ENOUGH_TIMES:
            yield Untold(key=key, reason=too_few(len(values), ENOUGH_TIMES))
            continue
        if quantile(values, 0.5) < _LEAST_MINUTES:
            said = N_("half of the tickets took less than a minute; the column seems to be in another unit")
            yield Untold(key=key, reason=message(said))
            continue
        spread = _over(span, works, fmean(values), _mean_below(values[-1]))
        yield Measured(key=key, unit="minutes", spread=spread or of_mean(values), tickets=len(values))
        quartiles = Spread(
            low=quantile(values, 0.25), likely=quantile(values, 0.5), high=quantile(values, 0.75), periods=0
        )
        yield Measured(key=f"{key}_median", unit="minutes", spread=quartiles, tickets=len(values))


def resolution(span: Span, columns: Collection[Column]) -> Iterator[Measured | Untold]:
    """Yield the median of the hours until resolution, and the time within which nine of ten are resolved."""
    if "resolved" not in columns:
        said = N_("no column says when a ticket was resolved; --columns resolved=… does")
        yield Untold(key="resolution", reason=message(said))
        return
    waits = _all(span, _waits)
    if len(waits) < ENOUGH_TIMES:
        yield Untold(key="resolution", reason=too_few(len(waits), ENOUGH_TIMES))
        return
    waits.sort()
    for key, share in (("resolution_median", 0.5), ("resolution_most", MOST)):
        spread = _over(span, _waits, quantile(waits, share), _quantile_of(share))
        yield Measured(key=key, unit="hours", spread=spread or of_quantile(waits, share), tickets=len(waits))


def _mean_below(most: float) -> Callable[[Sequence[float]], float]:
    return lambda values: fmean(min(value, most) for value in values)


def _quantile_of(share: float) -> Callable[[Sequence[float]], float]:
    return lambda values: quantile(sorted(values), share)


def _over(span: Span, values: Values, likely: float, one: Callable[[Sequence[float]], float]) -> Spread | None:
    def of_period(period: Period) -> float | None:
        found = _all(span, values, period)
        return one(found) if len(found) >= _ENOUGH_IN_A_PERIOD else None

    return over_periods(span, likely, of_period)


def _all(span: Span, values: Values, period: Period | None = None) -> list[float]:
    """Return the values of all ordinary days, or of a period."""
    days = span.ordinary.items() if period is None else span.within(period)
    return [value for _, counts in days for value in values(counts)]


def _waits(counts: DayCounts) -> Sequence[float]:
    return counts.waits


def _works(channel: str) -> Values:
    return lambda counts: counts.works.get(channel, _NONE)


_NONE = array("d")
