"""How many empty lines the list of open items ends with: as many as its last page has room for, within bounds."""

from collections.abc import Sequence

from rollout_kit.compose.fit import lines_of
from rollout_kit.document import Column, Row

MOST_LINES, LEAST_LINES = 8, 4

# Heights in millimetres, measured on rendered pages.
PAGE_MM = {"A4": 261.0, "Letter": 245.0}
WIDTH_MM = 174.0
FIRST_MM, HEAD_MM = 52.0, 6.0  # all above the rows of the first page, of the others
ROW_MM, LINE_MM, REASON_MM = 4.0, 4.3, 3.7
SPARE_MM = 9.6
GAP_MM = 2.0
TEXT, SMALL = 9, 8  # points


def empty_lines(rows: Sequence[Row], columns: Sequence[Column], paper: str) -> int:
    """Return the number of lines: those that the last page holds, else a page more gets the most there are."""
    left = PAGE_MM[paper] - FIRST_MM
    for row in rows:
        height = _height(row, columns)
        if height > left:
            left = PAGE_MM[paper] - HEAD_MM
        left -= height
    held = max(0, int(left / SPARE_MM))
    return min(held, MOST_LINES) if held >= LEAST_LINES else held + MOST_LINES


def _height(row: Row, columns: Sequence[Column]) -> float:
    known = sum(column.width_mm or 0.0 for column in columns)
    tallest = LINE_MM
    for cell, column in zip(row.cells, columns, strict=True):
        room = (column.width_mm or WIDTH_MM - known) - GAP_MM
        words = "".join(span.text for span in cell.spans if not span.keep)
        said = lines_of(words, room, TEXT) * LINE_MM
        reason = lines_of(cell.reason, room, SMALL) * REASON_MM if cell.reason else 0.0
        tallest = max(tallest, said + reason)
    return ROW_MM + tallest
