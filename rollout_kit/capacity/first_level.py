"""The first level: people answer the phone, and do tickets in the time that is left.

Who finds the desk closed, hangs up, or would wait without end, writes instead: a ticket with the minutes of its
channel, so that no work is lost. For tickets people have the hours of those who are not held by the phone, and a part
(`blending`) of the time in which the others wait for a call, because interrupted work loses time.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rollout_kit.capacity import figures as named
from rollout_kit.capacity.answers import PhoneDay
from rollout_kit.capacity.backlog import Backlog, Work, worked_off
from rollout_kit.capacity.calls import NO_CALLS, Calls, Rush, hours_of
from rollout_kit.capacity.channels import contact_minutes, line_of, offered_load, people_answering
from rollout_kit.capacity.demand import DayDemand
from rollout_kit.capacity.level import HALF_HOUR_MINUTES, HALF_HOURS, HalfHours
from rollout_kit.capacity.model import Question
from rollout_kit.capacity.tiers import Worked, hours_of_day

SECONDS_AN_HOUR = 3600
BUSY_ON_THE_PHONE = 0.5  # house value, of people held by it: 47 to 60 % at the help desk of a rollout, AFIT 2011


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstLevel:
    """The first level over all days: its phone, None where nobody waits; its work; contacts done by half hour.

    `phone_use`: the calls of the worst day divided by the most that the people there could take without missing the
    target; infinite where even few are too many, None where nobody waits on any channel.
    """

    phones: tuple[PhoneDay | None, ...]
    phone_use: float | None
    worked: Worked
    done: tuple[float, ...]


def first_level_of(question: Question, demand: Sequence[DayDemand]) -> FirstLevel:
    """Return what becomes of all contacts at the first level."""
    desk = _Desk(question)
    for index, day in enumerate(demand):
        desk.live_through(index, day)
    return desk.told()


def hours_for_tickets(have: float, ready: float, offered: float, calls: float, blending: float) -> float:
    """Return the hours of a day for tickets, of people who have `have` hours in all, `calls` of them with callers.

    `offered` are the hours of all who call, those included who hang up. `ready` are those in which somebody has to be
    there for a call, 0 where nobody answers. The phone holds one person for all of them, more people as long as callers
    keep them busy half the time. Somebody who does it beside another job has gaps enough, and no more hours than are
    left.
    """
    rest = have - calls
    if rest <= 0:
        return 0.0
    there = have if have > ready else ready  # no max() and min(): a simulation walks through here
    held = offered / BUSY_ON_THE_PHONE
    held = ready if held < ready else held if held < there else there
    left = there - held + blending * (held - calls)
    return left if left < rest else rest


class _Desk:
    """The first level, walked through day by day; everything is kept by half hour of all days."""

    def __init__(self, question: Question) -> None:
        self._question, self._line = question, line_of(question)
        self._opening = question.first_level.opening
        self._blending = question.value(named.BLENDING)
        self._most_occupancy = question.value(named.MOST_OCCUPANCY)
        tickets = [channel for channel in question.channels if not channel.is_waiting]
        self._ticket_share = math.fsum(channel.share for channel in tickets)
        self._ticket_hours = math.fsum(channel.share * contact_minutes(question, channel) for channel in tickets) / 60
        self._load = 0.0
        self._worst: tuple[tuple[float, float], Rush] | None = None
        self._phones: list[PhoneDay | None] = []
        self._contacts: list[float] = []
        self._hours: list[float] = []
        self._able: list[float] = []
        self._served: list[float] = []
        self._all: list[float] = []
        self._demanded: list[float] = []
        self._able_by_day: list[float] = []

    def live_through(self, index: int, demand: DayDemand) -> None:
        opening, contacts = self._opening[index], demand.by_half_hour()
        people = people_answering(self._question, index) if any(opening) else 0
        have = hours_of_day(self._question, self._question.first_level, index)
        calls = self._within(self._calls(contacts, opening, people), have, opening)
        share, hours = self._call()
        written = [number * share - served for number, served in zip(contacts, calls.served, strict=True)]
        self._contacts.extend(
            number * self._ticket_share + more for number, more in zip(contacts, written, strict=True)
        )
        self._hours.extend(
            number * self._ticket_hours + more * hours for number, more in zip(contacts, written, strict=True)
        )
        self._able.extend(self._hours_for_tickets(index, have, people, calls))
        self._able_by_day.append(math.fsum(self._able[-HALF_HOURS:]) + hours_of(calls.busy, opening))
        self._served.extend(calls.served)
        self._phones.append(calls.phone)
        self._all.append(math.fsum(contacts))
        self._demanded.append(math.fsum(contacts) * (self._ticket_hours + share * hours))

    def told(self) -> FirstLevel:
        desk, target = self._question.first_level, self._question.ticket_target.within_hours
        work = Work(contacts=self._contacts, hours=self._hours)
        backlog: Backlog = worked_off(work, self._opening, self._able, target)
        return FirstLevel(
            phones=tuple(self._phones),
            phone_use=self._worst[1].use() if self._worst else None,
            worked=Worked(
                level=desk,
                contacts=tuple(self._all),
                demanded=tuple(self._demanded),
                able=tuple(self._able_by_day),
                backlog=backlog,
            ),
            done=tuple(calls + tickets for calls, tickets in zip(self._served, backlog.done, strict=True)),
        )

    def _call(self) -> tuple[float, float]:
        """Return the share of calls in all contacts, and their hours."""
        return (self._line.share, self._line.handling_seconds / SECONDS_AN_HOUR) if self._line else (0.0, 0.0)

    def _calls(self, contacts: Sequence[float], opening: HalfHours, people: int) -> Calls:
        if self._line is None or not any(opening):
            self._load = 0.0
            return Calls(
                phone=None, margin=NO_CALLS, offered_hours=0.0, busy=[0.0] * HALF_HOURS, served=[0.0] * HALF_HOURS
            )
        share = self._line.share / HALF_HOUR_MINUTES
        arrivals = [number * minutes * share for number, minutes in zip(contacts, opening, strict=True)]
        *loads, self._load = offered_load(arrivals, opening, self._line.handling_seconds, self._load)
        rush = Rush(self._line, arrivals, loads, opening, people, self._most_occupancy)
        calls = rush.calls()
        if self._worst is None or calls.margin < self._worst[0]:
            self._worst = calls.margin, rush
        return calls

    def _within(self, calls: Calls, have: float, opening: HalfHours) -> Calls:
        """Return the calls, only as many of them taken as people have hours for: the others write instead."""
        busy = hours_of(calls.busy, opening)
        if self._line is None or calls.phone is None or busy <= have:
            return calls
        part, level = have / busy, calls.phone.level
        share = None if level is None else level * part
        most = max(channel.target.share for channel in self._line.channels)
        phone = replace(calls.phone, level=share, is_met=calls.phone.is_met and share is not None and share >= most)
        return replace(
            calls,
            phone=phone,
            busy=[number * part for number in calls.busy],
            served=[number * part for number in calls.served],
        )

    def _hours_for_tickets(self, index: int, have: float, people: int, calls: Calls) -> list[float]:
        """Return the hours for tickets by half hour: shared out by who is there and not on the phone."""
        opening, busy, offered = self._opening[index], calls.busy, calls.offered_hours
        open_hours = sum(opening) / 60
        if not have:
            return [0.0] * HALF_HOURS
        there = max(float(people), have / open_hours)
        idle = [max(0.0, there - now) * minutes / 60 for now, minutes in zip(busy, opening, strict=True)]
        ready = open_hours if people else 0.0
        able = hours_for_tickets(have, ready, offered if people else 0.0, hours_of(busy, opening), self._blending)
        whole = math.fsum(idle) or 1.0
        return [able * part / whole for part in idle]
