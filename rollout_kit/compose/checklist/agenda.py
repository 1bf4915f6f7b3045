"""The agenda of the kickoff on a sheet of its own: for whoever keeps the time."""

from rollout_kit.compose.checklist.sheet import Sheets
from rollout_kit.compose.handbook.agendas import minutes_of, table_of
from rollout_kit.compose.handbook.book import Book
from rollout_kit.document import Field, Group, Heading
from rollout_kit.message import N_
from rollout_kit.playbook.content import Agenda

NOTE_LINES = 4


def agenda_sheet(sheets: Sheets, agenda: Agenda, book: Book) -> Group:
    """Return the last sheet: points with their minutes from the beginning, who leads, and what each ends with."""
    say, words = sheets.words.say, sheets.words
    day = words.full_date(sheets.result.case.plan.first_day)
    lead = say(
        N_("Kickoff {day}, {length}. Minutes are counted from the beginning."),
        day=day,
        length=words.effort(sum(minutes_of(agenda, book))),
    )
    notes = (Heading(level=2, text=say(N_("Notes"))), Field(kind="ruled", lines=NOTE_LINES))
    return sheets.sheet(book.own(f"agendas.{agenda.id}.name"), lead, sheets.pages, (table_of(agenda, book), *notes))
