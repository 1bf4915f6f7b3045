"""A description with one more section at its end; what was there before stays as it is, byte for byte."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from rollout_kit.beginning.named_section import NamedSection
from rollout_kit.beginning.section_text import headers_of, section_text
from rollout_kit.beginning.starter import kickoff_after
from rollout_kit.description.named_files import named
from rollout_kit.description.problems import Code, problem
from rollout_kit.description.read import Reading, read
from rollout_kit.description.shape import Kind
from rollout_kit.description.source_map import Places, Sheet
from rollout_kit.finding import Position, Problem
from rollout_kit.language.words import Words
from rollout_kit.message import N_, Message, message


@dataclass(frozen=True, slots=True, kw_only=True)
class Appended:
    """What became of a file: its new content and the line of the added header, or why it stays as it is."""

    places: Places
    problems: tuple[Problem, ...] = ()
    content: bytes = b""
    line: int = 0


def appended(main: str, contents: Mapping[str, bytes], section: NamedSection, words: Words, as_of: date) -> Appended:
    """Return the file `main` with a section appended, in the language of the words.

    Days of its examples lie around the file's kickoff. `contents` holds the file and those that it names.
    """
    content = contents[main]
    reading = read(main, content)
    half = _half(reading, contents)
    places = Places(reading.sheet, beside=[half] if half else [])
    if reading.raw is None:
        return Appended(places=places, problems=reading.problems)
    taken = _taken(reading.sheet, section) or (
        _taken(half, section) if half and section.path[0] == "provider" else None
    )
    if taken:
        return Appended(places=places, problems=(taken,))
    text = section_text(section, words, _kickoff(reading.raw, as_of))
    end = b"\r\n" if b"\r\n" in content else b"\n"
    joint = _joint(content, end)
    whole = content + joint + text.encode().replace(b"\n", end) + end
    if read(main, whole).raw is None:
        return Appended(places=places, problems=(_in_braces(reading, section),))
    line = (content + joint).count(b"\n") + 1 + _lines_above(text)
    return Appended(places=places, content=whole, line=line)


def _half(reading: Reading, contents: Mapping[str, bytes]) -> Sheet | None:
    """Return the provider's half where it lies in a file of its own that can be read."""
    name = named(reading.raw or {}, ("provider", "from"))
    if name is None or name not in contents:
        return None
    half = read(name, contents[name])
    return half.sheet if half.raw is not None else None


def _taken(sheet: Sheet, section: NamedSection) -> Problem | None:
    """Return what is wrong where the section stands in the file already, in force or in a comment."""
    places = Places(sheet)
    if places.has(section.path):
        said = message(N_("the section [{name}] is there already"), name=section.name)
        return problem(Code.TWICE, section.path, _place(sheet, section), said, _instead(section))
    for number, line in enumerate(sheet.text.split("\n"), 1):
        if line.lstrip().startswith("#") and any(_is_within(one, section) for one in headers_of(line)):
            said = message(N_("the section [{name}] is there already, in a comment"), name=section.name)
            help = message(N_("remove the # before it and before the keys that you want"))
            column = len(line) - len(line.lstrip()) + 1
            place = Position(file=sheet.file, line=number, column=column, length=len(line.strip()))
            return problem(Code.TWICE, section.path, place, said, help)
    return None


def _place(sheet: Sheet, section: NamedSection) -> Position:
    """Return the place of the header, of the key where the section stands in braces."""
    span = sheet.spans[section.path]
    is_header = span.is_header and span.start < span.key_start
    return sheet.position(span.start, span.end) if is_header else sheet.position(span.key_start, span.key_end)


def _is_within(header: tuple[str, ...], section: NamedSection) -> bool:
    return header[: len(section.path)] == section.path


def _instead(section: NamedSection) -> Message:
    if section.kind is Kind.LIST:
        return message(N_("for one more, write [[{name}]] again below the last one"), name=section.name)
    if section.kind is Kind.BY_ID:
        return message(N_("for one more, add {name} with a dot and a short name of your own"), name=section.name)
    return message(N_("write further keys below it"))


def _in_braces(reading: Reading, section: NamedSection) -> Problem:
    """Return why a header cannot follow: what it belongs to stands in braces, and is complete."""
    places = Places(reading.sheet)
    above = next(
        (section.path[:length] for length in range(len(section.path), 0, -1) if places.has(section.path[:length])),
        section.path,
    )
    name = ".".join(above)
    said = message(N_("'{name}' is complete as it is written; no section can be added to it"), name=name)
    help = message(N_("write [{name}] with a line for each key, and try again"), name=name)
    return problem(Code.TWICE, section.path, places.key_at(above), said, help)


def _kickoff(raw: Mapping[str, Any], as_of: date) -> date:
    """Return the kickoff of the file; that of a new one where it is not written or cannot be read."""
    about = raw.get("rollout")
    written = about.get("kickoff") if isinstance(about, Mapping) else None
    if isinstance(written, datetime):
        return written.date()
    if isinstance(written, date):
        return written
    try:
        return date.fromisoformat(written) if isinstance(written, str) else kickoff_after(as_of)
    except ValueError:
        return kickoff_after(as_of)


def _joint(content: bytes, end: bytes) -> bytes:
    """Return what closes the last line and leaves an empty one."""
    bare = content.removeprefix(b"\xef\xbb\xbf")
    if not bare.strip():
        return b"" if not bare or bare.endswith(b"\n") else end
    if bare.endswith((b"\n\n", b"\n\r\n")):
        return b""
    return end if bare.endswith(b"\n") else end + end


def _lines_above(text: str) -> int:
    return next(number for number, line in enumerate(text.split("\n")) if headers_of(line))
