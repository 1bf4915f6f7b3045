"""What the tickets of the own system tell of the load: each figure with its range, or why it could not be told.

Ranges reach from the 10 % to the 90 % value: of the single months (from six full ones on, else of the single weeks)
for tickets, shares, times of work and of resolution; of the estimate itself for growth (its standard error) and for the
surge after a rollout (profile likelihood). Nothing is drawn by lot, so the same tickets give the same figures. Holidays
are not known here: they count as working days with few tickets. Days around a rollout, from two weeks before it to 90
days after, tell of the surge only.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from math import exp, expm1, log, log1p, sqrt
from statistics import fmean

from rollout_kit.capacity.tickets.columns import Column
from rollout_kit.capacity.tickets.counts import Span, counted, span_of
from rollout_kit.capacity.tickets.measured import Found, Measured, Spread, Untold, over_periods, t_high, too_short
from rollout_kit.capacity.tickets.shares import busiest_weekday, channels, peak_hour
from rollout_kit.capacity.tickets.surge import Surge, surge_of
from rollout_kit.capacity.tickets.table import Ticket
from rollout_kit.capacity.tickets.work import handling, resolution
from rollout_kit.message import N_, Message, message, plural_message

DAYS_OF_A_MONTH = 365.25 / 12
ENOUGH_FOR_GROWTH = 12  # full months
_ENOUGH_A_MONTH = 20  # tickets, for growth; house value
_SURE = 1.6  # half ranges: two standard errors
_WIDEST_GROWTH = 1.0  # house value: a range of a hundred points a year says nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """All that a table of tickets tells. `months` counts the full ordinary ones; `notes` say how it was reckoned."""

    tickets: int
    first: date
    last: date
    months: int
    users: int | None
    figures: tuple[Measured, ...]
    untold: tuple[Untold, ...]
    notes: tuple[Message, ...] = ()


def calibrated(
    tickets: Iterable[Ticket],
    *,
    users: int | None,
    columns: Collection[Column],
    rollout_on: date | None = None,
    rollout_users: int | None = None,
    since: date | None = None,
    until: date | None = None,
) -> Calibration | None:
    """Return what tickets tell between two days, both included; None if there are none.

    `users` are those of the last month, `rollout_users` those among them who were switched at the rollout: all, if it
    is None. `columns` are those that the table has.
    """
    span = span_of(counted(tickets), since, until, rollout_on)
    if span is None:
        return None
    growth = _growth(span)
    found = [
        *_rate(span, users, growth),
        growth,
        *_surge(span, rollout_on, rollout_users / users if users and rollout_users else 1.0),
        peak_hour(span),
        busiest_weekday(span),
        *channels(span, columns),
        *handling(span, columns),
        *resolution(span, columns),
    ]
    return Calibration(
        tickets=sum(counts.tickets for counts in span.by_day.values()),
        first=span.first,
        last=span.last,
        months=len(span.months),
        users=users,
        figures=tuple(one for one in found if isinstance(one, Measured)),
        untold=tuple(one for one in found if isinstance(one, Untold)),
        notes=tuple(_notes(span, growth)),
    )


def _notes(span: Span, growth: Found) -> Iterator[Message]:
    if span.left_out:
        said = N_("{n} tickets before {first} or after {last} are left out: too few for whole months")
        yield message(said, n=span.left_out, first=span.first, last=span.last)
    if span.unsettled is not None:
        said = N_("days from {first} to {last} tell of the rollout only, not of the ordinary load")
        yield message(said, first=span.unsettled.first, last=span.unsettled.last)
    if _is_sure(growth):
        yield message(N_("earlier tickets are weighed up to the level of the last day by the growth"))
    yield message(N_("holidays count as working days; ranges go from the 10 % to the 90 % value"))


def _is_sure(growth: Found) -> bool:
    """Tell whether growth is more than chance; the range alone would take chance for growth once in five times."""
    if isinstance(growth, Untold):
        return False
    reach = (growth.spread.high - growth.spread.low) / 2
    return abs(growth.spread.likely) > _SURE * reach


def _rate(span: Span, users: int | None, growth: Found) -> Iterator[Found]:
    """Yield tickets per user and month, at the level of the end where they grow."""
    key = "tickets_per_user_month"
    if not users:
        yield Untold(key=key, reason=message(N_("nobody says how many users there are; --users does")))
        return
    a_year = log1p(growth.spread.likely) if isinstance(growth, Measured) and _is_sure(growth) else 0.0
    ordinary = span.ordinary
    levels = {
        day: counts.tickets * exp(a_year * (span.last - day).days / 365.25) * DAYS_OF_A_MONTH / users
        for day, counts in ordinary.items()
    }
    days = sum(1 for _ in span.days)
    spread = over_periods(
        span,
        sum(levels.values()) / max(days, 1),
        lambda one: sum(levels[day] for day, _ in span.within(one)) / one.days,
    )
    if spread is None:
        yield Untold(key=key, reason=too_short(span))
        return
    yield Measured(key=key, unit="number", spread=spread, tickets=sum(counts.tickets for counts in ordinary.values()))


def _growth(span: Span) -> Found:
    """Return the growth a year: the slope of the logarithms of the full months, with its standard error."""
    key, months = "growth_per_year", span.months
    if len(months) < ENOUGH_FOR_GROWTH:
        few = plural_message(
            N_("{n} full ordinary month; {needed} are needed"),
            N_("{n} full ordinary months; {needed} are needed"), len(months), needed=ENOUGH_FOR_GROWTH,
        )  # fmt: skip
        return Untold(key=key, reason=few)
    counts = [sum(held.tickets for _, held in span.within(month)) for month in months]
    if fmean(counts) < _ENOUGH_A_MONTH:
        said = N_("{n} tickets a month; {needed} are needed")
        return Untold(key=key, reason=message(said, n=round(fmean(counts)), needed=_ENOUGH_A_MONTH))
    years = [(month.first.toordinal() + month.days / 2) / 365.25 for month in months]
    levels = [log((count + 0.5) / month.days) for count, month in zip(counts, months, strict=True)]
    slope, error = _slope(years, levels)
    reach = error * t_high(len(months) - 2)
    spread = Spread(
        low=expm1(slope - reach), likely=expm1(slope), high=expm1(slope + reach), periods=len(months), period="month"
    )
    if spread.high - spread.low > _WIDEST_GROWTH:
        return Untold(key=key, reason=message(N_("the months differ too much among themselves")))
    return Measured(key=key, unit="change", spread=spread, tickets=sum(counts))


def _slope(xs: list[float], ys: list[float]) -> tuple[float, float]:
    """Return the slope of a line through points, and its standard error."""
    x, y = fmean(xs), fmean(ys)
    wide = sum((one - x) ** 2 for one in xs)
    slope = sum((one - x) * (other - y) for one, other in zip(xs, ys, strict=True)) / wide
    off = sum((other - y - slope * (one - x)) ** 2 for one, other in zip(xs, ys, strict=True))
    return slope, sqrt(off / (len(xs) - 2) / wide)


def _surge(span: Span, rollout_on: date | None, share: float) -> Iterator[Found]:
    """Yield factor and half-life; a share of the users brought the whole surplus, so that theirs is larger."""
    keys = ("golive_factor", "half_life")
    if rollout_on is None:
        found: Surge | Message = message(N_("no earlier rollout is named; --rollout-date does"))
    else:
        tickets = {day: counts.tickets for day, counts in span.by_day.items()}
        found = surge_of(tickets, rollout_on, span.first, span.last)
    if isinstance(found, Message):
        yield from (Untold(key=key, reason=found) for key in keys)
        return
    low, likely, high = (
        1 + (factor - 1) / share for factor in (found.factor.low, found.factor.likely, found.factor.high)
    )
    spread = Spread(low=low, likely=likely, high=high)
    yield Measured(key=keys[0], unit="number", spread=spread, tickets=found.tickets)
    if isinstance(found.half_life, Message):
        yield Untold(key=keys[1], reason=found.half_life)
    else:
        yield Measured(key=keys[1], unit="days", spread=found.half_life, tickets=found.tickets)
