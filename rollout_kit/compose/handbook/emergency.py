"""The emergency part: it must help on its own, printed, when nothing else works."""

from rollout_kit.compose.handbook.book import Book, facts, row
from rollout_kit.compose.handbook.chapter import Chapter, heading
from rollout_kit.compose.handbook.desk import desk_of
from rollout_kit.compose.handbook.facts import FIRST_NOTICE, NEXT_NOTICE
from rollout_kit.compose.handbook.legal import legal_clocks_of
from rollout_kit.compose.handbook.messages import outage_messages, ready_languages
from rollout_kit.compose.handbook.steps import first_steps
from rollout_kit.compose.wording import kept, strong
from rollout_kit.description.continuity import Process
from rollout_kit.document import Column, Node, Row, Span, Spans, Table
from rollout_kit.message import N_
from rollout_kit.plan.model import PersonRef


def emergency(book: Book) -> Chapter:
    """Return the chapter: command, the first hour, what comes back first, whom to tell and by when."""
    return Chapter(
        key="emergency",
        headline=_headline(book),
        noted=(
            heading(book.say(N_("Who commands"))),
            _command(book),
            heading(book.say(N_("The first hour of a major outage"))),
            *first_steps("service-down", book),
            heading(book.own("runbooks.security.title")),
            *first_steps("security", book),
            *_order(book),
            *_processes(book),
            heading(book.say(N_("Who is told, and by when"))),
            _notices(book),
            *legal_clocks_of(book),
        ),
        pages=outage_messages(book),
        subjects=(
            "processes",
            "outage_notice",
            "continuity.manual_procedure",
            "continuity.depends_on",
            "responsibilities.major_incident",
            "responsibilities.security_incident",
            "responsibilities.legal_reporting",
            "responsibilities.user_communication",
        ),
        lead="OL",
        doer=book.cast.doer_of("major_incident"),
        is_apart=True,
    )


def _headline(book: Book) -> str:
    phone = desk_of(book.rollout).phone
    decider = _one(book, "major_incident")
    if phone and decider:
        text = N_("Call {phone}. {name} decides what is stopped and what comes back first.")
        return book.say(text, phone=phone, name=book.people.name(decider))
    return book.say(N_("It is not agreed yet who is called and who decides; settle this first."))


def _one(book: Book, activity: str) -> PersonRef | None:
    line = book.line(activity)
    named = (line.accountable or ()) if line else ()
    return named[0] if len(named) == 1 else None


def _command(book: Book) -> Node:
    say, desk = book.say, desk_of(book.rollout)
    phone: Spans | None = (kept(desk.phone, is_strong=True),) if desk.phone else None
    return facts(
        book.fact(say(N_("Call first")), phone, say(N_("the one number to call"))),
        book.fact(
            say(N_("Decides")),
            _named(book, _one(book, "major_incident")),
            say(N_("who alone decides in a major outage")),
        ),
        book.fact(say(N_("In that person's absence")), _deputy(book), say(N_("who decides when that person is away"))),
        book.fact(say(N_("Leads")), _doers(book, "major_incident"), say(N_("who commands in a major outage")), "OL"),
        book.fact(
            say(N_("Speaks to users")),
            _named(book, _one(book, "user_communication")),
            say(N_("who speaks to the users")),
        ),
        book.fact(
            say(N_("Security incident")),
            _named(book, _one(book, "security_incident")),
            say(N_("who decides in a security incident")),
        ),
    )


def _named(book: Book, ref: PersonRef | None) -> Spans | None:
    if ref is None:
        return None
    phone = book.people.phone(ref)
    name = Span(text=book.people.name(ref) + (" " if phone else ""), strong=True)
    return (name, kept(phone)) if phone else (name,)


def _doers(book: Book, activity: str) -> Spans | None:
    line = book.line(activity)
    spans = [_named(book, ref) for ref in (line.responsible or ())] if line else []
    joined: list[Span] = []
    for index, pair in enumerate(pair for pair in spans if pair):
        joined += [*([Span(text=", ")] if index else []), *pair]
    return tuple(joined) or None


def _deputy(book: Book) -> Spans | None:
    decider = _one(book, "major_incident")
    deputy = book.cast.deputy_of(decider) if decider else None
    return _named(book, deputy)


# --- what comes back first -----------------------------------------------------------------------


def _order(book: Book) -> tuple[Node, ...]:
    continuity = book.rollout.continuity
    title = book.say(N_("What comes back first"))
    links = (continuity.depends_on if continuity else None) or ()
    processes = sorted((process for process in book.rollout.processes if process.tolerable_stop), key=_tolerable)
    if not links and not processes:
        return (heading(title), book.open_text(book.say(N_("the order in which things come back"))))
    columns = (
        Column(head="", width_mm=8),
        Column(head=book.say(N_("What"))),
        Column(head=book.say(N_("Back within")), width_mm=32, align="right"),
    )
    named = [(link.name, link.rto) for link in sorted(links, key=lambda link: link.rto.minutes)]
    named += [(process.name, process.tolerable_stop) for process in processes if process.tolerable_stop]
    rows = tuple(
        row(strong(str(place)), name, (kept(book.words.duration(length)),))
        for place, (name, length) in enumerate(named, start=1)
    )
    return (heading(title), Table(columns=columns, rows=rows, caption=title))


def _tolerable(process: Process) -> float:
    return process.tolerable_stop.minutes if process.tolerable_stop else 0.0


def _processes(book: Book) -> tuple[Node, ...]:
    critical = [process for process in book.rollout.processes if process.critical]
    title = book.say(N_("Working without the service"))
    if not critical:
        missing = book.say(N_("what the company lives on, and how it works without the service"))
        return (heading(title), book.open_text(missing))
    columns = (
        Column(head=book.say(N_("Process"))),
        Column(head=book.say(N_("Knows it")), width_mm=40),
        Column(head=book.say(N_("Page for working by hand")), width_mm=42),
    )
    rows = tuple(_process(process, book) for process in critical)
    return (heading(title), Table(columns=columns, rows=rows, caption=title))


def _process(process: Process, book: Book) -> Row:
    if process.manual_procedure:
        page: Spans = (Span(text=book.say(N_("printed, at the site"))),)
    else:
        page = (Span(mark="open", text=book.say(N_("not written yet"))),)
    return row(strong(process.name), book.people.names(process.key_users) or "–", page)


# --- who is told ---------------------------------------------------------------------------------


def _notices(book: Book) -> Node:
    say, rollout = book.say, book.rollout
    notice, access = rollout.provider.incident_notice, rollout.access
    rows = [
        book.fact(say(N_("Users, first notice")), _notice(book, is_first=True)),
        book.fact(say(N_("Users, next ones")), _notice(book, is_first=False)),
        book.fact(say(N_("Messages ready in")), ready_languages(book)),
        book.fact(
            say(N_("From {house}"), house=rollout.provider.name),
            say(N_("told within {length} of a security incident"), length=notice) if notice else None,
            say(N_("how soon the provider tells of a security incident")),
            "OL",
        ),
    ]
    if access and access.decision_time:
        text = say(N_("decided within {length}"), length=access.decision_time)
        rows.append(book.fact(say(N_("Legal report")), text))
    if rollout.customer.critical_infrastructure and not legal_clocks_of(book):
        clocks = say(N_("legal reporting clocks apply; authority, form and two names stand on the legal page"))
        rows.append(book.fact(say(N_("Critical infrastructure")), clocks))
    return facts(*rows)


def _notice(book: Book, *, is_first: bool) -> Spans:
    notice = book.rollout.outage_notice
    given = (notice.first if is_first else notice.updates) if notice else ()
    if given:
        return (Span(text=", ".join(f"{priority} {book.words.duration(length)}" for priority, length in given)),)
    length = FIRST_NOTICE if is_first else NEXT_NOTICE
    return (Span(text=book.say(N_("P1 {length}, our default"), length=length), proposed=True),)
