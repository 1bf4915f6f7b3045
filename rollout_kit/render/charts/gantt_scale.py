"""Where a day stands on a sheet of a Gantt chart."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from rollout_kit.document.charts import Stretch
from rollout_kit.render.charts.gantt_sheets import Sheet

_NAMES_MM = 70.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """Millimetres of the days of `sheet`, in a picture of `width`; names stand left of the days."""

    sheet: Sheet
    width: float

    @property
    def left(self) -> float:
        """Where the first day begins."""
        return _NAMES_MM

    @property
    def step(self) -> float:
        """The width of a day."""
        return (self.width - _NAMES_MM) / self.sheet.scale_days

    @property
    def right(self) -> float:
        """Where the last day ends."""
        return self.left + self.sheet.days * self.step

    @property
    def bottom(self) -> float:
        """Where upright lines end."""
        return self.sheet.height - 1

    def x(self, day: date) -> float:
        """Return where a day begins; days outside the sheet stand at its edges."""
        place = self.left + (day - self.sheet.starts_on).days * self.step
        return max(self.left, min(self.right, place))

    def end(self, day: date) -> float:
        """Return where a day ends."""
        return self.x(day + timedelta(1))

    def middle(self, day: date) -> float:
        """Return the middle of a day."""
        return (self.x(day) + self.end(day)) / 2

    def holds(self, day: date) -> bool:
        """Tell whether the sheet shows a day."""
        return self.meets(day, day)

    def meets(self, first: date, last: date) -> bool:
        """Tell whether the sheet shows any of the days from `first` to `last`."""
        return first <= self.sheet.ends_on and last >= self.sheet.starts_on

    def stretch(self, stretch: Stretch) -> tuple[float, float]:
        """Return the edges of a stretch; half a day is its afternoon."""
        left, right = self.x(stretch.starts_on), self.end(stretch.ends_on)
        return (left + self.step / 2 if stretch.half and self.holds(stretch.starts_on) else left), right

    def days(self) -> Iterator[date]:
        """Yield the days of the sheet."""
        for number in range(self.sheet.days):
            yield self.sheet.starts_on + timedelta(number)
