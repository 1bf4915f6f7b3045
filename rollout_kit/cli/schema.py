"""`rollout-kit schema`."""

import json
from pathlib import Path

import click

from rollout_kit.cli import options
from rollout_kit.cli.terminal import Terminal
from rollout_kit.cli.worded import WordedCommand
from rollout_kit.errors import RolloutKitError
from rollout_kit.files.write import refuse_unlike, write
from rollout_kit.message import N_, message
from rollout_kit.report.ink import printable


@click.command(
    cls=WordedCommand, help=N_("Write the format as a JSON Schema, so that an editor completes and explains its keys.")
)
@click.option(
    "--to", "file", type=click.Path(path_type=Path), metavar="FILE", default=None,
    help=N_("File to write; printed if not given."),
)  # fmt: skip
@options.ui_language
@options.help_option
@click.pass_obj
def schema(terminal: Terminal, file: Path | None) -> None:
    """Print or write the schema in the language of the terminal."""
    from rollout_kit.description.schema import json_schema

    text = json.dumps(json_schema(terminal.words.tag), ensure_ascii=file is None, indent=1) + "\n"
    if file is None:
        terminal.say(text.rstrip("\n"))
        return
    if file.name in ("", ".."):
        raise RolloutKitError(
            message(N_('"{path}" is a folder; a file of that name cannot be written'), path=str(file)),
            help=message(N_("move the folder away, or name another one to write to")),
        )
    refuse_unlike(file.parent, file.name, b"{")  # a description, named by mistake
    (path,) = write(file.parent, [(file.name, text.encode())])
    terminal.say(printable(str(path)))
    terminal.hint(
        message(N_("put this line first in your description, and open it in an editor that knows TOML schemas:")),
        message(N_("#:schema {file}"), file=f"./{file.name}"),
    )
