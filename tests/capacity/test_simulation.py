"""Runs against the exact answer: where nothing is left to chance, they are one."""

import math
from dataclasses import replace
from statistics import fmean

import pytest

from rollout_kit.capacity import figures as named
from rollout_kit.capacity.answers import Limit
from rollout_kit.capacity.expectation import expectation_of
from rollout_kit.capacity.model import Question
from rollout_kit.capacity.simulation import LIMITS, NOT_DRAWN, Simulation
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
L2 = '[support.L2]\nstaff = 3\nhours = "Mon-Fri 08:00-17:00"\nshrinkage = 0\nhandling = "60 min"\n'
L3 = '[support.L3]\nstaff = 1\nhours = "Mon-Fri 08:00-17:00"\nshrinkage = 0\nhandling = "60 min"\n'
PASSES = 'passes_on = { to = "L2", share = 0.3 }\n'


def certain(question: Question) -> Question:
    """Return the question with every figure at its likely value, and no spread of the whole demand."""
    pinned = [figure.pinned(figure.likely) for figure in question.figures]
    return question.with_figures(*pinned, question.figure(named.DEMAND_SPREAD).pinned(0.0))


def crowd(staff: int, users: int, more: str = "") -> Question:
    """Return a question with so many users that a day hardly differs from what is expected."""
    desk = DESK.replace("staff = 1", f"staff = {staff}")
    return certain(asked(EVEN + CHANNELS + desk + more, users=f"users = {users}"))


def test_a_run_is_the_same_each_time_and_in_any_order() -> None:
    simulation = Simulation(crowd(3, 400))
    dice = simulation.dice(1)
    first = [simulation.run(dice, run) for run in range(3)]
    assert [simulation.run(simulation.dice(1), run) for run in (2, 1, 0)][::-1] == first
    assert first[0] != first[1]
    assert simulation.run(simulation.dice(2), 0) != first[0]


def test_in_a_crowd_a_run_meets_the_work_and_hours_that_are_expected() -> None:
    question = crowd(60, 20_000, PASSES + L2.replace("staff = 3", "staff = 40"))
    days = expectation_of(question).days
    simulation = Simulation(question)
    dice = simulation.dice(1)
    ran = [simulation.run(dice, run) for run in range(10)]
    assert simulation.days == tuple(index for index, day in enumerate(days) if day.is_open)
    for place in (0, 1):
        exact = [days[index].tiers[place] for index in simulation.days]
        demanded = [hours for one in ran for hours in one.tiers[place].demanded]
        able = [hours for one in ran for hours in one.tiers[place].able]
        assert fmean(demanded) == pytest.approx(fmean(day.demanded_hours for day in exact), rel=0.02)
        assert fmean(able) == pytest.approx(fmean(day.capacity_hours for day in exact), rel=0.02)


def test_in_a_crowd_an_overload_grows_as_expected() -> None:
    question = crowd(40, 25_000)
    days = expectation_of(question).days
    simulation = Simulation(question)
    ran = simulation.run(simulation.dice(1), 0)
    exact = [days[index].tiers[0].backlog_hours for index in simulation.days]
    assert exact[-1] > 500
    assert ran.tiers[0].waiting[-1] == pytest.approx(exact[-1], rel=0.1)


def test_phone_and_tickets_are_missed_on_the_days_on_which_the_exact_answer_misses_them() -> None:
    for staff, users in ((40, 25_000), (60, 20_000), (75, 20_000)):
        question = crowd(staff, users)
        exact = [day.missed for day in expectation_of(question).days if day.is_open]
        missed = Simulation(question)
        ran = missed.run(missed.dice(1), 0).missed
        for limit in (Limit.PHONE, Limit.WORK):
            expected = sum(1 for day in exact if limit in day)
            assert abs(sum(1 for day in ran if day >> LIMITS.index(limit) & 1) - expected) <= 2


@pytest.mark.parametrize("hours_a_day", [0.0, 0.25, 0.5])
def test_no_run_has_more_hours_than_are_stated(hours_a_day: float) -> None:
    simulation = Simulation(crowd(1, 400, f"hours_per_week = {5 * hours_a_day}\n"))
    ran = simulation.run(simulation.dice(1), 0)
    assert list(ran.tiers[0].able) == pytest.approx([hours_a_day] * len(simulation.days))
    assert all(day & 1 for day in ran.missed)


def test_each_figure_with_a_range_is_drawn_from_it() -> None:
    question = asked(CHANNELS + DESK)
    simulation = Simulation(question)
    dice = simulation.dice(1)
    drawn = [simulation._values(dice.of(run)) for run in range(300)]
    for figure in question.figures:
        values = [values[figure.name] for values in drawn]
        assert figure.low <= min(values) <= max(values) <= figure.high
        if figure.name in NOT_DRAWN or figure.is_certain:
            assert set(values) == {figure.likely}
        else:
            mean = (figure.low + figure.likely + figure.high) / 3
            assert fmean(values) == pytest.approx(mean, abs=(figure.high - figure.low) / 15)


def test_a_variant_keeps_the_throw_of_each_figure() -> None:
    question = asked(CHANNELS + DESK)
    simulation = Simulation(question)
    without = replace(question, figures=tuple(one for one in question.figures if one.name != named.BLENDING))
    variant = Simulation(replace(without, figures=(*without.figures, question.figure(named.BLENDING))), simulation)
    throws = simulation.dice(1).of(4)
    assert variant._values(throws) == simulation._values(throws)


def test_a_variant_meets_its_dice_on_the_days_of_the_first() -> None:
    weekdays = crowd(75, 20_000, PASSES + L2)
    saturdays = [(30,) * 4 + (0,) * 44 if day.date.weekday() == 5 else (0,) * 48 for day in weekdays.days]
    second = replace(weekdays.level("L2"), opening=tuple(saturdays))
    base = Simulation(weekdays.with_level(second))
    alone = Simulation(replace(weekdays, levels=(replace(weekdays.first_level, passes_to=None),)), base)
    assert alone.days == base.days
    dice = base.dice(1)
    assert alone.run(dice, 0).tiers[0].demanded == base.run(dice, 0).tiers[0].demanded


def test_one_person_more_never_makes_a_run_worse() -> None:
    question = asked(CHANNELS + DESK.replace("shrinkage = 0", "shrinkage = 0.3"), users="users = 300")
    base = Simulation(question)
    more = Simulation(question.with_staff("L1", 1), base)
    dice = base.dice(1)
    for run in range(40):
        before, after = base.run(dice, run), more.run(dice, run)
        assert after.tiers[0].demanded == before.tiers[0].demanded
        assert all(
            one <= other + 1e-9 for one, other in zip(after.tiers[0].waiting, before.tiers[0].waiting, strict=True)
        )
        assert all(
            not day >> 0 & 1 or earlier >> 0 & 1 for day, earlier in zip(after.missed, before.missed, strict=True)
        )


def test_a_further_level_has_a_bit_of_its_own() -> None:
    question = crowd(75, 20_000, PASSES + L2.replace("staff = 3", "staff = 1"))
    simulation = Simulation(question)
    ran = simulation.run(simulation.dice(1), 0)
    assert ran.missed[-1] == 1 << LIMITS.index(Limit.L2)
    assert [level.id for level in simulation.tiers] == ["L1", "L2"]


def test_a_third_level_gets_what_the_second_has_finished() -> None:
    further = 'passes_on = { to = "L3", share = 0.5 }\n'
    question = crowd(
        75, 20_000, PASSES + L2.replace("staff = 3", "staff = 200") + further + L3.replace("= 1\n", "= 150\n")
    )
    simulation = Simulation(question)
    ran = simulation.run(simulation.dice(1), 0)
    assert fmean(ran.tiers[2].demanded) == pytest.approx(fmean(ran.tiers[1].demanded) / 2, rel=0.03)


def test_a_contract_hands_on_without_people() -> None:
    contract = '[support.L2]\nvendor = "m"\nresponse = "8 h"\npasses_on = { to = "L3", share = 1.0 }\n'
    contract += '[vendors.m]\nname = "M"\n'
    question = crowd(75, 20_000, PASSES + contract + L3.replace("= 1\n", "= 400\n"))
    simulation = Simulation(question)
    ran = simulation.run(simulation.dice(1), 0)
    assert [level.id for level in simulation.tiers] == ["L1", "L3"]
    assert math.fsum(ran.tiers[1].demanded) == pytest.approx(0.3 * 20 * 1000, rel=0.03)


def test_a_desk_that_is_never_open_lets_all_work_wait() -> None:
    question = crowd(2, 400)
    closed = replace(question.first_level, opening=((0,) * 48,) * len(question.days), open_hours_per_week=0.0)
    days = tuple(replace(day, is_open=False) for day in question.days)
    simulation = Simulation(replace(question.with_level(closed), days=days))
    ran = simulation.run(simulation.dice(1), 0)
    assert ran.missed == b""
    assert ran.tiers[0].waiting[-1] == pytest.approx(math.fsum(ran.tiers[0].demanded))


@pytest.mark.parametrize("people", [41, 55, 99, 250])
def test_what_many_people_can_take_is_told_between_steps(people: int) -> None:
    question = crowd(people, 20_000)
    desk = Simulation(question).desk
    by_steps, exactly = desk._most_of(0, people), desk._exactly(0, people)
    assert by_steps == pytest.approx(exactly, rel=2e-3)
