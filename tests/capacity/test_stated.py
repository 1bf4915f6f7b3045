"""Figures as stated, as measured, and ours."""

import pytest

from rollout_kit.capacity import figures as named
from rollout_kit.capacity.figures import Mark
from rollout_kit.capacity.stated import demand_figures
from rollout_kit.description.load import Load
from tests.capacity.asked import DESK, asked

MEASURED = """
[load]
tickets_per_user_month = { low = 0.8, likely = 0.9, high = 1.2 }
peak_hour_share = 0.2
own_data = { until = 2027-01-31, tickets = 800, keys = ["tickets_per_user_month", "channels.phone.handling"] }

[load.channels.phone]
share = 0.5
handling = "9 min"

[load.channels.ticket]
share = 0.5
handling = "9 min"
"""


def marks(rest: str) -> dict[str, Mark]:
    return {figure.name: figure.mark for figure in asked(rest).figures}


def test_a_measured_figure_is_told_from_a_written_one_and_from_ours() -> None:
    found = marks(MEASURED + DESK)
    assert found[named.TICKETS] is found["handling.phone"] is Mark.OWN
    assert found[named.PEAK_HOUR] is found["handling.ticket"] is Mark.STATED
    assert found[named.GOLIVE_FACTOR] is Mark.A


def test_a_stated_range_is_kept_and_a_single_value_has_none() -> None:
    question = asked(MEASURED + DESK)
    tickets, peak = question.figure(named.TICKETS), question.figure(named.PEAK_HOUR)
    assert (tickets.low, tickets.likely, tickets.high) == (0.8, 0.9, 1.2)
    assert peak.is_certain
    assert peak.source is None


@pytest.mark.parametrize(("weekdays", "share"), [(5, 0.24), (6, 0.2), (7, 6 / 35), (1, 1.0)])
def test_our_busiest_day_is_a_fifth_more_than_an_even_one(weekdays: int, share: float) -> None:
    figures = {figure.name: figure for figure in demand_figures(Load(), weekdays)}
    assert figures[named.BUSIEST_DAY].likely == pytest.approx(share)


def test_no_figure_stands_twice() -> None:
    names = [figure.name for figure in asked(MEASURED + DESK).figures]
    assert len(names) == len(set(names))
