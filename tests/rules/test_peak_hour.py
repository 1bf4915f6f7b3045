"""What the peak hour asks of the phone at the edges of its figures; the formulas have tests of their own."""

import math
from dataclasses import replace

import pytest

from rollout_kit.description.load import Target
from rollout_kit.message import Duration, Unit
from rollout_kit.rules.peak_hour import PeakHour


def hour(calls: float = 30, minutes: float = 8, share: float = 0.8, seconds: float = 20) -> PeakHour:
    return PeakHour(
        calls=calls,
        minutes=minutes,
        calls_at_worst=2 * calls,
        minutes_at_worst=minutes,
        target=Target(share=share, within=Duration(amount=seconds, unit=Unit.SECOND)),
    )


def test_the_worst_is_reckoned_with_its_own_figures() -> None:
    assert hour().answered_at_worst(7) == hour(calls=60).answered(7)
    assert hour().answered(7) == pytest.approx(0.881, abs=0.001)


@pytest.mark.parametrize(("people", "answered"), [(0, 0.0), (4, None)])
def test_nobody_answers_and_what_only_grows_has_no_share(people: int, answered: float | None) -> None:
    assert hour().answered(people) == answered
    assert not hour().is_met(answered)


@pytest.mark.parametrize("share", [0.0, 0.46, 0.8, 0.9, 0.999, 1.0])
def test_the_people_needed_are_the_fewest_by_whom_the_target_is_met(share: float) -> None:
    asked = hour(share=share)
    needed = asked.people_needed()
    assert needed is not None
    assert asked.is_met(asked.answered(needed))
    assert needed == 5 or not asked.is_met(asked.answered(needed - 1))


def test_calls_that_take_no_time_need_somebody_to_take_them() -> None:
    assert hour(minutes=0).is_met(hour(minutes=0).answered(1))
    assert hour(minutes=0).people_needed() == 1
    assert hour(calls=0).people_needed() == 0


@pytest.mark.parametrize(
    "absurd", [hour(calls=1e12), hour(calls=math.inf), hour(minutes=math.inf), hour(minutes=1e300)]
)
def test_an_absurd_hour_is_not_reckoned(absurd: PeakHour) -> None:
    assert absurd.answered(7) is None
    assert absurd.people_needed() is None


def test_absurd_numbers_of_people_answer_every_caller() -> None:
    assert hour().is_met(hour().answered(10**12))


def test_an_absurd_target_is_not_reckoned() -> None:
    endless = replace(hour(), target=Target(share=0.8, within=Duration(amount=math.inf, unit=Unit.SECOND)))
    assert endless.people_needed() is None
