"""What the capacity model is asked: users, contacts, people and hours as numbers, day by day.

A `Question` holds everything that the model reckons with, so that nothing in this room reads a description twice. It is
made by `question.question_of`, and varied by its own methods or `dataclasses.replace`.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from rollout_kit.capacity.defaults import TICKET_TARGET, TICKET_TARGET_SOURCE
from rollout_kit.capacity.figures import Figure, Mark
from rollout_kit.capacity.level import ExtraStaff, Level, Target
from rollout_kit.finding import KeyPath
from rollout_kit.message import message

Shares = tuple[float, ...]
"""Weights of the 48 half hours of a day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day of the horizon, on the customer's calendar.

    `is_open`: whether the first level is open at all; ten of these in a row that miss a target mean outgrown.
    `is_free_to_move`: whether a wave may begin on it: both houses work and no freeze covers it.
    """

    date: date
    is_open: bool
    is_free_to_move: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where users work: the part of them, 0 to 1, that is at work on each day of the horizon.

    One value a day for before noon and one for after it: 0 on a day off of the site, afternoons 0 on half a day off.
    Contacts of a day off are not made up for later: who does not work meets no trouble. `site` None stands for
    all sites together, weighed by their users.
    """

    site: str | None
    mornings: tuple[float, ...]
    afternoons: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wave:
    """Users who begin on `date`, inclusive; `site` names the `Place` they belong to.

    A description without waves has one with all users on the day of go-live, which `is_stated` tells.
    """

    date: date
    users: float
    site: str | None = None
    is_stated: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """A way in which contacts come: on phone and chat somebody waits (`is_waiting`), all others are tickets.

    `share` of all contacts; those of a question sum to 1. `handling` and `concurrency` are names of figures: minutes of
    a contact, and by how many times chats at once multiply a person (1 for all others). Without `patience_seconds`
    nobody hangs up.
    """

    id: str
    share: float
    is_waiting: bool
    handling: str
    target: Target
    concurrency: str | None = None
    patience_seconds: float | None = None


OUR_TICKET_TARGET = Target(
    share=TICKET_TARGET.share,
    within_seconds=TICKET_TARGET.within.minutes * 60,
    mark=Mark.C,
    source=message(TICKET_TARGET_SOURCE),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Everything the model needs. Days are those of the customer's calendar; `days[0]` is `starts_on`.

    `starts_on` is the first wave or go-live, whichever is earlier; the horizon counts from there. `users_before` are
    live from the first day on, without a surplus: users whom no wave names. `user_hours` weighs the 48 half hours of
    each weekday, Monday first, by how many contacts users have in them, the peak hour left aside; `peak_half_hours` are
    the two of it. `weekday_weights` sum to 1 and leave `busiest_weekday` aside too, which is None where users are there
    on no such day.
    `assumed` are keys, other than those of figures and targets, for which ours stand (hours, channels, horizon).
    `hypercare_days`: as long a breach is agreed to be a spike; None is not stated.
    `resets_share` is the share of contacts that are forgotten passwords, where it is told.
    """

    starts_on: date
    days: tuple[Day, ...]
    is_horizon_cut: bool
    users_before: float
    waves: tuple[Wave, ...]
    places: tuple[Place, ...]
    user_hours: tuple[Shares, ...]
    peak_half_hours: tuple[tuple[int, int] | None, ...]
    weekday_weights: tuple[float, ...]
    busiest_weekday: int | None
    channels: tuple[Channel, ...]
    levels: tuple[Level, ...]
    figures: tuple[Figure, ...]
    assumed: tuple[KeyPath, ...] = ()
    hypercare_days: int | None = None
    resets_share: float | None = None
    has_self_service: bool | None = None

    def figure(self, name: str) -> Figure:
        """Return a figure by its name.

        Raises:
            KeyError: the question has no such figure.
        """
        for figure in self.figures:
            if figure.name == name:
                return figure
        raise KeyError(name)

    def value(self, name: str) -> float:
        """Return the likely value of a figure."""
        return self.figure(name).likely

    def level(self, id: str) -> Level:
        """Return a level by its id; KeyError where there is none."""
        for level in self.levels:
            if level.id == id:
                return level
        raise KeyError(id)

    def place_of(self, wave: Wave) -> Place:
        """Return where the users of a wave work: their site, or all sites where it names none that is known."""
        return next((place for place in self.places if place.site == wave.site), self.places[0])

    @property
    def ticket_target(self) -> Target:
        """The strictest target of tickets, by its time; ours where nothing comes as a ticket but calls out of hours."""
        targets = [channel.target for channel in self.channels if not channel.is_waiting]
        return min(targets, key=lambda target: target.within_seconds, default=OUR_TICKET_TARGET)

    @property
    def first_level(self) -> Level:
        """The level that contacts reach first."""
        return self.levels[0]

    @property
    def ends_on(self) -> date:
        """The last day of the horizon."""
        return self.days[-1].date

    @property
    def weak_figures(self) -> tuple[Figure, ...]:
        """Figures that are ours or one practitioner's, in order."""
        return tuple(figure for figure in self.figures if figure.is_weak)

    def index_of(self, day: date) -> int:
        """Return the index in `days` of a day, which may lie outside: below 0 or past the end."""
        return (day - self.starts_on) // timedelta(days=1)

    def with_figure(self, name: str, value: float) -> "Question":
        """Return the question with a figure pinned to a value, its range gone."""
        return self.with_figures(self.figure(name).pinned(value))

    def with_figures(self, *changed: Figure) -> "Question":
        """Return the question with figures in the place of those of their names."""
        by_name = {figure.name: figure for figure in changed}
        return replace(self, figures=tuple(by_name.get(figure.name, figure) for figure in self.figures))

    def with_level(self, level: Level) -> "Question":
        """Return the question with a level in the place of that of its id."""
        return replace(self, levels=tuple(level if one.id == level.id else one for one in self.levels))

    def with_staff(self, id: str, more: float, from_date: date | None = None, until: date | None = None) -> "Question":
        """Return the question with so many people more at a level, both days inclusive."""
        return self.with_level(self.level(id).with_extra(ExtraStaff(more=more, starts_on=from_date, ends_on=until)))

    def with_hours(self, id: str, first: int, end: int) -> "Question":
        """Return the question with a level open from minute `first` to before `end` of each day on which it is open."""
        return self.with_level(self.level(id).open_between(first, end))

    def with_waves(self, waves: tuple[Wave, ...]) -> "Question":
        """Return the question with other waves; the horizon stays, so that variants can be compared."""
        return replace(self, waves=tuple(sorted(waves, key=lambda wave: wave.date)))

    def with_wave_moved(self, index: int, to: date) -> "Question":
        """Return the question with one wave on another day."""
        moved = replace(self.waves[index], date=to)
        return self.with_waves((*self.waves[:index], moved, *self.waves[index + 1 :]))

    def with_wave_split(self, index: int, to: date) -> "Question":
        """Return the question with half the users of a wave on another day."""
        half = replace(self.waves[index], users=self.waves[index].users / 2)
        return self.with_waves((*self.waves[:index], half, replace(half, date=to), *self.waves[index + 1 :]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Untold:
    """No number can be told: keys that are `missing`, and keys whose number is `beyond` what the model reckons with."""

    missing: tuple[KeyPath, ...] = ()
    beyond: tuple[KeyPath, ...] = ()
