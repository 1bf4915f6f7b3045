"""The scanner against the public suite of TOML files, and against texts written here."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import tomli
from hypothesis import given, settings
from hypothesis import strategies as st

from rollout_kit.description.read import read
from rollout_kit.description.source_map import MAX_CHARACTERS, Places, scan
from rollout_kit.errors import RolloutKitError
from rollout_kit.finding import Position

SUITE = Path(__file__).parents[3] / "shared" / "data" / "toml-test" / "tests"
LIST = SUITE / "files-toml-1.1.0"


def files(kind: str) -> list[Path]:
    """The files of a kind; skips where the suite is absent, fails there if CI is set."""
    if not LIST.is_file():
        reason = f"the toml-test suite is not at {SUITE}"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    found = [SUITE / name for name in LIST.read_text().split() if name.startswith(kind) and name.endswith(".toml")]
    assert len(found) > 200
    return found


def paths_of(value: object, path: tuple = ()) -> Iterator[tuple]:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, held in items:
        yield (*path, key), held
        yield from paths_of(held, (*path, key))


def assert_every_path_stands(text: str) -> int:
    """Every path of the parsed values is in the map and no other; its slice parses to the same value."""
    sheet = scan("f.toml", text)
    wanted = dict(paths_of(tomli.loads(text)))
    assert set(sheet.spans) == set(wanted)
    for path, value in wanted.items():
        span = sheet.spans[path]
        if not span.is_header:
            assert repr(tomli.loads(f"k = {sheet.text[span.start : span.end]}")["k"]) == repr(value)
        if isinstance(path[-1], str):
            assert list(tomli.loads(f"{sheet.text[span.key_start : span.key_end]} = 0")) == [path[-1]]
    return len(wanted)


def test_every_key_path_of_the_valid_files_stands_where_its_value_is():
    checked = sum(assert_every_path_stands(path.read_bytes().decode("utf-8-sig")) for path in files("valid"))
    assert checked > 1000


def test_every_valid_file_is_read_and_every_invalid_one_is_told_with_its_place():
    for path in files("valid"):
        assert read(path.name, path.read_bytes()).raw is not None, path
    for path in files("invalid"):
        reading = read(path.name, path.read_bytes())
        assert reading.raw is None, path
        assert reading.problems, path
        for problem in reading.problems:
            assert problem.position.line >= 1, path
            assert problem.position.column >= 1, path


def test_a_missing_suite_is_told_and_fails_in_ci(monkeypatch):
    monkeypatch.setattr("tests.description.test_source_map.LIST", Path("nowhere"))
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="toml-test"):
        files("valid")
    monkeypatch.setenv("CI", "1")
    with pytest.raises(pytest.fail.Exception, match="toml-test"):
        files("valid")


TEXT = """\
title = "Ä"   # comment with = and [
[people.keller]
"first name" = 'Anna'
absences = [
  { from = 2027-02-01, to = 2027-02-05 }, # one
  { from = 2027-03-01,
    to = 2027-03-02, },
]
a.b . "c.d" = 1
[[kpis]]
name = \"\"\"
two
lines\"\"\"
[[kpis]]
[[kpis.parts]]
at = 07:32
"""


@pytest.fixture
def places() -> Places:
    return Places(scan("f.toml", TEXT))


def at(line: int, column: int, length: int) -> Position:
    return Position(file="f.toml", line=line, column=column, length=length)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("title",), at(1, 9, 3)),
        (("people", "keller"), at(2, 1, 15)),
        (("people", "keller", "first name"), at(3, 16, 6)),
        (("people", "keller", "absences"), at(4, 12, 1)),
        (("people", "keller", "absences", 0, "from"), at(5, 12, 10)),
        (("people", "keller", "absences", 1), at(6, 3, 20)),
        (("people", "keller", "absences", 1, "to"), at(7, 10, 10)),
        (("people", "keller", "a", "b", "c.d"), at(9, 15, 1)),
        (("kpis",), at(10, 1, 8)),
        (("kpis", 0, "name"), at(11, 8, 3)),
        (("kpis", 1), at(14, 1, 8)),
        (("kpis", 1, "parts", 0, "at"), at(16, 6, 5)),
    ],
)
def test_values_stand_at_line_and_column_in_code_points(places, path, value):
    assert places.at(path) == value


def test_keys_stand_apart_from_their_values(places):
    assert places.key_at(("people", "keller", "first name")) == at(3, 1, 12)
    assert places.key_at(("people", "keller")) == at(2, 9, 6)
    assert places.key_at(("people", "keller", "a", "b", "c.d")) == at(9, 7, 5)
    assert places.key_at(("people", "keller", "absences", 0)) == at(5, 3, 38)


def test_a_path_without_entry_takes_the_place_of_its_parent(places):
    assert places.at(("people", "keller", "share", "low")) == places.at(("people", "keller"))
    assert places.at(()) == at(1, 1, 1)
    assert places.at(("nothing",)) == at(1, 1, 1)


def test_a_source_line_is_given_without_its_end(places):
    assert places.source_line(at(3, 1, 1)) == "\"first name\" = 'Anna'"
    assert places.source_line(at(99, 1, 1)) == ""
    assert places.source_line(Position(file="other.toml", line=1, column=1)) == ""


def test_windows_line_ends_and_a_byte_order_mark_move_nothing():
    windows = Places(scan("f.toml", "\ufeff" + TEXT.replace("\n", "\r\n")))
    plain = Places(scan("f.toml", TEXT))
    assert [windows.at(path) for path, _ in paths_of(tomli.loads(TEXT))] == [
        plain.at(path) for path, _ in paths_of(tomli.loads(TEXT))
    ]


def test_the_first_sheet_wins_where_two_hold_a_path():
    both = Places(scan("a.toml", "[p]\nx = 1\n"), scan("b.toml", "[p]\nx = 2\ny = 3\n"))
    assert both.at(("p", "x")).file == "a.toml"
    assert both.at(("p", "y")).file == "b.toml"
    assert both.at(("p", "z")).file == "a.toml"


@pytest.mark.parametrize("count", [63, 64, 65])
def test_the_limits_of_the_scanner(count):
    key, nested = ".".join("a" * count) + " = 1", "a = " + "[" * count + "]" * count
    if count <= 64:
        assert scan("f", key).spans
        assert scan("f", nested).spans
    else:
        for text in (key, nested):
            assert read("f", text.encode()).problems[0].code == "FMT103"


def test_the_scanner_refuses_what_passes_its_limits():
    for text in ("a = 1 #" + "x" * MAX_CHARACTERS, ".".join("a" * 65) + " = 1", "a = " + "[" * 66 + "]" * 66):
        with pytest.raises(RolloutKitError):
            scan("f", text)


KEYS = st.text(alphabet="ab-_ .ä\"'\\", min_size=0, max_size=5)
SCALARS = st.one_of(
    st.integers(-(10**6), 10**6),
    st.booleans(),
    st.dates(),
    st.times(),
    st.text(alphabet="a#=[]{},'\"\\ \n\té😀", max_size=12),
)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=8
)


def written(value: object, newline: str) -> str:
    match value:
        case bool():
            return str(value).lower()
        case str():
            return quoted(value)
        case dict():
            return "{" + f",{newline}".join(f"{quoted(k)} = {written(v, newline)}" for k, v in value.items()) + "}"
        case list():
            return "[" + newline + f",{newline}# ]\n".join(written(one, newline) for one in value) + newline + "]"
        case _:
            return value.isoformat() if hasattr(value, "isoformat") else str(value)


def quoted(text: str) -> str:
    escapes = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
    return '"' + "".join(escapes.get(sign, sign) for sign in text) + '"'


@pytest.mark.thorough
@settings(max_examples=150, deadline=None, derandomize=True, database=None)
@given(st.dictionaries(KEYS, VALUES, max_size=5), st.sampled_from(["", "\n", " \n  "]))
def test_every_path_of_any_text_is_in_the_map(table, newline):
    text = "".join(f"{quoted(key)} = {written(value, newline)} # = x\n" for key, value in table.items())
    assert_every_path_stands(text)
