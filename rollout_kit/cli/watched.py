"""Doing something again whenever a file of the project changes."""

from collections.abc import Callable
from pathlib import Path

from rollout_kit.cli.boundary import EXIT_FINE
from rollout_kit.cli.terminal import Terminal
from rollout_kit.errors import RolloutKitError
from rollout_kit.message import N_, message
from rollout_kit.report.fault import error_text
from rollout_kit.report.ink import printable


def watched(terminal: Terminal, file: Path, target: Path, work: Callable[[], object]) -> int:
    """Do the work now and after every change, until Ctrl+C; a file that cannot be used now is told, and waited for."""
    from rollout_kit.files.watch import changes

    waiting = message(N_("waiting for changes in {folder}, Ctrl+C ends"), folder=str(file.parent))
    try:
        seen = changes(file.parent, leave_out=target)
        while True:
            try:
                work()
            except RolloutKitError as error:
                terminal.tell(error_text(error, terminal.words, terminal.error_ink))
            terminal.say(printable(terminal.words.text(waiting)))
            next(seen)
            terminal.say("")
    except KeyboardInterrupt:
        terminal.say("")
        return EXIT_FINE
