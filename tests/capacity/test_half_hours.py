"""Half hours: cut at midnight, through nights and changes of the clocks."""

from datetime import UTC, date
from zoneinfo import ZoneInfo

import pytest

from rollout_kit.calendars.opening import opening
from rollout_kit.calendars.times import Times
from rollout_kit.capacity.half_hours import CLOSED, half_hours_of, peak_of, weights_of
from rollout_kit.description.quantities import parse_hours

ZURICH = ZoneInfo("Europe/Zurich")
MONDAY = date(2027, 3, 1)


def opened(text: str, first: date, days: int, zone: ZoneInfo = ZURICH) -> tuple[tuple[int, ...], ...]:
    last = date.fromordinal(first.toordinal() + days - 1)
    return half_hours_of(opening(parse_hours(text), zone, first, last, lambda _: None), ZURICH, first, days)


def hours(row: tuple[int, ...]) -> dict[float, int]:
    return {place / 2: minutes for place, minutes in enumerate(row) if minutes}


def test_a_day_that_opens_in_the_middle_of_a_half_hour_has_the_rest_of_it() -> None:
    (row,) = opened("Mon 07:45-09:10", MONDAY, 1)
    assert hours(row) == {7.5: 15, 8.0: 30, 8.5: 30, 9.0: 10}


def test_a_night_belongs_to_both_its_days() -> None:
    monday, tuesday, wednesday = opened("Mon 22:00-02:00", MONDAY, 3)
    assert hours(monday) == {22.0: 30, 22.5: 30, 23.0: 30, 23.5: 30}
    assert hours(tuesday) == {0.0: 30, 0.5: 30, 1.0: 30, 1.5: 30}
    assert wednesday is CLOSED


def test_hours_of_another_zone_are_told_by_the_clocks_of_the_customer() -> None:
    (row,) = opened("Mon 08:00-09:00", MONDAY, 1, ZoneInfo("Europe/London"))
    assert hours(row) == {9.0: 30, 9.5: 30}


@pytest.mark.parametrize("day", [date(2027, 3, 28), date(2027, 10, 31)])
def test_a_day_on_which_the_clocks_change_has_its_ordinary_half_hours(day: date) -> None:
    assert opened("24x7", day, 1) == ((30,) * 48,)
    (row,) = opened("Sun 01:00-05:00", day, 1)
    assert hours(row) == {place / 2: 30 for place in range(2, 10)}


def test_days_that_are_alike_are_the_same_value() -> None:
    rows = opened("Mon-Fri 08:00-17:00", MONDAY, 5)
    assert all(row is rows[0] for row in rows)


def test_times_outside_the_days_count_nowhere() -> None:
    assert half_hours_of(Times.of([(0, 60)]), UTC, MONDAY, 2) == (CLOSED, CLOSED)


def test_an_office_day_is_even() -> None:
    week = weights_of(parse_hours("Mon-Fri 08:00-17:00"))
    assert [sum(day) for day in week] == [18, 18, 18, 18, 18, 0, 0]
    assert set(week[0]) == {0, 1}


def test_nights_and_weekends_weigh_a_quarter() -> None:
    week = weights_of(parse_hours("24x7"))
    assert sum(week[0]) == 22 + 26 / 4
    assert sum(week[6]) == 48 / 4


def test_a_night_of_users_goes_on_into_the_next_weekday() -> None:
    week = weights_of(parse_hours("Sun 23:00-01:00"))
    assert [sum(day) for day in week] == [0.5, 0, 0, 0, 0, 0, 0.5]


@pytest.mark.parametrize(
    ("text", "peak"),
    [
        ("Mon 08:00-17:00", (18, 19)),
        ("Mon 09:00-10:00", (18, 19)),
        ("Mon 13:00-17:00", (28, 29)),
        ("Mon 13:00-14:00", (26, 27)),
        ("Mon 13:00-13:30", None),
        ("Tue 08:00-17:00", None),
    ],
)
def test_the_busiest_hour_is_at_nine_or_an_hour_after_the_beginning(text: str, peak: tuple[int, int] | None) -> None:
    assert peak_of(weights_of(parse_hours(text))[0]) == peak
