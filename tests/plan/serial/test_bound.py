import pytest

from rollout_kit.plan.serial.bound import Bound, Shortage
from rollout_kit.plan.serial.problem import Activity, Link, Problem, Resource
from tests.plan.serial.small import by_brute_force, published

AWAY = (1, 1, 0, 0, 0, 0, 1, 1, 1)


def of_one(*slots: int, earliest: int = 0) -> Problem:
    person = Resource(id="person", capacity=1, by_slot=AWAY)
    tasks = tuple(Activity(id=str(n), slots=each, needs=((0, 1),), earliest=earliest) for n, each in enumerate(slots))
    return Problem(activities=tasks, resources=(person,))


@pytest.mark.uncounted
@pytest.mark.parametrize("seed", range(25))
def test_no_schedule_ends_before_the_bound(seed: int) -> None:
    problem = published(seed, jobs=5)
    best = by_brute_force(problem, most=30)
    assert best is not None
    assert Bound(problem).slots() <= best
    assert Bound(problem).shortage(best) is None


def test_one_person_does_one_thing_after_the_other() -> None:
    assert Bound(of_one(1, 1)).slots() == 2
    assert Bound(of_one(1, 1, 1)).slots() == 7


def test_an_overload_names_who_has_how_much_time_and_who_needs_it() -> None:
    found = Bound(of_one(1, 1, 1)).shortage(6)
    assert found is not None
    assert found.line is not None
    assert (found.line.resource, found.first, found.last, found.free, found.needed) == (0, 0, 1, 2, 3)
    assert found.activities == (0, 1, 2)


def test_a_chain_names_what_waits_for_what() -> None:
    three = tuple(Activity(id=str(n), slots=2) for n in range(3))
    problem = Problem(activities=three, resources=(), links=(Link(before=0, after=2), Link(before=2, after=1, least=1)))
    assert Bound(problem).slots() == 7
    assert Bound(problem).shortage(6) == Shortage(activities=(0, 2, 1))


@pytest.mark.parametrize(("capacity", "slots"), [(2, 6), (3, 4), (6, 2)])
def test_a_team_is_as_fast_as_its_members_together(capacity: int, slots: int) -> None:
    tasks = tuple(Activity(id=str(n), slots=2, needs=((0, 1),)) for n in range(6))
    assert Bound(Problem(activities=tasks, resources=(Resource(id="team", capacity=capacity),))).slots() == slots


@pytest.mark.parametrize(("units", "slots"), [(2, 4), (3, 8)])
def test_what_cannot_run_side_by_side_follows_one_another(units: int, slots: int) -> None:
    tasks = tuple(Activity(id=str(n), slots=2, needs=((0, units),)) for n in range(4))
    assert Bound(Problem(activities=tasks, resources=(Resource(id="room", capacity=5),))).slots() == slots
