"""The program as it is called, in this process."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from rollout_kit.cli.app import main

LANGUAGES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")

TINY = """\
[rollout]
name = "Mail"
kickoff = 2027-01-11

[customer]
name = "Muster AG"

[provider]
name = "NetServ GmbH"
"""


@dataclass(frozen=True)
class Ran:
    """What a call printed, and its exit code."""

    code: int
    out: str
    err: str


Call = Callable[..., Ran]


@pytest.fixture(autouse=True)
def plain_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """No language, no colour, and an empty folder to stand in; reports go there too."""
    for name in (*LANGUAGES, "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("tempfile.tempdir", os.fspath(tmp_path))


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Call:
    def run(*arguments: str | os.PathLike[str]) -> Ran:
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main([os.fspath(argument) for argument in arguments])
        printed = capsys.readouterr()
        assert isinstance(ended.value.code, int)
        return Ran(ended.value.code, printed.out, printed.err)

    return run


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """The smallest description that can be used."""
    path = tmp_path / "rollout.toml"
    path.write_text(TINY, encoding="utf-8")
    return path


class TextFile(SingleFileSnapshotExtension):
    _write_mode = WriteMode.TEXT
    file_extension = "txt"


@pytest.fixture
def snapshot(snapshot):
    return snapshot.use_extension(TextFile)


def process(*arguments: str, code: str = "from rollout_kit.cli.app import main; main()", **environment: str):
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        env={"PATH": os.environ["PATH"], **environment},
        check=False,
        timeout=60,
    )
