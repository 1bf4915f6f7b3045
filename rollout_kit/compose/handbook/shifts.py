"""Who is there in which minutes of the week, told in the customer's time zone."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from rollout_kit.calendars.keeper import OFFICE_HOURS
from rollout_kit.calendars.zones import zone_of
from rollout_kit.compose.handbook.book import Book
from rollout_kit.description.load import SupportLevel
from rollout_kit.description.people import Person
from rollout_kit.description.quantities import MINUTES_A_DAY, WeekHours
from rollout_kit.description.rollout import Rollout

WEEK = 7 * MINUTES_A_DAY

_NO_ZONE = (ZoneInfoNotFoundError, ValueError, OSError)

Side = Literal["customer", "provider"]
Kind = Literal["staffed", "on-call", "assumed"]
Minutes = frozenset[int]
"""Minutes of a week from Monday, 00:00."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """Somebody's minutes. `assumed` are the format's default hours of a person who has written none."""

    side: Side
    kind: Kind
    name: str
    minutes: Minutes


class UnknownZone(Exception):
    """This machine has no table of a time zone that is needed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Zones:
    """Time zones of both houses in the week of go-live; a house of which none is known lives in the other's."""

    rollout: Rollout
    monday: date

    @property
    def differ(self) -> bool:
        """Whether a clock of the provider shows another hour than the customer's in that week."""
        here, there = self._zone_of("customer"), self._zone_of("provider")
        midnight = datetime.combine(self.monday, time())
        return here is not None and there is not None and here.utcoffset(midnight) != there.utcoffset(midnight)

    def minutes(self, hours: WeekHours, organisation: str, zone: str | None = None) -> Minutes:
        """Return hours of an organisation in the customer's zone; `zone` is that of the hours where it is its own.

        Raises:
            UnknownZone: a zone is not known on this machine.
        """
        here, there = self._zone_of("customer"), _zone(zone) if zone else self._zone_of(organisation)
        if here == there or here is None or there is None:
            return minutes_of(hours)
        return frozenset(self._moved(hours, there, here))

    def _zone_of(self, organisation: str) -> tzinfo | None:
        other = "provider" if organisation == "customer" else "customer"
        try:
            return zone_of(self.rollout, organisation) or zone_of(self.rollout, other)
        except _NO_ZONE as error:
            raise UnknownZone(organisation) from error

    def _moved(self, hours: WeekHours, there: tzinfo, here: tzinfo) -> Iterator[int]:
        midnight = datetime.combine(self.monday, time())
        for stretch in hours.stretches:
            day = midnight + timedelta(days=stretch.weekday)
            ends = [
                (day + timedelta(minutes=moment)).replace(tzinfo=there).astimezone(here).replace(tzinfo=None)
                for moment in (stretch.starts_at, stretch.ends_at)
            ]
            first, last = (round((end - midnight).total_seconds() / 60) for end in ends)
            yield from (minute % WEEK for minute in range(first, last))


def zones_of(book: Book) -> Zones:
    """Return the zones of a handbook's houses."""
    go_live = book.plan.go_live
    return Zones(rollout=book.rollout, monday=go_live - timedelta(days=go_live.weekday()))


def minutes_of(hours: WeekHours) -> Minutes:
    """Return the minutes of hours of the week as they are written."""
    return frozenset(
        (stretch.weekday * MINUTES_A_DAY + minute) % WEEK
        for stretch in hours.stretches
        for minute in range(stretch.starts_at, stretch.ends_at)
    )


def shifts_of(book: Book) -> tuple[Shift, ...]:
    """Return everybody who answers users: the customer's own desk, the levels of support, and who is on call.

    A vendor counts where it is the first level: users do not reach the levels behind it.
    """
    zones = zones_of(book)
    found = (*_desk_people(book, zones), *_levels(book, zones), *_team_without_level(book, zones))
    return (*found, *_on_call(book, zones))


def own_desk(book: Book) -> tuple[Person, ...]:
    """Return the customer's own people who answer users."""
    return tuple(each for each in book.rollout.people if each.organisation == "customer" and "desk" in each.roles)


def _desk_people(book: Book, zones: Zones) -> Iterator[Shift]:
    for person in own_desk(book):
        yield Shift(
            side="customer",
            kind="staffed" if person.hours else "assumed",
            name=book.people.short_name(person.id),
            minutes=zones.minutes(person.hours or OFFICE_HOURS, "customer"),
        )


def _levels(book: Book, zones: Zones) -> Iterator[Shift]:
    for number, level in enumerate(book.rollout.support):
        ref, hours = _staff(book.rollout, level)
        is_reached = ref in book.rollout.team_by_id or number == 0
        if ref is not None and hours is not None and is_reached:
            yield _staffed(book, zones, ref, hours)


def _team_without_level(book: Book, zones: Zones) -> Iterator[Shift]:
    """Yield the team called desk, or the only one, where no level of support says who answers first."""
    rollout = book.rollout
    if not any(level.team for level in rollout.support):
        only = rollout.teams[0] if len(rollout.teams) == 1 else None
        team = rollout.team_by_id.get("desk", only)
        if team is not None and team.hours is not None:
            yield _staffed(book, zones, team.id, team.hours)


def _staff(rollout: Rollout, level: SupportLevel) -> tuple[str | None, WeekHours | None]:
    team, vendor = rollout.team_by_id.get(level.team or ""), rollout.vendor_by_id.get(level.vendor or "")
    own = team.hours if team else vendor.hours if vendor else None
    return level.team or level.vendor, level.hours or own


def _staffed(book: Book, zones: Zones, ref: str, hours: WeekHours) -> Shift:
    team = book.rollout.team_by_id.get(ref)
    minutes = zones.minutes(hours, team.organisation if team else ref)
    return Shift(side=_side(book, ref), kind="staffed", name=book.people.name(ref), minutes=minutes)


def _on_call(book: Book, zones: Zones) -> Iterator[Shift]:
    """Yield who is on call; a call that nobody is named for reaches nobody."""
    on_call = book.rollout.on_call
    if on_call is None or on_call.hours is None or not on_call.people:
        return
    side = _side(book, on_call.people[0])
    names = ", ".join(book.people.short_name(ref) for ref in on_call.people)
    minutes = zones.minutes(on_call.hours, "provider", on_call.timezone)
    yield Shift(side=side, kind="on-call", name=names, minutes=minutes)


def _side(book: Book, ref: str) -> Side:
    return "customer" if book.people.side(ref) == "customer" else "provider"


def _zone(name: str) -> tzinfo:
    try:
        return ZoneInfo(name)
    except _NO_ZONE as error:
        raise UnknownZone(name) from error
