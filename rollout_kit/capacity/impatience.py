"""Erlang A by integrals over the wait that a caller of endless patience would have.

The textbook sums over the number of people waiting. That has no end where patience is long, and its first term
underflows where the target is long; an integral over the wait does neither. Time is in units of the mean patience here.
With x arrivals in it and s contacts that a busy desk completes in it, the waits t > 0 of those who are still there at
their end have the density exp(x (1 - exp(-t)) - (s + 1) t), but for a factor. It has one peak and falls ever faster on
both sides of it, so that a few panels of Gauss give eleven digits for any load.

Source: Baccelli and Hebuterne 1981; Zeltyn and Mandelbaum 2005.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

DROP = 30.0  # a side of the peak ends where the density is exp(-DROP) of what it was
NODES = 16
PANELS = (0.0, 0.25, 1.0)  # parts of a side: narrow where most of it is
SMALL = 0.01  # below it a series of six terms has all digits


@dataclass(frozen=True, slots=True, kw_only=True)
class Shares:
    """Of all contacts: who waits, is answered within the target or not, hangs up, is served; and the served's waits.

    `answered` and `missed` make 1, each with all its digits; `waited` is the sum of the waits of those served, over all
    contacts and in units of the mean patience.
    """

    wait: float
    answered: float
    missed: float
    abandonment: float
    served: float
    waited: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Waits:
    """Integrals of the density over a span of waits t: of itself, times 1 - exp(-t), and times t."""

    present: float = 0.0
    impatient: float = 0.0
    waited: float = 0.0

    def __add__(self, other: "Waits") -> "Waits":
        return Waits(
            present=self.present + other.present,
            impatient=self.impatient + other.impatient,
            waited=self.waited + other.waited,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """Arrivals x, completions s and spare s - x in one mean patience, at a desk with one agent at least.

    `spare` is given apart: near a full load it is known better than as the difference of two large numbers. `idle` is
    how often somebody is free, in units of how often all are busy and nobody waits.
    """

    arrivals: float
    completions: float
    spare: float
    idle: float

    def shares(self, target: float) -> Shares:
        """Return what becomes of the contacts; `target` is in units of the mean patience."""
        early, late = self._split_at(target)
        waits = early + late
        # All in units of the peak of the density; nobody waiting weighs what the density is at 0.
        nobody_waits, at_target = math.exp(self._log_density(0.0)), math.exp(self._log_density(target))
        at_once = self.idle * nobody_waits
        queued = nobody_waits + self.arrivals * waits.present
        everybody = at_once + queued
        missed = at_target + self.arrivals * (late.present + early.impatient) + early.present
        answered = at_once + self.completions * early.present
        hung_up = waits.present + self.arrivals * waits.impatient
        served = at_once + self.completions * waits.present
        return Shares(
            wait=queued / everybody,
            answered=answered / everybody if answered < missed else 1 - missed / everybody,
            missed=missed / everybody if missed < answered else 1 - answered / everybody,
            abandonment=hung_up / everybody if hung_up < served else 1 - served / everybody,
            served=served / everybody if served < hung_up else 1 - hung_up / everybody,
            waited=self.completions * waits.waited / everybody,
        )

    @property
    def _peak(self) -> float:
        """The wait at which the density is largest; 0 where it only falls."""
        return math.log1p(-(self.spare + 1) / (self.completions + 1)) if self.spare < -1 else 0.0

    def _log_density(self, wait: float) -> float:
        """Return the logarithm of the density relative to its peak, which keeps it in the range of floats."""
        peak = self._peak
        if peak:
            return -(self.completions + 1) * _gap(wait - peak)
        return -(self.spare + 1) * wait - self.arrivals * _gap(wait)

    def _split_at(self, target: float) -> tuple[Waits, Waits]:
        """Return the integrals up to `target` and past it, relative to the density at the peak."""
        peak = self._peak
        if target <= peak:
            early = self._side(target, -1, target)
            return early, self._side(peak, -1, peak - target) + self._side(peak, 1, math.inf)
        early = self._side(peak, 1, target - peak)
        if peak:
            early = self._side(peak, -1, peak) + early
        return early, self._side(target, 1, math.inf)

    def _side(self, base: float, sign: int, length: float) -> Waits:
        """Return the integrals over `length` downwards (-1) or upwards (1) from `base`, where the density falls."""
        if not length:
            return Waits()
        bend = self.arrivals * math.exp(-base)
        slope = sign * (self.spare + 1 - self.arrivals * math.expm1(-base))
        if slope < 0 or (base and base == self._peak):
            slope = 0.0  # level at the peak, but for the last digit
        width = min(length, _reach(slope, bend, sign))
        present = away_from_base = hung_up = 0.0
        exp, expm1 = math.exp, math.expm1
        for share, weight in _rule():
            step = width * share
            away = sign * step
            # What _gap() returns; a call for each place would take a fifth of the time.
            gap = away + expm1(-away) if step > SMALL else _gap(away)
            density = weight * exp(-slope * step - bend * gap)
            present += density
            away_from_base += density * step
            hung_up += density * (away - gap)
        scale = width * exp(self._log_density(base))
        return Waits(
            present=present * scale,
            impatient=(exp(-base) * hung_up - math.expm1(-base) * present) * scale,
            waited=(base * present + sign * away_from_base) * scale,
        )


def _gap(away: float) -> float:
    """Return exp(-away) - 1 + away, which is about half the square, without the cancellation."""
    if -SMALL < away < SMALL:
        return away * away / 2 * (1 - away / 3 * (1 - away / 4 * (1 - away / 5 * (1 - away / 6))))
    return away + math.expm1(-away)


def _reach(slope: float, bend: float, sign: int) -> float:
    """Return how far from its base a side still matters: where slope * w + bend * gap(±w) passes DROP, or past that."""
    if sign > 0:
        both = slope + bend
        root = math.sqrt((DROP - 2 * slope) ** 2 + 8 * DROP * both)
        width = 4 * DROP / (2 * slope - DROP + root) if slope > DROP else (DROP - 2 * slope + root) / (2 * both)
    else:
        width = 2 * DROP / (slope + math.sqrt(slope * slope + 2 * bend * DROP))
    for _ in range(2):
        # The fall is convex, so that a step of Newton's from behind the place never jumps over it.
        excess = slope * width + bend * _gap(sign * width) - DROP
        width -= excess / (slope - sign * bend * math.expm1(-sign * width))
    return width


@cache
def _rule() -> tuple[tuple[float, float], ...]:
    """Return places and weights of the Gauss-Legendre panels on a side of length 1."""
    nodes = tuple(_gauss_legendre(NODES))
    return tuple(
        ((start + end) / 2 + (end - start) / 2 * place, (end - start) / 2 * weight)
        for start, end in pairwise(PANELS)
        for place, weight in nodes
    )


def _gauss_legendre(count: int) -> Iterator[tuple[float, float]]:
    for number in range(count):
        place = math.cos(math.pi * (number + 0.75) / (count + 0.5))
        slope = 1.0
        for _ in range(8):
            before, value = 1.0, place
            for degree in range(2, count + 1):
                before, value = value, ((2 * degree - 1) * place * value - (degree - 1) * before) / degree
            slope = count * (before - place * value) / (1 - place * place)
            place -= value / slope
        yield place, 2 / ((1 - place * place) * slope * slope)
