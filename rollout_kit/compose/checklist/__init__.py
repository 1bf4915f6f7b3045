"""The checklist of the kickoff: what is decided today on the front, who was there and what stays open on the back."""

from rollout_kit.assess.result import Result
from rollout_kit.compose.checklist.back import attendance_sheet, back, people_of_kickoff, places_on_back
from rollout_kit.compose.checklist.front import front
from rollout_kit.compose.checklist.sheet import Sheets
from rollout_kit.compose.wording import document
from rollout_kit.document import Document
from rollout_kit.language.words import Words
from rollout_kit.message import N_


def compose_checklist(result: Result, words: Words) -> Document:
    """Return the sheet of the kickoff; where more people come than fit on its back, they have a sheet of their own."""
    people = people_of_kickoff(result, words)
    has_own_sheet = len(people) > places_on_back(result)
    sheets = Sheets(result=result, words=words, pages=3 if has_own_sheet else 2)
    extra = (attendance_sheet(sheets, people),) if has_own_sheet else ()
    return document(
        result,
        words,
        kind="checklist",
        kind_word=words.say(N_("Kickoff checklist")),
        children=(front(sheets), *extra, back(sheets, () if has_own_sheet else people)),
    )
