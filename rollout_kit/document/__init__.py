"""A document as a tree, which every format draws and no two can disagree about.

Ten kinds of node: heading, text, list, table, checklist, chart, note, field, page break, group.
All words in a tree are final: composed in the language of the document. Nothing in it is markup;
`render` escapes whatever it draws.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

from rollout_kit.document.charts import ChartData

Mark = Literal[
    # In this order: verdicts as circles, findings as diamonds, tasks as squares, evidence as dots.
    "ready", "conditions", "not-ready", "too-little-known",
    "blocker", "high", "medium", "low",
    "open", "in-work", "waits", "overdue", "done", "waived", "not-applicable",
    "proposed", "declared", "documented", "tested",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A run of words in one manner. `letter` draws a letter of the responsibility matrix (A, R, C, I)."""

    text: str = ""
    strong: bool = False
    quiet: bool = False  # secondary ink
    keep: bool = False  # never broken over two lines: dates, numbers with unit, phone numbers
    proposed: bool = False  # grey with a dotted underline
    mark: Mark | None = None  # drawn before the text
    link: str | None = None  # anchor inside the document
    letter: Literal["A", "R", "C", "I"] | None = None
    line_break: bool = False  # begins a new line after this span


Spans = tuple[Span, ...]

Following = Literal["no", "whole", "torn"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading of level 1 to 3. `number` is a chapter number and printed before the words."""

    level: Literal[1, 2, 3]
    text: str
    anchor: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A paragraph; `lead` stands under a title, `decide` has 12 pt, `small` 9, `note` 8, `number` the one phone."""

    spans: Spans
    manner: Literal["body", "lead", "decide", "small", "note", "number"] = "body"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListOf:
    """A list. Manners: bullets, steps (numbered, ruled), tight (bullets, close together)."""

    items: tuple["tuple[Node, ...]", ...]
    manner: Literal["bullets", "steps", "tight"] = "bullets"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a table; `width_mm` None takes what is left. `label` is said before the cell on small screens."""

    head: str = ""
    width_mm: float | None = None
    align: Literal["left", "right", "center"] = "left"
    label: str = ""
    is_parted: bool = False  # an upright rule at its left: between the two houses, between days


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell: spans, then `reason` in small type below. `bar` in 0..1 draws a bar; `box` a tick box with that id."""

    spans: Spans = ()
    reason: str = ""
    bar: float | None = None
    box: str = ""
    ground: Literal["", "off", "away", "blank"] = ""  # weekend; hatched absence; a line to write on below the words
    columns: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row. Kinds: plain, group (bold over a rule, one cell), first (begins a group in the matrix), sum.

    On a sheet that is run by the clock: hour (begins a full hour), spare (empty, to write in), spare-hour,
    hold (in the band of a hold point).
    """

    cells: tuple[Cell, ...]
    kind: Literal["plain", "group", "first", "sum", "hour", "spare", "spare-hour", "hold"] = "plain"
    anchor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table; lines lie, nothing stands. The manner decides density and widths.

    `caption` is said to screen readers and printed only where `shows_caption`.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    manner: Literal["plain", "tasks", "page1", "days", "matrix", "week", "conditions", "register", "form"] = "plain"
    caption: str = ""
    heads: tuple[tuple[str, int], ...] = ()  # an upper row of heads: words, how many columns each spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One item of the kickoff checklist: at most 55, 45 and 60 characters (the composer sees to it)."""

    id: str
    question: str
    proposal: str
    otherwise: str
    decider: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee:
    """A line of the attendance list; an empty name is a line to write on."""

    id: str
    name: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Checklist:
    """Something to tick on paper: decisions, attendance, or plain items (spans with an id)."""

    decisions: tuple[Decision, ...] = ()
    attendees: tuple[Attendee, ...] = ()
    items: tuple[tuple[str, Spans], ...] = ()
    captions: tuple[str, str, str] = ("", "", "")  # heads of a decision list: yes, what, who decides
    other_word: str = ""  # "other:" before the line to write on
    otherwise_word: str = ""  # "otherwise:" before what follows if it stays open


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A chart with its headline (a sentence with the number), how to read it, and the data."""

    headline: str
    reading: str
    data: ChartData
    description: str  # what a screen reader says


# --- the rest ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A note in the margin: lines in the order state, owner, doer, review, evidence, codes; at most six."""

    lines: tuple[Spans, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """Room to write: signature (name, house, place and date), line (label), open-item (who, until), ruled (blank)."""

    kind: Literal["signature", "line", "open-item", "ruled"]
    label: str = ""
    house: str = ""
    words: tuple[str, ...] = ()  # signature: (place and date,); open-item: (who, until)
    lines: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PageBreak:
    """A new page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Nodes that belong together.

    Roles: page1 (first page of plan, one sheet), cover (first page of handbook), section (new page, its first
    heading is the chapter of the page head), part (no new page), wide (landscape page), columns (two equal columns,
    each a part), verdict (the framed box), call (the ruled block with the phone number), facts (label-value lines
    made of a two-column table), flags (list of findings with marks), framed (a box that is not torn), signatures
    (fields side by side), noted (text with notes in the margin), proposed (grey, dotted rule), sheet (checklist sheet
    with corner marks and foot), done (last line of a sheet). A section that `follows` may stand on the page where the
    one before ends: as a whole, else on a new page; or torn, since it is longer than a page anyway.
    """

    role: Literal[
        "page1", "cover", "section", "part", "wide", "columns", "verdict", "call", "facts", "flags", "framed",
        "signatures", "noted", "proposed", "sheet", "done",
    ]  # fmt: skip
    children: "tuple[Node, ...]"
    anchor: str = ""
    sheet: "SheetFoot | None" = None
    follows: Following = "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetFoot:
    """The foot of a checklist sheet: the QR code's text (at most 16 characters A-Z 0-9), and lines beside it."""

    qr: str
    qr_label: str
    lines: tuple[str, ...]


Node: TypeAlias = Heading | Text | ListOf | Table | Checklist | Chart | Note | Field | PageBreak | Group


@dataclass(frozen=True, slots=True, kw_only=True)
class TickWords:
    """What the page says about its own boxes, while somebody ticks them on a screen.

    Some wait for figures that only the browser knows: `count` for {done} and {all}, `carry` for {count},
    `loaded` for {taken} and {all}.
    """

    progress: str
    count: str
    save: str
    load: str
    page: str
    copy: str
    carry: str
    where: str
    loaded: str
    no_state: str
    other_document: str
    not_kept: str
    copied: str
    other: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Logo:
    """The logo of a house, which stands beside the names on page 1; `alt` is what a screen reader says."""

    media_type: str
    content: bytes = field(repr=False)
    alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole document, in one language, ready to be drawn.

    `kind` is one of `compose.KINDS` (plan, open-items) and names the file. `edition_line` tells the edition, `houses`
    stand in the head of page 1. `written_on` becomes the date in the PDF.
    """

    kind: str
    title: str
    kind_word: str
    language: str
    rollout: str
    houses: tuple[str, str]
    edition_line: str
    footer: str
    written_on: date
    children: tuple[Node, ...]
    paper: Literal["A4", "Letter"] = "A4"
    accent: str = "#005a9c"
    contents_word: str = ""
    and_word: str = ""
    logos: tuple[Logo, ...] = ()
    edition: Literal["", "customer", "provider"] = ""  # the house a copy is for; it stands in the file's name
    edition_id: str = ""  # of the texts that were read, and of the copy: ticks of one are not those of the other
    ticks: TickWords | None = None


def walk(nodes: Sequence[Node]) -> "list[Node]":
    """Return the nodes and all below them, in reading order."""
    found: list[Node] = []
    for node in nodes:
        found.append(node)
        if isinstance(node, Group):
            found.extend(walk(node.children))
        elif isinstance(node, ListOf):
            for item in node.items:
                found.extend(walk(item))
    return found
