import pytest

from rollout_kit.compose.load.demand import demand
from rollout_kit.document.charts import BandData

from ...capacity.made_up import answer
from .shown_answer import flat, shown


def drawn(given) -> BandData:
    data = demand(given).data
    assert isinstance(data, BandData)
    return data


@pytest.mark.parametrize(
    ("middle", "high", "headline"),
    [
        (1.0, 1.7, "The hours are enough from the first day to the last, in the worst tenth of the runs too."),
        (1.0, 1.8, "On 0 of 59 days there is more work than hours; in the worst tenth of the runs on 59."),
        (1.71, 1.8, "On 59 of 59 days there is more work than hours; in the worst tenth of the runs on 59."),
    ],
)
def test_the_headline_counts_the_days_with_more_work_than_hours(middle, high, headline):
    given = shown(demand=flat(84, 0.5, middle, high), capacity=flat(84, 1.7, 1.7, 1.7))
    assert demand(given).headline == headline


def test_a_long_horizon_is_told_in_weeks():
    chart = demand(shown(answer(days=365)))
    assert chart.headline.startswith("In 52 of 52 weeks")
    assert "a point is the mean of a week" in chart.reading


def test_the_axis_ends_at_or_above_the_highest_value():
    data = drawn(shown())
    assert data.steps[-1][0] >= max(max(point.high, point.limit or 0) for point in data.points)


def test_the_lines_are_named_with_their_last_values():
    data = drawn(shown())
    assert data.end_words == ("10%: 1.5 h", "middle 2.5 h", "90%: 3.5 h")
    assert data.limit_words == "people have 1.7 h"


def test_who_cannot_see_it_is_told_the_same_figures():
    told = demand(shown()).description.replace("\u00a0", " ")
    assert told == (
        "Hours of work on an open day: at most 2.5 in the middle, about 8 February 2027; at the end 2.5, between 1.5 "
        "and 3.5. People have 1.7 then."
    )
