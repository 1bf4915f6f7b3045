"""The dice of the simulation: the same throw for a run, a purpose and a day, whatever else is changed.

A change of the structure ("one person more") meets the very days that the structure without it met, so that
two results differ by the change and not by luck (common random numbers). Hence every stream is derived from
seed, run and purpose, never from the order of calls; and a figure's value rises with its throw.
"""

import math
import struct
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from random import Random

MOST_RUNS = 1_000_000
MOST_FIGURES = 64
LEAST_VARIATION = 1e-6  # less than this is none
MOST_KEPT = 3_000_000  # throws, some 80 MB
STEPS_A_CONTACT = 32  # rates are counted in 32nds of a contact a day, off by half of that; house value
INVERTED_BELOW = 30  # contacts a day; above, a normal with its skew is indistinguishable
NORMAL_PLACES = 4096  # two bytes less four bits; a standard normal by the middles of as many equal shares


@dataclass(frozen=True, slots=True, kw_only=True)
class Throws:
    """What one run meets: a share of one for each figure, and for each day the shares for its counts.

    `contacts` and `work` have the days of each level in their order, none where it needs no throws; work is drawn as
    standard normals.
    """

    figures: Sequence[float]
    calls: Sequence[float]
    contacts: tuple[Sequence[float], ...]
    work: tuple[Sequence[float], ...]


class Dice:
    """All throws of a simulation, kept for its variants as long as they are not too many.

    Figures, calls and each level have a place of their own: none changes the throws of another, and neither do more
    figures or levels.
    """

    def __init__(self, *, seed: int, days: int, levels: Sequence[bool]) -> None:
        """Say how many days a run has, and of each level whether it needs throws."""
        self.seed = seed
        self._days, self._levels = days, levels
        self._known: dict[int, Throws] = {}
        self._demand: dict[tuple[int, float], float] = {}

    def of(self, run: int) -> Throws:
        """Return the throws of a run."""
        known = self._known.get(run)
        if known is None:
            known = self._thrown(run)
            if (len(self._known) + 1) * self._days * (2 * sum(self._levels) + 1) <= MOST_KEPT:
                self._known[run] = known
        return known

    def demand(self, run: int, variation: float) -> float:
        """Return by how much a run's demand differs from what is likely."""
        key = (run, variation)
        if key not in self._demand:
            self._demand[key] = demand_factor(self.seed, run, variation)
        return self._demand[key]

    def _thrown(self, run: int) -> Throws:
        first = stream(self.seed, run, Purpose.FIGURES)
        figures, calls = _shares(first, MOST_FIGURES), _shares(first, self._days)
        sources = [
            stream(self.seed, run, Purpose.LEVEL, level) if needs else None for level, needs in enumerate(self._levels)
        ]
        return Throws(
            figures=figures,
            calls=calls,
            contacts=tuple(_shares(source, self._days) if source else () for source in sources),
            work=tuple(_normals(source, self._days) if source else () for source in sources),
        )


class Purpose(IntEnum):
    """What a stream of a run is for; numbers never change, or a seed would give another answer."""

    DEMAND = 0
    FIGURES = 1  # and calls
    LEVEL = 2  # contacts and work of a level, each of which has one more


_STREAMS = 64  # of a run at most


def stream(seed: int, run: int, purpose: Purpose, level: int = 0) -> Random:
    """Return the stream of one purpose in one run, of one level; runs are numbered below `MOST_RUNS`."""
    return Random((abs(seed) * MOST_RUNS + run) * _STREAMS + purpose + level)


def demand_factor(seed: int, run: int, variation: float) -> float:
    """Return by how much a run's demand differs from what is likely: mean 1, `variation` as its standard deviation.

    Gamma: what real arrivals show beyond chance (Aldor-Noiman, Feigin, Mandelbaum 2009).
    """
    if variation < LEAST_VARIATION:
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
    return bisect_right(FEW_CONTACTS[round(rate * STEPS_A_CONTACT)], share)


def many_contacts(rate: float, share: float) -> int:
    """Return the same for a busy day: normal, bent to the skew of a Poisson (Cornish and Fisher), rounded."""
    normal, bent = BENT_PLACES[int(share * NORMAL_PLACES)]
    return int(rate + math.sqrt(rate) * normal + bent)


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


def _normal_places() -> Iterator[float]:
    """Yield the standard normals at the middles of equal shares, from the median up."""
    place = 0.0
    for index in range(NORMAL_PLACES // 2):
        share = 0.5 + (index + 0.5) / NORMAL_PLACES
        for _ in range(6):  # Newton, from the neighbour: three steps do but at the very end
            density = math.exp(-place * place / 2) / math.sqrt(2 * math.pi)
            place -= (0.5 * math.erfc(-place / math.sqrt(2)) - share) / density
        yield place


_UPPER = tuple(_normal_places())
NORMALS = (*(-value for value in reversed(_UPPER)), *_UPPER)
"""Standard normals at the middles of equal shares, rising."""
BENT_PLACES = tuple((normal, (normal * normal - 1) / 6 + 0.5) for normal in NORMALS)


def _shares(source: Random, count: int) -> list[float]:
    draw = source.random
    return [draw() for _ in range(count)]


def _normals(source: Random, count: int) -> list[float]:
    places = NORMALS
    return [places[number >> 4] for number in struct.unpack(f"<{count}H", source.randbytes(2 * count))]
