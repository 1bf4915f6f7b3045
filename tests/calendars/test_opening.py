"""Hours over real dates against a walk through every minute on the wall."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rollout_kit.calendars.holiday import Holiday
from rollout_kit.calendars.opening import always, opening
from rollout_kit.calendars.times import minute_of
from rollout_kit.description.quantities import WeekHours, parse_hours

ZURICH, NEW_YORK, TOKYO = ZoneInfo("Europe/Zurich"), ZoneInfo("America/New_York"), ZoneInfo("Asia/Tokyo")
MONDAY = date(2027, 3, 22)
SPRING, AUTUMN = date(2027, 3, 28), date(2027, 10, 31)  # clocks change in Europe
HOURS = [
    "Mon-Fri 08:00-17:00", "Mon-Fri 08:00-12:00, 13:00-17:00; Sat 09:00-12:00", "24x7", "Mon-Sun 22:00-06:00",
    "Sat 20:00-04:00; Sun 01:00-05:30", "Mon-Sun 00:00-24:00", "Sun 00:30-04:30",
    "Sun 01:00-02:00",
]  # fmt: skip


def never(_: date) -> Holiday | None:
    return None


def off(*days: date, half: bool = False) -> Callable[[date], Holiday | None]:
    return lambda day: Holiday(date=day, name="X", half=half) if day in days else None


def walked(
    hours: WeekHours, zone: ZoneInfo, first: date, last: date, day_off: Callable[[date], Holiday | None]
) -> set[int]:
    """Return the real minutes in which a clock on the wall shows a time of the hours."""
    found = set()
    moment = datetime.combine(first - timedelta(days=1), datetime.min.time(), UTC)
    while moment.date() <= last + timedelta(days=1):
        wall = moment.astimezone(zone)
        if first <= wall.date() <= last and is_open(hours, wall, day_off):
            found.add(minute_of(moment))
        moment += timedelta(minutes=1)
    return found


def is_open(hours: WeekHours, wall: datetime, day_off: Callable[[date], Holiday | None]) -> bool:
    if hours.is_always:
        return True
    minute = wall.hour * 60 + wall.minute
    for day, passed in ((wall.date(), minute), (wall.date() - timedelta(days=1), minute + 1440)):
        holiday = day_off(day)
        for stretch in hours.on(day.weekday()):
            end = min(stretch.ends_at, 720) if holiday is not None and holiday.half else stretch.ends_at
            if (holiday is None or holiday.half) and stretch.starts_at <= passed < end:
                return True
    return False


def minutes(hours: str, zone: ZoneInfo, first: date, last: date, day_off: Callable[[date], Holiday | None] = never):
    found = opening(parse_hours(hours), zone, first, last, day_off)
    return {minute for start, end in found.stretches for minute in range(start, end)}


@pytest.mark.thorough
@pytest.mark.parametrize("zone", [ZURICH, NEW_YORK, TOKYO])
@pytest.mark.parametrize("hours", HOURS)
@pytest.mark.parametrize("first", [MONDAY, AUTUMN - timedelta(days=2), date(2027, 3, 13)])
def test_hours_are_those_that_clocks_on_the_wall_show(hours: str, zone: ZoneInfo, first: date) -> None:
    last = first + timedelta(days=9)

    assert minutes(hours, zone, first, last) == walked(parse_hours(hours), zone, first, last, never)


@pytest.mark.thorough
@settings(deadline=None, max_examples=60)
@given(
    st.sampled_from(HOURS), st.sampled_from([ZURICH, NEW_YORK, TOKYO]), st.integers(0, 360), st.integers(0, 4),
    st.integers(0, 4), st.booleans(),
)  # fmt: skip
def test_days_off_begin_nothing(hours: str, zone: ZoneInfo, day: int, length: int, off_on: int, half: bool) -> None:
    first = date(2027, 1, 1) + timedelta(days=day)
    last = first + timedelta(days=length)
    day_off = off(first + timedelta(days=off_on), half=half)

    assert minutes(hours, zone, first, last, day_off) == walked(parse_hours(hours), zone, first, last, day_off)


def test_what_begins_in_the_afternoon_does_not_begin_on_half_a_day_off() -> None:
    hours = parse_hours("Mon-Fri 08:00-11:00, 13:00-17:00")
    found = opening(hours, ZURICH, MONDAY, MONDAY, off(MONDAY, half=True))

    assert found.minutes == 3 * 60


def test_the_night_before_counts_and_the_night_after_ends_with_the_window() -> None:
    found = opening(parse_hours("Mon-Sun 22:00-06:00"), ZURICH, MONDAY, MONDAY, never)

    assert [end - start for start, end in found.stretches] == [360, 120]


def test_always_knows_no_days_off() -> None:
    whole = opening(parse_hours("24x7"), ZURICH, MONDAY, MONDAY, off(MONDAY))

    assert whole == always(ZURICH, MONDAY, MONDAY)
    assert whole.minutes == 1440


@pytest.mark.parametrize("hours", ["Sun 00:00-02:30", "Sun 02:15-05:00", "Sun 02:00-03:00", "Sun 02:10-02:50"])
def test_what_begins_or_ends_in_an_hour_left_out_does_so_as_the_clocks_change(hours: str) -> None:
    assert minutes(hours, ZURICH, SPRING, SPRING) == walked(parse_hours(hours), ZURICH, SPRING, SPRING, never)


@pytest.mark.parametrize(
    ("hours", "lasts"),
    [
        ("Sun 00:00-02:00", 120),  # over before the hour that comes twice
        ("Sun 00:00-02:01", 181),
        ("Sun 00:00-03:00", 240),
        ("Sun 02:15-02:45", 90),
        ("Sun 02:59-04:00", 121),
        ("Sun 03:00-04:00", 60),
    ],
)
def test_what_begins_in_an_hour_that_comes_twice_does_so_at_first_and_ends_the_second_time(
    hours: str, lasts: int
) -> None:
    found = opening(parse_hours(hours), ZURICH, AUTUMN, AUTUMN, never)

    assert [end - start for start, end in found.stretches] == [lasts]


@pytest.mark.parametrize(("day", "hours"), [(SPRING, 23), (AUTUMN, 25), (MONDAY, 24)])
def test_a_day_on_which_clocks_change_is_shorter_or_longer(day: date, hours: int) -> None:
    assert opening(parse_hours("24x7"), ZURICH, day, day, never).minutes == hours * 60
    assert len(minutes("Mon-Sun 00:00-24:00", ZURICH, day, day)) == hours * 60
