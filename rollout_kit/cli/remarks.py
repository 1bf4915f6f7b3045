"""What is told about documents before they are written: a logo that is left out, an accent that is changed."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rollout_kit.cli.terminal import Terminal
from rollout_kit.message import N_
from rollout_kit.report.text import TextReport

if TYPE_CHECKING:
    from rollout_kit.assess.result import Result
    from rollout_kit.document import Document


def remark_on_brand(terminal: Terminal, report: TextReport, result: "Result", documents: "Sequence[Document]") -> None:
    """Tell, with their places, the notes on `[brand]`; and the accent, where it could not be read as it is written."""
    from rollout_kit.render.accent import PAPER, readable

    notes = [note for note in result.notes if note.path[:1] == ("brand",)]
    if notes:
        terminal.tell(report.notes(notes))
    written = documents[0].accent.lower() if documents else PAPER
    printed = readable(written, PAPER) if documents else PAPER
    if printed != written:
        note = terminal.error_ink.note(terminal.words.say(N_("note")))
        text = N_("accent {written} is printed as {printed} so that it can be read")
        terminal.tell(f"{note}: {terminal.words.say(text, written=written, printed=printed)}")
