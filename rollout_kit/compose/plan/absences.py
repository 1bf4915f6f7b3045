"""What if somebody is missing in the week of go-live: a table, one line per person whose absence does harm."""

from rollout_kit.assess.missing_person import DAYS_AWAY, MissingPerson, days_away, missing_people
from rollout_kit.compose.plan.planned import Desk
from rollout_kit.compose.wording import plain
from rollout_kit.document import Cell, Column, Heading, Node, Row, Span, Spans, Table, Text
from rollout_kit.message import N_, plural_message

MOST_ACTIVITIES = 4


def absences(desk: Desk) -> tuple[Node, ...]:
    """Return head, sentence and table; nothing where the description names nobody who carries something out."""
    case = desk.result.case.confirmed
    found = missing_people(case)
    if not found:
        return ()
    title = desk.say(N_("If somebody is missing at go-live"))
    harmful = [each for each in found if each.harms]
    days = days_away(case)
    note = desk.say(
        N_("Reckoned: each person away for {days} working days, {first} to {last}."),
        days=DAYS_AWAY,
        first=desk.words.day(days[0]),
        last=desk.words.day(days[-1]),
    )
    sentence = plural_message(
        N_("The absence of {n} person stops something."), N_("The absence of {n} people stops something."), len(harmful)
    )
    said = desk.words.text(sentence) if harmful else desk.say(N_("Nobody's absence stops anything."))
    head = (Heading(level=2, text=title), Text(spans=plain(f"{said} {note}"), manner="small"))
    if not harmful:
        return head
    columns = (
        Column(head=desk.say(N_("Who")), width_mm=40),
        Column(head=desk.say(N_("What stops")), label=desk.say(N_("What stops"))),
        Column(head=desk.say(N_("Skills that are lost")), width_mm=44, label=desk.say(N_("Skills that are lost"))),
        Column(head=desk.say(N_("Deputy")), width_mm=34, label=desk.say(N_("Deputy"))),
    )
    rows = tuple(_row(desk, each) for each in harmful)
    return (*head, Table(columns=columns, rows=rows, caption=title))


def _row(desk: Desk, missing: MissingPerson) -> Row:
    skills = {skill.id: skill.covers for skill in desk.result.case.rollout.critical_skills}
    lost = desk.words.names(skills[id] or id for id in missing.skills)
    return Row(
        cells=(
            Cell(spans=(Span(text=desk.people.name(missing.person), strong=True),)),
            Cell(spans=plain(_stops(desk, missing))),
            Cell(spans=plain(lost or "–")),
            Cell(spans=_deputy(desk, missing)),
        )
    )


def _stops(desk: Desk, missing: MissingPerson) -> str:
    known = {activity.id for activity in desk.result.case.playbook.activities}
    names = [
        desk.words.text_of_playbook(f"activities.{id}.name") if id in known else id.replace("_", " ")
        for id in missing.stops
    ]
    more = len(names) - MOST_ACTIVITIES
    if more > 0:
        names = [*names[:MOST_ACTIVITIES], desk.say(N_("{count} more"), count=more)]
    return desk.words.names(names) or "–"


def _deputy(desk: Desk, missing: MissingPerson) -> Spans:
    if missing.deputy is None:
        return (Span(mark="open", text=desk.say(N_("nobody who is there"))),)
    return plain(desk.people.name(missing.deputy))
