"""Changes: who approves and carries them out, on which days nothing is changed, and how long the way back takes."""

from collections.abc import Iterator
from datetime import date, timedelta

from rollout_kit.compose.handbook.book import Book, facts, row
from rollout_kit.compose.handbook.chapter import Chapter, heading
from rollout_kit.compose.wording import kept, strong
from rollout_kit.description.continuity import Rollback
from rollout_kit.document import Column, Node, Row, Span, Spans, Table
from rollout_kit.message import N_, Duration, Unit, plural_message, verbatim

_ACTIVITIES = ("change_approval", "change_execution", "release")


def changes(book: Book) -> Chapter | None:
    """Return the chapter; None where nothing is known of approval, freezes and the way back."""
    lines = [line for activity in _ACTIVITIES if (line := book.line(activity))]
    if not lines and not book.rollout.customer.freeze and _rollback_of(book) is None:
        return None
    return Chapter(
        key="changes",
        headline=_headline(book),
        noted=(
            heading(book.say(N_("Who approves what"))),
            _kinds(book),
            *_way_back(book),
        ),
        full=(heading(book.say(N_("Calendar of changes"))), _calendar(book)),
        subjects=(
            "customer.freeze",
            "continuity.rollback",
            *(f"responsibilities.{activity}" for activity in _ACTIVITIES),
        ),
        lead="OL",
        doer=book.cast.doer_of("change_execution"),
    )


def _rollback_of(book: Book) -> Rollback | None:
    return book.rollout.continuity.rollback if book.rollout.continuity else None


def _headline(book: Book) -> str:
    frozen = sum((freeze.ends_on - freeze.starts_on).days + 1 for freeze in book.rollout.customer.freeze)
    approver = _one(book, "change_approval")
    if approver is None:
        return book.say(N_("It is not agreed yet who alone approves a change."))
    if not frozen:
        return book.say(N_("{name} approves every change."), name=book.people.name(approver))
    counted = plural_message(
        N_("{name} approves every change; on one day nothing is changed."),
        N_("{name} approves every change; on {n} days nothing is changed."),
        frozen,
        name=verbatim(book.people.name(approver)),
    )
    return book.words.text(counted)


def _one(book: Book, activity: str) -> str | None:
    line = book.line(activity)
    named = (line.accountable or ()) if line else ()
    return named[0] if len(named) == 1 else None


# --- kinds of changes ----------------------------------------------------------------------------


def _kinds(book: Book) -> Table:
    say = book.say
    columns = (
        Column(head=say(N_("Kind"))),
        Column(head=say(N_("Approves")), width_mm=38),
        Column(head=say(N_("Carries it out")), width_mm=38),
    )
    doers = _doers(book, "change_execution")
    rows = (
        _kind(say(N_("usual")), say(N_("done before, written down, a way back in minutes")), _nobody(book), doers),
        _kind(say(N_("normal")), say(N_("everything else")), _approver(book, "change_approval"), doers),
        _kind(
            say(N_("release")), say(N_("new version or function")), _approver(book, "release"), _doers(book, "release")
        ),
        _kind(
            say(N_("urgent")),
            say(N_("to end an outage; written down on the next working day")),
            _approver(book, "major_incident"),
            _doers(book, "major_incident"),
        ),
    )
    return Table(columns=columns, rows=rows, caption=say(N_("Who approves what")))


def _kind(name: str, what: str, approves: Spans, does: Spans) -> Row:
    return row((Span(text=f"{name}: ", strong=True), Span(text=what)), approves, does)


def _nobody(book: Book) -> Spans:
    return (Span(text=book.say(N_("nobody; approved once for all"))),)


def _approver(book: Book, activity: str) -> Spans:
    named = _one(book, activity)
    return strong(book.people.name(named)) if named else _not_assigned(book)


def _doers(book: Book, activity: str) -> Spans:
    line = book.line(activity)
    named = (line.responsible or ()) if line else ()
    return (Span(text=book.people.names(named)),) if named else _not_assigned(book)


def _not_assigned(book: Book) -> Spans:
    return (Span(mark="open", text=book.say(N_("not assigned"))),)


# --- calendar ------------------------------------------------------------------------------------


def _calendar(book: Book) -> Table:
    columns = (
        Column(head=book.say(N_("From")), width_mm=29),
        Column(head=book.say(N_("Until")), width_mm=29),
        Column(head=book.say(N_("What"))),
        Column(head=book.say(N_("Changes")), width_mm=48),
    )
    rows = (_entry(*entry, book) for entry in sorted(_entries(book), key=lambda entry: entry[:2]))
    return Table(columns=columns, rows=tuple(rows), caption=book.say(N_("Calendar of changes")))


def _entries(book: Book) -> Iterator[tuple[date, date, str, str]]:
    say, rollout, go_live = book.say, book.rollout, book.plan.go_live
    nothing, this_only = say(N_("none")), say(N_("only those of go-live"))
    for freeze in rollout.customer.freeze:
        yield freeze.starts_on, freeze.ends_on, freeze.why or say(N_("Freeze")), nothing
    if rollout.pilot and rollout.pilot.starts_on and rollout.pilot.ends_on:
        yield rollout.pilot.starts_on, rollout.pilot.ends_on, say(N_("Pilot")), say(N_("only those of the pilot"))
    yield go_live - timedelta(days=1), go_live + timedelta(days=1), say(N_("Go-live")), this_only
    reserve = rollout.about.go_live_reserve
    if reserve:
        yield reserve, reserve, say(N_("Reserve date")), say(N_("as go-live, if it moves"))
    for wave in rollout.load.waves if rollout.load else ():
        if wave.date != go_live:
            site = rollout.site_by_id.get(wave.site or "")
            text = say(N_("Wave: {people} people, {site}"), people=wave.users, site=site.name if site else "–")
            yield wave.date, wave.date, text, this_only


def _entry(starts_on: date, ends_on: date, what: str, changed: str, book: Book) -> Row:
    until = (kept(book.words.short_date(ends_on)),) if ends_on != starts_on else ()
    return row((kept(book.words.short_date(starts_on)),), until, what, changed)


# --- the way back --------------------------------------------------------------------------------


def _way_back(book: Book) -> tuple[Node, ...]:
    rollback = _rollback_of(book)
    if rollback is None:
        return ()
    say = book.say
    window = book.length(rollback.point_of_no_return)
    return (
        heading(say(N_("The way back on go-live day"))),
        facts(
            book.fact(say(N_("Going back takes")), book.words.duration(rollback.takes)),
            book.fact(say(N_("Time left at the point of no return")), window, say(N_("the point of no return"))),
            *_spare(rollback, book),
            book.fact(say(N_("Proposes it")), (book.people.span(book.cast.first("OL")),)),
            book.fact(say(N_("Decides it alone")), (book.people.span(book.cast.first("DM")),)),
        ),
    )


def _spare(rollback: Rollback, book: Book) -> tuple[Row, ...]:
    if rollback.point_of_no_return is None:
        return ()
    minutes = rollback.point_of_no_return.minutes - rollback.takes.minutes
    amount = abs(minutes)
    length = (
        Duration(amount=amount / 60, unit=Unit.HOUR) if amount % 60 == 0 else Duration(amount=amount, unit=Unit.MINUTE)
    )
    if minutes < 0:
        return (book.fact(book.say(N_("To spare")), strong(book.say(N_("{length} too little"), length=length))),)
    return (book.fact(book.say(N_("To spare")), (kept(book.words.duration(length)),)),)
