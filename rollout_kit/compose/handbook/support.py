"""Support: how users reach it, who answers in which hours and languages, and what is promised per priority."""

from rollout_kit.assess.moments import length
from rollout_kit.assess.promises import chain
from rollout_kit.compose.handbook.book import Book, facts, row
from rollout_kit.compose.handbook.chapter import Chapter, heading
from rollout_kit.compose.handbook.coverage import coverage_chart, coverage_of, gaps_in_words
from rollout_kit.compose.handbook.desk import desk_of, languages_in_words, outside_hours
from rollout_kit.compose.handbook.desk_languages import desk_languages
from rollout_kit.compose.hours import hours_in_words
from rollout_kit.compose.wording import capitalised, kept, plain, short_house, strong
from rollout_kit.description.load import SupportLevel
from rollout_kit.description.service_levels import Priority, Promise
from rollout_kit.document import Cell, Column, Group, Node, Row, Span, Spans, Table
from rollout_kit.message import N_, Duration

GAPS_CHARACTERS = 110  # two lines of the headline

_CLOCKS = {"business": N_("business hours"), "calendar": N_("around the clock")}


def support(book: Book) -> Chapter:
    """Return the chapter; the priority matrix of both sides stands over the whole width."""
    return Chapter(
        key="support",
        headline=_headline(book),
        noted=(_facts(book), *_levels(book)),
        full=(*coverage_chart(book), *desk_languages(book), *_priorities(book)),
        subjects=("support", "service_levels", "load", "on_call", "hypercare", "responsibilities.service_desk"),
        lead="OL",
        doer=book.cast.first("DK"),
    )


def _headline(book: Book) -> str:
    covered = coverage_of(book)
    if covered is None:
        return book.say(N_("It is not known yet in how many hours of the week somebody answers."))
    if not covered.gap:
        return book.say(N_("Somebody answers in every hour in which users rely on the service."))
    gaps = gaps_in_words(covered, book)
    if len(gaps) <= GAPS_CHARACTERS:
        return book.say(N_("Nobody answers, although users rely on the service: {gaps}."), gaps=gaps)
    text = N_("In {n} of {m} hours a week in which users rely on the service, nobody answers.")
    return book.say(text, n=round(len(covered.gap) / 60, 1), m=round(len(covered.needed) / 60, 1))


def _facts(book: Book) -> Group:
    say, desk = book.say, desk_of(book.rollout)
    known = outside_hours(desk, book)
    otherwise = ", ".join(part for part in known if part) + "." if known else None
    phone: Spans | None = (kept(desk.phone, is_strong=True),) if desk.phone else None
    hours = capitalised(hours_in_words(desk.hours, book.words)) if desk.hours else None
    return facts(
        book.fact(say(N_("The one number")), phone, say(N_("the one number to call"))),
        book.fact(say(N_("Answered by")), desk.name or None, say(N_("the team that answers"))),
        book.fact(say(N_("Hours")), hours, say(N_("the hours in which somebody answers"))),
        book.fact(say(N_("Languages")), languages_in_words(desk, book) or None, say(N_("the languages of the desk"))),
        book.fact(say(N_("Otherwise")), otherwise, say(N_("who answers outside these hours"))),
    )


def _levels(book: Book) -> tuple[Node, ...]:
    if not book.rollout.support:
        return ()
    title = book.say(N_("Who helps whom"))
    columns = (
        Column(head=book.say(N_("Level")), width_mm=14),
        Column(head=book.say(N_("Who"))),
        Column(head=book.say(N_("People")), width_mm=16, align="right"),
        Column(head=book.say(N_("Hours")), width_mm=50),
    )
    rows = tuple(_level(level, book) for level in book.rollout.support)
    return (heading(title), Table(columns=columns, rows=rows, caption=title))


def _level(level: SupportLevel, book: Book) -> Row:
    who = level.team or level.vendor
    name = strong(book.people.name(who)) if who else (Span(mark="open", text=book.say(N_("not known"))),)
    people = book.words.number(level.staff) if level.staff is not None else "–"
    if level.hours:
        when = hours_in_words(level.hours, book.words)
    elif level.response:
        when = book.say(N_("answers within {length}"), length=level.response)
    else:
        when = "–"
    return row(strong(level.id), name, people, when)


# --- priorities of both sides --------------------------------------------------------------------


def _priorities(book: Book) -> tuple[Node, ...]:
    levels = book.rollout.service_levels
    priorities = levels.priorities if levels else ()
    title = book.say(N_("Priorities of both sides"))
    if not priorities:
        open_item = book.open_text(book.say(N_("the priorities, and what users are promised for each")))
        return (Group(role="part", children=(heading(title), open_item)),)
    rows = tuple(_priority(priority, book) for priority in priorities)
    table = Table(columns=_columns(book), rows=rows, caption=title, heads=_heads(book))
    return (Group(role="part", children=(heading(title), table)),)


def _heads(book: Book) -> tuple[tuple[str, int], ...]:
    provider = short_house(book.rollout.provider.name)
    return (
        ("", 2),
        (book.say(N_("Promised to users")), 2),
        (book.say(N_("Promised by {provider}"), provider=provider), 3),
        ("", 1),
    )


def _columns(book: Book) -> tuple[Column, ...]:
    response, resolution = book.say(N_("Answer")), book.say(N_("Solution"))
    return (
        Column(head="", width_mm=10),
        Column(head=book.say(N_("What it means"))),
        Column(head=response, width_mm=22, is_parted=True),
        Column(head=resolution, width_mm=22),
        Column(head=book.say(N_("Their word")), width_mm=17, is_parted=True),
        Column(head=response, width_mm=22),
        Column(head=resolution, width_mm=22),
        Column(head=book.say(N_("Sum")), width_mm=31, is_parted=True),
    )


def _priority(priority: Priority, book: Book) -> Row:
    promised, provided = priority.promised or Promise(), priority.provider or Promise()
    cells = (
        Cell(spans=strong(priority.id)),
        Cell(spans=plain(priority.meaning or "–")),
        _time(promised.response, promised, book),
        _time(promised.resolution, promised, book),
        Cell(spans=plain(provided.priority or "–")),
        _time(provided.response, provided, book),
        _time(provided.resolution, provided, book),
        _sum(priority, book),
    )
    return Row(cells=cells)


def _time(length: Duration | None, promise: Promise, book: Book) -> Cell:
    if length is None:
        return Cell(spans=plain("–"))
    return Cell(
        spans=(kept(book.words.duration(length)),), reason=book.say(_CLOCKS[promise.clock]) if promise.clock else ""
    )


def _sum(priority: Priority, book: Book) -> Cell:
    """Return what users really wait for an answer against the promise: handing over and the provider's answer.

    Nothing is added up where a part is unknown.
    Where the two clocks differ, the sum holds in business hours only, and says so.
    """
    added = chain(book.rollout, priority, "response")
    if added.lacking or added.promise is None:
        return Cell(spans=plain("–"))
    total, limit, is_broken = added.needed, added.promise, added.exceeds()
    waited = book.words.value(length(total))
    promise = f"{'>' if is_broken else '≤'} {book.words.value(length(limit))}"
    reason = book.say(_CLOCKS["business"]) if added.clock != added.provider_clock else ""
    return Cell(
        spans=(kept(waited, is_strong=is_broken), Span(text=" "), kept(promise, is_strong=is_broken)), reason=reason
    )
