"""When a round is held next, and what a length of time is in working days."""

from datetime import date
from typing import Literal

import pytest

from rollout_kit.description.improvement import Feedback
from rollout_kit.message import Duration, Unit
from rollout_kit.rules.rounds import first_round, working_days

START = date(2027, 1, 12)
Pace = Literal["day", "week", "month"] | None


@pytest.mark.parametrize("every", ["day", "week", "month", None])
def test_a_round_that_begins_later_is_held_then(every: Pace) -> None:
    meeting = Feedback(name="Round", every=every, starts_on=START)
    assert first_round(meeting, START) == first_round(meeting, date(2027, 1, 11)) == START


@pytest.mark.parametrize(
    ("every", "since", "held"),
    [
        ("day", date(2027, 1, 13), date(2027, 1, 13)),
        ("week", date(2027, 1, 13), date(2027, 1, 19)),
        ("week", date(2027, 1, 19), date(2027, 1, 19)),
        ("week", date(2027, 1, 20), date(2027, 1, 26)),
        ("month", date(2027, 1, 13), date(2027, 2, 12)),
        ("month", date(2027, 2, 12), date(2027, 2, 12)),
        ("month", date(2027, 12, 13), date(2028, 1, 12)),
        (None, date(2027, 1, 13), None),
    ],
)
def test_a_round_that_began_goes_on_at_its_own_pace(every: Pace, since: date, held: date | None) -> None:
    assert first_round(Feedback(name="Round", every=every, starts_on=START), since) == held


def test_a_round_of_the_last_day_is_held_on_the_last_of_shorter_months() -> None:
    meeting = Feedback(name="Round", every="month", starts_on=date(2026, 12, 31))
    assert first_round(meeting, date(2027, 2, 1)) == date(2027, 2, 28)
    assert first_round(meeting, date(2027, 3, 1)) == date(2027, 3, 31)


def test_a_round_without_a_beginning_is_not_known() -> None:
    assert first_round(Feedback(name="Round", every="week"), START) is None


@pytest.mark.parametrize(
    ("amount", "unit", "days"),
    [(3, Unit.DAY, 3), (1, Unit.WEEK, 5), (1, Unit.MONTH, 21), (24, Unit.HOUR, 1), (60, Unit.MINUTE, 1 / 24)],
)
def test_a_week_has_five_working_days_and_a_day_is_one(amount: float, unit: Unit, days: float) -> None:
    assert working_days(Duration(amount=amount, unit=unit)) == pytest.approx(days)
