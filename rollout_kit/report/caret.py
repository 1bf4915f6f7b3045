"""A source line with its span underlined, in cells of a terminal."""

import unicodedata

from rollout_kit.report.ink import printable

_TAB = 4  # cells to the next stop
_LONGEST = 160  # code points of a line that are shown
_BEFORE = 60  # code points kept before the span of a longer line
_ELLIPSIS = "…"


def underlined(line: str, column: int, length: int) -> tuple[str, str]:
    """Return the line as it is printed, and the carets to print below it.

    `column` counts from 1, `length` is at least 1, both in code points of the line as it stands in the file. Tabs are
    expanded, wide characters take two cells and combining ones none; a long line is cut around the span. A span that
    begins behind the line's end is shown there.
    """
    start, end = column - 1, column - 1 + length
    line, start, end = _cut(line, start, end)
    shown, cells = [], [0]
    for character in line:
        text = _expanded(character, cells[-1])
        shown.append(text)
        cells.append(cells[-1] + sum(_width(each) for each in text))
    at, stop = cells[min(start, len(line))], cells[min(end, len(line))]
    return "".join(shown), " " * at + "^" * max(1, stop - at)


def _cut(line: str, start: int, end: int) -> tuple[str, int, int]:
    if len(line) <= _LONGEST:
        return line, start, end
    first = max(0, min(start - _BEFORE, len(line) - _LONGEST))
    cut = line[first : first + _LONGEST]
    lead = _ELLIPSIS if first else ""
    tail = _ELLIPSIS if first + _LONGEST < len(line) else ""
    moved = first - len(lead)
    return lead + cut + tail, start - moved, min(end - moved, len(lead) + len(cut))


def _expanded(character: str, at: int) -> str:
    return " " * (_TAB - at % _TAB) if character == "\t" else printable(character)


def _width(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
