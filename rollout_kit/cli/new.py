"""`rollout-kit new`."""

import re
from datetime import date, timedelta
from pathlib import Path
from shlex import quote

import click

from rollout_kit import resources
from rollout_kit.cli import options
from rollout_kit.cli.terminal import Terminal
from rollout_kit.cli.worded import WordedCommand
from rollout_kit.errors import RolloutKitError
from rollout_kit.files.write import write_new
from rollout_kit.language.words import Words
from rollout_kit.message import N_, message
from rollout_kit.report.ink import printable

NAME = "rollout.toml"
LEAST_NOTICE_DAYS = 14  # between today and the kickoff

_DAY = re.compile(r"@(-?\d+)@")  # a day of the starter: so many days after the kickoff
_LANGUAGE = '"@language@"'  # as wide as any tag in quotes that takes its place


@click.command(cls=WordedCommand, help=N_("Write a commented description into FOLDER, here if none is named."))
@click.argument("folder", type=click.Path(path_type=Path), default=Path())
@click.option(
    "--defaults", is_flag=True,
    help=N_("Ask no questions: write the four keys that are needed, and all others as examples in comments."),
)  # fmt: skip
@options.as_of
@options.ui_language
@options.help_option
@click.pass_obj
def new(terminal: Terminal, folder: Path, defaults: bool, as_of: date) -> None:
    """Write a description to begin with; one that is there is never overwritten."""
    if not defaults:
        raise RolloutKitError(
            message(N_("say that the description is to be written without questions")),
            help=message(N_("rollout-kit new --defaults writes one that checks and builds as it is")),
        )
    path = write_new(folder, NAME, starter(terminal.words, as_of).encode())
    written = message(
        N_("{path} is written as of {today}; its kickoff is on {day}"),
        path=str(path),
        today=as_of,
        day=terminal.words.full_date(kickoff_after(as_of)),
    )
    terminal.say(printable(terminal.words.text(written)))
    terminal.hint(
        message(N_("open it in an editor, and put in your own names and dates")),
        message(N_("rollout-kit check {file}      says what is not ready, and what to do next"), file=quote(str(path))),
    )


def starter(words: Words, as_of: date) -> str:
    """Return the commented description in the language of the terminal, with dates around its kickoff.

    Where that is not English, it asks for documents in the same language: without the key they would be English.
    """
    kickoff = kickoff_after(as_of)
    place = resources.locales() / words.tag.partition("-")[0] / "starter.toml"
    text = _DAY.sub(lambda found: str(kickoff + timedelta(days=int(found[1]))), place.read_text(encoding="utf-8"))
    return words.spelled(text.replace(_LANGUAGE, f'"{words.tag}"'.ljust(len(_LANGUAGE))))


def kickoff_after(as_of: date) -> date:
    """Return the first Monday that leaves at least two weeks to prepare."""
    earliest = as_of + timedelta(days=LEAST_NOTICE_DAYS)
    return earliest + timedelta(days=-earliest.weekday() % 7)
