import re
from dataclasses import replace
from datetime import timedelta

import pytest

from rollout_kit.render.charts.staircase import staircase_svg
from rollout_kit.render.charts.widths import width

from ..sample.outlook import FIRST, LAST, staircase_data
from .test_gantt import texts

TOP, ZERO = 3.0, 37.0
LATER = FIRST + timedelta(days=100)


def steps(picture: str) -> list[tuple[float, float]]:
    (trace,) = re.findall(r'<path d="M([^"]+)"[^>]*stroke-width="0.9"', picture)
    return [(float(x), float(y)) for x, y in (point.split() for point in trace.split("L"))]


def test_the_share_is_level_until_the_day_on_which_it_falls() -> None:
    places = steps(staircase_svg(staircase_data((FIRST, 1.0), (LATER, 0.5)), "Staircase"))
    assert places == [(12, TOP), (pytest.approx(46.62), TOP), (pytest.approx(46.62), 20), (138, 20)]


def test_a_share_that_never_falls_is_one_line() -> None:
    assert steps(staircase_svg(staircase_data((FIRST, 1.0), (LATER, 1.0)), "Staircase")) == [(12, TOP), (138, TOP)]


def test_without_a_crossing_there_is_no_ring() -> None:
    assert "<circle" not in staircase_svg(staircase_data((FIRST, 1.0)), "Staircase")


@pytest.mark.parametrize("day", [FIRST, LATER, LAST - timedelta(days=20), LAST])
def test_the_ring_stands_on_the_target_with_its_words_inside_the_picture(day: object) -> None:
    picture = staircase_svg(staircase_data((FIRST, 1.0), (LAST, 0.2), crossing=(day, 0.8)), "Staircase")  # type: ignore[arg-type]
    ((_, y),) = re.findall(r'<circle cx="([\d.]+)" cy="([\d.]+)"', picture)
    assert float(y) == pytest.approx(ZERO - 0.9 * (ZERO - TOP))
    (box,) = (
        (x - (width(said, points, bold=True) if anchor == "end" else 0), x + width(said, points, bold=True))
        for x, points, _, anchor, said in texts(picture)
        if said == "below 90%"
    )
    # it is a test of the room to the left of the names of the lines
    assert 0 < box[0] < box[1] or box[1] <= 138


def test_nothing_that_is_said_becomes_markup() -> None:
    data = replace(staircase_data(crossing=(FIRST, 0.1)), crossing_words="<script>", end_words="<script>")
    assert "<script>" not in staircase_svg(data, "<script>")
