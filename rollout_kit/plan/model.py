"""The plan as data: tasks with their bookings, what comes after, and how full each person's weeks are."""

from dataclasses import dataclass
from datetime import date, time
from enum import Enum
from functools import cached_property
from typing import Literal

from rollout_kit.finding import KeyPath
from rollout_kit.message import Message
from rollout_kit.playbook.model import Landmark

PersonRef = str
"""The id of a person or vendor, or `customer:to-be-named` / `provider:to-be-named`."""

Manner = Literal["dropped", "moved", "shortened", "fewer"]
"""What a plan does to a base task: leaves it out, puts it behind its end, cuts its hours, or gives it fewer dates."""

ASSUMED_SEATS = 12  # house value: of a session for users where neither it nor a room says how many

TO_BE_NAMED = {"customer": "customer:to-be-named", "provider": "provider:to-be-named"}


class State(Enum):
    """How a task came out of scheduling."""

    PLACED = "placed"  # by its aim
    LATE = "late"  # past its aim, by its limit
    AFTER_PLAN = "after_plan"  # dated after the plan's last day
    UNPLACED = "unplaced"  # no place was found


@dataclass(frozen=True, slots=True, kw_only=True)
class Booking:
    """Part of a person's half-day: half 0 is the morning, 1 the afternoon."""

    person: PersonRef
    date: date
    half: Literal[0, 1]
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stake:
    """One person's time in a task, per date of a series. `stands_in_for` where a deputy does it."""

    person: PersonRef
    minutes: int
    stands_in_for: PersonRef | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A task of the plan.

    `dates` are all days on which it is worked at or sat, ordered; empty where it has no place.
    `aim` is the date by which it should be done, `limit` by which it must. `step` 1 to 7 as in the playbook
    (1 responsibilities, 2 scaling, 3 training, 4 procedures and tests, 5 feedback, 6 go-live, 7 hand-over).
    `codes` are the rules it serves; a cure's `causes` are the findings it mends, as (code, key path).
    `needs_extra`: it lies in an evening or weekend agreed with all who take part, and never in working hours.
    `latest_end` is the last day on which it could end without moving go-live (its float ends there).
    """

    id: str
    origin: Literal["base", "cure", "added"]
    step: int
    name: Message
    proof: Message | None
    reason: Message | None
    lead: PersonRef
    stakes: tuple[Stake, ...]
    bookings: tuple[Booking, ...] = ()
    dates: tuple[date, ...] = ()
    at: time | None = None
    earliest: date
    aim: date
    limit: date
    after: tuple[str, ...] = ()
    state: State
    held_up_by: str | None = None  # the task before it, where that makes it late or leaves it no day at all
    blamed: PersonRef | None = None  # else whose week is full, where the task is late or has no place
    landmark: Landmark | None = None
    training: str | None = None  # of whose sessions it is one
    is_sitting: bool = False
    is_series: bool = False
    is_test: bool = False
    is_milestone: bool = False
    is_shortened: bool = False
    is_critical: bool = False
    needs_extra: bool = False
    latest_end: date | None = None
    codes: tuple[str, ...] = ()
    causes: tuple[tuple[str, KeyPath], ...] = ()
    chapters: tuple[str, ...] = ()
    audience: Literal["internal", "all"] = "all"

    @property
    def starts_on(self) -> date | None:
        """First day, None without a place."""
        return self.dates[0] if self.dates else None

    @property
    def ends_on(self) -> date | None:
        """Last day, inclusive, None without a place."""
        return self.dates[-1] if self.dates else None

    @property
    def minutes(self) -> int:
        """Person-minutes in all, over all dates of a series."""
        once = sum(stake.minutes for stake in self.stakes)
        return once * len(self.dates) if self.is_series and self.dates else once


@dataclass(frozen=True, slots=True, kw_only=True)
class Later:
    """Something dated after the plan; `until` ends a series. No effort is reserved for it."""

    id: str
    until: date | None = None
    date: date
    name: Message
    proof: Message | None
    who: tuple[PersonRef, ...]
    is_milestone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A base task that this plan drops or moves behind its end, and the rules that notice it."""

    id: str
    name: Message
    manner: Manner
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One sitting of a training, fixed by hand or planned. `seats` None where neither session nor room says.

    `task` is the task of the plan that it is. `trainer`, `room` and `half` (0 the morning) are None where nothing says
    so, or where a fixed session found no time of its trainer. `at` is the hour, where it is fixed by hand.
    """

    training: str
    date: date
    seats: int | None
    is_fixed: bool
    task: str | None = None
    trainer: PersonRef | None = None
    room: str | None = None
    half: Literal[0, 1] | None = None
    at: time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekLoad:
    """One person's week: minutes placed, and minutes that the share leaves free (0 = the person is away)."""

    person: PersonRef
    monday: date
    placed: int
    free: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NoRoom:
    """Why tasks do not fit, whatever their order: a chain that is too long, or somebody with too little time.

    Without `person` the tasks wait for one another in their order, and are longer together than the time until `last`,
    by which the last of them must be done. With one, they all lie from `first` to `last`, both inclusive, where the
    share leaves `free_minutes` of the `needed_minutes`.
    """

    tasks: tuple[str, ...]
    person: PersonRef | None = None
    first: date
    last: date
    free_minutes: int = 0
    needed_minutes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """How near a plan is to the best possible one.

    It is about when all is done that go-live waits for: whatever comes before it, directly or not, or has to lie before
    it; dates by hand, series and agreed evenings aside. This plan has done it all in the half-day `ready`; no plan that
    keeps all limits and finds a place for as much has done it before `bound`. Between the two lie `gap_half_days`
    half-days of the customer's working days. `open_tasks` have no place here, and nothing shows that no plan has one.
    """

    ready: tuple[date, Literal[0, 1]]
    bound: tuple[date, Literal[0, 1]]
    gap_half_days: int
    open_tasks: tuple[str, ...] = ()

    @property
    def is_proven(self) -> bool:
        """Whether no plan can place more, nor be ready earlier."""
        return self.gap_half_days == 0 and not self.open_tasks


@dataclass(frozen=True, kw_only=True)
class Plan:
    """The whole plan. Days are inclusive; `kickoff` is as written, `first_day` the day it can be held.

    `length` is 30, 21 or 14: which variant of the playbook was taken. `size` S is a cast of one person per side or
    at most 14 users. `test_days`: days on which a test may lie. `proof` is None where nothing of what go-live waits for
    has a place.
    """

    kickoff: date
    first_day: date
    last_day: date
    days: int
    go_live: date
    go_live_is_default: bool
    second_half_from: date
    length: Literal[30, 21, 14]
    size: Literal["M", "S"]
    tasks: tuple[Task, ...]
    later: tuple[Later, ...]
    left_out: tuple[LeftOut, ...]
    sessions: tuple[Session, ...]
    weeks: tuple[WeekLoad, ...]
    test_days: tuple[date, ...]
    cured: tuple[tuple[str, KeyPath, str], ...]  # code, path of the finding, id of the task that cures it
    improvement: tuple[tuple[str, KeyPath], ...]  # findings that wait on the improvement list
    proof: Proof | None = None
    fits_on: date | None = None  # the first later go-live on which all that hangs on it has a place
    no_room: tuple[NoRoom, ...] = ()  # why something has no place, where no order of the tasks could give it one
    skipped: tuple[tuple[str, Message, date], ...] = ()  # a date of a series before the kickoff, left out
    seed: int
    restarts: int

    @property
    def is_compressed(self) -> bool:
        """Shorter than 30 days."""
        return self.length < 30

    @cached_property
    def task_by_id(self) -> dict[str, Task]:
        """Tasks by id."""
        return {task.id: task for task in self.tasks}

    @cached_property
    def homeless(self) -> tuple[Task, ...]:
        """Tasks without a place; what only waits for an evening to be agreed is none of them."""
        return tuple(task for task in self.tasks if task.state is State.UNPLACED and not task.needs_extra)

    def before(self, task: Task) -> Task | None:
        """Return the task that holds another up, None where none does or this copy does not show it."""
        return self.task_by_id.get(task.held_up_by) if task.held_up_by is not None else None

    def task_at(self, landmark: Landmark) -> Task | None:
        """Return the task that stands for a landmark, None where this plan has none."""
        return next((task for task in self.tasks if task.landmark == landmark), None)

    def task_curing(self, code: str, path: KeyPath) -> Task | None:
        """Return the task that cures a finding."""
        for rule, where, task in self.cured:
            if rule == code and where == path:
                return self.task_by_id.get(task)
        return None
