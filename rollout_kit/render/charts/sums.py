"""Sums against a promise: parts laid end to end; what lies within is grey, what lies beyond is ink.

Every row has its own scale: half an hour and three days do not go on one.
"""

from rollout_kit.document.charts import SumData, SumPart, SumRow
from rollout_kit.render.charts.pen import Pen
from rollout_kit.render.charts.widths import shortened, width

WIDTH_MM = 174.0
ROW_MM = 16.0
_LEFT_MM = 24.0  # before it stands the name
_RIGHT_MM = 116.0  # the end of the longer of sum and promise; beside it stand the figures
_FIGURES_MM = 120.0
_ABOVE_MM, _BAR_MM = 4.6, 6.0
_OVER_MM, _UNDER_MM = 3.4, 1.6  # how far the promise stands out
_BELOW_MM = 3.9  # from the bar to the words under it
_NARROW_MM, _GAP_MM = 10.0, 1.0
_NAME_POINTS, _POINTS = 9, 8


def sums_svg(data: SumData, title: str) -> str:
    """Return the picture, 174 mm wide; `title` is what a screen reader says."""
    pen = Pen(WIDTH_MM, ROW_MM * len(data.rows))
    for number, row in enumerate(data.rows):
        _row(pen, row, number * ROW_MM + _ABOVE_MM)
    return pen.svg(title)


def _row(pen: Pen, row: SumRow, y: float) -> None:
    whole = max(sum(part.minutes for part in row.parts), row.promise)
    scale = (_RIGHT_MM - _LEFT_MM) / whole if whole else 0.0
    limit, bottom = _LEFT_MM + row.promise * scale, y + _BAR_MM
    pen.text(0, y + 4.1, shortened(row.name, _LEFT_MM - 1, _NAME_POINTS, bold=True), points=_NAME_POINTS, bold=True)
    pen.line((_LEFT_MM, bottom), (_RIGHT_MM, bottom), stroke="m", weight=0.2)
    x, below = _LEFT_MM, _LEFT_MM
    for part in row.parts:
        end = x + part.minutes * scale
        _fill(pen, x, end, limit, y)
        below = _label(pen, part, (x, max(min(end, limit) - x, 0.0)), below, y)
        x = end
    pen.line((x, y - 1.2), (x, bottom), weight=0.25)
    _promise(pen, row, limit, y)
    room = WIDTH_MM - _FIGURES_MM
    pen.text(_FIGURES_MM, y + 2.6, shortened(row.total, room, _NAME_POINTS, bold=True), points=_NAME_POINTS, bold=True)
    pen.text(_FIGURES_MM, y + 6.4, shortened(row.rest, room, _POINTS), points=_POINTS, fill="2")


def _fill(pen: Pen, start: float, end: float, limit: float, y: float) -> None:
    turn = min(max(start, limit), end)
    if turn > start:
        pen.rect(start, y, turn - start, _BAR_MM, fill="s")
    if end > turn:
        pen.rect(turn, y, end - turn, _BAR_MM, fill="i")
    pen.line((start, y - 1.2), (start, y), weight=0.25)
    pen.line((start, y), (start, y + _BAR_MM), stroke="p" if start > limit else "i", weight=0.25)


def _label(pen: Pen, part: SumPart, place: tuple[float, float], below: float, y: float) -> float:
    """Write into what of the part lies within, else under it; return where the next words under the bar may begin."""
    x, within = place
    if within >= max(_NARROW_MM, width(part.words, _POINTS) + 2 * _GAP_MM):
        pen.text(x + _GAP_MM, y + 4.1, part.words, points=_POINTS)
        return below
    said = shortened(part.words, _FIGURES_MM - below, _POINTS)
    start = max(min(x, _FIGURES_MM - width(said, _POINTS)), below)
    pen.text(start, y + _BAR_MM + _BELOW_MM, said, points=_POINTS)
    return start + width(said, _POINTS) + 2 * _GAP_MM


def _promise(pen: Pen, row: SumRow, limit: float, y: float) -> None:
    """Draw the promise, its words at the left of the line where they would run into the figures."""
    pen.line((limit, y - _OVER_MM), (limit, y + _BAR_MM + _UNDER_MM), weight=0.7)
    long = width(row.promise_words, _POINTS, bold=True)
    is_left = limit + _GAP_MM + long > _FIGURES_MM and limit - _GAP_MM - long > 0
    pen.text(
        limit - _GAP_MM if is_left else limit + _GAP_MM, y - 1.6, row.promise_words,
        points=_POINTS, bold=True, anchor="end" if is_left else "start",
    )  # fmt: skip
