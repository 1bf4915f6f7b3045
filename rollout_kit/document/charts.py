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


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageBar:
    """Somebody's minutes of a day: from, and the one after the last; `lane` 0 is the customer, 1 the provider."""

    starts_at: int
    ends_at: int
    lane: int
    kind: Literal["staffed", "on-call", "assumed"]
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageDay:
    """A day of the week; `needed` and `gaps` are stretches of minutes. The sums are final words, empty where none."""

    name: str
    needed: tuple[tuple[int, int], ...]
    gaps: tuple[tuple[int, int], ...]
    bars: tuple[CoverageBar, ...]
    needed_words: str
    gap_words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageData:
    """A week hour by hour, one lane per house; `nobody` is written into a gap that has room for it."""

    days: tuple[CoverageDay, ...]
    nobody: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderStep:
    """A level of escalation: minutes after the start, and the three lines under its step."""

    minutes: float
    when: str
    who: str
    phone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderData:
    """The levels in order of time. `promise` in minutes is None where none is known; `ticks` name times on the axis."""

    steps: tuple[LadderStep, ...]
    ticks: tuple[tuple[float, str], ...]
    promise: float | None = None
    promise_words: str = ""
    promise_note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SumPart:
    """A part of a sum in minutes; its words are its name and length."""

    minutes: float
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SumRow:
    """Parts one after the other against a promise in minutes. `total` is the sum in figures, `rest` what is left."""

    name: str
    parts: tuple[SumPart, ...]
    promise: float
    promise_words: str
    total: str
    rest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SumData:
    """Sums one below the other, each on its own scale."""

    rows: tuple[SumRow, ...]


ChartData: TypeAlias = GanttData | CoverageData | LadderData | SumData
"""What a chart can show; a picture for each kind lies in `render.charts`."""
