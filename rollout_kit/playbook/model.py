"""The content model of a playbook: structure, numbers and ids; the words stand in its language folders."""

import re
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from rollout_kit.description.training import Audience
from rollout_kit.playbook.content import (
    Agenda,
    Criterion,
    FeedbackFormat,
    GoLiveLine,
    Measure,
    MessageTemplate,
    Scenario,
    TrainingModule,
)
from rollout_kit.playbook.part import Condition, NotNegative, Part, Whole
from rollout_kit.playbook.window import Window, parse_window

_SEAT = re.compile(
    r"(?P<who>[A-Z]{2}|session-trainer|(?:owner|doer)-of:[a-z_]+)(?P<every>\*)?(?P<of_site> of the site)?"
    r" (?P<hours>[0-9]{1,2}(?:\.[0-9]{1,2})?)/(?P<small>[0-9]{1,2}(?:\.[0-9]{1,2})?|-)"
)

MOST_HOURS = 99.99
SeatHours = Annotated[float, Field(ge=0, le=MOST_HOURS)]


class Seat(Part):
    """Who takes part in a task, and for how long.

    `who` is a role (SP, DM, SO, OL, SL, DK, TR, KU, DP), `session-trainer`, or `owner-of:x` / `doer-of:x`.
    `every`: all who hold the role. `of_site`: the one of the task's site. Hours per participant: `hours` for
    size M, `small` for size S; None = not in that size.
    """

    who: str
    every: bool = False
    of_site: bool = False
    hours: SeatHours | None
    small: SeatHours | None

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, written: Any) -> Any:
        """Read `KU* 1.5/-`, `KU of the site 1/-`, `doer-of:restore 3/2`."""
        if not isinstance(written, str):
            return written
        match = _SEAT.fullmatch(written)
        if match is None:
            raise ValueError(f"not a seat: {written}")
        return {
            "who": match["who"],
            "every": bool(match["every"]),
            "of_site": bool(match["of_site"]),
            "hours": float(match["hours"]),
            "small": None if match["small"] == "-" else float(match["small"]),
        }


class Predecessor(Part):
    """A task that must be finished in an earlier half-day; `next_day`: on the next working day at the earliest."""

    task: str
    next_day: bool = False

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, written: Any) -> Any:
        """Read `kickoff` and `test-outage +1w`."""
        if not isinstance(written, str):
            return written
        return {"task": written.removesuffix(" +1w"), "next_day": written.endswith(" +1w")}


def _window(written: Any) -> Any:
    return parse_window(written) if isinstance(written, str) else written


WrittenWindow = Annotated[Window, BeforeValidator(_window)]

Variant = Literal["keep", "shorten", "drop", "after", "one", "three", "short"]

Landmark = Literal["kickoff", "pilot", "pilot-decision", "go-no-go", "go-live"]
"""What the program itself has to find among the tasks: each stands for at most one."""

Gap = Literal[
    "no-responsibilities", "no-go-live-date", "nobody-says-go", "no-number-to-call", "hours-not-released",
    "nobody-named", "no-scope", "no-promises", "tests-not-dated", "no-pilot", "no-envelope", "no-way-back",
]  # fmt: skip
"""What a description may leave open, so that it is to be decided."""


class BaseTask(Part):
    """A base task. Its words: `tasks.<id>.name`, `.proof`, `.reason` (one sentence: why it is there).

    The name of a task per site has the parameter {site}, per session {training}; `.name_all` names them together.

    `scenario`: a test of it that the description dates, dates this task. `teaches`: the audiences for whose trainings
    this is the lesson, or one of several in the order of the tasks; a session fixed by hand dates the lesson of its
    rank. `after_hypercare_days`: where the description states how long hypercare takes, the task lies within so many
    working days after its end, and no sooner than its window has it.
    """

    id: str
    step: Annotated[Literal[1, 2, 3, 4, 5, 6, 7], Whole]
    seats: tuple[Seat, ...]
    lead: str
    after: tuple[Predecessor, ...] = ()
    window: WrittenWindow
    mode: Literal["sitting", "work"]
    chapters: tuple[str, ...]
    in_21_days: Variant
    in_14_days: Variant
    rules: tuple[str, ...] = ()
    fires_in_21_days: tuple[str, ...] = ()  # rules that notice what the shorter variant does to it
    fires_in_14_days: tuple[str, ...] = ()
    condition: Condition = "always"
    per: Literal["rollout", "site", "session"] = "rollout"
    landmark: Landmark | None = None
    scenario: str | None = None
    teaches: tuple[Audience, ...] = ()
    after_hypercare_days: NotNegative | None = None
    is_test: bool = False
    is_hard: bool = False  # the right end of the window is a limit, not an aim
    out_of_hours: bool = False  # needs people.*.extra on both sides
    blocked_by_freeze: bool = False
    is_milestone: bool = False


class PlannedCure(Part):
    """A cure. Its words: `cures.<id>.name` with {subject} (one finding), `.name_many` with {n}, `.proof`.

    `before` is a mark: `p0.30`, `g-6`, `task:<id>` (the right end of that task's window) or `after:20` (g + 20);
    `not_before` a mark, where it may not start at once. `owner` is a role, `owner-of:x`, `doer-of:x`, or
    `owner-of:subject`, `doer-of:subject`: of the activity that the finding is about. A `helper` gives `helper_minutes`
    beside the owner. Of no minutes: an entry in the improvement list, nothing before go-live.
    """

    id: str
    rules: tuple[str, ...]
    minutes: NotNegative
    further_minutes: NotNegative = 0
    owner: str
    before: str
    not_before: str | None = None
    helper: str | None = None
    helper_minutes: NotNegative = 0
    is_test: bool = False


class StandingDecision(Part):
    """A decision of the kickoff. Its words: `decisions.<id>.question`, `.proposal`, `.otherwise`.

    They hold at most 55, 45 and 60 characters. `codes` are the rules whose findings it answers, `answers_to` the places
    of the description that the answer goes to. It is open where one of those findings is, or the gap `open_when`.
    """

    id: str
    decider: str
    codes: tuple[str, ...] = ()
    answers_to: tuple[str, ...] = ()
    open_when: Gap | None = None


FROM_DESCRIPTION = "description"
"""Says of an item after the plan that its date stands in the description."""


class LaterItem(Part):
    """An item after the plan. Its words: `later.<id>.name`, `.proof`.

    `at` is `g+30` (calendar days), `g+5w` (working days of the customer), `d15` (day of the plan), or `description`:
    the date stands in the description. `until` is the end of a series or None. `condition` is `always`, or
    `not-placed`: only where the base task of the same id applies and has no date within the plan.
    """

    id: str
    at: str
    until: str | None = None
    who: tuple[str, ...]
    condition: Literal["always", "not-placed"] = "always"


class CuredByTask(Part):
    """A rule whose finding a base task cures anyway.

    `first_only`: the first finding, further ones get the cure. `unless_fixed`: not where a session is fixed by hand.
    """

    rule: str
    task: str
    first_only: bool = False
    unless_fixed: bool = False


class Routine(Part):
    """A routine of the handbook: `routines.<id>.name`, `.proof`."""

    id: str
    every: Literal["day", "week", "month", "quarter"]
    who: str
    minutes: NotNegative


class Activity(Part):
    """An activity of the catalogue. Its words: `activities.<id>.name`; groups: `groups.<group>.name`."""

    id: str
    group: str
    owner: Literal["customer", "provider"]  # the usual house of the accountable
    doer: Literal["customer", "provider"]


class Playbook(Part):
    """A whole playbook. `texts` pairs a language (en, de) with the words by key; chapters are Markdown by key.

    `chapter_keys` are the chapters of a handbook in their order, `runbooks` the ids of the runbooks in theirs.
    """

    name: str
    chapter_keys: tuple[str, ...] = ()
    runbooks: tuple[str, ...] = ()
    tasks: tuple[BaseTask, ...]
    cures: tuple[PlannedCure, ...]
    cured_by_task: tuple[CuredByTask, ...]
    decisions: tuple[StandingDecision, ...]
    later: tuple[LaterItem, ...]
    routines: tuple[Routine, ...]
    activities: tuple[Activity, ...]
    scenarios: tuple[Scenario, ...] = ()  # tests that a description may name
    mandatory_scenarios: tuple[str, ...] = ()  # ids of those that no rollout goes without
    modules: tuple[TrainingModule, ...] = ()
    formats: tuple[FeedbackFormat, ...] = ()
    measures: tuple[Measure, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    messages: tuple[MessageTemplate, ...] = ()
    agendas: tuple[Agenda, ...] = ()
    go_live: tuple[GoLiveLine, ...] = ()  # in the order of the sheet
    glossary: tuple[str, ...] = ()  # ids of terms, words `glossary.<id>.term`, `.meaning`, `.stems`
    texts: dict[str, dict[str, str]]
    chapters: dict[str, dict[str, str]]

    def texts_in(self, tag: str) -> dict[str, str]:
        """Return the words in a language: of `de-CH` those of `de`; what a language lacks in English, else in any."""
        return _of_language(self.texts, tag)

    def chapters_in(self, tag: str) -> dict[str, str]:
        """Return the chapters of a language, as `texts_in` does with the words."""
        return _of_language(self.chapters, tag)

    def scenario(self, id: str) -> Scenario | None:
        """Return the test scenario of that id."""
        return next((scenario for scenario in self.scenarios if scenario.id == id), None)

    def task(self, id: str) -> BaseTask | None:
        """Return the base task of that id."""
        return next((task for task in self.tasks if task.id == id), None)

    def lessons_for(self, audience: str) -> tuple[str, ...]:
        """Return the ids of the tasks that teach an audience, in the order of the tasks."""
        return tuple(task.id for task in self.tasks if audience in task.teaches)

    def cure_for(self, rule: str) -> PlannedCure | None:
        """Return the cure of a rule's findings."""
        return next((cure for cure in self.cures if rule in cure.rules), None)


def _of_language(by_language: dict[str, dict[str, str]], tag: str) -> dict[str, str]:
    wanted = [language for language in languages_for(tag) if language in by_language]
    found: dict[str, str] = {}
    for language in reversed(list(dict.fromkeys((*wanted, *by_language)))):
        found |= by_language[language]
    return found


def languages_for(tag: str) -> tuple[str, ...]:
    """Return the languages in which words are looked for: the one that is asked for, its own, English."""
    return tuple(dict.fromkeys((tag, tag.partition("-")[0], "en")))
