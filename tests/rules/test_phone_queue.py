"""Erlang C against values that others have worked out, and at its edges."""

import math

import pytest

from rollout_kit.rules.phone_queue import people_needed, share_answered

SECONDS_20 = 20 / 60


@pytest.mark.parametrize(("people", "percent"), [(7, 88), (6, 74), (5, 47)])
def test_thirty_calls_of_eight_minutes(people: int, percent: int) -> None:
    answered = share_answered(30, 8, people, SECONDS_20)
    assert answered is not None
    assert round(100 * answered) == percent


@pytest.mark.parametrize("calls", [0.5, 1, 2, 4.9])
def test_one_person_alone_is_the_closed_formula(calls: float) -> None:
    load = calls * 12 / 60
    assert share_answered(calls, 12, 1, 1) == pytest.approx(1 - load * math.exp(-(1 - load) / 12), abs=1e-12)


def test_what_is_answered_at_once_is_one_less_those_who_wait() -> None:
    sums = [4.0**k / math.factorial(k) for k in range(7)]
    last = 4.0**7 / math.factorial(7) * 7 / 3
    assert share_answered(30, 8, 7, 0) == pytest.approx(1 - last / (sum(sums) + last), abs=1e-12)


def test_nobody_calls_nobody_is_there_and_too_much_comes_in() -> None:
    assert share_answered(0, 8, 0, 1) == 1.0
    assert share_answered(1, 8, 0, 1) == 0.0
    assert share_answered(30, 8, 4, 1) is None
    assert share_answered(30.1, 8, 4, 1) is None


def test_a_large_desk_does_not_overflow() -> None:
    answered = share_answered(7000, 8, 950, 1)
    assert answered is not None
    assert 0.9 < answered < 1


@pytest.mark.parametrize(("share", "people"), [(0.46, 5), (0.73, 6), (0.75, 7), (0.80, 7), (0.90, 8)])
def test_the_fewest_people_who_reach_a_share(share: float, people: int) -> None:
    assert people_needed(30, 8, SECONDS_20, share) == people


def test_no_number_of_people_answers_everybody() -> None:
    assert people_needed(0, 8, 1, 1.0) == 0
    assert people_needed(60_000_000, 8, 1, 0.8) is None
