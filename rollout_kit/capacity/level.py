"""A level of support: who is there, when, and what is handed on."""

import math
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from rollout_kit.capacity.figures import Mark
from rollout_kit.message import Message

HALF_HOURS = 48
HALF_HOUR_MINUTES = 30

HalfHours = tuple[int, ...]
"""Minutes open, 0 to 30, of each of the 48 half hours of a day on the customer's clocks, from midnight on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A share of contacts, 0 to 1, that is answered (phone, chat) or taken up (tickets) within a time.

    Phone and chat count seconds of the clock, tickets seconds in which the level is open. `mark` and `source` are as
    those of a figure.
    """

    share: float
    within_seconds: float
    mark: Mark
    source: Message | None = None

    @property
    def within_hours(self) -> float:
        """The time in hours."""
        return self.within_seconds / 3600


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtraStaff:
    """People more (or, below 0, fewer) at a level from `starts_on` to `ends_on`, both inclusive; None is always."""

    more: float
    starts_on: date | None = None
    ends_on: date | None = None

    def covers(self, day: date) -> bool:
        """Whether it counts on a day."""
        return (self.starts_on is None or self.starts_on <= day) and (self.ends_on is None or day <= self.ends_on)


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """A level of support.

    `queue`: so many people with hours of work before them. `delay`: a contract that answers in `response_hours`
    (opening hours of the level). `unknown`: neither staff nor response is described; no number is told of it.

    `hours_per_week` are those of one person for contacts, before `shrinkage` (the name of a figure);
    `open_hours_per_week` those of an ordinary week of `opening`, which has one value for each day of the horizon.
    `passes_on` names the figure of the share that goes to the level `passes_to` once handled here; `handling` the
    minutes of a contact here, None at L1, where the channel tells. `target` is that of contacts handed on to it, None
    at L1. Staff that is added has the same hours a week as those who are there.
    """

    id: str
    kind: Literal["queue", "delay", "unknown"]
    team: str | None
    staff: float
    hours_per_week: float
    open_hours_per_week: float
    opening: tuple[HalfHours, ...]
    shrinkage: str
    handling: str | None = None
    passes_to: str | None = None
    passes_on: str | None = None
    response_hours: float | None = None
    target: Target | None = None
    extra: tuple[ExtraStaff, ...] = ()

    def staff_on(self, day: date) -> float:
        """Return how many are on the roster of a day."""
        return max(0.0, self.staff + math.fsum(extra.more for extra in self.extra if extra.covers(day)))

    def with_extra(self, extra: ExtraStaff) -> "Level":
        """Return the level with staff more or fewer."""
        return replace(self, extra=(*self.extra, extra))

    def open_between(self, first: int, end: int) -> "Level":
        """Return the level open, on each day on which it is open at all, from minute `first` to before `end` too."""
        longer = {hours: _longer(hours, first, end) for hours in sorted(set(self.opening))}
        added = [sum(longer[hours]) - sum(hours) for hours in self.opening if any(hours)]
        weekly = max(added, default=0) / 60 * self.open_days_per_week
        return replace(
            self,
            opening=tuple(longer[hours] for hours in self.opening),
            open_hours_per_week=self.open_hours_per_week + weekly,
        )

    @property
    def open_days_per_week(self) -> float:
        """How many days of a mean week it is open, 7 at most."""
        return 7 * sum(1 for hours in self.opening if any(hours)) / max(1, len(self.opening))


def _longer(hours: HalfHours, first: int, end: int) -> HalfHours:
    if not any(hours):
        return hours
    asked = (min(end, start + HALF_HOUR_MINUTES) - max(first, start) for start in range(0, 1440, HALF_HOUR_MINUTES))
    return tuple(max(open_already, minutes) for open_already, minutes in zip(hours, asked, strict=True))
