"""Asks somebody at a terminal, one line at a time, until the answer can be used."""

import contextlib
import sys
from collections.abc import Callable
from typing import TypeVar

import click

from rollout_kit.cli.terminal import Terminal
from rollout_kit.message import N_, Message, message
from rollout_kit.report.ink import printable

Value = TypeVar("Value")
Read = Callable[[str], Value | Message]
"""Reads what was typed: a value, or a sentence on why it cannot be used."""

BACK = "<"
_WIDEST_PROMPT = 44  # columns; behind a longer one there is no room to type
_NOT_KNOWN = frozenset((
    "?", "-", "--", ".", "weiß nicht", "weiss nicht", "keine ahnung", "unbekannt", "offen", "noch offen", "n/a", "tbd",
    "unknown", "don't know",
))  # fmt: skip


class GoBack(Exception):
    """The question before this one is wanted again."""


class Asker:
    """Prompts and reads. Prompts go to stdout where a person looks at it, else to stderr, so that pipes stay clean."""

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal
        self.words = terminal.words
        if hasattr(sys.stdin, "reconfigure"):
            sys.stdin.reconfigure(errors="replace")
        with contextlib.suppress(ImportError):
            import readline  # noqa: F401 - gives `input` its arrow keys

    @staticmethod
    def is_possible() -> bool:
        """Tell whether somebody sits there."""
        return sys.stdin is not None and sys.stdin.isatty()

    def tell_start(self, questions: int) -> None:
        """Say how many questions there are, and how to leave one out, go back and stop."""
        self._print(
            self.words.say(
                N_("{n} questions. Enter: not known yet. {back}: one question back. Ctrl-C: stop, nothing is written."),
                n=questions,
                back=BACK,
            )
        )

    def head(self, title: str) -> None:
        """Print the title of a question."""
        ink = self._terminal.ink if self._terminal.is_interactive else self._terminal.error_ink
        self._print(f"\n{ink.strong(title)}")

    def tell(self, said: Message) -> None:
        """Print a sentence below an answer."""
        self._print(f"    {printable(self.words.text(said))}")

    def ask(self, question: Message, read: Read[Value], *, shown: Callable[[Value], str] = str) -> Value | None:
        """Return the answer; None for none. How it was read is told where it is not what was typed."""
        while True:
            typed = self._line(question)
            if typed is None:
                return None
            found = read(typed)
            if isinstance(found, Message):
                self.tell(found)
                continue
            self._tell_reading(typed, shown(found))
            return found

    def ask_twice(self, question: Message, read: Read[Value], *, shown: Callable[[Value], str] = str) -> Value | None:
        """Return the answer as `ask` does, None also where it cannot be used the second time."""
        for is_last in (False, True):
            typed = self._line(question)
            if typed is None:
                return None
            found = read(typed)
            if not isinstance(found, Message):
                self._tell_reading(typed, shown(found))
                return found
            self.tell(found)
            if is_last:
                self.tell(message(N_("it stays open; you can write it into the file later")))
        return None

    def lines(self, question: Message, take: Callable[[str], Message | str]) -> None:
        """Hand each typed line to `take` until one is empty.

        What `take` returns is shown: a `Message` where the line cannot be used, else how it was read.
        """
        asked: Message | None = question
        while True:
            typed = self._line(asked)
            asked = None  # what is wanted stands above
            if typed is None:
                return
            for line in typed.split("\n"):  # a paste of several lines may come as one
                if line.strip():
                    taken = take(line)
                    if isinstance(taken, Message):
                        self.tell(taken)
                    else:
                        self._tell_reading(line, taken)

    def _line(self, question: Message | None) -> str | None:
        """Return what was typed; None for an empty line or a word that says that it is not known."""
        asked = f"  {printable(self.words.text(question))} " if question else "  > "
        if len(asked) > _WIDEST_PROMPT:
            self._print(asked.rstrip())
            asked = "  > "
        typed = self._typed(asked).strip()
        if typed == BACK:
            raise GoBack
        return None if typed == "" or typed.casefold() in _NOT_KNOWN else typed

    def _typed(self, prompt: str) -> str:
        try:
            if self._terminal.is_interactive:
                return f"{input(prompt)}\n"
            click.echo(prompt, err=True, nl=False)
            line = sys.stdin.readline()
        except EOFError:
            line = ""
        except KeyboardInterrupt:
            self._stopped()
            raise
        if not line:
            self._stopped()
            raise click.Abort
        return line

    def _stopped(self) -> None:
        self._print(f"\n{self.words.say(N_('stopped; nothing was written'))}")

    def _tell_reading(self, typed: str, reading: str) -> None:
        if reading and reading.casefold() != " ".join(typed.casefold().split()):
            self._print(f"    → {printable(reading)}")

    def _print(self, text: str) -> None:
        if self._terminal.is_interactive:
            self._terminal.say(text)
        else:
            self._terminal.tell(text)
