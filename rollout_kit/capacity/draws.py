"""The dice of the simulation: the same throw for a run, a purpose and a day, whatever else is changed.

A change of the structure ("one person more") meets the very days that the structure without it met, so that
two results differ by the change and not by luck (common random numbers). Hence every stream is derived from
seed, run and purpose, never from the order of calls; and a figure's value rises with its throw.
"""

import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from random import Random

MOST_RUNS = 1_000_000
STEPS_A_CONTACT = 64  # rates are counted in 64ths of a contact a day; house value, off by 1/128 at most
INVERTED_BELOW = 30  # contacts a day; above, a normal with its skew is indistinguishable
_NORMAL_PLACES = 4096  # a standard normal by the middles of as many equal shares


class Purpose(IntEnum):
    """What a stream of a run is for; numbers never change, or a seed would give another answer."""

    FIGURES = 0
    DEMAND = 1
    CALLS = 2
    TICKETS = 3
    TICKET_WORK = 4
    PASSED = 5
    PASSED_WORK = 6


_PURPOSES = len(Purpose)


@dataclass(frozen=True, slots=True, kw_only=True)
class DayDraws:
    """What one run meets day by day: shares of one for counts, standard normals for work."""

    calls: Sequence[float]
    tickets: Sequence[float]
    ticket_work: Sequence[float]
    passed: Sequence[float]
    passed_work: Sequence[float]


def stream(seed: int, run: int, purpose: Purpose) -> Random:
    """Return the stream of one purpose in one run; runs are numbered below `MOST_RUNS`."""
    return Random((abs(seed) * MOST_RUNS + run) * _PURPOSES + purpose)


def day_draws(seed: int, run: int, days: int) -> DayDraws:
    """Return what a run meets on each day of the horizon."""
    return DayDraws(
        calls=_shares(stream(seed, run, Purpose.CALLS), days),
        tickets=_shares(stream(seed, run, Purpose.TICKETS), days),
        ticket_work=_normals(stream(seed, run, Purpose.TICKET_WORK), days),
        passed=_shares(stream(seed, run, Purpose.PASSED), days),
        passed_work=_normals(stream(seed, run, Purpose.PASSED_WORK), days),
    )


def figure_shares(seed: int, run: int, figures: int) -> list[float]:
    """Return one throw between 0 and 1 for each uncertain figure of a run, in the order of their places."""
    return _shares(stream(seed, run, Purpose.FIGURES), figures)


def demand_factor(seed: int, run: int, variation: float) -> float:
    """Return by how much a run's demand differs from what is likely: mean 1, `variation` as its standard deviation.

    Gamma: what real arrivals show beyond chance (Aldor-Noiman, Feigin, Mandelbaum 2009).
    """
    if variation <= 0:
        return 1.0
    shape = 1 / variation**2
    return stream(seed, run, Purpose.DEMAND).gammavariate(shape, 1 / shape)


def triangular(share: float, low: float, likely: float, high: float) -> float:
    """Return the value below which a triangular figure lies with a likelihood of `share`."""
    width = high - low
    if not width > 0:
        return likely
    peak = (likely - low) / width
    if share < peak:
        return low + width * math.sqrt(share * peak)
    return high - width * math.sqrt((1 - share) * (1 - peak))


def contacts(rate: float, share: float) -> int:
    """Return the number of contacts of a day with `rate` on average that a throw of `share` stands for (Poisson)."""
    if rate >= INVERTED_BELOW:
        return many_contacts(rate, share)
    return bisect_right(FEW_CONTACTS[int(rate * STEPS_A_CONTACT + 0.5)], share)


def many_contacts(rate: float, share: float) -> int:
    """Return the same for a busy day: normal, bent to the skew of a Poisson (Cornish and Fisher), rounded."""
    normal = normal_places()[int(share * _NORMAL_PLACES)]
    return max(0, math.floor(rate + math.sqrt(rate) * normal + (normal * normal - 1) / 6 + 0.5))


class FewContacts(dict[int, list[float]]):
    """The likelihoods of at most 0, 1, 2 … contacts, by the rate in steps; each is worked out when first asked for."""

    def __missing__(self, step: int) -> list[float]:
        rate = step / STEPS_A_CONTACT
        term = math.exp(-rate)
        reached, count, below = term, 0, [term]
        while term > 1e-18 or count < rate:
            count += 1
            term *= rate / count
            reached += term
            below.append(min(1.0, reached))
        self[step] = below
        return below


FEW_CONTACTS = FewContacts()


@cache
def normal_places() -> tuple[float, ...]:
    """Return the standard normals at the middles of equal shares, rising."""
    half = _NORMAL_PLACES // 2
    upper, place = [], 0.0
    for index in range(half):
        share = 0.5 + (index + 0.5) / _NORMAL_PLACES
        for _ in range(6):  # Newton, from the neighbour: three steps do but at the very end
            density = math.exp(-place * place / 2) / math.sqrt(2 * math.pi)
            place -= (0.5 * math.erfc(-place / math.sqrt(2)) - share) / density
        upper.append(place)
    return (*(-value for value in reversed(upper)), *upper)


def _shares(source: Random, count: int) -> list[float]:
    draw = source.random
    return [draw() for _ in range(count)]


def _normals(source: Random, count: int) -> list[float]:
    return source.choices(normal_places(), k=count)
