"""Values put into a description: what was there stays, byte for byte, or nothing is written."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rollout_kit.beginning.amended import Amended, Change, amended, as_lines

RATE = Change(path=("load", "tickets_per_user_month"), literal="{ low = 0.9, likely = 1.0, high = 1.2 }")
GROWTH = Change(path=("load", "growth_per_year"), literal="0.1")
PHONE = Change(path=("load", "channels", "phone", "share"), literal="0.7")
CHAT = Change(path=("load", "channels", "chat", "share"), literal="0.3")
ALL = (RATE, GROWTH, PHONE, CHAT)
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/rollout.toml"))


def of(text: str, *changes: Change) -> Amended:
    return amended("rollout.toml", text.encode(), changes or ALL)


def new(text: str, *changes: Change) -> str:
    found = of(text, *changes)
    assert (found.problems, found.refused) == ((), ())
    return found.content.decode()


def test_a_value_takes_the_place_of_the_old_one_and_a_new_key_stands_below_the_last() -> None:
    text = "[load]  # ours\ntickets_per_user_month   = 1.1   # guessed\n\n# next\n[support.L1]\nstaff = 1\n"
    assert new(text, RATE, GROWTH) == (
        "[load]  # ours\ntickets_per_user_month   = { low = 0.9, likely = 1.0, high = 1.2 }   # guessed\n"
        "growth_per_year = 0.1\n\n# next\n[support.L1]\nstaff = 1\n"
    )


def test_what_has_changed_is_told_with_its_line_and_what_was_there() -> None:
    found = of("[load]\ngrowth_per_year = 0.2\n\n[load.channels.phone]\nshare = 0.7\n", GROWTH, PHONE, CHAT)
    assert [(one.change, one.line, one.before) for one in found.changed] == [(GROWTH, 2, "0.2"), (CHAT, 8, "")]


def test_a_missing_section_goes_to_the_end_and_one_below_it_behind_its_kin() -> None:
    text = '[load.channels.phone]\nshare = 0.5\npatience = "3 min"\n\n[sites.z]\nname = "z"'
    assert new(text, PHONE, CHAT, GROWTH) == (
        '[load.channels.phone]\nshare = 0.7\npatience = "3 min"\n\n[load.channels.chat]\nshare = 0.3\n\n'
        '[sites.z]\nname = "z"\n\n[load]\ngrowth_per_year = 0.1'
    )


def test_an_empty_file_begins_with_the_section() -> None:
    assert new("", GROWTH) == "[load]\ngrowth_per_year = 0.1"


def test_line_ends_and_the_mark_of_windows_are_kept() -> None:
    text = "\ufeff[load]\r\n# a\r\ngrowth_per_year = 0.2 # b\r\n\r\n[support.L1]\r\nstaff = 1\r\n"
    assert new(text) == text.replace("0.2", "0.1").replace(
        " # b\r\n", " # b\r\ntickets_per_user_month = { low = 0.9, likely = 1.0, high = 1.2 }\r\n\r\n"
        "[load.channels.phone]\r\nshare = 0.7\r\n\r\n[load.channels.chat]\r\nshare = 0.3\r\n",
    )  # fmt: skip


def test_values_inside_of_braces_and_with_dots_are_put_in_place() -> None:
    assert new("[load]\nchannels = { phone = { share = 0.2 } } # x\n", PHONE) == (
        "[load]\nchannels = { phone = { share = 0.7 } } # x\n"
    )
    assert new("[load]\nchannels.phone.share = 0.2\n", PHONE) == "[load]\nchannels.phone.share = 0.7\n"


def test_a_value_of_several_lines_is_replaced_as_a_whole() -> None:
    keys = Change(path=("load", "own_data", "keys"), literal='["a"]')
    assert new('[load]\nown_data = { keys = [\n  "a",  # x\n  "b",\n], tickets = 3 }\n', keys) == (
        '[load]\nown_data = { keys = ["a"], tickets = 3 }\n'
    )


@pytest.mark.parametrize(
    ("text", "change", "line"),
    [
        ("load = { growth_per_year = 0.2 }\n", RATE, 1),
        ("[rollout]\n[load]\nchannels = { phone = { share = 0.2 } }\n", CHAT, 3),
        ('[rollout]\nname = "x"\n[load.tickets_per_user_month]\nlow = 1\nlikely = 2\nhigh = 3\n', RATE, 3),
        ("[load]\ntickets_per_user_month.low = 1\n", RATE, 2),
        ("load.growth_per_year = 1\n", RATE, 1),
        ("[[load]]\ngrowth_per_year = 1\n", RATE, 1),
        ("load = 3\n", RATE, 1),
    ],
)
def test_a_form_that_cannot_be_changed_is_refused_with_its_place(text: str, change: Change, line: int) -> None:
    found = of(text, GROWTH if "growth" not in text else PHONE, change)
    assert found.content == b""
    assert (change, line) in [(one.change, one.position.line) for one in found.refused]


def test_a_file_that_cannot_be_read_has_its_problems() -> None:
    found = of("[load]\nx = \n")
    assert [one.code for one in found.problems] == ["FMT118"]
    assert found.content == b""


def test_what_was_changed_before_is_not_changed_again() -> None:
    once = new("[load]\n")
    assert of(once).changed == ()
    assert of(once).content.decode() == once


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_the_examples_keep_all_their_lines(path: Path) -> None:
    before = path.read_text(encoding="utf-8")
    after = new(before)
    values = tomllib.loads(after)
    assert values["load"]["growth_per_year"] == 0.1
    assert values["load"]["channels"]["chat"]["share"] == 0.3
    comments = [line for line in before.splitlines() if "#" in line]
    assert [line.partition("#")[2] for line in comments] == [
        line.partition("#")[2] for line in after.splitlines() if "#" in line
    ]


_LINES = [
    "", "# c", "[load]", "[load.channels.phone]", "[[load.waves]]", "[sites.z]", "growth_per_year = 0.2 # x",
    "share = 0.5", "channels.phone.share = 0.1", 'a = """\n[load]\n"""', "b = [1, # [load]\n2]", "load.x = 1",
    "[[load]]",
]  # fmt: skip


@given(st.lists(st.sampled_from(_LINES), max_size=8).map("\n".join))
def test_whatever_is_written_holds_what_was_there_and_the_new_values(text: str) -> None:
    found = of(text)
    if not found.content:
        assert found.problems or found.refused
        return
    before, after = tomllib.loads(text), tomllib.loads(found.content.decode())
    for change in ALL:
        table = before
        for part in change.path[:-1]:
            table = table.setdefault(part, {})
        table[change.path[-1]] = tomllib.loads(f"v = {change.literal}")["v"]
    assert after == before


def test_lines_to_type_have_their_headers() -> None:
    assert as_lines((GROWTH, PHONE)) == ("[load]", "growth_per_year = 0.1", "[load.channels.phone]", "share = 0.7")
    assert as_lines((Change(path=("a b", 'c"'), literal="1"),)) == ('["a b"]', '"c\\"" = 1')
