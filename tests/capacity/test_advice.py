from dataclasses import replace

import pytest

from rollout_kit.capacity.advice import advice_of
from rollout_kit.capacity.answers import Advice, Outlook
from rollout_kit.capacity.need import need_of
from rollout_kit.capacity.trials import Trials
from tests.capacity.outgrown import tight

RUNS = 60


@pytest.fixture(scope="module")
def trials() -> Trials:
    return Trials(tight(), runs=RUNS)


@pytest.fixture(scope="module")
def outlook(trials: Trials) -> Outlook:
    return trials.outlook


@pytest.fixture(scope="module")
def advice(trials: Trials, outlook: Outlook) -> tuple[Advice, ...]:
    return advice_of(trials, outlook, need_of(trials, outlook))


def test_advice_is_sorted_by_what_it_does_to_the_runs_that_are_outgrown(advice: tuple[Advice, ...]) -> None:
    effects = [(one.share_outgrown, one.spike_days, one.backlog_days) for one in advice]
    assert effects == sorted(effects)
    assert len(advice) >= 8


def test_each_is_compared_with_the_same_runs_without_it(
    trials: Trials, outlook: Outlook, advice: tuple[Advice, ...]
) -> None:
    for one in advice:
        now = trials.tried(one.change.question)
        assert one.share_outgrown == now.share_outgrown
        assert one.gain == pytest.approx(outlook.share_outgrown - now.share_outgrown)
        assert (one.spike_days_before, one.backlog_days_before) == (outlook.spike_days, outlook.peak_backlog_days[1])


def test_what_is_needed_at_least_is_among_it_and_is_enough(advice: tuple[Advice, ...]) -> None:
    enough = [one for one in advice if one.change.text.text.endswith("from {first} to {last}")]
    assert [one.is_scaling for one in enough] == [True]


def test_a_change_that_makes_nothing_better_is_told_too(advice: tuple[Advice, ...]) -> None:
    assert {one.is_better for one in advice} == {True, False}


def test_what_scales_needs_no_advice(trials: Trials, outlook: Outlook) -> None:
    assert advice_of(trials, replace(outlook, is_scaling=True), None) == ()


@pytest.mark.parametrize(
    ("change", "is_better"),
    [
        ({"gain": 0.006}, True),
        ({"gain": 0.004}, False),
        ({"gain": 0.004, "backlog_days": 2.9}, True),
        ({"gain": -0.1, "spike_days": 0.0}, False),
        ({"spike_days": 1.9}, True),
        ({"spike_days": 1.96}, False),
        ({"spike_days": 2.2, "backlog_days": 0.0}, False),
        ({"backlog_days": 2.9}, True),
        ({"backlog_days": 3.0}, False),
    ],
)
def test_better_is_less_outgrown_else_fewer_days_of_spikes_else_less_that_waits(
    advice: tuple[Advice, ...], change: dict[str, float], *, is_better: bool
) -> None:
    even = replace(
        advice[0], gain=0.0, spike_days=2.0, spike_days_before=2.0, backlog_days=3.0, backlog_days_before=3.0
    )  # fmt: skip
    assert replace(even, **change).is_better is is_better
