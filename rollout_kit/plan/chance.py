"""How likely everything that go-live waits for is done in time, where efforts come out other than written.

Every run multiplies the effort of each task and plans anew; meetings, trainings and what has one day only last as long
as they are written. A run throws the same dice for every go-live, so that two days can be compared.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from rollout_kit.plan.model import Stake
from rollout_kit.plan.sketch import Draft, Sketch

SEED = 20270111  # printed with every chance
RUNS = 200  # house value: a share of 80 % is known to 6 points
OWN_FACTOR = (0.75, 2.25, 1.0)  # house value: least, most, likeliest effort of a task; a third more on average
COMMON_FACTOR = (0.8, 1.2, 1.0)  # house value: whoever estimates too low does so everywhere
WANTED_SHARE = 0.8

TRIES = 12  # house value: of one run, until all has a place
TRIES_OF_HOPELESS = 2  # house value: of a run on a day on which not even the written efforts fit

Place = Callable[[Draft, Collection[str], int], Collection[str]]
"""Returns the ids of the tasks of a draft that find a place; so many tries at most, until all of some have one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOver:
    """A task without a place in so many of the runs that are not ready in time."""

    task: str
    runs: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Chance:
    """In how many runs all that go-live waits for is done.

    `by_day` holds days and the runs that are ready with go-live on that day, the planned one first; `wanted_on` is the
    first of them on which four of five runs are, None where none of them is. `left_over` is ordered, the most frequent
    first.
    """

    runs: int
    seed: int
    by_day: tuple[tuple[date, int], ...]
    wanted_on: date | None
    left_over: tuple[LeftOver, ...]

    @property
    def share(self) -> float:
        """The share of runs that are ready on the planned go-live."""
        return self.by_day[0][1] / self.runs

    @property
    def sampling_error(self) -> float:
        """Half the width of the 95 % interval around the share, in shares of one; of 0 and 1 by the rule of three."""
        if self.share in (0.0, 1.0):
            return 3 / self.runs
        return float(1.96 * (self.share * (1 - self.share) / self.runs) ** 0.5)


def chance_of(
    go_live: date, later: Sequence[date], redraft: Callable[[date], Draft], place: Place, *, runs: int = RUNS
) -> Chance:
    """Return the chance of a go-live and of later days, which are in order.

    `redraft` drafts the rollout with a day as go-live. A run that is ready on a day counts as ready on later ones.
    """
    days = (go_live, *later)
    drafts = _Drafts(redraft, place)
    first = [0] * (len(days) + 1)
    missed: Counter[str] = Counter()
    for run in range(runs):
        missing = drafts.missing(go_live, run)
        missed.update(missing)
        first[0 if not missing else _first_ready(days, run, drafts)] += 1
    ready = [sum(first[: number + 1]) for number in range(len(days))]
    by_day = tuple(zip(days, ready, strict=True))
    return Chance(
        runs=runs,
        seed=SEED,
        by_day=by_day,
        wanted_on=next((day for day, count in by_day if count >= WANTED_SHARE * runs), None),
        left_over=tuple(LeftOver(task=task, runs=count) for task, count in _by_count(missed)),
    )


def _by_count(missed: Counter[str]) -> list[tuple[str, int]]:
    return sorted(missed.items(), key=lambda item: (-item[1], item[0]))


def _first_ready(days: Sequence[date], run: int, drafts: "_Drafts") -> int:
    """Return the place of the first day on which a run is ready that is not so on the first; the length if on none.

    The next days are asked first, since most runs need a little more time and few need much.
    """
    before, asked = 0, 1
    while asked < len(days) and drafts.missing(days[asked], run):
        before, asked = asked, 2 * asked
    return bisect_left(
        days, True, lo=before + 1, hi=min(asked, len(days)), key=lambda day: not drafts.missing(day, run)
    )


class _Drafts:
    """The drafts of one rollout by go-live, and what a run leaves without a place."""

    def __init__(self, redraft: Callable[[date], Draft], place: Place) -> None:
        self._redraft, self._place = redraft, place
        self._by_day: dict[date, Draft] = {}
        self._tries: dict[date, int] = {}

    def missing(self, day: date, run: int) -> tuple[str, ...]:
        """Return the tasks that go-live on a day waits for and that find no place, in the order of the draft."""
        if day not in self._by_day:
            self._by_day[day] = self._redraft(day)
            self._tries[day] = TRIES_OF_HOPELESS if self._missing(self._by_day[day], TRIES) else TRIES
        draft = self._by_day[day]
        sketches = tuple(_thrown(sketch, run) for sketch in draft.sketches)
        return self._missing(replace(draft, sketches=sketches), self._tries[day])

    def _missing(self, draft: Draft, tries: int) -> tuple[str, ...]:
        needed = tuple(_needed(draft))
        placed = self._place(draft, needed, tries)
        return tuple(id for id in needed if id not in placed)


def _needed(draft: Draft) -> Iterator[str]:
    """Yield what has to be done before go-live; rounds and an evening still to be agreed are no such thing."""
    for sketch in draft.sketches:
        if not (sketch.is_series or sketch.needs_extra) and sketch.spans[-1].limit <= draft.frame.go_live:
            yield sketch.id


def _thrown(sketch: Sketch, run: int) -> Sketch:
    has_one_day = sketch.spans[0].earliest == sketch.spans[-1].limit
    if sketch.is_sitting or sketch.is_by_hand or sketch.is_series or has_one_day:
        return sketch
    common = Random(f"{SEED}:{run}").triangular(*COMMON_FACTOR)
    factor = common * Random(f"{SEED}:{run}:{sketch.id}").triangular(*OWN_FACTOR)
    return replace(sketch, stakes=tuple(_scaled(stake, factor) for stake in sketch.stakes))


def _scaled(stake: Stake, factor: float) -> Stake:
    return replace(stake, minutes=max(1, round(stake.minutes * factor))) if stake.minutes else stake
