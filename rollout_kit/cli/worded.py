"""Commands and options whose help is said in the language of the terminal."""

import importlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import click

from rollout_kit.cli.suggest import did_you_mean
from rollout_kit.cli.terminal import Terminal
from rollout_kit.errors import RolloutKitError
from rollout_kit.message import N_, message


def terminal_of(context: click.Context) -> Terminal:
    """Return the terminal of a run."""
    terminal = context.find_root().obj
    assert isinstance(terminal, Terminal)
    return terminal


class Worded(click.Command):
    """What commands and groups share: help in the language of the terminal, errors that know their command."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the call; what is wrong with it knows the command, which click itself forgets for some errors."""
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        prefix = terminal_of(ctx).words.say(N_("Usage:"))
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), f"{prefix} ")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the command does."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(terminal_of(ctx).words.say(self.help or ""))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options."""
        words = terminal_of(ctx).words
        rows = []
        for parameter in self.get_params(ctx):
            record = parameter.get_help_record(ctx)
            if isinstance(parameter, click.Option) and record is not None:
                rows.append((record[0], words.say(parameter.help or "")))
        with formatter.section(words.say(N_("Options"))):
            formatter.write_dl(rows)


class WordedCommand(Worded):
    """A command. Its help and those of its options are texts of the catalogues."""

    def __init__(self, *arguments: Any, **settings: Any) -> None:
        # Arguments too many are told by us, in the language of the terminal.
        settings.setdefault("context_settings", {"allow_extra_args": True, "max_content_width": 100})
        super().__init__(*arguments, **settings)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command, unless more arguments were given than it takes."""
        if ctx.args:
            raise RolloutKitError(
                message(N_('"{argument}" is one argument too many'), argument=str(ctx.args[0])),
                help=message(N_("it is called so: {usage}"), usage=usage_line(self, ctx)),
            )
        return super().invoke(ctx)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A subcommand: `module:attribute`, imported when it is called, and its line in the list."""

    place: str
    help: str


class HelpWanted(Exception):
    """The program was called without a command; `text` is its help."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


class LazyGroup(Worded, click.Group):
    """A group that imports a subcommand when it is called, and lists all of them without importing any."""

    def __init__(self, *arguments: Any, entries: Mapping[str, Entry], **settings: Any) -> None:
        super().__init__(*arguments, **settings)
        self.entries = entries

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the call up to the subcommand; what is wrong with it knows the group."""
        if not args and not ctx.resilient_parsing:  # a shell that completes has nothing yet, and wants no help
            raise HelpWanted(self.get_help(ctx))
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of the table."""
        return list(self.entries)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return a subcommand."""
        if cmd_name not in self.entries:
            return None
        module, _, attribute = self.entries[cmd_name].place.partition(":")
        command = getattr(importlib.import_module(module), attribute)
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the subcommand that is meant, or say which one was probably meant."""
        name = args[0]
        if name not in self.entries and not name.startswith("-"):
            raise RolloutKitError(
                message(N_('there is no command "{name}"'), name=name),
                help=did_you_mean(name, self.entries, message(N_("rollout-kit --help lists the commands"))),
            )
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, then the commands."""
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands, each with its line of the table."""
        words = terminal_of(ctx).words
        with formatter.section(words.say(N_("Commands"))):
            formatter.write_dl([(name, words.say(entry.help)) for name, entry in self.entries.items()])


def usage_line(command: click.Command, context: click.Context) -> str:
    """Return how a command is called: `rollout-kit check [OPTIONS] FILE`."""
    return " ".join([context.command_path, *command.collect_usage_pieces(context)])


def option_names(command: click.Command, context: click.Context) -> Sequence[str]:
    """Return all names of options that a command knows."""
    return [name for parameter in command.get_params(context) for name in parameter.opts if name.startswith("-")]


def flags(command: click.Command, context: click.Context) -> Sequence[str]:
    """Return the names of those options that take no value."""
    return [
        name
        for parameter in command.get_params(context)
        if isinstance(parameter, click.Option) and parameter.is_flag
        for name in parameter.opts
    ]
