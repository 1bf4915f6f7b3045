"""The standing prose of a chapter: Markdown of the playbook, with what is known of this rollout filled in.

The Markdown is read first and filled afterwards, so that a name in the description is never taken for markup.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from rollout_kit.compose.handbook.book import Book
from rollout_kit.compose.handbook.facts import facts_of
from rollout_kit.compose.markdown import nodes_of
from rollout_kit.compose.wording import capitalised
from rollout_kit.document import Group, Heading, ListOf, Node, Row, Spans, Table, Text
from rollout_kit.language.words import NO_BREAK

PLACEHOLDER = re.compile(r"\{([a-z_0-9]+)\}")


GAP = "…"  # a place to fill in by hand
_GAP = re.compile(r" …(?: [.,;:])?")  # begins no line, nor does the sign behind it


class _Unknown(Exception):
    """A block names a fact that is not known."""


def prose_of(key: str, book: Book) -> tuple[tuple[Node, ...], tuple[Node, ...]]:
    """Return what stands before the first heading, and the rest; both empty where the playbook says nothing."""
    tag = book.words.tag
    text = book.playbook.chapters_in(tag).get(key, "")
    if tag == "de-CH":
        text = text.replace("ß", "ss")
    nodes = _without_bare_headings(_filled(nodes_of(text), facts_of(book)))
    first = next((index for index, node in enumerate(nodes) if isinstance(node, Heading)), len(nodes))
    return nodes[:first], nodes[first:]


def filled_in(text: str, facts: Mapping[str, str]) -> str:
    """Return a text to copy with its facts; one that is not known becomes a gap."""

    def value(match: re.Match[str]) -> str:
        return _in_place(facts.get(match[1], GAP), match)

    filled = PLACEHOLDER.sub(value, text).replace(f"{GAP}.", f"{GAP} .")
    return _GAP.sub(lambda match: match[0].replace(" ", NO_BREAK), filled)


def _filled(nodes: Iterable[Node], facts: Mapping[str, str]) -> list[Node]:
    found: list[Node] = []
    for node in nodes:
        try:
            filled = _fill(node, facts)
        except _Unknown:
            continue
        if filled is not None:
            found.append(filled)
    return found


def _fill(node: Node, facts: Mapping[str, str]) -> Node | None:
    match node:
        case Text(spans=spans):
            return replace(node, spans=_spans(spans, facts))
        case Heading(text=text):
            return replace(node, level=3, text=_text(text, facts))
        case ListOf():
            return _list(node, facts)
        case Table(rows=rows):
            kept_rows = tuple(_rows(rows, facts))
            return replace(node, rows=kept_rows) if kept_rows else None
        case Group(children=children):
            inside = _filled(children, facts)
            return replace(node, children=tuple(inside)) if inside else None
        case _:
            return node


def _list(node: ListOf, facts: Mapping[str, str]) -> ListOf | None:
    """Return a list without the items that name an unknown fact; steps only as a whole."""
    items = tuple(tuple(filled) for item in node.items if len(filled := _filled(item, facts)) == len(item))
    if not items or (node.manner == "steps" and len(items) < len(node.items)):
        return None
    return replace(node, items=items)


def _rows(rows: Sequence[Row], facts: Mapping[str, str]) -> Iterable[Row]:
    for row in rows:
        try:
            yield replace(row, cells=tuple(replace(cell, spans=_spans(cell.spans, facts)) for cell in row.cells))
        except _Unknown:
            continue


def _spans(spans: Spans, facts: Mapping[str, str]) -> Spans:
    return tuple(replace(span, text=_text(span.text, facts)) for span in spans)


def _text(text: str, facts: Mapping[str, str]) -> str:
    def value(match: re.Match[str]) -> str:
        if match[1] not in facts:
            raise _Unknown(match[1])
        return _in_place(facts[match[1]], match)

    return PLACEHOLDER.sub(value, text)


def _in_place(value: str, match: re.Match[str]) -> str:
    """Return a value; `the ticket system` has a capital where it begins a sentence, a name is left as it is written."""
    before = match.string[: match.start()].rstrip()
    return capitalised(value) if value.startswith("the ") and before[-1:] in ("", ".", "?", "!") else value


def _without_bare_headings(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """Drop a heading under which nothing is left."""
    followers = [*nodes[1:], Heading(level=3, text="")]
    return tuple(
        node
        for node, follower in zip(nodes, followers, strict=bool(nodes))
        if not (isinstance(node, Heading) and isinstance(follower, Heading))
    )
