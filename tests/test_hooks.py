"""What the hook and the action call exists, and behaves as they need it."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
GOOD = '[rollout]\nname = "X"\nkickoff = 2027-01-11\n[customer]\nname = "C"\n[provider]\nname = "P"\n'

pytestmark = pytest.mark.slow


def run(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    code = "from rollout_kit.cli.app import main; main()"
    return subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=folder, capture_output=True, text=True, check=False, timeout=120
    )


def test_the_hook_checks_every_description_of_the_repository(tmp_path: Path) -> None:
    hook = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    entry = re.search(r"^  entry: (.+)$", hook, re.MULTILINE)
    args = re.search(r'^  args: \["(.+)"\]$', hook, re.MULTILINE)
    assert entry is not None
    assert args is not None
    program, *arguments = shlex.split(entry[1])
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "rollout.toml").write_text(GOOD)
    (tmp_path / "b" / "rollout.toml").write_text("[rollout")

    done = run(*arguments, args[1], "--as-of", "2026-12-14", folder=tmp_path)

    assert program == "rollout-kit"
    assert done.returncode == 2
    assert [line.split()[0] for line in done.stdout.splitlines()] == ["a/rollout.toml", "b/rollout.toml"]


def test_the_action_calls_what_there_is(tmp_path: Path) -> None:
    action = (ROOT / "action.yml").read_text(encoding="utf-8")
    (tmp_path / "rollout.toml").write_text(GOOD)
    inputs = re.findall(r"^  ([a-z-]+):\n    description", action, re.MULTILINE)

    annotated = run("check", "rollout.toml", "--format", "github", "--fail-on", "high", folder=tmp_path)
    sarif = run("check", "rollout.toml", "--format", "sarif", folder=tmp_path)

    assert inputs == ["file", "fail-on", "sarif"]
    assert set(re.findall(r"inputs\.([a-z-]+)", action)) == set(inputs)
    assert annotated.returncode == 1
    assert annotated.stdout.startswith("::error file=rollout.toml,line=")
    assert '"version": "2.1.0"' in sarif.stdout
