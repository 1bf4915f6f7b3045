"""Where a document can be entered: the anchors of its headings, groups and rows, and its contents."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rollout_kit.document import Document, Group, Heading, Node, Table, walk

_CHAPTER_ROLES = ("section", "wide", "sheet")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of the contents."""

    anchor: str
    number: str
    text: str


class Outline:
    """Gives out every id of a page once, and knows which places links can lead to."""

    def __init__(self, document: Document) -> None:
        self._given: set[str] = set()
        self._places: dict[int, str] = {}
        for number, node in enumerate(walk(document.children), 1):
            if isinstance(node, Heading):
                self._places[id(node)] = self._first(node.anchor) or self.unique(f"h{number}")
            elif isinstance(node, Group) and node.anchor:
                self._places[id(node)] = self._first(node.anchor)
            elif isinstance(node, Table):
                self._places |= {id(row): self._first(row.anchor) for row in node.rows if row.anchor}
        self.entries = tuple(self._contents(document.children))

    def place(self, thing: object) -> str:
        """Return the id of a heading, group or row; an anchor given twice belongs to the first."""
        return self._places.get(id(thing), "")

    def unique(self, wish: str) -> str:
        """Return an id like `wish` that no other element has."""
        name, count = _as_id(wish), 1
        while name in self._given:
            count += 1
            name = f"{_as_id(wish)}-{count}"
        self._given.add(name)
        return name

    def target(self, anchor: str) -> str:
        """Return the id a link leads to; nothing for a place that is not in this document."""
        name = _as_id(anchor)
        return name if name in self._places.values() else ""

    def _first(self, anchor: str) -> str:
        name = _as_id(anchor)
        if not name or name in self._given:
            return ""
        self._given.add(name)
        return name

    def _contents(self, nodes: Sequence[Node]) -> Iterator[Entry]:
        for node in nodes:
            if not isinstance(node, Group) or not (
                node.role in _CHAPTER_ROLES or (node.role == "part" and node.anchor)
            ):
                continue
            heading = next((child for child in walk(node.children) if isinstance(child, Heading)), None)
            if heading is not None:
                yield Entry(anchor=self._places[id(heading)], number=heading.number, text=heading.text)


def _as_id(anchor: str) -> str:
    return re.sub(r"[^\w.-]+", "-", anchor)
