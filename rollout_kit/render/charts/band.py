"""Something uncertain over time against a limit: the band of the runs, their middle, and the limit, dashed.

What begins on a day is named above the plot, where no upright line crosses a name: the later a day, the lower its row.
"""

from collections.abc import Sequence
from itertools import pairwise

from rollout_kit.document.charts import BandData, DayMark
from rollout_kit.render.charts.axes import BELOW_MM, WIDTH_MM, Axes, EndLabel, draw_ends
from rollout_kit.render.charts.pen import Pen, Point
from rollout_kit.render.charts.widths import shortened, width

PLOT_MM = 46.0
_HEAD_MM = 4.0  # the unit
_ROW_MM = 3.8
_MOST_ROWS = 4
_OFF_MM, _OFF_LEAST_MM = 1.2, 0.35
_UNIT_POINTS, _POINTS = 7, 8
_DASH = "2.2 1"
_TRIES = 24
_LEVEL_MM = 0.1  # less of a step is none
_SIDES_MM = ((-4.0, -0.6, -1.1), (0.6, 4.0, 3.2))  # above and below the limit: from, to, base line of its words


def band_svg(data: BandData, title: str, *, accent: str = "#005a9c") -> str:
    """Return the picture, 174 mm wide; `title` is what a screen reader says."""
    bare = Axes(starts_on=data.starts_on, ends_on=data.ends_on, most=1, top=0, bottom=0)
    rows = _rows(data.marks, bare)
    top = _HEAD_MM + min(max(rows, default=-1) + 1, _MOST_ROWS) * _ROW_MM + 1
    pen = Pen(WIDTH_MM, top + PLOT_MM + BELOW_MM, accent=accent)
    most = data.steps[-1][0] if data.steps else 1.0
    axes = Axes(starts_on=data.starts_on, ends_on=data.ends_on, most=most, top=top, bottom=top + PLOT_MM)
    pen.text(0, 2.6, data.unit, points=_UNIT_POINTS, fill="2")
    axes.draw_steps(pen, data.steps)
    _band(pen, data, axes)
    ends = _ends(data, axes)
    if not _limit(pen, data, axes):
        ends.append(EndLabel(y=_last_limit(data, axes), words=data.limit_words, is_bold=True))
    _marks(pen, data.marks, rows, axes)
    draw_ends(pen, axes, ends)
    _days_off(pen, data, axes)
    axes.draw_days(pen, data.days)
    return pen.svg(title)


def _band(pen: Pen, data: BandData, axes: Axes) -> None:
    upper = [(axes.x(point.day), axes.y(point.high)) for point in data.points]
    lower = [(axes.x(point.day), axes.y(point.low)) for point in data.points]
    if len(upper) > 1:
        pen.path([*upper, *reversed(lower)], fill="s", is_closed=True)
        pen.path(_middle(data, axes), stroke="i", weight=0.7)


def _middle(data: BandData, axes: Axes) -> list[Point]:
    return [(axes.x(point.day), axes.y(point.middle)) for point in data.points]


def _ends(data: BandData, axes: Axes) -> list[EndLabel]:
    if not data.points:
        return []
    last = data.points[-1]
    low, middle, high = data.end_words
    return [
        EndLabel(y=axes.y(last.high), words=high, fill="2"),
        EndLabel(y=axes.y(last.middle), words=middle, is_bold=True),
        EndLabel(y=axes.y(last.low), words=low, fill="2"),
    ]


# --- the limit -----------------------------------------------------------------------------------


def _limit(pen: Pen, data: BandData, axes: Axes) -> bool:
    """Draw the limit in steps, and its name on it; False where its name has no room there."""
    trace = _steps(data, axes)
    if not trace:
        return True
    pen.path(trace, stroke="i", weight=0.45, dash=_DASH)
    upright = [axes.x(mark.day) for mark in data.marks]
    place = _room_for(data.limit_words, (trace, _middle(data, axes)), upright, axes)
    if place is None:
        return False
    pen.text(*place, data.limit_words, points=_POINTS, bold=True)
    return True


def _steps(data: BandData, axes: Axes) -> list[Point]:
    """Return the limit, level until it changes halfway between two points."""
    known = [(axes.x(point.day), axes.y(point.limit)) for point in data.points if point.limit is not None]
    if not known:
        return []
    trace = [(axes.left if known[0][0] < axes.left + 5 else known[0][0], known[0][1])]
    for (x, y), (following, other) in pairwise(known):
        if abs(y - other) > _LEVEL_MM:
            turn = (x + following) / 2
            trace += [(turn, y), (turn, other)]
    return [*trace, (axes.right, known[-1][1])]


def _last_limit(data: BandData, axes: Axes) -> float:
    return axes.y([point.limit for point in data.points if point.limit is not None][-1])


def _room_for(
    words: str, lines: tuple[Sequence[Point], Sequence[Point]], upright: Sequence[float], axes: Axes
) -> Point | None:
    """Return where the words may stand on a level part of the limit, above or below it, clear of every other line."""
    trace, middle = lines
    long = width(words, _POINTS, bold=True) + 1
    for number in range(_TRIES):
        # from the right: at the left the waves begin
        x = axes.right - long - number * (axes.right - axes.left - long) / _TRIES
        heights = _heights(trace, x, x + long)
        if heights is None or heights[1] - heights[0] > _LEVEL_MM or any(x - 1 < at < x + long for at in upright):
            continue
        for low, high, base in _SIDES_MM:
            y = heights[0]
            crossed = _heights(middle, x, x + long)
            is_inside = axes.top - 1 <= y + low and y + high <= axes.bottom
            if is_inside and (crossed is None or crossed[1] < y + low or crossed[0] > y + high):
                return (x, y + base)
    return None


def _heights(trace: Sequence[Point], left: float, right: float) -> tuple[float, float] | None:
    """Return the highest and the lowest point of a line between two places; None where it is not there."""
    found: list[float] = []
    for (x1, y1), (x2, y2) in pairwise(trace):
        if x2 < left or x1 > right:
            continue
        found += [_between((x1, y1), (x2, y2), max(left, x1)), _between((x1, y1), (x2, y2), min(right, x2))]
    return (min(found), max(found)) if found else None


def _between(start: Point, end: Point, x: float) -> float:
    if end[0] == start[0]:
        return end[1]
    return start[1] + (end[1] - start[1]) * (x - start[0]) / (end[0] - start[0])


# --- days with a name ----------------------------------------------------------------------------


def _rows(marks: Sequence[DayMark], axes: Axes) -> list[int]:
    """Return the row of each mark, 0 the lowest: above all those whose upright lines its words would meet."""
    placed: list[tuple[float, int]] = []
    for mark in sorted(marks, key=lambda mark: mark.day, reverse=True):
        end = axes.x(mark.day) + width(mark.words, _POINTS) + 3
        placed.append((axes.x(mark.day), 1 + max((row for x, row in placed if x < end), default=-1)))
    return [row for _, row in reversed(placed)]


def _marks(pen: Pen, marks: Sequence[DayMark], rows: Sequence[int], axes: Axes) -> None:
    for mark, row in zip(sorted(marks, key=lambda mark: mark.day), rows, strict=True):
        x = axes.x(mark.day)
        is_named = row < _MOST_ROWS
        y = axes.top - 1.4 - row * _ROW_MM
        pen.line(
            (x, y - 2.4 if is_named else axes.top), (x, axes.bottom),
            stroke="a" if mark.is_go_live else "2", weight=0.7 if mark.is_go_live else 0.25,
        )  # fmt: skip
        if is_named:
            pen.text(x + 1, y, shortened(mark.words, WIDTH_MM - x - 1, _POINTS), points=_POINTS)


def _days_off(pen: Pen, data: BandData, axes: Axes) -> None:
    """Draw days off as a strip below the base line: a fill in the plot would pass for the band."""
    if not data.days_off:
        return
    y = axes.bottom + 0.4
    for stretch in data.days_off:
        left = axes.x(stretch.starts_on)
        long = axes.x(stretch.ends_on) - left
        pen.rect(left, y, max(long, _OFF_LEAST_MM), _OFF_MM, fill="m")
    pen.text(axes.right + 2, y + _OFF_MM, data.days_off_words, points=_UNIT_POINTS, fill="2")
