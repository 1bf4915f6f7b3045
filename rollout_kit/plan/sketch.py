"""A task before it has a place: what, who, how long, between which days, after what."""

from dataclasses import dataclass
from datetime import date, time
from typing import Literal

from rollout_kit.finding import KeyPath
from rollout_kit.message import Message
from rollout_kit.plan.cast import Cast
from rollout_kit.plan.frame import Frame
from rollout_kit.plan.model import Later, LeftOut, PersonRef, Stake
from rollout_kit.playbook.model import Landmark, Predecessor


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """When one date of a task may lie: not before `earliest`, wanted by `aim`, at `limit` at the latest (inclusive).

    `prefers_end`: the last free day is taken, not the first: a message goes out on its date.
    """

    earliest: date
    aim: date
    limit: date
    prefers_end: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Venue:
    """Where a sitting takes place: its room, and the site that all who take part must be at; None = not said."""

    room: str | None
    site: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """A task to be placed. A series has one span per date and is sat on each of them.

    `base_task` is the task of the playbook that it is, or whose part for one site or session it is; `training` the one
    that it is a session of, `teaches` the audiences that the base task teaches. `trainers` are those of whom any one
    may hold it; where there are several, the stake is that of whoever it falls to.
    `is_reserved`: placed before the rest because its dates are few. `is_by_hand`: the date comes from the description,
    and waits for nothing. `needs_extra`: lies in an evening or weekend agreed with all who take part; `may_use_extra`:
    may lie there.
    """

    id: str
    origin: Literal["base", "cure", "added"]
    step: int
    name: Message
    proof: Message | None
    reason: Message | None
    lead: PersonRef
    stakes: tuple[Stake, ...]
    spans: tuple[Span, ...]
    is_sitting: bool
    base_task: str | None = None
    landmark: Landmark | None = None
    training: str | None = None
    teaches: tuple[str, ...] = ()
    trainers: tuple[PersonRef, ...] = ()
    venue: Venue | None = None
    is_series: bool = False
    after: tuple[Predecessor, ...] = ()
    usually_after: tuple[str, ...] = ()  # what the playbook has it wait for, though a date by hand does not
    at: time | None = None
    is_reserved: bool = False
    is_by_hand: bool = False
    is_test: bool = False
    is_milestone: bool = False
    is_shortened: bool = False
    is_blocked_by_freeze: bool = False
    needs_extra: bool = False
    may_use_extra: bool = False
    codes: tuple[str, ...] = ()
    causes: tuple[tuple[str, KeyPath], ...] = ()
    chapters: tuple[str, ...] = ()
    audience: Literal["internal", "all"] = "all"

    @property
    def fills_the_day(self) -> bool:
        """Whether it may take all that a week has left on its one day: go-live does."""
        return self.landmark == "go-live"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """All tasks of a plan, drafted and not yet placed, and what was left out or dated later."""

    frame: Frame
    cast: Cast
    size: Literal["M", "S"]
    sketches: tuple[Sketch, ...]
    later: tuple[Later, ...]
    left_out: tuple[LeftOut, ...]
    cured: tuple[tuple[str, KeyPath, str], ...]
    improvement: tuple[tuple[str, KeyPath], ...]
    skipped: tuple[tuple[str, Message, date], ...]
