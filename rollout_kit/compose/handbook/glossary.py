"""Glossary: the terms that this handbook uses, and the languages of the sites."""

from collections.abc import Sequence

from rollout_kit.compose.handbook.book import Book, row
from rollout_kit.compose.handbook.chapter import Chapter, heading, words_in
from rollout_kit.compose.wording import strong
from rollout_kit.document import Column, Node, Row, Table
from rollout_kit.language.words import NO_BREAK
from rollout_kit.message import N_, plural_message


def glossary(book: Book, others: Sequence[Chapter]) -> Chapter | None:
    """Return the chapter, which explains what the others say; None where they use no term of the playbook."""
    said = " ".join(words_in(chapter, book) for chapter in others).replace(NO_BREAK, " ").casefold()
    terms = [id for id in book.playbook.glossary if _is_used(id, said, book)]
    if not terms:
        return None
    counted = plural_message(
        N_("{n} word of this book explained."), N_("{n} words of this book explained."), len(terms)
    )
    return Chapter(
        key="glossary",
        headline=book.words.text(counted),
        noted=_languages(book),
        full=(_terms(terms, book),),
        subjects=("sites",),
        lead="SO",
    )


def _is_used(id: str, said: str, book: Book) -> bool:
    """Whether one of a term's beginnings of words stands in the text; it must begin a word there."""
    stems = book.own(f"glossary.{id}.stems").casefold().split(",")
    return any(_begins_a_word(stem.strip(), said) for stem in stems)


def _begins_a_word(stem: str, said: str) -> bool:
    at = said.find(stem)
    while at >= 0:
        if at == 0 or not said[at - 1].isalnum():
            return True
        at = said.find(stem, at + 1)
    return False


def _terms(ids: Sequence[str], book: Book) -> Table:
    columns = (Column(head=book.say(N_("Term")), width_mm=42), Column(head=book.say(N_("Meaning"))))
    pairs = sorted(
        ((book.own(f"glossary.{id}.term"), book.own(f"glossary.{id}.meaning")) for id in ids),
        key=lambda pair: pair[0].casefold(),
    )
    rows = tuple(row(strong(term), meaning) for term, meaning in pairs)
    return Table(columns=columns, rows=rows, caption=book.say(N_("Terms")))


def _languages(book: Book) -> tuple[Node, ...]:
    sites = [site for site in book.rollout.sites if site.languages]
    if not sites:
        return ()
    title = book.say(N_("Languages of the sites"))
    columns = (
        Column(head=book.say(N_("Language")), width_mm=42),
        Column(head=book.say(N_("People")), width_mm=20, align="right"),
        Column(head=book.say(N_("Where"))),
    )
    rows: list[Row] = []
    for tag in dict.fromkeys(tag for site in sites for tag, _ in site.languages):
        spoken = [(site.name, people) for site in sites for language, people in site.languages if language == tag]
        where = ", ".join(f"{site} {people}" for site, people in spoken)
        rows.append(row(book.words.language(tag), str(sum(people for _, people in spoken)), where))
    return (heading(title), Table(columns=columns, rows=tuple(rows), caption=title))
