"""A level of support behind the first in one run, and what every level's run says.

It reckons as `tiers` does, by whole days: work that comes in is done through the day.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rollout_kit.capacity.draws import STEPS_A_CONTACT
from rollout_kit.capacity.level import Level
from rollout_kit.capacity.model import Question
from rollout_kit.capacity.one_run import backs, counts, queue, too_old, work

Values = Mapping[str, float]
"""What each figure is in a run, by its name."""
Days = Sequence[float]


@dataclass(frozen=True, slots=True, kw_only=True)
class TierRun:
    """A staffed level in one run, by day: hours of work that come in, hours of people, and hours that wait at the end.

    `missed` is 1 where the oldest has waited too long; `done` are the contacts finished.
    """

    demanded: Days
    able: Days
    waiting: Days
    missed: bytes
    done: Days


class Further:
    """A level behind the first, on the days that are walked through."""

    def __init__(self, question: Question, level: Level, days: Sequence[int]) -> None:
        """Work out what is the same in all runs."""
        self.level = level
        hours = open_hours(level, days)
        staff = [level.staff_on(question.days[index].date) for index in days]
        self._have = [number * hours_of_one(level, each) for number, each in zip(staff, hours, strict=True)]
        self._backs = backs(hours, level.target.within_hours if level.target else math.inf)

    def run(self, coming: Days, values: Values, draws: Days, work_draws: Days) -> TierRun:
        """Return the level's run; `coming` are the contacts to be expected on each day."""
        steps = [number * STEPS_A_CONTACT for number in coming]
        keeps = 1 - values[self.level.shrinkage]
        hours = [values[self.level.handling] / 60 if self.level.handling else 0.0] * len(self._have)
        come = work(counts(steps, draws), hours, work_draws)
        able = [number * keeps for number in self._have]
        waiting = queue(come, able)
        return TierRun(
            demanded=come,
            able=able,
            waiting=waiting,
            missed=too_old(come, waiting, self._backs),
            done=finished(come, waiting, hours) if self.level.passes_to else (),
        )


def finished(come: Days, waiting: Days, contact_hours: Days) -> list[float]:
    """Return the contacts of which the work is done on each day: what came in, less by what more is waiting."""
    before = [0.0, *waiting]
    return [
        (left + hours - still) / each if each else 0.0
        for left, hours, still, each in zip(before, come, waiting, contact_hours, strict=False)
    ]


def open_hours(level: Level, days: Sequence[int]) -> list[float]:
    """Return the hours in which a level is open on each day."""
    return [sum(level.opening[index]) / 60 for index in days]


def hours_of_one(level: Level, hours: float) -> float:
    """Return the hours of one person for contacts, before shrinkage, on a day with so many hours open."""
    return level.hours_per_week * hours / level.open_hours_per_week if level.open_hours_per_week else 0.0
