"""The Gantt chart: weeks, bars with their float, milestones, and below them who is how busy."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from rollout_kit.document import GanttData, Stretch
from rollout_kit.render.charts.gantt_loads import draw_loads
from rollout_kit.render.charts.gantt_rows import draw_rows
from rollout_kit.render.charts.gantt_scale import Scale
from rollout_kit.render.charts.gantt_sheets import ROW_MM, TOP_MM, sheets
from rollout_kit.render.charts.pen import Pen
from rollout_kit.render.charts.widths import shortened, width

_LANE_MM = 7.6  # base line of the names of freezes, holidays and the end of the plan
_GROUND_MM = 9.0  # where weekends, freezes and holidays begin
_HEAD_MM = 13.2  # the line under the days
_LEAST_LABEL_MM = 9.0


def gantt_svgs(
    data: GanttData, title: str, *, width_mm: float, first_height: float, next_height: float, accent: str
) -> tuple[str, ...]:
    """Return the pictures of a chart, one a page; `title` is what a screen reader says.

    The first one has `first_height` of room, which a headline has shortened, the others `next_height`.
    """
    pictures = []
    for sheet in sheets(data, first_height, next_height):
        pen = Pen(width_mm, sheet.height, accent=accent)
        scale = Scale(sheet=sheet, width=width_mm)
        _draw(pen, scale, data)
        pictures.append(pen.svg(title))
    return tuple(pictures)


def _draw(pen: Pen, scale: Scale, data: GanttData) -> None:
    _ground(pen, scale, data)
    _calendar(pen, scale, data)
    go_live = scale.middle(data.go_live) if scale.holds(data.go_live) else None
    plan_end = scale.end(data.plan_end) if scale.holds(data.plan_end) else None
    if plan_end is not None:
        pen.line((plan_end, 5.5), (plan_end, scale.bottom), stroke="2", weight=0.25, dash="1 1")
    if go_live is not None:
        pen.line((go_live, _HEAD_MM), (go_live, scale.bottom), stroke="a", weight=0.7)
    crossed = [(x, x) for x in (go_live, plan_end) if x is not None]
    crossed += [scale.stretch(freeze) for freeze in data.freezes if scale.meets(freeze.starts_on, freeze.ends_on)]
    draw_rows(pen, scale, crossed)
    if go_live is not None:
        _go_live_label(pen, scale, go_live, data.go_live_label)
    if scale.sheet.loads:
        draw_loads(pen, scale, data)


def _ground(pen: Pen, scale: Scale, data: GanttData) -> None:
    height = scale.bottom - _GROUND_MM
    for day in scale.days():
        if day.weekday() >= 5:
            pen.rect(scale.x(day), _GROUND_MM, scale.step, height, fill="w2")
    for freeze in data.freezes:
        if scale.meets(freeze.starts_on, freeze.ends_on):
            left, right = scale.stretch(freeze)
            pen.hatch(left, _GROUND_MM, right - left, height)
    for holiday in data.holidays:
        if scale.meets(holiday.starts_on, holiday.ends_on):
            left, right = scale.stretch(holiday)
            pen.rect(left, _GROUND_MM, right - left, height, fill="w2", stroke="2", weight=0.25)


def _calendar(pen: Pen, scale: Scale, data: GanttData) -> None:
    for monday, week, month in data.week_labels:
        if not scale.holds(monday):
            continue
        x = scale.x(monday)
        pen.line((x, 1), (x, scale.bottom), stroke="l", weight=0.2)
        pen.text(x + 1, 3.6, week, bold=True)
        beside = x + 1 + width(week, 8, bold=True) + 1.8
        if beside + width(month, 7) <= x + 7 * scale.step:
            pen.text(beside, 3.6, month, points=7, fill="2")
    for day in scale.days():
        if day.weekday() < 5:
            pen.text(scale.middle(day), 11.9, str(day.day), points=7, fill="2", anchor="middle")
    _lane(pen, scale, data)
    pen.line((0, _HEAD_MM), (scale.width, _HEAD_MM), weight=0.26)


@dataclass(slots=True, kw_only=True)
class _Lane:
    """The names above the columns: each gets the room that those before it have left, or is not said."""

    scale: Scale
    taken: list[tuple[float, float]] = field(default_factory=list)

    def place(self, x: float, words: str) -> tuple[float, str] | None:
        """Return where words can begin, and as many of them as there is room for."""
        full = width(words, 7, bold=True)
        begin = max(self.scale.left, min(x, self.scale.right - full))
        if any(left <= begin < right for left, right in self.taken):
            return None
        room = min([left for left, _ in self.taken if left > begin] + [self.scale.right + 1]) - begin - 1
        said = shortened(words, room, 7, bold=True)
        if not said or (said != words and room < _LEAST_LABEL_MM):
            return None
        self.taken.append((begin, begin + width(said, 7, bold=True) + 1))
        return begin, said


def _lane(pen: Pen, scale: Scale, data: GanttData) -> None:
    lane = _Lane(scale=scale)
    if scale.holds(data.plan_end) and (place := lane.place(scale.end(data.plan_end) + 1, data.after_plan_label)):
        pen.text(place[0], _LANE_MM, place[1], points=7, fill="2", bold=True)
    for stretch in _by_start([*data.freezes, *data.holidays], scale):
        if place := lane.place(scale.stretch(stretch)[0] + 0.4, stretch.word):
            pen.text(place[0], _LANE_MM, place[1], points=7, bold=True)


def _by_start(stretches: Sequence[Stretch], scale: Scale) -> list[Stretch]:
    shown = [stretch for stretch in stretches if scale.meets(stretch.starts_on, stretch.ends_on)]
    return sorted(shown, key=lambda stretch: (stretch.starts_on, stretch.ends_on, stretch.word))


def _go_live_label(pen: Pen, scale: Scale, x: float, words: str) -> None:
    length = width(words, 7, bold=True)
    begin = x + 1.2 if x + 1.2 + length <= scale.right else x - 1.2 - length
    pen.rect(begin - 0.6, TOP_MM - 1.5, length + 1.2, ROW_MM - 0.4, fill="p")
    pen.text(begin, TOP_MM + 1.3, words, points=7, fill="a", bold=True)
