"""Levels of support one after the other: what the first hands on is work of the next, in that one's own hours."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from rollout_kit.capacity.backlog import Backlog, Work, worked_off
from rollout_kit.capacity.level import HALF_HOURS, Level
from rollout_kit.capacity.model import Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Worked:
    """A level by day: contacts that reach it, their hours of work, the hours of its people; and its backlog."""

    level: Level
    contacts: tuple[float, ...]
    demanded: tuple[float, ...]
    able: tuple[float, ...]
    backlog: Backlog


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOn:
    """Contacts handed to a level that is a contract, or of which nothing is known: by day."""

    level: Level
    contacts: tuple[float, ...]


def hours_of_day(question: Question, level: Level, index: int) -> float:
    """Return the hours for contacts that all people of a level have on a day, absences and other duties taken off."""
    open_hours = sum(level.opening[index]) / 60
    if not open_hours or not level.open_hours_per_week:
        return 0.0
    staff = level.staff_on(question.days[index].date)
    each = level.hours_per_week * open_hours / level.open_hours_per_week
    return staff * each * (1 - question.value(level.shrinkage))


def further_levels(question: Question, done: Sequence[float]) -> tuple[tuple[Worked, ...], tuple[HandedOn, ...]]:
    """Return the staffed levels behind the first, and all others; `done` are the contacts it finishes by half hour."""
    worked: list[Worked] = []
    handed: list[HandedOn] = []
    coming = {level.id: [0.0] * len(done) for level in question.levels}
    _hand_on(question, question.first_level, done, coming)
    for level in question.levels[1:]:
        if level.kind == "queue":
            found = _worked(question, level, coming[level.id])
            worked.append(found)
            _hand_on(question, level, found.backlog.done, coming)
        else:
            handed.append(HandedOn(level=level, contacts=by_day(coming[level.id])))
            _hand_on(question, level, coming[level.id], coming)
    return tuple(worked), tuple(handed)


def by_day(values: Sequence[float]) -> tuple[float, ...]:
    """Return the sums of days of values by half hour."""
    return tuple(math.fsum(values[first : first + HALF_HOURS]) for first in range(0, len(values), HALF_HOURS))


def _hand_on(question: Question, level: Level, done: Sequence[float], coming: dict[str, list[float]]) -> None:
    if level.passes_to is None or level.passes_on is None:
        return
    share, there = question.value(level.passes_on), coming[level.passes_to]
    for index, contacts in enumerate(done):
        if contacts:
            there[index] += contacts * share


def _worked(question: Question, level: Level, contacts: Sequence[float]) -> Worked:
    hours_each = question.value(level.handling) / 60 if level.handling else 0.0
    able = [hours_of_day(question, level, index) for index in range(len(question.days))]
    target = level.target.within_hours if level.target else 0.0
    work = Work(contacts=contacts, hours=[number * hours_each for number in contacts])
    demanded = by_day(work.hours)
    return Worked(
        level=level,
        contacts=by_day(contacts),
        demanded=demanded,
        able=tuple(able),
        backlog=worked_off(work, level.opening, _spread(level, able), target),
    )


def _spread(level: Level, able: Sequence[float]) -> list[float]:
    """Return the hours of people by half hour, even over the open minutes of a day."""
    found: list[float] = []
    for hours, opening in zip(able, level.opening, strict=True):
        minutes = sum(opening) or 1
        found.extend(hours * part / minutes for part in opening)
    return found
