from datetime import date
from itertools import pairwise

import pytest

from rollout_kit.render.charts.axes import Axes, spread
from rollout_kit.render.charts.pen import Pen
from rollout_kit.render.charts.widths import width

from .test_gantt import texts

AXES = Axes(starts_on=date(2027, 1, 1), ends_on=date(2027, 12, 31), most=20.0, top=5.0, bottom=45.0)


def test_days_outside_stand_at_the_edges() -> None:
    assert AXES.x(date(2026, 1, 1)) == AXES.x(AXES.starts_on) == AXES.left
    assert AXES.x(date(2029, 1, 1)) == AXES.x(AXES.ends_on) == AXES.right


def test_zero_stands_on_the_base_line_and_the_last_step_at_the_top() -> None:
    assert AXES.y(0) == 45.0
    assert AXES.y(20) == 5.0


def test_a_span_of_no_day_and_a_scale_of_nothing_can_be_drawn() -> None:
    day = date(2027, 1, 1)
    axes = Axes(starts_on=day, ends_on=day, most=0.0, top=0, bottom=10)
    assert (axes.x(day), axes.y(0.0)) == (axes.left, 10)


def test_days_without_room_for_their_words_are_left_out() -> None:
    pen = Pen(174, 50)
    AXES.draw_days(pen, tuple((date(2027, month, day), f"day {day}") for month in range(1, 13) for day in (1, 3)))
    named = [(x - width(said, points) / 2, x + width(said, points) / 2) for x, points, _, _, said in texts(pen.svg())]
    assert 10 <= len(named) < 24
    assert all(end < begin for (_, end), (begin, _) in pairwise(named))
    assert named[0][0] == pytest.approx(AXES.left, abs=0.01)


@pytest.mark.parametrize("wanted", [[10, 10, 10], [0, 44, 45], [44, 44.5, 45], [5, 5, 30, 30.1], []])
def test_names_of_lines_stand_a_line_apart_within_the_plot(wanted: list[float]) -> None:
    placed = spread(wanted, 5.0, 45.0)
    assert all(after - before >= 3.79 for before, after in pairwise(placed))
    assert all(5.0 <= y <= 45.0 for y in placed)


def test_names_that_are_apart_stay_where_they_are() -> None:
    assert spread([10, 20, 30], 5.0, 45.0) == [10, 20, 30]
