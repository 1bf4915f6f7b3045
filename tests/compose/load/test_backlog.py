from dataclasses import replace

import pytest

from rollout_kit.compose.load.backlog import backlog
from rollout_kit.document.charts import BandData

from ...capacity.made_up import answer
from .shown_answer import flat, shown


def drawn(given) -> BandData:
    data = backlog(given).data
    assert isinstance(data, BandData)
    return data


@pytest.mark.parametrize(
    ("high", "headline"),
    [
        (0.49, "What lies waiting is done within half a day, in the worst tenth of the runs too."),
        (0.5, "At worst 0 working days of work lie waiting, in the worst tenth of the runs 0.5."),
        (3.21, "At worst 0 working days of work lie waiting, in the worst tenth of the runs 3.2."),
    ],
)
def test_the_headline_tells_the_worst_day(high, headline):
    assert backlog(shown(backlog_days=flat(84, 0.0, 0.01, high))).headline == headline


def test_the_promise_is_drawn_in_open_days():
    data = drawn(shown())
    assert data.limit_words == "promised: 0.44 days"  # 4 hours of days of 9
    assert data.points[0].limit == pytest.approx(4 / 9, abs=0.01)


def test_without_tickets_there_is_no_promise():
    given = answer()
    asked = replace(given.expectation.question, channels=given.expectation.question.channels[:1])
    data = drawn(shown(replace(given, expectation=replace(given.expectation, question=asked))))
    assert data.limit_words == ""
    assert data.points[0].limit is None


def test_of_a_week_the_worst_day_is_drawn():
    chart = backlog(shown(answer(days=365)))
    assert "a point is the worst day of a week" in chart.reading
    assert isinstance(chart.data, BandData)
    assert chart.data.points[0].middle == 2.0


def test_who_cannot_see_it_is_told_the_same_figures():
    assert "at most 2 in the middle, about" in backlog(shown()).description
