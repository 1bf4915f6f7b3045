import re

import pytest

from rollout_kit.document.charts import CoverageBar, CoverageData, CoverageDay
from rollout_kit.render.charts.coverage import coverage_svg

from .test_gantt import texts

HOUR_MM, LEFT_MM = 5.3, 22.0


def day(**changes: object) -> CoverageDay:
    fields: dict[str, object] = {
        "name": "Montag",
        "needed": ((420, 1080),),
        "gaps": ((420, 480), (1020, 1080)),
        "bars": (CoverageBar(starts_at=480, ends_at=1020, lane=1, kind="staffed", words="NetServ · Service Desk"),),
        "needed_words": "11 h gebraucht",
        "gap_words": "2 h niemand",
    }
    return CoverageDay(**(fields | changes))  # type: ignore[arg-type]


def drawn(*days: CoverageDay) -> str:
    return coverage_svg(CoverageData(days=days or (day(),), nobody="niemand"), "Woche")


def rects(picture: str, css_class: str) -> list[tuple[float, float, float, float]]:
    pattern = rf'<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"[^>]*class="{css_class}"'
    found = re.findall(pattern, picture)
    return [(float(x), float(y), float(width), float(height)) for x, y, width, height in found]


def test_a_gap_is_ink_over_both_lanes_and_as_wide_as_its_hours() -> None:
    assert rects(drawn(), "fi") == [
        (LEFT_MM + 7 * HOUR_MM, 6.0, HOUR_MM, 9.6),
        (LEFT_MM + 17 * HOUR_MM, 6.0, HOUR_MM, 9.6),
    ]


def test_a_gap_is_named_only_where_the_word_has_room() -> None:
    words = [said for *_, said in texts(drawn())]
    assert "niemand" not in words
    whole = [said for *_, said in texts(drawn(day(gaps=((480, 720),))))]
    assert "niemand" in whole


def test_staffed_is_soft_on_call_an_outline_and_assumed_dashed() -> None:
    def of_kind(kind: str) -> str:
        return drawn(day(bars=(CoverageBar(starts_at=0, ends_at=600, lane=0, kind=kind, words="Wer"),)))  # type: ignore[arg-type]

    assert rects(of_kind("staffed"), "fs") == [(LEFT_MM, 6.6, 10 * HOUR_MM, 3.8)]
    assert rects(of_kind("on-call"), "fp sm") == [(LEFT_MM, 6.6, 10 * HOUR_MM, 3.8)]
    assert of_kind("assumed").count("stroke-dasharray") == 4


def test_a_name_begins_where_no_frame_crosses_it() -> None:
    bar = CoverageBar(starts_at=1020, ends_at=1320, lane=1, kind="on-call", words="Pikett: Meyer")
    (x,) = [x for x, *_, said in texts(drawn(day(bars=(bar,)))) if said == "Pikett: Meyer"]
    assert x == pytest.approx(LEFT_MM + 18 * HOUR_MM + 1)


def test_names_of_forty_characters_stay_within_their_bar_and_hostile_ones_stay_words() -> None:
    bar = CoverageBar(starts_at=480, ends_at=720, lane=0, kind="staffed", words="<script>" + "Wolfeschlegel" * 3)
    picture = drawn(day(bars=(bar,)))
    (said,) = [said for *_, said in texts(picture) if said.startswith("<script>")]
    assert said.endswith("…")
    assert "<script>" not in picture


def test_seven_days_are_eighty_three_millimetres_high() -> None:
    assert 'viewBox="0 0 174 83"' in drawn(*(day() for _ in range(7)))
