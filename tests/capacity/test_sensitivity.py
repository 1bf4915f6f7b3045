from dataclasses import replace

import pytest

from rollout_kit.capacity import figures as named
from rollout_kit.capacity.answers import Bar
from rollout_kit.capacity.expectation import expectation_of
from rollout_kit.capacity.figures import Mark, handling_of, passes_on_of, shrinkage_of
from rollout_kit.capacity.sensitivity import bars_of, level_on, matters, rests_on
from rollout_kit.capacity.trials import Trials
from tests.capacity.asked import DESK, EVEN, asked
from tests.capacity.outgrown import tight

CONTRACT = '[support.L2]\nvendor = "m"\nresponse = "8 h"\n[vendors.m]\nname = "M"\n'
PEOPLE = '[support.L3]\nstaff = 1\nhours = "Mon-Fri 08:00-17:00"\n'


@pytest.fixture(scope="module")
def bars() -> tuple[Bar, ...]:
    return bars_of(Trials(tight(), runs=40), expectation_of(tight()))


def test_each_figure_with_a_range_has_a_bar(bars: tuple[Bar, ...]) -> None:
    ranged = {figure.name for figure in tight().figures if not figure.is_certain}
    assert {bar.figure for bar in bars} == ranged


def test_the_bar_that_moves_the_runs_most_comes_first(bars: tuple[Bar, ...]) -> None:
    sways = [abs(bar.outgrown_high - bar.outgrown_low) for bar in bars]
    assert sways == sorted(sways, reverse=True)
    assert sways[0] > 0.2


def test_more_work_is_outgrown_more_often_and_waits_longer(bars: tuple[Bar, ...]) -> None:
    for name in (named.TICKETS, named.GOLIVE_FACTOR, handling_of("ticket")):
        bar = next(bar for bar in bars if bar.figure == name)
        assert bar.outgrown_low < bar.outgrown_high
        assert bar.backlog_days_low < bar.backlog_days_high


def test_the_phone_is_told_exactly_on_its_worst_day(bars: tuple[Bar, ...]) -> None:
    expectation = expectation_of(tight())
    levels = {index: day.phone.level for index, day in enumerate(expectation.days) if day.phone and day.phone.level}
    worst = min(levels, key=lambda index: levels[index])
    assert level_on(tight(), worst) == pytest.approx(levels[worst], abs=1e-3)
    bar = next(bar for bar in bars if bar.figure == named.TICKETS)
    assert bar.level_low == level_on(tight().with_figure(named.TICKETS, 0.65), worst)
    assert bar.level_high is not None
    assert bar.level_low > bar.level_high


def test_no_level_is_told_where_nobody_waits_or_the_desk_is_closed() -> None:
    tickets = asked(EVEN + "[load.channels.ticket]\nshare = 1\n" + DESK)
    assert level_on(tickets, 0) is None
    assert level_on(tight(), 5) is None  # a Saturday
    bars = bars_of(Trials(tickets, runs=2), expectation_of(tickets))
    assert {(bar.level_low, bar.level_high) for bar in bars} == {(None, None)}


def test_a_verdict_rests_on_weak_figures_of_which_one_value_turns_it() -> None:
    weak, strong = (figure.name for figure in (tight().figure(named.BLENDING), tight().figure(named.TICKETS)))
    assert (tight().figure(weak).mark, tight().figure(strong).mark) == (Mark.NONE, Mark.STATED)
    bar = Bar(
        figure=weak,
        outgrown_middle=0.2,
        outgrown_low=0.4,
        outgrown_high=0.0,
        backlog_days_low=1,
        backlog_days_high=0,
        changes_verdict=True,
    )
    given = (bar, replace(bar, figure=strong), replace(bar, figure=named.RAMP, changes_verdict=False))
    assert rests_on(tight(), given) == (weak,)


def test_a_figure_at_its_likely_value_leaves_the_share_that_bars_are_held_against() -> None:
    trials = Trials(tight(), runs=40)
    (stands,) = {bar.outgrown_middle for bar in bars_of(trials, expectation_of(tight()))}
    likely = tight().with_figures(*(figure.pinned(figure.likely) for figure in tight().figures))
    assert stands == trials.variant(likely).first(40).share_outgrown


def test_a_bar_says_whether_its_ends_differ_in_the_verdict() -> None:
    nearly = tight().with_level(replace(tight().first_level, staff=3.0))
    bars = bars_of(Trials(nearly, runs=40), expectation_of(nearly))
    turned = [bar for bar in bars if bar.changes_verdict]
    assert turned
    assert all(min(bar.outgrown_low, bar.outgrown_high) <= 0.1 for bar in turned)


def test_figures_of_a_contract_move_nothing() -> None:
    question = asked(EVEN + DESK + CONTRACT)
    assert [matters(question, name) for name in (passes_on_of("L1"), handling_of("L2"), shrinkage_of("L2"))] == [
        False
    ] * 3
    assert matters(question, shrinkage_of("L1"))
    assert matters(question, named.TICKETS)
    assert matters(question, handling_of("phone"))


def test_figures_of_a_contract_matter_where_it_hands_on_to_people() -> None:
    question = asked(EVEN + DESK + CONTRACT + PEOPLE)
    assert matters(question, passes_on_of("L1"))
    assert matters(question, passes_on_of("L2"))
