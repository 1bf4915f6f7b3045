"""The axes that pictures over time share: days to the right, values upwards from zero, words that never meet."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from rollout_kit.document.charts import DayTick, Tick
from rollout_kit.render.charts.pen import Ink, Pen
from rollout_kit.render.charts.widths import shortened, width

WIDTH_MM = 174.0
BELOW_MM = 5.0  # the words of the days
_LEFT_MM, _RIGHT_MM = 12.0, 138.0  # right of it stand the names of the lines
_BESIDE_MM = 2.0
_POINTS, _LABEL_POINTS = 7, 8
_LABEL_STEP_MM = 3.8
_GAP_MM = 1.5
_CLEAR_MM = 2.8  # above the base line, beside which the marks below it are named


@dataclass(frozen=True, slots=True, kw_only=True)
class Axes:
    """Where a day and a value stand, in a picture whose plot goes from `top` to `bottom`."""

    starts_on: date
    ends_on: date
    most: float
    top: float
    bottom: float

    @property
    def left(self) -> float:
        """Where the first day begins."""
        return _LEFT_MM

    @property
    def right(self) -> float:
        """Where the last day ends."""
        return _RIGHT_MM

    def x(self, day: date) -> float:
        """Return where a day stands; days outside stand at the edges."""
        long = max((self.ends_on - self.starts_on).days, 1)
        place = self.left + (day - self.starts_on).days / long * (self.right - self.left)
        return max(self.left, min(self.right, place))

    def y(self, value: float) -> float:
        """Return the height of a value."""
        return self.bottom - value / (self.most or 1.0) * (self.bottom - self.top)

    def draw_steps(self, pen: Pen, steps: Sequence[Tick]) -> None:
        """Draw the values with their faint lines; the base line is drawn last, by `draw_days`."""
        for value, words in steps:
            y = self.y(value)
            if value:
                pen.line((self.left, y), (self.right, y), stroke="w2", weight=0.2)
            pen.text(self.left - 1.5, y + 0.9, words, points=_POINTS, fill="2", anchor="end")

    def draw_days(self, pen: Pen, days: Sequence[DayTick]) -> None:
        """Draw the base line and those days whose words have room."""
        pen.line((self.left, self.bottom), (self.right, self.bottom), weight=0.26)
        taken = 0.0
        for day, words in days:
            x, half = self.x(day), width(words, _POINTS) / 2
            place = max(x, self.left + half)
            if place - half < taken or place + half > self.right + half:
                continue
            taken = place + half + _GAP_MM
            pen.line((x, self.bottom), (x, self.bottom + 1), weight=0.26)
            pen.text(place, self.bottom + 4, words, points=_POINTS, fill="2", anchor="middle")


@dataclass(frozen=True, slots=True, kw_only=True)
class EndLabel:
    """The name of a line, at its right end; `y` is the height of that end."""

    y: float
    words: str
    is_bold: bool = False
    points: float = _LABEL_POINTS
    fill: Ink = "i"


def draw_ends(pen: Pen, axes: Axes, labels: Iterable[EndLabel]) -> None:
    """Write the names of lines at their ends, in the order of their heights and never one over the other."""
    ordered = sorted((label for label in labels if label.words), key=lambda label: label.y)
    heights = spread([label.y for label in ordered], axes.top, axes.bottom - _CLEAR_MM)
    x = axes.right + _BESIDE_MM
    for label, y in zip(ordered, heights, strict=True):
        words = shortened(label.words, WIDTH_MM - x, label.points, bold=label.is_bold)
        pen.text(x, y + 1, words, points=label.points, bold=label.is_bold, fill=label.fill)


def spread(wanted: Sequence[float], top: float, bottom: float) -> list[float]:
    """Return heights near those that are wanted, a line of words apart; those too low push the others up."""
    placed: list[float] = []
    for y in wanted:
        placed.append(max(y, placed[-1] + _LABEL_STEP_MM if placed else top))
    limit = bottom
    for number in reversed(range(len(placed))):
        placed[number] = min(placed[number], limit)
        limit = placed[number] - _LABEL_STEP_MM
    return placed
