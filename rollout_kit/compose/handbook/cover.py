"""The first page: whom to call, who decides, what is not included, what blocks, and which edition this is."""

from datetime import timedelta

from rollout_kit.assess.verdict import Verdict
from rollout_kit.compose.handbook.book import Book
from rollout_kit.compose.handbook.chapter import REVIEW_DAYS, sentence
from rollout_kit.compose.handbook.desk import Desk, desk_of, languages_in_words, outside_hours
from rollout_kit.compose.handbook.limits import outside_scope
from rollout_kit.compose.wording import (
    capitalised,
    hours_in_words,
    kept,
    severity_mark,
    shortened,
    strong,
    verdict_mark,
    verdict_words,
)
from rollout_kit.document import Cell, Column, Group, Heading, ListOf, Node, Row, Span, Spans, Table, Text
from rollout_kit.finding import Finding, Severity
from rollout_kit.message import N_

# What fits on one page of A4 and of Letter, with a title of three lines.
TITLE_CHARACTERS = 100
NUMBER_CHARACTERS = 17  # at 60 pt in 174 mm
MOST_BLOCKERS = 3
MOST_EXCLUSIONS = 4
BLOCKER_CHARACTERS = 110
NAME_CHARACTERS = 28  # two lines at most beside a label
LABEL_MM = 27.0


def cover(book: Book) -> Group:
    """Return the first page; it is one page however long the names are and however many blockers are open."""
    title = shortened(book.rollout.about.name, TITLE_CHARACTERS)
    return Group(
        role="cover",
        children=(
            Heading(level=1, text=title, anchor="cover"),
            Text(spans=(Span(text=_for_whom(book)),), manner="lead"),
            _call(book),
            Group(role="columns", children=(_deciders(book), _exclusions(book))),
            *_blockers(book),
            Heading(level=2, text=book.say(N_("This edition"))),
            Group(role="columns", children=(_edition(book), _agreed(book))),
        ),
    )


def _for_whom(book: Book) -> str:
    users, customer = book.rollout.users, shortened(book.rollout.customer.name, 60)
    day = book.words.full_date(book.plan.go_live)
    place = shortened(book.words.names(site.name for site in book.rollout.sites), 60)
    if users and place:
        return book.say(N_("For {users} people in {sites}, from {day}."), users=users, sites=place, day=day)
    if users:
        return book.say(N_("For {users} people of {customer}, from {day}."), users=users, customer=customer, day=day)
    return book.say(N_("For {customer}, from {day}."), customer=customer, day=day)


def _call(book: Book) -> Group:
    desk = desk_of(book.rollout)
    return Group(
        role="call",
        children=(
            Text(spans=strong(book.say(N_("If something does not work"))), manner="decide"),
            _number(desk, book),
            Group(role="columns", children=(_inside(desk, book), _outside(desk, book))),
        ),
    )


def _number(desk: Desk, book: Book) -> Text:
    if not desk.phone:
        return Text(spans=book.open(book.say(N_("the one number to call"))), manner="decide")
    if len(desk.phone) > NUMBER_CHARACTERS:
        return Text(spans=strong(shortened(desk.phone, 60)), manner="decide")
    return Text(spans=(kept(desk.phone),), manner="number")


def _inside(desk: Desk, book: Book) -> Text:
    if desk.hours is None:
        return Text(spans=book.open(book.say(N_("the hours in which somebody answers"))), manner="decide")
    hours = shortened(capitalised(hours_in_words(desk.hours, book.words)), 90)
    who = ", ".join(part for part in (desk.name, languages_in_words(desk, book)) if part)
    first = Span(text=hours, strong=True, line_break=bool(who))
    return Text(spans=(first, Span(text=shortened(who, 70))) if who else (first,), manner="decide")


def _outside(desk: Desk, book: Book) -> Text:
    what, then = outside_hours(desk, book)
    first = Span(text=shortened(what, 90), strong=True, line_break=bool(then))
    return Text(spans=(first, Span(text=then)) if then else (first,), manner="decide")


def _deciders(book: Book) -> Group:
    asked = (
        (N_("Major outage"), "major_incident"),
        (N_("Changes"), "change_approval"),
        (N_("Money, contract"), "contract"),
        (N_("Complaints"), "escalation"),
    )
    rows = tuple(_labelled(book.say(label), _decider(activity, book)) for label, activity in asked)
    return Group(role="part", children=(Heading(level=2, text=book.say(N_("Who decides"))), _facts(*rows)))


def _decider(activity: str, book: Book) -> Spans:
    """Return the one accountable person with phone; two are both named, and nobody becomes our proposal in grey."""
    line = book.line(activity)
    named = (line.accountable or ()) if line else ()
    if len(named) == 1:
        phone = book.people.phone(named[0])
        name = Span(text=shortened(book.people.name(named[0]), NAME_CHARACTERS) + (" " if phone else ""), strong=True)
        return (name, Span(text=phone, keep=True)) if phone and len(phone) <= NUMBER_CHARACTERS else (name,)
    if named:
        return (Span(mark="blocker", text=shortened(book.people.names(named), 60)),)
    proposal = book.people.name(book.cast.owner_of(activity))
    return (Span(text=book.say(N_("proposed: {name}"), name=shortened(proposal, NAME_CHARACTERS)), proposed=True),)


def _exclusions(book: Book) -> Group:
    heading = Heading(level=2, text=book.say(N_("Not included")))
    outside = outside_scope(book)
    if outside is None:
        return Group(
            role="part", children=(heading, book.open_text(book.say(N_("what the contract does not include"))))
        )
    if not outside:
        everything = book.say(N_("The contract covers every activity of this book."))
        return Group(role="part", children=(heading, Text(spans=(Span(text=everything),))))
    shown = [shortened(book.activity(id), 60) for id in outside[:MOST_EXCLUSIONS]]
    further = len(outside) - len(shown)
    items = [(Text(spans=(Span(text=name),)),) for name in shown]
    if further:
        rest = book.say(N_("and {n} more, see {chapter}"), n=further, chapter=book.own("chapters.scope.title"))
        items.append((Text(spans=(Span(text=rest, link="chapter-scope"),)),))
    return Group(role="part", children=(heading, ListOf(items=tuple(items), manner="tight")))


def _blockers(book: Book) -> tuple[Node, ...]:
    blockers = [finding for finding in book.result.findings if _blocks(finding)]
    heading = Heading(level=2, text=book.say(N_("Open blockers") if blockers else N_("Is it ready")))
    rows = [_blocker(finding, book) for finding in blockers[:MOST_BLOCKERS]]
    further = len(blockers) - MOST_BLOCKERS
    if further > 0:
        rest = book.say(N_("and {n} more, at the end of this book"), n=further)
        spans = (Span(mark="blocker", text=rest, link="findings"),)
        rows.append(Row(cells=(Cell(spans=spans), Cell())))
    flags = (Group(role="flags", children=(Table(columns=(Column(), _when()), rows=tuple(rows)),)),) if rows else ()
    return (heading, _verdict(book), *flags)


def _when() -> Column:
    return Column(width_mm=56, align="right")


def _blocks(finding: Finding) -> bool:
    return finding.state == "open" and finding.severity is Severity.BLOCKER


def _verdict(book: Book) -> Text:
    result = book.result
    counted = book.say(N_("{n} of {m} rules tested"), n=result.tested, m=result.applicable)
    word = capitalised(verdict_words(result.verdict, book.words))
    spans = [Span(mark=verdict_mark(result.verdict), text=word, strong=True), Span(text=f" · {counted}", quiet=True)]
    if result.verdict is Verdict.TOO_LITTLE_KNOWN:
        spans.append(Span(text=" · " + book.say(N_("what is missing stands at the end of this book")), quiet=True))
    return Text(spans=tuple(spans), manner="decide")


def _blocker(finding: Finding, book: Book) -> Row:
    who, day = book.cured_by(finding)
    what = sentence(book.words.text(finding.message), BLOCKER_CHARACTERS)
    name = Span(text=shortened(book.people.name(who), NAME_CHARACTERS), strong=True)
    until = (name, kept(" " + book.say(N_("by {day}"), day=day))) if day else (name,)
    return Row(cells=(Cell(spans=(Span(mark=severity_mark(finding.severity), text=what),)), Cell(spans=until)))


def _edition(book: Book) -> Group:
    as_of = book.result.case.as_of
    return _facts(
        _labelled(book.say(N_("Edition")), (kept(book.words.date(as_of), is_strong=True),)),
        _labelled(book.say(N_("Next review")), (kept(book.words.full_date(as_of + timedelta(days=REVIEW_DAYS))),)),
    )


def _agreed(book: Book) -> Group:
    """Return who signs, and when the plan lets them: a handbook is agreed by signature, never by a file."""
    task = book.plan.task_by_id.get("handbook-approve")
    day = task.ends_on if task else None
    when = book.say(N_("to be signed by {day}"), day=book.words.day(day)) if day else book.say(N_("to be signed"))
    rows = []
    for index, role in enumerate(("SO", "OL")):
        label = book.say(N_("Agreed by")) if index == 0 else ""
        name = Span(text=shortened(book.people.name(book.cast.first(role)), NAME_CHARACTERS), line_break=True)
        rows.append(_labelled(label, (name, Span(text=when, proposed=True))))
    return _facts(*rows)


def _labelled(label: str, value: Spans) -> Row:
    return Row(cells=(Cell(spans=(Span(text=label, quiet=True),)), Cell(spans=value)))


def _facts(*rows: Row) -> Group:
    return Group(role="facts", children=(Table(columns=(Column(width_mm=LABEL_MM), Column()), rows=rows),))
