"""Signs that no text of a description may hold: control characters, and marks that turn its direction."""

import re
from collections.abc import Iterator
from typing import Any

from rollout_kit.description.problems import Code, problem
from rollout_kit.description.shape import LONG_TEXTS
from rollout_kit.description.source_map import Places
from rollout_kit.finding import KeyPath, Position, Problem
from rollout_kit.message import N_, message

# C0 and C1 controls, line and paragraph separators, overrides of the writing direction, the byte order mark inside.
_REFUSED = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")
_REFUSED_IN_LONG_TEXTS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")


def check_texts(value: Any, places: Places, path: KeyPath = (), *, with_lines: bool = False) -> Iterator[Problem]:
    """Yield a problem for each key and text with a sign that is refused; `with_lines`: texts may have several lines."""
    if isinstance(value, str):
        if found := _REFUSED_IN_LONG_TEXTS.search(value) if with_lines else _refused(value, path, places):
            yield _problem(found.group(), path, places, is_key=False)
    elif isinstance(value, dict):
        for key, held in value.items():
            if found := _REFUSED.search(key):
                yield _problem(found.group(), (*path, key), places, is_key=True)
            yield from check_texts(held, places, (*path, key), with_lines=with_lines)
    elif isinstance(value, list):
        for index, held in enumerate(value):
            yield from check_texts(held, places, (*path, index), with_lines=with_lines)


def check_prose(file: str, text: str) -> Iterator[Problem]:
    """Yield a problem for the first sign of a whole file of text that is refused."""
    if found := _REFUSED_IN_LONG_TEXTS.search(text.replace("\r\n", "\n").removeprefix("\ufeff")):
        before = text[: text.index(found.group())]
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        yield _told(found.group(), (), Position(file=file, line=line, column=column))


def _refused(text: str, path: KeyPath, places: Places) -> re.Match[str] | None:
    found = _REFUSED.search(text)
    if found and path[-1:] and path[-1] in LONG_TEXTS and places.is_multiline(path):
        return _REFUSED_IN_LONG_TEXTS.search(text)
    return found


def _problem(sign: str, path: KeyPath, places: Places, *, is_key: bool) -> Problem:
    return _told(sign, path, places.key_at(path) if is_key else places.at(path))


def _told(sign: str, path: KeyPath, place: Position) -> Problem:
    said = message(N_("the text holds a control character ({code})"), code=f"U+{ord(sign):04X}")
    help = message(N_("write a backslash twice, or the text between single quotes")) if sign in "\n\t\r\b\f" else None
    return problem(Code.CONTROL, path, place, said, help)
