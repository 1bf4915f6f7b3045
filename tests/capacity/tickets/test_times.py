"""Moments as exports write them."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from rollout_kit.capacity.tickets.times import Moments, Order, Votes, votes_of


def at(year: int, month: int, day: int, hour: int = 0, minute: int = 0, second: int = 0) -> datetime:
    return datetime.combine(date(year, month, day), time(hour, minute, second))


MORNING, EVENING = at(2026, 3, 1, 8, 15), at(2026, 3, 1, 20, 15)


def read(cell: str, order: Order | None = None, zone: str | None = None) -> datetime | None:
    return Moments(order, ZoneInfo(zone) if zone else None).moment(cell)


@pytest.mark.parametrize(
    "cell",
    [
        "2026-03-01T08:15:00", "2026-03-01 08:15:00", "2026-03-01 08:15", " 2026-03-01T08:15:00.000 ",
        "2026-03-01T08:15:00.000+0100", "2026-03-01T08:15:00+01:00", "2026-03-01 08:15:00 +0100",
        "2026/03/01 08:15", "01/Mar/26 8:15 AM", "01/Mär/26 8:15 AM", "01/Mrz/26 08:15", "1/März/2026 8:15 vorm.",
        "01/mars/26 8:15 AM", "01/mar/26 8:15", "1. März 2026, 08:15", "1. März 2026 um 8:15 Uhr",
        "Mar 1, 2026 8:15 AM",
        "01.03.2026 08:15", "1.3.26 8:15", "1.3.2026, 08:15:00", "46082.34375", "46082,34375",
        "1 mars 2026 à 08:15", "01/Mar/26 8:15\u202fAM", "01.03.2026\u00a008:15",
    ],
)  # fmt: skip
def test_a_moment_is_read_whatever_system_wrote_it(cell: str) -> None:
    assert read(cell) == MORNING


@pytest.mark.parametrize(
    ("cell", "order"),
    [("01-03-2026 08:15:00", "dmy"), ("1/3/2026 8:15 AM", "dmy"), ("3/1/2026 8:15 AM", "mdy"),
     ("03-01-2026 08:15", "mdy"), ("26/03/01 8:15", "ymd"), ("26-3-1 8:15", "ymd"), ("26/Mar/01 8:15", "ymd"),
     ("01.03.2026 08:15", "mdy")],
)  # fmt: skip
def test_the_order_tells_day_from_month_where_points_do_not(cell: str, order: Order) -> None:
    assert read(cell, order) == MORNING


@pytest.mark.parametrize(
    "cell", ["01/Mär/26 8:15 PM", "01/Mär/26 8:15 p.m.", "01/Mär/26 8:15 nachm.", "01/mars/26 20:15 PM"]
)
def test_the_afternoon_is_known_by_its_mark(cell: str) -> None:
    assert read(cell) == EVENING


def test_noon_and_midnight_of_the_twelve_hour_clock() -> None:
    assert read("01/Mar/26 12:00 AM") == at(2026, 3, 1, 0, 0)
    assert read("01/Mar/26 12:00 PM") == at(2026, 3, 1, 12, 0)


@pytest.mark.parametrize(
    "cell",
    ["", "hello", "=cmd|' /C calc'!A0", "12:30", "30/Feb/26 8:00", "30.02.2026", "2026-02-30", "2026-13-01 08:15",
     "01/Foo/26 8:15", "01/M/26 8:15", "2026-03-01 25:00", "1.3.2026 8:60", "1.3.2026 8:15:61", "1.3.20260 8:15",
     "1.3.026 8:15", "1999-12-31", "2100-01-01", "9999-12-31T23:59:59-1200", "0001-01-01T00:00:00Z", "99999", "10000",
     "12345678", "1/2/2026", "²026-01-01", "1" * 5000],
)  # fmt: skip
def test_what_is_no_moment_for_sure_is_none(cell: str) -> None:
    assert read(cell) is None


def test_equal_day_and_month_need_no_order() -> None:
    assert read("3/3/2026") == at(2026, 3, 3)


def test_an_offset_is_brought_to_the_zone_and_left_without_one() -> None:
    assert read("2026-07-01T06:15:00Z", zone="Europe/Zurich") == at(2026, 7, 1, 8, 15)
    assert read("01.07.2026 06:15 UTC", zone="Europe/Zurich") == at(2026, 7, 1, 8, 15)
    assert read("2026-07-01 08:15-05:00", zone="Europe/Zurich") == at(2026, 7, 1, 15, 15)
    assert read("01.07.2026 01:15 -0500", zone="Europe/Zurich") == at(2026, 7, 1, 8, 15)
    assert read("2026-07-01T06:15:00Z") == at(2026, 7, 1, 6, 15)
    assert read("2026-07-01T06:15:00", zone="Europe/Zurich") == at(2026, 7, 1, 6, 15)


def test_more_days_and_clocks_than_are_remembered_are_read_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rollout_kit.capacity.tickets.times._MOST_REMEMBERED", 2)
    moments = Moments(None, None)
    cells = [f"{day}.3.2026 {day}:15" for day in (1, 2, 3, 4, 1)]
    assert [moments.moment(cell) for cell in cells] == [at(2026, 3, day, day, 15) for day in (1, 2, 3, 4, 1)]


def votes(*cells: str) -> Votes:
    return votes_of(enumerate(cells, 2))


def test_one_day_above_twelve_tells_the_order_of_all() -> None:
    assert votes("1/2/2026", "31/1/2026").order == "dmy"
    assert votes("1/2/2026", "1/31/2026").order == "mdy"


def test_dates_that_tell_nothing_are_in_doubt_from_the_first_line_on() -> None:
    found = votes("2026-03-31", "3/3/2026", "1/2/2026", "2/1/2026")
    assert (found.order, found.is_needed, found.line) == (None, True, 4)


def test_no_doubt_where_no_date_can_be_read_in_two_ways() -> None:
    found = votes("2026-03-31", "01/Mar/26", "1.2.2026", "", "3/3/2026", "13/13/2026")
    assert (found.order, found.is_needed) == (None, False)


def test_a_few_typing_mistakes_do_not_change_the_order_and_more_do() -> None:
    assert votes(*["31/1/2026"] * 50, "1/31/2026").order == "dmy"
    assert votes(*["31/1/2026"] * 49, "1/31/2026").order is None
    assert votes(*["31/1/2026"] * 49, "1/31/2026").is_needed
