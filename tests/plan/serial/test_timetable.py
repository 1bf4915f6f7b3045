from random import Random

import pytest
from validator import faults

from rollout_kit.plan.serial.problem import Activity, Link, Problem, Resource
from rollout_kit.plan.serial.timetable import Timetable, mirrored
from tests.plan.serial.small import published, staffed

WEEK = (1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0)


def alone(**of: object) -> Problem:
    person = Resource(id="person", capacity=1, by_slot=WEEK * 3)
    return Problem(activities=(Activity(id="one", needs=((0, 1),), **of),), resources=(person,))  # type: ignore[arg-type]


def times(problem: Problem, order: tuple[int, ...] | None = None, **of: int) -> list[tuple[int, int]] | None:
    found = Timetable(problem, horizon=problem.horizon).times(order or problem.sequence, **of)
    return None if found is None else list(zip(*found, strict=True))


@pytest.mark.parametrize("seed", range(30))
@pytest.mark.parametrize("kind", [published, staffed])
def test_every_order_leads_to_a_valid_schedule(kind: type, seed: int) -> None:
    problem = kind(seed, jobs=15)
    random = Random(seed)
    ranks = [random.random() for _ in problem.activities]
    order: list[int] = []
    while len(order) < len(ranks):
        ready = [n for n in range(len(ranks)) if n not in order and _is_ready(problem, n, order)]
        order.append(min(ready, key=lambda n: ranks[n]))
    found = Timetable(problem, horizon=problem.horizon).times(order)
    assert found is not None
    assert faults(problem, found[0]) == []


def _is_ready(problem: Problem, number: int, order: list[int]) -> bool:
    return all(link.before in order for link in problem.links if link.after == number)


def test_what_does_not_pause_waits_for_a_stretch_that_is_long_enough() -> None:
    assert times(alone(slots=3, earliest=8)) == [(14, 17)]


def test_what_pauses_goes_on_behind_the_weekend() -> None:
    assert times(alone(slots=3, earliest=8, pauses=True)) == [(8, 15)]


def test_several_go_side_by_side_up_to_the_capacity() -> None:
    many = tuple(Activity(id=str(n), slots=2, needs=((0, 1),)) for n in range(4))
    assert times(Problem(activities=many, resources=(Resource(id="team", capacity=3),))) == [
        (0, 2), (0, 2), (0, 2), (2, 4)
    ]  # fmt: skip


@pytest.mark.parametrize(("capacity", "start"), [(1, 2), (2, 0)])
def test_what_needs_two_waits_until_both_are_free(capacity: int, start: int) -> None:
    resources = (Resource(id="person", capacity=1), Resource(id="room", capacity=capacity))
    first = Activity(id="first", slots=2, needs=((1, 1),))
    joint = Activity(id="joint", slots=1, needs=((0, 1), (1, 1)))
    assert times(Problem(activities=(first, joint), resources=resources)) == [(0, 2), (start, start + 1)]


@pytest.mark.parametrize(
    ("lag", "start"), [({"least": 2}, 5), ({"least": -1}, 2), ({"least": 1, "from_start": True}, 1)]
)
def test_a_lag_counts_from_the_end_or_the_start(lag: dict[str, int], start: int) -> None:
    two = (Activity(id="a", slots=3), Activity(id="b", slots=1))
    problem = Problem(activities=two, resources=(), links=(Link(before=0, after=1, **lag),))  # type: ignore[arg-type]
    assert times(problem) == [(0, 3), (start, start + 1)]


def test_a_maximum_lag_puts_off_what_comes_first() -> None:
    away = Resource(id="late", capacity=1, by_slot=(0, 0, 0, 0, 0, 1, 1))
    two = (Activity(id="a", slots=2), Activity(id="b", slots=1, needs=((0, 1),)))
    problem = Problem(activities=two, resources=(away,), links=(Link(before=0, after=1, most=1),))
    assert times(problem) == [(2, 4), (5, 6)]
    assert faults(problem, (2, 5)) == []
    assert faults(problem, (1, 5)) == ["b starts 2 slots behind a"]


def test_a_maximum_lag_that_cannot_be_kept_has_no_schedule() -> None:
    person = Resource(id="person", capacity=1)
    links = (Link(before=0, after=1, most=0), Link(before=0, after=2, most=0))
    three = tuple(Activity(id=str(n), slots=1, needs=((0, 1),)) for n in range(3))
    assert times(Problem(activities=three, resources=(person,), links=links)) is None


def test_a_given_start_stays_and_others_go_around_it() -> None:
    person = Resource(id="person", capacity=1)
    fixed = Activity(id="fixed", slots=2, needs=((0, 1),), at=1)
    free = Activity(id="free", slots=2, needs=((0, 1),))
    assert times(Problem(activities=(free, fixed), resources=(person,))) == [(3, 5), (1, 3)]


def test_two_given_starts_that_exclude_one_another_are_refused() -> None:
    person = Resource(id="person", capacity=1)
    two = tuple(Activity(id=str(n), slots=2, needs=((0, 1),), at=n) for n in range(2))
    with pytest.raises(ValueError, match="1 is to start at 1, where its resources are not free"):
        Timetable(Problem(activities=two, resources=(person,)), horizon=9)


def test_the_links_in_a_circle_are_refused() -> None:
    two = (Activity(id="a", slots=1), Activity(id="b", slots=1))
    with pytest.raises(ValueError, match="circle"):
        _ = Problem(activities=two, resources=(), links=(Link(before=0, after=1), Link(before=1, after=0))).sequence


@pytest.mark.parametrize("seed", range(10))
def test_a_schedule_backwards_is_valid_forwards(seed: int) -> None:
    problem = published(seed, jobs=12)
    horizon = problem.horizon
    backwards = Timetable(mirrored(problem, horizon), horizon=horizon).times(list(reversed(problem.sequence)))
    assert backwards is not None
    assert faults(problem, [horizon - end for end in backwards[1]]) == []
