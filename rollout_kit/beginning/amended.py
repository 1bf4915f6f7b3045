"""A description with other values in it; comments, order and all that is not changed stay as they are, byte for byte.

A value is put in the place of the old one; a new key goes below the last one of its section; a missing section goes to
the end of the file, a section below `[load]` behind the last of its kind. After each step the file is read again: it
must hold what it held before, and the new value. What cannot be changed so is refused as a whole.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from rollout_kit.beginning.literals import Literal
from rollout_kit.description.read import Reading, read
from rollout_kit.description.source_map import Places, Sheet, Span
from rollout_kit.finding import Position, Problem

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A value to be written, by the key path of the file."""

    path: Path
    literal: Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """What became of a change: the line of the new file, and what stood there; empty for a new key."""

    change: Change
    line: int
    before: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A change that cannot be made, and the place that is in its way."""

    change: Change
    position: Position


@dataclass(frozen=True, slots=True, kw_only=True)
class Amended:
    """The new content with its changes; or why there is none: problems of the file, or changes that are refused."""

    places: Places
    content: bytes = b""
    changed: tuple[Changed, ...] = ()
    problems: tuple[Problem, ...] = ()
    refused: tuple[Refused, ...] = ()


def amended(file: str, content: bytes, changes: Sequence[Change]) -> Amended:
    """Return the file with all changes, or without any where one of them cannot be made."""
    reading = read(file, content)
    places = Places(reading.sheet)
    if reading.raw is None:
        return Amended(places=places, problems=reading.problems)
    new, before, refused = content, {}, []
    for change in changes:
        found = _made(file, new, change)
        if isinstance(found, Position):
            refused.append(Refused(change=change, position=_in_old(places, change, found)))
        else:
            new, before[change.path] = found
    if refused:
        return Amended(places=places, refused=tuple(refused))
    after = read(file, new).sheet
    changed = tuple(
        Changed(change=change, line=Places(after).at(change.path).line, before=before[change.path])
        for change in changes
        if before[change.path] != change.literal
    )
    return Amended(places=places, content=new, changed=changed)


def _in_old(places: Places, change: Change, found: Position) -> Position:
    """Return the place in the file as it was: earlier changes may have moved what stands below them."""
    return places.key_at(change.path) if places.has(change.path[:1]) else found


def _made(file: str, content: bytes, change: Change) -> tuple[bytes, str] | Position:
    """Return the content with one change, and what stood there; or the place that is in its way."""
    reading = read(file, content)
    sheet = reading.sheet
    span = sheet.spans.get(change.path)
    if span is not None and not span.is_header:
        before = sheet.text[span.start : span.end]
        new = _spliced(content, sheet, span.start, span.end, change.literal)
    else:
        place = None if span is not None else _place_of_new(sheet, change)
        if place is None:
            return Places(sheet).key_at(change.path)
        before = ""
        new = _spliced(content, sheet, place[0], place[0], place[1])
    return (new, before) if _holds(file, new, reading, change) else Places(sheet).key_at(change.path)


def _holds(file: str, new: bytes, old: Reading, change: Change) -> bool:
    """Tell whether the new file holds what the old one did, but for the change."""
    found, value = read(file, new).raw, read(file, f"value = {change.literal}".encode()).raw
    if found is None or value is None:
        return False
    wanted: dict[str, Any] = deepcopy(old.raw) if old.raw is not None else {}
    table: Any = wanted
    for part in change.path[:-1]:
        table = table.setdefault(part, {})
        if not isinstance(table, dict):
            return False
    table[change.path[-1]] = value["value"]
    return bool(found == wanted)


def _place_of_new(sheet: Sheet, change: Change) -> tuple[int, str] | None:
    """Return where a new key is written, and the text of it; None where its table stands in braces or with dots."""
    *above, key = change.path
    line = f"{_key(key)} = {change.literal}"
    span = sheet.spans.get(tuple(above))
    if span is not None and _is_header_of_its_own(sheet, span):
        return _end_of_keys(sheet, span), f"\n{line}"
    if span is not None and not _is_in_header(sheet, span):
        return None
    header = f"[{'.'.join(map(_key, above))}]\n{line}"
    kin = [one for path, one in sheet.spans.items() if path[:1] == change.path[:1] and _is_in_header(sheet, one)]
    if len(above) > 1 and kin:
        return _end_of_keys(sheet, max(kin, key=lambda one: one.start)), f"\n\n{header}"
    end = len(sheet.text.rstrip("\n"))
    return end, f"\n\n{header}" if end else header


def _is_in_header(sheet: Sheet, span: Span) -> bool:
    """Tell whether a table is named in a header, be it with others below it."""
    return span.is_header and sheet.text.startswith("[", span.start) and span.start < span.key_start


def _is_header_of_its_own(sheet: Sheet, span: Span) -> bool:
    return _is_in_header(sheet, span) and sheet.text[span.key_end : span.end].strip() == "]"


def _end_of_keys(sheet: Sheet, header: Span) -> int:
    """Return the end of the line of the last key that follows a header, or of the header."""
    following = [one.start for one in sheet.spans.values() if _is_in_header(sheet, one) and one.start > header.start]
    limit = min(following, default=len(sheet.text))
    last = max(one.end for one in sheet.spans.values() if header.start <= one.start and one.end <= limit)
    end = sheet.text.find("\n", last)
    return end if end >= 0 else len(sheet.text)


def _key(name: str) -> str:
    return name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _spliced(content: bytes, sheet: Sheet, start: int, end: int, text: str) -> bytes:
    """Return the bytes with a slice of the normalised text replaced; line ends are written as the file has them."""
    whole = content.decode("utf-8")
    mark = len(whole) - len(whole.removeprefix("\ufeff"))
    returns = [found.start() - mark - n for n, found in enumerate(re.finditer("\r\n", whole))]
    first, last = (at + mark + bisect_left(returns, at) for at in (start, end))
    ends = "\r\n" if returns else "\n"
    return (whole[:first] + text.replace("\n", ends) + whole[last:]).encode()


def as_lines(changes: Sequence[Change]) -> tuple[str, ...]:
    """Return the changes as lines to type, with the headers of their sections."""
    by_table: dict[Path, list[str]] = {}
    for change in changes:
        by_table.setdefault(change.path[:-1], []).append(f"{_key(change.path[-1])} = {change.literal}")
    return tuple(line for table, lines in by_table.items() for line in (f"[{'.'.join(map(_key, table))}]", *lines))
