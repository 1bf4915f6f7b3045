import re
from itertools import combinations

import pytest

from rollout_kit.document.charts import LadderData, LadderStep
from rollout_kit.render.charts.ladder import ladder_svg
from rollout_kit.render.charts.widths import width

from .test_gantt import texts

NAME = "Maximiliane Wolfeschlegelsteinhausen-Bergerdorff"  # 48 characters
WIDTH = 174.0


def ladder(*minutes: float, promise: float | None = 240.0, name: str = "Anna Keller, Muster") -> LadderData:
    steps = tuple(
        LadderStep(minutes=after, when=f"nach {after:g} min", who=name, phone="+41 44 555 01 01") for after in minutes
    )
    ticks = ((0.0, "0"), *((after, f"{after:g} min") for after in dict.fromkeys((promise or 0.0, *minutes)) if after))
    return LadderData(
        steps=steps, ticks=ticks, promise=promise, promise_words="4 h", promise_note="P1 gelöst, versprochen"
    )


def boxes(data: LadderData) -> list[tuple[float, float, float, float, str]]:
    """Return left, top, right, bottom and words of all texts."""
    found = []
    for x, points, y, anchor, said in texts(ladder_svg(data, "Leiter")):
        long = width(said, points, bold=said == data.steps[0].who)
        left = x - long * {"start": 0, "middle": 0.5, "end": 1}[anchor]
        found.append((left, y - points * 0.25, left + long, y + points * 0.05, said))
    return found


@pytest.mark.parametrize("name", ["Frei", NAME])
@pytest.mark.parametrize("promise", [240.0, 30.0, None])
@pytest.mark.parametrize(
    "minutes",
    [
        (0, 30), (0, 0), (0, 30, 120), (0, 1, 2), (0, 5, 10, 15), (0, 30, 60, 120, 239), (0, 0, 0, 0, 0, 0),
        (0, 230, 235, 238, 239, 240), (10, 300), (0, 1, 5, 10, 100, 1000),
    ],
)  # fmt: skip
def test_no_label_meets_another_or_leaves_the_page(minutes, promise, name) -> None:
    found = boxes(ladder(*minutes, promise=promise, name=name))
    assert len(found) >= 3 * len(minutes)
    assert all(left >= -0.1 and right <= WIDTH + 0.1 for left, _, right, _, _ in found)
    for one, other in combinations(found, 2):
        apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
        assert apart, (one, other)


def places(data: LadderData) -> list[float]:
    return [float(x) for x in re.findall(r'<circle cx="([\d.]+)"', ladder_svg(data, "Leiter"))]


def test_time_is_true_to_scale_up_to_the_promise() -> None:
    assert places(ladder(0, 30, 120)) == [2.0, 20.75, 77.0]
    assert 'x1="152"' in ladder_svg(ladder(0, 30, 120), "Leiter")


def test_a_level_after_the_promise_stands_right_of_it() -> None:
    picture = ladder_svg(ladder(0, 300), "Leiter")
    assert places(ladder(0, 300))[1] > 2 + 150 * 240 / 330
    assert 'x1="111.09"' in picture


def test_every_level_has_a_band_of_its_own() -> None:
    for count in range(1, 7):
        assert f'viewBox="0 0 174 {9 + 15 * count}"' in ladder_svg(ladder(*range(count)), "Leiter")


def test_nothing_that_is_said_becomes_markup() -> None:
    assert "<script>" not in ladder_svg(ladder(0, name="<script>"), "<script>")
