"""How the people of a week share its page: rows as high as there is room, smaller type before a second page."""

from collections.abc import Sequence
from dataclasses import dataclass

from rollout_kit.document import Cell, Heading, Node, Row, Table, Text
from rollout_kit.render.charts.widths import lines, width

_MOST_ROW_MM = 23.5  # room to write in
_LEAST_ROW_MM = 8.0  # a name and what it adds up to
_TABLE_HEAD_MM = 7.4  # with the room above it
_SPARE_MM = 2.0  # our reckoning of words is one
_HEADING_MM, _LARGE_MM, _NOTE_MM, _GAP_MM = 9.1, 5.93, 3.9, 2.0
_LARGE, _NOTE = 12, 8


@dataclass(frozen=True, slots=True, kw_only=True)
class _Type:
    """A size of type on the sheet: points, the height of a line, what stands around a cell's words."""

    points: int
    line_mm: float
    above_mm: float
    beside_mm: float


_NORMAL = _Type(points=9, line_mm=4.3, above_mm=2.6, beside_mm=2.6)
_DENSE = _Type(points=8, line_mm=3.55, above_mm=1.4, beside_mm=2.2)


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekSheet:
    """The least height of a row, whether the type is the smaller one, and the row that begins a second page, or 0."""

    row_mm: float
    is_dense: bool
    turn: int


def week_sheet(table: Table, above: Sequence[Node], across: float, height: float) -> WeekSheet:
    """Return how a week is set on a landscape page of that content, in millimetres; `above` stands over the table.

    Where not even the smaller type brings everybody onto one page, two pages share them evenly.
    """
    room = height - sum(_height(node, across) for node in above) - _TABLE_HEAD_MM - _SPARE_MM
    for type_ in (_NORMAL, _DENSE):
        rows = [_row(row, table, across, type_) for row in table.rows]
        if sum(rows) <= room:
            return WeekSheet(row_mm=_shared(rows, room), is_dense=type_ is _DENSE, turn=0)
    for type_ in (_NORMAL, _DENSE):
        rows = [_row(row, table, across, type_) for row in table.rows]
        turn = _half(rows)
        if sum(rows[:turn]) <= room and sum(rows[turn:]) <= room:
            least = min(_shared(rows[:turn], room), _shared(rows[turn:], room))
            return WeekSheet(row_mm=least, is_dense=type_ is _DENSE, turn=turn)
    return WeekSheet(row_mm=_LEAST_ROW_MM, is_dense=True, turn=0)


def _shared(rows: Sequence[float], room: float) -> float:
    """Return the greatest least height with which the rows still fit."""
    least = _MOST_ROW_MM
    while least > _LEAST_ROW_MM and sum(max(row, least) for row in rows) > room:
        least -= 0.5
    return least


def _half(rows: Sequence[float]) -> int:
    """Return the row at which the second page begins so that both are about as full."""
    return min(range(1, len(rows)), key=lambda turn: abs(sum(rows[:turn]) - sum(rows[turn:]))) if len(rows) > 1 else 0


def _height(node: Node, across: float) -> float:
    match node:
        case Heading():
            return _HEADING_MM
        case Text(spans=spans, manner=manner):
            text = "".join(span.text for span in spans)
            if manner == "note":
                return _NOTE_MM * lines(text, across, _NOTE) + _GAP_MM
            return _LARGE_MM * lines(text, across, _LARGE)
        case _:
            return 0.0


def _row(row: Row, table: Table, across: float, type_: _Type) -> float:
    found = _LEAST_ROW_MM
    widths = _widths(table, across)
    number = 0
    for cell in row.cells:
        room = sum(widths[number : number + cell.columns]) - type_.beside_mm
        found = max(found, _lines(cell, room, type_.points) * type_.line_mm + type_.above_mm)
        number += cell.columns
    return found


def _widths(table: Table, across: float) -> list[float]:
    known = sum(column.width_mm or 0.0 for column in table.columns) * across / 265.0
    even = (across - known) / max(1, sum(column.width_mm is None for column in table.columns))
    return [even if column.width_mm is None else column.width_mm * across / 265.0 for column in table.columns]


def _lines(cell: Cell, room: float, points: int) -> int:
    """Return the lines of a cell, whose runs are bold or not and flow into each other."""
    count, filled = 0, room
    for span in cell.spans:
        for word in span.text.split():
            length = width(f"{word} ", points, bold=span.strong)
            if filled + length - width(" ", points) > room:
                count, filled = count + 1, 0.0
            count += int(length // room)
            filled = (filled + length) if length < room else length % room
        if span.line_break:
            filled = room
    return count
