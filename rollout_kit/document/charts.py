"""The data of charts; only `render` makes pictures of them. All words are final."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias


@dataclass(frozen=True, slots=True, kw_only=True)
class GanttRow:
    """A row of the Gantt chart. Dates are inclusive; `slack_until` ends the dashed float.

    Kinds: group (a head), bar, milestone, series (dates with points).
    """

    kind: Literal["group", "bar", "milestone", "series"]
    name: str
    starts_on: date | None = None
    ends_on: date | None = None
    slack_until: date | None = None
    owner: str = ""
    is_critical: bool = False
    dates: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Days of a kind, inclusive, with the word for them. `half` means that only the afternoon is meant."""

    starts_on: date
    ends_on: date
    word: str
    half: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLoad:
    """One person's days under the Gantt: (date, share of the day 0..1) and the absences."""

    name: str
    days: tuple[tuple[date, float], ...]
    absences: tuple[Stretch, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GanttData:
    """All that a Gantt chart of `starts_on` to `ends_on` (inclusive, whole weeks) shows; words are final."""

    starts_on: date
    ends_on: date
    rows: tuple[GanttRow, ...]
    loads: tuple[PersonLoad, ...]
    go_live: date
    go_live_label: str
    plan_end: date
    after_plan_label: str
    holidays: tuple[Stretch, ...]
    freezes: tuple[Stretch, ...]
    week_labels: tuple[tuple[date, str, str], ...]  # Monday, "Week 2", "January"
    loads_title: str
    load_words: tuple[str, str, str]  # little, half, full


ChartData: TypeAlias = GanttData
"""What a chart can show; a picture for each kind lies in `render.charts`."""
