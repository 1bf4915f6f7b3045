"""The checklist of the kickoff: what is decided on the front, who was there and what stays open on the back.

The agenda follows on a sheet of its own, for whoever keeps the time.
"""

from rollout_kit.assess.result import Result
from rollout_kit.compose.checklist.agenda import agenda_sheet
from rollout_kit.compose.checklist.back import attendance_sheet, back, people_of_kickoff, places_on_back
from rollout_kit.compose.checklist.front import front
from rollout_kit.compose.checklist.sheet import Sheets
from rollout_kit.compose.handbook.agendas import kickoff_agenda
from rollout_kit.compose.handbook.book import Book
from rollout_kit.compose.wording import document
from rollout_kit.document import Document
from rollout_kit.language.words import Words
from rollout_kit.message import N_


def compose_checklist(result: Result, words: Words) -> Document:
    """Return the sheet of the kickoff; where more people come than fit on its back, they have a sheet of their own."""
    people = people_of_kickoff(result, words)
    has_own_sheet = len(people) > places_on_back(result)
    book = Book(result=result, words=words)
    agenda = kickoff_agenda(book)
    back_page = 3 if has_own_sheet else 2
    sheets = Sheets(result=result, words=words, back_page=back_page, pages=back_page + (agenda is not None))
    extra = (attendance_sheet(sheets, people),) if has_own_sheet else ()
    last = (agenda_sheet(sheets, agenda, book),) if agenda else ()
    return document(
        result,
        words,
        kind="checklist",
        kind_word=words.say(N_("Kickoff checklist")),
        children=(front(sheets), *extra, back(sheets, () if has_own_sheet else people), *last),
    )
