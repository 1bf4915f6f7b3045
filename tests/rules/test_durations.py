"""Lengths of time put together."""

import pytest

from rollout_kit.language.words import NO_BREAK, Words
from rollout_kit.message import Duration, Unit, message
from rollout_kit.rules.durations import minutes_of, total


def length(amount: float, unit: Unit) -> Duration:
    return Duration(amount=amount, unit=unit)


@pytest.mark.parametrize(
    ("given", "minutes", "told"),
    [
        ([length(12, Unit.HOUR), length(14, Unit.HOUR)], 1560, "26 h"),
        ([length(2, Unit.WEEK), length(4, Unit.WEEK)], 60480, "6 weeks"),
        ([length(12, Unit.HOUR), length(90, Unit.MINUTE)], 810, "13 h 30 min"),
        ([length(1, Unit.HOUR), length(30, Unit.MINUTE)], 90, "1 h 30 min"),
        ([length(1, Unit.DAY), length(12, Unit.HOUR)], 2160, "36 h"),
        ([length(0.1, Unit.HOUR)] * 3, 18, "0.3 h"),
    ],
)
def test_a_sum_stands_in_its_own_unit_where_there_is_one(given: list[Duration], minutes: float, told: str) -> None:
    assert minutes_of(given) == minutes
    assert Words("en").text(message("{sum}", sum=total(given))).replace(NO_BREAK, " ") == told
