from dataclasses import replace

import pytest

from rollout_kit.capacity.model import Question
from rollout_kit.capacity.outlook import outlook_of, run_breaches, tried_from
from rollout_kit.capacity.simulation import Simulation
from rollout_kit.capacity.trials import Trials
from tests.capacity.outgrown import tight

RUNS = 40


@pytest.fixture(scope="module")
def trials() -> Trials:
    return Trials(tight(), runs=RUNS)


def with_staff(question: Question, staff: float) -> Question:
    return question.with_level(replace(question.first_level, staff=staff))


def test_the_outlook_is_that_of_the_question_alone(trials: Trials) -> None:
    assert trials.outlook == outlook_of(trials.question, runs=RUNS)


def test_a_variant_meets_the_runs_of_the_question(trials: Trials) -> None:
    base = Simulation(trials.question)
    more = with_staff(trials.question, 5)
    alone, dice = Simulation(more, base), base.dice(1)
    found = [run_breaches(alone.run(dice, run)) for run in range(RUNS)]
    assert trials.tried(more) == tried_from(alone, found)
    assert trials.tried(more) == trials.tried(more)


def test_a_variant_in_staff_alone_says_what_it_says_when_all_is_worked_out_anew(trials: Trials) -> None:
    more = with_staff(trials.question, 4)
    again = replace(more, waves=(*more.waves,))  # equal, but another course
    assert trials.tried(more) == trials.tried(again)


def test_fewer_runs_are_the_first_of_all(trials: Trials) -> None:
    more = with_staff(trials.question, 3)
    assert trials.tried(more, 10).found == trials.tried(more).found[:10]
    assert trials.tried(more, 1000).runs == RUNS
    assert trials.before(10).found == trials.before().found[:10]
    assert trials.before().share_outgrown == trials.outlook.share_outgrown


@pytest.mark.parametrize("staff", [1, 2, 3, 4, 6])
def test_whether_it_scales_is_told_alike_with_fewer_runs(trials: Trials, staff: int) -> None:
    variant = with_staff(trials.question, staff)
    assert trials.scales(variant) is trials.tried(variant).is_scaling
    assert trials.scales(variant, 20) is trials.tried(variant, 20).is_scaling


def test_a_spike_longer_than_hypercare_counts_for_both(trials: Trials) -> None:
    short = replace(with_staff(trials.question, 4), hypercare_days=1)
    assert trials.scales(short) is trials.tried(short).is_scaling
