"""The responsibility matrix: every activity of the catalogue against the people of both houses."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from rollout_kit.assess.evidence import is_proposed
from rollout_kit.compose.fit import BOLD, MM_PER_POINT, width_em
from rollout_kit.compose.handbook.book import Book
from rollout_kit.compose.handbook.seats import Seats, house_heads, person_columns, seats
from rollout_kit.compose.wording import severity_mark, shortened, strong
from rollout_kit.description.responsibilities import Responsibility
from rollout_kit.document import Cell, Column, Group, Heading, Node, Row, Span, Spans, Table, Text
from rollout_kit.finding import Finding
from rollout_kit.message import N_, plural_message

WIDTH_MM, NAMES_MM, NUMBER_MM = 174.0, 46.0, 6.0
LEAST_FAULT_MM, MARK_MM = 12.0, 6.5
GROUP_POINTS, FAULT_POINTS = 9, 8


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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Frame:
    """The widths around the people: groups at the left, what is wrong at the right; both as wide as their words."""

    group_mm: float
    fault_mm: float


def matrix(book: Book) -> Group:
    """Return the matrix on a page of its own, with the way to read it and how many lines are not right yet."""
    lines = _lines(book)
    frame = _Frame(group_mm=_group_width(lines), fault_mm=_fault_width(lines, book))
    taken = seats(book, WIDTH_MM - frame.group_mm - NUMBER_MM - NAMES_MM - frame.fault_mm)
    rows = tuple(_row(line, taken.shown, book) for line in lines)
    title = book.say(N_("Who answers for what"))
    heads = (("", 3), *house_heads(taken.shown, book), ("", 1))
    table = Table(columns=_columns(taken, frame, book), rows=rows, manner="matrix", caption=title, heads=heads)
    children: list[Node] = [
        Heading(level=2, text=title, anchor="responsibilities"),
        Text(spans=_legend(book), manner="small"),
        Text(spans=strong(_what_is_wrong(lines, book)), manner="small"),
    ]
    if taken.hidden:
        text = N_("Without a column of their own, for want of room: {names}.")
        children.append(Text(spans=(Span(text=book.say(text, names=book.people.names(taken.hidden))),), manner="note"))
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


def _columns(taken: Seats, frame: _Frame, book: Book) -> tuple[Column, ...]:
    return (
        Column(width_mm=frame.group_mm),
        Column(width_mm=NUMBER_MM, align="right"),
        Column(head=book.say(N_("Activity"))),
        *person_columns(taken.shown, book),
        Column(width_mm=frame.fault_mm),
    )


def _group_width(lines: Sequence[_Line]) -> float:
    return max(width_em(line.group) for line in lines) * BOLD * GROUP_POINTS * MM_PER_POINT + 2


def _fault_width(lines: Sequence[_Line], book: Book) -> float:
    faults = [span.text for line in lines for span in _fault(line, book)]
    widest = max((width_em(fault) for fault in faults), default=0.0) * BOLD * FAULT_POINTS * MM_PER_POINT
    return max(LEAST_FAULT_MM, widest + MARK_MM)


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
    letters = tuple(
        Cell(spans=_letters(listed, ref, line, book) if listed else _usual(line, ref, book)) for ref in people
    )
    cells = (
        Cell(spans=strong(line.group) if line.group else ()),
        Cell(spans=(Span(text=str(line.number), quiet=True),)),
        Cell(spans=(Span(text=shortened(line.name, 42)),)),
        *letters,
        Cell(spans=_fault(line, book)),
    )
    return Row(cells=cells, kind="first" if line.group else "plain")


def _usual(line: _Line, ref: str, book: Book) -> Spans:
    """Return the usual letters in grey where the file does not list the activity: to be confirmed line by line."""
    owner, doer = book.cast.owner_of(line.id), book.cast.doer_of(line.id)
    held = ("A" if ref == owner else "") + ("R" if ref == doer else "")
    return (Span(text=" ".join(held), proposed=True),) if held else ()


def _letters(listed: Responsibility, ref: str, line: _Line, book: Book) -> Spans:
    """Return the letters that the file gives somebody; what it only proposes in grey."""
    held: list[Span] = []
    if ref in (listed.accountable or ()):
        held.append(_letter("A", "accountable", line, book))
    if ref in (listed.responsible or ()):
        held.append(_letter("R", "responsible", line, book))
    if not held and ref in listed.consulted:
        held.append(_letter("C", "consulted", line, book))
    if not held and ref in listed.informed:
        held.append(_letter("I", "informed", line, book))
    parts = [Span(text=" ")] * (2 * len(held) - 1)
    parts[::2] = held
    return tuple(parts) if any(span.proposed for span in held) else tuple(held)


def _letter(letter: Literal["A", "R", "C", "I"], key: str, line: _Line, book: Book) -> Span:
    if is_proposed(book.rollout, ("responsibilities", line.id, key)):
        return Span(text=letter, proposed=True)
    return Span(letter=letter)


def _fault(line: _Line, book: Book) -> Spans:
    """Return what is wrong with a line in two or three words, after the mark of its worst finding."""
    if book.line(line.id) is None:
        return (Span(mark="open", text=book.say(N_("not assigned"))),)
    if is_proposed(book.rollout, ("responsibilities", line.id, "accountable")):
        return (Span(mark="open", text=book.say(N_("to confirm"))),)
    findings = book.findings_of((f"responsibilities.{line.id}",))
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
