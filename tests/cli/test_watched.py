"""`--watch`: what happens around the work, with changes made by the test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from rollout_kit.files import watch

from .conftest import TINY, Call

AS_OF = ("--as-of", "2026-11-20", "--format", "html", "--document", "plan")


@pytest.fixture
def change(monkeypatch: pytest.MonkeyPatch):
    """Let the file change to each text in turn; after the last, Ctrl+C is pressed."""

    def changing(*texts: str) -> None:
        def changes(folder: Path, *, leave_out: Path) -> Iterator[None]:
            assert leave_out == folder / "documents"
            for text in texts:
                (folder / "rollout.toml").write_text(text, encoding="utf-8")
                yield
            raise KeyboardInterrupt

        monkeypatch.setattr(watch, "changes", changes)

    return changing


def test_each_change_is_written_anew(tiny: Path, call: Call, change, tmp_path: Path):
    change(TINY.replace("Mail", "Telefonie"))

    ran = call("build", tiny, "--watch", *AS_OF)

    assert ran.code == 0
    assert ran.out.count("plan.html") == 2
    assert ran.out.count("waiting for changes in") == 2
    assert "Telefonie" in (tmp_path / "documents" / "plan.html").read_text()


@pytest.mark.parametrize("broken", ["[rollout", "[rollout]\nnme = 1\n", ""])
def test_a_file_that_cannot_be_used_is_told_and_waited_for(tiny: Path, call: Call, change, tmp_path: Path, broken: str):
    change(broken, TINY.replace("Mail", "Chat"))

    ran = call("plan", tiny, "--watch", "--as-of", "2026-11-20", "--format", "html")

    assert ran.code == 0
    assert "rollout.toml" in ran.err
    assert "Chat" in (tmp_path / "documents" / "plan.html").read_text()
