"""The data of charts; only `render` makes pictures of them. All words are final."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias


@dataclass(frozen=True, slots=True, kw_only=True)
class GanttRow:
    """A row of the Gantt chart. Dates are inclusive; `slack_until` ends the dashed float.

    Kinds: group (a head), bar, milestone, series (dates with points). `hover` is told where a screen points at it.
    """

    kind: Literal["group", "bar", "milestone", "series"]
    name: str
    starts_on: date | None = None
    ends_on: date | None = None
    slack_until: date | None = None
    owner: str = ""
    is_critical: bool = False
    dates: tuple[date, ...] = ()
    hover: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Days of a kind, inclusive, with the word for them. `half` means that only the afternoon is meant."""

    starts_on: date
    ends_on: date
    word: str
    half: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonWeek:
    """A week of a person: its days (inclusive), what is told on pointing at it, and words where it is overfull."""

    starts_on: date
    ends_on: date
    hover: str
    overfull: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLoad:
    """One person's days under the Gantt: (date, share of the day 0..1), weeks against free time, the absences."""

    name: str
    days: tuple[tuple[date, float], ...]
    absences: tuple[Stretch, ...] = ()
    weeks: tuple[PersonWeek, ...] = ()


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


Tick = tuple[float, str]
"""A value on an upright axis and its words; the last of an axis is its upper end."""

DayTick = tuple[date, str]
"""A day on an axis of time and its words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayMark:
    """Something that begins on a day, with its words."""

    day: date
    words: str
    is_go_live: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BandPoint:
    """What nine in ten runs exceed, the middle, what one in ten exceeds; and the limit on that day, if there is one."""

    day: date
    low: float
    middle: float
    high: float
    limit: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BandData:
    """Something over time, uncertain, against a limit: hours of work and capacity, or backlog and target.

    `end_words` name the last values in the order of a point; `unit` stands over the upright axis, whose last step is
    never below the highest value. `days_off` are marked below the axis, `days_off_words` name them.
    """

    starts_on: date
    ends_on: date
    points: tuple[BandPoint, ...]
    unit: str
    steps: tuple[Tick, ...]
    days: tuple[DayTick, ...]
    end_words: tuple[str, str, str]
    limit_words: str = ""
    marks: tuple[DayMark, ...] = ()
    days_off: tuple[Stretch, ...] = ()
    days_off_words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StaircaseData:
    """The share of runs that are still fine, from each day of `points` on; `target` is the share that is wanted.

    `crossing` is the point from which on it is below the target, with its words.
    """

    starts_on: date
    ends_on: date
    points: tuple[tuple[date, float], ...]
    target: float
    target_words: str
    steps: tuple[Tick, ...]
    days: tuple[DayTick, ...]
    end_words: str
    end_note: str
    crossing: tuple[date, float] | None = None
    crossing_words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatCell:
    """People needed in an hour; `kind` is closed, or whether those planned are more, just as many, or too few."""

    kind: Literal["closed", "spare", "just", "short"]
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatData:
    """Days as rows, hours as columns; `kind_words` explain spare, just and short below the picture."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, tuple[HeatCell, ...]], ...]
    kind_words: tuple[str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class SwayRow:
    """An input, and what comes of its lowest and its highest value; the words name value and outcome."""

    name: str
    at_low: float
    at_high: float
    low_words: str
    high_words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SwayData:
    """How far each input moves an outcome away from `middle`, where all others stay as they are."""

    rows: tuple[SwayRow, ...]
    middle: float
    middle_words: str
    steps: tuple[Tick, ...]
    more_is_worse: bool = False


UprightData: TypeAlias = CoverageData | LadderData | SumData | BandData | StaircaseData | HeatData | SwayData
"""What is one picture as wide as an upright page."""

ChartData: TypeAlias = GanttData | UprightData
"""What a chart can show; a picture for each kind lies in `render.charts`."""
