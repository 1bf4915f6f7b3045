"""One question and its variants, all run with the same dice."""

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
    tried,
)
from rollout_kit.capacity.simulation import Simulation


class Trials:
    """Runs of a question and of its variants: run `i` of each draws the same figures and meets the same days."""

    def __init__(self, question: Question, *, runs: int = RUNS, seed: int = SEED) -> None:
        """Prepare the question that variants are compared with."""
        self.question, self.runs = question, runs
        self._base = Simulation(question)
        self._dice = self._base.dice(seed)
        self._known: dict[int, Tried] = {}

    def outlook(self) -> Outlook:
        """Return the outlook of the question itself."""
        return outlook_from(self._base, self._dice, self.runs)

    def tried(self, question: Question, runs: int | None = None) -> Tried:
        """Return what the first runs of a variant, or of the question itself, say in short; all unless told."""
        count = min(runs or self.runs, self.runs)
        if question is not self.question:
            return tried(self._simulation(question), self._dice, count)
        if count not in self._known:
            self._known[count] = tried(self._base, self._dice, count)
        return self._known[count]

    def scales(self, question: Question, runs: int | None = None) -> bool:
        """Whether a variant scales; ends as soon as no further run can change that."""
        simulation, count = self._simulation(question), min(runs or self.runs, self.runs)
        longest, most, failed = most_spike(question), int(SCALES_UP_TO * count), 0
        for run in range(count):
            one = breaches_of(simulation.run(self._dice, run).missed)
            failed += fails(one, longest)
            if failed > most or failed + count - run - 1 <= most:
                break
        return failed <= most

    def _simulation(self, question: Question) -> Simulation:
        return self._base if question is self.question else Simulation(question, self._base)
