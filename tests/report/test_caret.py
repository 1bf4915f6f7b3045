"""The source line and its carets, in cells of a terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rollout_kit.report.caret import underlined


@pytest.mark.parametrize(
    ("line", "column", "length", "shown", "carets"),
    [
        ("a = 1", 5, 1, "a = 1", "    ^"),
        ("abc", 1, 3, "abc", "^^^"),
        ("\tx = 1", 2, 1, "    x = 1", "    ^"),
        ("ab\tx = 1", 4, 1, "ab  x = 1", "    ^"),
        ("abcd\tx", 6, 1, "abcd    x", "        ^"),
        ("\tx", 1, 1, "    x", "^^^^"),
        ("n = 山田", 5, 2, "n = 山田", "    ^^^^"),
        ("山 = x", 5, 1, "山 = x", "     ^"),
        ("e\u0301 = x", 6, 1, "e\u0301 = x", "    ^"),
        ("ﾊﾝ = x", 6, 1, "ﾊﾝ = x", "     ^"),
        ("Ａ = x", 5, 1, "Ａ = x", "     ^"),
        ("a\x1bb", 3, 1, "a�b", "  ^"),
        ("abc", 4, 1, "abc", "   ^"),
        ("abc", 9, 5, "abc", "   ^"),
        ("abc", 2, 99, "abc", " ^^"),
        ("", 1, 1, "", "^"),
    ],
)
def test_the_carets_stand_under_the_span(line: str, column: int, length: int, shown: str, carets: str):
    assert underlined(line, column, length) == (shown, carets)


@pytest.mark.parametrize(("size", "is_cut"), [(159, False), (160, False), (161, True)])
def test_a_line_is_cut_only_above_the_limit(size: int, is_cut: bool):
    assert ("…" in underlined("x" * size, 1, 1)[0]) is is_cut


@pytest.mark.parametrize("at", [0, 59, 60, 61, 300, 5000, 9998, 9999])
def test_a_cut_line_keeps_its_span_in_sight(at: int):
    line = "x" * at + "!" + "x" * (9999 - at)
    shown, carets = underlined(line, at + 1, 1)
    assert shown[carets.index("^")] == "!"
    assert len(shown) <= 162


def test_a_span_longer_than_what_is_shown_is_underlined_up_to_the_cut():
    shown, carets = underlined("x" * 10_000, 100, 9_000)
    assert shown.endswith("…")
    assert len(carets) == len(shown) - 1


@given(st.text(st.characters(exclude_characters="\n")), st.integers(1, 400), st.integers(1, 400))
def test_any_line_can_be_drawn(line: str, column: int, length: int):
    shown, carets = underlined(line, column, length)
    assert carets.strip(" ").strip("^") == ""
    assert carets.endswith("^")
    assert "\t" not in shown
    assert len(shown) <= 4 * 162
