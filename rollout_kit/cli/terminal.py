"""The terminal that a command talks to: its language, its colours, and what is said where."""

import contextlib
import itertools
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TextIO

import click

from rollout_kit.errors import RolloutKitError
from rollout_kit.language.words import DOCUMENT_LANGUAGES, Words
from rollout_kit.message import N_, Message, message
from rollout_kit.report.ink import Ink, printable, wants_colour

UI_LANGUAGES = DOCUMENT_LANGUAGES
UI_LANGUAGE_OPTION = "--ui-language"

_NO_LANGUAGE = {"", "C", "POSIX"}


class ReaderGone(Exception):
    """Whoever read the output has stopped reading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terminal:
    """Where output goes to. `is_interactive`: a person looks at stdout, so that hints are welcome."""

    words: Words
    ink: Ink
    error_ink: Ink
    is_interactive: bool

    def say(self, text: str) -> None:
        """Print lines of the result to stdout.

        Raises:
            ReaderGone: nobody reads it any more.
            RolloutKitError: it cannot be written, as on a full disc.
        """
        try:
            # Colour was decided already; click would strip it again where FORCE_COLOR asks for it.
            click.echo(text, color=True)
        except BrokenPipeError as error:
            _discard_rest(sys.stdout)
            raise ReaderGone from error
        except OSError as error:
            _discard_rest(sys.stdout)
            fault = message(N_("the output cannot be written: {reason}"), reason=error.strerror or str(error))
            raise RolloutKitError(fault) from error

    def hint(self, *lines: Message) -> None:
        """Print what to do next, after an empty line; into a pipe nothing."""
        if self.is_interactive:
            self.say("\n".join(["", *(printable(self.words.text(line)) for line in lines)]))

    def tell(self, text: str) -> None:
        """Print lines about the run to stderr, which are no part of its result; where nobody listens, they are lost."""
        try:
            click.echo(text, err=True, color=True)
        except OSError:
            _discard_rest(sys.stderr)


def terminal_for(arguments: Sequence[str], environment: Mapping[str, str]) -> Terminal:
    """Return the terminal of this process, with characters that it cannot show replaced."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    is_interactive = _is_terminal(sys.stdout)
    return Terminal(
        words=Words(asked_language(arguments) or language_of(environment)),
        ink=Ink(is_coloured=wants_colour(environment, is_interactive)),
        error_ink=Ink(is_coloured=wants_colour(environment, _is_terminal(sys.stderr))),
        is_interactive=is_interactive,
    )


def asked_language(arguments: Sequence[str]) -> str | None:
    """Return the language that `--ui-language` asks for, wherever it stands, None if it is none of ours.

    It is looked up before anything is parsed, so that help and usage errors speak it too.
    """
    for argument, following in itertools.pairwise([*arguments, ""]):
        if argument == UI_LANGUAGE_OPTION or argument.startswith(f"{UI_LANGUAGE_OPTION}="):
            value = argument.partition("=")[2] or following
            return {tag.casefold(): tag for tag in UI_LANGUAGES}.get(value.casefold().replace("_", "-"))
    return None


def language_of(environment: Mapping[str, str]) -> str:
    """Return the language that LANGUAGE, LC_ALL, LC_MESSAGES and LANG ask for; English where it is none of ours.

    As with gettext, LANGUAGE counts only where the locale is not plain C.
    """
    locale = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    is_plain = _without_encoding(locale) in _NO_LANGUAGE and locale != ""
    asked = [] if is_plain else [*environment.get("LANGUAGE", "").split(":"), locale]
    for name in asked:
        tag = _tag(_without_encoding(name))
        if tag is not None:
            return tag
    return "en"


def _tag(locale: str) -> str | None:
    tag = locale.replace("_", "-")
    return (
        tag if tag in UI_LANGUAGES else next((known for known in UI_LANGUAGES if known == tag.partition("-")[0]), None)
    )


def _without_encoding(locale: str) -> str:
    return locale.partition(".")[0].partition("@")[0]


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty()


def of_process(arguments: Sequence[str]) -> Terminal:
    """Return the terminal as the environment of this process wants it."""
    return terminal_for(arguments, os.environ)


def _discard_rest(stream: TextIO) -> None:
    """Send what is still buffered nowhere, so that the interpreter does not stumble over it while it ends."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
