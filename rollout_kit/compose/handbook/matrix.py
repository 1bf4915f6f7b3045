"""The responsibility matrix: every activity of the catalogue against the people of both houses."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rollout_kit.compose.handbook.book import Book
from rollout_kit.compose.wording import severity_mark, short_house, shortened, strong
from rollout_kit.description.responsibilities import Responsibility
from rollout_kit.document import Cell, Column, Group, Heading, Node, Row, Span, Spans, Table, Text
from rollout_kit.finding import Finding
from rollout_kit.message import N_, plural_message
from rollout_kit.plan.model import TO_BE_NAMED

MOST_PEOPLE = 8  # columns beside the names of the activities and what is wrong with them
PERSON_MM, LONE_PERSON_MM = 12.0, 18.0  # the second where there are few
FEW_PEOPLE = 4
ACROSS_MM = 78.0  # of 174 mm, for all people together
GROUP_MM, NUMBER_MM, FAULT_MM = 25.0, 6.0, 24.0

_LETTERS = (("A", "accountable"), ("R", "responsible"), ("C", "consulted"), ("I", "informed"))

_FAULTS = {
    "OWN102": N_("no R"),
    "OWN103": N_("no deputy"),
    "OWN105": N_("A outside"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A line of the matrix: a catalogue activity or one of the user's own; `group` is empty where it stands above."""

    id: str
    group: str
    name: str
    number: int


def matrix(book: Book) -> Group:
    """Return the matrix on a page of its own, with the way to read it and how many lines are not right yet."""
    columns = _people(book)
    shown, hidden = columns[:MOST_PEOPLE], columns[MOST_PEOPLE:]
    lines = _lines(book)
    rows = tuple(_row(line, shown, book) for line in lines)
    title = book.say(N_("Who answers for what"))
    table = Table(columns=_columns(shown, book), rows=rows, manner="matrix", caption=title, heads=_heads(shown, book))
    children: list[Node] = [
        Heading(level=2, text=title, anchor="responsibilities"),
        Text(spans=_legend(book), manner="small"),
        Text(spans=strong(_what_is_wrong(lines, book)), manner="small"),
    ]
    if hidden:
        text = N_("Without a column of their own, for want of room: {names}.")
        children.append(Text(spans=(Span(text=book.say(text, names=book.people.names(hidden))),), manner="note"))
    return Group(role="section", children=(*children, table), anchor="responsibilities")


def _legend(book: Book) -> Spans:
    return (
        Span(letter="A", text=book.say(N_("accountable, exactly one person")) + "  "),
        Span(letter="R", text=book.say(N_("does it")) + "  "),
        Span(letter="C", text=book.say(N_("is asked")) + "  "),
        Span(letter="I", text=book.say(N_("is told")) + "  "),
        Span(text="A R", proposed=True),
        Span(text=" " + book.say(N_("proposed, not agreed yet"))),
    )


def _what_is_wrong(lines: Sequence[_Line], book: Book) -> str:
    wrong = sum(bool(_fault(line, book)) for line in lines)
    if not wrong:
        return book.say(N_("Every line has exactly one person accountable and somebody who does it."))
    counted = plural_message(
        N_("{n} line is not right yet; what is missing stands at its right."),
        N_("{n} lines are not right yet; what is missing stands at their right."),
        wrong,
    )
    return book.words.text(counted)


# --- columns -------------------------------------------------------------------------------------


def _people(book: Book) -> list[str]:
    """Return everybody with a letter, the customer's house first, then in the order of the file.

    Where more have a letter than fit, those with an A or R come first.
    """
    found: list[str] = []
    for _, key in _LETTERS:
        for line in book.rollout.responsibilities or ():
            found += [ref for ref in getattr(line, key) or () if ref not in found]
    if not found:
        found = [person.id for person in book.rollout.people if person.organisation in ("customer", "provider")]
    found = found or list(TO_BE_NAMED.values())
    kept, rest = found[:MOST_PEOPLE], found[MOST_PEOPLE:]
    return [*_by_house(kept, book), *_by_house(rest, book)]


def _by_house(refs: Iterable[str], book: Book) -> list[str]:
    rollout = book.rollout
    order = [*rollout.person_by_id, *rollout.team_by_id, *rollout.vendor_by_id]
    known = {ref: index for index, ref in enumerate(order)}
    return sorted(refs, key=lambda ref: (book.people.side(ref) != "customer", known.get(ref, len(order))))


def _columns(people: Sequence[str], book: Book) -> tuple[Column, ...]:
    first_provider = next((ref for ref in people if book.people.side(ref) != "customer"), None)
    heads = [_head(ref, name, book) for ref, name in zip(people, book.people.family_names(people), strict=True)]
    usual = PERSON_MM if len(people) > FEW_PEOPLE else LONE_PERSON_MM
    width = min(usual, ACROSS_MM / len(people))
    middle = tuple(
        Column(
            head=shortened(head, 14),
            width_mm=width,
            align="center",
            label=book.people.name(ref),
            is_parted=ref == first_provider,
        )
        for ref, head in zip(people, heads, strict=True)
    )
    return (
        Column(width_mm=GROUP_MM),
        Column(width_mm=NUMBER_MM, align="right"),
        Column(head=book.say(N_("Activity"))),
        *middle,
        Column(width_mm=FAULT_MM),
    )


def _head(ref: str, name: str, book: Book) -> str:
    return name if book.people.is_named(ref) else book.say(N_("nobody yet"))


def _heads(people: Sequence[str], book: Book) -> tuple[tuple[str, int], ...]:
    customer = sum(book.people.side(ref) == "customer" for ref in people)
    houses = [("customer", customer), ("provider", len(people) - customer)]
    named = tuple(
        (shortened(short_house(book.people.house(side)), 9 * count), count) for side, count in houses if count
    )
    return (("", 3), *named, ("", 1))


# --- rows ----------------------------------------------------------------------------------------


def _lines(book: Book) -> list[_Line]:
    lines: list[_Line] = []
    above = ""
    for number, activity in enumerate(book.playbook.activities, start=1):
        group = book.own(f"groups.{activity.group}.name")
        lines.append(
            _Line(id=activity.id, group=group if group != above else "", name=book.activity(activity.id), number=number)
        )
        above = group
    catalogue = {activity.id for activity in book.playbook.activities}
    own = [line.id for line in book.rollout.responsibilities or () if line.id not in catalogue]
    for place, id in enumerate(own):
        group = book.say(N_("Own")) if place == 0 else ""
        lines.append(_Line(id=id, group=group, name=book.activity(id), number=len(lines) + 1))
    return lines


def _row(line: _Line, people: Sequence[str], book: Book) -> Row:
    listed = book.line(line.id)
    letters = tuple(Cell(spans=_letters(listed, ref) if listed else _proposed(line, ref, book)) for ref in people)
    cells = (
        Cell(spans=strong(line.group) if line.group else ()),
        Cell(spans=(Span(text=str(line.number), quiet=True),)),
        Cell(spans=(Span(text=shortened(line.name, 42)),)),
        *letters,
        Cell(spans=_fault(line, book)),
    )
    return Row(cells=cells, kind="first" if line.group else "plain")


def _proposed(line: _Line, ref: str, book: Book) -> Spans:
    """Return the usual letters in grey where the file does not list the activity: to be confirmed line by line."""
    owner, doer = book.cast.owner_of(line.id), book.cast.doer_of(line.id)
    held = ("A" if ref == owner else "") + ("R" if ref == doer else "")
    return (Span(text=" ".join(held), proposed=True),) if held else ()


def _letters(line: Responsibility, ref: str) -> Spans:
    held: list[Span] = []
    if ref in (line.accountable or ()):
        held.append(Span(letter="A"))
    if ref in (line.responsible or ()):
        held.append(Span(letter="R"))
    if not held and ref in line.consulted:
        held.append(Span(letter="C"))
    if not held and ref in line.informed:
        held.append(Span(letter="I"))
    return tuple(held)


def _fault(line: _Line, book: Book) -> Spans:
    """Return what is wrong with a line in two or three words, after the mark of its worst finding."""
    if book.line(line.id) is None:
        return (Span(mark="open", text=book.say(N_("not assigned"))),)
    findings = [finding for finding in book.result.findings if finding.path[:2] == ("responsibilities", line.id)]
    worst = max(findings, key=lambda finding: finding.severity, default=None)
    if worst is None:
        return ()
    return (Span(mark=severity_mark(worst.severity), text=_fault_words(worst, line, book), strong=True),)


def _fault_words(finding: Finding, line: _Line, book: Book) -> str:
    if finding.code == "OWN101":
        listed = book.line(line.id)
        count = len((listed.accountable if listed else None) or ())
        return book.say(N_("{n} × A"), n=count) if count else book.say(N_("no A"))
    if finding.code in _FAULTS:
        return book.say(_FAULTS[finding.code])
    return finding.code
