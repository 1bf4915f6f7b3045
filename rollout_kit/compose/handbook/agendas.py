"""Agendas: what is gone through in how many minutes, who leads each point, and what it ends with."""

from rollout_kit.compose.handbook.book import Book, row
from rollout_kit.compose.handbook.chapter import heading
from rollout_kit.compose.wording import kept
from rollout_kit.document import Column, Group, Node, Row, Span, Table, Text
from rollout_kit.message import N_
from rollout_kit.playbook.check import ROLES
from rollout_kit.playbook.content import Agenda
from rollout_kit.playbook.model import Landmark

_ELSEWHERE: tuple[Landmark, ...] = ("kickoff", "go-no-go")  # on the checklist, and on the sheet of the decision


def agendas(book: Book) -> tuple[Node, ...]:
    """Return the agendas that stand nowhere else, each with its day, never torn over two pages."""
    elsewhere = {task.id for mark in _ELSEWHERE if (task := book.plan.task_at(mark)) is not None}
    return tuple(_part(agenda, book) for agenda in book.playbook.agendas if agenda.task not in elsewhere)


def decision_agenda(book: Book) -> tuple[Node, ...]:
    """Return the agenda of the meeting that decides on go-live, for its sheet; nothing where the playbook has none."""
    decision = book.plan.task_at("go-no-go")
    found = (agenda for agenda in book.playbook.agendas if decision is not None and agenda.task == decision.id)
    return tuple(_part(agenda, book) for agenda in found)


def kickoff_agenda(book: Book) -> Agenda | None:
    """Return the agenda of the kickoff, None where the playbook has none."""
    kickoff = book.plan.task_at("kickoff")
    return next((each for each in book.playbook.agendas if kickoff is not None and each.task == kickoff.id), None)


def minutes_of(agenda: Agenda, book: Book) -> tuple[int, ...]:
    """Return the minutes of each point in this rollout."""
    return agenda.lengths(is_small=book.plan.size == "S")


def _part(agenda: Agenda, book: Book) -> Group:
    when = Text(spans=(kept(_when(agenda, book)),), manner="small")
    return Group(role="part", children=(heading(book.own(f"agendas.{agenda.id}.name")), when, table_of(agenda, book)))


def _when(agenda: Agenda, book: Book) -> str:
    length = book.words.effort(sum(minutes_of(agenda, book)))
    task = book.plan.task_by_id.get(agenda.task)
    if task is None or task.starts_on is None:
        return length
    day = book.words.full_date(task.starts_on)
    if task.is_series:
        return book.say(N_("{length}, for the first time on {day}"), length=length, day=day)
    return book.say(N_("{length}, on {day}"), length=length, day=day)


def table_of(agenda: Agenda, book: Book) -> Table:
    """Return the points of an agenda with their minutes from its beginning; a clock time is not known."""
    columns = (
        Column(head=book.say(N_("Minutes")), width_mm=18),
        Column(head=book.say(N_("What"))),
        Column(head=book.say(N_("Leads")), width_mm=40),
        Column(head=book.say(N_("Ends with")), width_mm=46),
    )
    rows: list[Row] = []
    start = 0
    for number, length in enumerate(minutes_of(agenda, book), start=1):
        key = f"agendas.{agenda.id}.point{number}"
        lead = acting(agenda.points[number - 1].lead, book)
        minutes = kept(f"{start}–{start + length}")
        rows.append(row((minutes,), book.own(f"{key}.name"), (lead,), book.own(f"{key}.result")))
        start += length
    return Table(columns=columns, rows=tuple(rows), caption=book.own(f"agendas.{agenda.id}.name"))


def acting(role: str, book: Book) -> Span:
    """Return who acts in a role, by name; where nobody is named yet, the role itself as a proposal."""
    ref = book.cast.first(role)
    if book.people.is_named(ref) or role not in ROLES:
        return book.people.span(ref)
    return Span(text=book.own(f"roles.{role}.name"), proposed=True)
