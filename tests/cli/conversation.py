"""A person at a terminal: answers typed into a pseudo-terminal, each when the program asks for it."""

import os
import select
import signal
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

PROMPTS = (b"? ", b": ", b"] ", b"> ", b") ")
PATIENCE_SECONDS = 60
AGAIN_SECONDS = 3
INTERRUPT, END = "\x03", "\x04"

PROGRAM = "from rollout_kit.cli.app import main; main()"


@dataclass(frozen=True)
class Talk:
    """What stood on the screen, and the exit code."""

    code: int
    screen: str


def talk(folder: Path, arguments: Sequence[str], answers: Sequence[str]) -> Talk:
    """Run the program in a terminal and type each answer at a prompt; `\\x03` and `\\x04` are Ctrl-C and Ctrl-D.

    A prompt that is left over is answered with Ctrl-C. Ctrl-C is pressed again where nothing follows, as people do:
    Python loses a signal that comes after the prompt is shown and before it waits for a key.
    """
    import pty

    child, screen = pty.fork()
    if child == 0:  # pragma: no cover - another process
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # tests that run in the background inherit deafness to it
        os.chdir(folder)
        environment = {"PATH": os.environ["PATH"], "TERM": "dumb", "LANG": "C.UTF-8", "COLUMNS": "200"}
        os.execve(sys.executable, [sys.executable, "-c", PROGRAM, *arguments], environment)
    shown, waiting, answer = b"", list(answers), ""
    try:
        while (more := _read(screen, presses_again=answer == INTERRUPT)) is not None:
            shown += more
            if shown.endswith(PROMPTS):
                answer = waiting.pop(0) if waiting else INTERRUPT
                os.write(screen, answer.encode() if answer in (INTERRUPT, END) else f"{answer}\n".encode())
    finally:
        os.close(screen)
    _, status = os.waitpid(child, 0)
    return Talk(os.waitstatus_to_exitcode(status), shown.decode(errors="replace").replace("\r\n", "\n"))


def _read(screen: int, *, presses_again: bool) -> bytes | None:
    """Return what came next; None at the end."""
    pause = AGAIN_SECONDS if presses_again else PATIENCE_SECONDS
    for _ in range(PATIENCE_SECONDS // pause):
        ready, _, _ = select.select([screen], [], [], pause)
        if ready:
            break
        if presses_again:
            os.write(screen, INTERRUPT.encode())
    else:
        raise AssertionError("the program neither asks nor ends")
    try:
        return os.read(screen, 65536) or None
    except OSError:  # Linux ends a terminal so
        return None
