"""Words and frames that all samples share."""

from datetime import date

from rollout_kit.document import Cell, Column, Document, Group, Mark, Node, Row, Span, Spans, Table, Text

HOUSES = ("Muster Treuhand AG", "NetServ GmbH")
HOSTILE = "<script>alert('x')</script> & \"quoted\" </style>"
LONG_WORD = "Rufnummernportierungsbestätigungsverantwortlichkeitsübertragungsvereinbarungsanh"
ARABIC = "مكتب المساعدة"
MARKS: tuple[Mark, ...] = (
    "ready", "conditions", "not-ready", "too-little-known", "blocker", "high", "medium", "low", "open", "in-work",
    "waits", "overdue", "done", "waived", "not-applicable", "proposed", "declared", "documented", "tested",
)  # fmt: skip


def words(text: str, *, strong: bool = False, quiet: bool = False, keep: bool = False) -> Spans:
    return (Span(text=text, strong=strong, quiet=quiet, keep=keep),)


def paragraph(text: str) -> Text:
    return Text(spans=words(text))


def cells(*texts: str) -> Row:
    return Row(cells=tuple(Cell(spans=words(text)) for text in texts))


def facts(*lines: tuple[str, str]) -> Group:
    rows = tuple(Row(cells=(Cell(spans=words(label, quiet=True)), Cell(spans=words(value)))) for label, value in lines)
    return Group(role="facts", children=(Table(columns=(Column(width_mm=27), Column()), rows=rows),))


def document(kind: str, children: tuple[Node, ...], **changes: object) -> Document:
    fields: dict[str, object] = {
        "kind": kind,
        "title": f"{kind.title()}: Microsoft 365 mit Teams-Telefonie",
        "kind_word": {"plan": "Plan", "handbook": "Betriebshandbuch"}.get(kind, "Kickoff"),
        "language": "de-CH",
        "rollout": "Microsoft 365 mit Teams-Telefonie",
        "houses": HOUSES,
        "edition_line": "Ausgabe 1.0 vom 7. Januar 2027",
        "footer": f"{kind.title()} · Ausgabe 1.0 vom 7. Januar 2027 · Muster Treuhand AG und NetServ GmbH · 4F2A91C7",
        "written_on": date(2027, 1, 7),
        "children": children,
        "contents_word": "Inhalt",
        "and_word": "und",
    }
    return Document(**(fields | changes))  # type: ignore[arg-type]
