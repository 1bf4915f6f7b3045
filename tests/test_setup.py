"""`scripts/setup` on machines that lack something, with stand-ins for the programs that it calls."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PYTHONS = ("python3.13", "python3.12", "python3.11", "python3")

pytestmark = pytest.mark.skipif(os.name != "posix", reason="a shell script")


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A checkout without .venv, and a folder of programs: a user who is not root, no package installed, no sudo."""
    (tmp_path / "scripts").mkdir()
    shutil.copy(ROOT / "scripts" / "setup", tmp_path / "scripts" / "setup")
    for name in PYTHONS:
        program(tmp_path, name, f'exec {sys.executable} "$@"')
    program(tmp_path, "id", "echo 1000")
    program(tmp_path, "dpkg-query", "exit 1")
    program(tmp_path, "apt-get", "echo the archive is away; exit 100")
    for name in ("sh", "dirname", "cat", "tr", "sed", "tail", "mktemp", "rm", "env"):
        found = shutil.which(name)
        assert found
        (tmp_path / "bin" / name).symlink_to(found)
    return tmp_path


def program(machine: Path, name: str, text: str) -> None:
    path = machine / "bin" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)


def setup(machine: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["/bin/sh", str(machine / "scripts" / "setup"), *arguments], env={"PATH": str(machine / "bin")},
        capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_without_root_the_line_to_type_is_printed(machine: Path) -> None:
    done = setup(machine, "demo")
    assert done.returncode == 1
    assert done.stderr == (
        "setup: these packages are missing and need root once; type this, then call make again:\n"
        "    su -c 'apt-get update && apt-get install -y --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0"
        " libharfbuzz-subset0 fonts-noto-core fonts-morisawa-bizud-gothic'\n"
    )


def test_sudo_that_asks_for_a_password_is_left_to_the_user(machine: Path) -> None:
    program(machine, "sudo", "exit 1")
    done = setup(machine, "demo")
    assert done.returncode == 1
    assert "    sudo apt-get update && sudo apt-get install -y --no-install-recommends libpango-1.0-0" in done.stderr


def test_only_what_is_missing_is_asked_for(machine: Path) -> None:
    program(machine, "dpkg-query", 'case "$4" in fonts-noto-core) exit 1 ;; *) echo installed ;; esac')
    assert setup(machine, "test").stderr.endswith("--no-install-recommends fonts-noto-core'\n")


def test_a_python_without_venv_gets_its_package(machine: Path) -> None:
    stand_in = f'case "$2" in *ensurepip*) exit 1 ;; *) exec {sys.executable} "$@" ;; esac'
    for name in PYTHONS:
        program(machine, name, stand_in)
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    assert f" python{version}-venv libpango-1.0-0" in setup(machine, "demo").stderr


def test_a_failed_installation_shows_the_end_of_its_log(machine: Path) -> None:
    program(machine, "id", "echo 0")
    done = setup(machine, "demo")
    assert done.returncode == 1
    assert done.stdout.startswith("setup: installing system packages: libpango-1.0-0")
    assert done.stderr.startswith("the archive is away\nsetup: apt-get failed; the whole log is in ")


def test_a_python_that_is_too_old_is_told(machine: Path) -> None:
    for name in PYTHONS:
        program(machine, name, "exit 1")
    done = setup(machine, "demo")
    assert done.returncode == 1
    assert done.stderr.startswith("setup: Python 3.11 or newer is needed")


def test_an_unknown_purpose_is_refused(machine: Path) -> None:
    done = setup(machine, "everything")
    assert (done.returncode, done.stderr) == (2, "usage: scripts/setup demo|test\n")
