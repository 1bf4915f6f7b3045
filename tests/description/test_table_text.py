"""The text of a table, in whatever a program saved it."""

import io

import pytest

from rollout_kit.description.table_text import as_word, decoded, opened, separator_of, told_separator

TEXT = "Erstellt;Lösung\r\n01.03.2026;für Zoë – 5 €\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_table_is_read_at_once_or_in_pieces(encoding: str) -> None:
    content = TEXT.encode(encoding)
    assert decoded(content) == TEXT
    assert opened(io.BytesIO(content)).read() == TEXT


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_known_without_its_mark(encoding: str) -> None:
    assert opened(io.BytesIO(TEXT.encode(encoding))).read() == TEXT


def test_a_long_table_of_windows_is_read_where_its_first_umlaut_comes_late() -> None:
    content = b"a;b\n" * 10_000 + "Lösung €".encode("cp1252")
    assert opened(io.BytesIO(content)).read().endswith("\nLösung €")


@pytest.mark.parametrize("content", [b"", b"\x81", b"\xff\xfe\x00", b"a\xc3"])
def test_what_is_no_text_is_read_with_signs_in_its_place(content: bytes) -> None:
    assert len(opened(io.BytesIO(content)).read()) <= 2


def test_the_separator_is_the_one_outside_of_quotes() -> None:
    assert separator_of('"a;b;c;d",e,f') == ","
    assert separator_of("a\tb") == "\t"


@pytest.mark.parametrize(("line", "sign"), [("sep=;\r\n", ";"), ("SEP=,", ","), ("sep=", ""), ("a;b", "")])
def test_excel_tells_its_separator(line: str, sign: str) -> None:
    assert told_separator(line) == sign


def test_headings_are_compared_without_accents_and_signs() -> None:
    assert as_word(" Gelöst_am: ") == "geloest am"
