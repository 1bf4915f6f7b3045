"""How a Gantt chart is dealt out to pages: type never shrinks, so what does not fit goes to the next page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from rollout_kit.document.charts import GanttData, GanttRow, PersonLoad

TOP_MM = 14.6
"""Weeks, names of freezes and holidays, days."""
ROW_MM = 3.95
LOADS_HEAD_MM = 7.4
LOAD_MM = 4.9
BOTTOM_MM = 1.2

_MOST_DAYS = 49  # narrower days cannot hold their number
_WEEKS_A_SHEET = 4  # of a longer plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One picture: so many days from `starts_on` on, of which all sheets draw `scale_days` in the same width."""

    starts_on: date
    days: int
    scale_days: int
    rows: tuple[GanttRow, ...]
    loads: tuple[PersonLoad, ...]

    @property
    def ends_on(self) -> date:
        """The last day, inclusive."""
        return self.starts_on + timedelta(self.days - 1)

    @property
    def height(self) -> float:
        """The height of the picture in millimetres."""
        loads = LOADS_HEAD_MM + LOAD_MM * len(self.loads) if self.loads else 0
        return TOP_MM + ROW_MM * len(self.rows) + loads + BOTTOM_MM


def sheets(data: GanttData, first_height: float, next_height: float) -> tuple[Sheet, ...]:
    """Return the sheets of a chart, none higher than its page has room (millimetres)."""
    found: list[Sheet] = []
    spans = _spans(data)
    scale_days = max(days for _, days in spans)
    for number, (starts_on, days) in enumerate(spans):
        rows = data.rows if len(spans) == 1 else _rows_within(data.rows, spans, number)
        rooms = (next_height if found else first_height, next_height)
        for part, loads in _parts(rows, data.loads, rooms):
            found.append(Sheet(starts_on=starts_on, days=days, scale_days=scale_days, rows=part, loads=loads))
    return tuple(found)


def _spans(data: GanttData) -> list[tuple[date, int]]:
    days = max(7, (data.ends_on - data.starts_on).days + 1)
    if days <= _MOST_DAYS:
        return [(data.starts_on, days)]
    weeks = ceil(days / 7)
    pages = ceil(weeks / _WEEKS_A_SHEET)
    shares = [weeks // pages + (number < weeks % pages) for number in range(pages)]
    return [(data.starts_on + timedelta(7 * sum(shares[:number])), 7 * share) for number, share in enumerate(shares)]


def _rows_within(rows: Sequence[GanttRow], spans: Sequence[tuple[date, int]], number: int) -> tuple[GanttRow, ...]:
    """Return the rows with something to draw in a span, and the heads of groups that have such rows."""
    starts_on, days = spans[number]
    # what lies before the first or after the last day is still listed
    first = date.min if number == 0 else starts_on
    last = date.max if number == len(spans) - 1 else starts_on + timedelta(days - 1)
    kept: list[GanttRow] = []
    head: GanttRow | None = None
    for row in rows:
        if row.kind == "group":
            head = row
        elif any(begin <= last and end >= first for begin, end in _stretches(row)):
            kept.extend([head, row] if head else [row])
            head = None
    return tuple(kept)


def _stretches(row: GanttRow) -> list[tuple[date, date]]:
    if row.dates:
        return [(day, day) for day in row.dates]
    begin = row.starts_on or row.ends_on or date.min
    return [(begin, max(row.ends_on or begin, row.slack_until or begin))]


def _parts(
    rows: tuple[GanttRow, ...], loads: tuple[PersonLoad, ...], rooms: tuple[float, float]
) -> list[tuple[tuple[GanttRow, ...], tuple[PersonLoad, ...]]]:
    """Deal rows and people out to pages; people stay together under the last rows, or on a page of their own."""
    pages: list[list[GanttRow]] = [[]]
    for row in rows:
        # a head of a group takes its first row along
        needed = len(pages[-1]) + (2 if row.kind == "group" else 1)
        if pages[-1] and needed > _rows_that_fit(rooms[len(pages) > 1]):
            pages.append([])
        pages[-1].append(row)
    room = rooms[len(pages) > 1] - TOP_MM - ROW_MM * len(pages[-1]) - BOTTOM_MM
    fits = LOADS_HEAD_MM + LOAD_MM * len(loads) <= room
    if fits:
        return [*((tuple(page), ()) for page in pages[:-1]), (tuple(pages[-1]), loads)]
    moved = _moved(pages[-1], loads, rooms[1])
    if moved:
        return [
            *((tuple(page), ()) for page in pages[:-1]),
            (tuple(pages[-1][:-moved]), ()),
            (tuple(pages[-1][-moved:]), loads),
        ]
    parts = [(tuple(page), loads[:0]) for page in pages if page]
    while loads:
        most = max(1, int((rooms[bool(parts)] - TOP_MM - BOTTOM_MM - LOADS_HEAD_MM) / LOAD_MM))
        parts.append(((), loads[:most]))
        loads = loads[most:]
    return parts


def _moved(rows: Sequence[GanttRow], loads: Sequence[PersonLoad], room: float) -> int:
    """Return how many of the last rows, in whole groups, go with the people to a page that would be half empty."""
    most = int((room - TOP_MM - BOTTOM_MM - LOADS_HEAD_MM - LOAD_MM * len(loads)) / ROW_MM)
    heads = [number for number, row in enumerate(rows) if row.kind == "group" and number]
    fitting = [len(rows) - number for number in heads if len(rows) - number <= min(most, len(rows) // 2)]
    return max(fitting, default=0)


def _rows_that_fit(height: float) -> int:
    return max(2, int((height - TOP_MM - BOTTOM_MM) / ROW_MM + 1e-6))
