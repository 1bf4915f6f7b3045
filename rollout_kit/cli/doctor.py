"""`rollout-kit doctor`."""

import os
import platform
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from rollout_kit import __version__
from rollout_kit.cli import options
from rollout_kit.cli.boundary import EXIT_FINE, EXIT_NO_PDF, EXIT_UNUSABLE
from rollout_kit.cli.terminal import Terminal
from rollout_kit.cli.worded import WordedCommand
from rollout_kit.message import N_, message, plural_message
from rollout_kit.report.ink import printable

if TYPE_CHECKING:
    from rollout_kit.render.diagnosis import Check


@click.command(cls=WordedCommand, help=N_("Say what is missing on this machine, and the command that installs it."))
@click.argument("folder", type=click.Path(path_type=Path), default=Path())
@options.ui_language
@options.help_option
@click.pass_obj
def doctor(terminal: Terminal, folder: Path) -> int:
    """Look at Python, terminal, write access in FOLDER, libraries and fonts; nothing is changed."""
    from rollout_kit.render.diagnosis import pdf_checks

    here = list(_here(terminal, folder))
    drawing = []
    for check in here:
        _show(terminal, check)
    for check in pdf_checks():
        drawing.append(check)
        _show(terminal, check)
    missing = sum(not check.is_there for check in (*here, *drawing))
    terminal.say("")
    if not missing:
        terminal.say(terminal.words.say(N_("Nothing is missing.")))
        terminal.hint(message(N_("rollout-kit new      writes a description to begin with")))
        return EXIT_FINE
    counted = plural_message(N_("{n} thing is missing."), N_("{n} things are missing."), missing)
    terminal.say(terminal.words.text(counted))
    if any(check.is_needed and not check.is_there for check in here):
        return EXIT_UNUSABLE
    if any(check.is_needed and not check.is_there for check in drawing):
        terminal.say(terminal.words.say(N_("All but PDF works; HTML prints from any browser with Ctrl+P.")))
        return EXIT_NO_PDF
    return EXIT_FINE


def _show(terminal: Terminal, check: "Check") -> None:
    words, ink = terminal.words, terminal.ink
    word = words.say(N_("fine")) if check.is_there else words.say(N_("missing"))
    state = ink.note(word) if check.is_there else ink.error(word)
    terminal.say(f"{state}{' ' * max(1, 9 - len(word))}{printable(words.text(check.what))}")
    if check.remedy is not None:
        terminal.say(f"         = {printable(words.text(check.remedy))}")


def _here(terminal: Terminal, folder: Path) -> Iterator["Check"]:
    from rollout_kit.render.diagnosis import Check

    yield Check(
        what=message(
            N_("rollout-kit {version}, Python {python}, {system}"),
            version=__version__,
            python=platform.python_version(),
            system=f"{platform.system()} {platform.release()}",
        ),
        is_there=True,
    )
    encoding = (getattr(sys.stdout, "encoding", None) or "").lower().replace("-", "")
    language = message(N_("the terminal speaks {language}"), language=terminal.words.tag)
    yield Check(what=language, is_there=True)
    if encoding and encoding != "utf8":  # none where nobody reads
        yield Check(
            what=message(N_("the terminal cannot show every sign: its encoding is {encoding}"), encoding=encoding),
            is_there=False,
            is_needed=False,
            remedy=message(N_("set LANG to a locale of UTF-8, such as C.UTF-8")),
        )
    yield _zones()
    yield _writing(folder)


def _zones() -> "Check":
    import zoneinfo

    from rollout_kit.render.diagnosis import Check

    try:
        zoneinfo.ZoneInfo("Europe/Zurich")
    except zoneinfo.ZoneInfoNotFoundError:
        remedy = message(N_("install it with: {command}"), command="pip install tzdata")
        return Check(what=message(N_("no time zones are known")), is_there=False, is_needed=False, remedy=remedy)
    return Check(what=message(N_("time zones are known")), is_there=True)


def _writing(folder: Path) -> "Check":
    """Try to write where documents would go; the file has no name that anybody could see."""
    from rollout_kit.render.diagnosis import Check

    place = str(folder.resolve())
    try:
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"rollout-kit")
    except OSError as error:
        what = message(
            N_("nothing can be written to {folder}: {reason}"), folder=place, reason=os.strerror(error.errno or 0)
        )
        remedy = message(N_("choose a folder of your own, or write elsewhere with --to"))
        return Check(what=what, is_there=False, remedy=remedy)
    return Check(what=message(N_("documents can be written to {folder}"), folder=place), is_there=True)
