"""The business clock against a person who looks at it every minute."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rollout_kit.calendars.clocks import BusinessClock, Wait, longest_gap
from rollout_kit.calendars.times import Times

MOST = 80
STRETCHES = st.lists(st.tuples(st.integers(0, MOST), st.integers(0, MOST)), max_size=6)


def watched(opening: Times, moment: int, duration: int) -> int | None:
    left = duration
    while left > 0:
        if moment > MOST:
            return None
        left -= moment in opening
        moment += 1
    return moment


@given(STRETCHES, st.integers(0, MOST), st.integers(0, 40))
def test_it_runs_while_it_is_open(stretches: list[tuple[int, int]], moment: int, duration: int) -> None:
    opening = Times.of(stretches)

    assert BusinessClock(opening).after(moment, duration) == watched(opening, moment, duration)


@given(STRETCHES, st.integers(-5, MOST + 5))
def test_its_reading_is_what_has_been_open(stretches: list[tuple[int, int]], moment: int) -> None:
    opening = Times.of(stretches)

    assert BusinessClock(opening).reading(moment) == sum(minute in opening for minute in range(-5, moment))


@given(STRETCHES, STRETCHES, st.integers(1, 30))
def test_the_longest_wait_is_the_longest_of_all_moments(
    asked: list[tuple[int, int]], stretches: list[tuple[int, int]], duration: int
) -> None:
    opening, asking = Times.of(stretches), Times.of(asked)
    waits = {moment: watched(opening, moment, duration) for moment in range(MOST) if moment in asking}
    found = BusinessClock(opening).longest(asking, duration)

    if not waits or None in waits.values():
        assert found is None
    else:
        lengths = {moment: done - moment for moment, done in waits.items() if done is not None}
        longest = max(lengths.values())
        assert found == Wait(asked_at=min(m for m, length in lengths.items() if length == longest), minutes=longest)


def test_what_takes_no_time_is_done_at_once() -> None:
    clock = BusinessClock(Times.of([(10, 20)]))

    assert clock.after(0, 0) == 0
    assert clock.longest(Times.of([(0, 5)]), 0) == Wait(asked_at=0, minutes=0)


@pytest.mark.parametrize(("duration", "done"), [(9, 19), (10, 20), (11, 31)])
def test_what_just_fits_is_done_before_it_closes(duration: int, done: int) -> None:
    assert BusinessClock(Times.of([(10, 20), (30, 40)])).after(10, duration) == done


def test_who_asks_a_minute_late_for_all_there_is_waits_through_the_gap() -> None:
    clock = BusinessClock(Times.of([(10, 20), (30, 40)]))

    assert clock.longest(Times.of([(5, 21)]), 10) == Wait(asked_at=11, minutes=20)
    assert clock.longest(Times.of([(5, 11)]), 10) == Wait(asked_at=5, minutes=15)


def test_a_gap_is_what_none_covers() -> None:
    gap = longest_gap(Times.of([(0, 100)]), [Times.of([(10, 40)]), Times.of([(30, 60)])])

    assert gap.stretches == ((0, 10), (60, 100))
    assert Wait(asked_at=3, minutes=4).answered_at == 7
