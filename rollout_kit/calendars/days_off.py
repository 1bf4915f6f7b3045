"""Days off of one organisation or person: the public holidays of a region, with what the description changes."""

from collections.abc import Iterable, Mapping
from datetime import date

from rollout_kit.calendars.holiday import Holiday, Region
from rollout_kit.calendars.holidays_table import holidays_in
from rollout_kit.description.organisations import HolidayChanges


def days_off(region: Region | None, changes: Iterable[HolidayChanges], year: int) -> Mapping[date, Holiday]:
    """Return the days off of a year by date, in order.

    Each change takes away before it adds, so that a whole day can become a half one. Where a day is off
    twice, the longer one counts, and of two equal ones the first.
    """
    found = dict(holidays_in(region, year)) if region else {}
    for change in changes:
        for day in change.remove:
            found.pop(day, None)
        for added in change.add:
            known = found.get(added.date)
            if added.date.year == year and (known is None or (known.half and not added.half)):
                found[added.date] = Holiday(date=added.date, name=added.name, half=added.half)
    return dict(sorted(found.items()))
