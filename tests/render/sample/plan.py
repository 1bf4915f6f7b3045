"""A plan."""

from rollout_kit.document import Cell, Column, Document, Field, Group, Heading, Row, Span, Table, Text

from .chart import gantt
from .parts import ARABIC, HOSTILE, HOUSES, LONG_WORD, document, facts, words


def plan(**changes: object) -> Document:
    return document("plan", (page_one(), week(), tasks(), gantt()), **changes)


def page_one() -> Group:
    return Group(
        role="page1",
        anchor="one",
        children=(
            Heading(
                level=1,
                text="Ab Montag, 8. Februar 2027, arbeiten 85\u00a0Personen "
                "mit Microsoft\u00a0365 und telefonieren mit\u00a0Teams.",
            ),
            Text(
                spans=words("Kickoff Montag, 11. Januar. Zürich beginnt am 8., Genève am 15. Februar."), manner="lead"
            ),
            verdict(),
            Heading(level=2, text="Heute zu entscheiden"),
            decisions_table(),
            Heading(level=2, text="Was beide Häuser freigeben"),
            Group(role="columns", children=(days_of_muster(), days_of_netserv())),
            Group(role="columns", children=(go_no_go(), worst_case())),
            Group(role="signatures", children=tuple(signatures())),
        ),
    )


def verdict() -> Group:
    conditions = (
        (
            "Eine Person allein verantwortet die Wiederherstellung",
            "Petra Weber",
            "bis Mo 11. Januar",
        ),
        ("NetServ reagiert bei P1 in 15 statt 30 Minuten", "Claire Oser", "bis Fr 15. Januar"),
        ("Ein ganzes System ist in 8 Stunden wiederhergestellt", "Jan Meyer", "bis Do 28. Januar"),
    )
    rows = tuple(
        Row(cells=(Cell(spans=words(what)), Cell(spans=words(who, strong=True)), Cell(spans=words(when, keep=True))))
        for what, who, when in conditions
    )
    return Group(
        role="verdict",
        children=(
            Text(spans=(Span(mark="not-ready", text="Noch nicht bereit: drei Bedingungen"),), manner="decide"),
            Text(
                spans=(
                    Span(text="94 von 107 Regeln geprüft", line_break=True),
                    Span(text="Befunde: 3 Blocker, 9 hoch, 14 mittel"),
                ),
                manner="note",
            ),
            Table(
                columns=(Column(), Column(width_mm=30), Column(width_mm=34, align="right")),
                rows=rows,
                manner="conditions",
                caption="Bedingungen",
            ),
        ),
    )


def decisions_table() -> Table:
    lines = (
        ("1", "Wer verantwortet die Wiederherstellung allein?", "Anna Keller", "Petra Weber"),
        (
            "2",
            "Wer nimmt vor 8, nach 17 Uhr und am Samstag Anrufe an?",
            "Pikett NetServ",
            "Claire Oser",
        ),
        ("3", "Wer vertritt Anna Keller vom 1. bis 5. Februar?", "Beat Frei", "Petra Weber"),
        (
            "4",
            "Ab wann gibt es am Umstellungstag kein Zurück mehr?",
            "Sa 6. Feb. 10:00",
            "Petra Weber",
        ),
    )
    rows = tuple(
        Row(cells=(Cell(spans=words(number, strong=True)), *(Cell(spans=words(rest)) for rest in line)))
        for number, *line in lines
    )
    columns = (
        Column(width_mm=7),
        Column(head="Frage"),
        Column(head="Vorschlag", width_mm=34, label="Vorschlag"),
        Column(head="Entscheidet", width_mm=27, label="Entscheidet"),
    )
    return Table(columns=columns, rows=rows, manner="page1", caption="Heute zu entscheiden")


def _days(house: str, total: str, *people: tuple[str, float]) -> Table:
    rows = tuple(
        Row(cells=(Cell(spans=words(name)), Cell(spans=words(f"{days:.1f}")), Cell(bar=days / 11)))
        for name, days in people
    )
    columns = (
        Column(head=house, width_mm=38),
        Column(head=total, width_mm=13, align="right"),
        Column(head="Personentage"),
    )
    return Table(columns=columns, rows=rows, manner="days", caption=f"Personentage {house}")


def days_of_muster() -> Group:
    return Group(
        role="part",
        children=(_days("Muster Treuhand AG", "15.0", ("Beat Frei", 7.0), ("Anna Keller", 6.5), ("Petra Weber", 1.5)),),
    )


def days_of_netserv() -> Group:
    note = Text(spans=words("Dazu je Person eine Stunde Schulung: 10.6 Tage bei Muster."), manner="note")
    return Group(role="part", children=(_days("NetServ GmbH", "16.5", ("Jan Meyer", 11.0), ("Claire Oser", 5.5)), note))


def go_no_go() -> Group:
    lines = facts(
        ("Wann", "Donnerstag, 4. Februar, 14:00"),
        ("Wer", "Petra Weber, vertreten durch Beat Frei"),
        ("Abbruch, wenn", "über 2 schwere Fehler offen sind oder der Notruf nicht geht"),
    )
    return Group(role="part", children=(Heading(level=2, text="Go oder No-Go"), lines))


def worst_case() -> Group:
    lines = facts(
        ("Schlimmstens", "zwei Tage ohne Festnetz, Notbetrieb über Mobiltelefone"),
        ("Weg zurück", "6 Stunden auf die alte Anlage"),
        ("Kein Zurück ab", "Samstag, 6. Februar, 10:00"),
    )
    return Group(role="part", children=(Heading(level=2, text="Wenn es schiefgeht"), lines))


def signatures() -> list[Field]:
    return [
        Field(kind="signature", label="Petra Weber", house=HOUSES[0], words=("Ort, Datum",)),
        Field(kind="signature", label="Claire Oser", house=HOUSES[1], words=("Ort, Datum",)),
    ]


_DAYS = (
    *((day, 37.9) for day in ("Mo 1.", "Di 2.", "Mi 3.", "Do 4.", "Fr 5.")),
    ("Sa 6.", 26.5),
    ("So 7.", 19.9),
)


def week() -> Group:
    columns = (
        Column(head="Wer", width_mm=29.1),
        *(Column(head=day, width_mm=width, is_parted=True) for day, width in _DAYS),
    )
    truth = (
        Span(text="Am Sonntagabend ist wahr: ", strong=True),
        Span(text="Der Testanruf von aussen geht, der Notruf ist geprüft."),
    )
    return Group(
        role="wide",
        anchor="week",
        children=(
            Heading(level=2, text="Woche 5: 1. bis 7. Februar 2027"),
            Text(spans=truth, manner="decide"),
            Table(columns=columns, rows=_week_rows(), manner="week", caption="Woche 5"),
            Text(spans=words("Schraffiert: abwesend. Grau: nicht gebraucht."), manner="note"),
        ),
    )


def _week_rows() -> tuple[Row, ...]:
    away = Cell(spans=words("Ferien, Vertretung Beat Frei"), ground="away", columns=5)
    off = Cell(ground="off")
    return (
        _person_week("Anna Keller", "0.8 Tage", away, _meeting("08:00", "Umstellung, Abnahme"), off),
        _person_week(
            "Beat Frei", "3.5 Tage", Cell(spans=words("vertritt Anna Keller; Pilotmängel prüfen")),
            _meeting("16:00", "Pilotrunde"), _meeting("09:00", "Probe Grosser Ausfall; Schulung Genève"),
            _meeting("14:00", "Go/No-Go"), Cell(spans=words("Alarmnummern berichtigen; Kontaktblätter aufhängen")),
            Cell(spans=words("auf Abruf")), off,
        ),
        _person_week(
            "Jan Meyer", "4.5 Tage", Cell(spans=words("Mängel beheben")), Cell(spans=words("Mängel beheben")),
            Cell(spans=words("Rückweg auf die alte Anlage proben")), Cell(spans=words("Umstellung vorbereiten")),
            Cell(spans=words("arbeitet Mo bis Do"), ground="off"), _meeting("08:00", "Umstellung, Rufnummern"), off,
        ),
    )  # fmt: skip


def _person_week(name: str, load: str, *cells: Cell) -> Row:
    return Row(cells=(Cell(spans=words(name, strong=True), reason=load), *cells))


def _meeting(time: str, what: str) -> Cell:
    return Cell(spans=(Span(text=time, strong=True), Span(text=f" {what}")))


_TASKS = (
    ("Woche 2: entscheiden", ()),
    (
        "Woche 2",
        (
            (
                "Kickoff: neun Entscheide fällen",
                "Ohne sie beginnt nichts.",
                "Mo 11. Jan.",
                "Anna Keller, Claire Oser",
                "3 h",
                "Protokoll von beiden Seiten unterschrieben",
                True,
            ),
            (
                "Verantwortung für die Wiederherstellung festlegen",
                "Zwei Verantwortliche heisst im Ernstfall: niemand.",
                "Di 12. Jan.",
                "Anna Keller",
                "30 min",
                "Zeile 14 der Matrix hat genau ein A",
                False,
            ),
            (
                "Konten und 90 Lizenzen bereitstellen",
                "85 Personen und 5 Prozent Reserve.",
                "Do 14. Jan.",
                "Jan Meyer",
                "3 Tage",
                "Liste der Konten stimmt mit dem Personalbüro überein",
                True,
            ),
        ),
    ),
    ("Woche 3: vorbereiten", ()),
    (
        "Woche 3",
        (
            (HOSTILE, HOSTILE, "Mo 18. Jan.", HOSTILE, "4 h", HOSTILE, False),
            (LONG_WORD, LONG_WORD, "Di 19. Jan.", LONG_WORD, "3.5 Tage", LONG_WORD, False),
            (
                f"Schulung {ARABIC}",
                ARABIC,
                "Di 26. Jan.",
                ARABIC,
                "3 Tage",
                "Vier Kapitel freigegeben, Probe mit 10 Fragen",
                False,
            ),
        ),
    ),
)


def tasks() -> Group:
    columns = (
        Column(head="Aufgabe und Grund"),
        Column(head="Bis", width_mm=19.5),
        Column(head="Wer", width_mm=24),
        Column(head="Aufwand", width_mm=15.5, align="right"),
        Column(head="Erledigt ist, wenn", width_mm=43, label="Erledigt, wenn:"),
    )
    rows: list[Row] = []
    for name, lines in _TASKS:
        if not lines:
            rows.append(Row(cells=(Cell(spans=words(name)),), kind="group"))
        for number, (what, why, until, who, effort, proof, is_critical) in enumerate(lines):
            cell = Cell(spans=words(what, strong=is_critical), reason=why, box=f"task-{name[-1]}-{number}")
            rest = (words(until, keep=True), words(who), words(effort, keep=True), words(proof))
            rows.append(Row(cells=(cell, *(Cell(spans=spans) for spans in rest)), anchor=f"row-{name[-1]}-{number}"))
    return Group(
        role="section",
        anchor="tasks",
        children=(
            Heading(level=2, text="Alle Aufgaben"),
            Text(spans=words("Fett ist die Kette, die den 8. Februar bestimmt.", quiet=True), manner="small"),
            Table(columns=columns, rows=tuple(rows), manner="tasks", caption="Alle Aufgaben"),
        ),
    )
