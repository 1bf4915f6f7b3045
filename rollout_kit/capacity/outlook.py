"""Until which date a structure holds, told from many seeded runs.

A run is outgrown from the first of ten open days in a row on which at least one target is missed; a shorter breach is a
spike. The same seed gives the same answer on every Python, and variants of a question meet the same runs.
"""

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from rollout_kit.capacity.answers import Band, Dates, FirstMiss, Limit, Outlook
from rollout_kit.capacity.bands import HIGH, LOW, MIDDLE, band_of, clearing_days, three
from rollout_kit.capacity.breaches import enough_days
from rollout_kit.capacity.model import Question
from rollout_kit.capacity.simulation import LIMITS, Ran, Simulation

RUNS = 500  # house value: shares are off by 4.4 points at most, 19 times out of 20
SEED = 1
CERTAIN = 1.959963984540054  # standard deviations to either side of 95 %
SCALES_UP_TO = 0.1  # house value: in one of ten runs it may be too little
_ANY = bytes([0, *[1] * 255])


@dataclass(frozen=True, slots=True, kw_only=True)
class RunBreaches:
    """The breaches of one run, in open days: the place of the first that is outgrown, None where it holds.

    `first_limit` is what is missed on most of those ten days; `spikes` have the days of each shorter breach.
    `backlog_days` are the most days that any level takes to clear what waits.
    """

    outgrown_at: int | None
    first_limit: Limit | None
    spikes: tuple[int, ...]
    backlog_days: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """What the runs of a question say in short, enough to compare it with another: see `Outlook`."""

    runs: int
    found: tuple[RunBreaches, ...]
    share_outgrown: float
    outgrown_on: Dates
    longest_spike: tuple[int, int, int]
    spike_days: float
    peak_backlog_days: tuple[float, float, float]
    is_scaling: bool


def outlook_of(question: Question, *, runs: int = RUNS, seed: int = SEED) -> Outlook:
    """Return the outlook of a question over its horizon."""
    simulation = Simulation(question)
    dice = simulation.dice(seed)
    return outlook_from(simulation, [simulation.run(dice, run) for run in range(runs)], seed)[0]


def outlook_from(simulation: Simulation, ran: Sequence[Ran], seed: int) -> tuple[Outlook, Tried]:
    """Return the outlook that runs of a seed give, and the same in short."""
    clearing = [[clearing_days(tier) for tier in one.tiers] for one in ran]
    tried = tried_from(simulation, [_breaches(one, days) for one, days in zip(ran, clearing, strict=True)])
    ends = sorted(one.outgrown_at for one in tried.found if one.outgrown_at is not None)
    outlook = Outlook(
        seed=seed,
        runs=tried.runs,
        sampling_error=CERTAIN * 0.5 / math.sqrt(tried.runs),
        share_outgrown=tried.share_outgrown,
        outgrown_on=tried.outgrown_on,
        still_fine=tuple(_still_fine(simulation, ends, tried.runs)),
        longest_spike=tried.longest_spike,
        demand=tuple(_by_tier(simulation, [[tier.demanded for tier in one.tiers] for one in ran])),
        capacity=tuple(_by_tier(simulation, [[tier.able for tier in one.tiers] for one in ran])),
        backlog_days=tuple(_by_tier(simulation, clearing, lasts=True)),
        first_by=_first_by(simulation, tried.found),
        is_scaling=tried.is_scaling,
        spiking=sum(1 for one in tried.found if one.spikes) / tried.runs,
        spike_days=tried.spike_days,
        missing=tuple(_missing(simulation, ran)),
        peak_backlog_days=tried.peak_backlog_days,
    )
    return outlook, tried


def tried_from(simulation: Simulation, found: Sequence[RunBreaches]) -> Tried:
    """Return what the breaches of runs say in short."""
    runs = len(found)
    ends = sorted(one.outgrown_at for one in found if one.outgrown_at is not None)
    low, middle, high = three(max(one.spikes, default=0) for one in found)
    return Tried(
        runs=runs,
        found=tuple(found),
        share_outgrown=len(ends) / runs,
        outgrown_on=_dates(simulation, ends, runs),
        longest_spike=(int(low), int(middle), int(high)),
        spike_days=sum(sum(one.spikes) for one in found) / runs,
        peak_backlog_days=three(one.backlog_days for one in found),
        is_scaling=is_scaling(simulation.question, found),
    )


def run_breaches(ran: Ran) -> RunBreaches:
    """Return what a run says in short."""
    return _breaches(ran, [clearing_days(tier) for tier in ran.tiers])


def breaches_of(missed: bytes) -> RunBreaches:
    """Return the breaches of a run from its open days, each with a bit for each limit missed."""
    stretches = missed.translate(_ANY)
    enough = enough_days(len(missed))
    first = stretches.find(b"\1" * enough)
    spikes = tuple(len(one) for one in stretches.split(b"\0") if 0 < len(one) < enough)
    if first < 0:
        return RunBreaches(outgrown_at=None, first_limit=None, spikes=spikes)
    days = missed[first : first + enough]
    often = [sum(1 for day in days if day >> bit & 1) for bit in range(len(LIMITS))]
    return RunBreaches(outgrown_at=first, first_limit=LIMITS[often.index(max(often))], spikes=spikes)


def is_scaling(question: Question, found: Sequence[RunBreaches]) -> bool:
    """Whether nine of ten runs have no breach of ten open days, nor a spike longer than the agreed hypercare."""
    most = most_spike(question)
    return sum(1 for one in found if fails(one, most)) <= SCALES_UP_TO * len(found)


def fails(one: RunBreaches, most: float) -> bool:
    """Whether a run is outgrown, or has a spike of more open days than `most`."""
    return one.outgrown_at is not None or any(spike > most for spike in one.spikes)


def most_spike(question: Question) -> float:
    """Return the open days of an ordinary hypercare; infinite where none is agreed."""
    days = question.hypercare_days
    return math.inf if days is None else days * question.first_level.open_days_per_week / 7


def error_of(share: float, runs: int) -> float:
    """Return half the 95 % interval of a share of so many runs (Agresti and Coull: never 0)."""
    trials = runs + CERTAIN**2
    middle = (share * runs + CERTAIN**2 / 2) / trials
    return CERTAIN * math.sqrt(middle * (1 - middle) / trials)


def _breaches(ran: Ran, clearing: Iterable[Sequence[float]]) -> RunBreaches:
    most = max((max(days, default=0.0) for days in clearing), default=0.0)
    return replace(breaches_of(ran.missed), backlog_days=most)


def _dates(simulation: Simulation, ends: Sequence[int], runs: int) -> Dates:
    def day(share: float) -> date | None:
        place = math.ceil(share * runs) - 1
        return _date(simulation, ends[place]) if place < len(ends) else None

    return Dates(early=day(LOW), middle=day(MIDDLE), late=day(HIGH))


def _date(simulation: Simulation, place: int) -> date:
    return simulation.question.days[simulation.open_days[place]].date


def _still_fine(simulation: Simulation, ends: Sequence[int], runs: int) -> Iterator[float]:
    days = [simulation.open_days[place] for place in ends]
    for index in range(len(simulation.question.days)):
        yield 1 - bisect_right(days, index) / runs


def _missing(simulation: Simulation, ran: Sequence[Ran]) -> Iterator[float]:
    """Yield, for each day of the horizon, the share of runs in which a target is missed on it."""
    missed = [len(ran) - column.count(0) for column in zip(*(one.missed for one in ran), strict=True)]
    known = dict(zip(simulation.open_days, missed, strict=True))
    for index in range(len(simulation.question.days)):
        yield known.get(index, 0) / len(ran)


def _by_tier(
    simulation: Simulation, rows: Sequence[Sequence[Sequence[float]]], *, lasts: bool = False
) -> Iterator[tuple[str, Band]]:
    count = len(simulation.question.days)
    for place, level in enumerate(simulation.tiers):
        yield level.id, band_of([one[place] for one in rows], simulation.days, count, lasts=lasts)


def _first_by(simulation: Simulation, found: Iterable[RunBreaches]) -> tuple[FirstMiss, ...]:
    """Return what misses first, in shares of the runs that are outgrown, most frequent first."""
    counted: Counter[tuple[Limit, int]] = Counter()
    for one in found:
        if one.outgrown_at is not None and one.first_limit is not None:
            counted[one.first_limit, wave_before(simulation.question, _date(simulation, one.outgrown_at))] += 1
    total = sum(counted.values())
    ordered = sorted(counted.items(), key=lambda item: (-item[1], LIMITS.index(item[0][0]), item[0][1]))
    return tuple(
        FirstMiss(limit=limit, wave=wave if wave >= 0 else None, share=number / total)
        for (limit, wave), number in ordered
    )


def wave_before(question: Question, day: date) -> int:
    """Return the index of the last wave that began by a day, -1 where none did."""
    return max((index for index, wave in enumerate(question.waves) if wave.date <= day), default=-1)
