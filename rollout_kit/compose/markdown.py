"""Markdown to nodes of a document. HTML in it is text; pictures become their words; nothing is fetched."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from rollout_kit.document import Cell, Column, Group, Heading, ListOf, Node, Row, Span, Spans, Table, Text

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode


def nodes_of(text: str) -> tuple[Node, ...]:
    """Return a Markdown text as nodes.

    Headings keep their level, from 3 on all are 3. Emphasis of either kind is bold, since there are no italics.
    A link to `#anchor` stays a link; of any other the address follows its words. Rules between parts are dropped.
    """
    from markdown_it.tree import SyntaxTreeNode

    root = SyntaxTreeNode(_parser().parse(text))
    return tuple(_blocks(root.children))


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    return MarkdownIt("js-default")


def _blocks(nodes: "Sequence[SyntaxTreeNode]") -> Iterator[Node]:
    for node in nodes:
        match node.type:
            case "heading":
                yield _heading(node)
            case "paragraph":
                yield Text(spans=_spans(node.children))
            case "bullet_list" | "ordered_list":
                yield _list(node)
            case "table":
                yield _table(node)
            case "blockquote":
                yield Group(role="part", children=tuple(_blocks(node.children)))
            case "fence" | "code_block" | "html_block":
                yield Text(spans=(Span(text=node.content.strip()),))


def _heading(node: "SyntaxTreeNode") -> Heading:
    words = "".join(span.text for span in _spans(node.children))
    match node.tag:
        case "h1":
            return Heading(level=1, text=words)
        case "h2":
            return Heading(level=2, text=words)
        case _:
            return Heading(level=3, text=words)


def _list(node: "SyntaxTreeNode") -> ListOf:
    items = tuple(tuple(_blocks(item.children)) for item in node.children)
    return ListOf(items=items, manner="steps" if node.type == "ordered_list" else "bullets")


def _table(node: "SyntaxTreeNode") -> Table:
    rows = [row for part in node.children for row in part.children]
    head, *body = [[_spans(cell.children) for cell in row.children] for row in rows]
    return Table(
        columns=tuple(Column(head="".join(span.text for span in spans)) for spans in head),
        rows=tuple(Row(cells=tuple(Cell(spans=spans) for spans in row)) for row in body),
    )


def _spans(nodes: "Sequence[SyntaxTreeNode]", *, strong: bool = False) -> Spans:
    joined: list[Span] = []
    for span in (span for node in nodes for span in _inline(node, strong=strong)):
        if joined and joined[-1] == replace(span, text=joined[-1].text) and not span.link:
            joined[-1] = replace(span, text=joined[-1].text + span.text)
        elif span.text or span.line_break:
            joined.append(span)
    return tuple(joined)


def _inline(node: "SyntaxTreeNode", *, strong: bool) -> Iterator[Span]:
    match node.type:
        case "inline" | "s":
            yield from _spans(node.children, strong=strong)
        case "strong" | "em":
            yield from _spans(node.children, strong=True)
        case "softbreak":
            yield Span(text=" ", strong=strong)
        case "hardbreak":
            yield Span(line_break=True)
        case "link":
            yield from _link(node, strong=strong)
        case "image":
            yield Span(text=node.content, strong=strong)
        case _:
            yield Span(text=node.content, strong=strong)


def _link(node: "SyntaxTreeNode", *, strong: bool) -> Iterator[Span]:
    words = "".join(span.text for span in _spans(node.children))
    address = str(node.attrs.get("href", ""))
    if address.startswith("#"):
        yield Span(text=words, strong=strong, link=address[1:])
    else:
        yield Span(text=words if words == address else f"{words} ({address})", strong=strong)
