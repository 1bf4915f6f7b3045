"""What is done every day, week, month and quarter, by whom, and how one sees that it was done."""

from rollout_kit.compose.handbook.book import Book, row
from rollout_kit.compose.handbook.chapter import Chapter, heading
from rollout_kit.compose.wording import kept, plain
from rollout_kit.document import Cell, Column, Node, Row, Span, Table
from rollout_kit.message import N_
from rollout_kit.playbook.model import Routine

_EVERY = {
    "day": N_("every day"),
    "week": N_("every week"),
    "month": N_("every month"),
    "quarter": N_("every quarter"),
}
_TIMES_A_YEAR = {"day": 250, "week": 52, "month": 12, "quarter": 4}  # house value: 250 working days
_WEEKS_A_YEAR = 52


def routines(book: Book) -> Chapter:
    """Return the chapter."""
    return Chapter(
        key="routines",
        headline=_headline(book),
        noted=(_table(book), *_quiet_days(book)),
        full=_dates(book),
        subjects=(
            "customer.freeze",
            "responsibilities.monitoring",
            "responsibilities.patching",
            "responsibilities.reporting",
        ),
        lead="OL",
        doer=book.cast.first("DK"),
    )


def _headline(book: Book) -> str:
    minutes = sum(routine.minutes * _TIMES_A_YEAR[routine.every] for routine in book.playbook.routines) / _WEEKS_A_YEAR
    text = N_("Normal operation takes {effort} a week, and every routine leaves a trace.")
    return book.say(text, effort=book.words.effort(round(minutes / 15) * 15))


def _table(book: Book) -> Table:
    columns = (
        Column(head=book.say(N_("When")), width_mm=19),
        Column(head=book.say(N_("What"))),
        Column(head=book.say(N_("Who")), width_mm=32),
        Column(head=book.say(N_("Takes")), width_mm=13, align="right"),
    )
    rows = tuple(_routine(routine, book) for routine in book.playbook.routines)
    return Table(columns=columns, rows=rows, caption=book.say(N_("Routines")))


def _routine(routine: Routine, book: Book) -> Row:
    """Return a routine; what proves it stands below its name, as with the milestones of the plan."""
    name, proof = (book.own(f"routines.{routine.id}.{part}") for part in ("name", "proof"))
    others = row(
        (book.people.span(book.cast.first(routine.who)),),
        (kept(book.words.effort(routine.minutes)),),
    )
    what = Cell(spans=plain(name), reason=proof)
    return Row(cells=(*row(book.say(_EVERY[routine.every])).cells, what, *others.cells))


def _quiet_days(book: Book) -> tuple[Node, ...]:
    freezes = book.rollout.customer.freeze
    title = book.say(N_("When nothing is changed"))
    if not freezes:
        return (heading(title), book.open_text(book.say(N_("the days on which nothing may be changed"))))
    columns = (
        Column(head=book.say(N_("From")), width_mm=32),
        Column(head=book.say(N_("Until")), width_mm=32),
        Column(head=book.say(N_("Why"))),
    )
    rows = tuple(
        row((kept(book.words.date(freeze.starts_on)),), (kept(book.words.date(freeze.ends_on)),), freeze.why or "–")
        for freeze in sorted(freezes, key=lambda freeze: freeze.starts_on)
    )
    return (heading(title), Table(columns=columns, rows=rows, caption=title))


def _dates(book: Book) -> tuple[Node, ...]:
    """Return what the plan has dated after its end: reviews, renewals, the end of the contract's notice."""
    later = [item for item in book.plan.later if item.until is None]
    if not later:
        return ()
    title = book.say(N_("Dates ahead"))
    columns = (
        Column(head=book.say(N_("On")), width_mm=27),
        Column(head=book.say(N_("What"))),
        Column(head=book.say(N_("Who")), width_mm=60),
    )
    rows = tuple(
        row(
            (kept(book.words.short_date(item.date)),),
            book.words.text(item.name),
            (Span(text=book.people.names(item.who) or "–"),),
        )
        for item in sorted(later, key=lambda item: (item.date, item.id))
    )
    return (heading(title), Table(columns=columns, rows=rows, caption=title))
