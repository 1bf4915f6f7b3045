"""The empty lines at the end of the list: a hand needs some, and no page is begun for a few."""

from rollout_kit.compose.open_items.pages import LEAST_LINES, MOST_LINES, empty_lines
from rollout_kit.document import Cell, Column, Row, Span

COLUMNS = (Column(width_mm=9), Column(), Column(width_mm=36), Column(width_mm=20), Column(width_mm=31))


def lines_after(items: int, paper: str = "A4") -> int:
    cells = tuple(Cell(spans=(Span(text="Word"),)) for _ in COLUMNS)
    return empty_lines([Row(cells=cells)] * items, COLUMNS, paper)


def test_a_short_list_has_the_most_lines_and_a_longer_one_fills_its_page():
    assert lines_after(1) == MOST_LINES
    assert [lines_after(items) for items in range(10, 14)] == [8, 7, 6, LEAST_LINES]


def test_a_page_more_is_never_begun_for_a_few_lines():
    assert lines_after(13) == LEAST_LINES
    assert lines_after(14) == MOST_LINES + LEAST_LINES - 1
    assert lines_after(13, "Letter") == MOST_LINES + LEAST_LINES - 1
