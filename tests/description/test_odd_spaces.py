"""Spaces that are none to the parser, pasted from a page or typed by a Japanese keyboard."""

import pytest

from rollout_kit.description.odd_spaces import odd_space
from rollout_kit.description.read import read
from tests.description.sample import line


def told(text: str) -> list[str]:
    return [line(one) for one in read("rollout.toml", text.encode()).problems]


ONLY = "where TOML knows the ordinary space only"
REPLACE = "replace it with an ordinary space"
DELETE = "delete it; it is often invisible in an editor"


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("a\u3000= 1", 2),
        ("a =\u30001", 4),
        ("\u3000a = 1", 1),
        ("[t\u3000]", 3),
        ("[t]\u3000", 4),
        ("[[\u3000t]]", 3),
        ('a = "x"\u3000# why', 8),
        ("a = [1,\u30002]", 8),
        ("a = {\u3000b = 1 }", 6),
        ("a = 1\u3000", 6),
    ],
)
def test_a_full_width_space_is_named_with_its_column(text, column):
    said = f"FMT102 a full-width space (U+3000) stands in column {column}, {ONLY} | {REPLACE}"
    assert told(f"x = 1\n{text}\n") == [f"2:{column} {said}"]
    assert told(f"x = 1\n{text}\n".replace("\u3000", " ")) == []


@pytest.mark.parametrize(
    ("sign", "named", "help"),
    [
        ("\u00a0", "a no-break space (U+00A0)", REPLACE),
        ("\u202f", "a narrow no-break space (U+202F)", REPLACE),
        ("\u2003", "an invisible character (U+2003)", REPLACE),
        ("\u200b", "a space without width (U+200B)", DELETE),
        ("\ufeff", "an invisible character (U+FEFF)", DELETE),
    ],
)
def test_the_sign_is_named(sign, named, help):
    assert told(f"a{sign} = 1\n") == [f"1:2 FMT102 {named} stands in column 2, {ONLY} | {help}"]


def test_a_line_is_told_once_and_its_other_slips_are_too():
    assert told("\u00a0a\u00a0=\u00a0ja\nb\u00a0= 1\n") == [
        f"1:1 FMT102 a no-break space (U+00A0) stands in column 1, {ONLY} | {REPLACE}",
        "1:6 FMT108 yes and no are written true and false, not ja | write true",
        f"2:2 FMT102 a no-break space (U+00A0) stands in column 2, {ONLY} | {REPLACE}",
    ]


def test_a_space_between_two_words_is_part_of_another_slip():
    assert [one[:10] for one in told("go\u00a0live = 1\n")] == ["1:1 FMT109"]
    assert [one[:10] for one in told("rto = 2\u00a0Stunden\n")] == ["1:7 FMT112"]


def test_texts_and_comments_may_hold_any_space():
    assert odd_space('a = " \u00a0 "', 6) is None
    assert odd_space("a = 1 # \u00a0", 8) is None
    assert told('a = "\u00a0"\nb = """\n\u3000x"""\n') == []
