"""Documents that hold every kind of node, in German, with long and hostile words in them."""

from datetime import date, timedelta

from rollout_kit.document import (
    Attendee,
    Cell,
    Chart,
    Checklist,
    Column,
    Decision,
    Document,
    Field,
    GanttData,
    GanttRow,
    Group,
    Heading,
    ListOf,
    Mark,
    Node,
    Note,
    PageBreak,
    PersonLoad,
    Row,
    SheetFoot,
    Span,
    Spans,
    Stretch,
    Table,
    Text,
)

HOUSES = ("Muster Treuhand AG", "NetServ GmbH")
HOSTILE = "<script>alert('x')</script> & \"quoted\" </style>"
LONG_WORD = "Rufnummernportierungsbestätigungsverantwortlichkeitsübertragungsvereinbarungsanh"
ARABIC = "مكتب المساعدة"
MARKS: tuple[Mark, ...] = (
    "ready", "conditions", "not-ready", "too-little-known", "blocker", "high", "medium", "low", "open", "in-work",
    "waits", "overdue", "done", "waived", "not-applicable", "proposed", "declared", "documented", "tested",
)  # fmt: skip

_START = date(2027, 1, 11)


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


# --- the plan ------------------------------------------------------------------------------------


def plan(**changes: object) -> Document:
    return document("plan", (page_one(), week(), tasks(), gantt()), **changes)


def page_one() -> Group:
    return Group(
        role="page1",
        anchor="one",
        children=(
            Heading(
                level=1,
                text="Ab Montag, 8. Februar 2027, arbeiten 85\u00a0Personen mit Microsoft\u00a0365 und telefonieren mit\u00a0Teams.",
            ),
            Text(spans=words("Kickoff Montag, 11. Januar. Zürich beginnt am 8., Genève am 15. Februar."), manner="lead"),
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
        ("Eine Person allein verantwortet die Wiederherstellung", "Petra Weber", "bis Mo 11. Januar"),
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
        ("2", "Wer nimmt vor 8, nach 17 Uhr und am Samstag Anrufe an?", "Pikett NetServ", "Claire Oser"),
        ("3", "Wer vertritt Anna Keller vom 1. bis 5. Februar?", "Beat Frei", "Petra Weber"),
        ("4", "Ab wann gibt es am Umstellungstag kein Zurück mehr?", "Sa 6. Feb. 10:00", "Petra Weber"),
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
    columns = (Column(head=house, width_mm=38), Column(head=total, width_mm=13, align="right"), Column(head="Personentage"))
    return Table(columns=columns, rows=rows, manner="days", caption=f"Personentage {house}")


def days_of_muster() -> Group:
    return Group(
        role="part",
        children=(_days("Muster Treuhand AG", "15.0", ("Beat Frei", 7.0), ("Anna Keller", 6.5), ("Petra Weber", 1.5)),),
    )


def days_of_netserv() -> Group:
    note = Text(spans=words("Dazu je Person eine Stunde Schulung: 10.6 Tage bei Muster."), manner="note")
    return Group(
        role="part", children=(_days("NetServ GmbH", "16.5", ("Jan Meyer", 11.0), ("Claire Oser", 5.5)), note)
    )


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


def week() -> Group:
    days = ("Mo 1.", "Di 2.", "Mi 3.", "Do 4.", "Fr 5.", "Sa 6.", "So 7.")
    widths = (37.9, 37.9, 37.9, 37.9, 37.9, 26.5, 19.9)
    columns = (
        Column(head="Wer", width_mm=29.1),
        *(Column(head=day, width_mm=width, is_parted=True) for day, width in zip(days, widths, strict=True)),
    )
    away = Cell(spans=words("Ferien, Vertretung Beat Frei"), ground="away", columns=5)
    off = Cell(ground="off")
    rows = (
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
    return Group(
        role="wide",
        anchor="week",
        children=(
            Heading(level=2, text="Woche 5: 1. bis 7. Februar 2027"),
            Text(
                spans=(
                    Span(text="Am Sonntagabend ist wahr: ", strong=True),
                    Span(text="Der Testanruf von aussen geht, der Notruf ist geprüft."),
                ),
                manner="decide",
            ),
            Table(columns=columns, rows=rows, manner="week", caption="Woche 5"),
            Text(spans=words("Schraffiert: abwesend. Grau: nicht gebraucht."), manner="note"),
        ),
    )


def _person_week(name: str, load: str, *cells: Cell) -> Row:
    return Row(cells=(Cell(spans=words(name, strong=True), reason=load), *cells))


def _meeting(time: str, what: str) -> Cell:
    return Cell(spans=(Span(text=time, strong=True), Span(text=f" {what}")))


_TASKS = (
    ("Woche 2: entscheiden", ()),
    ("Woche 2", (
        ("Kickoff: neun Entscheide fällen", "Ohne sie beginnt nichts.", "Mo 11. Jan.", "Anna Keller, Claire Oser", "3 h", "Protokoll von beiden Seiten unterschrieben", True),
        ("Verantwortung für die Wiederherstellung festlegen", "Zwei Verantwortliche heisst im Ernstfall: niemand.", "Di 12. Jan.", "Anna Keller", "30 min", "Zeile 14 der Matrix hat genau ein A", False),
        ("Konten und 90 Lizenzen bereitstellen", "85 Personen und 5 Prozent Reserve.", "Do 14. Jan.", "Jan Meyer", "3 Tage", "Liste der Konten stimmt mit dem Personalbüro überein", True),
    )),
    ("Woche 3: vorbereiten", ()),
    ("Woche 3", (
        (HOSTILE, HOSTILE, "Mo 18. Jan.", HOSTILE, "4 h", HOSTILE, False),
        (LONG_WORD, LONG_WORD, "Di 19. Jan.", LONG_WORD, "3.5 Tage", LONG_WORD, False),
        (f"Schulung {ARABIC}", ARABIC, "Di 26. Jan.", ARABIC, "3 Tage", "Vier Kapitel freigegeben, Probe mit 10 Fragen", False),
    )),
)  # fmt: skip


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


# --- the Gantt chart -----------------------------------------------------------------------------

_BARS = (
    ("Woche 2: entscheiden",),
    ("Kickoff, neun Entscheide", "Keller, Oser", 0, 0, "milestone", True, 0),
    ("Verantwortung Wiederherstellung festlegen", "Keller", 1, 1, "bar", False, 3),
    ("Eigenes Notfallkonto einrichten und versiegeln", "Frei", 1, 2, "bar", False, 6),
    ("Reaktionszeit P1 neu vereinbaren", "Oser", 1, 4, "bar", False, 10),
    ("Konten und 90 Lizenzen bereitstellen", "Meyer", 1, 3, "bar", True, 0),
    ("Woche 3: vorbereiten",),
    ("Richtlinien und zweiter Faktor", "Meyer", 7, 10, "bar", True, 0),
    ("Besuch beim Hersteller", "Keller", 7, 7, "bar", False, 8),
    ("Schulung Service Desk", "Meyer", 8, 8, "bar", False, 4),
    (f"Schulung {ARABIC}", "Meyer, Frei", 8, 18, "bar", False, 4),
    (HOSTILE, HOSTILE, 9, 15, "bar", False, 5),
    ("Woche 4: Pilot",),
    ("Mitteilung an alle", "Weber", 14, 14, "bar", False, 2),
    ("Pilot mit fünf Personen", "Frei", 14, 18, "bar", True, 0),
    ("Störung spielen: Anmeldung", "Meyer, Frei", 16, 16, "bar", False, 2),
    (LONG_WORD, LONG_WORD, 16, 17, "bar", False, 6),
    ("Schulung Genève, französisch", "Frei", 18, 23, "bar", False, 6),
    ("Woche 5: proben",),
    ("Mängel aus dem Pilot beheben", "Meyer", 21, 22, "bar", True, 0),
    ("Entscheid Pilot ausweiten", "Weber", 22, 22, "milestone", True, 0),
    ("Probe grosser Ausfall", "Frei, Oser", 23, 23, "bar", True, 0),
    ("Go/No-Go", "Weber", 24, 24, "milestone", True, 0),
    ("Umstellung, Rufnummern portieren", "Meyer, Keller", 26, 26, "bar", True, 0),
    ("Ab Woche 6: Betrieb",),
    ("Go-live Zürich, 60 Personen", "Weber", 28, 28, "milestone", True, 0),
    ("Go-live Genève, 25 Personen", "Oser", 35, 35, "milestone", False, 0),
    ("Intensivbetreuung", "Service Desk", 28, 48, "bar", False, 0),
)  # fmt: skip


def _day(number: int) -> date:
    return _START + timedelta(number)


def gantt_rows() -> tuple[GanttRow, ...]:
    rows = []
    for name, *rest in _BARS:
        if not rest:
            rows.append(GanttRow(kind="group", name=name))
            continue
        owner, first, last, kind, is_critical, slack = rest
        rows.append(
            GanttRow(
                kind=kind,
                name=name,
                owner=owner,
                starts_on=_day(first),
                ends_on=_day(last),
                slack_until=_day(last + slack) if slack else None,
                is_critical=is_critical,
            )
        )
    calls = tuple(_day(number) for number in (28, 29, 30, 31, 32, 35, 39))
    return (*rows, GanttRow(kind="series", name="Tägliche Runde, 15 Minuten", owner="Oser", dates=calls))


def loads(count: int = 5) -> tuple[PersonLoad, ...]:
    names = ("Anna Keller", "Beat Frei", "Petra Weber", "Claire Oser", "Jan Meyer")
    absences = {
        0: (Stretch(starts_on=_day(21), ends_on=_day(25), word="Ferien"),),
        2: (Stretch(starts_on=_day(7), ends_on=_day(9), word="Messe"),),
        4: (Stretch(starts_on=_day(32), ends_on=_day(32), word="Kindergeburtstag", half=True),),
    }
    people = []
    for number in range(count):
        days = tuple((_day(day), ((day * 7 + number * 3) % 5) / 4) for day in range(49) if _day(day).weekday() < 5)
        name = names[number] if number < len(names) else f"Person {number + 1}"
        people.append(PersonLoad(name=name, days=days, absences=absences.get(number, ())))
    return tuple(people)


def gantt_data(
    *, rows: tuple[GanttRow, ...] | None = None, weeks: int = 7, people: int = 5, **changes: object
) -> GanttData:
    mondays = [_START + timedelta(7 * number) for number in range(weeks)]
    months = ("Januar", "Februar", "März", "April", "Mai")
    fields: dict[str, object] = {
        "starts_on": _START,
        "ends_on": _START + timedelta(7 * weeks - 1),
        "rows": gantt_rows() if rows is None else rows,
        "loads": loads(people),
        "go_live": date(2027, 2, 8),
        "go_live_label": "Go-live Mo 8. Februar",
        "plan_end": date(2027, 2, 9),
        "after_plan_label": "nach dem Plan",
        "holidays": (Stretch(starts_on=date(2027, 2, 22), ends_on=date(2027, 2, 22), word="22. nachm. frei", half=True),),
        "freezes": (Stretch(starts_on=date(2027, 1, 25), ends_on=date(2027, 1, 26), word="Sperre: Lohnlauf"),),
        "week_labels": tuple(
            (monday, f"Woche {monday.isocalendar().week}", months[monday.month - 1]) for monday in mondays
        ),
        "loads_title": "Wer ist wie belegt",
        "load_words": ("wenig", "halb", "ganz"),
    }
    return GanttData(**(fields | changes))  # type: ignore[arg-type]


def chart(data: GanttData | None = None) -> Chart:
    return Chart(
        headline="Zwölf Aufgaben bestimmen den 8. Februar, alle anderen haben Luft.",
        reading="Schwarz ist die Kette, die den Termin bestimmt: verschiebt sich ein schwarzer Balken um einen Tag, "
        "verschiebt sich der 8. Februar. Gestrichelt ist Luft.",
        data=data or gantt_data(),
        description="Balkenplan 11. Januar bis 28. Februar 2027",
    )


def gantt(data: GanttData | None = None) -> Group:
    return Group(role="wide", anchor="gantt", children=(Heading(level=2, text="Balkenplan"), chart(data)))


# --- the checklist -------------------------------------------------------------------------------

_DECISIONS = (
    ("Wer allein verantwortet die Wiederherstellung?", "Anna Keller, Vertretung Beat Frei", "Petra Weber", "kein Go-live. Zwei Namen sind im Ernstfall keiner."),
    ("Wer nimmt vor 8, nach 17 Uhr und am Samstag Anrufe an?", "Pikett NetServ, 031 555 02 00", "Claire Oser", "14 von 59 Stunden je Woche hebt niemand ab."),
    ("Wie schnell reagiert NetServ bei einem P1?", "in 15 statt 30 Minuten", "Claire Oser", "15 + 30 = 45 Minuten, versprochen sind 30."),
    ("Ab wann gibt es am 6. Februar kein Zurück mehr?", "10:00 Uhr, Rückweg 6 Stunden", "Petra Weber", "kein Go-live. Der Rückweg reicht nicht bis Montag."),
    ("Wer hat ein Notfallkonto, das NetServ nicht sperrt?", "Beat Frei, Couvert im Tresor", "Anna Keller", "kein Go-live. Ohne NetServ geht dann nichts."),
    ("Wer vertritt Anna Keller vom 1. bis 5. Februar?", "Beat Frei, an diesen Tagen zu 80 %", "Petra Weber", "die Probe am 3. Februar hat beim Kunden keine Leitung."),
    ("Auf welcher Grundlage wird der Pilot ausgeweitet?", "höchstens 2 offene schwere Fehler", "Petra Weber", "der Entscheid am 2. Februar wird Geschmackssache."),
    ("In welcher Sprache wird Genève geschult?", "französisch, 29. Januar und 3. Februar", "Beat Frei", "25 Personen lernen am ersten Tag am Telefon."),
    ("Wer bezahlt die fünf Lizenzen Reserve?", "Muster, 5 × 42 Franken im Monat", "Petra Weber", "die nächste Anstellung wartet zwei Wochen."),
)  # fmt: skip


def checklist(**changes: object) -> Document:
    return document("checklist", (front(), back()), **changes)


def front() -> Group:
    decisions = tuple(
        Decision(id=f"d{number}", question=question, proposal=proposal, otherwise=otherwise, decider=decider)
        for number, (question, proposal, decider, otherwise) in enumerate(_DECISIONS, 1)
    )
    done = tuple(
        Group(
            role="part",
            children=(
                Text(spans=(Span(text="Alle neun entschieden, ", strong=True), Span(text=house)), manner="decide"),
                Field(kind="line", label="Name, Zeit"),
            ),
        )
        for house in ("Muster", "NetServ")
    )
    return Group(
        role="sheet",
        children=(
            Heading(level=1, text="Heute zu entscheiden"),
            Text(spans=words("Kickoff Montag, 11. Januar 2027, 09:00, Zürich. Kreuz bei Ja heisst: wie vorgeschlagen.")),
            Checklist(
                decisions=decisions,
                captions=("Ja", "Frage, Vorschlag und was sonst folgt", "Entscheidet"),
                other_word="anders:",
                otherwise_word="Sonst:",
            ),
            Group(role="done", children=done),
        ),
        sheet=sheet_foot(1),
    )


def back() -> Group:
    people = (
        ("Petra Weber", "Geschäftsführerin, Muster"),
        ("Anna Keller", "IT-Leiterin, Muster"),
        ("Claire Oser", "Service Delivery Managerin, NetServ"),
        ("", ""),
        ("", ""),
    )
    attendees = tuple(Attendee(id=f"a{number}", name=name, role=role) for number, (name, role) in enumerate(people))
    open_items = tuple(Field(kind="open-item", label=str(number), words=("wer", "bis")) for number in range(1, 6))
    return Group(
        role="sheet",
        children=(
            Heading(level=1, text="Wer dabei war, was offen bleibt"),
            Text(spans=words("Microsoft 365 mit Teams-Telefonie. Rückseite."), manner="small"),
            Heading(level=2, text="Anwesend"),
            Checklist(attendees=attendees),
            Heading(level=2, text="Bleibt offen"),
            *open_items,
            Heading(level=2, text="Notizen"),
            Field(kind="ruled", lines=5),
            Group(role="signatures", children=tuple(signatures())),
        ),
        sheet=sheet_foot(2),
    )


def sheet_foot(page: int) -> SheetFoot:
    return SheetFoot(
        qr=f"RK1 4F2A91C7 {page} K",
        qr_label="QR-Code des Blatts",
        lines=(
            f"Microsoft 365 mit Teams-Telefonie. Blatt 4F2A91C7, Seite {page} von 2. Ausgabe 1.0 vom 7. Januar 2027.",
            "Falsch angekreuzt? Feld ganz ausmalen, es zählt dann nicht.",
            "Beim Fotografieren müssen alle vier Eckmarken im Bild sein.",
        ),
    )


# --- the handbook --------------------------------------------------------------------------------


def handbook(**changes: object) -> Document:
    return document("handbook", (cover(), chapter(), matrix(), everything()), **changes)


def cover() -> Group:
    inside = Text(
        spans=(
            Span(text="Montag bis Freitag, 08 bis 17 Uhr", strong=True, line_break=True),
            Span(text="Service Desk, deutsch und französisch"),
        ),
        manner="decide",
    )
    outside = Text(
        spans=(
            Span(text="18 bis 22 Uhr, dieselbe Nummer", strong=True, line_break=True),
            Span(text="nur wenn ein ganzer Standort stillsteht"),
        ),
        manner="decide",
    )
    flags = tuple(
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
    exclusions = ("private Geräte und Heimnetze", "Lohnsoftware: Hersteller, 044 555 03 00", "Schulung nach dem 28. Februar")
    return Group(
        role="cover",
        children=(
            Heading(level=1, text="Microsoft 365 mit Teams-Telefonie", anchor="cover"),
            Text(spans=words("Für 85 Personen in Zürich und Genève, ab Montag, 8. Februar 2027."), manner="lead"),
            Group(
                role="call",
                children=(
                    Text(spans=words("Wenn etwas nicht geht", strong=True), manner="decide"),
                    Text(spans=words("+41 31 555 02 00", keep=True), manner="number"),
                    Group(role="columns", children=(inside, outside)),
                    paragraph("In der übrigen Zeit hebt niemand ab: Nachricht hinterlassen."),
                ),
            ),
            Group(
                role="columns",
                children=(
                    Group(
                        role="part",
                        children=(
                            Heading(level=2, text="Wer entscheidet"),
                            facts(("Grosse Störung", "Anna Keller 044 555 01 01"), ("Geld, Vertrag", "Petra Weber")),
                        ),
                    ),
                    Group(
                        role="part",
                        children=(
                            Heading(level=2, text="Nicht inbegriffen"),
                            ListOf(items=tuple((paragraph(text),) for text in exclusions), manner="tight"),
                        ),
                    ),
                ),
            ),
            Heading(level=2, text="Offene Blocker"),
            Group(
                role="flags",
                children=(Table(columns=(Column(), Column(width_mm=60, align="right")), rows=flags),),
            ),
            Heading(level=2, text="Diese Ausgabe"),
            facts(("Ausgabe", "1.0 ab 11. Januar 2027"), ("Durchsicht", "Freitag, 9. April 2027")),
        ),
    )


def chapter() -> Group:
    state = Note(
        lines=(
            (Span(mark="conditions", text="vereinbart mit Vorbehalt", strong=True),),
            (Span(text="Besitzerin "), Span(text="Anna Keller", strong=True)),
            (Span(text="führt "), Span(text="Jan Meyer", strong=True)),
            (Span(text="Durchsicht 9. April 2027"),),
            (Span(text="Beleg "), Span(mark="documented", text="dokumentiert")),
        )
    )
    finding = Note(lines=((Span(mark="high", text="CON105", link="rule-CON105"),), (Span(text="zwei von drei Kopien"),)))
    tested = Note(lines=((Span(text="Beleg "), Span(mark="tested", text="geprobt")), (Span(text="am 15. Juni 2026"),)))
    steps = (
        "Service Desk anrufen, 031 555 02 00. Name des Ordners und letzten guten Zeitpunkt nennen.",
        "Der Desk prüft, ob die Person zugreifen darf, und eröffnet einen Auftrag mit Priorität P2.",
        "Die Person prüft drei Dateien und bestätigt am Telefon.",
    )
    columns = (Column(head="Was"), Column(head="Wie oft", width_mm=24), Column(head="Kopien", width_mm=16, align="right"))
    rows = (cells("Postfächer", "alle 24 h", "2"), cells("Dateien in Teams", "alle 24 h", "2"))
    total = Row(cells=(Cell(spans=words("Summe")), Cell(), Cell(spans=words("4"))), kind="sum")
    return Group(
        role="section",
        anchor="chapter-backup",
        children=(
            Heading(level=2, text="Sichern und Wiederherstellen", number="10", anchor="chapter-backup"),
            Group(
                role="noted",
                children=(
                    state,
                    Text(
                        spans=words(
                            "Verlorene Dateien und Postfächer kommen innert eines Arbeitstags zurück. "
                            "Das ganze System steht nach 8 Stunden wieder.",
                            strong=True,
                        ),
                        manner="decide",
                    ),
                    Heading(level=3, text="Was gesichert wird"),
                    finding,
                    Table(columns=columns, rows=(*rows, total), caption="Was gesichert wird"),
                    Heading(level=3, text="Eine Datei oder ein Postfach zurückholen"),
                    tested,
                    ListOf(items=tuple((paragraph(step),) for step in steps), manner="steps"),
                    Heading(level=3, text="Das ganze System wiederherstellen"),
                    state,
                    paragraph("Entscheidet Anna Keller."),
                    Heading(level=3, text="Was dieses Kapitel nicht regelt"),
                    finding,
                    tested,
                    Group(role="proposed", children=(paragraph("Kopien ausser Reichweite liegen bei der CloudBackup AG."),)),
                ),
            ),
        ),
    )


_MATRIX = (
    ("Störung", (("Störungen bearbeiten", "ICxAxR"), ("Grosse Störung leiten", "AxCRxx"), ("Mitarbeitende informieren", "RxACxx"))),
    ("Änderung", (("Änderung ausführen", "CxxARx"), ("Änderung freigeben", "BCxxRx"))),
    ("Betrieb", (("Sichern", "AxxIRx"), ("Wiederherstellen, proben", "ACxARx"), ("Überwachen", "IxxAxx"))),
)  # fmt: skip


def matrix() -> Group:
    people = ("Keller", "Frei", "Weber", "Oser", "Meyer", "Desk")
    columns = (
        Column(width_mm=21),
        Column(width_mm=7, align="right"),
        Column(head="Tätigkeit"),
        *(Column(head=name, width_mm=12, align="center", is_parted=name == "Oser") for name in people),
        Column(width_mm=24),
    )
    rows: list[Row] = []
    for group, lines in _MATRIX:
        for place, (name, letters) in enumerate(lines):
            fault = (Span(mark="blocker", text="2 × A"),) if letters.count("A") > 1 else ()
            rows.append(
                Row(
                    kind="plain" if place else "first",
                    cells=(
                        Cell(spans=() if place else words(group, strong=True)),
                        Cell(spans=words(str(len(rows) + 1), quiet=True)),
                        Cell(spans=words(name)),
                        *(Cell(spans=_letters(letter)) for letter in letters),
                        Cell(spans=fault),
                    ),
                )
            )
    legend = (
        Span(letter="A", text="verantwortet, genau eine Person"),
        Span(letter="R", text="führt aus"),
        Span(letter="C", text="wird gefragt"),
        Span(letter="I", text="wird informiert."),
    )
    return Group(
        role="section",
        anchor="responsibilities",
        children=(
            Heading(level=2, text="Wer wofür steht", anchor="responsibilities"),
            Text(spans=legend, manner="small"),
            Text(spans=words("Eine Zeile stimmt noch nicht.", strong=True), manner="small"),
            Table(
                columns=columns,
                rows=tuple(rows),
                manner="matrix",
                caption="Wer wofür steht",
                heads=(("", 3), ("Muster Treuhand", 3), ("NetServ", 3), ("", 1)),
            ),
        ),
    )


def _letters(letter: str) -> Spans:
    if letter == "B":
        return (Span(letter="A"), Span(letter="R"))
    return (Span(letter=letter),) if letter != "x" else ()  # type: ignore[arg-type]


def everything() -> Group:
    marks = tuple(cells(mark, "") for mark in MARKS)
    rows = tuple(
        Row(cells=(Cell(spans=(Span(mark=mark, text=mark),)), Cell(spans=words("Text"))), anchor=f"rule-{mark}")
        for mark in MARKS
    )
    assert len(marks) == len(rows)
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
            Table(columns=(Column(head="Zeichen"), Column(head="Was")), rows=rows, manner="register", caption="Zeichen"),
            Checklist(items=(("item-1", words("Der Notruf geht")), ("item-1", words("Zweimal derselbe Name")))),
            Field(kind="line", label="Name"),
            PageBreak(),
            paragraph("Nach dem Umbruch."),
        ),
    )
