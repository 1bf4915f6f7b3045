"""Training: who is taught, by whom, on which days, how one sees that it was learned, and what follows."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import get_args

from rollout_kit.compose.handbook.book import Book, row
from rollout_kit.compose.handbook.chapter import Chapter, heading
from rollout_kit.compose.wording import kept, plain, strong
from rollout_kit.description.training import Audience, Training
from rollout_kit.document import Cell, Column, Node, Row, Span, Spans, Table, Text
from rollout_kit.message import N_
from rollout_kit.plan.model import Session
from rollout_kit.playbook.content import TrainingModule

AUDIENCES = {
    "desk": N_("Service desk"),
    "second_level": N_("Second level"),
    "key_users": N_("Key users"),
    "users": N_("Everybody who works with it"),
    "managers": N_("Managers"),
    "deputies": N_("Deputies"),
    "provider": N_("People of the provider"),
    "editors": N_("Whoever changes the handbook"),
}


def training(book: Book) -> Chapter | None:
    """Return the chapter; None where the description teaches nobody."""
    if not book.rollout.training:
        return None
    return Chapter(
        key="training",
        headline=_headline(book),
        noted=(_trainings(book), *_follow_up(book)),
        full=(*_sessions(book), *_modules(book)),
        subjects=("training", "rooms", "responsibilities.training"),
        lead="SO",
        doer=book.cast.doer_of("training"),
    )


def _headline(book: Book) -> str:
    sessions = book.plan.sessions
    if not sessions:
        return book.say(N_("Who is taught is known; no session has a date yet."))
    days = [session.date for session in sessions]
    if len(days) == 1:
        return book.say(N_("There is one session, on {day}."), day=book.words.long_day(days[0]))
    counted = N_("{n} sessions have a date, the first on {first_day}, the last on {last_day}.")
    first, last = book.words.day_month(min(days)), book.words.date(max(days))
    return book.say(counted, n=len(days), first_day=first, last_day=last)


# --- who is taught, and how it is verified -------------------------------------------------------


def _trainings(book: Book) -> Table:
    columns = (
        Column(head=book.say(N_("Who is taught"))),
        Column(head=book.say(N_("People")), width_mm=16, align="right"),
        Column(head=book.say(N_("Length")), width_mm=18),
        Column(head=book.say(N_("Taught by")), width_mm=30),
        Column(head=book.say(N_("Verified by")), width_mm=32),
    )
    rows = tuple(_training(each, book) for each in book.rollout.training or ())
    return Table(columns=columns, rows=rows, caption=book.say(N_("Who is taught")))


def _training(training: Training, book: Book) -> Row:
    site = book.rollout.site_by_id.get(training.site or "")
    parts = (
        book.say(AUDIENCES[training.audience]),
        site.name if site else "",
        book.words.language(training.language) if training.language else "",
    )
    name = Cell(spans=strong(training.name), reason=" · ".join(part for part in parts if part))
    people = book.words.number(training.people) if training.people is not None else "–"
    trainer: Spans = (book.people.span(training.trainer or book.cast.first("TR")),)
    others = row(people, book.length(training.duration) or "–", trainer, _verified(training, book))
    return Row(cells=(name, *others.cells))


def _verified(training: Training, book: Book) -> Spans:
    if training.pass_mark is not None:
        return plain(book.say(N_("a test, passed from {share} on"), share=book.words.percent(training.pass_mark)))
    if training.behaviour_check is not None:
        return plain(book.say(N_("a look at the work")))
    return (Span(mark="open", text=book.say(N_("nothing yet"))),)


def _follow_up(book: Book) -> tuple[Node, ...]:
    """Return what comes after the sessions, by date; an open item where nothing does."""
    dated: list[tuple[date, str, str]] = []
    for each in book.rollout.training or ():
        if each.follow_up is not None:
            dated.append((each.follow_up, book.say(N_("Question hour and refresher")), each.name))
        if each.behaviour_check is not None:
            dated.append((each.behaviour_check, book.say(N_("Look at the work: is it done as taught?")), each.name))
    title = book.say(N_("After the sessions"))
    if not dated:
        return (heading(title), book.open_text(book.say(N_("a question hour after go-live")), "TR"))
    columns = (
        Column(head=book.say(N_("On")), width_mm=34),
        Column(head=book.say(N_("What"))),
        Column(head=book.say(N_("For whom")), width_mm=48),
    )
    rows = tuple(row((kept(book.words.date(day)),), what, name) for day, what, name in sorted(dated))
    return (heading(title), Table(columns=columns, rows=rows, caption=title))


# --- sessions and modules ------------------------------------------------------------------------


def _sessions(book: Book) -> tuple[Node, ...]:
    if not book.plan.sessions:
        return ()
    title = book.say(N_("Sessions"))
    columns = (
        Column(head=book.say(N_("When")), width_mm=39),
        Column(head=book.say(N_("What"))),
        Column(head=book.say(N_("Room")), width_mm=40),
        Column(head=book.say(N_("Taught by")), width_mm=32),
        Column(head=book.say(N_("Seats")), width_mm=13, align="right"),
    )
    ordered = sorted(book.plan.sessions, key=lambda each: (each.date, each.half or 0, each.training))
    alike = groupby(ordered, key=lambda each: (each.date, each.half, each.at, each.training, each.room, each.trainer))
    by_id = {each.id: each for each in book.rollout.training or ()}
    rows = tuple(_sitting(tuple(sessions), by_id, book) for _, sessions in alike)
    return (heading(title), Table(columns=columns, rows=rows, caption=title))


def _sitting(sessions: Sequence[Session], by_id: Mapping[str, Training], book: Book) -> Row:
    """Return sessions that differ in nothing as a line."""
    first = sessions[0]
    training = by_id[first.training]
    room = book.rollout.room_by_id.get(first.room or training.room or "")
    trainer = first.trainer or training.trainer
    seats = book.words.number(first.seats) if first.seats is not None else "–"
    if len(sessions) > 1:
        seats = f"{len(sessions)} × {seats}"
    when = Cell(spans=(kept(_hour(first, book)),), reason=book.say(N_("fixed")) if first.is_fixed else "")
    who: Spans = (book.people.span(trainer),) if trainer else plain("–")
    others = row(training.name, room.name if room else "–", who, (kept(seats),))
    return Row(cells=(when, *others.cells))


def _hour(session: Session, book: Book) -> str:
    day = book.words.day(session.date)
    if session.at is not None:
        return book.say(N_("{day}, {time}"), day=day, time=session.at)
    if session.half is None:
        return day
    return book.say(N_("{day}, morning") if session.half == 0 else N_("{day}, afternoon"), day=day)


def _modules(book: Book) -> tuple[Node, ...]:
    """Return the modules for the audiences that this rollout teaches, by description or by plan."""
    audiences = _audiences(book)
    modules = [module for module in book.playbook.modules if module.audience in audiences]
    if not modules:
        return ()
    title = book.say(N_("What is taught"))
    columns = (
        Column(head=book.say(N_("Module"))),
        Column(head=book.say(N_("Takes")), width_mm=20),
        Column(head=book.say(N_("Days from go-live")), width_mm=32),
        Column(head=book.say(N_("It is learned when")), width_mm=50),
    )
    rows: list[Row] = []
    for audience in audiences:
        own = [module for module in modules if module.audience == audience]
        if own:
            rows.append(Row(cells=(Cell(spans=strong(book.say(AUDIENCES[audience])), columns=4),), kind="group"))
        rows += [_module(module, book) for module in own]
    source = book.say(
        N_("Lengths, days and pass marks of these modules are our defaults; change them where they do not fit.")
    )
    return (
        heading(title),
        Table(columns=columns, rows=tuple(rows), caption=title),
        Text(spans=plain(source), manner="note"),
    )


def _audiences(book: Book) -> tuple[str, ...]:
    taught = {each.audience for each in book.rollout.training or ()}
    planned = {who for task in book.playbook.tasks if task.id in book.plan.task_by_id for who in task.teaches}
    editors = ("editors",) if book.rollout.chapters else ()
    return (*(each for each in get_args(Audience) if each in taught | planned), *editors)


def _module(module: TrainingModule, book: Book) -> Row:
    name, content, verification = (
        book.own(f"modules.{module.id}.{part}") for part in ("name", "content", "verification")
    )
    length = book.words.effort(module.minutes)
    takes = f"{module.times} × {length}" if module.times > 1 else length
    cells = row((kept(takes),), _when(module, book), verification)
    return Row(cells=(Cell(spans=plain(name), reason=content), *cells.cells))


def _when(module: TrainingModule, book: Book) -> str:
    first, last = module.from_day, module.until_day
    if first < 0 < last:
        return book.say(N_("{first} before to {last} after"), first=-first, last=last)
    if first < 0:
        text = N_("{n} before") if first == last else N_("{first} to {n} before")
        return book.say(text, first=-first, n=-last)
    text = N_("{n} after") if first == last else N_("{first} to {n} after")
    return book.say(text, first=first, n=last)
