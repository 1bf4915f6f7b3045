import sys

import pytest
from validator import faults

from rollout_kit.plan.serial.bound import Bound
from rollout_kit.plan.serial.problem import Activity, Link, Problem, Resource, for_goal
from rollout_kit.plan.serial.solve import NoScheduleError, solve
from rollout_kit.plan.serial.solver import NoSolverError
from tests.plan.serial.small import by_brute_force, mixed, published, staffed


@pytest.mark.uncounted
@pytest.mark.parametrize("seed", range(12))
def test_small_problems_come_out_at_the_best_there_is(seed: int) -> None:
    problem = published(seed, jobs=5)
    solution = solve(problem, schedules=200, seed=1)
    assert faults(problem, solution.starts) == []
    assert solution.makespan == by_brute_force(problem, most=solution.makespan)


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("kind", [published, staffed])
def test_the_solver_proves_what_search_and_bound_leave_open(kind: type, seed: int) -> None:
    problem = kind(seed, jobs=10)
    found = solve(problem, schedules=300, seed=1)
    proven = solve(problem, schedules=2, seed=1, is_proving=True)
    assert faults(problem, found.starts) == faults(problem, proven.starts) == []
    assert proven.is_proven
    assert found.bound <= proven.makespan == found.makespan


@pytest.mark.parametrize("seed", range(40))
def test_whatever_is_linked_or_away_the_schedule_is_valid_and_the_bound_below_it(seed: int) -> None:
    problem = mixed(seed)
    try:
        found = solve(problem, schedules=60, seed=1)
    except NoScheduleError:
        assert any(link.most is not None for link in problem.links)
        return
    proven = solve(problem, schedules=60, seed=1, is_proving=True)
    assert faults(problem, found.starts) == faults(problem, proven.starts) == []
    assert found.bound <= proven.bound <= proven.makespan <= found.makespan
    has_most = any(link.most is not None for link in problem.links)
    assert has_most or found.late or found.makespan == proven.makespan


def test_the_same_seed_gives_the_same_schedule() -> None:
    problem = published(3, jobs=30)
    assert solve(problem, schedules=400, seed=7) == solve(problem, schedules=400, seed=7)


@pytest.mark.parametrize("schedules", [1, 2, 3, 50])
def test_no_more_schedules_are_made_than_asked_for(schedules: int) -> None:
    tight = published(8, jobs=30)
    assert solve(tight, schedules=schedules, seed=1).schedules <= schedules


def test_the_search_ends_at_the_bound() -> None:
    easy = Problem(activities=(Activity(id="one", slots=3),), resources=())
    assert solve(easy, schedules=1000, seed=1).schedules == 1


def test_a_window_that_is_missed_is_no_proof() -> None:
    person = Resource(id="person", capacity=1)
    two = tuple(Activity(id=str(n), slots=2, needs=((0, 1),), until=3) for n in range(2))
    solution = solve(Problem(activities=two, resources=(person,)), schedules=20, seed=1)
    assert (solution.late, solution.makespan, solution.is_proven) == (1, 4, False)


def test_lags_that_nobody_can_keep_have_no_schedule() -> None:
    person = Resource(id="person", capacity=1)
    three = tuple(Activity(id=str(n), slots=1, needs=((0, 1),)) for n in range(3))
    links = (Link(before=0, after=1, most=0), Link(before=0, after=2, most=0))
    with pytest.raises(NoScheduleError):
        solve(Problem(activities=three, resources=(person,), links=links), schedules=20, seed=1)


def test_without_the_solver_a_proof_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ortools.sat.python", None)
    open_problem = next(p for p in map(published, range(99)) if not solve(p, schedules=9, seed=1).is_proven)
    with pytest.raises(NoSolverError):
        solve(open_problem, schedules=9, seed=1, is_proving=True)


def test_only_what_the_goal_waits_for_counts() -> None:
    four = tuple(Activity(id=str(n), slots=n + 1) for n in range(4))
    links = (Link(before=0, after=1), Link(before=1, after=3))
    problem, kept = for_goal(Problem(activities=four, resources=(), links=links, goal=(1,)))
    assert kept == (0, 1)
    assert solve(problem, schedules=5, seed=1).makespan == Bound(problem).slots() == 3
