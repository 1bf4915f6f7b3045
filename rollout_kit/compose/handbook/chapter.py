"""The frame of a chapter: number and title, the note in the margin, one sentence, then what there is to know."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain

from rollout_kit.compose.handbook.book import Book
from rollout_kit.compose.handbook.length import is_long
from rollout_kit.compose.handbook.prose import prose_of
from rollout_kit.compose.wording import (
    capitalised,
    clause,
    evidence_mark,
    evidence_word,
    severity_mark,
    strong,
)
from rollout_kit.document import Following, Group, Heading, ListOf, Node, Note, Span, Spans, Table, Text, walk
from rollout_kit.finding import Finding, Severity
from rollout_kit.message import N_, plural_message
from rollout_kit.plan.model import PersonRef

REVIEW_DAYS = 90  # our default: a quarter
MOST_CODES = 3  # a note in the margin has six lines of 36 mm


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """What a chapter says before it gets its frame.

    `noted` stands beside the notes in the margin (132 mm), `full` below it over the whole width; then comes the
    standing prose, and `pages` after that. `lead` is the role
    that owns the chapter where the file names nobody, `doer` who does the work, if one can be said. `subjects` are
    the dotted paths of the description that it tells; findings and evidence are taken from there. One that `is_apart`
    shares its pages with no other chapter, so that they can be taken out.
    """

    key: str
    headline: str
    noted: tuple[Node, ...]
    full: tuple[Node, ...] = ()
    pages: tuple[Node, ...] = ()
    lead: str = "SO"
    doer: PersonRef | None = None
    subjects: tuple[str, ...]
    is_apart: bool = False


def framed(chapter: Chapter, book: Book, number: int, *, follows: bool = False) -> Group:
    """Return the chapter as a section that begins a new page, or `follows` on the page where the last one ends."""
    title = book.own(f"chapters.{chapter.key}.title")
    anchor = f"chapter-{chapter.key}"
    heading = Heading(level=2, text=title, anchor=anchor, number=str(number))
    headline = Text(spans=strong(chapter.headline), manner="decide")
    opening, rest = prose_of(chapter.key, book)
    beside = (_margin(chapter, book), headline, *opening, *chapter.noted)
    if chapter.full:
        children = (Group(role="noted", children=beside), *chapter.full, *_closing(rest))
    else:
        children = (Group(role="noted", children=(*beside, *_with_whole_end(rest))),)
    nodes = (heading, *children, *chapter.pages)
    manner: Following = "no" if not follows else "torn" if is_long(nodes) else "whole"
    return Group(role="section", children=nodes, anchor=anchor, follows=manner)


def _closing(rest: tuple[Node, ...]) -> tuple[Node, ...]:
    """Return the prose below what is full width, kept together so that no few lines of it begin a page.

    The blocks before the first table stand in two columns: the chapter is shorter by one of them.
    """
    blocks = _blocks(rest)
    tables = (number for number, block in enumerate(blocks) if any(isinstance(node, Table) for node in block))
    first_table = next(tables, len(blocks))
    beside = (_columns(blocks[:first_table]),) if first_table > 1 else ()
    below = tuple(node for block in blocks[len(beside) and first_table :] for node in block)
    noted = (Group(role="noted", children=below),) if below else ()
    return (Group(role="part", children=(*beside, *noted)),) if rest else ()


def _columns(blocks: list[list[Node]]) -> Group:
    """Return blocks in two columns of about the same length, read down the left one first."""
    lengths = [sum(len(span.text) for span in spans_in(block)) for block in blocks]
    turn = min(range(1, len(blocks)), key=lambda turn: max(sum(lengths[:turn]), sum(lengths[turn:])))
    sides = (tuple(node for block in side for node in block) for side in (blocks[:turn], blocks[turn:]))
    return Group(role="columns", children=tuple(Group(role="part", children=side) for side in sides))


def _with_whole_end(rest: tuple[Node, ...]) -> tuple[Node, ...]:
    """Return the prose with its last two blocks kept together: what runs over is more than a few lines."""
    blocks = _blocks(rest)
    end = tuple(node for block in blocks[-2:] for node in block)
    before = tuple(node for block in blocks[:-2] for node in block)
    return (*before, Group(role="part", children=end)) if end else before


def _blocks(nodes: Sequence[Node]) -> list[list[Node]]:
    blocks: list[list[Node]] = []
    for node in nodes:
        if isinstance(node, Heading) or not blocks:
            blocks.append([])
        blocks[-1].append(node)
    return blocks


def _margin(chapter: Chapter, book: Book) -> Note:
    findings = book.findings_of(chapter.subjects)
    lines = [_state(findings, _open_items(chapter), book), _owner(chapter, book)]
    if chapter.doer is not None and book.people.is_named(chapter.doer):
        lines.append((Span(text=book.say(N_("done by")) + " "), Span(text=book.people.name(chapter.doer), strong=True)))
    lines.append((Span(text=book.say(N_("review {day}"), day=book.words.short_date(review_of(chapter.key, book)))),))
    lines.append(_evidence(chapter, book))
    if findings:
        lines.append(_codes(findings))
    return Note(lines=tuple(lines))


def _state(findings: Sequence[Finding], open_items: int, book: Book) -> Spans:
    worst = max((finding.severity for finding in findings), default=Severity.LOW)
    if worst is Severity.BLOCKER:
        return (Span(mark="not-ready", text=book.say(N_("not ready, a blocker is open")), strong=True),)
    if worst is Severity.HIGH:
        return (Span(mark="conditions", text=book.say(N_("with conditions")), strong=True),)
    if open_items:
        counted = plural_message(N_("{n} item is open"), N_("{n} items are open"), open_items)
        return (Span(mark="too-little-known", text=book.words.text(counted), strong=True),)
    return (Span(mark="ready", text=book.say(N_("complete, not signed yet")), strong=True),)


def _open_items(chapter: Chapter) -> int:
    return sum(span.mark == "open" for span in spans_in((*chapter.noted, *chapter.full, *chapter.pages)))


def _owner(chapter: Chapter, book: Book) -> Spans:
    return (Span(text=book.say(N_("owner")) + " "), owner_span(chapter.key, chapter.lead, book))


def owner_span(key: str, lead: str, book: Book) -> Span:
    """Return the owner of a chapter: as the file says, else proposed by role, in grey."""
    chosen = next((settings.owner for settings in book.rollout.chapters if settings.id == key), None)
    if chosen:
        return Span(text=book.people.name(chosen), strong=True)
    return Span(text=book.people.name(book.cast.first(lead)), proposed=True)


def review_day(book: Book, days: int = REVIEW_DAYS) -> date:
    """Return the customer's first working day so many days after the edition."""
    return book.result.case.calendars.add_working_days(book.result.case.as_of + timedelta(days=days), 0)


def review_of(key: str, book: Book) -> date:
    """Return the day on which a chapter is looked at again: as the file says, else after our default."""
    chosen = next((settings.review for settings in book.rollout.chapters if settings.id == key), None)
    return review_day(book, round(chosen.minutes / 1440) if chosen else REVIEW_DAYS)


def _evidence(chapter: Chapter, book: Book) -> Spans:
    level = book.evidence_of(chapter.subjects)
    return (
        Span(text=book.say(N_("evidence")) + " "),
        Span(mark=evidence_mark(level), text=evidence_word(level, book.words)),
    )


def _codes(findings: Sequence[Finding]) -> Spans:
    severities: dict[str, Severity] = {}
    for finding in findings:
        severities.setdefault(finding.code, finding.severity)
    shown = list(severities.items())[:MOST_CODES]
    return tuple(Span(mark=severity_mark(severity), text=f"{code} ", link=f"rule-{code}") for code, severity in shown)


def words_in(chapter: Chapter, book: Book) -> str:
    """Return all that a chapter says, its standing prose included, as one text to search in."""
    nodes = (*chapter.noted, *chapter.full, *chapter.pages, *chain(*prose_of(chapter.key, book)))
    titles = (node.text for node in walk(nodes) if isinstance(node, Heading))
    heads = (column.head for node in walk(nodes) if isinstance(node, Table) for column in node.columns)
    return "\n".join((chapter.headline, *titles, *heads, *(span.text for span in spans_in(nodes))))


def heading(text: str) -> Heading:
    """Return a heading inside a chapter."""
    return Heading(level=3, text=text)


def sentence(text: str, limit: int = 140) -> str:
    """Return a message as the line of a list: with a capital, cut at a clause or a word where it is too long."""
    return clause(capitalised(text), limit)


def spans_in(nodes: Sequence[Node]) -> list[Span]:
    """Return all spans below the nodes, in reading order."""
    found: list[Span] = []
    for node in walk(nodes):
        match node:
            case Text(spans=spans):
                found.extend(spans)
            case Table(rows=rows):
                found.extend(span for row in rows for cell in row.cells for span in cell.spans)
            case ListOf() | Group():
                pass  # walk has opened it
            case Note(lines=lines):
                found.extend(span for line in lines for span in line)
    return found
