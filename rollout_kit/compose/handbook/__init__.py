"""The operations handbook: first page, then a chapter per file, numbered in the order of the playbook."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rollout_kit.assess.result import Result
from rollout_kit.compose.handbook.access import access
from rollout_kit.compose.handbook.backup import backup
from rollout_kit.compose.handbook.book import Book
from rollout_kit.compose.handbook.changes import changes
from rollout_kit.compose.handbook.chapter import Chapter, framed
from rollout_kit.compose.handbook.configuration import configuration
from rollout_kit.compose.handbook.contacts import contacts
from rollout_kit.compose.handbook.cover import cover
from rollout_kit.compose.handbook.emergency import emergency
from rollout_kit.compose.handbook.exit import way_out
from rollout_kit.compose.handbook.forms import forms
from rollout_kit.compose.handbook.glossary import glossary
from rollout_kit.compose.handbook.interfaces import interfaces
from rollout_kit.compose.handbook.knowledge import knowledge
from rollout_kit.compose.handbook.monitoring import monitoring
from rollout_kit.compose.handbook.objectives import objectives
from rollout_kit.compose.handbook.purpose import purpose
from rollout_kit.compose.handbook.risks import risks
from rollout_kit.compose.handbook.routines import routines
from rollout_kit.compose.handbook.runbooks import runbooks
from rollout_kit.compose.handbook.scope import scope
from rollout_kit.compose.handbook.service import service
from rollout_kit.compose.handbook.service_levels import service_levels
from rollout_kit.compose.handbook.support import support
from rollout_kit.compose.handbook.training import training
from rollout_kit.compose.handbook.unsettled import Composer, says_nothing, to_settle
from rollout_kit.compose.handbook.vendors import vendors
from rollout_kit.compose.wording import document
from rollout_kit.document import Document, Group
from rollout_kit.language.words import Words
from rollout_kit.message import N_

CHAPTERS: tuple[Composer, ...] = (
    service,
    scope,
    contacts,
    support,
    routines,
    runbooks,
    changes,
    emergency,
    backup,
    access,
    monitoring,
    configuration,
    vendors,
    knowledge,
    training,
    service_levels,
    objectives,
    interfaces,
    risks,
    way_out,
    forms,
)
"""The chapters that stand for themselves, in their order; two more speak of the others, and so are composed last."""

LAST = "forms"  # stands behind the glossary
OPEN = "risks"  # tells what chapters that are left out would ask


def compose_handbook(result: Result, words: Words) -> Document:
    """Return the handbook of a result; a chapter that has nothing to say of this rollout is not there."""
    book = Book(result=result, words=words)
    sections = _sections(_chapters(book), book)
    return document(
        result,
        words,
        kind="handbook",
        kind_word=words.say(N_("Operations handbook")),
        children=(cover(book), *sections),
    )


def _chapters(book: Book) -> tuple[Chapter, ...]:
    alone = _told([chapter for compose_chapter in CHAPTERS if (chapter := compose_chapter(book)) is not None], book)
    terms = glossary(book, alone)
    others = [
        *(chapter for chapter in alone if chapter.key != LAST),
        *((terms,) if terms else ()),
        *(chapter for chapter in alone if chapter.key == LAST),
    ]
    return (purpose(book, others), *others)


def _told(chapters: Sequence[Chapter], book: Book) -> list[Chapter]:
    """Return the chapters that have something to say; what the others ask stands in that of the open findings."""
    told = [chapter for chapter in chapters if not says_nothing(chapter.key, book)]
    if len(told) == len(chapters) or all(chapter.key != OPEN for chapter in told):
        return list(chapters)
    asked = to_settle(CHAPTERS, book)
    return [replace(each, pages=(*each.pages, *asked)) if each.key == OPEN else each for each in told]


def _sections(chapters: Sequence[Chapter], book: Book) -> Iterator[Group]:
    """Yield the chapters framed and numbered; one may follow on a page unless it or the one before stands apart."""
    was_apart = bool(chapters[0].full)  # a short first one follows on the page of the contents
    for number, chapter in enumerate(chapters, start=1):
        yield framed(chapter, book, number, follows=not (chapter.is_apart or was_apart))
        was_apart = chapter.is_apart
