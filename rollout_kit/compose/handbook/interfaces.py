"""Interfaces: who hands work to whom, in what way, and what both have agreed at least."""

from rollout_kit.compose.handbook.book import Book, facts, row
from rollout_kit.compose.handbook.chain_of_teams import bottleneck, chain_of_teams
from rollout_kit.compose.handbook.chapter import Chapter, heading
from rollout_kit.compose.hours import hours_in_words
from rollout_kit.compose.wording import kept, strong
from rollout_kit.description.improvement import Interface
from rollout_kit.document import Column, Group, Heading, Node, Row, Span, Spans, Table
from rollout_kit.message import N_, Duration, Percent, plural_message

_MODES = {
    "collaboration": N_("they work on it together"),
    "as_a_service": N_("one orders, the other delivers"),
    "facilitating": N_("one helps the other to become able to do it"),
}
_STANDARDS = {
    "ticket-fields": N_("the same fields in every ticket"),
    "naming": N_("the same names for the same things"),
    "documentation-place": N_("one place for what is written down"),
    "change-calendar": N_("one calendar of changes"),
}


def interfaces(book: Book) -> Chapter | None:
    """Return the chapter; None where the file names neither interfaces nor teams."""
    rollout = book.rollout
    if not rollout.interfaces and not rollout.teams:
        return None
    return Chapter(
        key="interfaces",
        headline=_headline(book),
        noted=(
            *_teams(book),
            *chain_of_teams(book),
            *(_sheet(interface, book) for interface in rollout.interfaces),
            *_standards(book),
        ),
        subjects=("interfaces", "teams"),
        lead="OL",
    )


def _headline(book: Book) -> str:
    known = book.rollout.interfaces
    if not known:
        return book.say(N_("The teams are known; how work passes between them is not agreed yet."))
    slowest = bottleneck(book)
    if slowest is not None and slowest.wait and slowest.work:
        return _told(slowest, slowest.wait, slowest.work, book)
    silent = sum(interface.response is None for interface in known)
    if silent:
        counted = plural_message(
            N_("At one place where work changes hands no time of answer is agreed."),
            N_("At {n} places where work changes hands no time of answer is agreed."),
            silent,
        )
        return book.words.text(counted)
    counted = plural_message(
        N_("Work changes hands at one place, and a time of answer is agreed."),
        N_("Work changes hands at {n} places, each with a time of answer."),
        len(known),
    )
    return book.words.text(counted)


def _told(slowest: Interface, wait: Duration, work: Duration, book: Book) -> str:
    giver, taker = book.people.name(slowest.giver), book.people.name(slowest.taker)
    if len(book.rollout.interfaces) == 1:
        text = N_("From {giver} to {taker} work waits {wait} and is worked at for {work}.")
    else:
        text = N_("Most time goes by from {giver} to {taker}: work waits {wait} and is worked at for {work}.")
    return book.say(text, giver=giver, taker=taker, wait=wait, work=work)


def _teams(book: Book) -> tuple[Node, ...]:
    if not book.rollout.teams:
        return ()
    title = book.say(N_("Teams"))
    columns = (
        Column(head=book.say(N_("Team"))),
        Column(head=book.say(N_("Members")), width_mm=42),
        Column(head=book.say(N_("Number")), width_mm=34),
    )
    rows = []
    for team in book.rollout.teams:
        phone = kept(team.phone) if team.phone else None
        names = book.people.names(team.members)
        rows.append(row(strong(team.name), names or _open(book, N_("nobody named yet")), (phone,) if phone else "–"))
    return (heading(title), Table(columns=columns, rows=tuple(rows), caption=title))


def _open(book: Book, text: str) -> Spans:
    return (Span(mark="open", text=book.say(text)),)


def _sheet(interface: Interface, book: Book) -> Group:
    """Return the sheet of two teams: how they work together, with what times."""
    say, words = book.say, book.words
    name = say(
        N_("{giver} to {taker}"), giver=book.people.name(interface.giver), taker=book.people.name(interface.taker)
    )
    mode = say(_MODES[interface.mode]) if interface.mode else None
    if mode and interface.until:
        mode = say(N_("{mode}, until {day}"), mode=mode, day=interface.until)
    rows = [
        book.fact(say(N_("How")), mode, say(N_("in what way the two work together")), "OL"),
        book.fact(say(N_("Channel")), interface.channel or None, say(N_("on what channel the two meet")), "OL"),
        book.fact(
            say(N_("Answers within")), book.length(interface.response), say(N_("how fast an answer comes")), "OL"
        ),
        *_optional(say(N_("Hours")), hours_in_words(interface.hours, words) if interface.hours else "", book),
        *_optional(say(N_("Written down in")), interface.documentation, book),
        *_optional(say(N_("Work that arrives")), _arrivals(interface, book), book),
        *_optional(say(N_("Of its time")), _flow(interface, book), book),
    ]
    return Group(role="part", children=(Heading(level=3, text=name), facts(*rows)))


def _optional(label: str, value: str, book: Book) -> tuple[Row, ...]:
    return (book.fact(label, value),) if value else ()


def _arrivals(interface: Interface, book: Book) -> str:
    if interface.arrivals_per_week is None:
        return ""
    return book.say(N_("{n} a week"), n=interface.arrivals_per_week)


def _flow(interface: Interface, book: Book) -> str:
    """Return how much of its time handed-over work is worked at; the rest it waits."""
    if interface.wait is None or interface.work is None or not interface.wait.minutes + interface.work.minutes:
        return ""
    share = interface.work.minutes / (interface.wait.minutes + interface.work.minutes)
    text = N_("{share} is work ({work}), the rest waits ({wait})")
    return book.say(text, share=Percent(round(share, 2)), work=interface.work, wait=interface.wait)


def _standards(book: Book) -> tuple[Node, ...]:
    """Return the minimum standards with the pairs of teams that have agreed on each."""
    known = book.rollout.interfaces
    if not known:
        return ()
    title = book.say(N_("Minimum standards"))
    columns = (Column(head=book.say(N_("Standard"))), Column(head=book.say(N_("Agreed between")), width_mm=62))
    own = dict.fromkeys(
        standard for interface in known for standard in interface.standard if standard not in _STANDARDS
    )
    rows = tuple(_standard(standard, book) for standard in (*_STANDARDS, *own))
    return (Group(role="part", children=(heading(title), Table(columns=columns, rows=rows, caption=title))),)


def _standard(standard: str, book: Book) -> Row:
    name = book.say(_STANDARDS[standard]) if standard in _STANDARDS else standard
    pairs = [
        book.people.names((interface.giver, interface.taker))
        for interface in book.rollout.interfaces
        if standard in interface.standard
    ]
    return row(name, "; ".join(pairs) or _open(book, N_("not agreed yet")))
