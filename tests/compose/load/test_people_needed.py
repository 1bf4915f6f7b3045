from dataclasses import replace

import pytest

from rollout_kit.compose.load.people_needed import people_needed
from rollout_kit.document.charts import HeatData

from ...capacity.made_up import FIRST, OPEN_HALF_HOURS, answer, expectation
from .shown_answer import on_days, shown


def drawn(given) -> HeatData:
    chart = people_needed(given)
    assert chart is not None
    assert isinstance(chart.data, HeatData)
    return chart.data


def needing(number):
    given = answer()
    return replace(given, expectation=expectation(given.expectation.question, lambda day: number))


@pytest.mark.parametrize(
    ("number", "kind", "words"), [(1, "spare", "1"), (2, "just", "2"), (3, "short", "3 / 2"), (None, "short", "– / 2")]
)
def test_people_needed_are_held_against_those_there(number, kind, words):
    data = drawn(shown(needing(number)))
    assert {(cell.kind, cell.words) for _, row in data.rows for cell in row} == {(kind, words)}


def test_hours_outside_opening_are_not_drawn_and_heads_name_both_ends():
    data = drawn(shown())
    assert data.heads == tuple(f"{hour:02d}" for hour in range(8, 18))
    assert all(len(row) == 9 for _, row in data.rows)


def test_the_fullest_week_is_shown():
    given = answer()
    later = FIRST.toordinal() + 14
    asked = given.expectation.question
    fuller = replace(given, expectation=expectation(asked, lambda day: 4 if day.toordinal() >= later else 1))
    rows = drawn(shown(fuller)).rows
    assert rows[0][0].replace("\u00a0", " ") == "Mon 22 Feb"
    assert len(rows) == 5


def test_the_headline_counts_the_hours_with_too_few():
    chart = people_needed(shown())
    assert chart is not None
    assert chart.headline.startswith("In 45 hours of the fullest week there are fewer people")
    enough = people_needed(shown(needing(2)))
    assert enough is not None
    assert enough.headline == "In the fullest week there are enough people on the phone in every hour."


def test_a_desk_without_phone_and_chat_has_no_such_picture():
    assert people_needed(shown(on_days(answer(), phone=None))) is None


def test_a_week_in_which_nobody_may_call_has_no_picture():
    given = answer()
    closed = replace(given.expectation.question.levels[0], opening=((0,) * 48,) * 84)
    asked = replace(given.expectation.question, levels=(closed,))
    assert people_needed(shown(replace(given, expectation=replace(given.expectation, question=asked)))) is None


def test_a_closed_hour_between_two_open_ones_is_empty():
    given = answer()
    noon = tuple(0 if number in (24, 25) else minutes for number, minutes in enumerate(OPEN_HALF_HOURS))
    desk = replace(given.expectation.question.levels[0], opening=(noon,) * 84)
    asked = replace(given.expectation.question, levels=(desk,))
    data = drawn(shown(replace(given, expectation=replace(given.expectation, question=asked))))
    assert [cell.kind for cell in data.rows[0][1]].count("closed") == 1
