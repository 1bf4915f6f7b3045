"""A person at a terminal: answers typed into a pseudo-terminal, each when the program asks for it."""

import os
import select
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

PROMPTS = (b"? ", b": ", b"] ", b"> ", b") ")
PATIENCE_SECONDS = 60

PROGRAM = "from rollout_kit.cli.app import main; main()"


@dataclass(frozen=True)
class Talk:
    """What stood on the screen, and the exit code."""

    code: int
    screen: str


def talk(folder: Path, arguments: Sequence[str], answers: Sequence[str]) -> Talk:
    """Run the program in a terminal and type each answer at a prompt; `\\x03` and `\\x04` are Ctrl-C and Ctrl-D.

    A prompt that is left over is answered with Ctrl-C.
    """
    import pty

    child, screen = pty.fork()
    if child == 0:  # pragma: no cover - another process
        os.chdir(folder)
        environment = {"PATH": os.environ["PATH"], "TERM": "dumb", "LANG": "C.UTF-8", "COLUMNS": "200"}
        os.execve(sys.executable, [sys.executable, "-c", PROGRAM, *arguments], environment)
    shown, waiting = b"", list(answers)
    try:
        while (more := _read(screen)) is not None:
            shown += more
            if shown.endswith(PROMPTS):
                answer = waiting.pop(0) if waiting else "\x03"
                os.write(screen, answer.encode() if answer in ("\x03", "\x04") else f"{answer}\n".encode())
    finally:
        os.close(screen)
    _, status = os.waitpid(child, 0)
    return Talk(os.waitstatus_to_exitcode(status), shown.decode(errors="replace").replace("\r\n", "\n"))


def _read(screen: int) -> bytes | None:
    """Return what came next; None at the end."""
    ready, _, _ = select.select([screen], [], [], PATIENCE_SECONDS)
    assert ready, "the program neither asks nor ends"
    try:
        return os.read(screen, 65536) or None
    except OSError:  # Linux ends a terminal so
        return None
