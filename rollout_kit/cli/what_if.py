"""`rollout-kit what-if`."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from rollout_kit.cli import options
from rollout_kit.cli.assessed import outcome_of, project_of, text_report, words_for
from rollout_kit.cli.boundary import EXIT_FINE, EXIT_UNUSABLE
from rollout_kit.cli.terminal import Terminal
from rollout_kit.cli.worded import WordedCommand
from rollout_kit.errors import RolloutKitError
from rollout_kit.message import N_, message, plural_message

if TYPE_CHECKING:
    from rollout_kit.pipeline import Outcome

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
    from rollout_kit.report.what_if import what_if as told
    from rollout_kit.report.what_if import what_if_as_json

    after = pipeline.run(texts.main, changed(texts.main, texts.contents, asked), as_of)
    if after.result is None:
        raise _unusable(after, changes)
    found, words = difference(before.result, after.result), words_for(after.result, terminal)
    terminal.say(
        what_if_as_json(found, changes, words) if form == "json" else told(found, changes, words, terminal.ink)
    )
    return EXIT_FINE


def _unusable(after: "Outcome", changes: tuple[str, ...]) -> RolloutKitError:
    first, more = after.problems[0], len(after.problems) - 1
    named = " ".join(changes)
    if not more:
        text = N_("with {changes} the description cannot be used: {fault}")
        return RolloutKitError(message(text, changes=named, fault=first.message), help=first.help)
    one, several = (
        N_("with {changes} the description cannot be used: {fault}, and {n} more problem"),
        N_("with {changes} the description cannot be used: {fault}, and {n} more problems"),
    )
    return RolloutKitError(plural_message(one, several, more, changes=named, fault=first.message), help=first.help)
