"""How high the first page becomes, in millimetres, before it is drawn: it must stay one page.

The figures are those of the style sheet for the cover, where everything but the title and the number is 12 pt.
"""

from collections.abc import Sequence

from rollout_kit.compose.fit import lines_of
from rollout_kit.document import Group, Heading, ListOf, Node, Row, Spans, Table, Text

CONTENT_MM = 174.0
GAP_MM = 8.0  # between two columns
HEAD_MM = 21.5  # houses on two lines, edition, and the rule below them
TITLE_LINE_MM, LINE_MM, NUMBER_MM = 9.4, 5.95, 23.5
HEADING_MM = 7.0 + LINE_MM + 1.0
CALL_MM = 4.0 + 3.0 + 4.0 + 2.0  # space before, above and below its words, and before its columns
ROW_MM = 3.0  # above and below the words of a row
TITLE_POINTS, POINTS, LABEL_POINTS = 22, 12, 9


def height_of(nodes: Sequence[Node], width: float = CONTENT_MM) -> float:
    """Return the height of the nodes of a cover, one below the other."""
    return sum(_height(node, width) for node in nodes)


def _height(node: Node, width: float) -> float:
    match node:
        case Heading(level=1, text=text):
            return lines_of(text, width, TITLE_POINTS, is_bold=True) * TITLE_LINE_MM
        case Heading():
            return HEADING_MM
        case Text(manner="number"):
            return NUMBER_MM
        case Text(spans=spans):
            return _lines(spans, width) * LINE_MM + (2.0 if node.manner != "decide" else 0.0)
        case ListOf(items=items):
            return sum(height_of(item, width - 5) - 1.4 for item in items)
        case Table(rows=rows):
            return sum(_row(row, node, width) for row in rows)
        case Group():
            return _group(node, width)
        case _:
            return 0.0


def _group(group: Group, width: float) -> float:
    if group.role == "columns":
        half = (width - GAP_MM) / 2
        return max(_height(child, half) for child in group.children)
    return height_of(group.children, width) + (CALL_MM if group.role == "call" else 0.0)


def _row(row: Row, table: Table, width: float) -> float:
    known = sum(column.width_mm or 0 for column in table.columns)
    widths = [column.width_mm or width - known for column in table.columns]
    lines = [_lines(cell.spans, room - 1) for cell, room in zip(row.cells, widths, strict=False)]
    return max(lines) * LINE_MM + ROW_MM


def _lines(spans: Spans, width: float) -> int:
    """Return the lines of spans; one that ends a line begins a new paragraph."""
    points = LABEL_POINTS if spans and all(span.quiet for span in spans) else POINTS
    total, text = 0, ""
    for span in spans:
        text += ("   " if span.mark else "") + span.text
        if span.line_break:
            total, text = total + lines_of(text, width, points, is_bold=span.strong), ""
    is_bold = any(span.strong for span in spans)
    return total + (lines_of(text, width, points, is_bold=is_bold) if text else 0)
