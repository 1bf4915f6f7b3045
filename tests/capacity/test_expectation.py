"""The exact answer: what is missed, when it is outgrown, which limit binds; and that more help never harms."""

import math
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rollout_kit.capacity import figures as named
from rollout_kit.capacity.answers import Expectation, Limit, Spike
from rollout_kit.capacity.expectation import expectation_of
from rollout_kit.capacity.model import Question
from tests.capacity.asked import DESK, EVEN, asked

CHANNELS = """
[load.channels.phone]
share = 0.6
handling = "12 min"
patience = "3 min"

[load.channels.ticket]
share = 0.4
handling = "20 min"
"""
MAIL = '[load.channels.mail]\nhandling = "60 min"\n'
L2 = '[support.L2]\nstaff = 1\nhours = "Mon-Fri 08:00-17:00"\nshrinkage = 0\nhandling = "60 min"\nresponse = "4 h"\n'


def expected(rest: str = CHANNELS, users: int = 100) -> Expectation:
    return expectation_of(asked(EVEN + rest + ("" if "[support.L1]" in rest else DESK), users=f"users = {users}"))


def test_every_day_of_the_horizon_has_an_answer() -> None:
    found = expected()
    assert len(found.days) == 28
    assert [day.date for day in found.days] == [day.date for day in found.question.days]
    first, saturday = found.days[0], found.days[5]
    assert (first.is_open, first.users, round(first.contacts, 9)) == (True, 100, 5)
    assert (saturday.is_open, saturday.phone, saturday.missed) == (False, None, ())


def test_a_small_company_is_carried_by_one_person_with_a_quarter_of_the_time() -> None:
    found = expected()
    assert (found.outgrown_on, found.spikes, found.first_limit, found.first_missed_on) == (None, (), None, None)
    assert dict(found.uses)[Limit.PHONE] == pytest.approx(0.25, abs=0.01)  # a third of a call an hour, of 1.3
    assert dict(found.uses)[Limit.WORK] == pytest.approx((3 * 0.2 + 2 / 3) / (0.6 + (9 - 0.6) / 2), rel=0.02)
    assert found.binding_limit is Limit.WORK


def test_a_person_alone_answers_four_of_five_in_a_minute_up_to_about_one_call_an_hour() -> None:
    for calls, level in ((0.5, 0.91), (1.0, 0.84), (2.0, 0.72)):  # the facts
        question = asked(EVEN + CHANNELS + DESK, users=f"users = {round(calls * 9 / 0.6 * 20)}")
        phone = expectation_of(question).days[1].phone
        assert phone is not None
        assert phone.level == pytest.approx(level, abs=0.01)


def test_hours_of_work_below_the_demand_are_outgrown_by_work() -> None:
    found = expected(MAIL, users=200)  # ten hours a day for nine of a person
    assert found.outgrown_on == date(2027, 3, 5)  # an hour more each day: five of them are four hours old
    assert (found.first_limit, found.binding_limit) == (Limit.WORK, Limit.WORK)
    assert dict(found.uses) == {Limit.WORK: pytest.approx(10 / 9)}
    assert [round(day.tiers[0].backlog_hours, 6) for day in found.days[:3]] == [1, 2, 3]
    assert found.days[2].tiers[0].days_to_clear == pytest.approx(3 / 9)


def test_a_wave_that_is_digested_is_a_spike() -> None:
    question = asked(EVEN + MAIL + DESK).with_figure(named.RAMP, 0)
    found = expectation_of(question.with_figure(named.GOLIVE_FACTOR, 4).with_figure(named.HALF_LIFE, 1))
    left = [11, 14.5, 14.25, 12.125, 9.0625]  # nine hours a day of 20, 12.5, 8.75, 6.875, 5.9375
    assert [round(day.tiers[0].backlog_hours, 6) for day in found.days[:5]] == left
    assert found.outgrown_on is None
    assert found.spikes == (Spike(starts_on=date(2027, 3, 1), ends_on=date(2027, 3, 8), open_days=6),)
    assert found.first_missed_on == date(2027, 3, 1)


def test_a_second_level_of_its_own_can_be_the_limit() -> None:
    more = MAIL.replace("60 min", "10 min") + DESK + "passes_on = { to = 'L2', share = 1.0 }\n" + L2
    found = expected(more, users=220)
    assert found.binding_limit is found.first_limit is Limit.L2
    assert found.outgrown_on is not None
    assert [tier.id for tier in found.days[0].tiers] == ["L1", "L2"]


def test_contacts_of_a_contract_are_told_and_never_missed() -> None:
    found = expected(MAIL + DESK + "passes_on = { to = 'L2', share = 0.5 }\n[support.L2]\nresponse = '1 h'\n")
    assert found.days[0].handed == (("L2", pytest.approx(2.5, abs=0.2)),)
    assert found.days[0].missed == ()


def test_what_cannot_be_reached_at_all_is_used_without_end() -> None:
    everybody = CHANNELS.replace('"3 min"', '"3 min"\ntarget = { share = 1.0, within = "60 s" }')
    found = expected(everybody)
    assert dict(found.uses)[Limit.PHONE] == math.inf
    assert found.outgrown_on == date(2027, 3, 1)
    assert found.binding_limit is Limit.PHONE


def test_nobody_at_all_misses_everything_from_the_first_day_on() -> None:
    found = expected(CHANNELS + DESK.replace("staff = 1", "staff = 0"))
    assert found.outgrown_on == date(2027, 3, 1)
    assert set(dict(found.uses).values()) == {math.inf}
    assert found.days[-1].tiers[0].days_to_clear is None


def test_a_person_more_counts_from_the_day_on_which_it_comes() -> None:
    question = asked(EVEN + MAIL + DESK, users="users = 200").with_staff("L1", 1, date(2027, 3, 3))
    assert [round(day.tiers[0].backlog_hours, 6) for day in expectation_of(question).days[:4]] == [1, 2, 0, 0]


def test_the_same_question_has_the_same_answer() -> None:
    assert expectation_of(asked(EVEN + CHANNELS + DESK)) == expected()


def worst(question: Question) -> tuple[float, float, float]:
    """Return the share of calls answered in time, hours of backlog and the age of the oldest, each over all days."""
    found = expectation_of(question)
    levels = [day.phone.level for day in found.days if day.phone is not None]
    return (
        sum(-1.0 if level is None else level for level in levels),
        sum(day.tiers[0].backlog_hours for day in found.days),
        sum(day.tiers[0].oldest_hours for day in found.days),
    )


RUSH = asked(EVEN + CHANNELS + DESK).with_figure(named.GOLIVE_FACTOR, 3)


def desk(users: float, staff: float, shrinkage: float, hours_per_week: float) -> Question:
    question = RUSH.with_waves((replace(RUSH.waves[0], users=users),)).with_figure("shrinkage.L1", shrinkage)
    return question.with_level(replace(question.first_level, staff=staff, hours_per_week=hours_per_week))


DESKS = {
    "users": st.floats(1, 900),
    "staff": st.floats(1, 6),
    "shrinkage": st.floats(0, 0.6),
    "hours_per_week": st.floats(5, 45),
}


@pytest.mark.thorough
@settings(max_examples=25, deadline=None)
@given(more=st.floats(0.05, 3), **DESKS)
def test_more_staff_is_never_worse(
    more: float, users: float, staff: float, shrinkage: float, hours_per_week: float
) -> None:
    before = worst(desk(users, staff, shrinkage, hours_per_week))
    after = worst(desk(users, staff + more, shrinkage, hours_per_week))
    assert after[0] >= before[0] - 1e-3
    assert after[1] <= before[1] * (1 + 1e-3) + 0.05
    # A call more that is answered is a ticket less, and takes an hour and a half for one: the oldest may wait a little.
    assert after[2] <= before[2] * 1.05 + 1.0


@pytest.mark.thorough
@settings(max_examples=25, deadline=None)
@given(part=st.floats(0.1, 0.99), **DESKS)
def test_fewer_users_are_never_worse(
    part: float, users: float, staff: float, shrinkage: float, hours_per_week: float
) -> None:
    before = worst(desk(users, staff, shrinkage, hours_per_week))
    after = worst(desk(users * part, staff, shrinkage, hours_per_week))
    assert after[0] >= before[0] - 1e-3
    assert after[1] <= before[1] * (1 + 1e-3) + 0.05
    assert after[2] <= before[2] * (1 + 1e-3) + 1.0
