"""One question and its variants, all run with the same dice."""

from collections.abc import Collection
from functools import cached_property

from rollout_kit.capacity.answers import Limit, Outlook
from rollout_kit.capacity.draws import Dice
from rollout_kit.capacity.model import Question
from rollout_kit.capacity.outlook import (
    RUNS,
    SCALES_UP_TO,
    SEED,
    RunBreaches,
    Tried,
    breaches_of,
    fails,
    most_spike,
    outlook_from,
    run_breaches,
    tried_from,
)
from rollout_kit.capacity.simulation import LIMITS, Simulation


class Variant:
    """A variant of a question, run as often as somebody asks."""

    def __init__(self, simulation: Simulation, dice: Dice) -> None:
        """Take a prepared variant and the dice of all of them."""
        self._simulation, self._dice = simulation, dice
        self._found: list[RunBreaches] = []

    def first(self, runs: int) -> Tried:
        """Return what the first runs say in short."""
        for run in range(len(self._found), runs):
            self._found.append(run_breaches(self._simulation.run(self._dice, run)))
        return tried_from(self._simulation, self._found[:runs])


class Trials:
    """Runs of a question and of its variants: run `i` of each draws the same figures and meets the same days."""

    def __init__(self, question: Question, *, runs: int = RUNS, seed: int = SEED) -> None:
        """Prepare the question that variants are compared with."""
        self.question, self.runs, self._seed = question, runs, seed
        self._base = Simulation(question)
        self._dice = self._base.dice(seed)

    @property
    def outlook(self) -> Outlook:
        """The outlook of the question itself."""
        return self._itself[0]

    def before(self, runs: int | None = None) -> Tried:
        """Return what the first runs of the question itself say in short; all unless told."""
        return tried_from(self._base, self._itself[1].found[: runs or self.runs])

    @cached_property
    def _itself(self) -> tuple[Outlook, Tried]:
        ran = [self._base.run(self._dice, run) for run in range(self.runs)]
        return outlook_from(self._base, ran, self._seed)

    def variant(self, question: Question) -> Variant:
        """Return a variant of the question, ready to be run."""
        return Variant(Simulation(question, self._base), self._dice)

    def tried(self, question: Question, runs: int | None = None) -> Tried:
        """Return what the first runs of a variant say in short; all unless told."""
        return self.variant(question).first(min(runs or self.runs, self.runs))

    def scales(self, question: Question, runs: int | None = None, limits: Collection[Limit] | None = None) -> bool:
        """Whether a variant scales; ends as soon as no further run can change that.

        With `limits`, whether it does as far as those are concerned.
        """
        simulation, count = Simulation(question, self._base), min(runs or self.runs, self.runs)
        longest, most, failed = most_spike(question), int(SCALES_UP_TO * count), 0
        kept = sum(1 << LIMITS.index(limit) for limit in (LIMITS if limits is None else limits))
        only = bytes(missed & kept for missed in range(256))
        for run in range(count):
            one = breaches_of(simulation.run(self._dice, run).missed.translate(only))
            failed += fails(one, longest)
            if failed > most or failed + count - run - 1 <= most:
                break
        return failed <= most
