"""Purpose: whose chapter is which, when each is looked at again, and how the book is changed."""

from collections.abc import Sequence
from datetime import date

from rollout_kit.compose.handbook.book import Book, row
from rollout_kit.compose.handbook.chapter import Chapter, heading, owner_span, review_of
from rollout_kit.compose.wording import kept
from rollout_kit.document import Column, Node, Span, Table
from rollout_kit.language.words import NO_BREAK
from rollout_kit.message import N_

KEY, LEAD = "purpose", "SO"


def purpose(book: Book, others: Sequence[Chapter]) -> Chapter:
    """Return the chapter, which stands before the others and lists them with itself."""
    told = ((KEY, LEAD), *((chapter.key, chapter.lead) for chapter in others))
    return Chapter(
        key=KEY,
        headline=_headline([key for key, _ in told], book),
        noted=(),
        full=_owners(told, book),
        subjects=("handbook",),
        lead=LEAD,
        doer=book.cast.first("OL") if book.rollout.people else None,
    )


def _owners(told: Sequence[tuple[str, str]], book: Book) -> tuple[Node, ...]:
    """Return the chapters with their owners; while nobody is named at all, the contents say as much."""
    if not (book.rollout.people or book.rollout.chapters):
        return ()
    return (heading(book.say(N_("Whose chapter is which"))), _table(told, book))


def _headline(keys: Sequence[str], book: Book) -> str:
    owned = sum(settings.id in keys and settings.owner is not None for settings in book.rollout.chapters)
    if owned == len(keys):
        return book.say(N_("Every chapter has an owner, and a day on which it is looked at again."))
    if not book.rollout.people and not owned:
        return book.say(N_("No chapter has an owner yet: the kickoff names one for each."))
    if not owned:
        return book.say(N_("No chapter has an owner yet; the names in grey are proposed."))
    text = N_("{n} of {m} chapters have an owner; the names in grey are proposed.")
    return book.say(text, n=owned, m=len(keys))


def _table(told: Sequence[tuple[str, str]], book: Book) -> Table:
    """Return a row per owner and day of review: most chapters of a book share both."""
    columns = (
        Column(head=book.say(N_("Owner")), width_mm=42),
        Column(head=book.say(N_("Chapters"))),
        Column(head=book.say(N_("Looked at again")), width_mm=30),
    )
    shared: dict[tuple[Span, date], list[str]] = {}
    for number, (key, lead) in enumerate(told, start=1):
        title = f"{number}{NO_BREAK}{book.own(f'chapters.{key}.title')}"
        shared.setdefault((owner_span(key, lead, book), review_of(key, book)), []).append(title)
    rows = tuple(
        row((owner,), ", ".join(titles), (kept(book.words.short_date(day)),)) for (owner, day), titles in shared.items()
    )
    return Table(columns=columns, rows=rows, caption=book.say(N_("Whose chapter is which")))
