"""Who is there when, over real dates: the hours that users rely on, and of everybody who could answer."""

from dataclasses import dataclass
from datetime import UTC, date, timedelta, tzinfo
from functools import cached_property

from rollout_kit.calendars.calendars import Calendars
from rollout_kit.calendars.holiday import Holiday
from rollout_kit.calendars.keeper import keeper_of
from rollout_kit.calendars.opening import DayOff, always, opening
from rollout_kit.calendars.times import Times
from rollout_kit.calendars.zones import zone_of
from rollout_kit.description.load import SupportLevel
from rollout_kit.description.quantities import WeekHours
from rollout_kit.description.rollout import Rollout

WEEK_DAYS = 7


@dataclass(frozen=True)
class Coverage:
    """Times from the beginning of `first` to the end of `last`, in real minutes; None where the file has no hours.

    Hours without a zone are in their house's own; a house of which none is known lives by the other's clock, and both
    by UTC where neither has one. Public and added days off count for the house that has them (`knows_days_off`): a
    house that works always has none.
    """

    rollout: Rollout
    calendars: Calendars
    first: date
    last: date
    knows_days_off: bool = True

    @cached_property
    def service(self) -> Times | None:
        """When users rely on the service (`customer.hours`)."""
        return self.of_hours(self.rollout.customer.hours, "customer")

    @cached_property
    def provider(self) -> Times | None:
        """When the provider works (`provider.hours`): its business clock runs then."""
        return self.of_hours(self.rollout.provider.hours, "provider")

    @cached_property
    def desk(self) -> Times | None:
        """When the first level answers: the hours of `support.L1`, else of its team or vendor."""
        level = self.rollout.support_by_id.get("L1")
        return self.of_level(level) if level is not None else None

    @cached_property
    def on_call(self) -> Times | None:
        """When somebody is on call; None where nobody is described, or no hours are."""
        on_call = self.rollout.on_call
        if on_call is None or on_call.hours is None:
            return None
        return self._of(on_call.hours, self._named_zone(on_call.timezone) or self._zone("provider"), _never)

    @property
    def zone(self) -> tzinfo:
        """The customer's zone, in which moments are told."""
        return self._zone("customer")

    @cached_property
    def whole(self) -> Times:
        """All the time there is, by the customer's midnights."""
        return always(self._zone("customer"), self.first, self.last)

    def of_level(self, level: SupportLevel) -> Times | None:
        """Return when a level of support answers."""
        team = self.rollout.team_by_id.get(level.team or "")
        vendor = self.rollout.vendor_by_id.get(level.vendor or "")
        house = team.organisation if team else vendor.id if vendor else "provider"
        hours = level.hours or (team.hours if team else vendor.hours if vendor else None)
        return self.of_hours(hours, house)

    def of_team(self, id: str) -> Times | None:
        """Return when a team is there."""
        team = self.rollout.team_by_id[id]
        return self.of_hours(team.hours, team.organisation)

    def of_person(self, id: str) -> Times:
        """Return when a person works, less absences; by the format's default where no hours are written."""
        person = self.rollout.person_by_id[id]
        keeper = keeper_of(self.rollout, id)

        def day_off(day: date) -> Holiday | None:
            if self.calendars.is_away(id, day):
                return Holiday(date=day, name="")
            return self.calendars.holiday_of(id, day) if self.knows_days_off else None

        return self._of(keeper.hours, self._zone(person.organisation), day_off)

    def of_hours(self, hours: WeekHours | None, house: str) -> Times | None:
        """Return the times of hours of a house: `customer`, `provider` or a vendor."""
        if hours is None:
            return None
        return self._of(hours, self._zone(house), self._day_off(house))

    def _of(self, hours: WeekHours, zone: tzinfo, day_off: DayOff) -> Times:
        # A day of one zone begins while the other still has the day before: both ends get a day more, then are cut.
        wide = opening(hours, zone, self.first - timedelta(days=1), self.last + timedelta(days=1), day_off)
        return wide & self.whole

    def _day_off(self, house: str) -> DayOff:
        if not self.knows_days_off:
            return _never
        return lambda day: self.calendars.holiday_of(house, day)

    def _zone(self, house: str) -> tzinfo:
        other = "provider" if house == "customer" else "customer"
        return zone_of(self.rollout, house) or zone_of(self.rollout, other) or UTC

    def _named_zone(self, name: str | None) -> tzinfo | None:
        from zoneinfo import ZoneInfo

        return ZoneInfo(name) if name else None


def ordinary_week(rollout: Rollout, calendars: Calendars, day: date) -> Coverage:
    """Return the week of a day, Monday to Sunday, as if nobody had a day off: what a figure "a week" is counted in."""
    monday = day - timedelta(days=day.weekday())
    return Coverage(rollout, calendars, monday, monday + timedelta(days=WEEK_DAYS - 1), knows_days_off=False)


def _never(_: date) -> Holiday | None:
    return None
