import re
from dataclasses import replace

import pytest

from rollout_kit.render.charts.heat import heat_svg
from rollout_kit.render.charts.widths import width

from ..sample.outlook import heat_data
from .test_gantt import texts

GROUNDS = {"spare": "fp", "just": "fs", "short": "fi"}


@pytest.mark.parametrize("kind", ["spare", "just", "short"])
def test_each_kind_has_its_ground_and_its_figure(kind: str) -> None:
    picture = heat_svg(heat_data(kind), "Heat")
    cells = re.findall(rf'<rect [^>]*height="6.2"[^>]*class="{GROUNDS[kind]} ', picture)
    assert len(cells) == 2
    assert [said for *_, said in texts(picture)].count("0") == 2


def test_a_closed_hour_is_empty() -> None:
    picture = heat_svg(heat_data("closed", "just"), "Heat")
    said = [said for *_, said in texts(picture)]
    assert "0" not in said
    assert said.count("1") == 2


@pytest.mark.parametrize(("hours", "said"), [(10, "3 / 2"), (24, "3/2")])
def test_two_figures_of_a_narrow_hour_stand_close_and_uncut(hours: int, said: str) -> None:
    data = heat_data(*["short"] * hours)
    rows = tuple((name, tuple(replace(cell, words="3 / 2") for cell in cells)) for name, cells in data.rows)
    shown = [words for *_, words in texts(heat_svg(replace(data, rows=rows), "Heat"))]
    assert shown.count(said) == hours * len(rows)


@pytest.mark.parametrize("hours", [1, 10, 24])
def test_every_hour_of_a_day_has_room(hours: int) -> None:
    picture = heat_svg(heat_data(*["short"] * hours), "Heat")
    edges = [
        float(x) + float(long) for x, long in re.findall(r'<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)"', picture)
    ]
    assert max(edges) <= 174.01
    for x, points, _, anchor, said in texts(picture):
        assert x + width(said, points) * (0.5 if anchor == "middle" else 1) <= 174.01


def test_what_the_grounds_mean_stands_below() -> None:
    assert {"more are there", "just as many", "too few"} <= {
        said for *_, said in texts(heat_svg(heat_data("just"), ""))
    }


def test_nothing_that_is_said_becomes_markup() -> None:
    data = replace(heat_data("just"), heads=("<b>",), kind_words=("<script>",) * 3)
    picture = heat_svg(data, "<script>")
    assert "<script>" not in picture
    assert "<b>" not in picture
