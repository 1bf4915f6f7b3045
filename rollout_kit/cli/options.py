"""Options that several commands share, and how their values are read."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from rollout_kit import __version__
from rollout_kit.cli.suggest import not_one_of
from rollout_kit.cli.terminal import UI_LANGUAGE_OPTION, UI_LANGUAGES
from rollout_kit.cli.worded import terminal_of
from rollout_kit.errors import RolloutKitError
from rollout_kit.finding import Severity
from rollout_kit.message import N_, message

LANGUAGES = ("en", "de", "de-CH", "fr", "nl", "ja", "it")
"""Languages that a description may ask for; those without a catalogue are written in English, with a note."""

KINDS = ("plan", "handbook", "checklist", "open-items", "go-live", "emergency", "contacts")
FORMATS = ("html", "pdf")
EDITIONS = ("customer", "provider")
PAPERS = ("A4", "Letter")
EXPORTS = ("xlsx", "ics")

_FIRST_YEAR, _LAST_YEAR = 2000, 2100  # as in a description, whose module would make `--help` wait

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


def today() -> date:
    """Return the day on this machine's clock: the only place where the clock is asked."""
    return datetime.now(UTC).astimezone().date()


Read = Callable[[click.Context, click.Parameter, Any], Any]
"""Reads the value of an option; None stays None."""


def one_of(possible: Sequence[str]) -> Read:
    """Return what reads one of some words, in any case."""

    def read(_: click.Context, option: click.Parameter, value: str | None) -> str | None:
        return None if value is None else _known(value, option, possible)

    return read


def list_of(possible: Sequence[str]) -> Read:
    """Return what reads words with commas between them: `html,pdf`; they come in the order of `possible`, each once."""

    def read(_: click.Context, option: click.Parameter, value: str) -> tuple[str, ...]:
        asked = {_known(part.strip(), option, possible) for part in value.split(",")}
        return tuple(each for each in possible if each in asked)

    return read


def _known(value: str, option: click.Parameter, possible: Sequence[str]) -> str:
    known = {each.casefold(): each for each in possible}
    if value.casefold() not in known:
        raise not_one_of(value, option.opts[0], possible)
    return known[value.casefold()]


def _day(_: click.Context, option: click.Parameter, value: str) -> date:
    try:
        day = date.fromisoformat(value)
    except ValueError:
        day = None
    if day is None or value != day.isoformat() or not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise RolloutKitError(
            message(N_('"{value}" cannot be used for {option}'), value=value, option=option.opts[0]),
            help=message(N_("a date is written 2027-01-11")),
        )
    return day


def day(option: str, help: str, name: str | None = None) -> Callable[[Decorated], Decorated]:
    """Return an option that takes a date, and arrives as None where it is not given."""

    def read(context: click.Context, parameter: click.Parameter, value: str | None) -> date | None:
        return None if value is None else _day(context, parameter, value)

    names = (option,) if name is None else (option, name)
    return click.option(*names, callback=read, metavar="DATE", default=None, help=help)


def words_of(possible: Sequence[str]) -> Callable[[click.Context, click.Parameter, str], list[str]]:
    """Return what a shell completes an option with; after a comma the next word of a list."""

    def complete(_: click.Context, __: click.Parameter, begun: str) -> list[str]:
        before, comma, word = begun.rpartition(",")
        return [f"{before}{comma}{each}" for each in possible if each.casefold().startswith(word.casefold())]

    return complete


FILE = click.argument("file", type=click.Path(path_type=Path, readable=False))  # what may not be read, reading tells

as_of = click.option(
    "--as-of", callback=_day, metavar="DATE", default=today,
    help=N_("The day on which the rollout is looked at, such as 2027-01-11; today if not given."),
)  # fmt: skip

ui_language = click.option(
    UI_LANGUAGE_OPTION, callback=one_of(UI_LANGUAGES), shell_complete=words_of(UI_LANGUAGES), metavar="TAG",
    expose_value=False,
    help=N_("Language of the terminal: en, de or de-CH; that of the environment if not given."),
)  # fmt: skip

document_language = click.option(
    "--language", callback=one_of(LANGUAGES), shell_complete=words_of(LANGUAGES), metavar="TAG", default=None,
    help=N_("Language of the documents, such as de-CH; the one in the file if not given."),
)  # fmt: skip


edition = click.option(
    "--edition", callback=one_of(EDITIONS), shell_complete=words_of(EDITIONS), metavar="HOUSE", default=None,
    help=N_("Write the copy for one house, customer or provider, without the other's internal tasks."),
)  # fmt: skip

paper = click.option(
    "--paper", callback=one_of(PAPERS), shell_complete=words_of(PAPERS), metavar="SIZE", default=None,
    help=N_("Size of the paper, A4 or Letter; the one in the file if not given."),
)  # fmt: skip


def formats(default: Sequence[str], help: str) -> Callable[[Decorated], Decorated]:
    """Return the option `--format`: documents are drawn as `FORMATS`, the whole rollout is exported as `EXPORTS`."""
    possible = (*FORMATS, *EXPORTS)
    return click.option(
        "--format",
        "formats",
        callback=list_of(possible),
        shell_complete=words_of(possible),
        metavar="LIST",
        default=",".join(default),
        help=help,
    )


to_folder = click.option(
    "--to", "folder", type=click.Path(path_type=Path), metavar="FOLDER", default=None,
    help=N_("Folder to write to; the folder documents beside the file if not given."),
)  # fmt: skip


def rules(name: str, help: str) -> Callable[[Decorated], Decorated]:
    """Return an option that takes codes of rules and of families, with commas between them."""

    def read(_: click.Context, option: click.Parameter, value: str | None) -> tuple[str, ...]:
        if value is None:
            return ()
        from rollout_kit.rules.catalogue import catalogue

        codes = [rule.code for rule in catalogue()]
        possible = (*dict.fromkeys(code[:3] for code in codes), *codes)
        return tuple(_known(part.strip(), option, possible) for part in value.split(","))

    return click.option(name, callback=read, metavar="LIST", default=None, help=help)


def fail_on(default: Severity | None, help: str) -> Callable[[Decorated], Decorated]:
    """Return the option `--fail-on`, which arrives as a `Severity` or None."""
    severities = [severity.value for severity in Severity]
    read = one_of(severities)

    def severity(context: click.Context, option: click.Parameter, value: str | None) -> Severity | None:
        return None if value is None else Severity(read(context, option, value))

    return click.option(
        "--fail-on",
        callback=severity,
        shell_complete=words_of(severities),
        metavar="SEVERITY",
        default=default.value if default else None,
        help=help,
    )


def help_option(command: Decorated) -> Decorated:
    """Add `--help` in the words of the terminal."""
    return click.help_option("-h", "--help", callback=_tells(_help), help=N_("Show this message."))(command)


def version_option(command: Decorated) -> Decorated:
    """Add `--version`."""
    return click.option(
        "--version", is_flag=True, expose_value=False, is_eager=True, callback=_tells(_version),
        help=N_("Show the version."),
    )(command)  # fmt: skip


def _tells(text_of: Callable[[click.Context], str]) -> Read:
    """Return what prints a text and ends the run; what click has for it knows of no full disc."""

    def tell(context: click.Context, _: click.Parameter, is_asked: bool) -> None:
        if is_asked and not context.resilient_parsing:
            terminal_of(context).say(text_of(context))
            context.exit()

    return tell


def _help(context: click.Context) -> str:
    return context.get_help()


def _version(context: click.Context) -> str:
    return f"{context.find_root().info_name} {__version__}"
