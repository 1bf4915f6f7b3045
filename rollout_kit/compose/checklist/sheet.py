"""What every sheet of a checklist has: a title between the upper marks, and a foot that says which sheet it is."""

from dataclasses import dataclass

from rollout_kit.assess.result import Result
from rollout_kit.compose.wording import edition_line, shortened
from rollout_kit.document import Group, Heading, Node, SheetFoot, Span, Text
from rollout_kit.language.words import Words
from rollout_kit.message import N_

NAME_CHARACTERS = 60  # of the rollout, in the foot and under a title


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheets:
    """The sheets of one pause point, the kickoff."""

    result: Result
    words: Words
    back_page: int
    pages: int

    @property
    def rollout(self) -> str:
        """The name of the rollout, cut to one line."""
        return shortened(self.result.case.rollout.about.name, NAME_CHARACTERS)

    def sheet(self, title: str, lead: str, page: int, children: tuple[Node, ...]) -> Group:
        """Return one sheet."""
        head = (Heading(level=1, text=title, anchor=f"sheet-{page}"), Text(spans=(Span(text=lead),), manner="small"))
        return Group(role="sheet", children=(*head, *children), sheet=self._foot(page))

    def _foot(self, page: int) -> SheetFoot:
        say, id = self.words.say, self.result.sheet_id
        which = say(N_("Sheet {id}, page {page} of {pages}."), id=id, page=page, pages=self.pages)
        return SheetFoot(
            qr=f"{id}K{page}",
            qr_label=which,
            lines=(
                f"{self.rollout}. {which}",
                edition_line(self.result, self.words) + ".",
                say(N_("Wrong tick? Fill the whole box: then it does not count.")),
            ),
        )
