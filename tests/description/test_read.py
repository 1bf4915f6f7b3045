"""Bytes of every kind: encodings, control characters, limits, time."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rollout_kit.description.read import read
from tests.description.sample import TINY, line


def told(content: bytes) -> list[str]:
    return [line(one) for one in read("rollout.toml", content).problems]


LARGEST = "mend the number; the largest one that is counted with is 1000000000"
SAVE = "save it as UTF-8: in the editor 'Save as', then the encoding 'UTF-8'"


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_told_by_name(codec):
    assert told(TINY.encode(codec)) == [f"1:1 FMT101 the file is saved as UTF-16, not as UTF-8 | {SAVE}"]


@pytest.mark.parametrize("codec", ["latin-1", "cp1252"])
def test_latin_1_is_told_by_name_with_the_first_letter_that_shows_it(codec):
    assert told('a = 1\nname = "Müller"\n'.encode(codec)) == [
        "2:10 FMT101 the file is saved as Windows-1252 (Latin-1, ANSI), not as UTF-8: "
        f"the first sign that shows it is 'ü' | {SAVE}"
    ]


@pytest.mark.parametrize(
    ("content", "program"),
    [
        (b"PK\x03\x04\x14\x00\x06\x00", "Word, Excel, LibreOffice"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "Word, Excel"),
        (b"{\\rtf1\\ansi name}", "RTF"),
        (b"%PDF-1.7\n\xda", "PDF"),
    ],
)
def test_a_document_of_an_office_program_is_told_as_such(content: bytes, program: str):
    assert told(content) == [
        f"1:1 FMT101 the file is a document ({program}), not plain text"
        " | write the description in a text editor, and save it as plain text"
    ]


@pytest.mark.parametrize("content", [b"\xef\xbb\xbf", b"", b"\xef\xbb\xbfname = 'x'\r\nb = 2\r\n"])
def test_a_byte_order_mark_and_windows_line_ends_are_no_fault(content):
    assert told(content) == []


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        (b"a = 1\nb = '\x00'\n", "2:6 FMT102 a control character (U+0000) stands in the text"),
        (b"a = 1 # \x1b[31m\n", "1:9 FMT102 a control character (U+001B) stands in the text"),
        (b"a = 1\rb = 2\r", "1:6 FMT102 the line ends with a carriage return alone, as on old Macs"),
    ],
)
def test_control_characters_are_told_with_their_place(content, wanted):
    assert told(content)[0].startswith(wanted)


def test_limits_are_told_and_never_recurse():
    assert told(b"# " + b"x" * (1 << 20))[0].startswith("1:1 FMT103 the file has 1048578 characters")
    assert told(b"a = 1\nb = " + b"[" * 50_000) == ["2:69 FMT103 values are nested more than 64 deep"]
    assert told(b"x = 1\n" + b"a." * 30_000 + b"a = 1") == ["2:1 FMT103 a key has more than 64 parts"]
    assert told(b"x = 1\n[" + b"'a'." * 30_000 + b"a]") == ["2:2 FMT103 a key has more than 64 parts"]


def test_a_number_of_too_many_digits_is_told():
    assert told(b"a = 1\nb = " + b"9" * 5000) == [f"2:5 FMT211 the number has 5000 digits | {LARGEST}"]
    assert told(b"a = '" + b"1" * 5000 + b"'\nb = [1, " + b"9" * 4500 + b"]\nc = ja\n") == [
        f"2:9 FMT211 the number has 4500 digits | {LARGEST}",
        "3:5 FMT108 yes and no are written true and false, not ja | write true",
    ]


def test_a_number_of_more_than_64_bits_is_told():
    assert told(b"a = 1\nb = [0x" + b"f" * 16 + b"]") == []
    assert told(b"a = 1\nb = [0x1" + b"f" * 16 + b"]") == [
        f"2:6 FMT211 the number has 65 bits; 64 is the most | {LARGEST}"
    ]
    assert told(b"b = 0x" + b"f" * 60_000)[0].startswith("1:5 FMT211 the number has 240000 bits")


def test_tables_nested_by_brackets_and_dots_together_are_told():
    key = ".".join("a" * 60)
    for depth in (3, 60):
        text = f"{key} = " + f"{{ {key} = " * depth + "1" + " }" * depth
        assert told(text.encode()) == ["1:371 FMT103 values are nested more than 128 deep"]
    assert told((f"{key} = {{ {key} = 1 }}").encode()) == []


SLOW = [
    "a = '\n" * 10_000,
    "[" * 65_000,
    "a = [\n" * 10_000,
    '"' * 65_000,
    "'" * 65_001,
    "a." * 32_000,
    "a = 0,5\n" * 8_000,
    "[a]\n" * 16_000,
    "a = 1\n" * 11_000,
    "a" + " " * 65_000 + "=",
    "a = 1," + " " * 65_000 + "x",
    "{" * 65_000,
    "a = {" + "b = 1, " * 9_000,
    "a = " + "„" * 60_000,
    'a = "' + "\\" * 65_000,
    '"""\n' * 16_000,
    ", " * 30_000,
    "a = [" + "0,5," * 16_000,
    "\n" * 65_000 + "x",
    "[[a]]\n" * 10_000 + "x",
    "a = " + "9" * 65_000,
    "# '" * 20_000 + "\nx",
    "a = 1'" + "000'" * 16_000,
    "=" * 65_000,
    "a=" * 32_000,
    "x: " * 20_000,
    "[a.b]\nc = {d = 1}\nc.e = 2\n" * 2_500,
    "a\t" * 30_000,
    "- " * 32_000,
    'a = "x" ' + '"y" ' * 15_000,
    "\u00e4." * 32_000,
]


@pytest.mark.parametrize("number", range(len(SLOW)))
def test_no_text_of_64_kib_takes_longer_than_a_second(number):
    content = SLOW[number].encode()[: 64 * 1024]
    begin = time.process_time()
    reading = read("rollout.toml", content)
    assert time.process_time() - begin < 1
    assert reading.problems or reading.raw is not None


PIECES = st.sampled_from(
    [
        "a",
        "b.c",
        " ",
        "=",
        '"',
        "'",
        "[",
        "]",
        "{",
        "}",
        ",",
        "\n",
        "0",
        "2027-01-11",
        "11.01.2027",
        "#",
        "ja",
        "„",
        "“",
        "\\",
        ":",
        '"""',
        "'''",
        "ü",
        "50%",
        "0,5",
        ".",
        "-",
        "\t",
        "\r\n",
        "[x]",
        "[[y]]",
        "true",
        "24:00",
        "👍",
    ]
)


@pytest.mark.thorough
@settings(max_examples=600, deadline=None, derandomize=True, database=None)
@given(st.lists(PIECES, max_size=30))
def test_no_text_gives_a_traceback(pieces):
    text = "".join(pieces)
    reading = read("rollout.toml", text.encode())
    assert (reading.raw is None) == bool(reading.problems)
    assert len({(one.code, one.position) for one in reading.problems}) == len(reading.problems)
    for problem in reading.problems:
        assert 1 <= problem.position.line <= text.count("\n") + 1
        assert problem.position.column >= 1
        line(problem)


@pytest.mark.thorough
@settings(max_examples=200, deadline=None, derandomize=True, database=None)
@given(st.binary(max_size=200))
def test_no_bytes_give_a_traceback(content):
    reading = read("rollout.toml", content)
    assert (reading.raw is None) == bool(reading.problems)
