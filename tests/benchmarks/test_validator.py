from dataclasses import replace

import pytest
from validator import faults

from rollout_kit.plan.serial.problem import Activity, Link, Problem, Resource
from rollout_kit.plan.serial.solve import solve
from tests.plan.serial.small import published

PERSON = Resource(id="person", capacity=1, by_slot=(1, 1, 0, 1, 1, 1))
FIRST = Activity(id="first", slots=2, needs=((0, 1),))
SECOND = Activity(id="second", slots=1, needs=((0, 1),))
LINK = Link(before=0, after=1, least=1, most=2)


@pytest.mark.parametrize(
    ("first", "starts", "found"),
    [
        (FIRST, (0, 3), []),
        (FIRST, (0, 4), []),
        (FIRST, (0, 2), ["second starts 0 slots behind first", "person gives 1 of 0 in slot 2"]),
        (FIRST, (0, 5), ["second starts 3 slots behind first"]),
        (FIRST, (3, 4), ["second starts -1 slots behind first", "person gives 2 of 1 in slot 4"]),
        (FIRST, (1, 4), ["person gives 1 of 0 in slot 2"]),
        (replace(FIRST, pauses=True), (1, 5), []),
        (replace(FIRST, pauses=True), (1, 4), ["second starts 0 slots behind first"]),
        (replace(FIRST, earliest=1), (0, 3), ["first starts at 0, before 1"]),
        (replace(FIRST, at=0), (3, 6), ["first starts at 3 instead of 0"]),
        (FIRST, (0,), ["1 of 2 activities have a start"]),
    ],
)
def test_it_finds_what_is_wrong_and_nothing_else(first: Activity, starts: tuple[int, ...], found: list[str]) -> None:
    assert faults(Problem(activities=(first, SECOND), resources=(PERSON,), links=(LINK,)), starts) == found


@pytest.mark.parametrize("seed", range(8))
def test_no_schedule_at_the_optimum_survives_without_what_it_needs(seed: int) -> None:
    problem = published(seed, jobs=8)
    starts = solve(problem, schedules=50, seed=1).starts
    assert faults(problem, starts) == []
    busiest = max(range(len(problem.resources)), key=lambda who: problem.resources[who].capacity)
    less = tuple(replace(one, capacity=0) if who == busiest else one for who, one in enumerate(problem.resources))
    assert faults(replace(problem, resources=less), starts) != []
