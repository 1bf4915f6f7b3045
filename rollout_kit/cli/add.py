"""`rollout-kit add`."""

from datetime import date
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

import click

from rollout_kit.cli import options
from rollout_kit.cli.boundary import EXIT_FINE, EXIT_UNUSABLE
from rollout_kit.cli.terminal import Terminal
from rollout_kit.cli.worded import WordedCommand
from rollout_kit.errors import RolloutKitError
from rollout_kit.files.read import read_project
from rollout_kit.files.write import write
from rollout_kit.message import N_, message
from rollout_kit.report.ink import printable

if TYPE_CHECKING:
    from rollout_kit.beginning.appended import Appended


def _sections(_: click.Context, __: click.Parameter, begun: str) -> list[str]:
    """Return what a shell completes a section with."""
    from rollout_kit.beginning.named_section import sections_of

    return [name for name in sections_of() if name.startswith(begun)]


@click.command(
    cls=WordedCommand,
    help=N_("Append a section to FILE, with its keys as examples in comments; nothing else in the file changes."),
)
@click.argument("section", shell_complete=_sections)
@options.FILE
@options.as_of
@options.ui_language
@options.help_option
@click.pass_obj
def add(terminal: Terminal, section: str, file: Path, as_of: date) -> int:
    """Append a section to a description; one that is there already, or a file that cannot be read, is told."""
    if section.endswith(".toml"):
        raise RolloutKitError(
            message(N_('"{name}" is a file, and the section comes first'), name=section),
            help=message(N_("rollout-kit add {section} {file}"), section=quote(str(file)), file=quote(section)),
        )

    from rollout_kit.beginning.appended import appended
    from rollout_kit.beginning.named_section import named_section
    from rollout_kit.description.named_files import named_files

    wanted = named_section(section)
    texts = read_project(file, named_files)
    found = appended(texts.main, texts.contents, wanted, terminal.words, as_of)
    if found.problems:
        _tell(terminal, found, file)
        return EXIT_UNUSABLE
    target = file.resolve() if file.is_symlink() else file  # a link stays one
    write(target.parent, [(target.name, found.content)])
    said = message(N_("[{name}] is added to {file}, at line {line}"), name=wanted.name, file=str(file), line=found.line)
    terminal.say(printable(terminal.words.text(said)))
    terminal.hint(
        message(N_("open it there, remove the # before the keys that you want, and put in your own values")),
        message(N_("rollout-kit check {file}      says what is not ready, and what to do next"), file=quote(str(file))),
    )
    return EXIT_FINE


def _tell(terminal: Terminal, found: "Appended", file: Path) -> None:
    """Tell, with their places, why nothing was written."""
    from rollout_kit.report.text import TextReport

    folder = str(file)[: len(str(file)) - len(file.name)]
    report = TextReport(terminal.words, terminal.error_ink, found.places.source_line, folder)
    terminal.tell(f"{report.notes(found.problems)}\n\n{terminal.words.say(N_('nothing was written'))}")
