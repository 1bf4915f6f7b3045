"""People: who they are, how they are reached, who stands in for whom, and how trouble climbs."""

from collections.abc import Sequence

from rollout_kit.compose.handbook.book import Book, row
from rollout_kit.compose.handbook.chapter import Chapter, heading
from rollout_kit.compose.handbook.ladder import BY, MOST_STEPS, after_in_words, ladder_chart
from rollout_kit.compose.handbook.matrix import matrix
from rollout_kit.compose.handbook.skills import skills
from rollout_kit.compose.wording import kept, strong
from rollout_kit.description.people import Person, Team
from rollout_kit.description.service_levels import EscalationStep
from rollout_kit.document import Cell, Column, Group, Node, Row, Span, Spans, Table, Text
from rollout_kit.message import N_, Duration, Unit, plural_message

MOST_NAMED = 3  # without a number; the others are seen in the sheet

# Our default where no ladder is written: role, and how long after the start.
USUAL_LADDER = (
    ("DK", Duration(amount=0, unit=Unit.MINUTE)),
    ("OL", Duration(amount=30, unit=Unit.MINUTE)),
    ("SO", Duration(amount=2, unit=Unit.HOUR)),
)


def contacts(book: Book) -> Chapter:
    """Return the chapter: the contact sheet over the whole width, the ladder, then the matrix on a page of its own."""
    return Chapter(
        key="contacts",
        headline=_headline(book),
        noted=(_open_numbers(book), *_ladder_table(book)),
        full=(*_ladder(book), *_sheet(book), *skills(book)),
        pages=(matrix(book),),
        subjects=("people", "teams", "escalation", "responsibilities", "critical_skills", "future"),
        lead="SO",
        doer=book.cast.first("DK"),
    )


def _headline(book: Book) -> str:
    steps = book.rollout.escalation
    if steps:
        last = max(steps, key=lambda step: step.after.minutes)
        text = N_("Whatever happens, it reaches {name} after {length} at the latest.")
        return book.say(text, name=book.people.name(last.who), length=last.after)
    return book.say(N_("Nobody has agreed yet who is called after whom; our proposal stands below."))


def _open_numbers(book: Book) -> Text:
    without = [person.id for person in _staff(book) if not person.phone]
    if not book.rollout.people:
        return book.open_text(book.say(N_("the people of both houses, with phone and deputy")))
    if without:
        names = [book.people.name(ref) for ref in without[:MOST_NAMED]]
        if further := len(without) - len(names):
            names.append(book.say(N_("{count} more"), count=further))
        return book.open_text(book.say(N_("the phone number of {names}"), names=book.words.names(names)), "DK")
    counted = plural_message(
        N_("{n} person has a number here."), N_("All {n} people have a number here."), len(_staff(book))
    )
    dialled = book.say(N_("Every number is dialled once before go-live, and again each quarter."))
    return Text(spans=(Span(text=f"{book.words.text(counted)} {dialled}"),))


def _staff(book: Book) -> list[Person]:
    return [person for person in book.rollout.people if person.organisation in ("customer", "provider")]


# --- the ladder ----------------------------------------------------------------------------------


def _ladder(book: Book) -> tuple[Node, ...]:
    """Return the picture of the ladder that is agreed."""
    steps = _in_order(book)
    return (ladder_chart(steps, book),) if 0 < len(steps) <= MOST_STEPS else ()


def _in_order(book: Book) -> list[EscalationStep]:
    return sorted(book.rollout.escalation, key=lambda step: step.after.minutes)


def _ladder_table(book: Book) -> tuple[Node, ...]:
    """Return a ladder too long for a picture, or the one that we propose."""
    steps = _in_order(book)
    if 0 < len(steps) <= MOST_STEPS:
        return ()
    title = book.say(N_("How trouble climbs"))
    columns = (
        Column(head=book.say(N_("After")), width_mm=20),
        Column(head=book.say(N_("Who is called"))),
        Column(head=book.say(N_("How")), width_mm=18),
        Column(head=book.say(N_("Number")), width_mm=38),
    )
    rows = [_step(step, book) for step in steps] or _usual_steps(book)
    table = Table(columns=columns, rows=tuple(rows), caption=title)
    if steps:
        return (heading(title), table)
    return (
        heading(title),
        book.open_text(book.say(N_("the ladder of escalation with its times"))),
        Group(role="proposed", children=(table,)),
    )


def _step(step: EscalationStep, book: Book) -> Row:
    phone = book.people.phone(step.who)
    number: Spans = (kept(phone),) if phone else (Span(mark="open", text=book.say(N_("number missing"))),)
    after = after_in_words(step.after, book)
    return row(after, (book.people.span(step.who),), book.say(BY[step.by]), number)


def _usual_steps(book: Book) -> list[Row]:
    """Return the usual ladder; whoever is called by name already is no further step."""
    rows: list[Row] = []
    called: list[str] = []
    for role, after in USUAL_LADDER:
        who = book.cast.first(role)
        if who in called and book.people.is_named(who):
            continue
        called.append(who)
        phone = book.people.phone(who) or "–"
        rows.append(
            row(
                after_in_words(after, book),
                (Span(text=book.people.name(who), proposed=True),),
                book.say(BY["phone"]),
                phone,
            )
        )
    return rows


# --- the contact sheet ---------------------------------------------------------------------------


def _sheet(book: Book) -> tuple[Node, ...]:
    rollout = book.rollout
    if not rollout.people and not rollout.teams and not rollout.vendors:
        return ()
    title = book.say(N_("Who is reached how"))
    rows: list[Row] = []
    for side in ("customer", "provider"):
        people = [person for person in rollout.people if person.organisation == side]
        teams = [team for team in rollout.teams if team.organisation == side]
        if people or teams:
            rows.append(_group(book.people.house(side)))
            rows += [_team(team, book) for team in teams] + [_person(person, book) for person in people]
    if rollout.vendors:
        rows.append(_group(book.say(N_("Third parties"))))
    for vendor in rollout.vendors:
        people = [person for person in rollout.people if person.organisation == vendor.id]
        rows.append(row(strong(vendor.name), _number(vendor.phone, book), "", ""))
        rows += [_person(person, book) for person in people]
    table = Table(columns=_columns(book), rows=tuple(rows), caption=title)
    return (heading(title), table)


def _columns(book: Book) -> tuple[Column, ...]:
    return (
        Column(head=book.say(N_("Who"))),
        Column(head=book.say(N_("Phone")), width_mm=31),
        Column(head=book.say(N_("E-mail")), width_mm=58),
        Column(head=book.say(N_("Stands in")), width_mm=29),
    )


def _group(name: str) -> Row:
    return Row(cells=(Cell(spans=strong(name), columns=4),), kind="group")


def _person(person: Person, book: Book) -> Row:
    spoken = book.words.names(book.words.language(tag) for tag in person.languages)
    reason = ", ".join(part for part in (person.title, spoken) if part)
    deputy = book.people.name(person.deputy) if person.deputy else "–"
    name = Cell(spans=strong(person.name), reason=reason)
    return Row(cells=(name, *row(_number(person.phone, book), person.email or "–", deputy).cells))


def _team(team: Team, book: Book) -> Row:
    members: Sequence[str] = team.members
    name = Cell(spans=strong(team.name), reason=book.people.names(members))
    return Row(cells=(name, *row(_number(team.phone, book), "", "").cells))


def _number(phone: str, book: Book) -> Spans:
    return (kept(phone),) if phone else (Span(mark="open", text=book.say(N_("number missing"))),)
