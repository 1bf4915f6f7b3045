"""From the bytes of a file to plain values and their places, or to the problems that prevent it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from rollout_kit.description.problems import Code, problem
from rollout_kit.description.source_map import (
    MAX_CHARACTERS,
    MAX_DEPTH,
    MAX_KEY_PARTS,
    LimitPassed,
    Places,
    Sheet,
    normalised,
    scan,
)
from rollout_kit.description.syntax import TEXT_OR_COMMENT, SyntaxFault, parse
from rollout_kit.description.value_problems import largest
from rollout_kit.finding import KeyPath, Position, Problem
from rollout_kit.message import N_, message

INTEGER_BITS = 64  # of TOML; longer ones overflow what is reckoned with them
_UTF_16 = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_DOCUMENTS = {
    b"PK\x03\x04": "Word, Excel, LibreOffice",
    b"\xd0\xcf\x11\xe0": "Word, Excel",
    b"{\\rtf": "RTF",
    b"%PDF": "PDF",
}  # by their first bytes
_PART = r"""(?:[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')"""
_LONG_KEY = re.compile(rf"(?:^|[\[{{,])[ \t]*({_PART}(?:[ \t]*\.[ \t]*{_PART}){{{MAX_KEY_PARTS},}})", re.MULTILINE)
_LEXEME = re.compile(rf"{TEXT_OR_COMMENT}|[\[\]{{}}]", re.DOTALL)
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\r(?!\n)")


@dataclass(frozen=True, kw_only=True)
class Reading:
    """A file as read. `raw` is None where problems prevented it; the sheet then knows the lines only."""

    raw: dict[str, Any] | None
    sheet: Sheet
    problems: tuple[Problem, ...] = ()


def read(file: str, content: bytes) -> Reading:
    """Return the plain values of a TOML file and where they stand, or every problem of its text."""
    text, fault = decode(file, content)
    if fault is not None:
        return _refused(file, text, fault)
    fault = passed_limit(file, text) or _characters(file, text)
    if fault is not None:
        return _refused(file, text, fault)
    raw = parse(text)
    if isinstance(raw, SyntaxFault):
        from rollout_kit.description.slips import find_slips  # much to read, for texts that do not parse only

        return _refused(file, text, *find_slips(file, text))
    try:
        sheet = scan(file, text)
    except LimitPassed as error:
        return _refused(file, text, problem(Code.LIMIT, (), _place(file, text, error.offset), error.message))
    huge = [_huge(value, path, Places(sheet)) for path, value in _numbers(raw) if value.bit_length() > INTEGER_BITS]
    return _refused(file, text, *huge) if huge else Reading(raw=raw, sheet=sheet)


def _numbers(value: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, int]]:
    if isinstance(value, int):
        yield path, value
    elif isinstance(value, dict):
        for key, held in value.items():
            yield from _numbers(held, (*path, key))
    elif isinstance(value, list):
        for index, held in enumerate(value):
            yield from _numbers(held, (*path, index))


def _huge(value: int, path: KeyPath, places: Places) -> Problem:
    said = message(N_("the number has {bits} bits; {limit} is the most"), bits=value.bit_length(), limit=INTEGER_BITS)
    return problem(Code.NUMBER, path, places.at(path), said, largest())


def decode(file: str, content: bytes) -> tuple[str, Problem | None]:
    """Return the text of a file, its line ends normalised; with a problem if it is not UTF-8.

    The text of a file in another encoding is still returned as far as it can be read, to be shown; a document of an
    office program has none.
    """
    office = next((program for mark, program in _DOCUMENTS.items() if content.startswith(mark)), None)
    if office:
        said = message(N_("the file is a document ({program}), not plain text"), program=office)
        help = message(N_("write the description in a text editor, and save it as plain text"))
        return "", problem(Code.ENCODING, (), Position(file=file, line=1, column=1), said, help)
    wide = _wide_encoding(content)
    if wide:
        text = normalised(content.decode(wide, errors="replace"))
        said = message(N_("the file is saved as {encoding}, not as UTF-8"), encoding="UTF-16")
        return text, problem(Code.ENCODING, (), Position(file=file, line=1, column=1), said, _save_as_utf_8())
    try:
        return normalised(content.decode("utf-8")), None
    except UnicodeDecodeError as error:
        return _narrow(file, content, error.start)


def _wide_encoding(content: bytes) -> str | None:
    """Return the codec of UTF-16, by its mark or because every other byte is zero."""
    if content[:2] in _UTF_16:
        return _UTF_16[content[:2]]
    head = content[:400]
    if len(head) >= 4 and head[1::2].count(0) > len(head) // 4:
        return "utf-16-le"
    return "utf-16-be" if len(head) >= 4 and head[::2].count(0) > len(head) // 4 else None


def _narrow(file: str, content: bytes, offset: int) -> tuple[str, Problem]:
    """Tell the first byte that is not UTF-8, and the letter it stands for in Windows-1252."""
    text = normalised(content.decode("cp1252", errors="replace"))
    before = content[:offset].decode("utf-8").removeprefix("\ufeff")
    place = Position(file=file, line=before.count("\n") + 1, column=len(before) - before.rfind("\n"))
    said = message(
        N_("the file is saved as {encoding}, not as UTF-8: the first sign that shows it is '{letter}'"),
        encoding="Windows-1252 (Latin-1, ANSI)",
        letter=content[offset : offset + 1].decode("cp1252", errors="replace"),
    )
    return text, problem(Code.ENCODING, (), place, said, _save_as_utf_8())


def _save_as_utf_8() -> Any:
    return message(N_("save it as UTF-8: in the editor 'Save as', then the encoding 'UTF-8'"))


def passed_limit(file: str, text: str) -> Problem | None:
    """Return the problem of a text that would keep the parser busy or its stack deep; to be asked before it."""
    if len(text) > MAX_CHARACTERS:
        said = message(N_("the file has {n} characters; {limit} is the most"), n=len(text), limit=MAX_CHARACTERS)
        return problem(Code.LIMIT, (), Position(file=file, line=1, column=1), said)
    if found := _LONG_KEY.search(text):
        said = message(N_("a key has more than {limit} parts"), limit=MAX_KEY_PARTS)
        return problem(Code.LIMIT, (), _place(file, text, found.start(1)), said)
    for offset in _deep_brackets(text):
        said = message(N_("values are nested more than {limit} deep"), limit=MAX_DEPTH)
        return problem(Code.LIMIT, (), _place(file, text, offset), said)
    return None


def _deep_brackets(text: str) -> Iterator[int]:
    depth = 0
    for found in _LEXEME.finditer(text):
        match found.group():
            case "[" | "{":
                depth += 1
                if depth > MAX_DEPTH:
                    yield found.start()
            case "]" | "}":
                depth = max(0, depth - 1)


def _characters(file: str, text: str) -> Problem | None:
    found = _FORBIDDEN.search(text)
    if not found:
        return None
    place = _place(file, text, found.start())
    if found.group() == "\r":
        said = message(N_("the line ends with a carriage return alone, as on old Macs"))
        return problem(Code.CHARACTER, (), place, said, message(N_("save the file with the line ends LF or CRLF")))
    code = f"U+{ord(found.group()):04X}"
    said = message(N_("a control character ({code}) stands in the text"), code=code)
    return problem(Code.CHARACTER, (), place, said, message(N_("delete it; it is often invisible in an editor")))


def _place(file: str, text: str, offset: int) -> Position:
    line_start = text.rfind("\n", 0, offset) + 1
    return Position(file=file, line=text.count("\n", 0, offset) + 1, column=offset - line_start + 1)


def _refused(file: str, text: str, *problems: Problem) -> Reading:
    return Reading(raw=None, sheet=Sheet(file=file, text=text, spans={}), problems=problems)
