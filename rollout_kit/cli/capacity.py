"""`rollout-kit capacity`."""

from datetime import date
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

import click

from rollout_kit.cli import options
from rollout_kit.cli.assessed import assessed, text_report, words_for
from rollout_kit.cli.boundary import EXIT_FINE, EXIT_UNUSABLE
from rollout_kit.cli.terminal import Terminal
from rollout_kit.cli.worded import WordedCommand
from rollout_kit.message import N_, message

if TYPE_CHECKING:
    from rollout_kit.assess.result import Result
    from rollout_kit.pipeline import Outcome

FORMS = ("text", "json")


@click.command(
    cls=WordedCommand,
    help=N_(
        "Say whether the support structure in FILE carries the expected load, until when, and what helps most. Writes "
        "nothing."
    ),
)
@options.FILE
@click.option(
    "--format", "form", callback=options.one_of(FORMS), shell_complete=options.words_of(FORMS), metavar="FORM",
    default="text", help=N_("How the answer is printed: text or json."),
)  # fmt: skip
@options.as_of
@options.ui_language
@options.help_option
@click.pass_obj
def capacity(terminal: Terminal, /, file: Path, form: str, as_of: date) -> int:
    """Say whether support carries the load of a description, without writing anything."""
    outcome = assessed(file, as_of)
    if outcome.result is None:
        terminal.say(_problems(outcome, terminal, file, form))
        return EXIT_UNUSABLE
    terminal.say(_told(outcome.result, terminal, form))
    if form == "text":
        terminal.hint(
            message(N_("rollout-kit build {file}      writes plan, handbook and checklist"), file=quote(str(file))),
        )
    return EXIT_FINE


def _problems(outcome: "Outcome", terminal: Terminal, file: Path, form: str) -> str:
    found = (*outcome.problems, *outcome.notes)
    if form == "text":
        return text_report(outcome, terminal, file).problems(found)
    from rollout_kit.report.as_json import problems_as_json

    return problems_as_json(found, terminal.words)


def _told(result: "Result", terminal: Terminal, form: str) -> str:
    from rollout_kit.capacity.model import Untold
    from rollout_kit.report.capacity_json import capacity_as_json
    from rollout_kit.report.capacity_page import CapacityPage

    assert result.carrying is not None  # of every result that the pipeline made
    answered, words = result.carrying.answer, words_for(result, terminal)
    if form == "json":
        return capacity_as_json(answered, words)
    page = CapacityPage(result.case.rollout, words, terminal.ink)
    return page.untold(answered) if isinstance(answered, Untold) else page.answer(answered)
