from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest

from rollout_kit.capacity.answers import DayAnswer, Expectation
from rollout_kit.capacity.model import Wave
from rollout_kit.capacity.periods import Period, periods

from .made_up import FIRST, expectation, question


def asked(*starts: int, days: int = 365) -> Expectation:
    waves = tuple(Wave(date=FIRST + timedelta(days=start), users=10.0 + start) for start in starts)
    return expectation(replace(question(days), waves=waves))


def starts(given: Expectation) -> list[date]:
    return [period.starts_on for period in periods(given)]


def test_the_time_after_a_wave_the_calm_after_it_and_quarters_are_told_apart() -> None:
    assert starts(asked(0)) == [
        FIRST, date(2027, 3, 8), date(2027, 4, 1), date(2027, 7, 1), date(2027, 10, 1), date(2028, 1, 1)
    ]  # fmt: skip


def test_waves_less_than_a_week_apart_are_one() -> None:
    (first, *_) = periods(asked(0, 6))
    assert [wave.users for wave in first.waves] == [10, 16]
    assert starts(asked(0, 7))[1] == FIRST + timedelta(days=7)


@pytest.mark.parametrize(("wave", "is_apart"), [(10, True), (11, False)])
def test_a_rest_of_less_than_two_weeks_is_told_with_what_follows(wave: int, is_apart: bool) -> None:
    # from 28 days after the wave of 18 February on, 14 days are left to the second quarter
    begun = starts(asked(0, wave, days=120))
    assert (date(2027, 4, 1) in begun) == is_apart


def test_a_short_end_is_told_with_what_comes_before_it() -> None:
    assert starts(asked(0, days=28 + 14)) == [FIRST]
    assert starts(asked(0, days=28 + 15)) == [FIRST, FIRST + timedelta(days=28)]


@pytest.mark.parametrize("waves", [(0,), (0, 3, 9), (20,), (), (0, 30, 60, 90), (400,)])
def test_every_open_day_lies_in_exactly_one_part(waves: tuple[int, ...]) -> None:
    given = asked(*waves, days=200)
    found = periods(given)
    assert sum(period.open_days for period in found) == sum(day.is_open for day in given.days)
    assert all(before.ends_on < after.starts_on for before, after in pairwise(found))


def changed(given: Expectation, number: int, **changes: object) -> Period:
    days = list(given.days)
    days[number] = replace(days[number], **changes)  # type: ignore[arg-type]
    return periods(replace(given, days=tuple(days)))[0]


def test_contacts_and_hours_are_means_of_open_days() -> None:
    given = asked(0)
    first = changed(given, 0, contacts=26.2)
    assert first.contacts == pytest.approx(6.2 + 20 / first.open_days)
    assert (first.tiers[0].demanded_hours, first.tiers[0].capacity_hours) == (pytest.approx(2.5), pytest.approx(1.7))
    assert first.tiers[0].use == pytest.approx(2.5 / 1.7)


def test_of_the_phone_the_worst_day_counts() -> None:
    day: DayAnswer = asked(0).days[1]
    assert day.phone is not None
    first = changed(asked(0), 1, phone=replace(day.phone, level=0.4, enough=7, there=5))
    assert (first.phone_level, first.needed, first.there) == (0.4, 7, 5)


def test_a_queue_that_only_grows_and_a_need_past_all_search_are_no_numbers() -> None:
    day: DayAnswer = asked(0).days[1]
    assert day.phone is not None
    first = changed(asked(0), 1, phone=replace(day.phone, level=None, enough=None))
    assert (first.has_phone, first.phone_level, first.needed) == (True, None, None)


def test_where_nobody_waits_on_a_channel_there_is_no_phone() -> None:
    given = asked(0)
    silent = replace(given, days=tuple(replace(day, phone=None) for day in given.days))
    first = periods(silent)[0]
    assert (first.has_phone, first.phone_level, first.needed) == (False, None, 0)


def test_of_the_backlog_the_worst_day_of_any_level_counts() -> None:
    tier = asked(0).days[1].tiers[0]
    assert changed(asked(0), 1, tiers=(replace(tier, days_to_clear=9.5),)).backlog_days == 9.5
    assert changed(asked(0), 1, tiers=(replace(tier, days_to_clear=None),)).backlog_days is None


def test_hours_of_nobody_have_no_use() -> None:
    given = asked(0)
    tier = given.days[0].tiers[0]
    empty = tuple(replace(day, tiers=(replace(tier, capacity_hours=0.0),)) for day in given.days)
    assert periods(replace(given, days=empty))[0].tiers[0].use is None


def test_what_comes_on_closed_days_is_told_with_the_open_ones() -> None:
    given = asked(days=14)
    closed = next(number for number, day in enumerate(given.days) if not day.is_open)
    (before,) = periods(given)
    tiers = tuple(replace(tier, demanded_hours=3.0) for tier in given.days[closed].tiers)
    now = changed(given, closed, contacts=given.days[closed].contacts + before.open_days, tiers=tiers)
    assert now.contacts == pytest.approx(before.contacts + 1)
    more = 3.0 - given.days[closed].tiers[0].demanded_hours
    assert now.tiers[0].demanded_hours == pytest.approx(before.tiers[0].demanded_hours + more / before.open_days)
