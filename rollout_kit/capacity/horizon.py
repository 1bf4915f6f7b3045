"""The days that are looked at, and the part of the users that is at work on each of them."""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from rollout_kit.calendars.calendars import Calendars
from rollout_kit.calendars.days_off import days_off
from rollout_kit.calendars.holiday import Holiday
from rollout_kit.calendars.holidays_table import known_region
from rollout_kit.capacity.defaults import HORIZON
from rollout_kit.capacity.model import Place
from rollout_kit.description.organisations import Site
from rollout_kit.description.rollout import Rollout
from rollout_kit.message import Duration, Unit

MOST_DAYS = 1096  # house value: three years; nobody knows more of the load than that
DAYS_A_MONTH = 365 / 12
DAYS_BEHIND = 91  # house value: what a wave brings is seen then
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Horizon:
    """So many days from `starts_on` on; `is_cut`: the description asks for more than are looked at."""

    starts_on: date
    days: int
    is_cut: bool

    @property
    def dates(self) -> tuple[date, ...]:
        """Every day of it."""
        return tuple(self.starts_on + offset * _ONE_DAY for offset in range(self.days))

    @property
    def ends_on(self) -> date:
        """The last day of it."""
        return self.starts_on + (self.days - 1) * _ONE_DAY


def horizon_of(rollout: Rollout, calendars: Calendars) -> Horizon:
    """Return the days from the first wave or go-live, whichever is earlier, over `load.horizon`.

    Without one it is 12 months, or as many as take the last wave in and three months after it.
    """
    waves = rollout.load.waves if rollout.load else ()
    starts_on = min((go_live_of(rollout, calendars), *(wave.date for wave in waves)))
    stated = rollout.load.horizon if rollout.load else None
    last = max((wave.date for wave in waves), default=starts_on)
    wanted = _days_of(stated) if stated else max(_days_of(HORIZON), (last - starts_on).days + DAYS_BEHIND)
    days = min(wanted, MOST_DAYS + 1.0)
    return Horizon(starts_on=starts_on, days=max(1, min(round(days), MOST_DAYS)), is_cut=days > MOST_DAYS)


def go_live_of(rollout: Rollout, calendars: Calendars) -> date:
    """Return the day of go-live as described, else the last day of the plan on which both houses work."""
    about = rollout.about
    if about.go_live is not None:
        return about.go_live
    days = [about.kickoff + offset * _ONE_DAY for offset in range(about.days)]
    return next((day for day in reversed(days) if calendars.works_both(day)), days[-1])


def places_of(rollout: Rollout, horizon: Horizon) -> tuple[Place, ...]:
    """Return all sites together, weighed by their users, and then each site."""
    dates = horizon.dates
    places = [_place(site, _days_off_of(rollout, site, horizon), dates) for site in rollout.sites]
    weights = [site.users or 0 for site in rollout.sites]
    if not places or not sum(weights):
        return (_place(None, _days_off_of(rollout, None, horizon), dates), *places)
    shares = [weight / sum(weights) for weight in weights]
    together = Place(
        site=None,
        mornings=_mixed([place.mornings for place in places], shares),
        afternoons=_mixed([place.afternoons for place in places], shares),
    )
    return (together, *places)


def _days_of(length: Duration) -> float:
    return length.amount * DAYS_A_MONTH if length.unit is Unit.MONTH else length.minutes / 1440


def _days_off_of(rollout: Rollout, site: Site | None, horizon: Horizon) -> Callable[[date], Holiday | None]:
    customer = rollout.customer
    code = (site.region if site else None) or customer.region
    changes = (customer.holidays, site.holidays) if site else (customer.holidays,)
    found: dict[date, Holiday] = {}
    for year in range(horizon.starts_on.year, horizon.ends_on.year + 1):
        found.update(days_off(known_region(code) if code else None, changes, year))
    return found.get


def _place(site: Site | None, day_off: Callable[[date], Holiday | None], dates: tuple[date, ...]) -> Place:
    holidays = [day_off(day) for day in dates]
    return Place(
        site=site.id if site else None,
        mornings=tuple(0.0 if holiday and not holiday.half else 1.0 for holiday in holidays),
        afternoons=tuple(0.0 if holiday else 1.0 for holiday in holidays),
    )


def _mixed(rows: Iterable[tuple[float, ...]], shares: list[float]) -> tuple[float, ...]:
    return tuple(
        math.fsum(part * share for part, share in zip(column, shares, strict=True))
        for column in zip(*rows, strict=True)
    )
