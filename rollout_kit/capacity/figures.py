"""Figures that are not known for sure: their range, how reliable they are, and their names."""

from dataclasses import dataclass, replace
from enum import Enum
from typing import Literal

from rollout_kit.finding import KeyPath
from rollout_kit.message import Message

TICKETS = "tickets_per_user_month"
GOLIVE_FACTOR = "golive_factor"
HALF_LIFE = "half_life"  # days of the calendar
RAMP = "ramp"  # days of the calendar until a wave's surplus is whole
GROWTH = "growth_per_year"
PEAK_HOUR = "peak_hour_share"  # of a day
BUSIEST_DAY = "busiest_weekday"  # share of a week
REPEATS = "repeat_contact_share"
DEMAND_SPREAD = "demand_spread"  # coefficient of variation of the whole demand, as a share
SELF_SERVED = "self_served"  # share of contacts that a change keeps from the desk; 0 as described
BLENDING = "blending"  # part of the idle time on the phone that does for tickets
MOST_OCCUPANCY = "most_occupancy"  # of phone people, from five on


def handling_of(id: str) -> str:
    """Return the name of the minutes of a contact, of a channel at L1 or of a further level."""
    return f"handling.{id}"


def shrinkage_of(level: str) -> str:
    """Return the name of the share of paid time for which people of a level are away or busy otherwise."""
    return f"shrinkage.{level}"


def passes_on_of(level: str) -> str:
    """Return the name of the share of contacts that a level hands on."""
    return f"passes_on.{level}"


def concurrency_of(channel: str) -> str:
    """Return the name of the factor by which contacts at once multiply a person."""
    return f"concurrency.{channel}"


class Mark(Enum):
    """How reliable a figure is; the value is what is printed beside it.

    The letters are those of published figures: A a large or reviewed data set, B a survey or a vendor with its base
    told, C one practitioner or an illustration. NONE is our own choice, where no public figure was found.
    """

    OWN = "own"  # from your own data
    STATED = "stated"  # written in the description
    A = "A"
    B = "B"
    C = "C"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number that is not known for sure: `low` <= `likely` <= `high`, all in `unit`, and where it comes from.

    `name` is unique within a question, `path` the key of the description it stands at or would
    stand at. `source` says where a default comes from; None for what the description states.
    """

    name: str
    path: KeyPath
    low: float
    likely: float
    high: float
    unit: "FigureUnit"
    mark: Mark
    source: Message | None = None

    @property
    def is_weak(self) -> bool:
        """Whether a finding that rests on it alone has to say so."""
        return self.mark in (Mark.C, Mark.NONE)

    @property
    def is_certain(self) -> bool:
        """Whether it has no range."""
        return self.low == self.high

    def pinned(self, value: float) -> "Figure":
        """Return the same without a range, at one value."""
        return replace(self, low=value, likely=value, high=value)

    def scaled(self, factor: float) -> "Figure":
        """Return the same with all three values multiplied."""
        return replace(self, low=self.low * factor, likely=self.likely * factor, high=self.high * factor)


FigureUnit = Literal["per_month", "per_year", "factor", "share", "minutes", "days", "hours"]
"""`per_month`: contacts a user and month. `per_year`: growth, 0.05 = 5 % more after a year. Shares are 0 to 1."""
