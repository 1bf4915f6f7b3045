"""The proof: a solver that closes what search and bound leave open. It is asked for something better, or that none is.

OR-tools is the extra `[prove]`; nothing else imports it. It gets what narrows the question: for every activity the
starts that calendars, links and a deadline one slot before the best schedule leave it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from rollout_kit.plan.serial.bound import Bound
from rollout_kit.plan.serial.problem import Problem
from rollout_kit.plan.serial.timetable import Times

EFFORT = 200.0  # house value: deterministic seconds, the same on every machine
WORKERS = 1  # several would not be quicker: on the hardest of the published instances one is, by a factor of four


class NoSolverError(Exception):
    """OR-tools is not installed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the solver found: better starts and ends, if any, and a number of slots that no schedule ends before."""

    times: Times | None
    bound: int


def closed(problem: Problem, *, best: int, bound: int, seed: int, effort: float = EFFORT) -> Verdict:
    """Return a schedule that ends before `best` where there is one, windows kept, and what is proven.

    Raises NoSolverError without OR-tools.
    """
    model = _Model(problem, deadline=best - 1, bound=bound)
    return model.solved(seed, effort, best)


def _cp_sat() -> Any:
    try:
        from ortools.sat.python import cp_model
    except ImportError as missing:
        raise NoSolverError from missing
    return cp_model


class _Model:
    def __init__(self, problem: Problem, *, deadline: int, bound: int) -> None:
        self._cp = _cp_sat()
        self._problem = problem
        self._model = self._cp.CpModel()
        self._deadline = deadline
        limits = Bound(problem)
        latest = limits.latest_ends(deadline)
        self._starts: list[Any] = []
        self._ends: list[Any] = []
        self._use: list[list[tuple[Any, int]]] = [[] for _ in problem.resources]
        for number, one in enumerate(problem.activities):
            end = latest[number] if one.until is None else min(latest[number], one.until)
            self._add(number, list(limits.places(number, end)))
        self._link()
        self._limit()
        self._end = self._model.new_int_var(bound, max(bound, deadline), "end")
        for number in problem.goals:
            self._model.add(self._end >= self._ends[number])
        self._model.minimize(self._end)

    def solved(self, seed: int, effort: float, best: int) -> Verdict:
        solver = self._cp.CpSolver()
        solver.parameters.random_seed = seed
        solver.parameters.num_workers = WORKERS
        solver.parameters.max_deterministic_time = effort
        status = solver.solve(self._model)
        if status == self._cp.INFEASIBLE:
            return Verdict(times=None, bound=best)
        if status not in (self._cp.OPTIMAL, self._cp.FEASIBLE):
            return Verdict(times=None, bound=round(solver.best_objective_bound))
        starts = [solver.value(start) for start in self._starts]
        ends = [solver.value(end) for end in self._ends]
        return Verdict(times=(starts, ends), bound=round(solver.best_objective_bound))

    def _add(self, number: int, places: Sequence[tuple[int, tuple[int, ...]]]) -> None:
        """Add an activity that can lie in any of these places: its start, and the slots it takes from there."""
        one, model = self._problem.activities[number], self._model
        domain = self._cp.Domain.from_values([start for start, _ in places])
        start = model.new_int_var_from_domain(domain, one.id)
        self._starts.append(start)
        if not one.pauses or not one.slots:
            self._ends.append(start + one.slots)
            if one.needs and one.slots:
                self._take(number, model.new_fixed_size_interval_var(start, one.slots, one.id))
            return
        ends = sorted({slots[-1] + 1 for _, slots in places})
        self._ends.append(model.new_int_var_from_domain(self._cp.Domain.from_values(ends), one.id))
        chosen = [model.new_bool_var(f"{one.id} at {first}") for first, _ in places]
        model.add_exactly_one(chosen)
        for literal, (first, slots) in zip(chosen, places, strict=True):
            model.add(start == first).only_enforce_if(literal)
            model.add(self._ends[-1] == slots[-1] + 1).only_enforce_if(literal)
            for begun, length in _runs(slots):
                piece = model.new_optional_fixed_size_interval_var(begun, length, literal, one.id)
                self._take(number, piece)

    def _take(self, number: int, interval: Any) -> None:
        for who, units in self._problem.activities[number].needs:
            self._use[who].append((interval, units))

    def _link(self) -> None:
        for link in self._problem.links:
            if self._problem.activities[link.after].at is not None:
                continue
            ready = self._starts[link.before] if link.from_start else self._ends[link.before]
            self._model.add(self._starts[link.after] >= ready + link.least)
            if link.most is not None:
                self._model.add(self._starts[link.after] <= ready + link.most)

    def _limit(self) -> None:
        for who, resource in enumerate(self._problem.resources):
            capacity = max([resource.capacity, *(resource.by_slot or ())])
            away = [
                (self._model.new_fixed_size_interval_var(first, length, resource.id), units)
                for first, length, units in _absences(resource.by_slot or (), capacity)
            ]
            used = [*self._use[who], *away]
            self._model.add_cumulative([each for each, _ in used], [units for _, units in used], capacity)


def _runs(slots: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield first slot and length of each stretch of slots in a row."""
    for _, run in groupby(enumerate(slots), key=lambda pair: pair[1] - pair[0]):
        stretch = [slot for _, slot in run]
        yield stretch[0], len(stretch)


def _absences(by_slot: Sequence[int], capacity: int) -> Iterator[tuple[int, int, int]]:
    """Yield first slot, length, and the units that are missing."""
    for units, run in groupby(range(len(by_slot)), key=lambda slot: by_slot[slot]):
        stretch = list(run)
        if units < capacity:
            yield stretch[0], len(stretch), capacity - units
