"""Draws and writes what is ordered, one after the other, and says so."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from rollout_kit.cli.terminal import Terminal
from rollout_kit.errors import PdfUnavailable
from rollout_kit.files.write import write
from rollout_kit.message import N_, plural_message
from rollout_kit.report.ink import printable

if TYPE_CHECKING:
    from rollout_kit.assess.result import Result
    from rollout_kit.document import Document

Files = Sequence[tuple[str, bytes]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """Writes into a folder, a line for each document or export, and keeps what kept a PDF from being drawn."""

    terminal: Terminal
    folder: Path
    faults: list[PdfUnavailable] = field(default_factory=list)

    def print(self, document: "Document", format: str) -> None:
        """Draw and write a document in a format."""
        from rollout_kit import pipeline

        self._write(lambda: [pipeline.draw(document, format)])

    def export(self, result: "Result", format: str, language: str) -> None:
        """Draw and write what a result is exported to."""
        from rollout_kit import pipeline

        self._write(lambda: pipeline.export(result, format, language))

    def _write(self, drawn: Callable[[], Files]) -> None:
        begun = time.perf_counter()
        try:
            files = drawn()
        except PdfUnavailable as fault:
            # Each fault once: without the library, no PDF can be drawn; without a font, others may.
            if all(known.message != fault.message for known in self.faults):
                self.faults.append(fault)
            return
        first, *others = write(self.folder, files)
        words = self.terminal.words
        more = plural_message(N_("and {n} more for one person"), N_("and {n} more, one per person"), len(others))
        with_others = f" {words.text(more)}" if others else ""
        seconds = words.number(time.perf_counter() - begun, 1)
        self.terminal.say(f"{printable(str(first))}{with_others}  {seconds} s")
