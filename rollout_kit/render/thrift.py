"""What WeasyPrint works out for every element and no page of ours shows.

Each saving changes the seconds and not one byte. They reach behind what WeasyPrint promises to keep, so each is left
out where its place has moved.
"""

import contextlib
import re
from collections.abc import Collection
from functools import cache

_MOVED = (ImportError, AttributeError, LookupError, TypeError, ValueError)
_NOTES = frozenset({"footnote-call", "footnote-marker", "note-call", "note-marker", "note-callback"})


@cache
def save_time() -> None:
    """Make WeasyPrint quicker in this process; it has been imported already."""
    with contextlib.suppress(*_MOVED):
        _style_no_notes()
    with contextlib.suppress(*_MOVED):
        _keep_expressions()


def _style_no_notes() -> None:
    """Make no style for the footnotes of every element, which has none, and for markers only in lists."""
    from weasyprint.html import UA_STYLESHEET

    matcher = UA_STYLESHEET.matcher
    kept, markers = [], []
    for rule in matcher.other_selectors:
        _, _, _, pseudo, _ = rule
        if pseudo == "marker":
            markers.append(rule)
        elif pseudo not in _NOTES:
            kept.append(rule)
    matcher.lower_local_name_selectors["li"].extend(markers)
    matcher.other_selectors = kept


class _Expressions(dict[tuple[Collection[str], bool], re.Pattern[str]]):
    """Regular expressions of characters to read on to, or over, each built once."""

    def __missing__(self, wanted: tuple[Collection[str], bool]) -> re.Pattern[str]:
        characters, is_over = wanted
        listed = "".join(f"\\x{ord(character):02x}" for character in characters)
        self[wanted] = re.compile(f"[{'' if is_over else '^'}{listed}]+")
        return self[wanted]


def _keep_expressions() -> None:
    """Let the reader of HTML find its expressions again: it keeps them under a key that it never asks for."""
    from tinyhtml5 import inputstream

    if not isinstance(inputstream.characters_until_regex, dict):
        raise TypeError
    inputstream.characters_until_regex = _Expressions()
