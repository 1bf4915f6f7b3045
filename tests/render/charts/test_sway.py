import re
from dataclasses import replace

import pytest

from rollout_kit.document.charts import SwayRow
from rollout_kit.render.charts.sway import sway_svg
from rollout_kit.render.charts.widths import width

from ..sample.outlook import sway_data
from .test_gantt import texts

MIDDLE = 76 + 0.7 * 74


def bars(picture: str, ink: str) -> list[tuple[float, float]]:
    found = re.findall(rf'<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)"[^>]*class="f{ink}"', picture)
    return [(float(x), float(x) + float(long)) for x, long in found]


def row(at_low: float, at_high: float, name: str = "Contacts") -> SwayRow:
    return SwayRow(name=name, at_low=at_low, at_high=at_high, low_words="low", high_words="high")


def test_the_worse_end_is_ink_and_the_better_one_soft() -> None:
    picture = sway_svg(sway_data(row(0.9, 0.2)), "Sway")
    assert bars(picture, "i") == [pytest.approx((76 + 0.2 * 74, MIDDLE), abs=0.02)]
    assert bars(picture, "s") == [pytest.approx((MIDDLE, 76 + 0.9 * 74), abs=0.02)]


def test_where_more_is_worse_the_inks_are_turned_round() -> None:
    picture = sway_svg(replace(sway_data(row(0.9, 0.2)), more_is_worse=True), "Sway")
    assert bars(picture, "i")[0][1] > MIDDLE


def test_an_input_that_moves_nothing_has_no_bar() -> None:
    picture = sway_svg(sway_data(row(0.7, 0.7)), "Sway")
    assert bars(picture, "i") == bars(picture, "s") == []


@pytest.mark.parametrize(
    ("at_low", "at_high"), [(0.9, 0.2), (0.0, 1.0), (1.0, 0.0), (0.1, 0.3), (0.8, 0.9), (5.0, -3.0)]
)
def test_words_stay_inside_the_picture_and_off_the_bars(at_low: float, at_high: float) -> None:
    picture = sway_svg(sway_data(row(at_low, at_high)), "Sway")
    drawn = bars(picture, "i") + bars(picture, "s")
    for x, points, _, anchor, said in texts(picture):
        left = x - width(said, points) * {"start": 0, "middle": 0.5, "end": 1}[anchor]
        assert left >= 0
        assert left + width(said, points) <= 174
        if said in ("low", "high"):
            assert all(left >= end or left + width(said, points) <= begin for begin, end in drawn)


def test_a_long_name_takes_two_lines() -> None:
    picture = sway_svg(sway_data(row(0.9, 0.2, "How long a contact by telephone takes, notes included")), "Sway")
    said = [said for x, *_, said in texts(picture) if x == 0]
    assert len(said) == 2
    assert all(width(each, 9) <= 50 for each in said)


def test_nothing_that_is_said_becomes_markup() -> None:
    assert "<script>" not in sway_svg(sway_data(row(0.9, 0.2, "<script>")), "<script>")
