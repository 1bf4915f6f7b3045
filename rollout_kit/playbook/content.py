"""What a playbook holds beside tasks and cures: all that handbook, forms and sheets are made of.

Each part names the texts that every language has for it; `check.needed_texts` asks for them.
"""

from datetime import time
from typing import Annotated, Literal

from pydantic import BeforeValidator

from rollout_kit.description.training import Audience
from rollout_kit.playbook.part import Condition, NotNegative, Part, Whole

Side = Literal["customer", "provider"]
Mark = Literal["T", "E", "K", "D"]


def _clock(written: object) -> object:
    return time.fromisoformat(written) if isinstance(written, str) else written


class Scenario(Part):
    """A test scenario. Its words: `scenarios.<id>.name`, `.purpose`, `.success` (a wanted state with its numbers).

    `sides` are the houses that take part: one of them where the scenario is one-sided by design. `who` are roles.
    """

    id: str
    sides: tuple[Side, ...]
    who: tuple[str, ...]
    minutes: NotNegative


class TrainingModule(Part):
    """A module of the training. Its words: `modules.<id>.name`, `.content`, `.verification`.

    Taught `times` times `minutes`, between `from_day` and `until_day`: calendar days from go-live, negative before it.
    `level` is how far it is verified: 1 reaction, 2 learning, 3 behaviour at work, 4 result. `editors` are all who
    change the handbook.
    """

    id: str
    audience: Audience | Literal["editors"]
    minutes: NotNegative
    times: NotNegative = 1
    from_day: int
    until_day: int
    level: Annotated[Literal[1, 2, 3, 4], Whole]


class FeedbackFormat(Part):
    """A way in which feedback is heard. Its words: `formats.<id>.name`, `.what`.

    `minutes` is 0 where nobody meets. `from_day`, `until_day` are calendar days from go-live, None without such an end.
    `mark` tells how far its figures can be trusted, as with a measure.
    """

    id: str
    every: Literal["day", "week", "month", "once", "incident", "ticket"]
    who: tuple[str, ...]
    minutes: NotNegative
    from_day: int | None = None
    until_day: int | None = None
    mark: Mark


class Measure(Part):
    """A measure (KPI) to choose. Its words: `measures.<id>.name`, `.formula`, `.target`, `.source` (where it is read).

    `view` is that of the balanced scorecard. `mark` tells how far the target can be trusted: T the source was read,
    E an excerpt of it, K general knowledge, D our default.
    """

    id: str
    view: Literal["finance", "customer", "process", "learning"]
    mark: Mark


class Criterion(Part):
    """A line of a criteria sheet. Its words: `criteria.<id>.name` (the wanted state), `.proof` (what is in the hand).

    `codes` are the rules whose open findings say that it does not hold yet; where `priorities` are given, a finding
    about another priority does not count. `any_finding`: any open blocker says so, and any open high finding that
    no task mends before go-live. `has_figure`: a figure is written beside it.
    """

    id: str
    sheet: Literal["go-no-go", "hypercare-exit", "acceptance"]
    codes: tuple[str, ...] = ()
    priorities: tuple[str, ...] = ()
    any_finding: bool = False
    has_figure: bool = False


class MessageTemplate(Part):
    """A message to copy. Its words: `messages.<id>.name`, `.when`, `.subject`, `.body` (paragraphs, with {facts}).

    `sender` is a role. `kind` is the kind of `[[messages]]` in a description that it serves, if there is one.
    `days` are working days from go-live, or from the dates of the base task `task`: before its first, after its last.
    """

    id: str
    audience: Literal["users", "managers", "key_users", "pilot", "session", "authority", "vendor"]
    sender: str
    kind: Literal["announcement", "training", "what_to_expect", "go_live", "delay"] | None = None
    is_for_outage: bool = False  # stands in the emergency part
    task: str | None = None
    days: int | None = None


class AgendaPoint(Part):
    """A point of an agenda. Its words: `agendas.<agenda>.point<n>.name`, `.result`, n from 1 on."""

    minutes: NotNegative
    small: NotNegative | None = None  # with a cast of one person per house, where that is shorter
    lead: str


class Agenda(Part):
    """The agenda of a meeting. Its words: `agendas.<id>.name`; `task` is the base task that is this meeting."""

    id: str
    task: str
    points: tuple[AgendaPoint, ...]

    def lengths(self, *, is_small: bool) -> tuple[int, ...]:
        """Return the minutes of each point; `is_small`: with a cast of one person per house."""
        return tuple(point.small if is_small and point.small is not None else point.minutes for point in self.points)


class GoLiveLine(Part):
    """A line of the go-live sheet. Its words: `go_live.<id>.step`, `.proof`, and `.abort` where `can_abort`.

    `day`: the day of the cut-over, or the first working day with the service. `who` are roles, or `vendor`.
    At a hold point the decision maker says go on or back; behind the point of no return the way back is closed.
    """

    id: str
    day: Literal["cut-over", "first-day"]
    at: Annotated[time, BeforeValidator(_clock)]
    who: tuple[str, ...]
    kind: Literal["step", "safety", "hold-point", "no-return"] = "step"
    can_abort: bool = False
    condition: Condition = "always"
    is_move: bool = False  # the work itself: tasks that a description dates on that day stand in its place
