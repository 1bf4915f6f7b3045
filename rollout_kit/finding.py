"""Findings and problems as values: code, place, parameters, and no sentence yet."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import total_ordering
from typing import Literal

from rollout_kit.message import Message, Parameter

KeyPath = tuple[str | int, ...]


@total_ordering
class Severity(Enum):
    """How much a finding weighs, ordered: `Severity.HIGH >= Severity.MEDIUM`."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    BLOCKER = "blocker"

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Severity):
            return NotImplemented
        order = list(Severity)
        return order.index(self) < order.index(other)


def dotted(path: KeyPath) -> str:
    """Return a key path as users read it: `kpis.0.target`."""
    return ".".join(str(part) for part in path)


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """A place in a file; line and column count from 1, in code points.

    `length` is how many code points the caret underlines on that line, at least 1.
    """

    file: str
    line: int
    column: int
    length: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """The file does not fit the format. A note (`is_note`) is told and does not stop."""

    code: str
    path: KeyPath
    message: Message
    position: Position
    help: Message | None = None
    further: tuple[Position, ...] = ()
    is_note: bool = False


Owner = str  # a role of the plan (SO, OL, …), or `owner-of:<activity>`, `doer-of:<activity>`


@dataclass(frozen=True, slots=True, kw_only=True)
class Cure:
    """The task that cures a finding, where the playbook has no cure of that name.

    `minutes` for the first finding and `further_minutes` for each more of the same owner.
    `before` is a mark of the plan as playbooks write it: `p0.30`, `g-6`, `go_live`.
    """

    id: str
    text: str
    minutes: int
    owner: Owner
    before: str
    further_minutes: int = 10


@dataclass(frozen=True, slots=True)
class Violation:
    """What a rule yields: about what, and the parameters of its message.

    `path` names the subject, as waivers and documents name it; `at` is the key within it that the caret shows, where
    that is another one.
    """

    path: KeyPath
    parameters: Mapping[str, Parameter] = field(default_factory=dict)
    severity: Severity | None = None  # where the rule's severity depends on a number
    rests_on_assumption: bool = False
    at: KeyPath | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """The rollout is not ready, and why.

    `path` names what it is about, `at` the key within it that is shown and where `position` stands. `cure` names the
    cure of the playbook; `remedy` says in words what helps.
    """

    code: str
    name: str
    severity: Severity
    path: KeyPath
    position: Position
    message: Message
    remedy: Message
    cure: str | None
    at: KeyPath = ()
    state: Literal["open", "waived"] = "open"
    rests_on_assumption: bool = False
    subject: str = ""  # what the finding is about, for the name of its task: an activity, a person

    @property
    def is_open(self) -> bool:
        """Whether it counts: nobody has waived it."""
        return self.state == "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Untested:
    """A rule that could not be judged, wholly or for some subjects, and the keys it lacks."""

    code: str
    missing: tuple[str, ...]
    could_block: bool  # the rule can reach blocker at this tier
    could_be_high: bool = False  # the rule can reach high or more
