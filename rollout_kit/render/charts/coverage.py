"""The week hour by hour: a day has two lanes, one per house; ink is where somebody is needed and nobody there."""

from collections.abc import Sequence
from itertools import pairwise

from rollout_kit.document.charts import CoverageBar, CoverageData, CoverageDay
from rollout_kit.render.charts.pen import Pen
from rollout_kit.render.charts.widths import shortened, width

WIDTH_MM = 174.0
_LEFT_MM = 22.0
_HOUR_MM = 5.3
_HEAD_MM = 6.0
_DAY_MM = 11.0
_BODY_MM = 9.6  # of a day, above the rule that parts it from the next
_LANES_MM = (0.6, 5.2)
_LANE_MM = 3.8
_DASH = "0.8 0.6"
_NAME_POINTS, _BAR_POINTS, _SUM_POINTS = 9, 7, 8


def coverage_svg(data: CoverageData, title: str) -> str:
    """Return the picture, 174 mm wide; `title` is what a screen reader says."""
    pen = Pen(WIDTH_MM, _HEAD_MM + len(data.days) * _DAY_MM)
    for hour in range(0, 25, 2):
        pen.text(_x(hour * 60), 3.6, f"{hour:02d}", points=_BAR_POINTS, fill="2", anchor="middle")
    for number, day in enumerate(data.days):
        _day(pen, day, _HEAD_MM + number * _DAY_MM, data.nobody)
    return pen.svg(title)


def _day(pen: Pen, day: CoverageDay, y: float, nobody: str) -> None:
    pen.text(0, y + 5.9, shortened(day.name, _LEFT_MM - 2, _NAME_POINTS, bold=True), points=_NAME_POINTS, bold=True)
    for hour in range(0, 25, 6):
        pen.line((_x(hour * 60), y), (_x(hour * 60), y + _BODY_MM), stroke="l", weight=0.15)
    for bar in day.bars:
        _bar(pen, bar, y + _LANES_MM[bar.lane], [_x(edge) for stretch in day.needed for edge in stretch])
    for start, end in day.needed:
        pen.rect(_x(start), y, _x(end) - _x(start), _BODY_MM, stroke="i", weight=0.3)
    for start, end in day.gaps:
        _gap(pen, _x(start), _x(end), y, nobody)
    pen.text(WIDTH_MM, y + 4.2, day.needed_words, points=_BAR_POINTS, fill="2", anchor="end")
    pen.text(WIDTH_MM, y + 8, day.gap_words, points=_SUM_POINTS, bold=True, anchor="end")
    pen.line((0, y + _DAY_MM - 0.5), (WIDTH_MM, y + _DAY_MM - 0.5), stroke="l", weight=0.12)


def _bar(pen: Pen, bar: CoverageBar, y: float, edges: Sequence[float]) -> None:
    left, right = _x(bar.starts_at), _x(bar.ends_at)
    if bar.kind == "staffed":
        pen.rect(left, y, right - left, _LANE_MM, fill="s")
    elif bar.kind == "on-call":
        pen.rect(left, y, right - left, _LANE_MM, fill="p", stroke="m", weight=0.25)
    else:
        pen.rect(left, y, right - left, _LANE_MM, fill="p")
        for height in (y, y + _LANE_MM):
            pen.line((left, height), (right, height), stroke="2", weight=0.25, dash=_DASH)
        for end in (left, right):
            pen.line((end, y), (end, y + _LANE_MM), stroke="2", weight=0.25, dash=_DASH)
    begin, room = _clear_of(edges, left, right)
    words = shortened(bar.words, room - 2, _BAR_POINTS)
    if len(words) > 1:
        pen.text(begin + 1, y + 2.8, words, points=_BAR_POINTS, fill="i" if bar.kind == "staffed" else "2")


def _clear_of(edges: Sequence[float], left: float, right: float) -> tuple[float, float]:
    """Return the widest part of a bar that no frame crosses: where it begins, and its width."""
    cuts = [left, *sorted(edge for edge in edges if left < edge < right), right]
    return max(((begin, end - begin) for begin, end in pairwise(cuts)), key=lambda part: part[1])


def _gap(pen: Pen, left: float, right: float, y: float, nobody: str) -> None:
    pen.rect(left, y, right - left, _BODY_MM, fill="i")
    if width(nobody, _SUM_POINTS, bold=True) + 2 <= right - left:
        pen.text((left + right) / 2, y + 5.9, nobody, points=_SUM_POINTS, fill="p", bold=True, anchor="middle")


def _x(minute: float) -> float:
    return _LEFT_MM + minute / 60 * _HOUR_MM
