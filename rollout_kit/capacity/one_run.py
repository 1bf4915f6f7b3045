"""One run of the simulation: counts and work of each day as the dice say, and a level's queue of work.

A list has one value for each day on which anything happens. Work comes in evenly while a level is open, waits in hours
of work, and is done first in, first out. These loops are walked a hundred thousand times for one outlook.
"""

import math
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from rollout_kit.capacity.draws import BENT_PLACES, FEW_CONTACTS, INVERTED_BELOW, NORMAL_PLACES, STEPS_A_CONTACT

WORK_VARIATION = 1.0  # house value: the work of one ticket varies by its mean, as that of a call is taken to
_KNOWN_COUNTS = 512


class Back(NamedTuple):
    """Where in a level's days the moment lies that is its longest wait before the end of a day.

    `day` is an index, `part` how much of that day's work had come in by then. A wait that reaches behind the first day
    has `day` -1.
    """

    day: int
    part: float


def counts(steps: Sequence[float], draws: Sequence[float]) -> list[int]:
    """Return how many contacts come on each day, from rates in `STEPS_A_CONTACT`: as `draws.contacts`, written out."""
    few, fewest = FEW_CONTACTS, INVERTED_BELOW * STEPS_A_CONTACT
    if max(steps, default=0.0) < fewest:  # no bytecode is walked through for a day
        return list(map(bisect_right, map(few.__getitem__, map(round, steps)), draws))
    bent, sqrt, size = BENT_PLACES, math.sqrt, STEPS_A_CONTACT
    return [
        bisect_right(few[round(step)], draw)
        if step < fewest
        else int(step / size + sqrt(step / size) * (place := bent[int(draw * NORMAL_PLACES)])[0] + place[1])
        for step, draw in zip(steps, draws, strict=True)
    ]


def work(numbers: Iterable[int], contact_hours: Iterable[float], normals: Iterable[float]) -> list[float]:
    """Return the hours of work of so many contacts a day: lognormal, with the spread of a sum of that many."""
    spread, known, exp = _SPREADS, _KNOWN_COUNTS, math.exp
    return [
        number * hours * exp((wide := spread[number] if number < known else _spread(number)) * (normal - wide / 2))
        for number, hours, normal in zip(numbers, contact_hours, normals, strict=True)
    ]


def queue(work_hours: Sequence[float], able_hours: Iterable[float]) -> list[float]:
    """Return the hours of work that wait at the end of each day, where so many can be done a day."""
    waiting, left = [], 0.0
    for comes, able in zip(work_hours, able_hours, strict=True):
        left += comes - able
        if left < 0:
            left = 0.0
        waiting.append(left)
    return waiting


def too_old(work_hours: Sequence[float], waiting: Sequence[float], backs: Sequence[Back]) -> bytes:
    """Return 1 for each day at whose end more waits than has come in within the longest wait."""
    missed = bytearray(len(waiting))
    if any(waiting):
        come = list(accumulate(work_hours, initial=0.0))
        for index in [index for index, left in enumerate(waiting) if left]:
            day, part = backs[index]
            missed[index] = day >= 0 and waiting[index] > come[index + 1] - come[day] - part * work_hours[day]
    return bytes(missed)


def backs(open_hours: Sequence[float], longest_hours: float) -> tuple[Back, ...]:
    """Return, for each day of a level, where the longest wait before its end begins; days may be closed (0 hours)."""
    opened = list(accumulate(open_hours, initial=0.0))
    return tuple(_back(opened, end - longest_hours) for end in opened[1:])


def _back(opened: Sequence[float], moment: float) -> Back:
    if moment < 0:
        return Back(day=-1, part=0.0)
    day = min(bisect_right(opened, moment) - 1, len(opened) - 2)
    hours = opened[day + 1] - opened[day]
    return Back(day=day, part=min(1.0, (moment - opened[day]) / hours) if hours else 1.0)


def _spread(number: int) -> float:
    return math.sqrt(math.log1p(WORK_VARIATION**2 / number)) if number else 0.0


_SPREADS = tuple(_spread(number) for number in range(_KNOWN_COUNTS))
