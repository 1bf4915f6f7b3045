"""Work that waits, against queues done by hand; one half hour has half an hour of work for one person."""

from collections.abc import Sequence

import pytest

from rollout_kit.capacity.backlog import Backlog, Work, days_to_clear, worked_off
from rollout_kit.capacity.half_hours import CLOSED

MORNING = tuple(30 if place in range(16, 20) else 0 for place in range(48))  # 08:00 to 10:00


def queued(comes: dict[int, float], days: Sequence[tuple[int, ...]], people: float = 1, target: float = 1) -> Backlog:
    """Return the backlog of hours of work that come at half hours, each hour one contact."""
    hours = [comes.get(index, 0.0) for index in range(48 * len(days))]
    able = [people * minutes / 60 for day in days for minutes in day]
    return worked_off(Work(contacts=hours, hours=hours), days, able, target)


def test_what_comes_while_somebody_is_free_does_not_wait() -> None:
    found = queued({16: 0.5, 17: 0.5, 18: 0.5, 19: 0.5}, [MORNING])
    assert (found.hours, found.oldest, found.in_time) == ((0,), (0,), (1,))


def test_what_is_too_much_waits_in_its_order() -> None:
    found = queued({16: 3.0}, [MORNING, MORNING])
    assert found.hours == (1, 0)
    assert found.oldest == (2, 0)
    assert [index for index, done in enumerate(found.done) if done] == [16, 17, 18, 19, 64, 65]


def test_the_share_in_time_is_that_taken_up_within_the_target_of_what_came_on_the_day() -> None:
    assert queued({16: 3.0}, [MORNING, MORNING], target=1).in_time == (0.5, None)  # taken up in 16, 17, 18 of six
    assert queued({16: 3.0}, [MORNING, MORNING], target=1.5).in_time == (pytest.approx(4 / 6), None)
    assert queued({16: 3.0}, [MORNING, MORNING], target=0).in_time == (pytest.approx(1 / 6), None)


def test_hours_in_which_nobody_is_there_are_no_waiting() -> None:
    found = queued({19: 1.0}, [MORNING, CLOSED, MORNING], target=0.5)
    assert found.oldest == (0.5, 0.5, 0)
    assert found.in_time == (1, None, None)


def test_what_comes_while_closed_waits_from_the_opening_on() -> None:
    found = queued({40: 0.5}, [MORNING, MORNING], target=0)
    assert found.hours == (0.5, 0)
    assert found.oldest == (0, 0)
    assert found.in_time == (1, None)


def test_the_first_in_is_the_first_out() -> None:
    found = queued({16: 2.0, 17: 1.0}, [MORNING, MORNING], target=1)
    assert found.hours == (1, 0)
    assert found.oldest == (1.5, 0)


def test_what_is_never_taken_up_is_late_once_it_has_waited_too_long() -> None:
    assert queued({16: 1.0}, [MORNING], people=0, target=2).in_time == (1,)
    assert queued({16: 1.0}, [MORNING], people=0, target=1.5).in_time == (0,)


def test_contacts_without_work_are_done_at_once() -> None:
    contacts, nothing = [0.0] * 48, [0.0] * 48
    contacts[16] = 3.0
    found = worked_off(Work(contacts=contacts, hours=nothing), [MORNING], nothing, 0)
    assert found.done[16] == 3
    assert found.in_time == (1,)


def test_nothing_is_lost() -> None:
    comes = {16: 1.7, 17: 0.3, 40: 2.9, 70: 0.1}
    found = queued(comes, [MORNING] * 3)
    assert sum(found.done) + found.hours[-1] == pytest.approx(sum(comes.values()))


def test_days_to_clear_are_days_like_this_one_or_like_the_last_on_which_somebody_worked() -> None:
    assert days_to_clear((4, 4, 0, 3), (8, 0, 8, 2)) == (0.5, 0.5, 0, 1.5)
    assert days_to_clear((4, 4), (0, 8)) == (0.5, 0.5)


def test_nobody_never_clears_anything() -> None:
    assert days_to_clear((4, 0), (0, 0)) == (None, 0)
