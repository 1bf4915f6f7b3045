"""Whatever happens becomes a text and an exit code."""

import errno
import os
from pathlib import Path

import click
import pytest

from rollout_kit import __version__
from rollout_kit.cli import app

from .conftest import Call, process

A_DATE = "a date is written 2027-01-11"


@pytest.mark.parametrize(
    ("arguments", "fault", "remedy"),
    [
        (["chek"], 'there is no command "chek"', 'did you mean "check"?'),
        (["CHECK"], 'there is no command "CHECK"', 'did you mean "check"?'),
        (["frobnicate"], 'there is no command "frobnicate"', "rollout-kit --help lists the commands"),
        (["check", "--frmat", "json", "x"], 'there is no option "--frmat"', 'did you mean "--format"?'),
        (["check", "--zzz", "x"], 'there is no option "--zzz"', "it is called so: rollout-kit check [OPTIONS] FILE"),
        (["--ui-langage", "de"], 'there is no option "--ui-langage"', 'did you mean "--ui-language"?'),
        (["check"], "FILE is missing", "it is called so: rollout-kit check [OPTIONS] FILE"),
        (["explain"], "CODE is missing", "it is called so: rollout-kit explain [OPTIONS] CODE"),
        (["check", "a", "b"], '"b" is one argument too many', "it is called so: rollout-kit check [OPTIONS] FILE"),
        (["check", "a", "--format"], "--format needs a value", "it is called so: rollout-kit check [OPTIONS] FILE"),
        (["check", "a", "--format", "jsno"], '"jsno" cannot be used for --format', 'did you mean "json"?'),
        (
            ["check", "a", "--format", "pdf"], '"pdf" cannot be used for --format',
            "it takes: text, concise, json, sarif, github, markdown",
        ),
        (["check", "a", "--fail-on", "hihg"], '"hihg" cannot be used for --fail-on', 'did you mean "high"?'),
        (["build", "a", "--document", "plan,"], '"" cannot be used for --document', None),
        (["build", "a", "--document", "plans"], '"plans" cannot be used for --document', 'did you mean "plan"?'),
        (["build", "a", "--format", "docx"], '"docx" cannot be used for --format', "it takes: html, pdf, xlsx, ics"),
        (["build", "a", "--language", "ru"], '"ru" cannot be used for --language', None),
        (["rules", "--ui-language", "xx"], '"xx" cannot be used for --ui-language', None),
        (["check", "a", "--as-of", "11.01.2027"], '"11.01.2027" cannot be used for --as-of', A_DATE),
        (["check", "a", "--as-of", "20270111"], '"20270111" cannot be used for --as-of', A_DATE),
        (["check", "a", "--as-of", "2027-02-30"], '"2027-02-30" cannot be used for --as-of', A_DATE),
        (["check", "a", "--as-of", "1999-12-31"], '"1999-12-31" cannot be used for --as-of', A_DATE),
        (["check", "a", "--as-of", "2200-01-01"], '"2200-01-01" cannot be used for --as-of', A_DATE),
        (["rules", "--help=x"], "--help takes no value", "it is called so: rollout-kit rules [OPTIONS]"),
        (["explain", "OWN11"], 'there is no rule "OWN11"', 'did you mean "OWN101"?'),
        (["explain", "???"], 'there is no rule "???"', "rollout-kit rules lists all rules"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_call_is_told_with_its_remedy(
    arguments: list[str], fault: str | None, remedy: str | None, call: Call
):
    ran = call(*arguments)
    assert (ran.code, ran.out) == (2, "")
    lines = ran.err.splitlines()
    assert fault is None or lines[0] == f"error: {fault}"
    assert remedy is None or lines[1] == f"  = {remedy}"
    assert lines[0].startswith("error: ")
    assert len(lines) == 2


def test_hostile_arguments_do_not_steer_the_terminal(call: Call):
    for arguments in (["\x1b[2J"], ["check", "\x1b[2J"], ["check", "x", "\x9b2J"], ["explain", "\u202e\x07"]):
        ran = call(*arguments)
        assert ran.code == 2
        assert not any(character in ran.err for character in "\x1b\x9b\x07\u202e")


def test_a_file_name_that_is_no_text_can_be_told():
    ran = process("check", "r\udcff\udcfe.toml")
    assert ran.returncode == 2
    assert b"there is no file" in ran.stderr


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch):
    """A command that raises what it is told to."""

    def install(error: BaseException) -> None:
        @click.command("broken")
        def command() -> None:
            secret = os.environ["ROLLOUT_SECRET"]
            raise error from ValueError(len(secret))

        monkeypatch.setenv("ROLLOUT_SECRET", "hunter2")
        monkeypatch.setattr(app.main, "get_command", lambda ctx, name: command)

    return install


def test_a_mistake_of_ours_ends_in_a_report(broken, call: Call, tmp_path: Path):
    broken(RuntimeError("boom"))
    ran = call("rules")
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.startswith("error: rollout-kit made a mistake of its own: RuntimeError\n")
    assert "Traceback" not in ran.err
    (report,) = tmp_path.glob("rollout-kit-report-*.txt")
    assert str(report) in ran.err
    text = report.read_text(encoding="utf-8")
    assert text.startswith(f"rollout-kit {__version__}, Python ")
    assert "called as: rollout-kit rules" in text
    assert "RuntimeError: boom" in text
    assert "hunter2" not in text


def test_a_report_that_cannot_be_written_is_printed(broken, call: Call, monkeypatch: pytest.MonkeyPatch):
    def full(**_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("tempfile.mkstemp", full)
    broken(RuntimeError("boom"))
    ran = call("rules")
    assert ran.code == 3
    assert "RuntimeError: boom" in ran.err


@pytest.mark.parametrize("error", [KeyboardInterrupt(), click.Abort()])
def test_an_interrupt_has_its_own_code(error: BaseException, broken, call: Call):
    broken(error)
    ran = call("rules")
    assert (ran.code, ran.out, ran.err.strip()) == (130, "", "")
