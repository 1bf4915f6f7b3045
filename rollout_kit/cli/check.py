"""`rollout-kit check`."""

from datetime import date
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

import click

from rollout_kit.cli import options
from rollout_kit.cli.assessed import assessed, text_report, words_for
from rollout_kit.cli.boundary import EXIT_FINE, EXIT_NOT_READY, EXIT_UNUSABLE
from rollout_kit.cli.terminal import Terminal
from rollout_kit.cli.worded import WordedCommand
from rollout_kit.finding import Severity
from rollout_kit.message import N_, message

if TYPE_CHECKING:
    from rollout_kit.assess.result import Result
    from rollout_kit.pipeline import Outcome


@click.command(
    cls=WordedCommand,
    help=N_("Say what is not ready in FILE, the verdict, and the next three things to do. Writes nothing."),
)
@options.FILE
@click.option(
    "--format", "form", callback=options.one_of(("text", "json")), metavar="FORM", default="text",
    help=N_("How findings are printed: text or json; text if not given."),
)  # fmt: skip
@options.fail_on(
    Severity.HIGH, N_("Least severity that makes the exit code 1: low, medium, high, blocker; high if not given.")
)
@options.as_of
@options.ui_language
@options.help_option
@click.pass_obj
def check(terminal: Terminal, file: Path, form: str, fail_on: Severity, as_of: date) -> int:
    """Report what is not ready in a description, without writing anything."""
    outcome = assessed(file, as_of)
    if outcome.result is None:
        terminal.say(_problems(outcome, terminal, file, form))
        return EXIT_UNUSABLE
    terminal.say(_findings(outcome, outcome.result, terminal, file, form))
    if form == "text":
        terminal.hint(
            message(N_("rollout-kit build {file}      writes plan, handbook and checklist"), file=quote(str(file))),
            message(N_("rollout-kit explain CODE      says why a rule asks for something, with examples")),
        )
    return EXIT_NOT_READY if has_failed(outcome.result, fail_on) else EXIT_FINE


def has_failed(result: "Result", fail_on: Severity | None) -> bool:
    """Tell whether an open finding is at or above the severity that makes a run fail; None: none does."""
    if fail_on is None:
        return False
    return any(finding.state == "open" and finding.severity >= fail_on for finding in result.findings)


def _problems(outcome: "Outcome", terminal: Terminal, file: Path, form: str) -> str:
    from rollout_kit.report.as_json import problems_as_json

    if form == "json":
        return problems_as_json(outcome.problems, terminal.words)
    return text_report(outcome, terminal, file).problems((*outcome.problems, *outcome.notes))


def _findings(outcome: "Outcome", result: "Result", terminal: Terminal, file: Path, form: str) -> str:
    from rollout_kit.report.as_json import result_as_json

    if form == "json":
        return result_as_json(result, words_for(result, terminal))
    return text_report(outcome, terminal, file).result(result)
