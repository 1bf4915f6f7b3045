"""Columns of plain text on a terminal: words left, figures right, heads folded into as many lines as they need."""

from collections.abc import Sequence
from itertools import zip_longest

from rollout_kit.report.ink import Ink

GAP = "  "
HEAD_CHARACTERS = 12  # a head is folded at words where it is longer


def grid(heads: Sequence[str], rows: Sequence[Sequence[str]], *, left: int, ink: Ink) -> str:
    """Return rows below their heads, if there are any; the first `left` columns are words, the others figures."""
    folded = [folded_head(head) for head in heads]
    columns = list(zip_longest(*rows, fillvalue=""))
    widths = [
        max(len(each) for each in (*head, *column)) for head, column in zip_longest(folded, columns, fillvalue=())
    ]
    depth = max((len(head) for head in folded), default=0)
    above = [[head[line - depth] if line - depth >= -len(head) else "" for head in folded] for line in range(depth)]
    lines = [ink.quiet(_line(cells, widths, left)) for cells in above]
    return "\n".join([*lines, *(_line(cells, widths, left) for cells in rows)])


def folded_head(head: str) -> list[str]:
    """Return a head on lines of whole words."""
    lines: list[str] = []
    for word in head.split():
        if lines and len(lines[-1]) + 1 + len(word) <= HEAD_CHARACTERS:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _line(cells: Sequence[str], widths: Sequence[int], left: int) -> str:
    padded = (
        cell.ljust(width) if number < left else cell.rjust(width)
        for number, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return f"{GAP}{GAP.join(padded)}".rstrip()
