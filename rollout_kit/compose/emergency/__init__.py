"""The emergency part alone, to be kept on paper where it can be read when nothing works."""

from dataclasses import replace

from rollout_kit.assess.result import Result
from rollout_kit.compose.handbook.book import Book
from rollout_kit.compose.handbook.emergency import emergency
from rollout_kit.compose.handbook.prose import prose_of
from rollout_kit.compose.wording import document, plain
from rollout_kit.document import Document, Group, Heading, Node, Text
from rollout_kit.language.words import Words
from rollout_kit.message import N_


def compose_emergency(result: Result, words: Words) -> Document:
    """Return the chapter of the handbook over the whole width, without the notes in its margin."""
    book = Book(result=result, words=words)
    chapter = emergency(book)
    opening, rest = prose_of(chapter.key, book)
    lead = book.say(N_("Keep it on paper, where it can be read when nothing works."))
    nodes = (*opening, *chapter.noted, *chapter.full, *rest, *chapter.pages)
    children = (
        Heading(level=1, text=chapter.headline, anchor="emergency"),
        Text(spans=plain(lead), manner="lead"),
        *(_alone(node) for node in nodes),
    )
    return document(result, words, kind="emergency", kind_word=book.say(N_("Emergency part")), children=children)


def _alone(node: Node) -> Node:
    """Return a node of a chapter as it stands without it: one level higher, and without the column for notes."""
    if isinstance(node, Heading):
        return replace(node, level=2)
    if not isinstance(node, Group):
        return node
    role = "part" if node.role == "noted" else node.role
    return replace(node, role=role, children=tuple(_alone(child) for child in node.children))
