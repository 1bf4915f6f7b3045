"""Draws several documents at once, each in a process of its own; one after the other where that cannot be."""

import contextlib
import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import TYPE_CHECKING

from rollout_kit.errors import PdfUnavailable
from rollout_kit.message import Message

if TYPE_CHECKING:
    from multiprocessing.context import ForkProcess

    from rollout_kit.document import Document

MOST_AT_ONCE = 4  # house value: the longest document sets the time, and each takes about 100 MB
_THREADS = Path("/proc/self/task")


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A drawn document, its file name, and how long it took."""

    name: str
    content: bytes
    seconds: float


Outcome = Drawing | PdfUnavailable


def drawn(documents: "Sequence[Document]", format: str) -> Generator[Outcome, None, None]:
    """Yield what came of each document, in their order; close the iterator, and no process is left.

    A process is forked, since one that begins anew would first load everything again. That is safe on Linux, and only
    while nothing else runs in this one; elsewhere, and for HTML, which takes no time, all is drawn here.
    """
    hands = min(len(documents), processors(), MOST_AT_ONCE) if format == "pdf" else 1
    if hands > 1 and _is_ready() and _can_fork():
        yield from _abreast(documents, format, hands)
        return
    for document in documents:
        yield _outcome(document, format)


def processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def _is_ready() -> bool:
    """Load what draws, which every fork then has; False where it is missing, which takes no processes to find out."""
    from rollout_kit.render.pango import weasyprint

    with contextlib.suppress(PdfUnavailable):
        weasyprint()
        return True
    return False


def _can_fork() -> bool:
    if sys.platform != "linux":
        return False
    with contextlib.suppress(OSError):
        return len(list(_THREADS.iterdir())) == 1
    return False


def _outcome(document: "Document", format: str) -> Outcome:
    from rollout_kit import pipeline

    begun = time.perf_counter()
    try:
        name, content = pipeline.draw(document, format)
    except PdfUnavailable as fault:
        return fault
    return Drawing(name=name, content=content, seconds=time.perf_counter() - begun)


def _abreast(documents: "Sequence[Document]", format: str, hands: int) -> Generator[Outcome, None, None]:
    running: dict[Connection, _Hand] = {}
    done: dict[int, Outcome | None] = {}
    started = 0
    try:
        for place in range(len(documents)):
            while place not in done:
                while started < len(documents) and len(running) < hands:
                    with _ctrl_c_waits():
                        hand = _Hand(documents[started], format, started)
                        running[hand.receiver] = hand
                    started += 1
                for receiver in wait(list(running)):
                    hand = running[receiver]  # type: ignore[index]
                    done[hand.place] = hand.outcome()
                    del running[hand.receiver]
            # after silence it is drawn here, in its turn, so that a fault of ours shows its place
            yield done.pop(place) or _outcome(documents[place], format)
    finally:
        for hand in running.values():
            hand.end()


@contextlib.contextmanager
def _ctrl_c_waits() -> Iterator[None]:
    """Hear Ctrl+C afterwards, so that no process begins unknown; the process itself never hears it, and is ended."""
    heard = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, heard)


class _Hand:
    """A process that draws one document and sends it."""

    def __init__(self, document: "Document", format: str, place: int) -> None:
        context = multiprocessing.get_context("fork")
        self.place = place
        self.receiver, sender = context.Pipe(duplex=False)
        self._process: ForkProcess = context.Process(
            target=_draw_and_send, args=(document, format, self.receiver, sender), daemon=True
        )
        with contextlib.suppress(OSError):  # no room for one more: the document is drawn here, as after any silence
            self._process.start()
        sender.close()

    def outcome(self) -> Outcome | None:
        """Return what was sent; None after silence."""
        try:
            sent = self.receiver.recv()
        except (EOFError, OSError):
            sent = None
        self.end()
        match sent:
            case Drawing():
                return sent
            case Message() as fault, help:
                return PdfUnavailable(fault, help=help)
        return None

    def end(self) -> None:
        """End the process, whatever it does, and wait until it is gone."""
        self.receiver.close()
        if self._process.pid is not None:
            self._process.terminate()
            self._process.join()


def _draw_and_send(document: "Document", format: str, receiver: Connection, sender: Connection) -> None:
    receiver.close()  # else nobody would notice here that the other side has gone
    with contextlib.suppress(Exception):
        outcome = _outcome(document, format)
        sender.send((outcome.message, outcome.help) if isinstance(outcome, PdfUnavailable) else outcome)
