"""`rollout-kit build`, and the commands that write one document: `plan`, `handbook`, `checklist`."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

import click

from rollout_kit.cli import options
from rollout_kit.cli.assessed import files_of, outcome_of, project_of, text_report
from rollout_kit.cli.boundary import EXIT_FINE, EXIT_NO_PDF, EXIT_NOT_READY, EXIT_UNUSABLE
from rollout_kit.cli.check import has_failed
from rollout_kit.cli.press import Export, Press, exported
from rollout_kit.cli.remarks import remark_on_brand
from rollout_kit.cli.terminal import Terminal
from rollout_kit.cli.watched import watched
from rollout_kit.cli.worded import WordedCommand
from rollout_kit.files.write import refuse_blocked
from rollout_kit.finding import Severity
from rollout_kit.language.words import DOCUMENT_LANGUAGES
from rollout_kit.message import N_, message
from rollout_kit.report.fault import error_text

if TYPE_CHECKING:
    from rollout_kit.assess.edition import Paper, Side
    from rollout_kit.document import Document

DEFAULT_FOLDER = "documents"

_fail_on = options.fail_on(
    None, N_("Exit with 1 where a finding has at least this severity: low, medium, high, blocker; never if not given.")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Order:
    """What is to be written: from which file, as of which day, in which formats and language, where to."""

    file: Path
    as_of: date
    formats: tuple[str, ...]
    language: str | None
    folder: Path | None
    fail_on: Severity | None
    edition: "Side | None" = None
    paper: "Paper | None" = None
    is_watching: bool = False

    @property
    def target(self) -> Path:
        return self.folder if self.folder is not None else self.file.parent / DEFAULT_FOLDER


_watch = click.option(
    "--watch", "is_watching", is_flag=True,
    help=N_("Go on, and write again whenever a file of the project changes; Ctrl+C ends it."),
)  # fmt: skip
_every_format = options.formats(
    (*options.FORMATS, *options.EXPORTS), N_("Formats, separated by commas: html, pdf, xlsx, ics; all if not given.")
)
_formats_of_one = options.formats(
    options.FORMATS, N_("Formats, separated by commas: html, pdf, xlsx, ics; html and pdf if not given.")
)


def _order_options(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command what every order has besides its documents, in the order in which the help shows it."""
    ordered = (
        options.to_folder, options.document_language, options.edition, options.paper, _fail_on, options.as_of, _watch,
        options.ui_language, options.help_option,
    )  # fmt: skip
    for option in reversed(ordered):
        command = option(command)
    return command


@click.command(cls=WordedCommand, help=N_("Write all documents of FILE, or those asked for."))
@options.FILE
@click.option(
    "--document", "kinds", callback=options.list_of(options.KINDS), metavar="LIST", default=",".join(options.KINDS),
    help=N_(
        "Documents, separated by commas: plan, handbook, checklist, open-items, go-live, emergency, contacts; "
        "all if not given."
    ),
)  # fmt: skip
@_every_format
@_order_options
@click.pass_obj
def build(terminal: Terminal, /, kinds: tuple[str, ...], **order: object) -> int:
    """Write all documents, or those that are asked for."""
    return _ordered(terminal, _Order(**order), kinds)  # type: ignore[arg-type]


def _one_document(kind: str, help: str) -> click.Command:
    @click.command(name=kind, cls=WordedCommand, help=help)
    @options.FILE
    @_formats_of_one
    @_order_options
    @click.pass_obj
    def command(terminal: Terminal, /, **order: object) -> int:
        return _ordered(terminal, _Order(**order), (kind,))  # type: ignore[arg-type]

    return command


plan = _one_document("plan", N_("Write the plan of FILE as HTML and PDF."))
handbook = _one_document("handbook", N_("Write the operations handbook of FILE as HTML and PDF."))
checklist = _one_document("checklist", N_("Write the kickoff checklist of FILE as HTML and PDF."))


def _ordered(terminal: Terminal, order: _Order, kinds: Sequence[str]) -> int:
    if not order.is_watching:
        return _build(terminal, order, kinds)
    return watched(terminal, order.file, order.target, lambda: _build(terminal, order, kinds))


def _build(terminal: Terminal, order: _Order, kinds: Sequence[str]) -> int:
    from rollout_kit import pipeline

    texts = project_of(order.file)
    outcome = outcome_of(texts, order.as_of)
    result = outcome.result
    if result is None:
        report = text_report(outcome, terminal, order.file, on_stderr=True)
        terminal.tell(report.problems((*outcome.problems, *outcome.notes)))
        return EXIT_UNUSABLE
    language = order.language or result.case.rollout.about.language
    _note_missing_language(terminal, language)
    press = Press(terminal=terminal, folder=order.target)
    result = pipeline.copy_of(result, order.edition, order.paper)
    documents = pipeline.documents(result, kinds, language)
    remark_on_brand(terminal, text_report(outcome, terminal, order.file, on_stderr=True), result, documents)
    exports = {each: exported(result, each, language) for each in order.formats if each in options.EXPORTS}
    refuse_blocked(order.target, _names(order, documents, exports), files_of(texts, order.file))
    # HTML comes first in the list of formats: it needs no library of the system, whatever becomes of the PDFs.
    for format in order.formats:
        if format in exports:
            press.export(exports[format])
        else:
            press.print(documents, format)
    terminal.say(text_report(outcome, terminal, order.file).verdict(result))
    if press.faults:
        for fault in press.faults:
            terminal.tell(error_text(fault, terminal.words, terminal.error_ink))
        return EXIT_NO_PDF
    file = quote(str(order.file))
    terminal.hint(
        message(N_("rollout-kit check {file}      says what is not ready, and what to do next"), file=file),
        message(N_("print the checklist for the kickoff, and bring pens")),
    )
    return EXIT_NOT_READY if has_failed(result, order.fail_on) else EXIT_FINE


def _names(order: _Order, documents: "Sequence[Document]", exports: Mapping[str, Export]) -> Iterator[str]:
    """Yield the names of all files that are to be written."""
    from rollout_kit.render.formats import file_name

    for format in order.formats:
        if format in exports:
            yield from (name for name, _ in exports[format].files)
        else:
            yield from (file_name(document, format) for document in documents)


def _note_missing_language(terminal: Terminal, language: str) -> None:
    if language not in DOCUMENT_LANGUAGES:
        note = terminal.error_ink.note(terminal.words.say(N_("note")))
        text = N_('the documents are written in English, since "{language}" is not translated yet')
        terminal.tell(f"{note}: {terminal.words.say(text, language=language)}")
