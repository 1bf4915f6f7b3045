"""Where keys and values stand in a TOML text.

The real parser decides what the values are; this shallow pass over text that it accepted notes where
they stand. It may assume validity and stays small for it. Offsets count code points of the text with
its line ends normalised to `\\n`, which changes no line and no column.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rollout_kit.errors import RolloutKitError
from rollout_kit.finding import KeyPath, Position
from rollout_kit.message import N_, Message, message

MAX_CHARACTERS = 1 << 20  # house value: a thousand people fit into a tenth of it
MAX_KEY_PARTS = 64  # house value; ten thousand parts keep the parser busy for half a second
MAX_DEPTH = 64  # house value
MAX_PATH = 128  # house value; tables in tables, by brackets and by dots together


class LimitPassed(RolloutKitError):
    """A text passes a limit of this module, at an offset."""

    def __init__(self, said: Message, offset: int) -> None:
        super().__init__(said)
        self.offset = offset


_BLANK = re.compile(r"[ \t\n]*(?:#[^\n]*[ \t\n]*)*")
_SPACE = re.compile(r"[ \t]*")
_KEY_PART = re.compile(r"""([A-Za-z0-9_-]+)|("[^"\\\n]*(?:\\.[^"\\\n]*)*")|('[^'\n]*')""")
_SCALAR = re.compile(
    r'"""[^"\\]*(?:(?:\\.|"{1,2}(?!"))[^"\\]*)*"{3,5}'
    r"|'''[^']*(?:'{1,2}(?!')[^']*)*'{3,5}"
    r'|"[^"\\\n]*(?:\\.[^"\\\n]*)*"'
    r"|'[^'\n]*'"
    r"|[^,\[\]{}#\n]+",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Span:
    """Offsets of a key and of its value; the end is exclusive. A table's value is its header."""

    key_start: int
    key_end: int
    start: int
    end: int
    is_header: bool = False


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One file, and the spans in it. `text` has its line ends normalised."""

    file: str
    text: str
    spans: Mapping[KeyPath, Span]
    last_table: KeyPath = ()  # the table whose header stands last
    line_starts: list[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Note where the lines begin."""
        starts = [0, *(found.end() for found in re.finditer("\n", self.text))]
        object.__setattr__(self, "line_starts", starts)

    def position(self, start: int, end: int) -> Position:
        """Return the place of a slice; a slice over several lines is underlined to the end of its first."""
        line = bisect_right(self.line_starts, start)
        line_start = self.line_starts[line - 1]
        line_end = self.text.find("\n", start)
        stop = min(end, line_end if line_end >= 0 else len(self.text))
        return Position(file=self.file, line=line, column=start - line_start + 1, length=max(1, stop - start))

    def line(self, number: int) -> str:
        """Return a line, counted from 1, without its end; empty if there is none."""
        if not 1 <= number <= len(self.line_starts):
            return ""
        start = self.line_starts[number - 1]
        end = self.line_starts[number] - 1 if number < len(self.line_starts) else len(self.text)
        return self.text[start:end]


class Places:
    """Where the key paths of a description stand, over all the files it is made of.

    The first sheet is the description itself; where two files hold a path, the first one counts.
    """

    def __init__(self, *sheets: Sheet, beside: Sequence[Sheet] = ()) -> None:
        self.sheets = sheets
        self.beside = beside  # files whose lines are shown, and that hold nothing of the description

    def at(self, path: KeyPath) -> Position:
        """Return the place of a value; a path without entry takes its parent's, `()` is line 1 column 1."""
        sheet, span = self._nearest(path)
        return sheet.position(span.start, span.end) if span else Position(file=sheet.file, line=1, column=1)

    def key_at(self, path: KeyPath) -> Position:
        """Return the place of a key; the element of an array has none and takes its value's."""
        sheet, span = self._nearest(path)
        return sheet.position(span.key_start, span.key_end) if span else Position(file=sheet.file, line=1, column=1)

    def has(self, path: KeyPath) -> bool:
        """Whether a path stands in one of the files."""
        return any(path in sheet.spans for sheet in self.sheets)

    def source_line(self, position: Position) -> str:
        """Return the line of a place; empty for a file that is not known."""
        sheets = (*self.sheets, *self.beside)
        return next((sheet.line(position.line) for sheet in sheets if sheet.file == position.file), "")

    def is_multiline(self, path: KeyPath) -> bool:
        """Whether a value is written as a text in triple quotes."""
        sheet, span = self._nearest(path)
        return bool(span) and sheet.text.startswith(('"""', "'''"), span.start if span else 0)

    def _nearest(self, path: KeyPath) -> tuple[Sheet, Span | None]:
        for length in range(len(path), 0, -1):
            for sheet in self.sheets:
                if span := sheet.spans.get(path[:length]):
                    return sheet, span
        return self.sheets[0], None


def normalised(text: str) -> str:
    """Return the text as the scanner counts it: without byte order mark, lines ended by `\\n`."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n")


def scan(file: str, text: str) -> Sheet:
    """Return the spans of a text that the TOML parser accepted.

    Raises:
        LimitPassed: the text passes a limit of this module.
    """
    if len(text) > MAX_CHARACTERS:
        raise LimitPassed(message(N_("'{file}' has more than {limit} characters"), file=file, limit=MAX_CHARACTERS), 0)
    scanner = _Scanner(normalised(text))
    scanner.document()
    return Sheet(file=file, text=scanner.text, spans=scanner.spans, last_table=scanner.table)


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.spans: dict[KeyPath, Span] = {}
        self.table: KeyPath = ()
        self._counts: dict[KeyPath, int] = {}  # tables so far of an array of tables

    def document(self) -> None:
        self._skip(_BLANK)
        while self.at < len(self.text):
            if self.text[self.at] == "[":
                self._header()
            else:
                self._pair(self.table, depth=0)
            self._skip(_BLANK)

    def _header(self) -> None:
        start = self.at
        is_array = self.text.startswith("[[", start)
        self.at += 2 if is_array else 1
        parts = self._key()
        self.at += 2 if is_array else 1
        path: KeyPath = ()
        for name, key_start, key_end in parts[:-1]:
            path = (*path, name)
            self.spans.setdefault(path, Span(key_start, key_end, start, self.at, True))
            path = self._current(path)
        name, key_start, key_end = parts[-1]
        path = (*path, name)
        span = Span(key_start, key_end, start, self.at, True)
        if is_array:
            self.spans.setdefault(path, span)
            self._counts[path] = self._counts.get(path, 0) + 1
            path = self._current(path)
        self.spans[path] = span
        self.table = path

    def _current(self, path: KeyPath) -> KeyPath:
        return (*path, self._counts[path] - 1) if path in self._counts else path

    def _pair(self, table: KeyPath, depth: int) -> None:
        parts = self._key()
        self.at += 1  # the equals sign
        self._skip(_SPACE)
        path = table
        for name, key_start, key_end in parts[:-1]:
            path = (*path, name)
            self.spans.setdefault(path, Span(key_start, key_end, key_start, key_end, True))
        name, key_start, key_end = parts[-1]
        self._value((*path, name), key_start, key_end, depth)

    def _key(self) -> list[tuple[str, int, int]]:
        parts: list[tuple[str, int, int]] = []
        while True:
            self._skip(_SPACE)
            found = _KEY_PART.match(self.text, self.at)
            if found is None:
                raise AssertionError("the scanner was given a text that the parser refuses")
            parts.append((_key_name(found), found.start(), found.end()))
            if len(parts) > MAX_KEY_PARTS:
                raise LimitPassed(message(N_("a key has more than {limit} parts"), limit=MAX_KEY_PARTS), self.at)
            self.at = found.end()
            self._skip(_SPACE)
            if self.text[self.at] != ".":
                return parts
            self.at += 1

    def _value(self, path: KeyPath, key_start: int, key_end: int, depth: int) -> None:
        if depth > MAX_DEPTH or len(path) > MAX_PATH:
            limit = MAX_DEPTH if depth > MAX_DEPTH else MAX_PATH
            raise LimitPassed(message(N_("values are nested more than {limit} deep"), limit=limit), self.at)
        start = self.at
        match self.text[start]:
            case "[":
                self._array(path, depth)
            case "{":
                self._inline_table(path, depth)
            case _:
                found = _SCALAR.match(self.text, start)
                assert found is not None
                self.at = start + len(found.group().rstrip(" \t"))
        span = Span(key_start, key_end, start, self.at)
        self.spans[path] = span if key_start >= 0 else Span(start, self.at, start, self.at)

    def _array(self, path: KeyPath, depth: int) -> None:
        index = 0
        while self._steps_to_item("]"):
            self._value((*path, index), -1, -1, depth + 1)
            self._skip(_BLANK)
            index += 1

    def _inline_table(self, path: KeyPath, depth: int) -> None:
        while self._steps_to_item("}"):
            self._pair(path, depth + 1)
            self._skip(_BLANK)

    def _steps_to_item(self, closing: str) -> bool:
        """Step over the opening bracket or a comma to the next item, or over the closing bracket: False."""
        if self.text[self.at] != closing:
            self.at += 1
            self._skip(_BLANK)
        if self.text[self.at] != closing:
            return True
        self.at += 1
        return False

    def _skip(self, pattern: re.Pattern[str]) -> None:
        found = pattern.match(self.text, self.at)
        assert found is not None
        self.at = found.end()


def _key_name(found: re.Match[str]) -> str:
    bare, basic, literal = found.groups()
    if bare is not None:
        return str(bare)
    if literal is not None:
        return str(literal[1:-1])
    if "\\" not in basic:
        return str(basic[1:-1])
    import tomli

    return str(tomli.loads(f"key = {basic}")["key"])
