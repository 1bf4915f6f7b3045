"""The terminal: its language, its colours, its streams."""

import contextlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from rollout_kit.language.words import Words as RealWords

from .conftest import Call, process


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "de_CH.UTF-8"}, "de-CH"),
        ({"LANG": "de_AT.UTF-8"}, "de"),
        ({"LANG": "de"}, "de"),
        ({"LANG": "fr_CH.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "de_DE"}, "de"),
        ({"LANG": "de_DE", "LC_ALL": "en_US"}, "en"),
        ({"LANG": "de_DE", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_US", "LANGUAGE": "de_CH:en"}, "de-CH"),
        ({"LANG": "en_US", "LANGUAGE": "fr:de"}, "de"),
        ({"LANG": "C.UTF-8", "LANGUAGE": "de"}, "en"),
        ({"LANG": "POSIX"}, "en"),
        ({"LANGUAGE": "de"}, "de"),
        ({"LANG": "de_DE@euro"}, "de"),
        ({"LANG": "¿?"}, "en"),
    ],
)
def test_the_environment_chooses_the_language(environment: dict[str, str], language: str):
    from rollout_kit.cli.terminal import language_of

    assert language_of(environment) == language


@pytest.mark.parametrize(
    "arguments", [["--ui-language", "de", "rules"], ["rules", "--ui-language=de"], ["rules", "--ui-language", "DE"]]
)
def test_the_option_chooses_the_language_wherever_it_stands(
    arguments: list[str], call: Call, monkeypatch: pytest.MonkeyPatch
):
    asked = []
    monkeypatch.setattr("rollout_kit.cli.terminal.Words", lambda tag: asked.append(tag) or RealWords("en"))
    assert call(*arguments).code == 0
    assert asked == ["de"]


def test_the_option_wins_over_the_environment(monkeypatch: pytest.MonkeyPatch, call: Call):
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    english = call("rules", "--ui-language", "en").out
    monkeypatch.delenv("LANG")
    assert english == call("rules").out


def test_a_pipe_gets_no_escape_byte(call: Call):
    assert "\x1b" not in call("rules").out
    assert "\x1b" not in call("chek").err


def test_colour_can_be_forced_and_refused(call: Call, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in call("rules").out
    assert "\x1b[" in call("chek").err
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in call("rules").out


def test_a_stream_that_is_not_utf_8_gets_signs_replaced():
    ran = process("explain", "Bürö-山", PYTHONIOENCODING="latin-1")
    assert ran.returncode == 2
    assert 'there is no rule "Bürö-?"'.encode("latin-1") in ran.stderr


def test_a_stream_that_is_ascii_is_no_reason_to_fail():
    ran = process("explain", "Bürö-山", PYTHONIOENCODING="ascii")
    assert ran.returncode == 2
    assert b'there is no rule "B' in ran.stderr
    assert process("rules", PYTHONIOENCODING="ascii").returncode == 0


@pytest.mark.parametrize("asked", [["rules"], ["--help"], ["--version"]])
def test_a_reader_that_stops_is_no_error(asked: list[str]):
    code = (
        "import os, sys\nfrom rollout_kit.cli.app import main\n"
        f"r, w = os.pipe()\nos.dup2(w, 1)\nos.close(w)\nos.close(r)\nmain({asked})"
    )
    ran = process(code=code)
    assert (ran.returncode, ran.stderr) == (141, b"")


@pytest.mark.parametrize("asked", [["rules"], ["--help"], ["check", "--help"], ["--version"]])
def test_a_full_disc_behind_the_output_is_told(asked: list[str]):
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    code = (
        f"import os\nos.dup2(os.open('/dev/full', os.O_WRONLY), 1)\nfrom rollout_kit.cli.app import main\nmain({asked})"
    )
    ran = process(code=code)
    assert ran.returncode == 2
    assert b"the output cannot be written" in ran.stderr
    assert b"Traceback" not in ran.stderr


def seen_on_a_terminal(*arguments: str, **environment: str) -> str:
    """Return what a person sees: the program has a terminal for its stdout and stderr."""
    try:
        ours, theirs = os.openpty()
    except (OSError, AttributeError) as error:
        pytest.skip(f"no terminal can be opened here: {error}")
    with subprocess.Popen(
        [sys.executable, "-c", "from rollout_kit.cli.app import main; main()", *arguments],
        stdout=theirs,
        stderr=theirs,
        env={"PATH": os.environ["PATH"], "TERM": "xterm", **environment},
    ):
        os.close(theirs)
        seen = b""
        with contextlib.suppress(OSError):  # Linux says EIO when the other end is closed
            while part := os.read(ours, 65536):
                seen += part
        os.close(ours)
    return seen.decode().replace("\r\n", "\n")


def test_a_person_gets_colour_and_two_lines_of_what_to_do_next(tiny: Path):
    seen = seen_on_a_terminal("check", str(tiny))
    assert "\x1b[" in seen
    lines = seen.splitlines()
    assert lines[-3] == ""
    assert [line.split("      ")[0] for line in lines[-2:]] == [f"rollout-kit build {tiny}", "rollout-kit explain CODE"]


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_a_person_who_wants_no_colour_gets_no_escape_byte(environment: dict[str, str], tiny: Path):
    seen = seen_on_a_terminal("check", str(tiny), **environment)
    assert "\x1b" not in seen
    assert "rollout-kit explain CODE" in seen


def test_a_pipe_gets_no_hints(tiny: Path, call: Call):
    assert "rollout-kit build" not in call("check", tiny).out


def test_json_on_a_terminal_is_json_only(tiny: Path):
    assert json.loads(seen_on_a_terminal("check", str(tiny), "--format", "json"))["schema_version"] == 1


@pytest.mark.parametrize(
    ("arguments", "hints"),
    [
        (["new", "--defaults"], ["open it in an editor", "rollout-kit check rollout.toml"]),
        (["check", "tiny.toml"], ["rollout-kit build tiny.toml", "rollout-kit explain CODE"]),
        (["plan", "tiny.toml", "--format", "html"], ["rollout-kit check tiny.toml", "print the checklist"]),
    ],
)
def test_two_lines_of_what_to_do_next_end_every_success(
    arguments: list[str], hints: list[str], tiny: Path, call: Call, monkeypatch: pytest.MonkeyPatch
):
    tiny.rename("tiny.toml")
    monkeypatch.setattr("rollout_kit.cli.terminal._is_terminal", lambda stream: True)
    monkeypatch.setenv("NO_COLOR", "1")
    *_, empty, first, second = call(*arguments).out.splitlines()
    assert empty == ""
    assert [line.startswith(hint) for line, hint in zip((first, second), hints, strict=True)] == [True, True]


def test_a_list_of_rules_ends_with_where_to_read_on(call: Call, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("rollout_kit.cli.terminal._is_terminal", lambda stream: True)
    assert call("rules").out.splitlines()[-1].startswith("rollout-kit explain CODE")


def test_a_hint_can_be_typed_as_it_is_and_steers_no_terminal(tiny: Path, call: Call, monkeypatch: pytest.MonkeyPatch):
    tiny.rename("my \x1b[2J plan.toml")
    monkeypatch.setattr("rollout_kit.cli.terminal._is_terminal", lambda stream: True)
    monkeypatch.setenv("NO_COLOR", "1")
    out = call("check", "my \x1b[2J plan.toml").out
    assert "rollout-kit build 'my �[2J plan.toml'" in out
    assert "\x1b" not in out
