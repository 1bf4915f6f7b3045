"""A list of people, from a CSV file or a paste from a sheet. What cannot be used is told, and the rest is kept."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rollout_kit.beginning import readings
from rollout_kit.beginning.answers import Answers, PersonAnswer, Side
from rollout_kit.beginning.headings import COLUMN_OF, roles_of, side_of
from rollout_kit.description.table_text import SEPARATORS, WORKBOOK, as_word, decoded, told_separator
from rollout_kit.errors import RolloutKitError
from rollout_kit.message import N_, Message, message

MOST_PEOPLE = 500  # house value: a rollout names those who work on it, not all who use it
LONGEST_NAME = 200  # characters; house value


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleTable:
    """The people of a list, and what is told about rows, cells and columns that were not used."""

    people: tuple[PersonAnswer, ...]
    told: tuple[Message, ...] = ()


def read_people(content: bytes, file: str, customer: str = "", provider: str = "") -> PeopleTable:
    """Return the people of a list whose first line holds headings; the names of the houses help to tell them apart.

    Raises:
        RolloutKitError: it is empty, or no column of it holds names.
    """
    if content.startswith(WORKBOOK):
        raise RolloutKitError(
            message(N_('"{file}" is a workbook; this needs its text'), file=file),
            help=message(N_("save the sheet as CSV, or copy its cells into a text file")),
        )
    rows = list(_rows(decoded(content)))
    if not rows:
        raise RolloutKitError(
            message(N_('"{file}" holds nothing'), file=file),
            help=message(N_("its first line names the columns: {headings}"), headings=_USUAL),
        )
    columns = _columns(rows[0][1])
    if not {"name", "surname"} & set(columns.values()):
        found = tuple(f'"{readings.clean(cell)[:40]}"' for cell in rows[0][1] if cell.strip())
        raise RolloutKitError(
            message(N_('"{file}" has no column with names; its first line says {headings}'), file=file, headings=found),
            help=message(N_("its first line names the columns: {headings}"), headings=_USUAL),
        )
    return _Reading(columns, customer, provider).table(rows)


_USUAL = "Name; Organisation; Rolle; E-Mail; Telefon"


class _Reading:
    """Goes through the rows, and collects what is to be told."""

    def __init__(self, columns: Mapping[int, str], customer: str, provider: str) -> None:
        self._columns, self._customer, self._provider = columns, customer, provider
        self._told: list[Message] = []
        self._strangers: dict[str, list[int]] = {}  # houses that are neither, with their lines
        self._people: dict[str, tuple[int, PersonAnswer]] = {}
        self._surplus: list[int] = []  # lines of those who are too many

    def table(self, rows: Sequence[tuple[int, list[str]]]) -> PeopleTable:
        """Return the people of all rows but the first one, which holds the headings."""
        left = tuple(
            f'"{readings.clean(cell)[:40]}"'
            for index, cell in enumerate(rows[0][1])
            if cell.strip() and index not in self._columns
        )
        if left:
            self._told.append(message(N_("columns that are not used: {columns}"), columns=left))
        for line, cells in rows[1:]:
            self._row(line, cells)
        if self._surplus:
            said = N_("more than {limit} people; {n} rows from line {line} on are left out")
            self._told.append(message(said, limit=MOST_PEOPLE, n=len(self._surplus), line=self._surplus[0]))
        for house, lines in self._strangers.items():
            said = N_('"{written}" is neither customer nor provider; taken for the customer in lines {lines}')
            self._told.append(message(said, written=house, lines=tuple(str(line) for line in lines)))
        people = tuple(self._with_deputy(line, person) for line, person in self._people.values())
        return PeopleTable(people=people, told=tuple(self._told))

    def _row(self, line: int, cells: Sequence[str]) -> None:
        row = {column: readings.clean(cells[index]) for index, column in self._columns.items() if index < len(cells)}
        name = _name(row)
        if not name:
            self._tell(line, message(N_("no name; the row is left out")))
        elif name.casefold() in self._people:
            self._tell(line, message(N_("{name} is there already; the row is left out"), name=name))
        elif len(name) > LONGEST_NAME:
            said = message(N_("a name of {n} characters; the row is left out"), n=len(name))
            self._tell(line, said)
        elif len(self._people) >= MOST_PEOPLE:
            self._surplus.append(line)
        else:
            self._people[name.casefold()] = (line, self._person(line, name, row))

    def _person(self, line: int, name: str, row: Mapping[str, str]) -> PersonAnswer:
        return PersonAnswer(
            name=name,
            organisation=self._side(line, row.get("side", "")),
            roles=self._roles(line, row),
            title=row.get("title", ""),
            email=row.get("email", ""),
            phone=row.get("phone", ""),
            languages=self._languages(line, row.get("languages", "")),
            share=self._share(line, row.get("share", "")),
            deputy=row.get("deputy", ""),
        )

    def _side(self, line: int, text: str) -> Side:
        if not text:
            return "customer"
        side = side_of(text, self._customer, self._provider)
        if side is None:
            self._strangers.setdefault(text, []).append(line)
        return side or "customer"

    def _roles(self, line: int, row: Mapping[str, str]) -> tuple[str, ...]:
        roles, unknown = roles_of(row.get("roles", ""))
        if unknown:
            self._tell(line, message(N_("no role that we know: {words}"), words=tuple(f'"{word}"' for word in unknown)))
        # Many lists have one column for both: a title that is a word for a role names it.
        return roles if "roles" in row else roles_of(row.get("title", ""))[0]

    def _languages(self, line: int, text: str) -> tuple[str, ...]:
        found = readings.languages(text) if text else ()
        return self._kept(line, found) or ()

    def _share(self, line: int, text: str) -> float | None:
        return self._kept(line, readings.share(text)) if text else None

    def _kept(self, line: int, found: readings.Value | Message) -> readings.Value | None:
        if isinstance(found, Message):
            self._tell(line, found)
            return None
        return found

    def _with_deputy(self, line: int, person: PersonAnswer) -> PersonAnswer:
        """Return the person with the deputy's name as it stands in the list; a stranger is told and left out."""
        if not person.deputy:
            return person
        known = Answers(people=tuple(one for _, one in self._people.values())).named(_name({"name": person.deputy}))
        if len(known) != 1 or known[0].name == person.name:
            self._tell(line, message(N_('the deputy "{name}" is not in the list'), name=person.deputy))
        return replace(person, deputy=known[0].name if len(known) == 1 and known[0].name != person.name else "")

    def _tell(self, line: int, said: Message) -> None:
        self._told.append(message(N_("line {line}: {said}"), line=line, said=said))


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows that hold anything, each with the number of its first line."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    head = next((line for line in lines.split("\n") if line.strip()), "")
    told = told_separator(head)
    separator = told or max(SEPARATORS, key=head.count)
    for line, cells in _cells(lines, separator):
        if any(cell.strip() for cell in cells) and not (told and line == 1):
            yield line, cells


def _cells(lines: str, separator: str) -> list[tuple[int, list[str]]]:
    """Return the cells of each row; where a quote is never closed, lines are rows and quotes are mere signs."""
    reader = csv.reader(io.StringIO(lines), delimiter=separator, strict=True)
    rows, start = [], 1
    try:
        for cells in reader:
            rows.append((start, cells))
            start = reader.line_num + 1
    except csv.Error:
        written = enumerate(lines.split("\n"), 1)
        return [(number, [cell.strip(' "') for cell in line.split(separator)]) for number, line in written]
    return rows


def _columns(head: Sequence[str]) -> dict[int, str]:
    """Return what each column holds, by its place; the first of two alike counts."""
    columns: dict[int, str] = {}
    words = [as_word(cell) for cell in head]
    has_first = any(COLUMN_OF.get(word) == "first" for word in words)
    for index, word in enumerate(words):
        column = COLUMN_OF.get(word)
        if column == "name" and has_first and word in ("name", "nom"):
            column = "surname"
        if column is not None and column not in columns.values():
            columns[index] = column
    return columns


def _name(row: Mapping[str, str]) -> str:
    """Return the name as it is spoken: first name, then surname, also where a sheet has `Keller, Anna`."""
    name = row.get("name", "")
    if name:
        surname, comma, first = name.partition(",")
        return f"{first.strip()} {surname.strip()}".strip() if comma else name
    first, surname = row.get("first", ""), row.get("surname", "")
    is_east_asian = any(sign >= "\u2e80" for sign in surname)  # where the surname is spoken first
    return (f"{surname} {first}" if is_east_asian else f"{first} {surname}").strip()
