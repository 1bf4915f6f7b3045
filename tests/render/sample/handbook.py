"""A handbook with a page of everything."""

from collections.abc import Iterator

from rollout_kit.document import (
    Cell,
    Checklist,
    Column,
    Document,
    Field,
    Group,
    Heading,
    ListOf,
    Note,
    PageBreak,
    Row,
    Span,
    Spans,
    Table,
    Text,
)

from .parts import ARABIC, HOSTILE, LONG_WORD, MARKS, cells, document, facts, paragraph, words


def handbook(**changes: object) -> Document:
    return document("handbook", (cover(), chapter(), matrix(), everything()), **changes)


def cover() -> Group:
    exclusions = ("private Geräte und Heimnetze", "Lohnsoftware: 044 555 03 00", "Schulung nach dem 28. Februar")
    deciders = facts(("Grosse Störung", "Anna Keller 044 555 01 01"), ("Geld, Vertrag", "Petra Weber"))
    outside = ListOf(items=tuple((paragraph(text),) for text in exclusions), manner="tight")
    return Group(
        role="cover",
        children=(
            Heading(level=1, text="Microsoft 365 mit Teams-Telefonie", anchor="cover"),
            Text(spans=words("Für 85 Personen in Zürich und Genève, ab Montag, 8. Februar 2027."), manner="lead"),
            _call(),
            Group(
                role="columns",
                children=(
                    Group(role="part", children=(Heading(level=2, text="Wer entscheidet"), deciders)),
                    Group(role="part", children=(Heading(level=2, text="Nicht inbegriffen"), outside)),
                ),
            ),
            Heading(level=2, text="Offene Blocker"),
            _flags(),
            Heading(level=2, text="Diese Ausgabe"),
            facts(("Ausgabe", "1.0 ab 11. Januar 2027"), ("", "Freitag, 9. April 2027")),
        ),
    )


def _call() -> Group:
    hours = (
        ("Montag bis Freitag, 08 bis 17 Uhr", "Service Desk, deutsch und französisch"),
        ("18 bis 22 Uhr, dieselbe Nummer", "nur wenn ein ganzer Standort stillsteht"),
    )
    columns = tuple(
        Text(spans=(Span(text=when, strong=True, line_break=True), Span(text=what)), manner="decide")
        for when, what in hours
    )
    return Group(
        role="call",
        children=(
            Text(spans=words("Wenn etwas nicht geht", strong=True), manner="decide"),
            Text(spans=words("+41 31 555 02 00", keep=True), manner="number"),
            Group(role="columns", children=columns),
            paragraph("In der übrigen Zeit hebt niemand ab: Nachricht hinterlassen."),
        ),
    )


def _flags() -> Group:
    rows = tuple(
        Row(
            cells=(
                Cell(spans=(Span(mark="blocker", text=what),)),
                Cell(spans=(Span(text=who, strong=True), Span(text=f" {when}", keep=True))),
            )
        )
        for what, who, when in (
            ("Zwei Personen verantworten die Wiederherstellung", "Petra Weber", "bis 11. Januar"),
            ("15 + 30 Minuten sind mehr als die versprochenen 30", "Claire Oser", "bis 15. Januar"),
        )
    )
    return Group(role="flags", children=(Table(columns=(Column(), Column(width_mm=60, align="right")), rows=rows),))


_STATE = Note(
    lines=(
        (Span(mark="conditions", text="vereinbart mit Vorbehalt", strong=True),),
        (Span(text="Besitzerin "), Span(text="Anna Keller", strong=True)),
        (Span(text="führt "), Span(text="Jan Meyer", strong=True)),
        (Span(text="Durchsicht 9. April 2027"),),
        (Span(text="Beleg "), Span(mark="documented", text="dokumentiert")),
    )
)
_FINDING = Note(lines=((Span(mark="high", text="CON105", link="rule-high"),), (Span(text="zwei von drei Kopien"),)))
_TESTED = Note(lines=((Span(text="Beleg "), Span(mark="tested", text="geprobt")), (Span(text="am 15. Juni 2026"),)))
_STEPS = (
    "Service Desk anrufen, 031 555 02 00. Name des Ordners und letzten guten Zeitpunkt nennen.",
    "Der Desk prüft, ob die Person zugreifen darf, und eröffnet einen Auftrag mit Priorität P2.",
    "Die Person prüft drei Dateien und bestätigt am Telefon.",
)
_PROMISE = "Verlorene Dateien kommen innert eines Arbeitstags zurück. Das ganze System steht nach 8 Stunden wieder."


def chapter() -> Group:
    gap = paragraph("Kopien ausser Reichweite liegen bei der CloudBackup AG.")
    noted = (
        _STATE,
        Text(spans=words(_PROMISE, strong=True), manner="decide"),
        Heading(level=3, text="Was gesichert wird"),
        _FINDING,
        _copies(),
        Heading(level=3, text="Eine Datei oder ein Postfach zurückholen"),
        _TESTED,
        ListOf(items=tuple((paragraph(step),) for step in _STEPS), manner="steps"),
        Heading(level=3, text="Das ganze System wiederherstellen"),
        _STATE,
        paragraph("Entscheidet Anna Keller."),
        Heading(level=3, text="Was dieses Kapitel nicht regelt"),
        _FINDING,
        _TESTED,
        Group(role="proposed", children=(gap,)),
    )
    title = Heading(level=2, text="Sichern und Wiederherstellen", number="10", anchor="chapter-backup")
    return Group(role="section", anchor="chapter-backup", children=(title, Group(role="noted", children=noted)))


def _copies() -> Table:
    columns = (
        Column(head="Was"),
        Column(head="Wie oft", width_mm=24),
        Column(head="Kopien", width_mm=16, align="right"),
    )
    rows = (cells("Postfächer", "alle 24 h", "2"), cells("Dateien in Teams", "alle 24 h", "2"))
    total = Row(cells=(Cell(spans=words("Summe")), Cell(), Cell(spans=words("4"))), kind="sum")
    return Table(columns=columns, rows=(*rows, total), caption="Was gesichert wird")


_MATRIX = (
    (
        "Störung",
        (
            ("Störungen bearbeiten", "ICxAxR"),
            ("Grosse Störung leiten", "AxCRxx"),
            ("Mitarbeitende informieren", "RxACxx"),
        ),
    ),
    ("Änderung", (("Änderung ausführen", "CxxARx"), ("Änderung freigeben", "BCxxRx"))),
    (
        "Betrieb",
        (("Sichern", "AxxIRx"), ("Wiederherstellen, proben", "ACxARx"), ("Überwachen", "IxxAxx")),
    ),
)


_PEOPLE = ("Keller", "Frei", "Weber", "Oser", "Meyer", "Desk")


def matrix() -> Group:
    columns = (
        Column(width_mm=21),
        Column(width_mm=7, align="right"),
        Column(head="Tätigkeit"),
        *(Column(head=name, width_mm=12, align="center", is_parted=name == "Oser") for name in _PEOPLE),
        Column(width_mm=24),
    )
    legend = (
        Span(letter="A", text="verantwortet, genau eine Person"),
        Span(letter="R", text="führt aus"),
        Span(letter="C", text="wird gefragt"),
        Span(letter="I", text="wird informiert."),
    )
    table = Table(
        columns=columns,
        rows=tuple(_matrix_rows()),
        manner="matrix",
        caption="Wer wofür steht",
        heads=(("", 3), ("Muster Treuhand", 3), ("NetServ", 3), ("", 1)),
    )
    return Group(
        role="section",
        anchor="responsibilities",
        children=(
            Heading(level=2, text="Wer wofür steht", anchor="responsibilities"),
            Text(spans=legend, manner="small"),
            Text(spans=words("Eine Zeile stimmt noch nicht.", strong=True), manner="small"),
            table,
        ),
    )


def _matrix_rows() -> Iterator[Row]:
    number = 0
    for group, lines in _MATRIX:
        for place, (name, letters) in enumerate(lines):
            number += 1
            fault = (Span(mark="blocker", text="2 × A"),) if letters.count("A") > 1 else ()
            yield Row(
                kind="plain" if place else "first",
                cells=(
                    Cell(spans=() if place else words(group, strong=True)),
                    Cell(spans=words(str(number), quiet=True)),
                    Cell(spans=words(name)),
                    *(Cell(spans=_letters(letter)) for letter in letters),
                    Cell(spans=fault),
                ),
            )


def _letters(letter: str) -> Spans:
    if letter == "B":
        return (Span(letter="A"), Span(letter="R"))
    return (Span(letter=letter),) if letter != "x" else ()  # type: ignore[arg-type]


def everything() -> Group:
    rows = tuple(
        Row(cells=(Cell(spans=(Span(mark=mark, text=mark),)), Cell(spans=words("Text"))), anchor=f"rule-{mark}")
        for mark in MARKS
    )
    return Group(
        role="section",
        children=(
            Heading(level=2, text="Alles andere", number="11", anchor="rest"),
            Text(
                spans=(
                    Span(text="Fett ", strong=True),
                    Span(text="leise ", quiet=True),
                    Span(text="vorgeschlagen", proposed=True),
                    Span(text=" siehe "),
                    Span(text="Kapitel 10", link="chapter-backup"),
                    Span(text=" und "),
                    Span(text="nirgends", link="no-such-place"),
                    Span(text=f" {HOSTILE} {LONG_WORD} {ARABIC}"),
                )
            ),
            ListOf(items=((paragraph("eins"),), (paragraph("zwei"), paragraph("zwei, Fortsetzung")))),
            Table(
                columns=(Column(head="Zeichen"), Column(head="Was")), rows=rows, manner="register", caption="Zeichen"
            ),
            Checklist(items=(("item-1", words("Der Notruf geht")), ("item-1", words("Zweimal derselbe Name")))),
            Field(kind="line", label="Name"),
            PageBreak(),
            paragraph("Nach dem Umbruch."),
        ),
    )
