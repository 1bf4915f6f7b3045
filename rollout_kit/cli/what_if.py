"""`rollout-kit what-if`."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from rollout_kit.cli import options
from rollout_kit.cli.assessed import outcome_of, project_of, text_report, words_for
from rollout_kit.cli.boundary import EXIT_FINE, EXIT_UNUSABLE
from rollout_kit.cli.terminal import Terminal
from rollout_kit.cli.worded import WordedCommand
from rollout_kit.errors import RolloutKitError
from rollout_kit.finding import Problem, dotted
from rollout_kit.message import N_, Message, message
from rollout_kit.report.fault import error_text

FORMS = ("text", "json")


@click.command(
    name="what-if",
    cls=WordedCommand,
    help=N_(
        "Show verdict and plan of FILE with changed values beside today's, such as rollout.days=21 "
        "people.meyer.share=0.5; KEY= takes a key out. Writes nothing."
    ),
)
@options.FILE
@click.argument("changes", nargs=-1, required=True, metavar="KEY=VALUE...")
@click.option(
    "--format", "form", callback=options.one_of(FORMS), shell_complete=options.words_of(FORMS), metavar="FORM",
    default="text", help=N_("How it is printed: text or json."),
)  # fmt: skip
@options.as_of
@options.ui_language
@options.help_option
@click.pass_obj
def what_if(terminal: Terminal, /, file: Path, changes: tuple[str, ...], form: str, as_of: date) -> int:
    """Show what changed values would do, without writing anything."""
    from rollout_kit.compare.changes import changed, changes_of

    asked = changes_of(changes)
    texts = project_of(file)
    before = outcome_of(texts, as_of)
    if before.result is None:
        terminal.say(text_report(before, terminal, file).problems((*before.problems, *before.notes)))
        return EXIT_UNUSABLE

    from rollout_kit import pipeline
    from rollout_kit.compare.difference import difference
    from rollout_kit.compare.unknown_names import with_unknown_names
    from rollout_kit.report.what_if import what_if as told
    from rollout_kit.report.what_if import what_if_as_json

    after = pipeline.run(texts.main, changed(texts.main, texts.contents, asked), as_of)
    if after.result is None:
        _tell_unusable(terminal, with_unknown_names(after.problems, before.places), changes)
        return EXIT_UNUSABLE
    found, words = difference(before.result, after.result), words_for(after.result, terminal)
    terminal.say(
        what_if_as_json(found, changes, words) if form == "json" else told(found, changes, words, terminal.ink)
    )
    return EXIT_FINE


def _tell_unusable(terminal: Terminal, problems: Sequence[Problem], changes: tuple[str, ...]) -> None:
    """Tell all problems of the changed description, by their keys: it stands in no file."""
    named = " ".join(changes)
    if len(problems) == 1:
        text = N_("with {changes} the description cannot be used: {fault}")
        raise RolloutKitError(message(text, changes=named, fault=problems[0].message), help=problems[0].help)
    errors = [
        RolloutKitError(message(N_("with {changes} the description cannot be used"), changes=named)),
        *(RolloutKitError(_said(one), help=one.help) for one in problems),
    ]
    terminal.tell("\n\n".join(error_text(each, terminal.words, terminal.error_ink) for each in errors))


def _said(problem: Problem) -> Message:
    if not problem.path:
        return problem.message
    return message(N_("{path}: {fault}"), path=dotted(problem.path), fault=problem.message)
