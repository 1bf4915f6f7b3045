"""Messages to copy: the playbook's texts with what is known filled in, and gaps for what only the day will tell."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from rollout_kit.compose.handbook.agendas import acting
from rollout_kit.compose.handbook.book import Book
from rollout_kit.compose.handbook.chapter import heading
from rollout_kit.compose.handbook.facts import facts_of
from rollout_kit.compose.handbook.prose import filled_in
from rollout_kit.compose.wording import capitalised, kept
from rollout_kit.description.continuity import UserMessage
from rollout_kit.document import Group, Heading, Node, Span, Spans, Text
from rollout_kit.message import N_, message
from rollout_kit.plan.model import Task
from rollout_kit.playbook.check import ROLES
from rollout_kit.playbook.content import MessageTemplate

_READERS = {
    "users": N_("everybody who works with it"),
    "managers": N_("the managers"),
    "key_users": N_("the key users"),
    "pilot": N_("the people of the pilot"),
    "session": N_("the participants of a session"),
    "authority": N_("the authority"),
    "vendor": N_("the vendor"),
}
_OF_FILE = {"users": "users", "managers": "managers", "key_users": "key_users"}


def outage_messages(book: Book) -> tuple[Node, ...]:
    """Return what is sent in an outage, in the language of the document."""
    templates = [template for template in book.playbook.messages if template.is_for_outage]
    if not templates:
        return ()
    title = heading(book.say(N_("Messages that are ready: fill the gaps, send")))
    return (title, *_beside_each_other(templates, book))


def messages_to_copy(book: Book) -> tuple[Node, ...]:
    """Return the other messages in the order in which they are sent, with the days on which they are."""
    templates = [template for template in book.playbook.messages if not template.is_for_outage]
    if not templates:
        return ()
    return (heading(book.say(N_("Messages to copy"))), *_beside_each_other(templates, book))


def ready_languages(book: Book) -> Spans:
    """Return the languages in which messages of an outage are ready, and as an open item those of sites that lack one.

    Ready are that of this document, which prints them, and those that the file names.
    """
    notice = book.rollout.outage_notice
    ready = tuple(dict.fromkeys((_base(book.words.tag), *map(_base, notice.templates if notice else ()))))
    spoken = dict.fromkeys(_base(tag) for site in book.rollout.sites for tag, people in site.languages if people)
    missing = tuple(book.words.language(tag) for tag in spoken if tag not in ready)
    there = book.words.names(book.words.language(tag) for tag in ready)
    if not missing:
        return (Span(text=there),)
    return (
        Span(text=there, line_break=True),
        *book.open(book.say(N_("these messages in {languages}"), languages=missing)),
    )


def _base(tag: str) -> str:
    return tag.partition("-")[0]


def _beside_each_other(templates: Sequence[MessageTemplate], book: Book) -> Iterator[Group]:
    """Yield two messages beside each other, never torn; one that is left over has the whole width."""
    facts = facts_of(book)
    for pair in (templates[n : n + 2] for n in range(0, len(templates), 2)):
        sides = tuple(_message(template, facts, book) for template in pair)
        yield Group(role="part", children=(Group(role="columns", children=sides),))


def _message(template: MessageTemplate, facts: Mapping[str, str], book: Book) -> Group:
    sender = book.cast.first(template.sender)
    known = dict(facts) | ({"sender": book.people.name(sender)} if book.people.is_named(sender) else {})

    def written(part: str) -> str:
        return filled_in(book.words.spelled(_text(f"messages.{template.id}.{part}", book)), known)

    reader = message(_READERS[template.audience])
    names = book.say(N_("From {sender} to {reader}"), sender=_sender(template, book), reader=reader)
    subject = (Span(text=book.say(N_("Subject:")) + " ", quiet=True), Span(text=written("subject"), strong=True))
    paragraphs = (Text(spans=(Span(text=text),)) for text in written("body").strip().split("\n\n"))
    children: tuple[Node, ...] = (
        Heading(level=3, text=written("name")),
        Text(
            spans=(
                Span(text=names, line_break=True),
                Span(text=capitalised(written("when")), line_break=True),
                *_dates(template, book),
            ),
            manner="note",
        ),
        Text(spans=subject),
        *paragraphs,
    )
    return Group(role="part", children=children)


def _sender(template: MessageTemplate, book: Book) -> str:
    """Return who sends a message: a name, else the role, else only the house."""
    ref = book.cast.first(template.sender)
    if book.people.is_named(ref) or template.sender in ROLES:
        return acting(template.sender, book).text
    return book.people.house(book.people.side(ref))


def _text(key: str, book: Book) -> str:
    return book.playbook.texts_in(book.words.tag)[key]


# --- on which days -------------------------------------------------------------------------------


def _dates(template: MessageTemplate, book: Book) -> Iterator[Span]:
    """Yield the days that the file names for such a message, else the one that follows from the plan."""
    named = [each for each in book.rollout.messages if _is_meant(each, template)]
    if named:
        for number, each in enumerate(sorted(named, key=lambda each: each.date)):
            yield Span(text=", " if number else "")
            yield kept(_in_language(each, book), is_strong=True)
    elif (day := planned_day(template, book)) is not None:
        yield kept(book.words.full_date(day), is_strong=True)


def _is_meant(each: UserMessage, template: MessageTemplate) -> bool:
    return each.kind == template.kind and _OF_FILE.get(each.audience) == template.audience


def _in_language(each: UserMessage, book: Book) -> str:
    day = book.words.date(each.date)
    return f"{day} ({book.words.language(each.language)})" if each.language else day


def planned_day(template: MessageTemplate, book: Book) -> date | None:
    """Return the day of a message that hangs on go-live or on a task; None without one, or before the plan begins."""
    if template.days is None:
        return None
    anchor = book.plan.go_live
    if template.task is not None:
        task = book.plan.task_by_id.get(template.task)
        edge = _edge(task, template.days, book) if task else None
        if edge is None:
            return None
        anchor = edge
    day = book.result.case.calendars.add_working_days(anchor, template.days)
    return day if day >= book.plan.first_day else None


def _edge(task: Task, days: int, book: Book) -> date | None:
    """Return the first or last day of a task; the pilot lasts as long as the file says, not as the plan works at it."""
    pilot = book.rollout.pilot if task.landmark == "pilot" else None
    if days > 0:
        return (pilot.ends_on if pilot else None) or task.ends_on
    return (pilot.starts_on if pilot else None) or task.starts_on
