"""The kinds of value of the format."""

from datetime import date, datetime, time

import pytest
from pydantic_core import PydanticCustomError

from rollout_kit.description import quantities
from rollout_kit.description.quantities import Range, Stretch
from rollout_kit.message import Duration, Unit


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("15 min", 15, Unit.MINUTE),
        ("4h", 4, Unit.HOUR),
        ("1.5 days", 1.5, Unit.DAY),
        ("6 months", 6, Unit.MONTH),
        (" 60 s ", 60, Unit.SECOND),
        ("2 WEEKS", 2, Unit.WEEK),
    ],
)
def test_durations(text, amount, unit):
    assert quantities.parse_duration(text) == Duration(amount=amount, unit=unit)


@pytest.mark.parametrize("value", ["", "4", "h", "4 hh", "-4 h", "1,5 h", 4, None, True])
def test_what_is_no_duration(value):
    with pytest.raises(PydanticCustomError, match="duration"):
        quantities.parse_duration(value)


def test_hours_of_a_week():
    hours = quantities.parse_hours("Mon,Wed-Thu 08:00-12:00, 13:00-17:00; Sat 22:00-06:00")
    assert [stretch.weekday for stretch in hours.stretches] == [0, 0, 2, 2, 3, 3, 5]
    assert hours.on(5) == (Stretch(weekday=5, starts_at=22 * 60, ends_at=30 * 60),)
    assert hours.minutes_a_week == 6 * 240 + 480
    assert not hours.is_always


def test_stretches_that_overlap_or_touch_are_one():
    hours = quantities.parse_hours("Mon 08:00-12:00, 11:00-13:00, 13:00-14:00, 15:00-16:00; Mon 08:30-09:00")
    assert [(one.starts_at, one.ends_at) for one in hours.stretches] == [(480, 840), (900, 960)]


def test_growth_may_be_negative_and_a_share_is_at_most_one():
    assert quantities.parse_change(-0.1).likely == -0.1
    assert quantities.parse_share_estimate(1).high == 1
    with pytest.raises(PydanticCustomError, match="share"):
        quantities.parse_share_estimate({"low": 0, "likely": 1, "high": 1.01})


def test_every_hour_and_a_week_that_turns():
    assert quantities.parse_hours("24x7").is_always
    assert quantities.parse_hours("24/7").is_always
    assert [one.weekday for one in quantities.parse_hours("Sat-Mon 08:00-24:00").stretches] == [0, 5, 6]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "08:00-17:00",
        "Mon",
        "Mo-Fr 08:00-17:00",
        "Mon 8-17",
        "Mon 08:00-08:00",
        "Mon 08:60-09:00",
        "Mon 24:00-25:00",
        "Mon 08:00-24:01",
        "Mon 08:00-17:00;",
        3,
    ],
)
def test_what_are_no_hours(text):
    with pytest.raises(PydanticCustomError, match="hours"):
        quantities.parse_hours(text)


def test_dates_and_times():
    assert quantities.parse_date(date(2027, 1, 1)) == quantities.parse_date("2027-01-01") == date(2027, 1, 1)
    assert quantities.parse_time("9:05") == quantities.parse_time(time(9, 5)) == time(9, 5)
    for wrong in ("1.1.2027", 20270101, datetime(2027, 1, 1), "2027-02-30"):  # noqa: DTZ001
        with pytest.raises(PydanticCustomError):
            quantities.parse_date(wrong)
    for wrong in ("24:00", "9", 9):
        with pytest.raises(PydanticCustomError):
            quantities.parse_time(wrong)


def test_a_plain_number_has_no_spread():
    assert quantities.parse_estimate(2) == Range(low=2.0, likely=2.0, high=2.0)
    assert quantities.parse_duration_estimate({"low": "30 min", "likely": "1 h", "high": "1 h"}).high.minutes == 60


@pytest.mark.parametrize(
    "value", [-1, float("inf"), float("nan"), True, "1", {"low": 1}, {"low": 2, "likely": 1, "high": 3}]
)
def test_what_is_no_range(value):
    with pytest.raises(PydanticCustomError):
        quantities.parse_estimate(value)


@pytest.mark.parametrize(("year", "is_ours"), [(1999, False), (2000, True), (2100, True), (2101, False)])
def test_only_years_that_a_rollout_can_mean_are_dates(year: int, is_ours: bool) -> None:
    if is_ours:
        assert quantities.parse_date(f"{year}-06-01") == date(year, 6, 1)
    else:
        with pytest.raises(PydanticCustomError, match="year"):
            quantities.parse_date(date(year, 6, 1))
