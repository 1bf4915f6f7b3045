"""Chapters of which the file says nothing: instead of pages of open lines, one list to fill in together."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from rollout_kit.compose.handbook.book import Book
from rollout_kit.compose.handbook.chapter import Chapter, spans_in
from rollout_kit.compose.wording import capitalised, plain, strong
from rollout_kit.document import Cell, Column, Group, Heading, Node, Row, Table, Text
from rollout_kit.message import N_

Composer = Callable[[Book], Chapter | None]

# Chapters that can be left out, and the places of the description that would give them something to say.
TOLD_BY = {
    "scope": ("provider.contract", "provider.sub_providers", "vendors"),
    "support": ("support", "service_levels", "load", "on_call", "hypercare", "teams"),
    "runbooks": ("people", "teams", "responsibilities"),
    "backup": ("continuity",),
    "access": ("access",),
}
ASKED_MM = 84.0


def says_nothing(key: str, book: Book) -> bool:
    """Whether a chapter would hold nothing but open lines and words that fit any rollout."""
    places = TOLD_BY.get(key, ())
    return bool(places) and not any(book.knows(place) for place in places)


def to_settle(composers: Sequence[Composer], book: Book) -> tuple[Node, ...]:
    """Return what the chapters that are left out would ask, each question once, with room for the answer."""
    rows: list[Row] = []
    asked: set[str] = set()
    for compose_chapter in composers:
        chapter = compose_chapter(book)
        if chapter is None or not says_nothing(chapter.key, book):
            continue
        questions = [question for question in _questions(compose_chapter, book) if question not in asked]
        asked.update(questions)
        if questions:
            title = book.own(f"chapters.{chapter.key}.title")
            rows.append(Row(cells=(Cell(spans=strong(title), columns=2),), kind="group"))
            rows += [Row(cells=(Cell(spans=plain(capitalised(question))), Cell())) for question in questions]
    if not rows:
        return ()
    title = book.say(N_("To be settled and written down"))
    why = book.say(N_("Each of these chapters is printed as soon as the description says something of it."))
    columns = (
        Column(head=book.say(N_("What is open")), width_mm=ASKED_MM),
        Column(head=book.say(N_("Agreed")), is_parted=True),
    )
    table = Table(columns=columns, rows=tuple(rows), manner="form", caption=title)
    return (Group(role="part", children=(Heading(level=3, text=title), Text(spans=plain(why), manner="small"), table)),)


def _questions(compose_chapter: Composer, book: Book) -> list[str]:
    """Return what is open without who brings it: what is marked as open and no question reads the same either way."""
    told, bare = compose_chapter(book), compose_chapter(replace(book, is_bare=True))
    if told is None or bare is None:
        return []
    return [question for question in dict.fromkeys(_open(bare)) if question not in set(_open(told))]


def _open(chapter: Chapter) -> list[str]:
    nodes = (*chapter.noted, *chapter.full, *chapter.pages)
    return [span.text for span in spans_in(nodes) if span.mark == "open"]
