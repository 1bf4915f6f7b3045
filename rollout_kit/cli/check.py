"""`rollout-kit check`."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Any

import click

from rollout_kit.cli import options
from rollout_kit.cli.assessed import assessed, text_report, words_for
from rollout_kit.cli.boundary import EXIT_FINE, EXIT_NOT_READY, EXIT_UNUSABLE
from rollout_kit.cli.terminal import Terminal
from rollout_kit.cli.worded import WordedCommand
from rollout_kit.errors import RolloutKitError
from rollout_kit.files.read import is_folder
from rollout_kit.finding import Severity
from rollout_kit.message import N_, message

if TYPE_CHECKING:
    from rollout_kit.assess.choice import Choice
    from rollout_kit.assess.result import Result
    from rollout_kit.pipeline import Outcome

FORMS = ("text", "concise", "json", "sarif", "github", "markdown")


@click.command(
    cls=WordedCommand,
    help=N_(
        "Say what is not ready in FILE, the verdict, and the next three things to do; of a folder, a line for each "
        "rollout in it. Writes nothing."
    ),
)
@options.FILE
@click.option(
    "--format", "form", callback=options.one_of(FORMS), shell_complete=options.words_of(FORMS), metavar="FORM",
    default="text", help=N_("How findings are printed: text, concise, json, sarif, github or markdown."),
)  # fmt: skip
@options.rules("--select", N_("Ask only these rules or families, separated by commas, such as TRN,OWN101."))
@options.rules("--ignore", N_("Leave these rules or families out, separated by commas."))
@options.fail_on(
    Severity.HIGH, N_("Least severity that makes the exit code 1: low, medium, high, blocker; high if not given.")
)
@options.as_of
@options.ui_language
@options.help_option
@click.pass_obj
def check(terminal: Terminal, /, file: Path, form: str, fail_on: Severity, as_of: date, **asked: Any) -> int:
    """Report what is not ready in a description, without writing anything."""
    choice = _choice(**asked)
    if is_folder(file):
        from rollout_kit.cli.check_folder import check_folder

        return check_folder(terminal, file, form, lambda each: assessed(each, as_of, choice), fail_on)
    outcome = assessed(file, as_of, choice)
    terminal.say(_told(outcome, terminal, file, form))
    if outcome.result is None:
        return EXIT_UNUSABLE
    if form == "text":
        terminal.hint(
            message(N_("rollout-kit build {file}      writes plan, handbook and checklist"), file=quote(str(file))),
            message(N_("rollout-kit explain CODE      says why a rule asks for something, with examples")),
        )
    return EXIT_NOT_READY if has_failed(outcome.result, fail_on) else EXIT_FINE


Assess = Callable[[Path], "Outcome"]


def has_failed(result: "Result", fail_on: Severity | None) -> bool:
    """Tell whether an open finding is at or above the severity that makes a run fail; None: none does."""
    if fail_on is None:
        return False
    return any(finding.is_open and finding.severity >= fail_on for finding in result.findings)


def _choice(select: tuple[str, ...], ignore: tuple[str, ...]) -> "Choice":
    from rollout_kit.assess.choice import Choice
    from rollout_kit.rules.catalogue import catalogue

    choice = Choice(select=select, ignore=ignore)
    if not choice.of(catalogue()):  # a pipeline would go green without having checked anything
        raise RolloutKitError(
            message(N_("--select and --ignore leave no rule to check")),
            help=message(N_("take out of --ignore what is to be checked")),
        )
    return choice


def _told(outcome: "Outcome", terminal: Terminal, file: Path, form: str) -> str:
    result = outcome.result
    if form == "text":
        report = text_report(outcome, terminal, file)
        return report.result(result) if result else report.problems((*outcome.problems, *outcome.notes))
    from rollout_kit.report.forms import FORMS as DRAWN
    from rollout_kit.report.forms import Told

    words = words_for(result, terminal) if result else terminal.words
    told = (*outcome.problems, *outcome.notes) if form != "json" or result is None else ()
    return DRAWN[form](Told(result=result, problems=told, words=words, folder=folder_of(file)))


def folder_of(file: Path) -> str:
    """Return the folder of a file as it is found from here: relative, with a slash; nothing where it lies elsewhere."""
    try:
        inside = file.resolve().parent.relative_to(Path.cwd())
    except (OSError, ValueError):
        return ""
    return "" if inside == Path() else f"{inside.as_posix()}/"
