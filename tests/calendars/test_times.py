"""Sets of time against a list of minutes, one by one."""

from datetime import UTC, datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from rollout_kit.calendars.times import Times, minute_of, moment_of

MOST = 60
STRETCHES = st.lists(st.tuples(st.integers(0, MOST), st.integers(0, MOST)), max_size=8)


def one_by_one(times: Times) -> set[int]:
    return {minute for start, end in times.stretches for minute in range(start, end)}


def listed(stretches: list[tuple[int, int]]) -> set[int]:
    return {minute for start, end in stretches for minute in range(start, end)}


@given(STRETCHES)
def test_a_set_holds_the_minutes_of_its_stretches(stretches: list[tuple[int, int]]) -> None:
    times = Times.of(stretches)

    assert one_by_one(times) == listed(stretches)
    assert [minute for minute in range(-1, MOST + 2) if minute in times] == sorted(listed(stretches))
    assert times.minutes == len(listed(stretches))
    assert bool(times) is bool(listed(stretches))


@given(STRETCHES)
def test_stretches_are_ordered_and_touch_nowhere(stretches: list[tuple[int, int]]) -> None:
    found = Times.of(stretches).stretches

    assert all(start < end for start, end in found)
    assert all(one[1] < other[0] for one, other in pairwise(found))


@given(STRETCHES, STRETCHES)
def test_sets_are_joined_shared_and_taken_away(one: list[tuple[int, int]], other: list[tuple[int, int]]) -> None:
    first, second = Times.of(one), Times.of(other)

    assert one_by_one(first | second) == listed(one) | listed(other)
    assert one_by_one(first & second) == listed(one) & listed(other)
    assert one_by_one(first - second) == listed(one) - listed(other)
    for made in (first | second, first & second, first - second):
        assert made == Times.of(made.stretches)


def test_stretches_that_touch_are_one() -> None:
    assert Times.of([(5, 9), (0, 5)]).stretches == ((0, 9),)
    assert Times.of([(6, 9), (0, 5)]).stretches == ((0, 5), (6, 9))


def test_sets_that_touch_share_nothing_and_take_nothing_away() -> None:
    one, next_to_it = Times.of([(0, 5), (8, 9)]), Times.of([(5, 8)])

    assert (one & next_to_it).stretches == (next_to_it & one).stretches == ()
    assert (one - next_to_it, next_to_it - one) == (one, next_to_it)


def test_what_lies_before_takes_nothing_away_and_what_follows_does() -> None:
    taken = Times.of([(0, 1), (5, 7), (8, 9)])

    assert (Times.of([(2, 10)]) - taken).stretches == ((2, 5), (7, 8), (9, 10))


@given(STRETCHES, st.integers(0, MOST), st.integers(0, MOST))
def test_a_part_lies_between_two_minutes(stretches: list[tuple[int, int]], first: int, end: int) -> None:
    assert one_by_one(Times.of(stretches).between(first, end)) == listed(stretches) & set(range(first, end))


def test_the_longest_stretch_is_the_first_of_equals() -> None:
    assert Times.of([(0, 2), (5, 9), (20, 24)]).longest == (5, 9)
    assert Times().longest is None


def test_a_moment_has_its_minute_and_back() -> None:
    moment = datetime(2027, 3, 28, 3, 30, tzinfo=ZoneInfo("Europe/Zurich"))

    assert moment_of(minute_of(moment), ZoneInfo("Europe/Zurich")) == moment
    assert minute_of(datetime(1970, 1, 1, 1, tzinfo=UTC)) == 60
