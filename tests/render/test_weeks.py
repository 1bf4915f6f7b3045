import pytest

from rollout_kit.document import Cell, Column, Heading, Row, Span, Table, Text
from rollout_kit.render.weeks import WeekSheet, week_sheet

A4 = (265.0, 183.0)
HEAD = (Heading(level=2, text="Week 2"), Text(spans=(Span(text="Bold: together."),), manner="note"))
DAYS = (Column(width_mm=30), *[Column()] * 5, Column(width_mm=13), Column(width_mm=13))


def week(people: int, words: int = 0) -> Table:
    day = Cell(spans=(Span(text="wording " * words),))
    row = Row(cells=(Cell(spans=(Span(text="Anna Keller", strong=True),)), *[day] * 5, Cell(), Cell()))
    return Table(columns=DAYS, rows=(row,) * people, manner="week")


def sheet(table: Table) -> WeekSheet:
    return week_sheet(table, HEAD, *A4)


def test_few_people_have_rows_to_write_in() -> None:
    assert [sheet(week(people)).row_mm for people in (0, 1, 6)] == [23.5, 23.5, 23.5]


@pytest.mark.parametrize("people", [7, 9, 12, 18])
def test_more_people_share_the_page_in_lower_rows(people: int) -> None:
    found = sheet(week(people))
    assert (found.is_dense, found.turn) == (False, 0)
    assert 140 < found.row_mm * people <= 161


def test_words_make_the_type_smaller_before_they_take_a_second_page() -> None:
    assert not sheet(week(6, 15)).is_dense
    found = sheet(week(6, 20))
    assert found.is_dense
    assert not found.turn


def test_what_needs_two_pages_is_shared_by_them_evenly() -> None:
    found = sheet(week(8, 20))
    assert found.turn == 4


def test_an_absence_of_several_days_has_the_width_of_all_of_them() -> None:
    away = Cell(spans=(Span(text="wording " * 30),), columns=5)
    wide = Row(cells=(Cell(), away, Cell(), Cell()))
    assert not sheet(Table(columns=DAYS, rows=(wide,) * 6, manner="week")).is_dense
    assert sheet(week(6, 20)).is_dense


def test_more_than_two_pages_flow_on() -> None:
    assert sheet(week(40, 28)) == WeekSheet(row_mm=8.0, is_dense=True, turn=0)
