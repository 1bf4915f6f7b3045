import pytest

from rollout_kit.report.grid import folded_head, grid
from rollout_kit.report.ink import Ink

PLAIN = Ink(is_coloured=False)


def test_words_stand_left_and_figures_right() -> None:
    assert grid(("what", "much"), [("apples", "5"), ("figs", "120")], left=1, ink=PLAIN).splitlines() == [
        "  what    much", "  apples     5", "  figs     120"
    ]  # fmt: skip


def test_long_heads_are_folded_at_words_and_stand_on_their_column() -> None:
    lines = grid(("what", "people needed / there"), [("a", "1 / 2")], left=1, ink=PLAIN).splitlines()
    assert lines == ["          people", "        needed /", "  what     there", "  a        1 / 2"]


@pytest.mark.parametrize(
    ("head", "lines"),
    [("a", ["a"]), ("twelve chars", ["twelve chars"]), ("thirteen char", ["thirteen", "char"]), ("", [])],
)
def test_a_head_is_folded_past_twelve_characters(head: str, lines: list[str]) -> None:
    assert folded_head(head) == lines


def test_without_heads_there_are_rows_only() -> None:
    assert grid((), [("a", "b")], left=2, ink=PLAIN) == "  a  b"


def test_no_line_ends_with_blanks() -> None:
    text = grid(("from", "begins"), [("a", ""), ("b", "long words")], left=2, ink=PLAIN)
    assert all(line == line.rstrip() for line in text.splitlines())
