"""How many decisions still fit on page 1: it must stay one page, whatever else stands on it."""

from collections.abc import Sequence

from rollout_kit.compose.fit import lines_of
from rollout_kit.document import Field, Group, Heading, Node, Row, Table, Text

# Heights in millimetres, measured on rendered pages.
PAGE_MM = {"A4": 259.0, "Letter": 243.0}
WIDTH_MM = 174.0
COLUMN_MM = 83.0
FURNITURE_MM = 86.0  # head of the page, the frame of the verdict, heads of sections, signatures
TITLE_LINE_MM, TITLE_POINTS = 9.4, 22
LEAD_LINE_MM, LEAD_POINTS = 6.0, 12
LINE_MM, ROW_MM, TEXT_POINTS = 4.8, 2.2, 10
TABLE_HEAD_MM = 6.5
CELL_GAP_MM = 2.0
DECISIONS_HEAD_MM = 15.0
HOUSES_LINE_MM, HOUSES_MM, HOUSES_POINTS = 5.0, 150.0, 9
LOGO_MM = 34.0  # the widest, and the space after it
SIGNER_LINE_MM, SIGNER_MM, SIGNER_POINTS, HOUSE_POINTS = 4.5, 48.0, 10, 8


def decisions_that_fit(nodes: Sequence[Node], table: Table, *, paper: str, houses: str, logos: int = 0) -> int:
    """Return how many rows of the table of decisions page 1 has room for beside the other nodes.

    `houses` is the line with both names in the head of the page, `logos` how many stand beside it.
    """
    left = PAGE_MM[paper] - FURNITURE_MM - DECISIONS_HEAD_MM - sum(_height(node, WIDTH_MM) for node in nodes)
    room = HOUSES_MM - logos * LOGO_MM
    left -= (lines_of(houses, room, HOUSES_POINTS, is_bold=True) - 1) * HOUSES_LINE_MM
    fit = 0
    for row in table.rows:
        left -= _row_height(row, table, WIDTH_MM)
        if left < 0:
            break
        fit += 1
    return fit


def _height(node: Node, width: float) -> float:
    match node:
        case Heading(level=1):
            return lines_of(node.text, WIDTH_MM, TITLE_POINTS, is_bold=True) * TITLE_LINE_MM
        case Text(manner="lead"):
            return lines_of("".join(span.text for span in node.spans), WIDTH_MM, LEAD_POINTS) * LEAD_LINE_MM
        case Text(manner="note"):
            return LINE_MM
        case Table():
            head = TABLE_HEAD_MM if any(column.head for column in node.columns) else 0.0
            return head + sum(_row_height(row, node, width) for row in node.rows)
        case Group():
            return _group_height(node, width)
        case _:
            return 0.0


def _group_height(group: Group, width: float) -> float:
    if group.role == "columns":
        return max((_height(child, COLUMN_MM) for child in group.children), default=0.0)
    if group.role == "signatures":
        return max((_signer(child) for child in group.children), default=0.0)
    if group.role == "verdict":
        return sum(_height(child, width - 8) for child in group.children if isinstance(child, Table))
    return sum(_height(child, width) for child in group.children)


def _signer(node: Node) -> float:
    """Lines of a signature beyond the first of name and house, which the furniture counts."""
    if not isinstance(node, Field):
        return 0.0
    name = lines_of(node.label, SIGNER_MM, SIGNER_POINTS, is_bold=True)
    further = name + lines_of(node.house, SIGNER_MM, HOUSE_POINTS) - 2
    return further * SIGNER_LINE_MM


def _row_height(row: Row, table: Table, width: float) -> float:
    fixed = sum(column.width_mm or 0.0 for column in table.columns)
    open_columns = sum(column.width_mm is None for column in table.columns) or 1
    lines = 1
    for cell, column in zip(row.cells, table.columns, strict=False):
        room = column.width_mm or (width - fixed) / open_columns
        words = "".join(span.text for span in cell.spans if not span.keep)
        lines = max(lines, lines_of(words, room - CELL_GAP_MM, TEXT_POINTS))
    return lines * LINE_MM + ROW_MM
