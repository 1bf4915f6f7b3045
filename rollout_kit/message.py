"""What is said, before it is said in a language.

A message holds an English text (which is also the key of the catalogues) and named parameters.
It becomes a sentence in `language`, at the moment it is shown; until then it is data that can be
compared, tested and carried through the pipeline.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from enum import Enum


def N_(text: str) -> str:
    """Mark an English text for the catalogues and return it unchanged."""
    return text


class Unit(Enum):
    """A unit of duration as people write it; the value is the English word of the format."""

    SECOND = "s"
    MINUTE = "min"
    HOUR = "h"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"


_MINUTES = {
    Unit.SECOND: 1 / 60,
    Unit.MINUTE: 1.0,
    Unit.HOUR: 60.0,
    Unit.DAY: 1440.0,
    Unit.WEEK: 10080.0,
    Unit.MONTH: 43200.0,  # house value: a month is 30 days where only a length is known
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration:
    """A length of time in the unit it was written in.

    A day is 24 hours here; what "1 day" means on a business clock is decided in `calendars`.
    """

    amount: float
    unit: Unit

    @property
    def minutes(self) -> float:
        """Calendar minutes."""
        return self.amount * _MINUTES[self.unit]

    @property
    def hours(self) -> float:
        """Calendar hours."""
        return self.minutes / 60


def minutes(amount: float) -> Duration:
    """Return a duration of so many minutes."""
    return Duration(amount=amount, unit=Unit.MINUTE)


@dataclass(frozen=True, slots=True)
class Percent:
    """A share of one that is printed as a percentage."""

    share: float


@dataclass(frozen=True, slots=True)
class Spoken:
    """A language by its tag that is printed by its name: French for `fr`."""

    tag: str


@dataclass(frozen=True, slots=True)
class Day:
    """A date that is printed with its weekday in short, as in a table: Mon 11 Jan."""

    date: date


class Source(Enum):
    """Where the words of a message come from."""

    CATALOGUE = "catalogue"  # rollout_kit/locales
    PLAYBOOK = "playbook"  # the texts of the playbook, by key such as tasks.kickoff.name
    VERBATIM = "verbatim"  # the user's own words


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """Something to say, in no language yet.

    `plural` is the English plural text and `count` the name of the parameter that chooses;
    both stay None where a text has one form.
    """

    text: str
    parameters: Mapping[str, "Parameter"] = field(default_factory=dict)
    plural: str | None = None
    count: str | None = None
    source: Source = Source.CATALOGUE

    def __hash__(self) -> int:
        """Hash by text and sorted parameters, so that findings can be bundled."""
        return hash((self.text, self.source, tuple(sorted(self.parameters))))


Parameter = str | int | float | date | time | Duration | Percent | Spoken | Day | Message | tuple["Parameter", ...]


def message(text: str, **parameters: Parameter) -> Message:
    """Return a message of the catalogues."""
    return Message(text=text, parameters=parameters)


def plural_message(singular: str, plural: str, n: int, **parameters: Parameter) -> Message:
    """Return a message of the catalogues whose form follows `n`, which is also its parameter `n`."""
    return Message(text=singular, plural=plural, count="n", parameters={"n": n, **parameters})


def playbook_text(key: str, **parameters: Parameter) -> Message:
    """Return a message that the playbook words, by its key: `tasks.kickoff.name`."""
    return Message(text=key, parameters=parameters, source=Source.PLAYBOOK)


def verbatim(text: str) -> Message:
    """Return the user's own words, never translated and never formatted."""
    return Message(text=text, source=Source.VERBATIM)
