"""Below a Gantt chart: one row a person, a bar a day, and hatched where someone is away."""

from rollout_kit.document.charts import GanttData, PersonLoad, PersonWeek, Stretch
from rollout_kit.render.charts.gantt_scale import Scale
from rollout_kit.render.charts.gantt_sheets import LOAD_MM, ROW_MM, TOP_MM
from rollout_kit.render.charts.pen import Pen
from rollout_kit.render.charts.widths import shortened, width

_HEIGHTS_MM = (1.0, 2.0, 4.0)  # little, half, full
_HALF_FROM, _FULL_FROM = 0.35, 0.75  # house values: shares of a day


def draw_loads(pen: Pen, scale: Scale, data: GanttData) -> None:
    """Draw the people of a sheet under its rows."""
    y = TOP_MM + len(scale.sheet.rows) * ROW_MM + 2.5
    pen.line((0, y), (scale.width, y), weight=0.26)
    _legend(pen, data, y)
    y += 4.9
    for number, load in enumerate(scale.sheet.loads):
        _person(pen, scale, load, y + number * LOAD_MM)


def _legend(pen: Pen, data: GanttData, y: float) -> None:
    pen.text(0, y + 3.7, data.loads_title, bold=True)
    x = width(data.loads_title, 8, bold=True) + 4
    room = sum(width(word, 7) + 5 for word in data.load_words)
    pen.rect(x - 1, y + 0.4, room, 4, fill="p")
    for height, word in zip(_HEIGHTS_MM, data.load_words, strict=True):
        pen.rect(x, y + 4.2 - height * 0.9, 1.8, height * 0.9, fill="m")
        pen.text(x + 2.6, y + 3.7, word, points=7, fill="2")
        x += width(word, 7) + 5


def _person(pen: Pen, scale: Scale, load: PersonLoad, y: float) -> None:
    pen.line((0, y + 4.5), (scale.width, y + 4.5), stroke="l", weight=0.12)
    for day, share in load.days:
        if share > 0 and scale.holds(day):
            height = _HEIGHTS_MM[(share >= _HALF_FROM) + (share >= _FULL_FROM)]
            pen.rect(scale.x(day) + 0.3, y + 4.4 - height, scale.step - 0.6, height, fill="m")
    away = [absence for absence in load.absences if scale.meets(absence.starts_on, absence.ends_on)]
    unsaid = [absence.word for absence in away if not _absence(pen, scale, absence, y)]
    _name(pen, scale, load.name, unsaid, y + 3.3)
    for week in load.weeks:
        if scale.meets(week.starts_on, week.ends_on):
            _week(pen, scale, week, y)


def _week(pen: Pen, scale: Scale, week: PersonWeek, y: float) -> None:
    """Underline a week that is overfull, with its share at its end; every week tells its hours."""
    left, right = scale.x(week.starts_on), scale.end(week.ends_on)
    if week.overfull:
        pen.line((left + 0.3, y + 4.5), (right - 0.3, y + 4.5), weight=0.7)
        length = width(week.overfull, 7, bold=True) + 1.2
        pen.rect(right - length - 0.3, y + 0.9, length, 2.8, fill="p")
        pen.text(right - 0.9, y + 3.3, week.overfull, points=7, bold=True, anchor="end")
    pen.hover(left, y, right - left, 4.5, week.hover)


def _name(pen: Pen, scale: Scale, name: str, unsaid: list[str], y: float) -> None:
    """Write the name, and after it the words that have no room in their absence."""
    room = scale.left - 3.5
    said = shortened(name, room, 8)
    pen.text(2, y, said)
    begin = 2 + width(said, 8) + 2
    words = shortened(", ".join(dict.fromkeys(unsaid)), scale.left - 1.5 - begin, 7)
    if words:
        pen.text(begin, y, words, points=7, fill="2")


def _absence(pen: Pen, scale: Scale, absence: Stretch, y: float) -> bool:
    """Draw an absence, and tell whether its word had room inside."""
    left, right = scale.stretch(absence)
    pen.rect(left, y + 0.4, right - left, 4, fill="p", stroke="i", weight=0.3)
    pen.hatch(left, y + 0.4, right - left, 4, step=0.9, stroke="i")
    length = width(absence.word, 7, bold=True) + 1.2
    if length > right - left - 0.6:
        return False
    begin = (left + right - length) / 2
    pen.rect(begin, y + 1, length, 2.8, fill="p")
    pen.text(begin + 0.6, y + 3.3, absence.word, points=7, bold=True)
    return True
