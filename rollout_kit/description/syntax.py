"""The TOML parser: plain values of a text, or where it stops."""

import re
from dataclasses import dataclass
from typing import Any

import tomli

TEXT_OR_COMMENT = (
    r'"""[^"\\]*(?:(?:\\.|"{1,2}(?!"))[^"\\]*)*"{3,5}|\'\'\'[^\']*(?:\'{1,2}(?!\')[^\']*)*\'{3,5}'
    r'|"(?!"")[^"\\\n]*(?:\\.[^"\\\n]*)*"|\'(?!\'\')[^\'\n]*\'|#[^\n]*'
)
"""A pattern of what holds no values, with DOTALL; what opens and does not close is none."""

TOO_MANY_DIGITS = "a number of more digits than are read"
"""The reason of a fault that is told as a number, not as syntax."""

_OPENING = re.compile(rf"{TEXT_OR_COMMENT}|(?P<sought>\"\"\"|''')", re.DOTALL)
_SWALLOWS = re.compile(r"\n[ \t]*[\w.-]+[ \t]*=[ \t]*(?:\"{3}|'{3})$")
_DIGITS = re.compile(rf"{TEXT_OR_COMMENT}|(?P<sought>\d[\d_]{{4000,}})", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class SyntaxFault:
    """Where the parser stopped, line and column from 1, and why in its words."""

    line: int
    column: int
    reason: str


def parse_error(text: str) -> SyntaxFault | None:
    """Return where the parser stops, None if it accepts the text."""
    parsed = parse(text)
    return parsed if isinstance(parsed, SyntaxFault) else None


def parse(text: str) -> dict[str, Any] | SyntaxFault:
    """Return the plain values of a text, or where the parser stops."""
    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        return SyntaxFault(line=error.lineno, column=error.colno, reason=_reason(error.msg))
    except RecursionError:
        return SyntaxFault(line=1, column=1, reason="nested too deep")
    except ValueError:  # more digits than Python reads
        line, column = _first(_DIGITS, text) or (1, 1)
        return SyntaxFault(line=line, column=column, reason=TOO_MANY_DIGITS)


def open_text(text: str, fault: SyntaxFault) -> tuple[int, int] | None:
    """Return line and column, from 1, of the three quotes that were to be closed before the parser stopped.

    Their text goes on to the end, or to the quotes that open the next one, and swallows what is between.
    """
    lines = text.split("\n")
    stopped = sum(len(line) + 1 for line in lines[: fault.line - 1]) + fault.column - 1
    for found in _OPENING.finditer(text, 0, stopped):
        if found["sought"] or _SWALLOWS.search(found.group()):
            return _place(text, found.start()) if not found["sought"] or stopped >= len(text) else None
    return None


def _first(pattern: re.Pattern[str], text: str) -> tuple[int, int] | None:
    return next((_place(text, found.start()) for found in pattern.finditer(text) if found["sought"]), None)


def _place(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _reason(text: str) -> str:
    return text[:1].lower() + text[1:].rstrip(".")
