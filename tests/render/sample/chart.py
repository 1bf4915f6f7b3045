"""A Gantt chart, with names that are long, hostile and Arabic."""

from datetime import date, timedelta

from rollout_kit.document import Chart, Group, Heading
from rollout_kit.document.charts import GanttData, GanttRow, PersonLoad, Stretch

from .parts import ARABIC, HOSTILE, LONG_WORD

_START = date(2027, 1, 11)

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
)


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
        "holidays": (
            Stretch(starts_on=date(2027, 2, 22), ends_on=date(2027, 2, 22), word="22. nachm. frei", half=True),
        ),
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
