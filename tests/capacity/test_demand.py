"""Contacts by day and half hour, against sums done by hand."""

from dataclasses import replace
from datetime import date

import pytest

from rollout_kit.capacity import figures as named
from rollout_kit.capacity.demand import demand_of, growth_of, profiles_of, surplus_of, weekday_shares
from rollout_kit.capacity.model import Question, Wave
from tests.capacity.asked import DESK, EVEN, asked

TWO_SITES = """
[sites.a]
name = "A"
users = 60
holidays = { add = [{ date = 2027-03-02, name = "X" }, { date = 2027-03-03, name = "Y", half = true }] }

[sites.b]
name = "B"
users = 40
"""


def contacts(question: Question) -> list[float]:
    return [round(day.contacts, 9) for day in demand_of(question)]


def test_a_month_of_21_days_has_the_contacts_of_a_month() -> None:
    assert contacts(asked())[:7] == [5, 5, 5, 5, 5, 0, 0]  # 100 users * 1.05 / 21


def test_the_busiest_weekday_has_its_share_of_the_week() -> None:
    busy = asked(EVEN.replace("share = 0.2 }", "share = 0.24 }") + DESK)
    assert contacts(busy)[:7] == [6, 4.75, 4.75, 4.75, 4.75, 0, 0]


def test_a_busiest_day_on_which_nobody_works_is_none() -> None:
    closed = asked(EVEN.replace('"Mon", share = 0.2', '"Sun", share = 0.9') + DESK)
    assert closed.busiest_weekday is None
    assert contacts(closed)[:7] == [5, 5, 5, 5, 5, 0, 0]


def test_weekdays_sum_to_one_whatever_is_stated() -> None:
    for share in ("0", "0.5", "1"):
        question = asked(EVEN.replace("share = 0.2 }", f"share = {share} }}") + DESK)
        assert sum(weekday_shares(question)) == pytest.approx(1)


def test_a_week_of_one_day_is_that_day() -> None:
    question = asked(hours="Mon 08:00-17:00")
    assert weekday_shares(question) == (1, 0, 0, 0, 0, 0, 0)
    assert contacts(question)[:7] == [25, 0, 0, 0, 0, 0, 0]


def test_a_wave_brings_its_surplus_on_its_own_users() -> None:
    question = asked().with_figure(named.GOLIVE_FACTOR, 3).with_figure(named.HALF_LIFE, 7).with_figure(named.RAMP, 0)
    assert contacts(question)[0] == 15
    assert contacts(question)[7] == 10
    assert contacts(question)[14] == 7.5


def test_the_surplus_grows_over_the_days_of_the_ramp() -> None:
    assert [surplus_of(3, 1e9, 1, age) for age in range(3)] == pytest.approx([1, 2, 2])
    assert [surplus_of(3, 1e9, 3, age) for age in range(5)] == pytest.approx([0.5, 1, 1.5, 2, 2])


def test_an_hour_of_half_life_is_over_at_once() -> None:
    assert surplus_of(3, 1 / 24, 0, 0) == 2
    assert surplus_of(3, 1 / 24, 0, 3000) == 0


def test_users_are_live_from_the_day_of_their_wave_on() -> None:
    question = asked().with_waves((Wave(date=date(2027, 3, 1), users=60), Wave(date=date(2027, 3, 8), users=40)))
    assert [day.users for day in demand_of(question)][5:9] == [60, 60, 100, 100]
    assert contacts(question)[4:9] == [3, 0, 0, 5, 5]


def test_a_wave_after_the_horizon_brings_nothing() -> None:
    question = asked().with_wave_moved(0, date(2028, 3, 1))
    assert not any(contacts(question))


def test_users_whom_no_wave_names_are_there_from_the_first_day_without_a_surplus() -> None:
    question = asked(
        EVEN.replace("golive_factor = 1", "golive_factor = 3\nwaves = [{ date = 2027-03-08, users = 60 }]") + DESK
    )
    assert question.users_before == 40
    assert contacts(question)[:5] == [2] * 5
    assert contacts(question)[7] == pytest.approx(40 / 20 + 60 / 20 * 2)  # half of the surplus on the first day


@pytest.mark.parametrize(
    ("per_year", "grown"),
    [(0.1, [1, 1.05, 1.1, 1.21]), (-1, [1, 0.5, 0, 0]), (-3, [1, 0, 0, 0]), (0, [1, 1, 1, 1])],
)
def test_growth_is_even_over_a_year_and_never_falls_below_nobody(per_year: float, grown: list[float]) -> None:
    assert growth_of(per_year, (0, 182.5, 365, 730)) == pytest.approx(grown)


def test_repeated_contacts_come_on_top() -> None:
    assert contacts(asked().with_figure(named.REPEATS, 0.2))[0] == 6.25


def test_what_people_solve_themselves_does_not_come() -> None:
    assert contacts(asked().with_figure(named.SELF_SERVED, 0.2))[0] == 4


def test_the_peak_hour_has_its_share_of_the_day_and_the_rest_is_even() -> None:
    day = profiles_of(asked().with_figure(named.PEAK_HOUR, 0.2))[0]
    assert day[18] + day[19] == pytest.approx(0.2)
    assert day[16] == pytest.approx(0.8 / 16)
    assert sum(day) == pytest.approx(1)
    assert not any(day[:16] + day[34:])


def test_a_peak_below_an_even_share_is_none() -> None:
    day = profiles_of(asked().with_figure(named.PEAK_HOUR, 0.05))[0]
    assert set(day) == {0, 1 / 18}


def test_a_weekend_has_no_profile() -> None:
    assert profiles_of(asked())[5] == (0,) * 48


def test_on_a_day_off_of_its_site_nothing_comes_and_on_half_a_one_the_morning() -> None:
    question = asked(EVEN + DESK + TWO_SITES, users="")
    assert contacts(question)[:4] == [5, 2, pytest.approx(2 + 3 * 8 / 18), 5]
    at_a = replace(question, waves=(replace(question.waves[0], users=60, site="a"),))
    assert contacts(at_a)[:4] == [3, 0, pytest.approx(3 * 8 / 18), 3]


def test_the_half_hours_of_a_day_are_its_contacts() -> None:
    for day in demand_of(asked()):
        assert sum(day.by_half_hour()) == pytest.approx(day.contacts)
        assert len(day.by_half_hour()) == 48
