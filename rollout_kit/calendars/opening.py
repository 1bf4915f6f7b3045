"""Hours of the week laid over real dates."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache

from rollout_kit.calendars.holiday import Holiday
from rollout_kit.calendars.presence import NOON
from rollout_kit.calendars.times import MINUTE, Minute, Times, minute_of, moment_of
from rollout_kit.description.quantities import MINUTES_A_DAY, Stretch, WeekHours

DayOff = Callable[[date], Holiday | None]

_ONE_DAY = timedelta(days=1)
_KEPT_MINUTES = 1 << 14  # house value: the hours of a dozen teams over two years, in a few megabytes


def opening(hours: WeekHours, zone: tzinfo, first: date, last: date, day_off: DayOff) -> Times:
    """Return the times of hours from the beginning of `first` to the end of `last` in their own zone.

    A stretch over midnight belongs to the day on which it begins, and the one that began on the day before `first`
    counts. On a day off nothing begins, on half a day off nothing goes on after noon; hours that are always (24x7) know
    no days off. An hour that a change of clocks leaves out is not there, one that comes twice counts twice; what begins
    in it begins the first time, what ends in it ends the second.
    """
    start, end = _minute(first, 0, zone), _minute(last + _ONE_DAY, 0, zone)
    if hours.is_always:
        return Times.of([(start, end)])
    days = (first + timedelta(days=offset) for offset in range(-1, (last - first).days + 1))
    return Times.of(stretch for day in days for stretch in _of_day(hours, zone, day, day_off)).between(start, end)


def always(zone: tzinfo, first: date, last: date) -> Times:
    """Return all the time from the beginning of `first` to the end of `last`."""
    return Times.of([(_minute(first, 0, zone), _minute(last + _ONE_DAY, 0, zone))])


def _of_day(hours: WeekHours, zone: tzinfo, day: date, day_off: DayOff) -> Iterator[tuple[Minute, Minute]]:
    holiday = day_off(day)
    if holiday is not None and not holiday.half:
        return
    for stretch in hours.on(day.weekday()):
        starts_at, ends_at = _kept(stretch, is_half=holiday is not None)
        if starts_at < ends_at:
            yield _minute(day, starts_at, zone), _minute(day, ends_at, zone, is_end=True)


def _kept(stretch: Stretch, *, is_half: bool) -> tuple[int, int]:
    return (stretch.starts_at, min(stretch.ends_at, NOON)) if is_half else (stretch.starts_at, stretch.ends_at)


@lru_cache(maxsize=_KEPT_MINUTES)  # everybody of a house comes and goes at the same few moments
def _minute(day: date, minutes: int, zone: tzinfo, *, is_end: bool = False) -> Minute:
    """Return the real minute of a time on the wall; of one that comes twice the later one where something ends.

    A time that is left out is the minute in which the clocks change. What ends as the hour that comes twice begins is
    over before it.
    """
    days, rest = divmod(minutes, MINUTES_A_DAY)
    on_the_wall = datetime.combine(day + timedelta(days=days), time(rest // 60, rest % 60), tzinfo=zone)
    first, second = (minute_of(on_the_wall.replace(fold=fold).astimezone(UTC)) for fold in (0, 1))
    if second < first:
        changed = on_the_wall.replace(fold=1).utcoffset()
        return next(minute for minute in range(second, first + 1) if moment_of(minute, zone).utcoffset() == changed)
    return second if is_end and _comes_twice(on_the_wall - MINUTE) else first


def _comes_twice(on_the_wall: datetime) -> bool:
    return on_the_wall.replace(fold=0).utcoffset() != on_the_wall.replace(fold=1).utcoffset()
