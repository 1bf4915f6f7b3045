"""One question and its variants, all run with the same dice."""

from functools import cached_property

from rollout_kit.capacity.answers import Outlook
from rollout_kit.capacity.model import Question
from rollout_kit.capacity.outlook import (
    RUNS,
    SCALES_UP_TO,
    SEED,
    Tried,
    breaches_of,
    fails,
    most_spike,
    outlook_from,
    run_breaches,
    tried_from,
)
from rollout_kit.capacity.simulation import Simulation


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

    def tried(self, question: Question, runs: int | None = None) -> Tried:
        """Return what the first runs of a variant say in short; all unless told."""
        simulation, count = Simulation(question, self._base), min(runs or self.runs, self.runs)
        return tried_from(simulation, [run_breaches(simulation.run(self._dice, run)) for run in range(count)])

    def scales(self, question: Question, runs: int | None = None) -> bool:
        """Whether a variant scales; ends as soon as no further run can change that."""
        simulation, count = Simulation(question, self._base), min(runs or self.runs, self.runs)
        longest, most, failed = most_spike(question), int(SCALES_UP_TO * count), 0
        for run in range(count):
            one = breaches_of(simulation.run(self._dice, run).missed)
            failed += fails(one, longest)
            if failed > most or failed + count - run - 1 <= most:
                break
        return failed <= most
