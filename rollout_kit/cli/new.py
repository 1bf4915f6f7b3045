"""`rollout-kit new`."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

import click

from rollout_kit.beginning.starter import kickoff_after, starter
from rollout_kit.cli import options
from rollout_kit.cli.terminal import Terminal
from rollout_kit.cli.worded import WordedCommand
from rollout_kit.errors import RolloutKitError
from rollout_kit.files.write import refuse_taken, write_new
from rollout_kit.message import N_, message
from rollout_kit.report.ink import printable

if TYPE_CHECKING:
    from rollout_kit.beginning.answers import Answers, PersonAnswer

    PeopleOf = Callable[[Answers], tuple[PersonAnswer, ...]]

NAME = "rollout.toml"


@click.command(
    cls=WordedCommand,
    help=N_("Ask twelve questions and write a commented description into FOLDER, here if none is named."),
)
@click.argument("folder", type=click.Path(path_type=Path), default=Path())
@click.option(
    "--defaults", is_flag=True,
    help=N_("Ask no questions: write the four keys that are needed, and all others as examples in comments."),
)  # fmt: skip
@click.option(
    "--people", type=click.Path(path_type=Path), metavar="FILE", default=None,
    help=N_("Take people from a list: CSV, or a paste from a sheet, its first line with headings."),
)  # fmt: skip
@options.as_of
@options.ui_language
@options.help_option
@click.pass_obj
def new(terminal: Terminal, folder: Path, defaults: bool, people: Path | None, as_of: date) -> None:
    """Write a description to begin with; one that is there is never overwritten."""
    refuse_taken(folder, NAME)  # before anybody has answered twelve questions
    people_of = _people_of(terminal, people) if people else None
    if defaults:
        text = _without_questions(terminal, people_of, as_of)
        kickoff = kickoff_after(as_of)
    else:
        answers = _asked(terminal, people_of, as_of)
        text = _description(answers, terminal, as_of)
        kickoff = answers.kickoff or kickoff_after(as_of)
    try:
        _write(terminal, folder, text, as_of, kickoff)
    except RolloutKitError:
        if not defaults:
            terminal.say(text)  # where the file cannot be written, the answers are not lost
        raise


def _asked(terminal: Terminal, people_of: "PeopleOf | None", as_of: date) -> "Answers":
    from rollout_kit.cli.asking import Asker
    from rollout_kit.cli.questions import all_answers

    if not Asker.is_possible():
        raise RolloutKitError(
            message(N_("there is no terminal to ask questions at")),
            help=message(N_("rollout-kit new --defaults asks none, and writes a description that checks and builds")),
        )
    return all_answers(Asker(terminal), as_of, people_of)


def _without_questions(terminal: Terminal, people_of: "PeopleOf | None", as_of: date) -> str:
    if people_of is None:
        return starter(terminal.words, as_of)

    from rollout_kit.beginning.answers import Answers

    return _description(Answers(people=people_of(Answers())), terminal, as_of)


def _description(answers: "Answers", terminal: Terminal, as_of: date) -> str:
    from rollout_kit.beginning.written import description_of

    return description_of(answers, terminal.words, as_of)


def _people_of(terminal: Terminal, file: Path) -> "PeopleOf":
    """Return what brings the people of a list and tells what of it is not used; a useless list is told at once."""
    from rollout_kit.beginning.people_table import read_people
    from rollout_kit.files.read import read_list

    content = read_list(file)
    read_people(content, str(file))

    def read(answers: "Answers") -> "tuple[PersonAnswer, ...]":
        table = read_people(content, str(file), answers.customer, answers.provider)
        taken = message(N_("people taken from {file}: {n}"), file=str(file), n=len(table.people))
        terminal.tell(printable(terminal.words.text(taken)))
        for said in table.told:
            terminal.tell(f"  {printable(terminal.words.text(said))}")
        return table.people

    return read


def _write(terminal: Terminal, folder: Path, text: str, as_of: date, kickoff: date) -> None:
    path = write_new(folder, NAME, text.encode())
    written = message(
        N_("{path} is written as of {today}; its kickoff is on {day}"),
        path=str(path),
        today=as_of,
        day=terminal.words.full_date(kickoff),
    )
    terminal.say(printable(terminal.words.text(written)))
    terminal.hint(
        message(N_("open it in an editor, and put in your own names and dates")),
        message(N_("rollout-kit check {file}      says what is not ready, and what to do next"), file=quote(str(path))),
    )
