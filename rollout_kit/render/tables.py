"""How the rows of a table are laid out before a template writes them."""

from collections.abc import Iterator

from rollout_kit.document import Cell, Column, Row, Table

_WIDE_MM = 265.0  # content width of a landscape page of A4; narrower paper takes the same shares


def bodies(table: Table) -> list[list[Row]]:
    """Return the rows in parts, each begun by a group row where there is one."""
    parts: list[list[Row]] = []
    for row in table.rows:
        if not parts or row.kind == "group":
            parts.append([])
        parts[-1].append(row)
    return parts


def placed(row: Row, table: Table) -> list[tuple[int, Cell, Column]]:
    """Return the cells of a row with the number and the data of the column they begin in."""
    found, number = [], 0
    for cell in row.cells:
        found.append((number, cell, table.columns[min(number, len(table.columns) - 1)]))
        number += cell.columns
    return found


def upper_heads(table: Table) -> Iterator[tuple[str, int, bool]]:
    """Yield the upper row of heads: words, columns, and whether a rule stands at its left."""
    number = 0
    for words, columns in table.heads:
        yield words, columns, table.columns[number].is_parted
        number += columns


def column_width(column: Column, table: Table) -> str:
    """Return a width as CSS; a share of the page on the week sheet, which stands on paper of two widths.

    Other widths are given as a property, so that a screen with its larger type can widen them.
    """
    if column.width_mm is None:
        return ""
    if table.manner == "week":
        return f"width:{column.width_mm / _WIDE_MM:.2%}"
    return f"--width:{column.width_mm:g}mm"


def small_screen_label(number: int, column: Column, table: Table) -> str:
    """Return what is said before a cell where a row becomes a block; the first cell speaks for itself."""
    if column.label or number == 0:
        return column.label
    is_person = table.manner == "matrix" and column.align == "center"
    return column.head if is_person or table.manner in ("plain", "register", "week") else ""
