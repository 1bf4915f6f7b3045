"""Skills by people: who can do what the service cannot be without, and where that is one person alone."""

from collections.abc import Sequence

from rollout_kit.assess.missing_person import proficient
from rollout_kit.compose.handbook.book import Book, row
from rollout_kit.compose.handbook.chapter import heading
from rollout_kit.compose.wording import capitalised, kept, plain, short_house, strong
from rollout_kit.description.improvement import FutureRole
from rollout_kit.description.people import Person
from rollout_kit.description.responsibilities import CriticalSkill
from rollout_kit.document import Cell, Column, Group, Node, Row, Span, Spans, Table, Text
from rollout_kit.message import N_, plural_message
from rollout_kit.rules.skills_known import has_skill

ENOUGH = 2  # house value: so many people hold a skill, or it goes on holiday with the only one


def skills(book: Book) -> tuple[Node, ...]:
    """Return who can do what today, and what later roles will need; nothing of which the description says nothing."""
    return (*_today(book), *_later(book))


def _today(book: Book) -> tuple[Node, ...]:
    listed = book.rollout.critical_skills
    if not listed or not any(person.skills for person in book.rollout.people):
        return ()
    title = book.say(N_("Who can do what"))
    columns = (
        Column(head=book.say(N_("Skill"))),
        Column(head=book.say(N_("Can do it")), width_mm=50),
        Column(head=book.say(N_("Is learning it")), width_mm=50),
        Column(head="", width_mm=30),
    )
    table = Table(columns=columns, rows=tuple(_skill(skill, book) for skill in listed), caption=title)
    said = Text(spans=plain(_sentence(listed, book)), manner="small")
    return (Group(role="part", children=(heading(title), said, table)),)


def _sentence(listed: Sequence[CriticalSkill], book: Book) -> str:
    thin = sum(len(proficient(book.rollout, skill.id)) < ENOUGH for skill in listed)
    if not thin:
        return book.say(N_("Two people or more can do each of them."))
    counted = plural_message(
        N_("{n} of {m} critical skills rests on one person or nobody; who is still learning does not count."),
        N_("{n} of {m} critical skills rest on one person or nobody; who is still learning does not count."),
        thin,
        m=len(listed),
    )
    return book.words.text(counted)


def _skill(skill: CriticalSkill, book: Book) -> Row:
    able = proficient(book.rollout, skill.id)
    learning = [person.id for person in book.rollout.people if dict(person.skills).get(skill.id) == "learning"]
    what = Cell(spans=strong(capitalised(skill.covers or skill.id.replace("_", " "))))
    return Row(cells=(what, *row(_named(able, book), _named(learning, book), _state(len(able), book)).cells))


def _named(ids: Sequence[str], book: Book) -> Spans:
    """Return people one below the other, each with the house."""
    people = book.rollout.person_by_id
    lines = [_with_house(people[id], book) for id in ids]
    last = len(lines) - 1
    return tuple(Span(text=line, line_break=place < last) for place, line in enumerate(lines)) or plain("–")


def _with_house(person: Person, book: Book) -> str:
    return f"{person.name}, {short_house(book.people.house(person.organisation)).partition(' ')[0]}"


def _state(able: int, book: Book) -> Spans:
    if able >= ENOUGH:
        return ()
    if able:
        return (Span(mark="high", text=book.say(N_("one alone")), strong=True),)
    return (Span(mark="high", text=book.say(N_("nobody")), strong=True),)


# --- later ---------------------------------------------------------------------------------------


def _later(book: Book) -> tuple[Node, ...]:
    future = book.rollout.future
    if future is None or not future.roles:
        return ()
    title = book.say(N_("Roles to come"))
    columns = (
        Column(head=book.say(N_("Role"))),
        Column(head=book.say(N_("From")), width_mm=24),
        Column(head=book.say(N_("Needs")), width_mm=44),
        Column(head=book.say(N_("Candidates")), width_mm=52),
    )
    rows = tuple(_role(role, book) for role in future.roles)
    return (Group(role="part", children=(heading(title), Table(columns=columns, rows=rows, caption=title))),)


def _role(role: FutureRole, book: Book) -> Row:
    starts = kept(book.words.short_date(role.starts_on)) if role.starts_on else Span(text="–")
    candidates = [id for id in role.candidates if id in book.rollout.person_by_id]
    nobody: Spans = (Span(mark="open", text=book.say(N_("nobody named yet"))),)
    return row(strong(role.name), (starts,), _needs(role, book), _named(candidates, book) if candidates else nobody)


def _needs(role: FutureRole, book: Book) -> Spans:
    """Return the skills, in bold those that no candidate has or is learning."""
    covered = {skill.id: skill.covers for skill in book.rollout.critical_skills}
    candidates = [book.rollout.person_by_id[id] for id in role.candidates if id in book.rollout.person_by_id]
    last = len(role.skills) - 1
    return tuple(
        Span(
            text=covered.get(skill) or skill.replace("_", " "),
            strong=not any(has_skill(each, skill) for each in candidates),
            line_break=place < last,
        )
        for place, skill in enumerate(role.skills)
    ) or plain("–")
