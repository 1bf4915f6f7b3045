"""Whose calendar it is: the ordinary week, region and days off of an organisation, a person or a vendor."""

from dataclasses import dataclass
from typing import Literal

from rollout_kit.calendars.holiday import Region
from rollout_kit.calendars.holidays_table import known_region
from rollout_kit.description.organisations import HolidayChanges, Site
from rollout_kit.description.people import Absence, ExtraHours, Person
from rollout_kit.description.quantities import WeekHours, parse_hours
from rollout_kit.description.rollout import Rollout

Side = Literal["customer", "provider"]

OFFICE_HOURS = parse_hours("Mon-Fri 08:00-17:00")


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeper:
    """One calendar, with every default of the format filled in; `region` None = no holidays known."""

    hours: WeekHours
    region: Region | None = None
    changes: tuple[HolidayChanges, ...] = ()
    absences: tuple[Absence, ...] = ()
    extra: tuple[ExtraHours, ...] = ()


def keeper_of(rollout: Rollout, ref: str) -> Keeper:
    """Return the calendar of `customer`, `provider`, a person, a vendor, or somebody `<side>:to-be-named`.

    Raises:
        KeyError: nobody has this name.
    """
    house = ref.removesuffix(":to-be-named")
    if house in ("customer", "provider"):
        return _organisation(rollout, house)
    person = rollout.person_by_id.get(ref)
    return _person(rollout, person) if person else _organisation(rollout, ref)


def _organisation(rollout: Rollout, house: str) -> Keeper:
    customer, provider = rollout.customer, rollout.provider
    if house == "customer":
        # customer.hours are the hours in which users rely on the service, not those in which its people work.
        return Keeper(hours=OFFICE_HOURS, region=_region(customer.region), changes=(customer.holidays,))
    if house == "provider":
        region = _region(provider.region)
        return Keeper(hours=_hours_of_people(provider.hours), region=region, changes=(provider.holidays,))
    return Keeper(hours=_hours_of_people(rollout.vendor_by_id[house].hours or provider.hours))


def _person(rollout: Rollout, person: Person) -> Keeper:
    house = _organisation(rollout, person.organisation)
    site = _site(rollout, person)
    return Keeper(
        hours=person.hours or house.hours,
        region=_region(site.region) if site and site.region else house.region,
        changes=(*house.changes, site.holidays) if site else house.changes,
        absences=person.absences,
        extra=person.extra,
    )


def _site(rollout: Rollout, person: Person) -> Site | None:
    if person.site is None and person.organisation == "customer" and len(rollout.sites) == 1:
        return rollout.sites[0]
    return rollout.site_by_id.get(person.site or "")


def _hours_of_people(hours: WeekHours | None) -> WeekHours:
    # A house that answers round the clock does so in turns: nobody in it works 168 hours a week.
    return OFFICE_HOURS if hours is None or hours.is_always else hours


def _region(code: str | None) -> Region | None:
    return known_region(code) if code else None
