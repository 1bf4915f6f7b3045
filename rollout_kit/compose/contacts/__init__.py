"""The contact sheet alone, for the wall: the one number, who is called after whom, who decides, and every number."""

from collections.abc import Sequence
from itertools import chain

from rollout_kit.assess.result import Result
from rollout_kit.compose.handbook.book import Book
from rollout_kit.compose.handbook.call import call
from rollout_kit.compose.handbook.contacts import USUAL_LADDER
from rollout_kit.compose.handbook.decides import decides
from rollout_kit.compose.handbook.ladder import after_in_words
from rollout_kit.compose.wording import document, kept, strong
from rollout_kit.document import Cell, Column, Document, Group, Heading, Node, Row, Span, Spans, Table
from rollout_kit.language.words import Words
from rollout_kit.message import N_, Duration
from rollout_kit.plan.model import PersonRef

PHONE_MM, AFTER_MM = 37.0, 17.0
ROOM_FOR_TITLES = {"A4": 12, "Letter": 10}  # rows of a column; a longer one leaves the titles out


def compose_contacts(result: Result, words: Words) -> Document:
    """Return the sheet; it is one page as long as a house has not more people than a wall has readers."""
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
    name = book.people.span(who) if is_agreed else Span(text=book.people.name(who), proposed=True)
    when = Span(text=after_in_words(after, book), quiet=True)
    return Row(cells=(Cell(spans=(when,)), Cell(spans=(name,)), _phone(book.people.phone(who))))


# --- every number --------------------------------------------------------------------------------


def _houses(book: Book) -> tuple[Node, ...]:
    """Return the customer's people at the left, the provider's and the vendors at the right."""
    customer = _house("customer", book)
    others = (_house(each, book) for each in ("provider", *(vendor.id for vendor in book.rollout.vendors)))
    provider = tuple(chain.from_iterable(others))
    sides = [side for side in (customer, provider) if side]
    if not sides:
        return ()
    longest = max(len(side) for side in sides)
    if longest > ROOM_FOR_TITLES[book.rollout.brand.paper]:
        sides = [tuple(_without_title(row) for row in side) for side in sides]
    title = book.say(N_("Every number"))
    return (
        Heading(level=2, text=title),
        Group(role="columns", children=tuple(Group(role="part", children=(_table(side, title),)) for side in sides)),
    )


def _table(rows: tuple[Row, ...], title: str) -> Table:
    return Table(columns=(Column(), Column(width_mm=PHONE_MM)), rows=rows, caption=title)


def _house(side: str, book: Book) -> tuple[Row, ...]:
    """Return a house with its teams and people; a vendor stands there even where nobody of it is named."""
    rollout = book.rollout
    vendor = rollout.vendor_by_id.get(side)
    rows = [
        Row(cells=(Cell(spans=strong(team.name)), _phone(team.phone)))
        for team in rollout.teams
        if team.organisation == side
    ]
    rows += [
        Row(cells=(Cell(spans=strong(person.name), reason=person.title), _phone(person.phone)))
        for person in rollout.people
        if person.organisation == side
    ]
    if vendor is not None:
        rows.insert(0, Row(cells=(Cell(spans=strong(book.say(N_("Support")))), _phone(vendor.phone))))
    if not rows:
        return ()
    head = Row(cells=(Cell(spans=strong(book.people.house(side)), columns=2),), kind="group")
    return (head, *rows)


def _without_title(row: Row) -> Row:
    return Row(
        cells=tuple(Cell(spans=cell.spans, ground=cell.ground, columns=cell.columns) for cell in row.cells),
        kind=row.kind,
    )


def _phone(number: str) -> Cell:
    """Return the number, kept together; one that is not known is a line to write on."""
    if not number:
        return Cell(ground="blank")
    spans: Spans = (kept(number),)
    return Cell(spans=spans)
