"""The back: who was there, what stays open, notes, and the signatures of both sides."""

from collections.abc import Sequence

from rollout_kit.assess.result import Result
from rollout_kit.compose.checklist.sheet import Sheets
from rollout_kit.compose.fit import BOLD, MM_PER_POINT, fitted, width_em
from rollout_kit.compose.wording import People, short_house, shortened
from rollout_kit.document import Attendee, Checklist, Field, Group, Heading, Node
from rollout_kit.language.words import Words
from rollout_kit.message import N_
from rollout_kit.plan.cast import Cast
from rollout_kit.plan.model import PersonRef

LINES_ON_BACK = {"A4": 12, "Letter": 10}  # of 9.5 mm: attendance and notes together
PLACES_ON_SHEET, OWN_SHEET_PLACES = 18, 15  # at most; named and empty together
EMPTY_LINES, LEAST_LINES = 2, 6  # where few are named, the others write themselves down
OPEN_LINES, MOST_OPEN_LINES = 5, 8  # the more where attendance has a sheet of its own
MOST_NOTES, LEAST_NOTES, OWN_SHEET_NOTES = 5, 2, 7
NAME_CHARACTERS = 30
LINE_MM, LARGE = 101.0, 12  # name and role on one line, in points


def places_on_back(result: Result) -> int:
    """Return how many named people fit on the back, whose height differs with the paper."""
    return LINES_ON_BACK[result.case.rollout.brand.paper] - LEAST_NOTES - EMPTY_LINES


def people_of_kickoff(result: Result, words: Words) -> tuple[Attendee, ...]:
    """Return whom the plan seats at the kickoff, the customer's house first; who is to be named is an empty line."""
    rollout = result.case.rollout
    people = People(rollout, words)
    task = result.case.plan.task_at("kickoff")
    refs = [stake.person for stake in task.stakes] if task else [person.id for person in rollout.people]
    named = [ref for ref in dict.fromkeys(refs) if people.is_named(ref)]
    ordered = sorted(named, key=lambda ref: people.side(ref) != "customer")
    return tuple(_attendee(ref, people, result) for ref in ordered)


def _attendee(ref: PersonRef, people: People, result: Result) -> Attendee:
    person = result.case.rollout.person_by_id.get(ref)
    title = person.title if person else ""
    house = short_house(people.house(person.organisation)) if person else ""
    name = fitted(people.name(ref), LINE_MM, LARGE, is_bold=True)
    return Attendee(id=f"here-{ref}", name=name, role=_role(name, title, house))


def _role(name: str, title: str, house: str) -> str:
    """Return title and house as far as one line goes: the house by its first word, or only the title."""
    room = LINE_MM - width_em(f"{name}, ") * BOLD * LARGE * MM_PER_POINT
    for known_as in (house, house.partition(" ")[0], ""):
        role = ", ".join(part for part in (title, known_as) if part)
        if width_em(role) * LARGE * MM_PER_POINT <= room:
            return role
    return fitted(title, room, LARGE)


def back(sheets: Sheets, people: Sequence[Attendee]) -> Group:
    """Return the back; without attendance where that has a sheet of its own."""
    say = sheets.words.say
    attendance = _attendance(sheets, people, _empty_lines(people)) if _has_attendance(sheets, people) else ()
    lead = say(N_("{rollout}. Kickoff {day}."), rollout=sheets.rollout, day=_day(sheets))
    title = say(N_("Who was there, what stays open")) if attendance else say(N_("What stays open"))
    return sheets.sheet(
        title,
        lead,
        sheets.back_page,
        (
            *attendance,
            Heading(level=2, text=say(N_("Stays open"))),
            *(_open_line(number, sheets) for number in range(1, (OPEN_LINES if attendance else MOST_OPEN_LINES) + 1)),
            Heading(level=2, text=say(N_("Notes"))),
            Field(kind="ruled", lines=_note_lines(sheets, people)),
            _signatures(sheets),
        ),
    )


def _note_lines(sheets: Sheets, people: Sequence[Attendee]) -> int:
    """Return how many lines for notes are left by those who are there."""
    if not _has_attendance(sheets, people):
        return OWN_SHEET_NOTES
    room = LINES_ON_BACK[sheets.result.case.rollout.brand.paper] - len(people) - _empty_lines(people)
    return min(MOST_NOTES, room)


def _has_attendance(sheets: Sheets, people: Sequence[Attendee]) -> bool:
    return bool(people) or sheets.back_page == 2


def _empty_lines(people: Sequence[Attendee]) -> int:
    return max(EMPTY_LINES, LEAST_LINES - len(people))


def _empty_places(people: Sequence[Attendee]) -> int:
    """Return the empty lines of a sheet that holds the attendance alone."""
    return max(EMPTY_LINES, OWN_SHEET_PLACES - len(people))


def attendance_sheet(sheets: Sheets, people: Sequence[Attendee]) -> Group:
    """Return a sheet for the attendance alone."""
    say = sheets.words.say
    lead = say(N_("{rollout}. Kickoff {day}."), rollout=sheets.rollout, day=_day(sheets))
    return sheets.sheet(
        say(N_("Who was there")), lead, 2, _attendance(sheets, people[:PLACES_ON_SHEET], _empty_places(people))
    )


def _day(sheets: Sheets) -> str:
    return sheets.words.full_date(sheets.result.case.plan.first_day)


def _attendance(sheets: Sheets, people: Sequence[Attendee], empty_lines: int) -> tuple[Node, ...]:
    blank = range(1, empty_lines + 1)
    empty = tuple(Attendee(id=f"here-empty-{n}", name="", role="") for n in blank)
    return (
        Heading(level=2, text=sheets.words.say(N_("Present"))),
        Checklist(attendees=(*people, *empty)),
    )


def _open_line(number: int, sheets: Sheets) -> Field:
    say = sheets.words.say
    return Field(kind="open-item", label=str(number), words=(say(N_("who")), say(N_("by when"))))


def _signatures(sheets: Sheets) -> Group:
    """Return who signs: the sponsor for the customer, the operations lead for the provider, who leads the meeting."""
    result, words = sheets.result, sheets.words
    rollout = result.case.rollout
    people, cast = People(rollout, words), Cast(rollout, result.case.playbook)
    place = words.say(N_("Place, date"))
    fields = tuple(
        Field(
            kind="signature",
            label=shortened(people.name(ref), NAME_CHARACTERS) if people.is_named(ref) else "",
            house=words.say(N_("for {house}"), house=shortened(house, NAME_CHARACTERS)),
            words=(place,),
        )
        for ref, house in ((cast.first("SP"), rollout.customer.name), (cast.first("OL"), rollout.provider.name))
    )
    return Group(role="signatures", children=fields)
