"""The form for a change: asked for, judged, carried out, and looked at afterwards."""

from rollout_kit.compose.handbook.book import Book
from rollout_kit.compose.wording import plain
from rollout_kit.document import Cell, Checklist, Column, Field, Group, Heading, Row, Span, Table
from rollout_kit.message import N_

LABEL_MM, HALF_MM = 40.0, 40.0

_ASKED = (
    (N_("What is changed"), ""),
    (N_("Why, and for whom"), ""),
    (N_("Asked for by"), N_("On")),
    (N_("Who notices it"), N_("Told on")),
)
_DONE = (
    (N_("Carried out by"), N_("From – until")),
    (N_("The way back"), N_("It takes")),
    (N_("Going back begins at the latest at"), N_("Decided by")),
    (N_("Checked how, and by whom"), N_("Result")),
)
_KINDS = (
    ("change-standard", N_("standard, approved once and for all")),
    ("change-normal", N_("normal, approved before")),
    ("change-emergency", N_("emergency, approved by phone")),
)


def change_form(book: Book) -> Group:
    """Return the form; the approver is named where the description has one, since doer and approver must differ."""
    title = book.say(N_("Change"))
    kinds = tuple(
        Group(role="part", children=(Checklist(items=((id, plain(book.say(word))),)),)) for id, word in _KINDS
    )
    approver = book.cast.owner_of("change_approval")
    approved = Field(
        kind="signature",
        label=book.people.name(approver) if book.people.is_named(approver) else "",
        house=book.say(N_("approves; has not carried it out")),
        words=(book.say(N_("date, time")),),
    )
    closed = Field(
        kind="signature",
        label="",
        house=book.say(N_("has looked at it afterwards")),
        words=(book.say(N_("date, time")),),
    )
    return Group(
        role="part",
        children=(
            Heading(level=3, text=title),
            _lines(_ASKED, title, book),
            Group(role="columns", children=kinds),
            _lines(_DONE, title, book),
            Field(kind="ruled", label=book.say(N_("What happened, with times")), lines=7),
            Group(role="signatures", children=(approved, closed)),
        ),
    )


def _lines(labels: tuple[tuple[str, str], ...], title: str, book: Book) -> Table:
    rows = tuple(_line(book.say(left), book.say(right) if right else "") for left, right in labels)
    columns = (Column(width_mm=LABEL_MM), Column(), Column(width_mm=24), Column(width_mm=HALF_MM))
    return Table(columns=columns, rows=rows, manner="form", caption=title)


def _line(left: str, right: str) -> Row:
    label = Cell(spans=(Span(text=left, quiet=True),))
    if not right:
        return Row(cells=(label, Cell(columns=3)))
    return Row(cells=(label, Cell(), Cell(spans=(Span(text=right, quiet=True),)), Cell()))
