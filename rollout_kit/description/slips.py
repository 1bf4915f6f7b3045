"""All that is mistyped in a text the TOML parser refuses.

The parser stops at its first error. Here the slip on that line is recognised, told, mended in a copy of
the text without moving a line, and the copy parsed again; so one run tells all recognised slips, and
every line is judged once.
"""

import re
from collections.abc import Iterator

from rollout_kit.description.line_slips import judge
from rollout_kit.description.odd_spaces import OddSpace, odd_space
from rollout_kit.description.problems import Code, problem
from rollout_kit.description.source_map import Sheet, scan
from rollout_kit.description.syntax import TOO_MANY_DIGITS, SyntaxFault, open_text, parse, parse_error
from rollout_kit.description.value_problems import largest
from rollout_kit.description.value_slips import Slip, mask
from rollout_kit.finding import KeyPath, Position, Problem
from rollout_kit.message import N_, Message, message

_MOST_SLIPS = 40  # house value: nobody mends more in one go
_MOST_CHARACTERS = 1_500_000  # house value: parsed again in all, about half a second

_OPENS_OR_CLOSES = re.compile(r'[\[\]{}]|"""|\'\'\'')
_STATEMENT = re.compile(r"\s*(?:$|#|\[\[?\s*[\w\"']|[\w.\"'-]+\s*=)")


_REASONS = {
    "expected newline or end of document after a statement": message(
        N_("the value ends here and something follows it")
    ),
    "invalid statement": message(N_("a line is a comment, [a section] or key = value; this is none of them")),
    "expected '=' after a key in a key/value pair": message(N_("a '=' belongs here, between key and value")),
    "invalid value": message(N_("no value begins like this")),
    "unclosed array": message(N_("a comma or ']' belongs here")),
    "unclosed inline table": message(N_("a comma or '}}' belongs here")),
    "illegal character '\\n'": message(N_("a text opens and does not close on this line")),
    "unterminated string": message(N_("a text opens and does not close")),
    "invalid initial character for a key part": message(N_("a key belongs here")),
}


def _other_reason(reason: str) -> Message:
    return message(N_("this is not TOML: {reason}"), reason=reason)


def find_slips(file: str, text: str) -> tuple[Problem, ...]:
    """Return the problems of a text that does not parse, in the order of the file; at least one."""
    single = {(found.code, found.position): found for found in _Hunt(file, text).problems()}
    return tuple(sorted(single.values(), key=lambda found: (found.position.line, found.position.column)))


class _Hunt:
    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.lines = text.split("\n")
        self.judged: set[int] = set()

    def problems(self) -> Iterator[Problem]:
        size = sum(map(len, self.lines)) + 1
        for _ in range(max(1, min(_MOST_SLIPS, _MOST_CHARACTERS // size))):
            error = parse_error("\n".join(self.lines))
            if error is None:
                return
            yield from self._told(error)
            if not self.lines:
                return

    def _told(self, error: SyntaxFault) -> Iterator[Problem]:
        row = min(error.line, len(self.lines)) - 1
        if error.reason == TOO_MANY_DIGITS:
            yield self._endless_number(row, error.column)
        elif opening := self._open_text(error):
            yield self._unclosed_text(*opening)
        elif odd := odd_space(self.lines[row], error.column - 1):
            yield self._odd_space(row, error.column, odd)
        elif slips := self._slips(row):
            yield from self._mend(row, slips)
        elif again := self._twice(row, error):
            yield again
        elif bracket := self._open_bracket(row, error.column):
            yield self._unclosed(bracket, row)
        elif row not in self.judged and (slips := self._slips(row - 1)):
            # A text that does not close is told on the next line by the parser.
            yield from self._mend(row - 1, slips)
        else:
            yield from self._unknown(row, error)

    def _endless_number(self, row: int, column: int) -> Problem:
        line = self.lines[row]
        digits = re.match(r"[\d_]*", line[column - 1 :])
        length = digits.end() if digits else 0
        self.lines[row] = f"{line[: column - 1]}0{line[column - 1 + length :]}"
        place = Position(file=self.file, line=row + 1, column=column, length=max(1, length))
        return problem(Code.NUMBER, (), place, message(N_("the number has {n} digits"), n=length), largest())

    def _open_text(self, error: SyntaxFault) -> tuple[int, int] | None:
        found = open_text("\n".join(self.lines), error)
        return (found[0] - 1, found[1] - 1) if found else None

    def _unclosed_text(self, row: int, column: int) -> Problem:
        """Tell it where it opens, and go on with the next statement, unless a bracket is open around it."""
        line = self.lines[row]
        quotes, self.lines[row] = line[column : column + 3], f"{line[:column]}''"
        self.judged.add(row)
        if open_brackets(self.lines[: row + 1]):
            self.lines = []
        for number in range(row + 1, len(self.lines)):
            if re.match(r"\s*(?:[\w.-]+\s*=|\[\[?\s*[\w.\"-]+\s*\]\]?\s*$)", self.lines[number]):
                break
            self.lines[number] = ""
        place = Position(file=self.file, line=row + 1, column=column + 1, length=3)
        said = message(N_("the text opens with {quote} and does not close"), quote=quotes)
        return problem(
            Code.UNCLOSED, (), place, said, message(N_("close it with the same three signs: {quote}"), quote=quotes)
        )

    def _odd_space(self, row: int, column: int, odd: OddSpace) -> Problem:
        self.lines[row] = odd.mended
        place = Position(file=self.file, line=row + 1, column=column)
        return problem(Code.CHARACTER, (), place, odd.message, odd.help)

    def _slips(self, row: int) -> tuple[Slip, ...]:
        if row < 0 or row in self.judged:
            return ()
        stack = open_brackets(self.lines[:row])
        innermost = self.lines[stack[-1][0]][stack[-1][1]] if stack else ""
        is_statement = re.match(r"\s*(?:[\w.-]+\s*=|\[\[?\s*[\w.\"-]+\s*\]\]?\s*$)", self.lines[row])
        return judge(self.lines[row], in_list=innermost == "[" and not is_statement)

    def _mend(self, row: int, slips: tuple[Slip, ...]) -> Iterator[Problem]:
        line = self.lines[row]
        for slip in slips:
            place = Position(file=self.file, line=row + 1, column=slip.start + 1, length=max(1, slip.end - slip.start))
            yield problem(slip.code, (), place, slip.message, slip.help)
        for slip in reversed(slips):
            line = line[: slip.start] + slip.instead + line[slip.end :]
        self.lines[row] = line
        self.judged.add(row)
        if slips[-1].code in (Code.UNCLOSED, Code.NO_VALUE):
            self._drop_rest(row)

    def _drop_rest(self, row: int) -> None:
        """Take the lines that follow for the rest of a value that was cut, up to the next statement."""
        if open_brackets(self.lines[: row + 1]):
            return
        for number in range(row + 1, len(self.lines)):
            if _STATEMENT.match(self.lines[number]) or mask(self.lines[number]) != self.lines[number]:
                return
            self.lines[number] = ""

    def _unknown(self, row: int, error: SyntaxFault) -> Iterator[Problem]:
        """Tell what the parser says; go on only where the next line surely begins something new."""
        if row not in self.judged:
            place = Position(file=self.file, line=row + 1, column=error.column)
            yield problem(Code.SYNTAX, (), place, _REASONS.get(error.reason) or _other_reason(error.reason))
        follows = self.lines[row + 1] if row + 1 < len(self.lines) else ""
        if self.lines[row].strip() and _STATEMENT.match(follows) and '"""' not in self.lines[row]:
            self.lines[row] = ""
            self.judged.add(row)
        else:
            self.lines = []

    def _open_bracket(self, row: int, column: int) -> tuple[int, int] | None:
        """Return row and column of a bracket that is open where a new statement begins."""
        at_end = row >= len(self.lines) - 1 and column > len(self.lines[row].rstrip())
        if not at_end and not re.match(r"\s*(?:[\w.-]+\s*=|\[\[?\s*[\w.\"-]+\s*\]\]?\s*$)", self.lines[row]):
            return None
        stack = open_brackets(self.lines[: row + 1] if at_end else self.lines[:row])
        if not stack or (not at_end and re.search(r"[\]}]\s*,?\s*$", mask(self.lines[row])) and "=" in self.lines[row]):
            return None
        return stack[0]

    def _unclosed(self, opening: tuple[int, int], row: int) -> Problem:
        start, column = opening
        sign = self.lines[start][column]
        closing = {"[": "]", "{": "}"}[sign]
        last = next(number for number in range(max(row - 1, start), -1, -1) if self.lines[number].strip())
        stack = open_brackets(self.lines[: last + 1])
        if len(self.lines) > row and not stack:
            last = row
            stack = open_brackets(self.lines[: last + 1])
        ends = "".join({"[": "]", "{": "}"}[self.lines[one][two]] for one, two in reversed(stack)) or closing
        self.lines[last] = mask(self.lines[last]).rstrip() and self._before_comment(self.lines[last]) + ends
        self.judged.add(start)
        place = Position(file=self.file, line=start + 1, column=column + 1)
        said = message(N_("'{opening}' opens here and does not close"), opening=sign)
        return problem(Code.UNCLOSED, (), place, said, message(N_("write '{closing}' at the end"), closing=closing))

    def _before_comment(self, line: str) -> str:
        return line[: len(mask(line).rstrip())].rstrip(", ")

    def _twice(self, row: int, error: SyntaxFault) -> Problem | None:
        if not re.search(r"overwrite|twice|already|mutate|redefine|duplicate", error.reason, re.IGNORECASE):
            return None
        row, before = self._accepted(row)
        header = re.match(r"\s*(\[\[?)\s*(.+?)\s*\]", self.lines[row])
        written = header or re.match(r"\s*()([^=]+?)\s*=", self.lines[row])
        path = _key_path(written.group(2)) if written else ()
        if before is None or not written or not path or row in self.judged:
            return None
        whole = path if header else (*before.last_table, *path)
        first = _first_place(before, whole)
        if first is None or (len(first) < len(whole) and not header and len(path) == 1):
            return self._twice_inside(row)
        text = N_("the table '{name}' is there already") if header else N_("the key '{name}' is there already")
        if len(first) < len(whole):
            text = N_("'{name}' adds to something that is complete already")
        span = before.spans[first]
        place = before.position(span.key_start, span.key_end)
        return self._again(row, written.span(2), whole, text, place)

    def _twice_inside(self, row: int) -> Problem | None:
        """Tell a key that stands twice between the same braces, as far as one line shows it."""
        seen: dict[str, Position] = {}
        for found in re.finditer(r"[{,]\s*([\w.-]+)\s*=|\{", mask(self.lines[row])):
            if found.group().startswith("{"):
                seen = {}
            name = found.group(1)
            if name in seen:
                text = N_("the key '{name}' is there already")
                return self._again(row, found.span(1), (name,), text, seen[name])
            if name:
                start, end = found.span(1)
                seen[name] = Position(file=self.file, line=row + 1, column=start + 1, length=end - start)
        return None

    def _again(self, row: int, span: tuple[int, int], path: KeyPath, text: str, first: Position) -> Problem:
        """Tell it, and go on in the copy under a name that nobody has."""
        start, end = span
        place = Position(file=self.file, line=row + 1, column=start + 1, length=end - start)
        self.lines[row] = f"{self.lines[row][:start]}again-{row}-{start}{self.lines[row][end:]}"
        said = message(text, name=".".join(str(part) for part in path))
        return problem(Code.TWICE, path, place, said, message(N_("keep one of the two")), further=(first,))

    def _accepted(self, row: int) -> tuple[int, Sheet | None]:
        """Return the row of the statement that is refused, and the spans of all before it."""
        stack = open_brackets(self.lines[:row])
        start = stack[0][0] if stack else row
        before = "\n".join(self.lines[:start])
        return start, scan(self.file, before) if parse_error(before) is None else None


def open_brackets(lines: list[str]) -> list[tuple[int, int]]:
    """Return row and column of the brackets of values that are open at the end, outermost first."""
    stack: list[tuple[int, int]] = []
    in_text = ""
    for row, line in enumerate(lines):
        if not in_text and not _OPENS_OR_CLOSES.search(line):
            continue
        seen, in_text = _outside_of_texts(line, in_text)
        if not stack and re.match(r"\s*\[", seen):
            continue  # the header of a table
        for column, sign in enumerate(seen):
            if sign in "[{":
                stack.append((row, column))
            elif sign in "]}" and stack:
                stack.pop()
    return stack


def _outside_of_texts(line: str, in_text: str) -> tuple[str, str]:
    """Return a line without its texts, column for column, and the triple quotes that are open at its end."""
    if in_text:
        if in_text not in line:
            return "", in_text
        begin = line.index(in_text) + len(in_text)
        line = " " * begin + line[begin:]
    whole = re.sub(r'"""(?:[^\\]|\\.)*?"""|\'\'\'.*?\'\'\'', lambda found: "_" * len(found.group()), line)
    opened = re.search(r'"""|\'\'\'', whole)
    if opened and "#" not in whole[: opened.start()]:
        return mask(whole[: opened.start()]), opened.group()
    return mask(whole), ""


def _key_path(written: str) -> KeyPath:
    table = parse(f"{written} = 0")
    if isinstance(table, SyntaxFault):
        return ()
    path: list[str] = []
    value: object = table
    while isinstance(value, dict):
        name = next(iter(value))
        path.append(name)
        value = value[name]
    return tuple(path)


def _first_place(sheet: Sheet, path: KeyPath) -> KeyPath | None:
    """Return the longest beginning of a path that is there already, None if there is none."""
    return next((path[:length] for length in range(len(path), 0, -1) if path[:length] in sheet.spans), None)
