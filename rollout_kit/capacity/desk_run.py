"""The first level in one run: its phone, and its tickets beside it.

It reckons as `first_level` does, by whole days. Days that are alike (roster, opening, when contacts come) are one kind,
of which a run works out once how many contacts the phone can take. Who hangs up counts as work all the same:
it comes again another way.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from operator import add, gt, mul, sub

from rollout_kit.capacity import figures as named
from rollout_kit.capacity.channels import Line, line_of
from rollout_kit.capacity.course import Course
from rollout_kit.capacity.draws import STEPS_A_CONTACT
from rollout_kit.capacity.first_level import hours_for_tickets
from rollout_kit.capacity.level import HALF_HOUR_MINUTES, HalfHours
from rollout_kit.capacity.limits import LEAST_SECONDS
from rollout_kit.capacity.model import Channel, Question
from rollout_kit.capacity.one_run import backs, counts, queue, too_old, work
from rollout_kit.capacity.phone_table import Ceilings, PhoneDay, between
from rollout_kit.capacity.tier_runs import Days, TierRun, Values, finished, hours_of_one, open_hours

SECONDS_A_MINUTE, SECONDS_AN_HOUR = 60, 3600
FEW_PEOPLE, STEP = 40, 1.05  # house values: above, between two of such steps a straight line is as good


class Desk:
    """The first level on the days that are walked through."""

    def __init__(self, question: Question, course: Course, like: "Desk | None" = None) -> None:
        """Work out what is the same in all runs; what the phone can take is known from a desk of the same course."""
        self._level, self._line = question.first_level, line_of(question)
        self._most_busy = question.value(named.MOST_OCCUPANCY)
        self._tickets = [channel for channel in question.channels if not channel.is_waiting]
        self._ticket_share = math.fsum(channel.share for channel in self._tickets)
        kinds = _kinds(question, course, self._line.share if self._line else 0.0)
        self._kinds = list(dict.fromkeys(kinds))
        numbers = {kind: number for number, kind in enumerate(self._kinds)}
        self._kind_of = [numbers[kind] for kind in kinds]
        self._calls = [kind.calls * STEPS_A_CONTACT for kind in kinds]
        self._late_and_tickets = [(kind.late + self._ticket_share) * STEPS_A_CONTACT for kind in kinds]
        self._backs = backs(open_hours(self._level, course.days), question.ticket_target.within_hours)
        self.ceilings: Ceilings | None = like.ceilings if like else _ceilings(question, self._line)
        self._most: dict[tuple[int, int], tuple[float, ...]] = {}

    def run(
        self, contacts: Days, values: Values, call_draws: Days, draws: Days, work_draws: Days
    ) -> tuple[TierRun, bytes]:
        """Return the level's run, and 1 for each day on which phone or chat miss their target."""
        seconds = call_seconds(self._line, values) if self._line else 0.0
        call_hours, kinds = seconds / SECONDS_AN_HOUR, self._kinds_now(values, seconds)
        days = list(map(kinds.__getitem__, self._kind_of))
        each = [day.ticket_hours for day in days]
        calls = counts(list(map(mul, contacts, self._calls)), call_draws)
        offered = [number * call_hours for number in calls]
        busy = _answered(offered, days)
        written = work(counts(list(map(mul, contacts, self._late_and_tickets)), draws), each, work_draws)
        come = written if busy is offered else list(map(sub, map(add, written, offered), busy))
        able = _for_tickets(days, offered, busy, values[named.BLENDING])
        waiting = queue(come, able)
        return TierRun(
            demanded=list(map(add, written, offered)),
            able=list(map(add, able, busy)),
            waiting=waiting,
            missed=too_old(come, waiting, self._backs),
            done=list(map(add, finished(come, waiting, each), calls)) if self._level.passes_to else (),
        ), bytes(map(gt, contacts, [day.ceiling for day in days]))

    def _kinds_now(self, values: Values, seconds: float) -> "list[_KindNow]":
        """Return what each kind of day is with the figures of a run, a call taking so many seconds."""
        level, keeps = self._level, 1 - values[self._level.shrinkage]
        part = min(1.0, level.hours_per_week / level.open_hours_per_week) if level.open_hours_per_week else 0.0
        tickets = math.fsum(channel.share * values[channel.handling] / 60 for channel in self._tickets)
        place = self.ceilings.place(seconds) if self.ceilings else (0, 0.0)
        found = []
        for number, kind in enumerate(self._kinds):
            there = max(math.floor(round(kind.staff * part * keeps, 9)), 1 if kind.staff >= 1 else 0)
            have = kind.hours * keeps
            answering = min(there * kind.open_hours, have) if self._line else 0.0
            share = kind.late + self._ticket_share
            found.append(
                _KindNow(
                    ceiling=min(between(self._most_of(number, there), place), self._taken(kind, have, seconds)),
                    ticket_hours=(tickets + kind.late * seconds / SECONDS_AN_HOUR) / share if share else 0.0,
                    have=have,
                    answering=answering,
                    ready=kind.open_hours if answering else 0.0,
                )
            )
        return found

    def _taken(self, kind: "_Kind", have: float, seconds: float) -> float:
        """Return the contacts of a day of which people have hours for so many calls that their targets can be kept."""
        hours = kind.calls * seconds / SECONDS_AN_HOUR
        if self._line is None or not hours:
            return math.inf
        most = max(channel.target.share for channel in self._line.channels)
        return have / hours / most if most else math.inf

    def _most_of(self, number: int, there: int) -> tuple[float, ...]:
        """Return the most contacts of a kind of day with so many people, by handling time; many people by steps."""
        if not self.ceilings:
            return (math.inf,)
        if (number, there) not in self._most:
            self._most[number, there] = self._worked_out(number, there)
        return self._most[number, there]

    def _worked_out(self, number: int, there: int) -> tuple[float, ...]:
        if there <= FEW_PEOPLE:
            return self._exactly(number, there)
        step = math.floor(math.log(there / FEW_PEOPLE) / math.log(STEP))
        low, high = round(FEW_PEOPLE * STEP**step), round(FEW_PEOPLE * STEP ** (step + 1))
        pairs = zip(self._exactly(number, low), self._exactly(number, high), strict=True)
        part = (there - low) / (high - low)
        return tuple(before if before == after else before + (after - before) * part for before, after in pairs)

    def _exactly(self, number: int, there: int) -> tuple[float, ...]:
        kind = self._kinds[number]
        day = PhoneDay(opening=kind.opening, shape=kind.shape, people=there, most_occupancy=self._most_busy)
        return self.ceilings.of(day) if self.ceilings else (math.inf,)


def call_seconds(line: Line, values: Values) -> float:
    """Return the seconds of a person that a contact takes on the waiting channels, in the mean of all."""
    total = math.fsum(channel.share * _minutes(channel, values) for channel in line.channels)
    return max(total * SECONDS_A_MINUTE / line.share, LEAST_SECONDS)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kind:
    """Days that are alike for the desk.

    `hours` are those of all on the roster, before shrinkage. `calls` are the part of all contacts that call while it is
    open, `late` that which finds it closed and is a ticket then.
    """

    staff: float
    hours: float
    opening: HalfHours
    open_hours: float
    shape: tuple[float, ...]
    calls: float
    late: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _KindNow:
    """The same in one run: more contacts than `ceiling` miss a target. `ticket_hours` are those of one ticket.

    Hours of people in all (`have`), of those who answer, and in which somebody has to be there for a call (`ready`).
    """

    ceiling: float
    ticket_hours: float
    have: float
    answering: float
    ready: float


def _answered(offered: Days, days: Sequence[_KindNow]) -> Days:
    """Return the hours with callers: all that are offered, as long as people are there for them."""
    if max(offered, default=0.0) <= min((day.answering for day in days), default=0.0):
        return offered
    return [hours if hours < day.answering else day.answering for hours, day in zip(offered, days, strict=True)]


def _for_tickets(days: Sequence[_KindNow], offered: Days, busy: Days, blending: float) -> list[float]:
    """Return the hours of people for tickets, where so many are with callers."""
    return [
        hours_for_tickets(day.have, day.ready, calls if day.ready else 0.0, now, blending)
        for day, calls, now in zip(days, offered, busy, strict=True)
    ]


def _kinds(question: Question, course: Course, call_share: float) -> list[_Kind]:
    level, found = question.first_level, []
    known: dict[tuple[float, int, int], _Kind] = {}
    for index, shape in zip(course.days, course.shapes, strict=True):
        key = (level.staff_on(question.days[index].date), id(level.opening[index]), id(shape))
        if key not in known:
            known[key] = _kind(key[0], level.opening[index], shape, call_share, question)
        found.append(known[key])
    return found


def _kind(staff: float, opening: HalfHours, shape: tuple[float, ...], call_share: float, question: Question) -> _Kind:
    hours = sum(opening) / 60
    inside = math.fsum(part * minutes / HALF_HOUR_MINUTES for part, minutes in zip(shape, opening, strict=True))
    return _Kind(
        staff=staff,
        hours=staff * hours_of_one(question.first_level, hours),
        opening=opening,
        open_hours=hours,
        shape=shape,
        calls=call_share * inside,
        late=call_share * (1 - inside) if any(shape) else 0.0,
    )


def _ceilings(question: Question, line: Line | None) -> Ceilings | None:
    """Return the table of what the phone can take, from the shortest to the longest contacts of any run."""
    if line is None:
        return None
    shortest = {one.name: one.high if one.name.startswith("concurrency") else one.low for one in question.figures}
    longest = {one.name: one.low if one.name.startswith("concurrency") else one.high for one in question.figures}
    return Ceilings(line, call_seconds(line, shortest), call_seconds(line, longest))


def _minutes(channel: Channel, values: Values) -> float:
    at_once = values[channel.concurrency] if channel.concurrency else 1.0
    return values[channel.handling] / max(1.0, at_once)
