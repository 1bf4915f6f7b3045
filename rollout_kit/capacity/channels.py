"""Channels on which somebody waits: how many are answered in time, half hour by half hour.

Phone and chat are answered by the same people, so that their load is one: contacts of all waiting channels with their
mean handling time, a chat counted by how many are held at once. Load follows arrivals as people stay on the
line (modified offered load, in steps of one minute): a desk that opens is not busy at once. In each half hour
the people there meet the mean load of its minutes; Erlang A where callers hang up, else Erlang C.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from rollout_kit.capacity.erlang import Waiting, required_agents, waiting
from rollout_kit.capacity.level import HalfHours
from rollout_kit.capacity.limits import LEAST_SECONDS, OutOfReach
from rollout_kit.capacity.model import Channel, Question

SECONDS_AN_HOUR = 3600
MINUTE = 60
FINE = 0.002  # step of the logarithm of a rate between which levels are interpolated: off by less than 0.00001
COARSE = 0.05  # the same for people needed, who are looked up more closely where both ends differ
MANY = 100  # people, from whom on the upper end of a fine step does: one in 500 too many


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What so many people make of a rate of contacts.

    `levels` has the share answered in time by channel, None where the queue only grows; `served` the share of contacts
    that neither hang up nor wait without end, `busy` the people who are with somebody in the mean.
    """

    levels: tuple[float | None, ...]
    served: float
    busy: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """The waiting channels of a question as one: their share of all contacts and seconds of a contact, in the mean."""

    channels: tuple[Channel, ...]
    share: float
    handling_seconds: float
    _known: dict[tuple[int, int], Answered] = field(default_factory=dict, init=False, repr=False, compare=False)
    _people: dict[tuple[int, float], int | None] = field(default_factory=dict, init=False, repr=False, compare=False)

    def answered(self, per_hour: float, people: int) -> Answered:
        """Return what people make of so many contacts an hour, between two exact values that lie close together."""
        if per_hour <= 0:
            return Answered(levels=(1.0,) * len(self.channels), served=1.0, busy=0.0)
        place, part = _place(per_hour, FINE)
        low, high = self._at(place, people), self._at(place + 1, people)
        if None in low.levels or None in high.levels:
            return self.answered_exactly(per_hour, people)
        return Answered(
            levels=tuple(_between(one, other, part) for one, other in zip(low.levels, high.levels, strict=True)),
            served=low.served + (high.served - low.served) * part,
            busy=low.busy + (high.busy - low.busy) * part,
        )

    def answered_exactly(self, per_hour: float, people: int) -> Answered:
        """Return what people make of so many contacts an hour."""
        found = [self._waiting(channel, per_hour, people) for channel in self.channels]
        load = per_hour * self.handling_seconds / SECONDS_AN_HOUR
        served = math.fsum(
            _served(one, load, people) * channel.share for one, channel in zip(found, self.channels, strict=True)
        )
        return Answered(
            levels=tuple(one.service_level for one in found),
            served=served / self.share,
            busy=min(float(people), load * served / self.share),
        )

    def needed(self, per_hour: float) -> int | None:
        """Return the fewest people who meet the target of every channel; None where no number does.

        From a hundred people on it may be one in 500 more.
        """
        if per_hour <= 0:
            return 0
        high: int | None = None
        for step in (COARSE, FINE):
            place, _ = _place(per_hour, step)
            low, high = self._needed_at(place, step), self._needed_at(place + 1, step)
            if low == high:
                return low
        return high if high is not None and high > MANY else self._needed(per_hour)

    def _at(self, place: int, people: int) -> Answered:
        key = (place, people)
        if key not in self._known:
            self._known[key] = self.answered_exactly(math.exp(place * FINE), people)
        return self._known[key]

    def _needed_at(self, place: int, step: float) -> int | None:
        key = (place, step)
        if key not in self._people:
            self._people[key] = self._needed(math.exp(place * step))
        return self._people[key]

    def _needed(self, per_hour: float) -> int | None:
        try:
            return max(
                required_agents(
                    arrivals_per_hour=per_hour,
                    handling_seconds=self.handling_seconds,
                    target_seconds=channel.target.within_seconds,
                    target_share=channel.target.share,
                    patience_seconds=channel.patience_seconds,
                )
                for channel in self.channels
            )
        except OutOfReach:
            return None

    def _waiting(self, channel: Channel, per_hour: float, people: int) -> Waiting:
        return waiting(
            arrivals_per_hour=per_hour,
            handling_seconds=self.handling_seconds,
            agents=people,
            target_seconds=channel.target.within_seconds,
            patience_seconds=channel.patience_seconds,
        )


def line_of(question: Question) -> Line | None:
    """Return the waiting channels as one; None where nobody waits on any."""
    channels = tuple(channel for channel in question.channels if channel.is_waiting and channel.share > 0)
    share = math.fsum(channel.share for channel in channels)
    if not share:
        return None
    seconds = math.fsum(channel.share * contact_minutes(question, channel) * MINUTE for channel in channels) / share
    return Line(channels=channels, share=share, handling_seconds=max(seconds, LEAST_SECONDS))


def contact_minutes(question: Question, channel: Channel) -> float:
    """Return the minutes of a person that a contact takes: a chat only its part of those held at once."""
    at_once = question.value(channel.concurrency) if channel.concurrency else 1.0
    return question.value(channel.handling) / max(1.0, at_once)


def people_answering(question: Question, index: int) -> int:
    """Return how many whole people answer at the same time on a day: those there who are neither away nor busy.

    Where somebody is on the roster, one at least: a single person is there, or the desk is closed. Nobody where no
    channel has anybody waiting.
    """
    if not any(channel.is_waiting and channel.share for channel in question.channels):
        return 0
    desk = question.first_level
    staff = desk.staff_on(question.days[index].date)
    part = min(1.0, desk.hours_per_week / desk.open_hours_per_week) if desk.open_hours_per_week else 0.0
    there = math.floor(round(staff * part * (1 - question.value(desk.shrinkage)), 9))
    return max(there, 1 if staff >= 1 else 0)


def offered_load(arrivals: Sequence[float], opening: HalfHours, handling_seconds: float, before: float) -> list[float]:
    """Return the mean load, in erlang, of each half hour of a day and, last, that with which the day ends.

    `arrivals` come within the open minutes of a half hour; `before` is the load as the day begins.
    """
    keeps = math.exp(-MINUTE / handling_seconds)
    load, found = before, []
    for contacts, minutes in zip(arrivals, opening, strict=True):
        if not minutes:
            load *= keeps**30
            found.append(0.0)
            continue
        settled = contacts * handling_seconds / (minutes * MINUTE)
        left = (load - settled) * keeps**minutes
        mean = (load - settled) * keeps * (1 - keeps**minutes) / (1 - keeps) / minutes if keeps < 1 else load - settled
        found.append(settled + mean)
        load = (settled + left) * keeps ** (30 - minutes)
    return [*found, load]


def _place(per_hour: float, step: float) -> tuple[int, float]:
    exact = math.log(per_hour) / step
    place = math.floor(exact)
    return place, exact - place


def _between(low: float | None, high: float | None, part: float) -> float | None:
    return None if low is None or high is None else low + (high - low) * part


def _served(found: Waiting, load: float, people: int) -> float:
    """Return the share that is served, of a queue that only grows no more than people can do."""
    return people / load if found.abandonment is None else 1 - found.abandonment
