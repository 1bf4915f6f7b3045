"""Same file and `--as-of`, same bytes: whatever the machine's time zone, locale, hash seed and folder."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = Path(sys.executable).with_name("rollout-kit")

HERE = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "1"}
DRAWN = ("plan", "checklist", "contacts")  # with charts, tables, boxes and bookmarks
THERE = {"TZ": "America/Los_Angeles", "LC_ALL": "de_CH.UTF-8", "LANG": "de_CH.UTF-8", "PYTHONHASHSEED": "4711"}


def written(folder: Path, place: dict[str, str], example: str, formats: str, *documents: str) -> dict[str, bytes]:
    project = folder / "project"
    shutil.copytree(ROOT / "examples" / example, project)
    command = [str(PROGRAM), "build", "rollout.toml", "--as-of", "2026-12-14", "--format", formats, "--to", "out"]
    command += ["--document", ",".join(documents)] if documents else []
    done = subprocess.run(
        command, cwd=project, env={**os.environ, **place}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return {path.name: path.read_bytes() for path in sorted((project / "out").iterdir())}


def differences(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    assert len(one) >= 3
    assert one.keys() == other.keys()
    return [name for name in one if one[name] != other[name]]


@pytest.mark.thorough
@pytest.mark.parametrize("example", ["tiny", "kumo"])
def test_html_is_the_same_in_another_place(tmp_path: Path, example: str) -> None:
    one = written(tmp_path / "here", HERE, example, "html")
    other = written(tmp_path / "far" / "away", THERE, example, "html")
    assert differences(one, other) == []


@pytest.mark.slow
@pytest.mark.pdf
def test_a_pdf_is_the_same_in_another_place(tmp_path: Path) -> None:
    one = written(tmp_path / "here", HERE, "tiny", "pdf", *DRAWN)
    other = written(tmp_path / "far" / "away", THERE, "tiny", "pdf", *DRAWN)
    assert differences(one, other) == []


@pytest.mark.thorough
@pytest.mark.parametrize("example", ["tiny", "treuhand"])
def test_a_json_report_is_the_same_in_another_place(example: str) -> None:
    command = [str(PROGRAM), "check", f"examples/{example}/rollout.toml", "--as-of", "2026-12-14", "--format", "json"]
    command += ["--ui-language", "de-CH"]
    one, other = (
        subprocess.run(command, cwd=ROOT, env={**os.environ, **place}, capture_output=True, check=False)
        for place in (HERE, THERE)
    )
    assert one.returncode == other.returncode == 1
    assert one.stdout.startswith(b"{")
    assert one.stdout == other.stdout
