"""What is drawn is written at once, told in the order in which it was ordered, and kept from being told twice."""

import io
import re
from pathlib import Path
from types import SimpleNamespace

import pytest

from rollout_kit.cli import press as module
from rollout_kit.cli.abreast import Drawing
from rollout_kit.cli.press import Press, exported
from rollout_kit.cli.terminal import terminal_for
from rollout_kit.errors import PdfUnavailable
from rollout_kit.message import message


@pytest.fixture
def press(tmp_path: Path) -> Press:
    return Press(terminal=terminal_for([], {}), folder=tmp_path / "documents")


def drawing(kind: str) -> Drawing:
    return Drawing(name=f"{kind}.pdf", content=kind.encode(), seconds=1.25)


def comes(monkeypatch: pytest.MonkeyPatch, *outcomes: object, closed: io.StringIO | None = None) -> None:
    """Let these be drawn, and note when nobody listens any more."""

    def drawn(documents, format: str):
        try:
            yield from outcomes
        finally:
            if closed is not None:
                closed.close()

    monkeypatch.setattr(module, "drawn", drawn)


def test_each_document_is_written_and_has_a_line_with_the_time_of_its_drawing(
    press: Press, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    comes(monkeypatch, drawing("plan"), drawing("contacts"))
    press.print([], "pdf")
    assert [line.split("documents/")[1] for line in capsys.readouterr().out.splitlines()] == [
        "plan.pdf  1.2 s",
        "contacts.pdf  1.2 s",
    ]
    assert (press.folder / "contacts.pdf").read_bytes() == b"contacts"


def test_a_fault_is_kept_once_and_what_follows_is_written(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    faults = [PdfUnavailable(message("no font has {sign}", sign=sign)) for sign in ("一", "一", "二")]
    comes(monkeypatch, *faults, drawing("contacts"))
    press.print([], "pdf")
    assert [fault.message.parameters["sign"] for fault in press.faults] == ["一", "二"]
    assert [path.name for path in press.folder.iterdir()] == ["contacts.pdf"]


def test_ctrl_c_while_a_document_is_written_ends_the_drawing(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(folder: Path, files: object) -> tuple[Path, ...]:
        raise KeyboardInterrupt

    closed = io.StringIO()
    comes(monkeypatch, drawing("plan"), closed=closed)
    monkeypatch.setattr(module, "write", interrupted)
    with pytest.raises(KeyboardInterrupt) as caught:
        press.print([], "pdf")
    assert closed.closed
    assert caught.traceback  # holds on to the frames, and so would to the drawing


def test_an_export_of_several_files_has_one_line(
    press: Press, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from rollout_kit import pipeline

    files = (("calendar.ics", b"all"), ("calendar-anna.ics", b"one"), ("calendar-beat.ics", b"one"))
    monkeypatch.setattr(pipeline, "export", lambda result, format, language: files)
    press.export(exported(SimpleNamespace(), "ics", "en"))  # type: ignore[arg-type]
    out = capsys.readouterr().out
    assert re.search(r"documents/calendar\.ics and 2 more, one per person  \d\.\d s$", out.strip())
    assert len(list(press.folder.iterdir())) == 3
