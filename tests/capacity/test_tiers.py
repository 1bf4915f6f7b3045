"""Levels one after the other, each in its own hours."""

import pytest

from rollout_kit.capacity.demand import demand_of
from rollout_kit.capacity.first_level import first_level_of
from rollout_kit.capacity.model import Question
from rollout_kit.capacity.tiers import HandedOn, Worked, by_day, further_levels, hours_of_day
from tests.capacity.asked import DESK, EVEN, asked

MAIL = '[load.channels.mail]\nhandling = "30 min"\n'
L2 = '[support.L2]\nstaff = 1\nhours = "Mon-Fri 08:00-12:00"\nshrinkage = 0\nhandling = "60 min"\n'
L3 = '[support.L3]\nresponse = "8 h"\n'
PASSES = "passes_on = { to = 'L2', share = 0.4 }\n"


def further(question: Question) -> tuple[tuple[Worked, ...], tuple[HandedOn, ...]]:
    return further_levels(question, first_level_of(question, demand_of(question)).done)


def test_the_share_that_is_handed_on_is_work_of_the_next_level() -> None:
    ((second,), (third,)) = further(
        asked(EVEN + MAIL + DESK + PASSES + L2 + "passes_on = { to = 'L3', share = 0.5 }\n" + L3)
    )
    assert second.contacts[0] == pytest.approx(2)  # 40 % of five
    assert second.demanded[0] == pytest.approx(2)
    assert second.able[0] == 4
    assert sum(third.contacts) == pytest.approx(20, abs=0.7)  # half of 40, but for what waits at the end
    assert third.level.response_hours == 8


def test_what_is_handed_on_after_its_hours_waits_for_the_morning() -> None:
    ((second,), _) = further(asked(EVEN + MAIL + DESK + PASSES + L2))
    afternoon = 2 * 10 / 18
    assert second.backlog.hours[0] == pytest.approx(afternoon, abs=0.12)
    assert second.backlog.oldest[0] == 0
    assert second.backlog.in_time[0] == 1


def test_a_level_hands_on_to_the_level_it_names() -> None:
    text = EVEN + MAIL + DESK + PASSES.replace("L2", "L3") + L2 + "passes_on = { to = 'L3', share = 0 }\n" + L3
    ((second,), (third,)) = further(asked(text))
    assert not any(second.contacts)
    assert third.contacts[0] == pytest.approx(2, abs=0.2)


def test_a_contract_in_the_middle_hands_on_too() -> None:
    second_level = "[support.L2]\nresponse = '4 h'\npasses_on = { to = 'L3', share = 0.5 }\n"
    third_level = "[support.L3]\nstaff = 1\nhours = '24x7'\n"
    ((third,), (second,)) = further(asked(EVEN + MAIL + DESK + PASSES + second_level + third_level))
    assert second.contacts[0] == pytest.approx(2, abs=0.2)
    assert third.contacts[0] == pytest.approx(second.contacts[0] / 2)


def test_without_a_second_level_nothing_is_handed_on() -> None:
    assert further(asked(EVEN + MAIL + DESK)) == ((), ())


HOLIDAYS = """
[provider.holidays]
add = [{ date = 2027-03-02, name = "X", half = true }, { date = 2027-03-03, name = "Y" }]
"""


def test_hours_of_a_half_day_are_half_a_day() -> None:
    question = asked(EVEN + DESK.replace("08:00-17:00", "08:00-16:00") + HOLIDAYS)
    assert [hours_of_day(question, question.first_level, index) for index in range(4)] == [8, 4, 0, 8]


def test_days_sum_their_half_hours() -> None:
    assert by_day([1.0] * 48 + [0.5] * 48) == (48, 24)
