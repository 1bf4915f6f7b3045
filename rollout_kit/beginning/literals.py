"""Values in the spelling of TOML. Whatever a text holds, it stays one value."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from typing import Any

_ESCAPES = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_WIDEST_LIST = 100  # characters; a longer list of tables gets a line for each

Literal = str
"""A value as it stands in the file."""


def text(value: str) -> Literal:
    """Return a basic string; halves of surrogate pairs, which no file can hold, become U+FFFD."""
    return '"' + "".join(_escaped(sign) for sign in value) + '"'


def _escaped(sign: str) -> str:
    if sign in _ESCAPES:
        return _ESCAPES[sign]
    if "\ud800" <= sign <= "\udfff":
        return "\ufffd"
    # Line ends of Unicode and turns of direction would show another line than there is.
    is_hidden = sign < " " or "\x7f" <= sign <= "\x9f" or sign in "\u2028\u2029\ufeff" or _turns(sign)
    return f"\\u{ord(sign):04X}" if is_hidden else sign


def _turns(sign: str) -> bool:
    return "\u202a" <= sign <= "\u202e" or "\u2066" <= sign <= "\u2069"


def texts(values: Iterable[str]) -> Literal:
    """Return a list of strings."""
    return f"[{', '.join(text(value) for value in values)}]"


def day(value: date) -> Literal:
    """Return a date."""
    return value.isoformat()


def key(name: str) -> Literal:
    """Return a key, in quotes where it needs them."""
    return name if _BARE_KEY.fullmatch(name) else text(name)


def value(held: Any) -> Literal:
    """Return a value as the parser gave it, with what it holds."""
    match held:
        case dict():
            return table({key(name): value(inner) for name, inner in held.items()})
        case list():
            return f"[{', '.join(value(inner) for inner in held)}]"
        case bool():
            return "true" if held else "false"
        case str():
            return text(held)
        case datetime() | date() | time():
            return held.isoformat()
    return repr(held)


def share(value: float) -> Literal:
    """Return a number between 0 and 1, to whole percents."""
    return f"{value:.2f}".rstrip("0").ljust(3, "0")


def table(values: Mapping[str, Literal]) -> Literal:
    """Return a table on one line."""
    return f"{{ {', '.join(f'{key} = {value}' for key, value in values.items())} }}"


def tables(values: Iterable[Literal]) -> Literal:
    """Return a list of tables, with a line for each where one line would be too long."""
    listed = list(values)
    whole = f"[{', '.join(listed)}]"
    if len(whole) <= _WIDEST_LIST:
        return whole
    return "[\n" + "".join(f"  {one},\n" for one in listed) + "]"
