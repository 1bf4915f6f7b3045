"""A commented description as paragraphs, whose examples in comments give way to values.

A paragraph lies between empty lines. One with a `[table]` is a block: prose above it, the table's own line,
a line per key. A key's line with a # right before it is an example.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rollout_kit.beginning.literals import Literal

COMMENT_COLUMN = 31
WIDEST = 120

_HEADER = re.compile(r"#?(\[{1,2}[^\]]+\]{1,2})")
_KEY = re.compile(r'(#?)("?[\w.-]+"?) = (.*)')
_COMMENT = re.compile(r"(.*?)\s+(# [^#]*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """The line of a key. `comment` explains it and holds its #."""

    key: str
    example: Literal
    comment: str
    is_example: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A table: what is said about it, its header `[rollout]` or `[[tests]]`, and its keys."""

    prose: tuple[str, ...]
    header: str
    lines: tuple[Line, ...]

    def used(self, values: Mapping[str, Literal]) -> str:
        """Return the table in use: values in the place of examples, those of the other keys in comments.

        A key that the block lacks raises `KeyError`.
        """
        self._refuse_unknown(values)
        return "\n".join([*self.prose, self.header, *(_written(line, values.get(line.key)) for line in self.lines)])

    def again(self, values: Mapping[str, Literal]) -> str:
        """Return one more table of the kind, with its values only: what they mean stands at the first one."""
        self._refuse_unknown(values)
        shown = [assignment(line.key, values[line.key]) for line in self.lines if line.key in values]
        return "\n".join([self.header, *shown])

    def left(self, examples: Mapping[str, Literal] | None = None) -> str:
        """Return the table in comments; `examples` take the place of the block's own."""
        own = examples or {}
        lines = [_commented(line, own.get(line.key, line.example)) for line in self.lines]
        return "\n".join([*self.prose, f"#{self.header}", *lines])

    def listing(self, lines: Sequence[str]) -> str:
        """Return the table in use, with lines of another's making in the place of its own."""
        return "\n".join([*self.prose, self.header, *lines])

    def named(self, header: str) -> "Block":
        """Return the same block under another header."""
        return replace(self, header=header)

    def remarked(self, key: str, remark: str) -> "Block":
        """Return the same block with another comment at a key."""
        lines = tuple(replace(line, comment=f"# {remark}") if line.key == key else line for line in self.lines)
        return replace(self, lines=lines)

    def _refuse_unknown(self, values: Mapping[str, Literal]) -> None:
        known = {line.key for line in self.lines}
        for key in values:
            if key not in known:
                raise KeyError(key)


def parse(text: str) -> tuple[Block | str, ...]:
    """Return the paragraphs of a text, tables as blocks."""
    return tuple(_paragraph(part) for part in re.split(r"\n{2,}", text.strip("\n")))


def assignment(key: str, value: Literal, comment: str = "") -> str:
    """Return the line of a key; a comment for which it has no room stands above it."""
    line = f"{key} = {value}"
    first, _, rest = line.partition("\n")
    if not comment:
        return line
    gap = " " if len(first) <= COMMENT_COLUMN else "    "  # a line that reaches beyond the column keeps its distance
    padded = f"{first.ljust(COMMENT_COLUMN - 1)}{gap}{comment}"
    if rest or len(padded) > WIDEST:
        return f"{comment}\n{line}"
    return padded


def _paragraph(part: str) -> Block | str:
    lines = part.split("\n")
    at = next((index for index, line in enumerate(lines) if _HEADER.fullmatch(line)), None)
    if at is None:
        return part
    found = _HEADER.fullmatch(lines[at])
    assert found is not None
    return Block(prose=tuple(lines[:at]), header=found[1], lines=tuple(_line(line) for line in lines[at + 1 :]))


def _line(text: str) -> Line:
    found = _KEY.fullmatch(text)
    assert found is not None, text
    parts = _COMMENT.fullmatch(found[3])
    example, comment = (parts[1], parts[2]) if parts else (found[3], "")
    return Line(key=found[2], example=example, comment=comment, is_example=bool(found[1]))


def _written(line: Line, value: Literal | None) -> str:
    if value is None and line.is_example:
        return _commented(line, line.example)
    return assignment(line.key, value or line.example, line.comment)


def _commented(line: Line, example: Literal) -> str:
    return assignment(f"#{line.key}", example, line.comment)
