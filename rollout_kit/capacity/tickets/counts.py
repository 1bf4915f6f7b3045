"""Tickets counted by day: all that is kept of them. From a year of days follow months, weeks and hours."""

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import groupby, islice

from rollout_kit.capacity.tickets.table import Ticket

WORKING_DAYS = 5  # Monday to Friday
UNSETTLED_BEFORE, UNSETTLED_AFTER = timedelta(days=14), timedelta(days=90)
"""Around a rollout no day is an ordinary one. Back to normal after 90 days: Intelliteach, 150 rollouts, 2011."""

_THIN = 0.1  # house value: a month with a tenth of the usual tickets is not in the export as a whole
_EDGE = timedelta(days=3)  # house value: New Year and a weekend may have no ticket


@dataclass(slots=True)
class DayCounts:
    """What came on one day: tickets by hour of the day and by channel, hours until resolution, minutes of work."""

    hours: list[int] = field(default_factory=lambda: [0] * 24)
    channels: Counter[str] = field(default_factory=Counter)
    waits: "array[float]" = field(default_factory=lambda: array("d"))
    works: "dict[str, array[float]]" = field(default_factory=dict)

    @property
    def tickets(self) -> int:
        """How many tickets were opened."""
        return sum(self.hours)


ByDay = dict[date, DayCounts]


def counted(tickets: Iterable[Ticket]) -> ByDay:
    """Return the counts of each day on which a ticket was opened, in order.

    Time of work is kept by channel, `""` where none is told.
    """
    days: ByDay = {}
    for ticket in tickets:
        opened = ticket.opened_at
        date_of = opened.date()
        if date_of in days:
            day = days[date_of]
        else:
            day = days[date_of] = DayCounts()
        day.hours[opened.hour] += 1
        if ticket.channel is not None:
            day.channels[ticket.channel] += 1
        if ticket.resolved_at is not None:
            day.waits.append((ticket.resolved_at - opened).total_seconds() / 3600)
        if ticket.minutes_worked is not None:
            day.works.setdefault(ticket.channel or "", array("d")).append(ticket.minutes_worked)
    return dict(sorted(days.items()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A full month or week of the calendar, both days included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days of the calendar."""
        return (self.last - self.first).days + 1

    def __iter__(self) -> Iterator[date]:
        """Yield its days."""
        return (self.first + timedelta(days=n) for n in range(self.days))

    def __contains__(self, day: date) -> bool:
        """Tell whether a day is one of it."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The time that an export tells of, and what of it is ordinary: not around a rollout.

    `months` and `weeks` are the full ones among the ordinary days; `left_out` counts tickets of months that are in
    the export by their edges only.
    """

    first: date
    last: date
    by_day: ByDay
    ordered: tuple[date, ...]
    unsettled: Period | None
    left_out: int = 0

    def is_ordinary(self, day: date) -> bool:
        """Tell whether a day does not lie around the rollout."""
        return self.unsettled is None or day not in self.unsettled

    @property
    def ordinary(self) -> ByDay:
        """The counts of the ordinary days that have any."""
        return {day: counts for day, counts in self.by_day.items() if self.is_ordinary(day)}

    @property
    def days(self) -> Iterator[date]:
        """All ordinary days of the calendar, also those without a ticket."""
        return (day for day in Period(first=self.first, last=self.last) if self.is_ordinary(day))

    def within(self, period: Period) -> Iterator[tuple[date, DayCounts]]:
        """Yield the days of a period that have tickets, with their counts."""
        start = bisect_left(self.ordered, period.first)
        for day in islice(self.ordered, start, None):
            if day > period.last:
                return
            yield day, self.by_day[day]

    @property
    def months(self) -> tuple[Period, ...]:
        """The full ordinary months."""
        return self._full(lambda day: day.replace(day=1), _month_of)

    @property
    def weeks(self) -> tuple[Period, ...]:
        """The full ordinary weeks, Monday to Sunday."""
        return self._full(lambda day: day - timedelta(days=day.weekday()), _week_of)

    def _full(self, start: Callable[[date], date], whole: Callable[[date], Period]) -> tuple[Period, ...]:
        found = (whole(first) for first, _ in groupby(self.days, start))
        return tuple(
            period
            for period in found
            if self.first <= period.first + _EDGE
            and period.last - _EDGE <= self.last
            and self.is_ordinary(period.first)
            and self.is_ordinary(period.last)
        )


def span_of(by_day: ByDay, since: date | None, until: date | None, rollout_on: date | None) -> Span | None:
    """Return the span of the days between two dates, None if there are none.

    Where a date is not given, months at that end with far fewer tickets than usual are cut: an export by the day of
    resolution has a thin tail of old tickets.
    """
    inside = {day: counts for day, counts in by_day.items() if (since or day) <= day <= (until or day)}
    if not inside:
        return None
    first, last = next(iter(inside)), next(reversed(inside))
    kept_first, kept_last = _without_tails(inside, first, last)
    first, last = first if since else kept_first, last if until else kept_last
    kept = {day: counts for day, counts in inside.items() if first <= day <= last}
    return Span(
        first=first,
        last=last,
        by_day=kept,
        ordered=tuple(kept),
        unsettled=_around(rollout_on),
        left_out=sum(counts.tickets for day, counts in inside.items() if not first <= day <= last),
    )


def _without_tails(by_day: ByDay, first: date, last: date) -> tuple[date, date]:
    """Return the first and the last day of the months that have a usual number of tickets."""
    months: Counter[date] = Counter()
    for day, counts in by_day.items():
        months[day.replace(day=1)] += counts.tickets
    usual, seen = 0, 0
    for count in sorted(months.values(), reverse=True):
        usual, seen = count, seen + count
        if seen * 2 >= months.total():
            break
    full = [month for month, count in sorted(months.items()) if count >= usual * _THIN]
    return max(first, full[0]), min(last, _month_of(full[-1]).last)


def _around(rollout_on: date | None) -> Period | None:
    if rollout_on is None:
        return None
    return Period(first=rollout_on - UNSETTLED_BEFORE, last=rollout_on + UNSETTLED_AFTER)


def _month_of(first: date) -> Period:
    following = (first + timedelta(days=32)).replace(day=1)
    return Period(first=first, last=following - timedelta(days=1))


def _week_of(first: date) -> Period:
    return Period(first=first, last=first + timedelta(days=6))
