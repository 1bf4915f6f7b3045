"""The outlook: what a run's breaches are, when most runs are outgrown, and what holds for every question."""

from dataclasses import replace
from datetime import date, timedelta
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rollout_kit.capacity import figures as named
from rollout_kit.capacity.answers import Dates, Limit
from rollout_kit.capacity.draws import Dice
from rollout_kit.capacity.model import Question
from rollout_kit.capacity.outlook import (
    RunBreaches,
    Tried,
    breaches_of,
    error_of,
    is_scaling,
    outlook_of,
    run_breaches,
    tried_from,
    wave_before,
)
from rollout_kit.capacity.simulation import Simulation
from tests.capacity.asked import asked

LOAD = """
[load]
tickets_per_user_month = 1.1
golive_factor = { low = 1.2, likely = 1.6, high = 3.0 }
half_life = "21 days"
repeat_contact_share = 0
horizon = "4 months"
waves = [{ date = 2027-03-01, users = 250 }, { date = 2027-04-05, users = 250 }]
[load.channels.phone]
share = 0.6
handling = "12 min"
patience = "3 min"
target = { share = 0.8, within = "60 s" }
[load.channels.ticket]
share = 0.4
handling = "20 min"
[support.L1]
staff = 3
hours = "Mon-Fri 08:00-17:00"
shrinkage = 0
"""
# The test of the facts takes the peak hour for the whole day: a flat day with as many calls an hour.
PEAK = LOAD.replace("users = 250", "users = 338").replace(
    "half_life", 'peak_hour_share = 0.11\nbusiest_weekday = { day = "Mon", share = 0.2 }\nhalf_life'
)
RUNS = 60


@pytest.fixture(scope="module")
def question() -> Question:
    return asked(LOAD, users="users = 1000")


def test_nine_days_in_a_row_are_a_spike_and_ten_are_outgrown() -> None:
    assert breaches_of(b"\0" * 3 + b"\1" * 9 + b"\0") == RunBreaches(outgrown_at=None, first_limit=None, spikes=(9,))
    assert breaches_of(b"\0" * 3 + b"\1" * 10) == RunBreaches(outgrown_at=3, first_limit=Limit.PHONE, spikes=())


def test_a_day_that_is_met_ends_a_breach() -> None:
    assert breaches_of(b"\2\2\0\2").spikes == (2, 1)
    assert breaches_of(b"").spikes == ()


def test_days_count_whatever_is_missed_on_each_and_the_most_frequent_is_named() -> None:
    found = breaches_of(b"\1" * 4 + b"\2" * 3 + b"\6" * 3)
    assert (found.outgrown_at, found.first_limit) == (0, Limit.WORK)
    assert breaches_of(b"\10" * 10).first_limit is Limit.L3


def test_the_breach_that_comes_first_is_told_and_later_spikes_are_kept() -> None:
    found = breaches_of(b"\1\0" + b"\4" * 12 + b"\0" + b"\1" * 11 + b"\0\1\1")
    assert (found.outgrown_at, found.first_limit, found.spikes) == (2, Limit.L2, (1, 2))


@pytest.mark.parametrize(("spike", "scales"), [(5, True), (6, False)])
def test_a_spike_longer_than_hypercare_does_not_scale(question: Question, spike: int, *, scales: bool) -> None:
    runs = [RunBreaches(outgrown_at=None, first_limit=None, spikes=(1, spike))] * 10
    assert is_scaling(replace(question, hypercare_days=7), runs) is scales
    assert is_scaling(question, runs)


@pytest.mark.parametrize(("outgrown", "scales"), [(0, True), (10, True), (11, False)])
def test_it_scales_where_nine_of_ten_runs_hold(question: Question, outgrown: int, *, scales: bool) -> None:
    bad = RunBreaches(outgrown_at=4, first_limit=Limit.WORK, spikes=())
    good = RunBreaches(outgrown_at=None, first_limit=None, spikes=())
    assert is_scaling(question, [bad] * outgrown + [good] * (100 - outgrown)) is scales


def test_a_share_of_500_runs_is_off_by_four_points_at_most() -> None:
    assert error_of(0.5, 500) == pytest.approx(0.0437, abs=1e-4)
    assert 0 < error_of(0.0, 500) < 0.01


@pytest.mark.parametrize("seed", [1, 2])
def test_the_desk_of_the_facts_is_outgrown_with_two_people_and_holds_with_three(seed: int) -> None:
    asked_for = asked(PEAK, users="users = 1350").with_figure("handling.ticket", 1.0)
    people = asked_for.with_level(replace(asked_for.first_level, staff=2.0))
    two, three = outlook_of(people, runs=200, seed=seed), outlook_of(asked_for, runs=200, seed=seed)
    assert 0.6 <= two.share_outgrown <= 0.85
    assert three.share_outgrown <= 0.03
    assert (two.is_scaling, three.is_scaling) == (False, True)
    assert {(first.limit, first.wave) for first in two.first_by} <= {(Limit.PHONE, 0), (Limit.PHONE, 1)}


def test_no_date_stands_where_fewer_runs_are_outgrown(question: Question) -> None:
    found = outlook_of(question.with_figure(named.TICKETS, 1.1 * 1.2), runs=RUNS)
    early, middle, late = found.outgrown_on.early, found.outgrown_on.middle, found.outgrown_on.late
    assert 0.1 <= found.share_outgrown < 0.5
    assert early is not None
    assert (middle, late) == (None, None)
    hopeless = outlook_of(question.with_level(replace(question.first_level, staff=1.0)), runs=RUNS)
    assert hopeless.share_outgrown == 1
    assert hopeless.outgrown_on == Dates(early=date(2027, 3, 1), middle=date(2027, 3, 1), late=date(2027, 3, 1))
    plenty = outlook_of(question.with_level(replace(question.first_level, staff=20.0)), runs=RUNS)
    assert plenty.outgrown_on == Dates(early=None, middle=None, late=None)
    assert (plenty.first_by, plenty.is_scaling, set(plenty.still_fine)) == ((), True, {1.0})


def test_an_outlook_has_a_value_for_each_day_and_is_the_same_each_time(question: Question) -> None:
    found = outlook_of(question, runs=RUNS)
    days = len(question.days)
    assert found == outlook_of(question, runs=RUNS)
    assert found != outlook_of(question, runs=RUNS, seed=2)
    for series in (found.demand, found.capacity, found.backlog_days):
        assert [id for id, _ in series] == ["L1"]
        band = series[0][1]
        assert len(band.low) == len(band.middle) == len(band.high) == days
        assert all(low <= middle <= high for low, middle, high in zip(band.low, band.middle, band.high, strict=True))
    assert len(found.still_fine) == len(found.missing) == days
    assert list(found.still_fine) == sorted(found.still_fine, reverse=True)
    assert found.still_fine[-1] == pytest.approx(1 - found.share_outgrown)
    assert sum(first.share for first in found.first_by) == pytest.approx(1)


def test_a_short_trial_says_the_same_as_the_whole_outlook(question: Question) -> None:
    whole, simulation = outlook_of(question, runs=RUNS), Simulation(question)
    short = short_of(simulation, simulation.dice(1), RUNS)
    assert (short.share_outgrown, short.outgrown_on, short.longest_spike, short.is_scaling) == (
        whole.share_outgrown, whole.outgrown_on, whole.longest_spike, whole.is_scaling,
    )  # fmt: skip
    assert (short.spike_days, short.peak_backlog_days) == (whole.spike_days, whole.peak_backlog_days)


def short_of(simulation: Simulation, dice: Dice, runs: int) -> Tried:
    return tried_from(simulation, [run_breaches(simulation.run(dice, run)) for run in range(runs)])


def test_the_wave_before_a_day_is_the_last_that_has_begun(question: Question) -> None:
    second = question.waves[1].date
    one = timedelta(days=1)
    assert [wave_before(question, day) for day in (question.starts_on - one, second - one, second)] == [-1, 0, 1]


@pytest.mark.parametrize("seed", [0, -5, 10**30])
def test_any_whole_number_is_a_seed(question: Question, seed: int) -> None:
    assert outlook_of(question, runs=3, seed=seed).runs == 3


@settings(max_examples=15, deadline=None)
@given(users=st.floats(0, 3000), staff=st.floats(0, 12), spread=st.floats(0, 1), seed=st.integers(0, 5))
def test_a_bigger_team_is_never_outgrown_more_often(users: float, staff: float, spread: float, seed: int) -> None:
    question = replace(short_question(), users_before=users).with_figure(named.DEMAND_SPREAD, spread)
    small, large = (question.with_level(replace(question.first_level, staff=number)) for number in (staff, staff + 1))
    base = Simulation(small)
    dice = base.dice(seed)
    before, after = short_of(base, dice, 20), short_of(Simulation(large, base), dice, 20)
    assert after.share_outgrown <= before.share_outgrown
    assert after.peak_backlog_days <= before.peak_backlog_days


@cache
def short_question() -> Question:
    return asked(LOAD.replace("4 months", "6 weeks"), users="users = 500")
