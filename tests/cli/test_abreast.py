"""Drawing side by side: the same as one after the other, whatever happens to a process."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from rollout_kit import pipeline
from rollout_kit.cli import abreast
from rollout_kit.cli.abreast import Drawing, drawn
from rollout_kit.errors import PdfUnavailable
from rollout_kit.message import message
from rollout_kit.render import pango

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux only"),
    # a test runner may have threads of its own, which these forks do not need
    pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning"),
]

HERE = os.getpid()
DOCUMENTS = [SimpleNamespace(kind=kind) for kind in ("plan", "handbook", "checklist")]


@pytest.fixture(autouse=True)
def two_processors(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Two processors, one thread, and libraries that are there; no process is left after a test."""
    monkeypatch.setattr(abreast, "processors", lambda: 2)
    monkeypatch.setattr(abreast, "_THREADS", tmp_path / "threads")
    (tmp_path / "threads" / "1").mkdir(parents=True)
    monkeypatch.setattr(pango, "weasyprint", lambda: None)
    monkeypatch.setattr(pipeline, "draw", draw)
    yield
    assert multiprocessing.active_children() == []


def draw(document: SimpleNamespace, format: str) -> tuple[str, bytes]:
    """Return which process has drawn what; the first document takes longest."""
    time.sleep(0.2 if document.kind == "plan" else 0)
    return f"{document.kind}.{format}", str(os.getpid()).encode()


def pids(outcomes: list[abreast.Outcome]) -> list[int]:
    return [int(outcome.content) for outcome in outcomes if isinstance(outcome, Drawing)]


def test_each_document_has_a_process_of_its_own_and_keeps_its_turn() -> None:
    outcomes = list(drawn(DOCUMENTS, "pdf"))
    assert [outcome.name for outcome in outcomes] == ["plan.pdf", "handbook.pdf", "checklist.pdf"]
    assert len({*pids(outcomes), HERE}) == 4
    assert outcomes[0].seconds >= 0.2 > outcomes[1].seconds


@pytest.mark.parametrize(
    ("format", "documents", "processors", "threads"),
    [("html", 3, 2, 1), ("pdf", 1, 2, 1), ("pdf", 3, 1, 1), ("pdf", 3, 2, 2)],
    ids=["html", "one document", "one processor", "a second thread"],
)
def test_otherwise_all_is_drawn_here(
    format: str, documents: int, processors: int, threads: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(abreast, "processors", lambda: processors)
    for thread in range(1, threads):
        (tmp_path / "threads" / f"1{thread}").mkdir()
    assert pids(list(drawn(DOCUMENTS[:documents], format))) == [os.getpid()] * documents


def test_without_its_libraries_no_process_is_started_to_find_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> None:
        raise PdfUnavailable(message("no PDF"))

    monkeypatch.setattr(pango, "weasyprint", missing)
    assert pids(list(drawn(DOCUMENTS, "pdf"))) == [os.getpid()] * 3


def test_a_sign_that_no_font_has_comes_back_with_its_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(document: SimpleNamespace, format: str) -> tuple[str, bytes]:
        if document.kind == "handbook":
            raise PdfUnavailable(message("no font has {sign}", sign="運"), help=message("install fonts"))
        return draw(document, format)

    monkeypatch.setattr(pipeline, "draw", fail)
    first, second, third = drawn(DOCUMENTS, "pdf")
    assert isinstance(first, Drawing)
    assert isinstance(third, Drawing)
    assert isinstance(second, PdfUnavailable)
    assert (second.message, second.help) == (message("no font has {sign}", sign="運"), message("install fonts"))


def test_a_fault_of_ours_is_raised_here_with_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(document: SimpleNamespace, format: str) -> tuple[str, bytes]:
        raise ZeroDivisionError(document.kind)

    monkeypatch.setattr(pipeline, "draw", fail)
    with pytest.raises(ZeroDivisionError, match="plan") as caught:
        list(drawn(DOCUMENTS, "pdf"))
    assert "fail" in [entry.name for entry in caught.traceback]


def test_what_a_killed_process_should_have_drawn_is_drawn_here(monkeypatch: pytest.MonkeyPatch) -> None:
    here = os.getpid()

    def die(document: SimpleNamespace, format: str) -> tuple[str, bytes]:
        if os.getpid() != here and document.kind == "handbook":
            os.kill(os.getpid(), signal.SIGKILL)
        return draw(document, format)

    monkeypatch.setattr(pipeline, "draw", die)
    assert [pid == here for pid in pids(list(drawn(DOCUMENTS, "pdf")))] == [False, True, False]


def test_where_no_process_can_be_started_all_is_drawn_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def full() -> int:
        raise BlockingIOError("Resource temporarily unavailable")

    monkeypatch.setattr(os, "fork", full)
    assert pids(list(drawn(DOCUMENTS, "pdf"))) == [os.getpid()] * 3


def test_whoever_stops_listening_leaves_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(document: SimpleNamespace, format: str) -> tuple[str, bytes]:
        time.sleep(60 if document.kind == "handbook" else 0)
        return draw(document, format)

    monkeypatch.setattr(pipeline, "draw", slow)
    outcomes = drawn(DOCUMENTS, "pdf")
    assert isinstance(next(outcomes), Drawing)
    assert multiprocessing.active_children() != []
    outcomes.close()
    assert multiprocessing.active_children() == []


_ENDLESS = """
import os
import time
from types import SimpleNamespace
from rollout_kit import pipeline
from rollout_kit.cli import abreast
from rollout_kit.render import pango

def draw(document, format):
    os.write(1, b"drawing\\n")  # in one piece, although two write at once
    time.sleep(60)

abreast.processors = lambda: 2
pango.weasyprint = lambda: None
pipeline.draw = draw
try:
    list(abreast.drawn([SimpleNamespace(kind="plan"), SimpleNamespace(kind="handbook")], "pdf"))
except KeyboardInterrupt:
    print("interrupted", flush=True)
"""


def test_ctrl_c_ends_all_processes_and_says_nothing() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _ENDLESS],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as ran:
        assert ran.stdout is not None
        assert [ran.stdout.readline(), ran.stdout.readline()] == ["drawing\n"] * 2
        os.killpg(ran.pid, signal.SIGINT)  # as a terminal does: to all of them
        out, err = ran.communicate(timeout=30)  # the output ends when the last process that holds it has gone
    assert (out, err, ran.returncode) == ("interrupted\n", "", 0)
