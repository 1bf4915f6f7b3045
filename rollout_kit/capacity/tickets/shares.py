"""Shares of the hour, the weekday and the channels."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from math import sqrt

from rollout_kit.capacity.tickets.columns import CHANNELS, Column
from rollout_kit.capacity.tickets.counts import WORKING_DAYS, DayCounts, Period, Span
from rollout_kit.capacity.tickets.measured import Found, Measured, Untold, over_periods, too_few, too_short
from rollout_kit.message import N_, message

ENOUGH_FOR_SHARES = 200  # tickets; house value
_ENOUGH_IN_A_PERIOD = 10  # house value
_STANDS_OUT = 2.33  # standard errors: of five equal days the busiest reaches that once in twenty times


def peak_hour(span: Span) -> Found:
    """Return the share of the hour that is busiest over all working days, of all tickets of those days."""
    key = "peak_hour_share"
    hours = _hours(span.ordinary.items())
    if sum(hours) < ENOUGH_FOR_SHARES:
        return Untold(key=key, reason=too_few(sum(hours), ENOUGH_FOR_SHARES))
    peak = max(range(24), key=lambda hour: (hours[hour], -hour))

    def share(period: Period) -> float | None:
        inside = _hours(span.within(period))
        return inside[peak] / sum(inside) if sum(inside) >= _ENOUGH_IN_A_PERIOD else None

    spread = over_periods(span, hours[peak] / sum(hours), share)
    if spread is None:
        return Untold(key=key, reason=too_short(span))
    if peak == 0 and hours[0] == sum(hours):
        return Untold(key=key, reason=message(N_("the column has days only, no times of day")))
    return Measured(key=key, unit="share", spread=spread, tickets=sum(hours), hour=peak)


def busiest_weekday(span: Span) -> Found:
    """Return the share of the busiest of five working days, of what five average ones bring."""
    key = "busiest_weekday"
    counts = _weekdays(span.ordinary.items())
    if sum(counts) < ENOUGH_FOR_SHARES:
        return Untold(key=key, reason=too_few(sum(counts), ENOUGH_FOR_SHARES))
    shares = _levelled(counts, span.days)
    busiest = max(range(WORKING_DAYS), key=lambda day: (shares[day], -day))
    equal = 1 / WORKING_DAYS
    if shares[busiest] - equal < _STANDS_OUT * sqrt(equal * (1 - equal) / sum(counts)):
        return Untold(key=key, reason=message(N_("no weekday stands out")))

    def share(period: Period) -> float | None:
        inside = _weekdays(span.within(period))
        days = (day for day in period if span.first <= day <= span.last)
        return _levelled(inside, days)[busiest] if sum(inside) >= _ENOUGH_IN_A_PERIOD else None

    spread = over_periods(span, shares[busiest], share)
    if spread is None:
        return Untold(key=key, reason=too_short(span))
    return Measured(key=key, unit="share", spread=spread, tickets=sum(counts), weekday=busiest)


def channels(span: Span, columns: Collection[Column]) -> Iterator[Found]:
    """Yield the share of each channel that there is, of the tickets that tell theirs."""
    key = "channels"
    if "channel" not in columns:
        yield Untold(
            key=key, reason=message(N_("no column says by which channel a ticket came; --columns channel=… does"))
        )
        return
    counts = _channels(span.ordinary.items())
    if counts.total() < ENOUGH_FOR_SHARES:
        yield Untold(key=key, reason=too_few(counts.total(), ENOUGH_FOR_SHARES))
        return
    for channel in CHANNELS:
        if not counts[channel]:
            continue

        def share(period: Period, channel: str = channel) -> float | None:
            inside = _channels(span.within(period))
            return inside[channel] / inside.total() if inside.total() >= _ENOUGH_IN_A_PERIOD else None

        spread = over_periods(span, counts[channel] / counts.total(), share)
        if spread is None:
            yield Untold(key=key, reason=too_short(span))
            return
        yield Measured(key=f"channels.{channel}.share", unit="share", spread=spread, tickets=counts[channel])


Days = Iterable[tuple[date, DayCounts]]


def _hours(days: Days) -> list[int]:
    """Return the tickets of working days by hour."""
    found = [0] * 24
    for day, counts in days:
        if day.weekday() < WORKING_DAYS:
            found = [sum(pair) for pair in zip(found, counts.hours, strict=True)]
    return found


def _weekdays(days: Days) -> list[int]:
    """Return the tickets by working day of the week."""
    found = [0] * WORKING_DAYS
    for day, counts in days:
        if day.weekday() < WORKING_DAYS:
            found[day.weekday()] += counts.tickets
    return found


def _levelled(counts: Sequence[int], days: Iterable[date]) -> list[float]:
    """Return the shares of the weekdays, as if each had come equally often."""
    times = Counter(day.weekday() for day in days)
    means = [count / max(times[weekday], 1) for weekday, count in enumerate(counts)]
    return [mean / (sum(means) or 1.0) for mean in means]


def _channels(days: Days) -> Counter[str]:
    found: Counter[str] = Counter()
    for _, counts in days:
        found.update(counts.channels)
    return found
