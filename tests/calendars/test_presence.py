import pytest

from rollout_kit.calendars.presence import (
    AFTERNOON,
    HALF_DAY_MINUTES,
    afternoon_of,
    before,
    length,
    morning_of,
    shared,
    united,
    without,
)


def hours(*spans: tuple[float, float]) -> tuple[tuple[int, int], ...]:
    return tuple((round(start * 60), round(end * 60)) for start, end in spans)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ([], ()),
        ([(13, 17), (8, 12)], hours((8, 12), (13, 17))),
        ([(8, 12), (12, 17)], hours((8, 17))),
        ([(8, 12), (11, 14)], hours((8, 14))),
        ([(8, 17), (9, 10)], hours((8, 17))),
    ],
)
def test_spans_that_overlap_or_touch_become_one(written, expected):
    assert united(hours(*written)) == expected


@pytest.mark.parametrize(
    ("taken", "left"),
    [
        ([], [(8, 14)]),
        ([(14, 15)], [(8, 14)]),
        ([(13, 15)], [(8, 13)]),
        ([(7, 9)], [(9, 14)]),
        ([(9, 10), (11, 12)], [(8, 9), (10, 11), (12, 14)]),
        ([(8, 14)], []),
    ],
)
def test_what_is_taken_is_cut_out(taken, left):
    assert without(hours((8, 14)), hours(*taken)) == hours(*left)


@pytest.mark.parametrize(
    ("written", "morning", "afternoon"),
    [
        ((8, 17), [(8, 12)], [(13, 17)]),  # there all day: the hour from 12:00 is lunch
        ((8, 12), [(8, 12)], []),
        ((8, 12.5), [(8, 12.5)], []),
        ((8, 13), [(8, 13)], []),  # ends with lunch: no lunch
        ((8, 13 + 1 / 60), [(8, 12)], [(13, 13 + 1 / 60)]),
        ((12, 17), [], [(12, 17)]),  # begins at noon: an afternoon
        ((12 - 1 / 60, 17), [(12 - 1 / 60, 12)], [(13, 17)]),
        ((13, 17), [], [(13, 17)]),
        ((0, 6), [(0, 6)], []),
        ((22, 30), [], [(22, 30)]),  # into the next morning, all of it today's
    ],
)
def test_a_span_is_split_around_lunch(written, morning, afternoon):
    assert (morning_of(hours(written)), afternoon_of(hours(written))) == (hours(*morning), hours(*afternoon))


def test_before_cuts_at_the_minute():
    spans = hours((12, 14), (13, 15), (12, 13))
    assert before(AFTERNOON, spans) == hours((12, 13), (12, 13))


def test_length_is_the_sum_of_minutes():
    assert length(hours((8, 12), (13, 14.5))) == 330


@pytest.mark.parametrize(
    ("other", "both"),
    [
        ((6, 8), []),
        ((6, 8 + 1 / 60), [(8, 8 + 1 / 60)]),
        ((9, 10), [(9, 10)]),
        ((12 - 1 / 60, 14), [(12 - 1 / 60, 12)]),
        ((12, 14), []),
    ],
)
def test_spans_that_only_touch_share_nothing(other, both):
    assert shared(hours((8, 12)), hours(other)) == hours(*both)


def test_a_day_is_two_half_days_of_four_hours():
    assert HALF_DAY_MINUTES == 4 * 60
