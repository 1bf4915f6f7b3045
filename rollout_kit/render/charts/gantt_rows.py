"""The rows of a Gantt chart: names at the left, bars, floats, milestones, and owners beside them."""

from collections.abc import Sequence
from datetime import date

from rollout_kit.document.charts import GanttRow
from rollout_kit.render.charts.gantt_scale import Scale
from rollout_kit.render.charts.gantt_sheets import ROW_MM, TOP_MM
from rollout_kit.render.charts.pen import Ink, Pen
from rollout_kit.render.charts.widths import shortened, width

_MILESTONE_MM = 1.75  # half a diamond
_BAR_MM = 2.9
_INDENT_MM = 2.0
_MOST_OWNER_MM = 44.0

Edges = tuple[float, float]


def draw_rows(pen: Pen, scale: Scale, crossed: Sequence[Edges]) -> None:
    """Draw all rows of a sheet; a label that lies over one of the `crossed` stretches gets a white ground."""
    joints = _joints(scale)
    for number, row in enumerate(scale.sheet.rows):
        _name(pen, scale, row, TOP_MM + number * ROW_MM)
    for points in joints:
        pen.path(points, stroke="i", weight=0.45)
    for number, row in enumerate(scale.sheet.rows):
        middle = _middle(number)
        lines = [(points[0][0], points[0][0]) for points in joints if points[0][1] < middle < points[-1][1]]
        _figure(pen, scale, row, middle, [*crossed, *lines])
        if row.hover:
            pen.hover(0, TOP_MM + number * ROW_MM, scale.width, ROW_MM, row.hover)


def _middle(number: int) -> float:
    return TOP_MM + (number + 0.5) * ROW_MM


def _name(pen: Pen, scale: Scale, row: GanttRow, y: float) -> None:
    middle = y + ROW_MM / 2
    is_head = row.kind == "group"
    if is_head and y > TOP_MM:
        pen.line((0, y), (scale.width, y), stroke="l", weight=0.15)
    bold = is_head or row.is_critical
    # a head may run over the days: nothing else stands in its row
    room = scale.left - 1.5 if is_head else scale.left - _INDENT_MM - 1.5
    said = _told_apart(row.name, [other.name for other in scale.sheet.rows], room, bold=bold)
    pen.text(0 if is_head else _INDENT_MM, middle + 1, said, bold=bold)


def _told_apart(name: str, names: Sequence[str], room: float, *, bold: bool) -> str:
    """Return a name cut to its room; in its middle where the name of another row begins alike."""
    cut = shortened(name, room, 8, bold=bold)
    alike = [other for other in names if other != name and cut != name and other.startswith(cut.rstrip("…"))]
    if not alike:
        return cut
    shared = max(_length_shared(name, other) for other in alike)
    end = name[name.rfind(" ", 0, shared) + 1 :]
    left = room - width(f" {end}", 8, bold=bold)
    return f"{shortened(name[: -len(end)].rstrip(' ,'), left, 8, bold=bold)} {end}" if left > room / 3 else cut


def _length_shared(one: str, other: str) -> int:
    return next((at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), len(other))


def _joints(scale: Scale) -> list[list[Edges]]:
    """Return the lines from each critical row to the next one: down, then to the right."""
    joints: list[list[Edges]] = []
    last: Edges | None = None
    for number, row in enumerate(scale.sheet.rows):
        edges = _edges(scale, row) if row.is_critical else None
        if edges is None or row.kind == "series":
            continue
        middle = _middle(number)
        begin, end = (sum(edges) / 2, sum(edges) / 2) if row.kind == "milestone" else edges
        if last is not None and last[0] <= begin:
            joints.append([last, (last[0], middle), (begin, middle)])
        elif last is not None and last[0] <= end:
            joints.append([last, (last[0], middle)])
        # the line leaves a bar just before its end, so that it does not seem to belong to the next day
        last = (end if row.kind == "milestone" else max(begin, end - 0.6), middle)
    return joints


def _edges(scale: Scale, row: GanttRow) -> Edges | None:
    first = row.starts_on or row.ends_on
    last = row.ends_on or row.starts_on
    if first is None or last is None or not scale.meets(first, last):
        return None
    return scale.x(first), scale.end(last)


def _figure(pen: Pen, scale: Scale, row: GanttRow, middle: float, crossed: Sequence[Edges]) -> None:
    if row.kind == "series":
        _series(pen, scale, row, middle, crossed)
        return
    edges = _edges(scale, row)
    taken = edges
    if edges is not None and row.kind == "milestone":
        x = sum(edges) / 2
        taken = (x - _MILESTONE_MM, x + _MILESTONE_MM)
    slack = _slack(pen, scale, row, middle)
    if slack is not None:
        taken = (taken[0] if taken else slack[0], max(slack[1], taken[1] if taken else 0))
    if edges is not None:
        _draw_bar(pen, row, edges, middle)
    if taken is not None:
        _owner(pen, scale, row.owner, taken, middle, crossed)


def _draw_bar(pen: Pen, row: GanttRow, edges: Edges, middle: float) -> None:
    fill: Ink = "i" if row.is_critical else "p"
    if row.kind == "milestone":
        pen.diamond(sum(edges) / 2, middle, _MILESTONE_MM, fill=fill, weight=0.45)
        return
    length = max(0.6, edges[1] - edges[0] - 0.4)
    pen.rect(
        edges[0] + 0.2, middle - _BAR_MM / 2, length, _BAR_MM, fill="i" if fill == "i" else "p", stroke="i", weight=0.4
    )


def _slack(pen: Pen, scale: Scale, row: GanttRow, middle: float) -> Edges | None:
    last = row.ends_on or row.starts_on
    if last is None or row.slack_until is None or row.slack_until <= last or not scale.meets(last, row.slack_until):
        return None
    begin = scale.middle(last) + _MILESTONE_MM if row.kind == "milestone" and scale.holds(last) else scale.end(last)
    end = scale.end(row.slack_until)
    pen.line((begin, middle), (end, middle), stroke="3", weight=0.25, dash="0.7 0.7")
    if scale.holds(row.slack_until):
        pen.line((end, middle - 0.9), (end, middle + 0.9), stroke="3", weight=0.3)
    return begin, end


def _series(pen: Pen, scale: Scale, row: GanttRow, middle: float, crossed: Sequence[Edges]) -> None:
    shown: list[date] = [day for day in row.dates if scale.holds(day)]
    if not shown:
        return
    places = [scale.middle(day) for day in shown]
    if len(places) > 1:
        pen.line((places[0], middle), (places[-1], middle), stroke="3", weight=0.25)
    for x in places:
        pen.circle(x, middle, 1.15, fill="i" if row.is_critical else "p", stroke="i", weight=0.4)
    _owner(pen, scale, row.owner, (places[0] - 1.15, places[-1] + 1.15), middle, crossed)


def _owner(pen: Pen, scale: Scale, owner: str, taken: Edges, middle: float, crossed: Sequence[Edges]) -> None:
    """Write the owner after the bar, before it where there is no room, and not at all where there is none either."""
    words = shortened(owner, _MOST_OWNER_MM, 7)
    length = width(words, 7)
    begin = taken[1] + 1.1
    if begin + length > scale.right:
        begin = taken[0] - 1.1 - length
    if not words or begin < scale.left:
        return
    if any(left < begin + length + 0.4 and right > begin - 0.4 for left, right in crossed):
        pen.rect(begin - 0.4, middle - 1.5, length + 0.8, 3, fill="p")
    pen.text(begin, middle + 0.9, words, points=7, fill="2")
