"""The ladder of escalation: time runs to the right, true to scale, and every level is a step up.

Each step has a band of its own for its three lines, so that no label can meet another however close the times are.
"""

from collections.abc import Iterator

from rollout_kit.document.charts import LadderData, LadderStep
from rollout_kit.render.charts.pen import Ink, Pen
from rollout_kit.render.charts.widths import shortened, width

WIDTH_MM = 174.0
_LEFT_MM = 2.0
_RIGHT_MM = 152.0  # the end of the axis; beside it stands the promise
_TOP_MM = 4.0
_BAND_MM = 15.0
_AXIS_MM = 5.0
_GAP_MM = 2.2
_LINES: tuple[tuple[float, float, bool, Ink], ...] = ((4.2, 8, False, "2"), (8.6, 9, True, "i"), (12.8, 9, False, "i"))
_NOTE_POINTS, _TICK_POINTS = 8, 7


def ladder_svg(data: LadderData, title: str) -> str:
    """Return the picture, 174 mm wide; `title` is what a screen reader says."""
    bottom = _TOP_MM + len(data.steps) * _BAND_MM
    pen = Pen(WIDTH_MM, bottom + _AXIS_MM)
    scale = _Scale(data)
    levels = [(step, scale.x(step.minutes), bottom - (number + 1) * _BAND_MM) for number, step in enumerate(data.steps)]
    if data.promise is not None:
        _promise(pen, data, scale.x(data.promise), bottom)
    trace: list[tuple[float, float]] = []
    for _, x, y in levels:
        trace += [(x, trace[-1][1]), (x, y)] if trace else [(x, y)]
    if levels:
        pen.path([*trace, (scale.end, levels[-1][2])], stroke="i", weight=0.9)
    for step, x, y in levels:
        pen.circle(x, y, 1.2, fill="i")
        _label(pen, step, x, y, None if data.promise is None else scale.x(data.promise))
    _axis(pen, data, scale, bottom)
    return pen.svg(title)


class _Scale:
    """Minutes to millimetres: up to the promise, or to what comes after it."""

    def __init__(self, data: LadderData) -> None:
        last = max((step.minutes for step in data.steps), default=0.0)
        open_end = last * 1.25 or 60.0
        self._longest = open_end if data.promise is None else max(data.promise, last * 1.1) or 60.0
        self.end = self.x(self._longest if data.promise is None else max(data.promise, last))

    def x(self, minutes: float) -> float:
        return _LEFT_MM + minutes / self._longest * (_RIGHT_MM - _LEFT_MM)


def _label(pen: Pen, step: LadderStep, x: float, y: float, promise: float | None) -> None:
    """Write the three lines of a step at its right; at its left where they would cross the promise or the edge."""
    words = (step.when, step.who, step.phone)
    border = promise - 1 if promise is not None and promise - 1 > x else WIDTH_MM
    right, left = border - x - _GAP_MM, x - _GAP_MM
    wanted = max(width(said, points, bold=bold) for said, (_, points, bold, _) in zip(words, _LINES, strict=True))
    is_left = wanted > right and left > right
    room = left if is_left else right
    for said, (down, points, bold, fill) in zip(words, _LINES, strict=True):
        pen.text(
            x - _GAP_MM if is_left else x + _GAP_MM, y + down, shortened(said, room, points, bold=bold),
            points=points, bold=bold, fill=fill, anchor="end" if is_left else "start",
        )  # fmt: skip


def _promise(pen: Pen, data: LadderData, x: float, bottom: float) -> None:
    pen.line((x, 0), (x, bottom), stroke="i", weight=0.3, dash="1.2 0.8")
    if x < _RIGHT_MM - 0.1:  # levels come after it: its words stand on the axis
        return
    pen.text(x + 2, 4.6, shortened(data.promise_words, WIDTH_MM - x - 2, 9, bold=True), points=9, bold=True)
    for number, line in enumerate(_wrapped(data.promise_note, WIDTH_MM - x - 2)):
        pen.text(x + 2, 8.6 + number * 3.4, line, points=_NOTE_POINTS, fill="2")


def _axis(pen: Pen, data: LadderData, scale: _Scale, bottom: float) -> None:
    pen.line((_LEFT_MM, bottom), (max(scale.end, _RIGHT_MM), bottom), stroke="m", weight=0.2)
    taken: list[tuple[float, float]] = []
    for minutes, words in data.ticks:
        half = width(words, _TICK_POINTS) / 2
        place = max(scale.x(minutes), half)
        if any(place - half < end + 1.5 and place + half > begin - 1.5 for begin, end in taken):
            continue
        taken.append((place - half, place + half))
        pen.line((scale.x(minutes), bottom), (scale.x(minutes), bottom + 0.8), stroke="m", weight=0.2)
        pen.text(place, bottom + 3.8, words, points=_TICK_POINTS, fill="2", anchor="middle")


def _wrapped(text: str, room: float) -> Iterator[str]:
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and width(longer, _NOTE_POINTS) > room:
            yield line
            longer = word
        line = shortened(longer, room, _NOTE_POINTS)
    if line:
        yield line
