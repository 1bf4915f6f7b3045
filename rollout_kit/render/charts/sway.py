"""How far each input moves an outcome: bars from the middle to both ends, ink towards the worse one."""

from rollout_kit.document.charts import SwayData, SwayRow
from rollout_kit.render.charts.pen import Ink, Pen
from rollout_kit.render.charts.widths import POINT_MM, lines, shortened, width

WIDTH_MM = 174.0
_NAMES_MM = 52.0
_LEFT_MM, _RIGHT_MM = 76.0, 150.0  # the words of an end need room outside
_HEAD_MM, _ROW_MM, _AXIS_MM = 5.0, 8.0, 5.0
_BAR_MM = 3.6
_NAME_POINTS, _POINTS, _TICK_POINTS = 9, 7, 7
_GAP_MM = 1.2


def sway_svg(data: SwayData, title: str) -> str:
    """Return the picture, 174 mm wide; `title` is what a screen reader says."""
    bottom = _HEAD_MM + len(data.rows) * _ROW_MM
    pen = Pen(WIDTH_MM, bottom + _AXIS_MM)
    scale = _Scale(data)
    middle = scale.x(data.middle)
    for value, words in data.steps:
        x = scale.x(value)
        pen.line((x, _HEAD_MM), (x, bottom), stroke="w2", weight=0.2)
        pen.text(x, bottom + 3.8, words, points=_TICK_POINTS, fill="2", anchor="middle")
    for number, row in enumerate(data.rows):
        _row(pen, row, data, scale, _HEAD_MM + number * _ROW_MM)
    pen.line((middle, _HEAD_MM - 1), (middle, bottom), weight=0.45)
    half = width(data.middle_words, _POINTS, bold=True) / 2
    place = min(max(middle, half), WIDTH_MM - half)
    pen.text(place, 3.0, data.middle_words, points=_POINTS, bold=True, anchor="middle")
    pen.line((_LEFT_MM, bottom), (_RIGHT_MM, bottom), stroke="m", weight=0.2)
    return pen.svg(title)


class _Scale:
    """Values to millimetres, from the first step of the axis to the last."""

    def __init__(self, data: SwayData) -> None:
        self._least = data.steps[0][0] if data.steps else 0.0
        self._span = (data.steps[-1][0] - self._least if data.steps else 0.0) or 1.0

    def x(self, value: float) -> float:
        place = _LEFT_MM + (value - self._least) / self._span * (_RIGHT_MM - _LEFT_MM)
        return max(_LEFT_MM, min(_RIGHT_MM, place))


def _row(pen: Pen, row: SwayRow, data: SwayData, scale: _Scale, y: float) -> None:
    _name(pen, row.name, y)
    middle, top = scale.x(data.middle), y + (_ROW_MM - _BAR_MM) / 2
    ends = sorted(((row.at_low, row.low_words), (row.at_high, row.high_words)))
    for value, _ in ends:
        x = scale.x(value)
        if x != middle:
            is_worse = (value > data.middle) == data.more_is_worse
            fill: Ink = "i" if is_worse else "s"
            pen.rect(min(x, middle), top, abs(x - middle), _BAR_MM, fill=fill)
    (left_value, left), (right_value, right) = ends
    base = y + _ROW_MM / 2 + 0.9
    left_x, right_x = min(scale.x(left_value), middle), max(scale.x(right_value), middle)
    said = shortened(left, left_x - _GAP_MM - _NAMES_MM, _POINTS)
    pen.text(left_x - _GAP_MM, base, said, points=_POINTS, fill="2", anchor="end")
    said = shortened(right, WIDTH_MM - right_x - _GAP_MM, _POINTS)
    pen.text(right_x + _GAP_MM, base, said, points=_POINTS, fill="2")


def _name(pen: Pen, name: str, y: float) -> None:
    """Write the name, on two lines where it needs them."""
    if lines(name, _NAMES_MM - 2, _NAME_POINTS) == 1:
        pen.text(0, y + _ROW_MM / 2 + 1, name, points=_NAME_POINTS)
        return
    words = name.split()
    first = 1
    while first < len(words) and width(" ".join(words[: first + 1]), _NAME_POINTS) <= _NAMES_MM - 2:
        first += 1
    step = _NAME_POINTS * POINT_MM * 1.1
    for number, part in enumerate((" ".join(words[:first]), " ".join(words[first:]))):
        said = shortened(part, _NAMES_MM - 2, _NAME_POINTS)
        pen.text(0, y + 3.1 + number * step, said, points=_NAME_POINTS)
