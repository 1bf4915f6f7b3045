from dataclasses import replace

import pytest

from rollout_kit.capacity.answers import Bar
from rollout_kit.compose.load.sensitivity import MOST_BARS, sensitivity
from rollout_kit.document.charts import SwayData

from ...capacity.made_up import answer
from .shown_answer import shown


def bars(*pairs: tuple[float, float]):
    found = (
        Bar(
            figure="handling.phone",
            outgrown_middle=0.75,
            outgrown_low=low,
            outgrown_high=high,
            backlog_days_low=0,
            backlog_days_high=0,
        )
        for low, high in pairs
    )
    return shown(replace(answer(), bars=tuple(found)))


def test_each_bar_tells_the_runs_that_hold_at_both_values():
    chart = sensitivity(shown())
    assert chart is not None
    assert isinstance(chart.data, SwayData)
    (row,) = chart.data.rows
    assert row.name == "Time for a contact (phone)"
    assert (row.low_words.replace("\u00a0", " "), row.high_words.replace("\u00a0", " ")) == ("8 min: 70%", "20 min: 5%")
    assert chart.data.middle_words == "25% hold"  # at the likely figures; as drawn 20 % do
    assert chart.headline == "What moves the answer most: time for a contact (phone)."


@pytest.mark.parametrize(("high", "is_shown"), [(0.51, False), (0.53, True)])
def test_less_than_two_in_a_hundred_is_chance(high, is_shown):
    assert (sensitivity(bars((0.5, high))) is not None) == is_shown


def test_no_more_bars_than_can_be_looked_over():
    chart = sensitivity(bars(*[(0.1, 0.9)] * 12))
    assert chart is not None
    assert isinstance(chart.data, SwayData)
    assert len(chart.data.rows) == MOST_BARS
