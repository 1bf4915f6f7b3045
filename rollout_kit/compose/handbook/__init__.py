"""The operations handbook: first page, then a chapter per file, numbered in the order of the playbook."""

from collections.abc import Callable

from rollout_kit.assess.result import Result
from rollout_kit.compose.handbook.access import access
from rollout_kit.compose.handbook.backup import backup
from rollout_kit.compose.handbook.book import Book
from rollout_kit.compose.handbook.chapter import Chapter, framed
from rollout_kit.compose.handbook.contacts import contacts
from rollout_kit.compose.handbook.cover import cover
from rollout_kit.compose.handbook.emergency import emergency
from rollout_kit.compose.handbook.risks import risks
from rollout_kit.compose.handbook.routines import routines
from rollout_kit.compose.handbook.runbooks import runbooks
from rollout_kit.compose.handbook.scope import scope
from rollout_kit.compose.handbook.service import service
from rollout_kit.compose.handbook.support import support
from rollout_kit.compose.wording import document
from rollout_kit.document import Document
from rollout_kit.language.words import Words
from rollout_kit.message import N_

CHAPTERS: tuple[Callable[[Book], Chapter | None], ...] = (
    service,
    scope,
    contacts,
    support,
    routines,
    runbooks,
    emergency,
    backup,
    access,
    risks,
)


def compose_handbook(result: Result, words: Words) -> Document:
    """Return the handbook of a result; a chapter that has nothing to say of this rollout is not there."""
    book = Book(result=result, words=words)
    chapters = [chapter for compose_chapter in CHAPTERS if (chapter := compose_chapter(book)) is not None]
    sections = (framed(chapter, book, number) for number, chapter in enumerate(chapters, start=1))
    return document(
        result,
        words,
        kind="handbook",
        kind_word=words.say(N_("Operations handbook")),
        children=(cover(book), *sections),
    )
