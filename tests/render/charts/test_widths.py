import pytest

from rollout_kit.render.charts.widths import lines, shortened, width


def test_the_width_is_that_of_the_font() -> None:
    # 10 pt are 3.528 mm; A is 639, bold 690 thousandths wide
    assert width("A", 10) == pytest.approx(2.2544, abs=0.001)
    assert width("A", 10, bold=True) == pytest.approx(2.4343, abs=0.001)


def test_a_combining_accent_takes_no_room() -> None:
    assert width("e\u0301", 8) == width("e", 8)


def test_a_japanese_sign_is_as_wide_as_it_is_high() -> None:
    assert width("運", 10) == pytest.approx(3.528)


def test_what_fits_is_left_alone_to_the_last_hundredth() -> None:
    room = width("Mängel beheben", 8)
    assert shortened("Mängel beheben", room, 8) == "Mängel beheben"
    assert shortened("Mängel beheben", room - 0.01, 8).endswith("…")


def test_what_is_shortened_fits() -> None:
    for room in (3.0, 8.0, 21.5, 40.0):
        assert width(shortened("Rufnummernportierungsbestätigung", room, 8), 8) <= room


def test_without_room_for_an_ellipsis_nothing_is_said() -> None:
    assert shortened("Umstellung", 1.0, 8) == ""


def test_lines_are_counted_as_words_wrap() -> None:
    room = width("eins zwei", 9)
    assert lines("eins zwei", room, 9) == 1
    assert lines("eins zwei", room - 0.01, 9) == 2
    assert lines("", room, 9) == 1
    assert lines("x" * 100, width("x" * 40, 9), 9) == 3


def test_a_text_without_end_is_cut_as_a_short_one():
    assert shortened("W" * 1_000_000, 50, 8) == shortened("W" * 1000, 50, 8)
