"""The share of runs that are still fine, falling step by step; a ring where it falls below what is wanted."""

from itertools import pairwise

from rollout_kit.document.charts import StaircaseData
from rollout_kit.render.charts.axes import BELOW_MM, WIDTH_MM, Axes, EndLabel, draw_ends
from rollout_kit.render.charts.pen import Pen, Point
from rollout_kit.render.charts.widths import width

PLOT_MM = 34.0
_TOP_MM = 3.0
_POINTS, _END_POINTS, _NOTE_POINTS = 8, 9, 7
_RING_MM = 1.3


def staircase_svg(data: StaircaseData, title: str) -> str:
    """Return the picture, 174 mm wide; `title` is what a screen reader says."""
    pen = Pen(WIDTH_MM, _TOP_MM + PLOT_MM + BELOW_MM)
    axes = Axes(starts_on=data.starts_on, ends_on=data.ends_on, most=1.0, top=_TOP_MM, bottom=_TOP_MM + PLOT_MM)
    trace = _trace(data, axes)
    if trace:
        pen.path([*trace, (trace[-1][0], axes.bottom), (trace[0][0], axes.bottom)], fill="w2", is_closed=True)
    axes.draw_steps(pen, data.steps)
    target = axes.y(data.target)
    pen.line((axes.left, target), (axes.right, target), stroke="2", weight=0.25, dash="1.2 0.8")
    if trace:
        pen.path(trace, stroke="i", weight=0.9)
        end = trace[-1][1]
        labels = [
            EndLabel(y=target, words=data.target_words, points=_NOTE_POINTS, fill="2"),
            EndLabel(y=end, words=data.end_words, is_bold=True, points=_END_POINTS),
            EndLabel(y=end + 0.1, words=data.end_note, points=_NOTE_POINTS, fill="2"),
        ]
        draw_ends(pen, axes, labels)
    if data.crossing is not None:
        _ring(pen, data, axes, axes.x(data.crossing[0]))
    axes.draw_days(pen, data.days)
    return pen.svg(title)


def _trace(data: StaircaseData, axes: Axes) -> list[Point]:
    """Return the steps: level until a day, then down."""
    if not data.points:
        return []
    trace = [(axes.left, axes.y(data.points[0][1]))]
    for (_, share), (day, next_share) in pairwise(data.points):
        if next_share != share:
            trace += [(axes.x(day), axes.y(share)), (axes.x(day), axes.y(next_share))]
    return [*trace, (axes.right, trace[-1][1])]


def _ring(pen: Pen, data: StaircaseData, axes: Axes, x: float) -> None:
    """Draw the ring on the target, its words at the right of it; at the left and below it, where the plot ends."""
    y = axes.y(data.target)
    pen.circle(x, y, _RING_MM, fill="p", stroke="i", weight=0.6)
    is_left = x + 3 + width(data.crossing_words, _POINTS, bold=True) > axes.right
    pen.text(
        x - 3 if is_left else x + 3, y + 4.2 if is_left else y - 1.0, data.crossing_words,
        points=_POINTS, bold=True, anchor="end" if is_left else "start",
    )  # fmt: skip
