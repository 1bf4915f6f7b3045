"""The calls of one day, and how many more the people there could take."""

import math
from dataclasses import replace

import pytest

from rollout_kit.capacity.calls import Rush, hours_of
from rollout_kit.capacity.channels import line_of, offered_load
from tests.capacity.asked import DESK, EVEN, asked

OPEN = tuple(30 if 16 <= place < 34 else 0 for place in range(48))
PHONE = '[load.channels.phone]\nshare = 1.0\nhandling = "12 min"\npatience = "3 min"\n'


def rush(per_hour: float, people: int, channels: str = PHONE) -> Rush:
    """Return a day of nine hours with as many calls in each."""
    line = line_of(asked(EVEN + channels + DESK))
    assert line is not None
    arrivals = [per_hour / 2 if minutes else 0.0 for minutes in OPEN]
    *loads, _ = offered_load(arrivals, OPEN, line.handling_seconds, 0.0)
    return Rush(line, arrivals, loads, OPEN, people, 0.8)


def test_people_are_used_up_where_their_most_calls_come() -> None:
    day = rush(1.0, 1)
    most = rush(1 / day.use(), 1).calls().phone
    more = rush(1.01 / day.use(), 1).calls().phone
    assert most is not None
    assert more is not None
    assert (most.is_met, more.is_met) == (True, False)
    assert most.level == pytest.approx(0.8, abs=1e-3)


def test_use_is_in_proportion_to_calls() -> None:
    assert rush(2.0, 1).use() == pytest.approx(2 * rush(1.0, 1).use(), rel=1e-3)
    assert rush(2.0, 2).use() < 1 < rush(2.0, 1).use()


def test_no_calls_use_nobody_and_any_are_too_many_for_nobody() -> None:
    assert rush(0.0, 0).use() == 0
    assert rush(0.1, 0).use() == math.inf
    everybody = PHONE + 'target = { share = 1.0, within = "1 s" }\n'
    assert rush(0.1, 3, everybody).use() > 10
    nothing = PHONE + 'target = { share = 0.0, within = "1 s" }\n'
    assert rush(0.1, 3, nothing).use() < 0.01


def test_five_people_are_used_up_by_their_time_where_the_target_is_easy() -> None:
    easy = PHONE.replace('patience = "3 min"', 'target = { share = 0.1, within = "1 h" }')
    assert rush(10.0, 5, easy).use() == pytest.approx(10 * 0.2 / (5 * 0.8), rel=0.06)
    assert rush(10.0, 4, easy).use() == pytest.approx(10 * 0.2 / 4, rel=0.06)  # four may be busy all the time


def test_the_margin_is_smaller_where_the_target_is_closer() -> None:
    far, near, beyond = (rush(per_hour, 1).calls().margin for per_hour in (0.5, 1.0, 3.0))
    assert far > near > (0, 0) > beyond


def test_a_day_without_a_level_has_no_margin() -> None:
    patient = PHONE.replace('patience = "3 min"\n', "")
    calls = rush(6.0, 1, patient).calls()
    assert calls.phone is not None
    assert calls.phone.level is None
    assert calls.margin[0] == -1
    assert calls.phone.occupancy < 1  # the first half hour begins with nobody on the line


def test_hours_are_people_times_their_half_hours() -> None:
    assert hours_of([2.0] * 48, OPEN) == 18
    assert replace(rush(1.0, 1), people=0).calls().phone is not None


@pytest.mark.parametrize("per_hour", [0.0, 0.3, 1.2, 2.5, 8.0, 40.0])
def test_enough_are_the_fewest_who_keep_the_target_of_the_day(per_hour: float) -> None:
    phones = [rush(per_hour, people).calls().phone for people in range(16)]
    is_met = [phone is not None and phone.is_met for phone in phones]
    assert {phone.enough for phone in phones if phone is not None} == {is_met.index(True)}


def test_a_day_can_be_kept_by_fewer_than_its_worst_half_hour_needs() -> None:
    day = rush(0.9, 1)
    peak = [number * (3 if place in (18, 19) else 0.7) for place, number in enumerate(day.arrivals)]
    *loads, _ = offered_load(peak, OPEN, day.line.handling_seconds, 0.0)
    phone = replace(day, arrivals=peak, loads=loads).calls().phone
    assert phone is not None
    assert (max(number or 0 for number in phone.needed), phone.enough, phone.is_met) == (2, 1, True)


def test_no_number_is_enough_for_all_of_all_callers() -> None:
    phone = rush(1.0, 1, PHONE + 'target = { share = 1.0, within = "60 s" }\n').calls().phone
    assert phone is not None
    assert phone.enough is None
