from dataclasses import replace

import pytest
from validator import faults

from rollout_kit.plan.serial.late import settled
from rollout_kit.plan.serial.problem import Activity, Link, Problem, Resource
from rollout_kit.plan.serial.solve import solve
from tests.plan.serial.small import published, staffed

PERSON = Resource(id="person", capacity=1, by_slot=(1, 1, 1, 1, 0, 0, 1, 1, 1, 1))


def starts(*activities: Activity, links: tuple[Link, ...] = (), goal: tuple[int, ...] = ()) -> tuple[int, ...]:
    problem = Problem(activities=activities, resources=(PERSON,), links=links, goal=goal)
    return solve(problem, schedules=50, seed=1).starts


def test_what_wants_to_be_late_ends_with_the_rest() -> None:
    long = Activity(id="long", slots=9)
    message = Activity(id="message", slots=2, needs=((0, 1),), wants_late=True)
    assert starts(long, message) == (0, 7)


def test_it_leaves_what_waits_for_it_where_it_is() -> None:
    message = Activity(id="message", slots=1, needs=((0, 1),), wants_late=True)
    after = Activity(id="after", slots=2, earliest=8)
    assert starts(message, after, links=(Link(before=0, after=1, least=1),)) == (6, 8)


def test_it_keeps_its_window_and_a_maximum_lag() -> None:
    long, first = Activity(id="long", slots=9), Activity(id="first", slots=1, needs=((0, 1),))
    message = Activity(id="message", slots=1, needs=((0, 1),), wants_late=True)
    assert starts(long, first, replace(message, until=4)) == (0, 0, 3)
    assert starts(long, first, message, links=(Link(before=1, after=2, most=1),)) == (0, 0, 2)


def test_the_goal_is_not_put_off() -> None:
    tail, goal = Activity(id="tail", slots=9), Activity(id="goal", slots=1, wants_late=True)
    assert starts(tail, goal, goal=(1,)) == (0, 0)


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("kind", [published, staffed])
def test_a_settled_schedule_is_valid_and_no_longer(kind: type, seed: int) -> None:
    problem = kind(seed, jobs=14)
    late = replace(
        problem,
        activities=tuple(replace(one, wants_late=number % 3 == 0) for number, one in enumerate(problem.activities)),
    )
    before = solve(problem, schedules=40, seed=1)
    after = solve(late, schedules=40, seed=1)
    assert faults(late, after.starts) == []
    assert after.makespan == before.makespan
    assert all(b >= a for a, b in zip(before.starts, after.starts, strict=True))


def test_nothing_moves_where_nothing_wants_to() -> None:
    times = ([0], [9])
    assert settled(Problem(activities=(Activity(id="one", slots=9),), resources=()), times) is times
