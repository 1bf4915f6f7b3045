"""A document tree as a person reads it: one line per block, marks in square brackets."""

from collections.abc import Iterator, Sequence

from rollout_kit.document import (
    Cell,
    Checklist,
    Document,
    Field,
    Group,
    Heading,
    ListOf,
    Node,
    Note,
    Span,
    Table,
    Text,
)

NO_BREAK = "\u00a0"


def as_text(document: Document) -> str:
    """Return the whole document."""
    head = [document.title, f"{document.houses}", document.edition_line, document.footer]
    return "\n".join([*head, *_lines(document.children, 0)]).replace(NO_BREAK, " ") + "\n"


def words_of(nodes: Sequence[Node]) -> str:
    """Return the nodes as text."""
    return "\n".join(_lines(nodes, 0)).replace(NO_BREAK, " ")


def _lines(nodes: Sequence[Node], depth: int) -> Iterator[str]:
    for node in nodes:
        yield from (f"{'  ' * depth}{line}" for line in _block(node))


def _block(node: Node) -> Iterator[str]:
    match node:
        case Heading():
            yield f"{'#' * node.level} {node.number} {node.text}".replace("#  ", "# ")
        case Text():
            yield f"{node.manner}: {_spans(node.spans)}"
        case ListOf():
            yield from ("- " + " / ".join(_lines(item, 0)) for item in node.items)
        case Table():
            yield from _table(node)
        case _:
            yield from _others(node)


def _table(table: Table) -> Iterator[str]:
    if any(column.head for column in table.columns):
        yield "|| " + " | ".join(column.head for column in table.columns)
    for row in table.rows:
        yield f"| {'= ' if row.kind != 'plain' else ''}" + " | ".join(_cell(cell) for cell in row.cells)


def _others(node: Node) -> Iterator[str]:
    match node:
        case Note():
            for line in node.lines:
                yield f"> {_spans(line)}"
        case Group():
            yield f"<{node.role}>"
            yield from _lines(node.children, 1)
            if node.sheet:
                yield from (f"foot: {line}" for line in (node.sheet.qr, *node.sheet.lines))
        case _:
            yield from _form(node)


def _form(node: Node) -> Iterator[str]:
    match node:
        case Checklist():
            for decision in node.decisions:
                yield f"[ ] {decision.question} / {decision.proposal} / {decision.otherwise} / {decision.decider}"
            for attendee in node.attendees:
                yield f"[ ] {attendee.name} / {attendee.role}"
        case Field():
            yield f"____ {node.kind} {node.label} {node.house} {node.words} {node.lines}"


def _cell(cell: Cell) -> str:
    return _spans(cell.spans) + (f" ({cell.reason})" if cell.reason else "")


def _spans(spans: Sequence[Span]) -> str:
    return "".join(_span(span) for span in spans)


def _span(span: Span) -> str:
    text = (span.letter or "") + span.text
    if span.strong:
        text = f"*{text}*"
    if span.proposed:
        text = f"~{text}~"
    return (f"[{span.mark}] " if span.mark else "") + text + (" / " if span.line_break else "")
