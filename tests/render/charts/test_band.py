import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

import pytest

from rollout_kit.document.charts import BandData, BandPoint, DayMark
from rollout_kit.render.charts.band import band_svg
from rollout_kit.render.charts.widths import width

from ..sample.outlook import FIRST, LAST, band_data
from .test_gantt import texts

RIGHT = 138.0
LINE = re.compile(r'<line x1="([\d.]+)" y1="([\d.]+)" x2="([\d.]+)" y2="([\d.]+)"')


def uprights(picture: str) -> list[float]:
    return [
        float(x)
        for x, top, same, bottom in re.findall(
            r'<line x1="([\d.]+)" y1="([\d.]+)" x2="([\d.]+)" y2="([\d.]+)"', picture
        )
        if x == same and float(bottom) - float(top) > 20
    ]


def path(picture: str, classes: str) -> list[tuple[float, float]]:
    (trace,) = re.findall(rf'<path d="M([^"]+?)Z?"[^>]*class="{classes}"', picture)
    return [(float(x), float(y)) for x, y in (point.split() for point in trace.split("L"))]


def boxes(picture: str) -> list[tuple[float, float, float, float, str]]:
    found = []
    for x, points, y, anchor, said in texts(picture):
        long = width(said, points, bold=said.startswith(("middle", "capacity")))
        left = x - long * {"start": 0, "middle": 0.5, "end": 1}[anchor]
        found.append((left, y - points * 0.25, left + long, y + points * 0.05, said))
    return found


def test_the_band_reaches_from_the_low_to_the_high_values_and_is_never_cut() -> None:
    picture = band_svg(band_data(), "Load")
    heights = {y for _, y in path(picture, "fs")}
    top, zero = (next(y for _, _, y, _, said in texts(picture) if said == step) - 0.9 for step in ("20", "0"))
    assert sorted(heights) == pytest.approx([zero - 14 / 20 * (zero - top), zero - 7 / 20 * (zero - top)], abs=0.02)
    assert min(heights) >= top


def test_words_of_the_limit_stand_clear_of_the_middle_and_of_what_begins() -> None:
    marks = tuple(DayMark(day=date(2027, month, 1), words=f"wave {month}") for month in (4, 6, 8, 10))
    picture = band_svg(band_data(marks=marks), "Load")
    (box,) = (box for box in boxes(picture) if box[4] == "capacity 14 h")
    assert all(not box[0] <= x <= box[2] for x in uprights(picture))


@pytest.mark.parametrize("middle", [13.0, 13.9, 14.0, 14.1])
def test_a_limit_beside_the_middle_is_named_on_its_other_side_or_at_its_end(middle: float) -> None:
    picture = band_svg(band_data(middle=middle), "Load")
    (trace,) = re.findall(r'<path d="M([^"]+)"[^>]*stroke-width="0.7"', picture)
    y = float(trace.split("L")[0].split()[1])
    (box,) = (box for box in boxes(picture) if box[4] == "capacity 14 h")
    assert box[0] >= RIGHT or not box[1] < y < box[3]


def test_a_limit_that_changes_is_drawn_level_until_halfway() -> None:
    points = tuple(
        BandPoint(day=FIRST + timedelta(days=7 * week), low=1, middle=2, high=3, limit=14.0 if week < 2 else 7.0)
        for week in range(4)
    )
    data = band_data()
    picture = band_svg(replace(data, points=points), "Load")
    (trace,) = re.findall(r'<path d="M([^"]+)"[^>]*stroke-dasharray', picture)
    places = [tuple(map(float, point.split())) for point in trace.split("L")]
    assert len(places) == 4
    assert places[0][1] == places[1][1] < places[2][1] == places[3][1]
    assert places[1][0] == places[2][0]


def test_without_a_limit_none_is_drawn_or_named() -> None:
    picture = band_svg(band_data(limit=None), "Load")
    assert "stroke-dasharray" not in picture
    assert "capacity" not in picture


@pytest.mark.parametrize(
    "days",
    [(0,), (0, 7), (0, 1, 2), (0, 90, 180), (100, 101), (300, 330, 360), (360,), (0, 7, 14, 21, 28, 35)],
)
def test_names_of_what_begins_never_meet_one_another_or_an_upright_line(days: tuple[int, ...]) -> None:
    marks = tuple(DayMark(day=FIRST + timedelta(days=day), words=f"{day}: Lausanne, 26 people") for day in days)
    picture = band_svg(band_data(marks=marks), "Load")
    named = boxes(picture)
    assert all(right <= 174 + 0.01 for _, _, right, _, _ in named)
    for one, other in combinations(named, 2):
        apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
        assert apart, (one, other)
    lines = [[float(place) for place in line] for line in LINE.findall(picture)]
    for left, top, right, bottom, said in named:
        if "Lausanne" in said:
            crossed = [
                x for x, begin, same, end in lines if x == same and left < x < right and begin < bottom and end > top
            ]
            assert crossed == []


def test_of_many_that_begin_close_together_the_later_ones_are_named_and_all_are_drawn() -> None:
    marks = tuple(DayMark(day=FIRST + timedelta(days=day), words=f"{day}: Lausanne, 26 people") for day in range(6))
    picture = band_svg(band_data(marks=marks), "Load")
    assert sum("Lausanne" in said for *_, said in texts(picture)) == 4
    assert len(uprights(picture)) == 6


def test_go_live_is_drawn_in_the_accent() -> None:
    marks = (DayMark(day=FIRST, words="Go-live", is_go_live=True), DayMark(day=LAST, words="Wave"))
    picture = band_svg(band_data(marks=marks), "Load", accent="#123456")
    assert picture.count("#123456") == 1


def test_days_off_are_marked_below_the_axis_and_named_once() -> None:
    picture = band_svg(band_data(), "Load")
    assert len(re.findall(r'<rect [^>]*class="fm"', picture)) == 1
    assert [said for *_, said in texts(picture) if said == "holidays"] == ["holidays"]


def test_one_point_makes_no_band() -> None:
    data = band_data()
    picture = band_svg(replace(data, points=data.points[:1]), "Load")
    assert 'class="fs"' not in picture


def test_nothing_that_is_said_becomes_markup() -> None:
    mark = DayMark(day=FIRST, words="<script>")
    data = replace(band_data(marks=(mark,)), unit="<script>", limit_words="<script>", end_words=("<script>",) * 3)
    assert "<script>" not in band_svg(data, "<script>")


def jagged(data: BandData, by: float) -> BandData:
    """Return the picture with a limit that goes up and down from point to point."""
    points = tuple(
        replace(point, limit=(point.limit or 0.0) + by * (number % 2)) for number, point in enumerate(data.points)
    )
    return replace(data, points=points)


def test_a_limit_that_is_never_level_is_named_at_its_end() -> None:
    picture = band_svg(jagged(band_data(), 3.0), "Load")
    (box,) = (box for box in boxes(picture) if box[4] == "capacity 14 h")
    assert box[0] >= RIGHT


def test_what_floats_lose_is_no_step() -> None:
    (trace,) = re.findall(r'<path d="M([^"]+)"[^>]*stroke-dasharray', band_svg(jagged(band_data(), 1e-12), "Load"))
    assert trace.count("L") == 1


def test_a_middle_that_crosses_the_limit_is_kept_clear_of_its_words() -> None:
    data = band_data()
    points = tuple(replace(point, middle=10.0 + number * 0.15) for number, point in enumerate(data.points))
    picture = band_svg(replace(data, points=points), "Load")
    (trace,) = re.findall(r'<path d="M([^"]+)"[^>]*stroke-width="0.7"', picture)
    middle = [tuple(map(float, point.split())) for point in trace.split("L")]
    (box,) = (box for box in boxes(picture) if box[4] == "capacity 14 h")
    assert [(x, y) for x, y in middle if box[0] < x < box[2] and box[1] < y < box[3]] == []


def test_a_picture_of_nothing_has_its_axes() -> None:
    picture = band_svg(replace(band_data(), points=(), days_off=()), "Load")
    assert "stroke-dasharray" not in picture
    assert {"0", "20"} <= {said for *_, said in texts(picture)}
