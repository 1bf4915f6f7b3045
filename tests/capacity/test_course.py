from dataclasses import replace

import pytest

from rollout_kit.capacity import figures as named
from rollout_kit.capacity.course import HALF_LIVES, Course, contacts_per_user_week
from rollout_kit.capacity.demand import demand_of
from rollout_kit.capacity.draws import triangular
from rollout_kit.capacity.model import Question
from tests.capacity.asked import DESK, asked

LOAD = """
[load]
tickets_per_user_month = 1.1
golive_factor = 2.5
half_life = "14 days"
growth_per_year = 0.2
repeat_contact_share = 0.1
horizon = "6 months"
waves = [
  { date = 2027-03-01, users = 60, site = "zug" },
  { date = 2027-04-12, users = 25, site = "lausanne" },
  { date = 2027-05-03, users = 5 },
]
"""
SITES = """
[sites.zug]
name = "Zug"
users = 60
region = "CH-ZG"
[sites.lausanne]
name = "Lausanne"
users = 40
region = "CH-VD"
"""


@pytest.fixture(scope="module")
def question() -> Question:
    return asked(LOAD + SITES + DESK, users="", hours="Mon-Fri 07:30-18:00")


def at_the_middle(question: Question) -> list[float]:
    value = question.value
    per_user = contacts_per_user_week(value(named.TICKETS), value(named.SELF_SERVED), value(named.REPEATS))
    return Course(question).contacts(per_user, value(named.GOLIVE_FACTOR), 0.5)


def test_at_the_middle_figures_a_run_meets_the_demand_that_is_expected(question: Question) -> None:
    days = Course(question).days
    demand = demand_of(question)
    assert at_the_middle(question) == pytest.approx([demand[index].contacts for index in days], rel=1e-9)
    walked = set(days)
    assert {day.contacts for index, day in enumerate(demand) if index not in walked} == {0.0}


@pytest.mark.parametrize("factor", [0.5, 1.0])
def test_so_it_does_where_a_rollout_brings_no_more_or_less(question: Question, factor: float) -> None:
    calm = question.with_figure(named.GOLIVE_FACTOR, factor)
    demand = demand_of(calm)
    expected = [demand[index].contacts for index in Course(calm).days]
    assert at_the_middle(calm) == pytest.approx(expected, rel=1e-9)


def test_a_throw_picks_one_of_equally_likely_half_lives(question: Question) -> None:
    figure = question.figure(named.HALF_LIFE)
    ranged = question.with_figures(replace(figure, low=7.0, likely=14.0, high=40.0))
    course = Course(ranged)
    for share in (0.0, 0.4, 0.9999):
        middle = (int(share * HALF_LIVES) + 0.5) / HALF_LIVES
        pinned = Course(ranged.with_figure(named.HALF_LIFE, triangular(middle, 7.0, 14.0, 40.0)))
        assert course.contacts(1.0, 2.5, share) == pytest.approx(pinned.contacts(1.0, 2.5, 0.5))


def test_days_are_those_on_which_anything_can_happen_whatever_the_waves(question: Question) -> None:
    days = Course(question).days
    moved = question.with_wave_moved(1, question.days[100].date)
    assert Course(moved).days == days
    assert {question.days[index].date.weekday() for index in days} == {0, 1, 2, 3, 4}
    assert question.index_of(question.days[0].date) in days


def test_a_longer_half_life_leaves_more_contacts(question: Question) -> None:
    figure = question.figure(named.HALF_LIFE)
    course = Course(question.with_figures(replace(figure, low=7.0, high=40.0)))
    few, many = course.contacts(1.0, 2.5, 0.01), course.contacts(1.0, 2.5, 0.99)
    assert all(one <= other for one, other in zip(few, many, strict=True))
    assert few[-1] < many[-1]
