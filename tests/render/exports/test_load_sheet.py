"""The sheet of the load of support, from an answer made up by hand."""

from dataclasses import replace

import pytest

from rollout_kit.assess.carrying import Carrying
from rollout_kit.capacity.answer import Answer
from rollout_kit.capacity.model import Untold
from rollout_kit.compose.plan.planned import Desk
from rollout_kit.compose.wording import People
from rollout_kit.render.exports.load_sheet import load_sheets

from ...capacity.made_up import FIRST, HOLIDAY, answer
from ...compose.conftest import words
from ...compose.load.shown_answer import on_days
from ...compose.results import result


def desk(given: Answer | Untold) -> Desk:
    shown = replace(result(), carrying=Carrying(reckon=lambda: given))
    return Desk(result=shown, words=words(shown), people=People(shown.case.rollout, words(shown)))


def test_each_open_day_is_a_row_with_a_cell_for_each_column() -> None:
    (sheet,) = load_sheets(desk(answer()))
    assert len(sheet.rows) == 59
    assert {len(row.cells) for row in sheet.rows} == {len(sheet.columns)}
    assert HOLIDAY not in {row.cells[0] for row in sheet.rows}


def test_a_row_has_the_figures_of_its_day() -> None:
    (sheet,) = load_sheets(desk(answer()))
    assert sheet.rows[0].cells == (FIRST, 86, 6.2, 0.91, 3, 2, 2.5, 1.5, 3.5, 1.7, 2.5, 2.8, 1.0)


@pytest.mark.parametrize("value", [None, float("inf"), float("nan")])
def test_what_never_ends_is_an_empty_cell(value: float | None) -> None:
    given = answer()
    day = given.expectation.days[0]
    assert day.phone is not None
    never = on_days(
        given, tiers=(replace(day.tiers[0], days_to_clear=value),), phone=replace(day.phone, level=None, enough=None)
    )
    (sheet,) = load_sheets(desk(never))
    assert (sheet.rows[0].cells[3], sheet.rows[0].cells[4], sheet.rows[0].cells[10]) == (None, None, None)


def test_a_desk_without_a_phone_has_empty_cells() -> None:
    (sheet,) = load_sheets(desk(on_days(answer(), phone=None)))
    assert sheet.rows[0].cells[3:6] == (None, None, None)


def test_without_an_answer_there_is_no_sheet() -> None:
    assert load_sheets(desk(Untold(missing=(("customer", "users"),)))) == ()
