"""The legal clocks that apply to the customer: what is reported to whom, by when, by whom, and how far we know it."""

from collections.abc import Sequence
from dataclasses import replace

from rollout_kit.assess.legal_clocks import LegalClock, applies, clocks_known_for
from rollout_kit.assess.moments import length
from rollout_kit.compose.handbook.book import Book, row
from rollout_kit.compose.handbook.chapter import heading
from rollout_kit.compose.wording import capitalised, kept, plain, short_house
from rollout_kit.description.quantities import MINUTES_A_DAY
from rollout_kit.document import Cell, Column, Group, Node, Row, Span, Spans, Table, Text
from rollout_kit.message import N_, Duration, Parameter, Unit

MOST_DAYS_IN_HOURS = 3  # the law says 72 hours, and people say it too

LAWS = (N_("Directive (EU) 2022/2555, Art. 23"), N_("Regulation (EU) 2016/679, Art. 33"))
"""Laws whose titles are in every language of the Union; a national one is called as its country calls it."""

_MARKS = {
    "T": N_("read in the law"),
    "E": N_("read in excerpts and summaries"),
    "K": N_("not read in a source"),
}


def legal_clocks_of(book: Book) -> tuple[Node, ...]:
    """Return what has to be reported by law; nothing where no clock is known that surely applies."""
    clocks = [clock for clock in clocks_known_for(book.rollout) if applies(clock, book.rollout)]
    if not clocks:
        return ()
    title = book.say(N_("What is reported by law"))
    columns = (
        Column(head=book.say(N_("What, and to whom"))),
        Column(head=book.say(N_("First report")), width_mm=37),
        Column(head=book.say(N_("Who reports")), width_mm=32),
    )
    rows = tuple(_row(clock, book) for clock in clocks)
    nodes = (heading(title), Table(columns=columns, rows=rows, caption=title), *_left(clocks, book), _warning(book))
    return (Group(role="part", children=nodes),)


def _left(clocks: Sequence[LegalClock], book: Book) -> tuple[Node, ...]:
    """Return what the provider's notice and the own decision leave of the shortest clock, where all are known."""
    notice, access = book.rollout.provider.incident_notice, book.rollout.access
    decision = access.decision_time if access else None
    limit = min((clock.limit for clock in clocks if clock.limit), key=lambda limit: limit.minutes, default=None)
    if notice is None or decision is None or limit is None:
        return ()
    rest = round(limit.minutes - notice.minutes - decision.minutes, 2)
    parts: dict[str, Parameter] = {
        "provider": short_house(book.rollout.provider.name), "notice": notice, "decision": decision,
        "limit": limit, "rest": length(abs(rest)),
    }  # fmt: skip
    if rest < 0:
        text = N_(
            "{notice} until {provider} tells and {decision} to decide take {rest} more than the {limit} of the law."
        )
        return (Text(spans=(Span(mark="high", text=book.say(text, **parts), strong=True),)),)
    text = N_("{notice} until {provider} tells and {decision} to decide leave {rest} of the {limit} of the law.")
    return (Text(spans=plain(book.say(text, **parts))),)


def _warning(book: Book) -> Text:
    return Text(spans=plain(book.say(N_("Laws change: have a lawyer confirm what stands here."))), manner="small")


def _row(clock: LegalClock, book: Book) -> Row:
    said = capitalised(book.words.text(clock.name))
    known = book.say(
        N_("{law}; {mark}, checked on {day}"),
        law=book.say(clock.law),
        mark=book.say(_MARKS[clock.mark]),
        day=book.words.short_date(clock.checked),
    )
    first = (
        book.say(N_("within {length} {since}"), length=clock.limit, since=clock.since)
        if clock.limit
        else book.say(N_("as soon as possible"))
    )
    then = ", ".join(book.words.duration(_in_days(length)) for length in clock.further)
    due = Cell(
        spans=(Span(text=first, strong=True),), reason=book.say(N_("then: {lengths}"), lengths=then) if then else ""
    )
    return Row(cells=(Cell(spans=plain(said), reason=known), due, *row(_reporters(book)).cells))


def _in_days(length: Duration) -> Duration:
    """Return a length of many hours in days, as people count them."""
    days = length.minutes / MINUTES_A_DAY
    return Duration(amount=days, unit=Unit.DAY) if days > MOST_DAYS_IN_HOURS and days == int(days) else length


def _reporters(book: Book) -> Spans:
    """Return who reports, else who answers for it; an open line where nobody is named."""
    line = book.line("legal_reporting")
    refs = ((line.responsible or line.accountable) if line else None) or ()
    if not refs:
        return (Span(mark="open", text=book.say(N_("nobody named yet"))),)
    spans: list[Span] = []
    for ref in refs:
        number = book.people.phone(ref)
        spans.append(Span(text=book.people.name(ref), strong=True, line_break=True))
        spans += [replace(kept(number), line_break=True)] if number else []
    return (*spans[:-1], replace(spans[-1], line_break=False))
