from typing import get_args

import pytest
import segno

from rollout_kit.document import Mark
from rollout_kit.render.charts.corners import code_svg, corner_svg
from rollout_kit.render.charts.marks import mark_svg
from rollout_kit.render.charts.pen import Pen


@pytest.mark.parametrize("mark", get_args(Mark))
def test_every_mark_is_drawn_and_named(mark: Mark) -> None:
    picture = mark_svg(mark, "Wort")
    assert "<title>Wort</title>" in picture
    assert 'aria-hidden="true"' in picture


def test_no_two_marks_look_the_same() -> None:
    pictures = [mark_svg(mark, "") for mark in get_args(Mark)]
    assert len(set(pictures)) == len(pictures)


def test_the_four_corners_differ() -> None:
    assert len({corner_svg(number) for number in range(4)}) == 4


def test_a_code_is_of_the_coarsest_kind_and_shows_the_modules_of_its_text() -> None:
    picture = code_svg("RK1 4F2A91C7 1 K", "Code")
    assert 'viewBox="0 0 21 21"' in picture
    dark = sum(sum(row) for row in segno.make("RK1 4F2A91C7 1 K", error="m", micro=False, boost_error=False).matrix)
    runs = picture.split(' d="')[1].split('"')[0].split("z")[:-1]
    assert sum(int(run.split("h")[1].split("v")[0]) for run in runs) == dark


def test_a_pen_escapes_words_and_titles() -> None:
    pen = Pen(10, 10)
    pen.text(0, 0, '<b> & "x"')
    picture = pen.svg("</title><script>")
    assert "<b>" not in picture
    assert "<script>" not in picture


def test_hatching_stays_inside_its_rectangle() -> None:
    import re

    pen = Pen(20, 20)
    pen.hatch(3, 4, 7, 5)
    ends = [float(number) for number in re.findall(r'[xy][12]="([\d.-]+)"', pen.svg())]
    across, down = ends[0::2], ends[1::2]
    assert min(across) >= 3
    assert max(across) <= 10
    assert min(down) >= 4
    assert max(down) <= 9


def test_numbers_are_short_and_never_minus_nought() -> None:
    pen = Pen(10, 10)
    pen.rect(-0.001, 1.0, 2.5, 3.125, fill="i")
    assert '<rect x="0" y="1" width="2.5" height="3.12"' in pen.svg()
