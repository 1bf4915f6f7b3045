"""A task before it has a place: what, who, how long, between which days, after what."""

from dataclasses import dataclass
from datetime import date, time
from typing import Literal

from rollout_kit.finding import KeyPath
from rollout_kit.message import Message
from rollout_kit.plan.cast import Cast
from rollout_kit.plan.frame import Frame
from rollout_kit.plan.model import Later, LeftOut, PersonRef, Stake
from rollout_kit.playbook.model import Predecessor


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
class Sketch:
    """A task to be placed. A series has one span per date and is sat on each of them.

    `is_reserved`: placed before the rest because its dates are few. `is_by_hand`: the date comes from the description,
    and waits for nothing. `may_use_extra`: may lie in agreed evenings and weekends.
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
    fills_the_day: bool = False
    codes: tuple[str, ...] = ()
    causes: tuple[tuple[str, KeyPath], ...] = ()
    chapters: tuple[str, ...] = ()
    audience: Literal["internal", "all"] = "all"


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
