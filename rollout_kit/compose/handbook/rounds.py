"""The rounds in which it is heard how things go: those agreed, and those that we propose."""

from collections.abc import Iterator
from datetime import timedelta

from rollout_kit.compose.handbook.book import Book
from rollout_kit.compose.handbook.chapter import heading
from rollout_kit.compose.wording import kept, plain, strong
from rollout_kit.description.improvement import Feedback
from rollout_kit.document import Cell, Column, Node, Row, Span, Table, Text
from rollout_kit.message import N_, message
from rollout_kit.playbook.content import FeedbackFormat

_EVERY = {
    "day": N_("every day"),
    "week": N_("every week"),
    "month": N_("every month"),
    "once": N_("twice"),
    "incident": N_("after each"),
    "ticket": N_("in the ticket"),
}


def rounds(book: Book) -> tuple[Node, ...]:
    """Return the rounds of the description, then those that the playbook proposes, in grey."""
    title = book.say(N_("Rounds and reports"))
    columns = (
        Column(head=book.say(N_("What"))),
        Column(head=book.say(N_("When")), width_mm=37),
        Column(head=book.say(N_("Takes")), width_mm=13),
        Column(head=book.say(N_("Who")), width_mm=48),
    )
    rows = (*_agreed(book), *_formats(book))
    ours = _whose(book)
    return (
        heading(title),
        Table(columns=columns, rows=rows, manner="tasks", caption=title),
        Text(spans=plain(ours), manner="note"),
    )


def _whose(book: Book) -> str:
    """Return whose figures the proposed rounds have."""
    others = tuple(
        message(N_('"{name}"'), name=book.own(f"formats.{each.id}.name"))
        for each in book.playbook.formats
        if each.mark != "D"
    )
    if not others:
        return book.say(N_("Length and rhythm of the proposed rounds are our defaults."))
    text = N_("Length and rhythm of the proposed rounds are our defaults; those of {rounds} come from others.")
    return book.say(text, rounds=others)


def _agreed(book: Book) -> Iterator[Row]:
    for each in book.rollout.feedback:
        yield Row(cells=(Cell(spans=strong(each.name), reason=_promise_of(each, book)), *_agreed_rest(each, book)))


def _promise_of(feedback: Feedback, book: Book) -> str:
    parts = []
    if feedback.users:
        parts.append(book.say(N_("with users")))
    if feedback.owner:
        parts.append(book.say(N_("led by {name}"), name=book.people.name(feedback.owner)))
    if feedback.answers_within:
        parts.append(book.say(N_("what is heard is answered within {length}"), length=feedback.answers_within))
    return "; ".join(parts)


def _agreed_rest(feedback: Feedback, book: Book) -> tuple[Cell, ...]:
    when = book.say(_EVERY[feedback.every]) if feedback.every else "–"
    since = book.say(N_("from {day} on"), day=book.words.day(feedback.starts_on)) if feedback.starts_on else ""
    names = book.people.names(feedback.participants) if feedback.participants else "–"
    takes = (kept(book.length(feedback.length) or "–"),)
    return (Cell(spans=plain(when), reason=since), Cell(spans=takes), Cell(spans=plain(names)))


def _formats(book: Book) -> Iterator[Row]:
    if not book.playbook.formats:
        return
    proposed = book.say(N_("Proposed"))
    yield Row(cells=(Cell(spans=strong(proposed), columns=4),), kind="group")
    for each in book.playbook.formats:
        yield _format(each, book)


def _format(each: FeedbackFormat, book: Book) -> Row:
    name, what = (book.own(f"formats.{each.id}.{part}") for part in ("name", "what"))
    roles = dict.fromkeys(book.cast.first(who) for who in each.who)
    takes = book.words.effort(each.minutes) if each.minutes else "–"
    cells = (
        Cell(spans=(Span(text=name, proposed=True),), reason=what),
        Cell(spans=(Span(text=book.say(_EVERY[each.every]), quiet=True),), reason=_stretch(each, book)),
        Cell(spans=(Span(text=takes, quiet=True),)),
        Cell(spans=(Span(text=book.people.names(tuple(roles)), quiet=True),)),
    )
    return Row(cells=cells)


def _stretch(each: FeedbackFormat, book: Book) -> str:
    if each.from_day is None:
        return ""
    first = _working_day(each.from_day, book)
    if each.until_day is None:
        return book.say(N_("from {day} on"), day=first)
    last = _working_day(each.until_day, book)
    if each.every == "once":
        return book.say(N_("{first_day} and {last_day}"), first_day=first, last_day=last)
    return book.say(N_("{first_day} to {last_day}"), first_day=first, last_day=last)


def _working_day(days: int, book: Book) -> str:
    """Return the day so long after go-live, or the next on which the customer works."""
    return book.words.day(book.result.case.calendars.add_working_days(book.plan.go_live + timedelta(days=days), 0))
