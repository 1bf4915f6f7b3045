"""The content model of a playbook: structure, numbers and ids; the words stand in its language folders."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

from rollout_kit.playbook.window import Window


class Part(BaseModel):
    """Something of a playbook: frozen, strict, no unknown key."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, arbitrary_types_allowed=True)


class Seat(Part):
    """Who takes part in a task, and for how long.

    `who` is a role (SP, DM, SO, OL, SL, DK, TR, KU, DP), `session-trainer`, or `owner-of:x` / `doer-of:x`.
    `every`: all who hold the role. `of_site`: the one of the task's site. Hours per participant: `hours` for
    size M, `small` for size S; None = not in that size.
    """

    who: str
    every: bool = False
    of_site: bool = False
    hours: float | None
    small: float | None


class Predecessor(Part):
    """A task that must be finished in an earlier half-day; `next_day`: on the next working day at the earliest."""

    task: str
    next_day: bool = False


Variant = Literal["keep", "shorten", "drop", "after", "one", "three", "short"]

Condition = Literal[
    "always", "sites", "personal-data-or-critical-infrastructure", "desk-besides-trainer", "four-people", "key-users",
    "managers", "users-trained", "critical-process", "pilot", "rollback-or-tier", "thirty-or-twenty-one-days",
    "former-provider",
]  # fmt: skip


class BaseTask(Part):
    """A base task. Its words: `tasks.<id>.name`, `.proof`, `.reason` (one sentence: why it is there)."""

    id: str
    step: Literal[1, 2, 3, 4, 5, 6, 7]
    seats: tuple[Seat, ...]
    lead: str
    after: tuple[Predecessor, ...] = ()
    window: Window
    mode: Literal["sitting", "work"]
    chapters: tuple[str, ...]
    in_21_days: Variant
    in_14_days: Variant
    rules: tuple[str, ...] = ()
    condition: Condition = "always"
    per: Literal["rollout", "site", "session", "process"] = "rollout"
    is_test: bool = False
    is_hard: bool = False  # the right end of the window is a limit, not an aim
    out_of_hours: bool = False  # needs people.*.extra on both sides
    blocked_by_freeze: bool = False
    is_milestone: bool = False


class PlannedCure(Part):
    """A cure. Its words: `cures.<id>.name` with {subject} (one finding), `.name_many` with {n}, `.proof`.

    `before` is a mark: `p0.30`, `g-6`, `task:<id>` (the right end of that task's window) or `after:20` (g + 20).
    """

    id: str
    rules: tuple[str, ...]
    minutes: int
    further_minutes: int = 0
    owner: str
    before: str


class StandingDecision(Part):
    """A decision of the kickoff. Its words: `decisions.<id>.question`, `.proposal`, `.otherwise` (55, 45, 60 characters).

    `is_open_if` names the test (assess.decisions) that tells whether the description leaves it open;
    `codes` are the findings that it answers.
    """

    id: str
    decider: str
    codes: tuple[str, ...] = ()
    answers_to: tuple[str, ...] = ()


class LaterItem(Part):
    """An item after the plan. Its words: `later.<id>.name`, `.proof`.

    `at` is `g+30` (calendar days) or `g+5w` (working days), `until` the end of a series or None.
    `condition`: none, or what must hold for it to be printed.
    """

    id: str
    at: str
    until: str | None = None
    who: tuple[str, ...]
    condition: str = "always"


class CuredByTask(Part):
    """A rule whose finding a base task cures anyway; `first_only`: the first finding, further ones get the cure."""

    rule: str
    task: str
    first_only: bool = False


class Routine(Part):
    """A routine of the handbook: `routines.<id>.name`, `.proof`."""

    id: str
    every: Literal["day", "week", "month", "quarter"]
    who: str
    minutes: int


class Activity(Part):
    """An activity of the catalogue. Its words: `activities.<id>.name`; groups: `groups.<group>.name`."""

    id: str
    group: str
    owner: Literal["customer", "provider"]  # the usual house of the accountable
    doer: Literal["customer", "provider"]


class Playbook(Part):
    """A whole playbook. `texts` pairs a language (en, de) with the words by key; chapters are Markdown by key."""

    name: str
    tasks: tuple[BaseTask, ...]
    cures: tuple[PlannedCure, ...]
    cured_by_task: tuple[CuredByTask, ...]
    decisions: tuple[StandingDecision, ...]
    later: tuple[LaterItem, ...]
    routines: tuple[Routine, ...]
    activities: tuple[Activity, ...]
    texts: dict[str, dict[str, str]]
    chapters: dict[str, dict[str, str]]

    def task(self, id: str) -> BaseTask | None:
        """Return the base task of that id."""
        return next((task for task in self.tasks if task.id == id), None)

    def cure_for(self, rule: str) -> PlannedCure | None:
        """Return the cure of a rule's findings."""
        return next((cure for cure in self.cures if rule in cure.rules), None)
