"""The table of `plan.import`: rows of a CSV file as tasks, each cell with its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from rollout_kit.description import spelled
from rollout_kit.description.nearest import nearest
from rollout_kit.description.problems import Code, did_you_mean, one_of, problem
from rollout_kit.description.source_map import Sheet, Span, normalised
from rollout_kit.description.table_text import decoded
from rollout_kit.finding import KeyPath, Problem
from rollout_kit.message import N_, message

COLUMNS = ("id", "name", "owner", "effort", "on", "at", "not_before", "until", "after", "proof", "audience")
NEEDED = ("id", "name")
MOST_ROWS = 1000  # house value
TABLE: KeyPath = ("plan", "import")

_DATES = ("on", "not_before", "until")


@dataclass(frozen=True, slots=True)
class _Cell:
    text: str
    start: int
    end: int


def read_table(file: str, content: bytes) -> tuple[tuple[dict[str, Any], ...], Sheet, tuple[Problem, ...]]:
    """Return the rows as tables of `plan.add`, where they stand, and what is wrong with the file.

    Separated by comma, semicolon or tab; UTF-8 or Windows-1252, as spreadsheets save it. Row n stands at
    the key path `plan.import.n`, its cells below by column. Empty cells are keys that are not given.
    """
    text = normalised(decoded(content))
    lines = list(_rows(text, _separator(text)))
    sheet_without = Sheet(file=file, text=text, spans={})
    if not lines:
        said = message(N_("the table is empty: its first line names the columns"))
        return (), sheet_without, (problem(Code.ROW, TABLE, sheet_without.position(0, 0), said, one_of(COLUMNS)),)
    columns, problems = _columns(lines[0], sheet_without)
    rows, spans = [], {}
    for index, cells in enumerate(lines[1 : MOST_ROWS + 1]):
        if len(cells) > len(columns):
            said = message(N_("the row has {cells} cells; the table has {columns} columns"),
                           cells=len(cells), columns=len(columns))  # fmt: skip
            place = sheet_without.position(cells[len(columns)].start, cells[-1].end)
            problems.append(problem(Code.ROW, (*TABLE, index), place, said, message(N_('put the text between "'))))
        spans[(*TABLE, index)] = Span(cells[0].start, cells[0].end, cells[0].start, cells[-1].end)
        row = {}
        for column, cell in zip(columns, cells, strict=False):
            if column is not None and cell.text:
                row[column] = _value(column, cell.text)
                spans[(*TABLE, index, column)] = Span(cell.start, cell.end, cell.start, cell.end)
        rows.append(row)
    if len(lines) > MOST_ROWS + 1:
        said = message(N_("the table has {n} rows; {limit} is the most"), n=len(lines) - 1, limit=MOST_ROWS)
        problems.append(problem(Code.LIMIT, TABLE, sheet_without.position(0, 0), said))
    return tuple(rows), Sheet(file=file, text=text, spans=spans), tuple(problems)


def _separator(text: str) -> str:
    head = re.sub(r'"[^"]*"', "", text.lstrip("\n").partition("\n")[0])
    return max((";", "\t", ","), key=head.count)


def _rows(text: str, separator: str) -> Iterator[list[_Cell]]:
    """Yield the rows that hold anything."""
    cell = re.compile(rf'[ ]*"((?:[^"]|"")*)"(?!")[^{separator}\n]*|([^{separator}\n]*)')
    row: list[_Cell] = []
    at = 0
    while at <= len(text):
        found = cell.match(text, at)
        assert found is not None
        quoted = found.group(1) is not None
        written = found.group(1).replace('""', '"') if quoted else found.group(2)
        lead = len(found.group()) - len(found.group().lstrip())
        start = found.start() + min(lead, len(found.group()))
        row.append(_Cell(written.strip(), start, max(start, found.start() + len(found.group().rstrip()))))
        at = found.end()
        if at >= len(text) or text[at] == "\n":
            if any(one.text for one in row):
                yield row
            row = []
        at += 1


def _columns(head: list[_Cell], sheet: Sheet) -> tuple[list[str | None], list[Problem]]:
    """Return the column each cell of the first line stands for, None where it is not known."""
    columns: list[str | None] = []
    problems: list[Problem] = []
    for cell in head:
        word = cell.text.strip().casefold()
        name = word if word in COLUMNS else None
        if name is None and word:
            name = nearest(word, [one for one in COLUMNS if one not in columns])
            said = message(N_("the table has no column '{column}'"), column=cell.text[:60])
            help = did_you_mean(name) or one_of(COLUMNS)
            problems.append(problem(Code.ROW, TABLE, sheet.position(cell.start, cell.end), said, help))
        elif name in columns:
            said = message(N_("the column '{column}' is there already"), column=cell.text[:60])
            problems.append(problem(Code.ROW, TABLE, sheet.position(cell.start, cell.end), said))
            name = None
        columns.append(name)
    if not problems:
        place = sheet.position(head[0].start, head[-1].end)
        for needed in NEEDED:
            if needed not in columns:
                said = message(N_("the table has no column '{column}'"), column=needed)
                problems.append(problem(Code.ROW, TABLE, place, said, one_of(COLUMNS)))
    return columns, problems


def _value(column: str, text: str) -> str | list[str]:
    """Return a cell as the key of `plan.add` takes it; dates and durations as spreadsheets show them."""
    if column == "after":
        return [part for part in re.split(r"[\s,;|]+", text) if part]
    if column in _DATES and "/" not in text:
        return spelled.as_date(text) or text
    if column == "effort":
        return spelled.as_duration(text) or text
    return text
