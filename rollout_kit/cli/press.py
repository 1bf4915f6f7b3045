"""Draws and writes what is ordered, and says so, in the order in which it was ordered."""

import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from rollout_kit.cli.abreast import drawn
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
class Export:
    """What a result is exported to in one format, and how long that took."""

    files: Files
    seconds: float


def exported(result: "Result", format: str, language: str) -> Export:
    """Draw what a result is exported to, in a moment: so the names of its files are known before any is written."""
    from rollout_kit import pipeline

    begun = time.perf_counter()
    files = pipeline.export(result, format, language)
    return Export(files=files, seconds=time.perf_counter() - begun)


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """Writes into a folder, a line for each document or export, and keeps what kept a PDF from being drawn."""

    terminal: Terminal
    folder: Path
    faults: list[PdfUnavailable] = field(default_factory=list)

    def print(self, documents: "Sequence[Document]", format: str) -> None:
        """Draw documents in a format, side by side where the machine can, and write each as soon as its turn comes."""
        with closing(drawn(documents, format)) as outcomes:
            for outcome in outcomes:
                if isinstance(outcome, PdfUnavailable):
                    self._keep(outcome)
                else:
                    self._write([(outcome.name, outcome.content)], outcome.seconds)

    def export(self, export: Export) -> None:
        """Write what a result is exported to."""
        self._write(export.files, export.seconds)

    def _keep(self, fault: PdfUnavailable) -> None:
        # Each fault once: without the library, no PDF can be drawn; without a font, others may.
        if all(known.message != fault.message for known in self.faults):
            self.faults.append(fault)

    def _write(self, files: Files, seconds: float) -> None:
        first, *others = write(self.folder, files)
        words = self.terminal.words
        more = plural_message(N_("and {n} more for one person"), N_("and {n} more, one per person"), len(others))
        with_others = f" {words.text(more)}" if others else ""
        self.terminal.say(f"{printable(str(first))}{with_others}  {words.number(seconds, 1)} s")
