"""The sheets of criteria: go/no-go, end of hypercare, hand-over. Each line is ticked and the sheet signed by both."""

from rollout_kit.compose.by_name import by_name, in_short
from rollout_kit.compose.handbook.agendas import decision_agenda
from rollout_kit.compose.handbook.book import Book
from rollout_kit.compose.handbook.judged import judged
from rollout_kit.compose.wording import clause, plain, severity_mark
from rollout_kit.document import Cell, Checklist, Column, Field, Group, Heading, Node, Row, Span, Spans, Table, Text
from rollout_kit.language.words import NO_BREAK
from rollout_kit.message import N_, message
from rollout_kit.plan.model import PersonRef
from rollout_kit.playbook.content import Criterion

MOST_NAMED = 3  # of a list in a finding
FINDING_CHARACTERS = 70  # of a finding in its column
NUMBER_MM, SAID_MM, FIGURE_MM, TICK_MM, UNTIL_MM = 8.0, 50.0, 14.0, 18.0, 25.0
ONE_PAGE = 14  # criteria; more run over onto the page of the decision
CONDITIONS, FEW_CONDITIONS = 5, 3  # lines to write on


def go_no_go(book: Book) -> tuple[Node, ...]:
    """Return the sheet on which go-live is decided; each criterion with what the findings of this edition say."""
    title = book.say(N_("Go or no-go"))
    columns = (
        Column(width_mm=NUMBER_MM),
        Column(head=book.say(N_("Must hold, and is shown by"))),
        Column(head=book.say(N_("What this edition knows")), width_mm=SAID_MM),
        Column(head=book.say(N_("Today")), width_mm=TICK_MM),
        Column(head=book.say(N_("Waived by both")), width_mm=UNTIL_MM),
    )
    rows = tuple(
        Row(
            cells=(
                *_name(number, criterion, book),
                Cell(spans=_said(criterion, book)),
                _box(criterion, "holds", book.say(N_("holds")), book),
                _box(criterion, "waived", book.say(N_("until")), book),
            )
        )
        for number, criterion in enumerate(_lines("go-no-go", book), start=1)
    )
    decision = _choices(
        ("go", book.say(N_("Go"))),
        ("go-with-conditions", book.say(N_("Go, with these conditions"))),
        ("no-go", book.say(N_("No-go; new date"))),
    )
    sheet = Table(columns=columns, rows=rows, manner="form", caption=title)
    conditions = tuple(
        Field(kind="open-item", label=str(number), words=(book.say(N_("who")), book.say(N_("until"))))
        for number in range(1, (CONDITIONS if len(rows) <= ONE_PAGE else FEW_CONDITIONS) + 1)
    )
    said = Heading(level=3, text=book.say(N_("Go or no-go: the decision")))
    ending = (said, decision, *conditions, _signatures(("DM", "SO", "OL"), book))
    return (_headed(title, sheet), _ours(book), *decision_agenda(book), Group(role="part", children=ending))


def hypercare_exit(book: Book) -> tuple[Node, ...]:
    """Return the sheet on which hypercare ends, with room for the figure of each criterion."""
    title = book.say(N_("End of hypercare"))
    columns = (
        Column(width_mm=NUMBER_MM),
        Column(head=book.say(N_("Must hold, and is shown by"))),
        Column(head=book.say(N_("Figure")), width_mm=FIGURE_MM, is_parted=True),
        Column(head=book.say(N_("Today")), width_mm=TICK_MM + 4, is_parted=True),
        Column(width_mm=UNTIL_MM),
    )
    rows = tuple(
        Row(
            cells=(
                *_name(number, criterion, book),
                _figure(criterion),
                _box(criterion, "holds", book.say(N_("holds")), book),
                _box(criterion, "open", book.say(N_("not yet")), book),
            )
        )
        for number, criterion in enumerate(_lines("hypercare-exit", book), start=1)
    )
    decision = _choices(
        ("exit-ends", book.say(N_("Hypercare ends today"))), ("exit-goes-on", book.say(N_("It goes on until")))
    )
    sheet = Table(columns=columns, rows=rows, manner="form", caption=title)
    ending = (_ours(book), decision, _signatures(("SO", "OL"), book))
    return (_headed(title, sheet), Group(role="part", children=ending))


def acceptance(book: Book) -> tuple[Node, ...]:
    """Return the sheet on which the operation is handed over: accepted, with reservation, or not."""
    title = book.say(N_("Hand-over"))
    columns = (
        Column(width_mm=NUMBER_MM),
        Column(head=book.say(N_("What is handed over, and is shown by"))),
        Column(head=book.say(N_("Figure")), width_mm=FIGURE_MM, is_parted=True),
        Column(head=book.say(N_("Accepted")), width_mm=TICK_MM, is_parted=True),
        Column(head=book.say(N_("With reservation")), width_mm=UNTIL_MM),
        Column(head=book.say(N_("Not")), width_mm=TICK_MM - 1),
    )
    rows = tuple(
        Row(
            cells=(
                *_name(number, criterion, book),
                _figure(criterion),
                _box(criterion, "yes", book.say(N_("yes")), book),
                _box(criterion, "until", book.say(N_("until")), book),
                _box(criterion, "no", book.say(N_("no")), book),
            )
        )
        for number, criterion in enumerate(_lines("acceptance", book), start=1)
    )
    counted = Field(kind="line", label=book.say(N_("Reservations counted:")))
    sheet = Table(columns=columns, rows=rows, manner="form", caption=title)
    ending = (_ours(book), counted, _signatures(("SO", "OL"), book))
    return (_headed(title, sheet), Group(role="part", children=ending))


def _headed(title: str, sheet: Table) -> Group:
    return Group(role="part", children=(Heading(level=3, text=title), sheet))


def _lines(sheet: str, book: Book) -> tuple[Criterion, ...]:
    return tuple(criterion for criterion in book.playbook.criteria if criterion.sheet == sheet)


def _name(number: int, criterion: Criterion, book: Book) -> tuple[Cell, Cell]:
    name, proof = (book.own(f"criteria.{criterion.id}.{part}") for part in ("name", "proof"))
    what = (Span(text=f"{name} "), Span(text=f"·{NO_BREAK}{proof}", quiet=True))
    return Cell(spans=(Span(text=str(number), strong=True),)), Cell(spans=what)


def _said(criterion: Criterion, book: Book) -> Spans:
    judgement = judged(criterion, book)
    if judgement.state == "fails":
        worst = judgement.findings[0]
        finding = _in_column(book.words.text(in_short(by_name(worst.message, book.result), MOST_NAMED)))
        said = book.say(N_("does not hold: {finding}"), finding=finding)
        if further := len(judgement.findings) - 1:
            said = book.words.text(message(N_("{finding}; {n} more"), finding=said, n=further))
        return (Span(mark=severity_mark(worst.severity), text=said),)
    if judgement.state == "untested":
        return (Span(mark="too-little-known", text=book.say(N_("not tested"))),)
    if judgement.state == "partly":
        return (Span(mark="too-little-known", text=book.say(N_("nothing against it, but not all of it is tested"))),)
    return (Span(mark="ready", text=book.say(N_("nothing against it"))),)


def _in_column(finding: str) -> str:
    """Return a finding as its column has room for it; a bracket that would be cut inside is left out whole."""
    said = clause(finding, FINDING_CHARACTERS)
    return said if said.count("(") == said.count(")") else said[: said.rindex("(")].rstrip()


def _figure(criterion: Criterion) -> Cell:
    return Cell() if criterion.has_figure else Cell(spans=(Span(text="–", quiet=True),))


def _box(criterion: Criterion, what: str, word: str, book: Book) -> Cell:
    return Cell(spans=plain(word), box=f"{criterion.id}-{what}")


def _choices(*choices: tuple[str, str]) -> Node:
    boxes = (Group(role="part", children=(Checklist(items=((id, plain(word)),)),)) for id, word in choices)
    return Group(role="columns", children=tuple(boxes))


def _signatures(roles: tuple[str, ...], book: Book) -> Group:
    """Return a signature per person; whoever holds two of the roles signs once, and each house at least once."""
    signers = tuple(dict.fromkeys(book.cast.first(role) for role in roles))
    return Group(role="signatures", children=tuple(_signature(ref, book) for ref in signers))


def _signature(ref: PersonRef, book: Book) -> Field:
    house = book.people.house(book.people.side(ref))
    name = book.people.name(ref) if book.people.is_named(ref) else ""
    return Field(kind="signature", label=name, house=house, words=(book.say(N_("place, date")),))


def _ours(book: Book) -> Text:
    said = book.say(
        N_("The figures on this sheet are our defaults; both houses may change them before it is filled in.")
    )
    return Text(spans=plain(said), manner="note")
