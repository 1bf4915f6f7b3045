"""The TOML parser: plain values of a text, or where it stops."""

import re
from dataclasses import dataclass
from typing import Any

import tomli


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
    except ValueError as error:  # a number of more digits than Python reads
        found = re.search(r"\d{4000,}", text)
        before = text[: found.start()] if found else ""
        line = before.count("\n") + 1
        column = len(before) - before.rfind("\n")
        return SyntaxFault(line=line, column=column, reason=str(error).partition(";")[0])


def _reason(text: str) -> str:
    return text[:1].lower() + text[1:].rstrip(".")
