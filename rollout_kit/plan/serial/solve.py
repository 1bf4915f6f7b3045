"""A problem solved: search until the bound, and the solver for the rest where a proof is asked for."""

from dataclasses import dataclass

from rollout_kit.plan.serial.bound import Bound
from rollout_kit.plan.serial.late import settled
from rollout_kit.plan.serial.problem import Problem
from rollout_kit.plan.serial.renewable import Renewable, Schedule, schedule_of
from rollout_kit.plan.serial.search import best_of


class NoScheduleError(Exception):
    """No order that was tried keeps all maximum lags."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Solution:
    """The best schedule found, and a number of slots that none ends before that keeps all windows.

    `late` adds up the slots by which windows are missed; `schedules` is how many were made.
    """

    starts: tuple[int, ...]
    makespan: int
    bound: int
    late: int
    schedules: int

    @property
    def is_proven(self) -> bool:
        """Whether no schedule can be better."""
        return self.makespan == self.bound and not self.late


def solve(problem: Problem, *, schedules: int, seed: int, is_proving: bool = False) -> Solution:
    """Return the best of at most so many schedules, fewer where one ends at the bound.

    Raises NoScheduleError where maximum lags are never kept, NoSolverError where OR-tools is needed and missing.
    """
    bound = Bound(problem).slots()
    ground = Renewable(problem, passes=schedules, bound=bound)
    found = best_of(ground, passes=schedules, seed=seed).placed
    if found is None:
        raise NoScheduleError
    if is_proving and found.makespan > bound and not found.late:
        found, bound = _proven(problem, found, bound, seed)
    final = schedule_of(problem, settled(problem, (list(found.starts), list(found.ends))))
    return Solution(starts=final.starts, makespan=final.makespan, bound=bound, late=final.late, schedules=ground.passes)


def _proven(problem: Problem, found: Schedule, bound: int, seed: int) -> tuple[Schedule, int]:
    """Return a better schedule, if there is one, and the bound that the solver knows."""
    from rollout_kit.plan.serial.solver import closed

    verdict = closed(problem, best=found.makespan, bound=bound, seed=seed)
    return found if verdict.times is None else schedule_of(problem, verdict.times), verdict.bound
