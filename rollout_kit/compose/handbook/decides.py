"""The two columns of the first page: who decides, and what is not included."""

from rollout_kit.assess.evidence import is_proposed
from rollout_kit.compose.fit import fitted, lines_of
from rollout_kit.compose.handbook.book import Book
from rollout_kit.compose.handbook.limits import outside_scope
from rollout_kit.document import Cell, Column, Group, Heading, ListOf, Row, Span, Spans, Table, Text
from rollout_kit.message import N_

MOST_EXCLUSIONS = 4
LABEL_MM, NAME_MM, COLUMN_MM, LARGE = 27.0, 54.0, 76.0, 12

_ASKED = (
    (N_("Major outage"), "major_incident"),
    (N_("Changes"), "change_approval"),
    (N_("Money, contract"), "contract"),
    (N_("Complaints"), "escalation"),
)


def decides(book: Book) -> Group:
    """Return who decides in the four cases that users ask about."""
    rows = tuple(labelled(book.say(label), _decider(activity, book)) for label, activity in _ASKED)
    return Group(role="part", children=(Heading(level=2, text=book.say(N_("Who decides"))), on_cover(*rows)))


def _decider(activity: str, book: Book) -> Spans:
    """Return the one person accountable, with phone; two stand there as a fault, and nobody as our proposal in grey."""
    line = book.line(activity)
    is_agreed = not is_proposed(book.rollout, ("responsibilities", activity, "accountable"))
    named = (line.accountable or ()) if line and is_agreed else ()
    if not named:
        proposal = book.cast.owner_of(activity)
        if not book.people.is_named(proposal):
            return (Span(text=book.people.name_within(proposal, NAME_MM, LARGE), proposed=True),)
        text = book.say(N_("proposed: {name}"), name=book.people.name(proposal))
        if lines_of(text, NAME_MM, LARGE) > 1:
            text = book.say(N_("proposed: {name}"), name=book.people.short_name(proposal))
        return (Span(text=fitted(text, NAME_MM, LARGE), proposed=True),)
    if len(named) > 1:
        return (Span(mark="blocker", text=fitted(book.people.names(named), NAME_MM - 6, LARGE)),)
    name, phone = book.people.name(named[0]), book.people.phone(named[0])
    short = book.people.name_within(named[0], NAME_MM, LARGE, is_bold=True)
    # The number of whoever decides in a major outage is worth a second line; the others stand in the contacts.
    if phone and (activity == "major_incident" or lines_of(f"{name} {phone}", NAME_MM, LARGE, is_bold=True) == 1):
        number = fitted(phone, NAME_MM, LARGE)
        return (Span(text=short + " ", strong=True), Span(text=number, keep=True))
    return (Span(text=short, strong=True),)


def exclusions(book: Book) -> Group:
    """Return what the contract leaves out, at most four lines and the way to the rest."""
    heading = Heading(level=2, text=book.say(N_("Not included")))
    outside = outside_scope(book)
    if outside is None:
        unknown = book.open(book.say(N_("what the contract does not include")))
        return Group(role="part", children=(heading, Text(spans=unknown)))
    if not outside:
        everything = book.say(N_("The contract covers every activity of this book."))
        return Group(role="part", children=(heading, Text(spans=(Span(text=everything),))))
    items = [(_item(book.activity(id)),) for id in outside[:MOST_EXCLUSIONS]]
    if further := len(outside) - len(items):
        rest = book.say(N_("and {n} more"), n=further)
        items.append((_item(rest, link="chapter-scope"),))
    return Group(role="part", children=(heading, ListOf(items=tuple(items), manner="tight")))


def _item(text: str, link: str | None = None) -> Text:
    return Text(spans=(Span(text=fitted(text, COLUMN_MM, LARGE), link=link),))


def labelled(label: str, value: Spans) -> Row:
    """Return a line of label and value for the first page."""
    return Row(cells=(Cell(spans=(Span(text=label, quiet=True),)), Cell(spans=value)))


def on_cover(*rows: Row) -> Group:
    """Return lines of label and value as the first page has them."""
    return Group(role="facts", children=(Table(columns=(Column(width_mm=LABEL_MM), Column()), rows=rows),))
