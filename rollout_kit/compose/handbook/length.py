"""How long a chapter becomes on paper, roughly: whether it is torn anyway, or should be kept on one page."""

from collections.abc import Sequence

from rollout_kit.compose.fit import lines_of
from rollout_kit.document import Chart, Field, Group, Heading, ListOf, Node, PageBreak, Row, Spans, Table, Text
from rollout_kit.document.charts import SumData

PAGE_MM = 240.0
NOTED_MM, FULL_MM = 132.0, 174.0
_GAP_MM = 8.0  # between two columns
_HEADING_MM, _CHART_MM, _WRITTEN_MM = 9.0, 95.0, 9.5
_CAPTION_MM, _SUM_MM = 16.0, 16.0
_LINE_MM, _ROW_LINE_MM, _REASON_MM, _ROW_MM = 5.1, 4.3, 3.7, 2.4


def is_long(nodes: Sequence[Node]) -> bool:
    """Whether nodes do not go on one page: they are too many, or begin a new page themselves."""
    return length_of(nodes) > PAGE_MM


def length_of(nodes: Sequence[Node], width: float = FULL_MM) -> float:
    """Return the height of nodes one below the other, in millimetres."""
    return sum(_length(node, width) for node in nodes)


def _length(node: Node, width: float) -> float:
    match node:
        case PageBreak():
            return PAGE_MM
        case Heading():
            return _HEADING_MM
        case Text(spans=spans):
            return _lines(spans, width, 10) * _LINE_MM + 2.0
        case ListOf(items=items):
            return sum(length_of(item, width - 6) + 0.7 for item in items)
        case Table(rows=rows):
            return _ROW_LINE_MM + sum(_row(row, node, width) for row in rows)
        case Group():
            return _group(node, width)
        case _:
            return _drawn(node)


def _drawn(node: Node) -> float:
    match node:
        case Chart(data=SumData(rows=rows)):
            return _CAPTION_MM + _SUM_MM * len(rows)
        case Chart():
            return _CHART_MM
        case Field(lines=lines):
            return _WRITTEN_MM * lines
        case _:
            return 0.0


def _group(group: Group, width: float) -> float:
    match group.role:
        case "wide":
            return PAGE_MM
        case "columns":
            half = (width - _GAP_MM) / 2
            return max((_length(child, half) for child in group.children), default=0.0)
        case "noted":
            return length_of(group.children, NOTED_MM)
        case _:
            return length_of(group.children, width)


def _row(row: Row, table: Table, width: float) -> float:
    known = sum(column.width_mm or 0 for column in table.columns)
    rest = sum(column.width_mm is None for column in table.columns) or 1
    widths = [column.width_mm or max((width - known) / rest, 10.0) for column in table.columns]
    heights = (
        _lines(cell.spans, room - 2, 9) * _ROW_LINE_MM + (_REASON_MM if cell.reason else 0.0)
        for cell, room in zip(row.cells, widths, strict=False)
    )
    return max(heights, default=0.0) + _ROW_MM


def _lines(spans: Spans, width: float, points: float) -> int:
    is_bold = any(span.strong for span in spans)
    return lines_of("".join(span.text for span in spans), width, points, is_bold=is_bold)
