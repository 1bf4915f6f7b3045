import re
from itertools import combinations

import pytest

from rollout_kit.document.charts import SumData, SumPart, SumRow
from rollout_kit.render.charts.sums import ROW_MM, sums_svg
from rollout_kit.render.charts.widths import width

from .test_gantt import texts

NAMES = ("handing over", "Wolfeschlegelstein", "check")
WIDTH, LEFT, RIGHT = 174.0, 24.0, 116.0


def row(*minutes: float, promise: float) -> SumRow:
    parts = tuple(
        SumPart(minutes=each, words=f"{name} {each:g} min") for name, each in zip(NAMES, minutes, strict=False)
    )
    return SumRow(
        name="P1 solution", parts=parts, promise=promise, promise_words=f"promised: {promise:g} min",
        total="10 min + 4 h + 15 min > 4 h", rest="25 min too late",
    )  # fmt: skip


def drawn(*rows: SumRow) -> str:
    return sums_svg(SumData(rows=rows), "Sums")


def filled(picture: str, ink: str) -> list[tuple[float, float]]:
    """Return from where to where a bar has the ink."""
    found = re.findall(rf'<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="6"[^>]*class="f{ink}"', picture)
    return [(float(x), float(x) + float(long)) for x, long in found]


def test_what_lies_within_is_soft_and_what_lies_beyond_is_ink() -> None:
    picture = drawn(row(15, 30, promise=30))
    middle = LEFT + (RIGHT - LEFT) * 30 / 45
    assert filled(picture, "s") == [pytest.approx((LEFT, LEFT + 92 / 3), abs=0.02), pytest.approx(
        (LEFT + 92 / 3, middle), abs=0.02)]  # fmt: skip
    assert filled(picture, "i") == [pytest.approx((middle, RIGHT), abs=0.02)]


@pytest.mark.parametrize(("promise", "has_ink"), [(44, True), (45, False), (46, False)])
def test_a_promise_that_is_just_met_has_no_ink(promise: float, has_ink: bool) -> None:
    assert bool(filled(drawn(row(15, 30, promise=promise)), "i")) == has_ink


def test_the_promise_is_an_upright_line_of_seven_tenths() -> None:
    picture = drawn(row(15, 30, promise=30))
    (x, end) = re.findall(r'<line x1="([\d.]+)" y1="[\d.]+" x2="([\d.]+)" y2="[\d.]+"[^>]*stroke-width="0.7"', picture)[
        0
    ]
    assert x == end == "85.33"


@pytest.mark.parametrize(("minutes", "is_below"), [(9.9, True), (40, False)])
def test_a_part_without_room_is_named_below(minutes: float, is_below: bool) -> None:
    places = {said: y for _, _, y, _, said in texts(drawn(row(minutes, 92 - minutes, promise=92)))}
    assert (places[f"handing over {minutes:g} min"] > 12) == is_below


@pytest.mark.parametrize("promise", [1, 30, 59, 240, 4320])
@pytest.mark.parametrize("minutes", [(10,), (10, 30), (1, 240, 15), (1, 1, 1), (300, 1, 1), (0, 60), (100, 100, 100)])
def test_no_words_meet_others_or_leave_the_picture(minutes: tuple[float, ...], promise: float) -> None:
    boxes = []
    for x, points, y, anchor, said in texts(drawn(row(*minutes, promise=promise), row(*minutes, promise=promise))):
        is_bold = said.startswith(("promised", "P1", "10 min + 4 h"))
        long = width(said, points, bold=is_bold)
        left = x - long * {"start": 0, "end": 1}[anchor]
        boxes.append((left, y - points * 0.25, left + long, y + points * 0.05, said))
    assert all(left >= 0 and right <= WIDTH and bottom <= 2 * ROW_MM for left, _, right, bottom, _ in boxes)
    for one, other in combinations(boxes, 2):
        apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
        assert apart, (one, other)


def test_nothing_that_is_said_becomes_markup() -> None:
    hostile = SumRow(
        name="<b>", parts=(), promise=1, promise_words="<script>", total="<script>", rest="<script>"
    )  # fmt: skip
    assert "<script>" not in sums_svg(SumData(rows=(hostile,)), "<script>")
