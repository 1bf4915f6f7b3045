import math
from statistics import fmean, pvariance

import pytest

from rollout_kit.capacity.draws import NORMALS, STEPS_A_CONTACT, Dice, contacts
from rollout_kit.capacity.one_run import Back, backs, counts, queue, too_old, work


def in_steps(rates: list[float]) -> list[float]:
    return [rate * STEPS_A_CONTACT for rate in rates]


def test_counts_are_those_of_their_throws() -> None:
    assert counts([32.0, 0.0, 32.0], [0.36, 0.9, 0.37]) == [0, 0, 1]  # exp(-1) = 0.3679


def test_few_and_many_contacts_come_from_the_same_throws() -> None:
    rates, throws = [29.9, 30.1, 1e9], [0.5, 0.5, 0.5]
    few, many, most = counts(in_steps(rates), throws)
    assert abs(few - many) <= 1
    assert most == pytest.approx(1e9, rel=1e-4)


@pytest.mark.parametrize("number", [1, 8, 511, 512, 5000])
def test_work_of_a_day_has_the_mean_and_the_spread_of_a_sum(number: int) -> None:
    hours = work([number] * len(NORMALS), [0.5] * len(NORMALS), NORMALS)
    assert fmean(hours) == pytest.approx(number * 0.5, rel=0.01)
    assert math.sqrt(pvariance(hours)) == pytest.approx(math.sqrt(number) * 0.5, rel=0.05)


def test_they_are_those_of_the_reckoning_of_a_single_day() -> None:
    draws = Dice(seed=3, days=400, levels=[True]).of(1).calls
    rates = [index / 8 for index in range(400)]
    assert counts(in_steps(rates), draws) == [contacts(rate, draw) for rate, draw in zip(rates, draws, strict=True)]


def test_no_ticket_is_no_work() -> None:
    assert work([0], [0.5], [3.0]) == [0.0]


def test_work_waits_where_it_is_more_than_can_be_done_and_is_caught_up() -> None:
    assert queue([5.0, 9.0, 0.0, 2.0, 8.0], [6.0, 6.0, 1.0, 6.0, 6.0]) == [0.0, 3.0, 2.0, 0.0, 2.0]


def test_a_day_off_lets_work_wait() -> None:
    assert queue([4.0, 4.0, 4.0], [5.0, 0.0, 5.0]) == [0.0, 4.0, 3.0]


def test_the_longest_wait_begins_within_the_day_or_on_one_before() -> None:
    assert backs([8.0, 8.0, 8.0], 2.0) == (
        Back(day=0, part=0.75),
        Back(day=1, part=0.75),
        Back(day=2, part=0.75),
    )
    assert backs([8.0, 8.0, 8.0], 12.0) == (Back(day=-1, part=0.0), Back(day=0, part=0.5), Back(day=1, part=0.5))


def test_closed_days_do_not_age_work() -> None:
    assert backs([8.0, 0.0, 8.0], 12.0)[2] == Back(day=0, part=0.5)
    assert backs([8.0, 0.0, 0.0], 2.0) == (Back(day=0, part=0.75),) * 3


@pytest.mark.parametrize(("waiting", "old"), [(0.0, 0), (2.0, 0), (2.001, 1)])
def test_what_waits_is_too_old_once_it_is_more_than_came_in_since(waiting: float, old: int) -> None:
    # 8 hours of work in 8 hours open: within the last two of them 2 came in
    assert too_old([8.0], [waiting], backs([8.0], 2.0)) == bytes([old])


@pytest.mark.parametrize(("waiting", "old"), [(12.0, 0), (12.001, 1)])
def test_what_came_in_on_days_before_counts_too(waiting: float, old: int) -> None:
    assert too_old([8.0, 8.0], [0.0, waiting], backs([8.0, 8.0], 12.0)) == bytes([0, old])


def test_nothing_is_too_old_before_so_long_has_passed() -> None:
    assert too_old([8.0], [8.0], backs([8.0], 12.0)) == bytes([0])


def test_the_queue_of_days_is_that_of_a_ticket_by_ticket_reckoning() -> None:
    """First in, first out by single hours of work against the sums: what waits, and whether the oldest is too old."""
    draws = Dice(seed=3, days=120, levels=[True]).of(1)
    arriving = work(counts(in_steps([9.0] * 120), draws.contacts[0]), [0.5] * 120, draws.work[0])
    able, longest = [4.6] * 120, 12.0
    waiting = queue(arriving, able)
    old = too_old(arriving, waiting, backs([8.0] * 120, longest))
    arrived_by: list[tuple[float, float]] = []  # work left of each day, first in first out
    for day in range(120):
        arrived_by.append((day * 8.0, arriving[day]))
        able_left = able[day]
        while arrived_by and able_left > 0:
            start, left = arrived_by[0]
            done = min(able_left, left)
            able_left -= done
            arrived_by[0] = (start, left - done)
            if left - done <= 0:
                arrived_by.pop(0)
        assert math.fsum(left for _, left in arrived_by) == pytest.approx(waiting[day], abs=1e-9)
        if not arrived_by:
            assert not old[day]
            continue
        start, left = arrived_by[0]
        arrival = start + 8.0 * (1 - left / arriving[int(start // 8)])
        assert bool(old[day]) == ((day + 1) * 8.0 - arrival > longest)
