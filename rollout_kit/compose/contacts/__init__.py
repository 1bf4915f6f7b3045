"""The contact sheet alone, for the wall: the one number, who is called after whom, who decides, and every number."""

from collections.abc import Sequence
from itertools import chain, zip_longest

from rollout_kit.assess.result import Result
from rollout_kit.compose.fit import fitted, lines_of
from rollout_kit.compose.handbook.book import Book
from rollout_kit.compose.handbook.call import call
from rollout_kit.compose.handbook.contacts import USUAL_LADDER
from rollout_kit.compose.handbook.decides import decides
from rollout_kit.compose.handbook.ladder import after_in_words
from rollout_kit.compose.wording import document, kept, strong
from rollout_kit.document import Cell, Column, Document, Group, Heading, Node, Row, Span, Spans, Table, Text
from rollout_kit.language.words import Words
from rollout_kit.message import N_, Duration
from rollout_kit.plan.model import PersonRef

PHONE_MM, AFTER_MM = 35.0, 15.0
NAME_MM, POINTS = 46.0, 10
ROW_MM, LINE_MM, TITLE_MM = 2.8, 4.8, 3.7  # what is around a name, its lines, and the title below it
FIRST_MM, FURTHER_MM = {"A4": 118.0, "Letter": 102.0}, 220.0  # for numbers, on the first page and on others
EMPTY_LINES = 6  # of a house of which nobody is known


def compose_contacts(result: Result, words: Words) -> Document:
    """Return the sheet; it is one page where no house has more numbers than its column has room for."""
    book = Book(result=result, words=words)
    children = (
        Heading(level=1, text=book.say(N_("Whom to call")), anchor="contacts"),
        call(book),
        Group(role="columns", children=(decides(book), _ladder(book))),
        *_houses(book),
    )
    return document(result, words, kind="contacts", kind_word=book.say(N_("Contact sheet")), children=children)


# --- who is called after whom --------------------------------------------------------------------


def _ladder(book: Book) -> Group:
    """Return the ladder that is agreed, else the usual one in grey."""
    steps = sorted(book.rollout.escalation, key=lambda step: step.after.minutes)
    known = [(step.who, step.after) for step in steps]
    pairs = known or [(book.cast.first(role), after) for role, after in USUAL_LADDER]
    rows = tuple(_step(who, after, book, is_agreed=bool(known)) for who, after in _each_once(pairs, book))
    title = book.say(N_("How trouble climbs"))
    columns = (Column(width_mm=AFTER_MM), Column(), Column(width_mm=PHONE_MM))
    return Group(role="part", children=(Heading(level=2, text=title), Table(columns=columns, rows=rows, caption=title)))


def _each_once(pairs: Sequence[tuple[PersonRef, Duration]], book: Book) -> list[tuple[PersonRef, Duration]]:
    """Leave out whoever is called by name already: the call that comes first counts."""
    met: list[PersonRef] = []
    found = []
    for who, after in pairs:
        if who not in met or not book.people.is_named(who):
            found.append((who, after))
        met.append(who)
    return found


def _step(who: PersonRef, after: Duration, book: Book, *, is_agreed: bool) -> Row:
    is_known = is_agreed and book.people.is_named(who)
    called = book.people.name if book.people.is_named(who) else book.people.short_name
    name = Span(text=called(who), strong=is_known, proposed=not is_known)
    when = Span(text=after_in_words(after, book), quiet=True)
    return Row(cells=(Cell(spans=(when,)), Cell(spans=(name,)), _phone(book.people.phone(who))))


# --- every number --------------------------------------------------------------------------------


def _houses(book: Book) -> tuple[Node, ...]:
    """Return the customer's people at the left, the provider's and the vendors at the right."""
    customer = _house("customer", book)
    others = (_house(each, book) for each in ("provider", *(vendor.id for vendor in book.rollout.vendors)))
    provider = tuple(chain.from_iterable(others))
    first_mm = FIRST_MM[book.rollout.brand.paper]
    sides = [customer, provider]
    if max(sum(map(_height, side)) for side in sides) > first_mm:
        sides = [tuple(_without_title(row) for row in side) for side in sides]
    title = book.say(N_("Every number"))
    pages = zip_longest(*(_pages(side, first_mm) for side in sides), fillvalue=())
    return (Heading(level=2, text=title), *(_beside_each_other(page, title) for page in pages))


def _pages(rows: tuple[Row, ...], room_mm: float) -> list[tuple[Row, ...]]:
    """Return the rows as they stand on the first page and on further ones."""
    pages: list[list[Row]] = [[]]
    for row in rows:
        if pages[-1] and _height(row) > room_mm:
            pages.append([])
            room_mm = FURTHER_MM
        pages[-1].append(row)
        room_mm -= _height(row)
    return [tuple(page) for page in pages]


def _height(row: Row) -> float:
    first = row.cells[0]
    name = "".join(span.text for span in first.spans)
    return ROW_MM + LINE_MM * lines_of(name, NAME_MM, POINTS, is_bold=True) + (TITLE_MM if first.reason else 0)


def _beside_each_other(sides: Sequence[tuple[Row, ...]], title: str) -> Group:
    parts = (Group(role="part", children=(_table(rows, title),) if rows else (Text(spans=()),)) for rows in sides)
    return Group(role="columns", children=tuple(parts))


def _table(rows: tuple[Row, ...], title: str) -> Table:
    return Table(columns=(Column(), Column(width_mm=PHONE_MM)), rows=rows, caption=title)


def _house(side: str, book: Book) -> tuple[Row, ...]:
    """Return a house with its teams and people; a vendor stands there even where nobody of it is named.

    A house of which nobody is known has lines to write on.
    """
    rollout = book.rollout
    vendor = rollout.vendor_by_id.get(side)
    rows = [Row(cells=(_name(team.name), _phone(team.phone))) for team in rollout.teams if team.organisation == side]
    rows += [
        Row(cells=(_name(person.name, person.title), _phone(person.phone)))
        for person in rollout.people
        if person.organisation == side
    ]
    if vendor is not None:
        rows.insert(0, Row(cells=(_name(book.say(N_("Support"))), _phone(vendor.phone))))
    rows = rows or [Row(cells=(_phone(""), _phone("")))] * EMPTY_LINES
    head = Row(cells=(Cell(spans=strong(book.people.house(side)), columns=2),), kind="group")
    return (head, *rows)


def _without_title(row: Row) -> Row:
    return Row(
        cells=tuple(Cell(spans=cell.spans, ground=cell.ground, columns=cell.columns) for cell in row.cells),
        kind=row.kind,
    )


def _name(name: str, title: str = "") -> Cell:
    return Cell(spans=strong(name), reason=fitted(title, NAME_MM, 8))


def _phone(number: str) -> Cell:
    """Return the number, kept together; one that is not known is a line to write on."""
    if not number:
        return Cell(ground="blank")
    spans: Spans = (kept(number),)
    return Cell(spans=spans)
