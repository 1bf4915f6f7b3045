"""A checklist of two sheets."""

from rollout_kit.document import Attendee, Checklist, Decision, Document, Field, Group, Heading, SheetFoot, Span, Text

from .parts import document, words
from .plan import signatures

_DECISIONS = (
    (
        "Wer allein verantwortet die Wiederherstellung?",
        "Anna Keller, Vertretung Beat Frei",
        "Petra Weber",
        "kein Go-live. Zwei Namen sind im Ernstfall keiner.",
    ),
    (
        "Wer nimmt vor 8, nach 17 Uhr und am Samstag Anrufe an?",
        "Pikett NetServ, 031 555 02 00",
        "Claire Oser",
        "14 von 59 Stunden je Woche hebt niemand ab.",
    ),
    (
        "Wie schnell reagiert NetServ bei einem P1?",
        "in 15 statt 30 Minuten",
        "Claire Oser",
        "15 + 30 = 45 Minuten, versprochen sind 30.",
    ),
    (
        "Ab wann gibt es am 6. Februar kein Zurück mehr?",
        "10:00 Uhr, Rückweg 6 Stunden",
        "Petra Weber",
        "kein Go-live. Der Rückweg reicht nicht bis Montag.",
    ),
    (
        "Wer hat ein Notfallkonto, das NetServ nicht sperrt?",
        "Beat Frei, Couvert im Tresor",
        "Anna Keller",
        "kein Go-live. Ohne NetServ geht dann nichts.",
    ),
    (
        "Wer vertritt Anna Keller vom 1. bis 5. Februar?",
        "Beat Frei, an diesen Tagen zu 80 %",
        "Petra Weber",
        "die Probe am 3. Februar hat beim Kunden keine Leitung.",
    ),
    (
        "Auf welcher Grundlage wird der Pilot ausgeweitet?",
        "höchstens 2 offene schwere Fehler",
        "Petra Weber",
        "der Entscheid am 2. Februar wird Geschmackssache.",
    ),
    (
        "In welcher Sprache wird Genève geschult?",
        "französisch, 29. Januar und 3. Februar",
        "Beat Frei",
        "25 Personen lernen am ersten Tag am Telefon.",
    ),
    ("", "", "", ""),  # for a decision of one's own
)


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
            Text(
                spans=words("Kickoff Montag, 11. Januar 2027, 09:00, Zürich. Kreuz bei Ja heisst: wie vorgeschlagen.")
            ),
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
