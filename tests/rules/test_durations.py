"""Lengths of time put together."""

import pytest

from rollout_kit.message import Duration, Unit
from rollout_kit.rules.durations import told, total


def length(amount: float, unit: Unit) -> Duration:
    return Duration(amount=amount, unit=unit)


@pytest.mark.parametrize(
    ("given", "sum"),
    [
        ([length(12, Unit.HOUR), length(14, Unit.HOUR)], length(26, Unit.HOUR)),
        ([length(2, Unit.WEEK), length(4, Unit.WEEK)], length(6, Unit.WEEK)),
        ([length(12, Unit.HOUR), length(90, Unit.MINUTE)], length(13.5, Unit.HOUR)),
        ([length(1, Unit.HOUR), length(30, Unit.MINUTE)], length(90, Unit.MINUTE)),
        ([length(1, Unit.DAY), length(12, Unit.HOUR)], length(36, Unit.HOUR)),
        ([length(0.1, Unit.HOUR)] * 3, length(0.3, Unit.HOUR)),
    ],
)
def test_a_sum_stands_in_its_own_unit_where_there_is_one(given: list[Duration], sum: Duration) -> None:
    assert total(given) == sum


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(119, length(119, Unit.MINUTE)), (120, length(2, Unit.HOUR)), (4025, length(67.08, Unit.HOUR))],
)
def test_two_hours_and_more_are_told_in_hours(minutes: float, said: Duration) -> None:
    assert told(minutes) == said
