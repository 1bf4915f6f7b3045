"""The built wheel, in a clean environment with the network off, builds the example."""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from rollout_kit.compose import KINDS

ROOT = Path(__file__).resolve().parent.parent

BEGINNINGS = {".html": b"<!", ".pdf": b"%PDF-", ".xlsx": b"PK", ".ics": b"BEGIN:VCALENDAR"}

pytestmark = [pytest.mark.slow, pytest.mark.pdf, pytest.mark.xdist_group("wheel")]

# Where the kernel lends us no empty network, Python itself refuses.
NO_NETWORK = """
import socket

def refuse(*_, **__):
    raise AssertionError("the network was asked for")

socket.socket.connect = socket.getaddrinfo = socket.create_connection = refuse
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy: its catalogues are compiled without touching those the other tests read."""
    copy = tmp_path_factory.mktemp("source") / "rollout-kit"
    shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".*", "documents", "tests", "__pycache__", "*.mo"))
    target = tmp_path_factory.mktemp("wheel")
    run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(target)], cwd=copy)
    (built,) = target.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new environment that holds the wheel, seeing the libraries of this one and not the checkout."""
    folder = tmp_path_factory.mktemp("clean")
    run([sys.executable, "-m", "venv", "--without-pip", str(folder)])
    pip = [sys.executable, "-m", "pip", "--python", str(folder / "bin" / "python")]
    run([*pip, "install", "--quiet", "--no-index", "--no-deps", "--disable-pip-version-check", str(wheel)])
    (packages,) = folder.glob("lib/python*/site-packages")
    (packages / "no_network.py").write_text(NO_NETWORK, encoding="utf-8")
    # Python does not follow the .pth files of a folder that stands in one: the checkout stays out of sight.
    (packages / "zz_libraries.pth").write_text(
        f"{sysconfig.get_path('purelib')}\nimport no_network\n", encoding="utf-8"
    )
    return folder


def run(command: list[str], **options: object) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(command, capture_output=True, text=True, check=False, **options)  # type: ignore[call-overload]
    assert done.returncode == 0, done.stdout + done.stderr
    return done  # type: ignore[no-any-return]


def offline() -> list[str]:
    """The prefix that gives a command an empty network, where this machine permits it."""
    command = ["unshare", "--map-root-user", "--net"]
    try:
        permitted = subprocess.run([*command, "true"], capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        permitted = False
    return command if permitted else []


def test_the_wheel_holds_what_the_program_reads(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for wanted in (
        r"rollout_kit/cli/app\.py",
        r"rollout_kit/playbooks/managed-service/playbook\.toml",
        r"rollout_kit/playbooks/managed-service/de/.+\.md",
        r"rollout_kit/templates/.+\.css",
        r"rollout_kit/templates/.+\.j2",
        r"rollout_kit/locales/de/LC_MESSAGES/rollout_kit\.mo",
        r"rollout_kit-.+\.dist-info/licenses/LICENSE",
    ):
        assert any(re.fullmatch(wanted, name) for name in names), wanted
    assert [name for name in names if not name.startswith(("rollout_kit/", "rollout_kit-"))] == []
    assert [name for name in names if "/tests/" in name or name.endswith(".pyc")] == []


def test_the_wheel_builds_the_example_without_a_network(environment: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples" / "treuhand", tmp_path / "treuhand")
    program = environment / "bin" / "rollout-kit"
    clean = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "LANG": "C.UTF-8"}
    python = [*offline(), str(environment / "bin" / "python"), "-c"]
    where = run([*python, "import rollout_kit; print(rollout_kit.__file__)"], cwd=tmp_path, env=clean).stdout
    assert Path(where.strip()).is_relative_to(environment)

    command = [*offline(), str(program), "build", "treuhand/rollout.toml", "--as-of", "2026-12-14", "--to", "out"]
    done = run(command, cwd=tmp_path, env=clean)

    assert done.stderr == ""
    files = sorted(path for path in (tmp_path / "out").iterdir())
    assert {path.suffix for path in files} == BEGINNINGS.keys()
    assert sum(path.suffix == ".html" for path in files) == sum(path.suffix == ".pdf" for path in files) == len(KINDS)
    for path in files:
        assert path.read_bytes().startswith(BEGINNINGS[path.suffix])
    pages = "".join(path.read_text(encoding="utf-8") for path in files if path.suffix == ".html")
    assert 'lang="de-CH"' in pages
    assert "Brunner Zehnder Treuhand AG" in pages
    assert str(ROOT) not in pages


def test_no_socket_is_open_to_the_program(environment: Path, tmp_path: Path) -> None:
    ask = "import socket; socket.create_connection(('192.0.2.1', 80), timeout=1)"
    done = subprocess.run(
        [str(environment / "bin" / "python"), "-c", ask], capture_output=True, text=True, check=False, cwd=tmp_path,
        env={"PATH": os.defpath},
    )  # fmt: skip
    assert "the network was asked for" in done.stderr
