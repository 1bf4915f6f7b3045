"""Hours of the week and real times, told by half hours of the customer's days."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta, tzinfo

from rollout_kit.calendars.times import Times, minute_of, moment_of
from rollout_kit.capacity.level import HALF_HOUR_MINUTES, HALF_HOURS, HalfHours
from rollout_kit.description.quantities import MINUTES_A_DAY, WeekHours

CLOSED: HalfHours = (0,) * HALF_HOURS
USUAL_HOURS = range(14, 36)  # house value: from 07:00 to before 18:00, Monday to Friday, contacts come as usual
SATURDAY = 5
RARE = 0.25  # house value: outside of them a quarter as many, at sites that are at work round the clock
USUAL_PEAK = 18  # house value: the busiest hour begins at 09:00
HOURS_BEFORE_PEAK = 2  # half hours, where users are not there at 09:00

Weights = tuple[float, ...]
"""One for each of the 48 half hours of a day."""


def half_hours_of(times: Times, zone: tzinfo, first: date, days: int) -> tuple[HalfHours, ...]:
    """Return the minutes open in each half hour of so many days from `first` on, by the clocks of a zone.

    On days on which the clocks change, the hour that is left out or comes twice counts as it stands on the wall.
    """
    open_minutes: list[list[int] | None] = [None] * days
    for day, start, end in _by_day(times, zone):
        index = (day - first).days
        if 0 <= index < days:
            row = open_minutes[index] = open_minutes[index] or [0] * HALF_HOURS
            _fill(row, start, end)
    known: dict[HalfHours, HalfHours] = {CLOSED: CLOSED}
    rows = (CLOSED if row is None else tuple(row) for row in open_minutes)
    return tuple(known.setdefault(row, row) for row in rows)


def weights_of(hours: WeekHours) -> tuple[Weights, ...]:
    """Return how many contacts users have in each half hour of each weekday, Monday first, against an ordinary one."""
    week = [[0] * HALF_HOURS for _ in range(7)]
    for stretch in hours.stretches:
        _fill(week[stretch.weekday], stretch.starts_at, min(stretch.ends_at, MINUTES_A_DAY))
        _fill(week[(stretch.weekday + 1) % 7], 0, stretch.ends_at - MINUTES_A_DAY)
    return tuple(
        tuple(minutes / HALF_HOUR_MINUTES * _usual(weekday, place) for place, minutes in enumerate(row))
        for weekday, row in enumerate(week)
    )


def peak_of(weights: Weights) -> tuple[int, int] | None:
    """Return the two half hours of the busiest hour of a day: 09:00, else an hour after its beginning, else that.

    None where nobody is there for a whole hour.
    """
    present = [place for place, weight in enumerate(weights) if weight]
    if not present:
        return None
    for start in (USUAL_PEAK, present[0] + HOURS_BEFORE_PEAK, present[0]):
        if start + 1 in present and start in present:
            return start, start + 1
    return None


def _usual(weekday: int, place: int) -> float:
    return 1.0 if weekday < SATURDAY and place in USUAL_HOURS else RARE


def _by_day(times: Times, zone: tzinfo) -> Iterator[tuple[date, int, int]]:
    """Yield stretches cut at midnight, with the minutes of the wall clock at which they begin and end."""
    for start, end in times.stretches:
        while start < end:
            begins = moment_of(start, zone)
            tomorrow = begins.date() + timedelta(days=1)
            midnight = minute_of(datetime.combine(tomorrow, time(), tzinfo=zone))
            until = moment_of(end, zone) if end < midnight else None
            ends = MINUTES_A_DAY if until is None else until.hour * 60 + until.minute
            yield begins.date(), begins.hour * 60 + begins.minute, ends
            start = midnight


def _fill(row: list[int], start: int, end: int) -> None:
    """Count the minutes from `start` to before `end` in their half hours."""
    for place in range(start // HALF_HOUR_MINUTES, -(-end // HALF_HOUR_MINUTES)):
        first = place * HALF_HOUR_MINUTES
        minutes = min(end, first + HALF_HOUR_MINUTES) - max(start, first)
        row[place] = min(HALF_HOUR_MINUTES, row[place] + minutes)
