"""The Gantt chart: weeks, bars with their float, milestones, and below them who is how busy."""

from rollout_kit.document.charts import GanttData, Stretch
from rollout_kit.render.charts.gantt_lanes import Named, places
from rollout_kit.render.charts.gantt_loads import draw_loads
from rollout_kit.render.charts.gantt_rows import draw_rows
from rollout_kit.render.charts.gantt_scale import Scale
from rollout_kit.render.charts.gantt_sheets import ROW_MM, TOP_MM, sheets
from rollout_kit.render.charts.pen import Ink, Pen
from rollout_kit.render.charts.widths import width

_WEEKS_MM = 3.3  # base lines of the weeks, of two lines of names, of the days
_LANES_MM = (6.5, 9.1)
_DAYS_MM = 12.1
_GROUND_MM = 9.9  # where weekends, freezes and holidays begin
_HEAD_MM = 13.2  # the line under the days


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
        pen.line((plan_end, _LANES_MM[0] + 0.7), (plan_end, scale.bottom), stroke="2", weight=0.25, dash="1 1")
    if go_live is not None:
        pen.line((go_live, _HEAD_MM), (go_live, scale.bottom), stroke="a", weight=0.7)
    crossed = [(x, x) for x in (go_live, plan_end) if x is not None]
    crossed += [scale.stretch(stretch) for stretch in _by_start(data, scale)]
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
        pen.text(x + 1, _WEEKS_MM, week, bold=True)
        beside = x + 1 + width(week, 8, bold=True) + 1.8
        if beside + width(month, 7) <= x + 7 * scale.step:
            pen.text(beside, _WEEKS_MM, month, points=7, fill="2")
    for day in scale.days():
        if day.weekday() < 5:
            pen.text(scale.middle(day), _DAYS_MM, str(day.day), points=7, fill="2", anchor="middle")
    _lane(pen, scale, data)
    pen.line((0, _HEAD_MM), (scale.width, _HEAD_MM), weight=0.26)


def _lane(pen: Pen, scale: Scale, data: GanttData) -> None:
    """Write the names of freezes, holidays and the end of the plan above the columns, on two lines."""
    columns = [(scale.stretch(stretch), stretch.word) for stretch in _by_start(data, scale)]
    named = [Named(begin=begin + 0.4, end=end, words=words) for (begin, end), words in columns]
    if scale.holds(data.plan_end):
        named.append(Named(begin=scale.end(data.plan_end) + 1, words=data.after_plan_label))
    for place in places(named, scale.left, scale.right):
        fill: Ink = "2" if place.words == data.after_plan_label else "i"
        pen.text(place.begin, _LANES_MM[place.lane], place.said, points=7, fill=fill, bold=True)


def _by_start(data: GanttData, scale: Scale) -> list[Stretch]:
    stretches = [*data.freezes, *data.holidays]
    shown = [stretch for stretch in stretches if scale.meets(stretch.starts_on, stretch.ends_on)]
    return sorted(shown, key=lambda stretch: (stretch.starts_on, stretch.ends_on, stretch.word))


def _go_live_label(pen: Pen, scale: Scale, x: float, words: str) -> None:
    length = width(words, 7, bold=True)
    begin = x + 1.2 if x + 1.2 + length <= scale.right else x - 1.2 - length
    pen.rect(begin - 0.6, TOP_MM - 1.5, length + 1.2, ROW_MM - 0.4, fill="p")
    pen.text(begin, TOP_MM + 1.3, words, points=7, fill="a", bold=True)
