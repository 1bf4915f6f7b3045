from dataclasses import replace
from datetime import timedelta

import pytest

from rollout_kit.capacity.answer import Answer
from rollout_kit.capacity.model import Wave
from rollout_kit.compose.load.marked import days_off, marks, rounded

from ...capacity.made_up import FIRST, HOLIDAY, answer
from .shown_answer import shown


def with_waves(*waves: Wave) -> Answer:
    given = answer()
    asked = replace(given.expectation.question, waves=waves)
    return replace(given, expectation=replace(given.expectation, question=asked))


def said(*waves: Wave) -> list[str]:
    return [mark.words.replace("\u00a0", " ") for mark in marks(shown(with_waves(*waves)))]


def test_each_wave_is_marked_with_its_site_and_people():
    first, second = marks(shown())
    assert (first.words.replace("\u00a0", " "), first.is_go_live) == ("8 February: Zug, 60 people", True)
    assert (second.day, second.is_go_live) == (FIRST + timedelta(days=14), False)


def test_waves_of_a_day_are_one_mark():
    both = (Wave(date=FIRST, users=1, site="zug"), Wave(date=FIRST, users=2, site="lausanne"))
    assert said(*both) == ["8 February: Zug and Lausanne, 3 people"]


def test_a_wave_of_no_known_site_is_marked_with_its_people():
    assert said(Wave(date=FIRST, users=1, site="moon")) == ["8 February: 1 person"]
    assert said(Wave(date=FIRST, users=5)) == ["8 February: 5 people"]


def test_only_weekdays_that_are_open_otherwise_are_days_off():
    assert [stretch.starts_on for stretch in days_off(shown())] == [HOLIDAY]


@pytest.mark.parametrize(("value", "told"), [(1.26, 1.3), (99.94, 99.9), (100.4, 100), (1234.5, 1234)])
def test_figures_from_a_hundred_on_have_no_decimals(value, told):
    assert rounded(value) == told
