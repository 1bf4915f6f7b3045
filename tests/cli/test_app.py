"""Calls: help, mistakes in a call, languages, colours, streams, and our own mistakes."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from rollout_kit import __version__
from rollout_kit.cli import app
from rollout_kit.cli.app import COMMANDS
from rollout_kit.language.words import Words as RealWords

from .conftest import Call

A_DATE = "a date is written 2027-01-11"
HEAVY = ("pydantic", "weasyprint", "jinja2", "babel", "holidays", "tomli", "markdown_it", "segno")


def process(*arguments: str, code: str = "from rollout_kit.cli.app import main; main()", **environment: str):
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        env={"PATH": os.environ["PATH"], **environment},
        check=False,
        timeout=60,
    )


def test_help_imports_nothing_heavy():
    code = (
        "import sys\nfrom rollout_kit.cli.app import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        f"print([name for name in {HEAVY} if name in sys.modules])"
    )
    ran = process("--help", code=code)
    assert ran.stdout.decode().splitlines()[-1] == "[]"
    assert b"checklist" in ran.stdout


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("language", ["en", "de", "de-CH"])
def test_every_command_has_help(name: str, language: str, call: Call):
    ran = call(name, "--help", "--ui-language", language)
    assert (ran.code, ran.err) == (0, "")
    assert f"rollout-kit {name} " in ran.out
    assert "--ui-language" in ran.out


def test_the_help_of_the_program_reads_like_this(call: Call, snapshot):
    assert call("--help").out == snapshot


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_reads_like_this(name: str, call: Call, snapshot):
    assert call(name, "-h").out == snapshot


def test_the_version_is_told(call: Call):
    assert call("--version").out == f"rollout-kit {__version__}\n"


def test_a_bare_call_shows_the_help(call: Call):
    ran = call()
    assert (ran.code, ran.out) == (2, "")
    assert "Commands:" in ran.err


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
        (["check", "a", "--format", "sarif"], '"sarif" cannot be used for --format', "it takes: text, json"),
        (["check", "a", "--fail-on", "hihg"], '"hihg" cannot be used for --fail-on', 'did you mean "high"?'),
        (["build", "a", "--document", "plan,"], '"" cannot be used for --document', None),
        (["build", "a", "--document", "plans"], '"plans" cannot be used for --document', 'did you mean "plan"?'),
        (["build", "a", "--format", "html,docx"], '"docx" cannot be used for --format', "it takes: html, pdf"),
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


@pytest.mark.parametrize("day", ["2000-01-01", "2199-12-31"])
def test_the_first_and_the_last_day_can_be_looked_at_from(day: str, call: Call):
    assert call("new", "--defaults", "--as-of", day).code == 0


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


def test_hostile_arguments_do_not_steer_the_terminal(call: Call):
    for arguments in (["\x1b[2J"], ["check", "\x1b[2J"], ["check", "x", "\x9b2J"], ["explain", "\u202e\x07"]):
        ran = call(*arguments)
        assert ran.code == 2
        assert not any(character in ran.err for character in "\x1b\x9b\x07\u202e")


def test_a_file_name_that_is_no_text_can_be_told():
    ran = process("check", "r\udcff\udcfe.toml")
    assert ran.returncode == 2
    assert b"there is no file" in ran.stderr


def test_a_stream_that_is_not_utf_8_gets_signs_replaced():
    ran = process("explain", "Bürö-山", PYTHONIOENCODING="latin-1")
    assert ran.returncode == 2
    assert 'there is no rule "Bürö-?"'.encode("latin-1") in ran.stderr


def test_a_stream_that_is_ascii_is_no_reason_to_fail():
    ran = process("explain", "Bürö-山", PYTHONIOENCODING="ascii")
    assert ran.returncode == 2
    assert b'there is no rule "B' in ran.stderr
    assert process("rules", PYTHONIOENCODING="ascii").returncode == 0


def test_a_reader_that_stops_is_no_error():
    code = (
        "import os, sys\nfrom rollout_kit.cli.app import main\n"
        "r, w = os.pipe()\nos.dup2(w, 1)\nos.close(w)\nos.close(r)\nmain(['rules'])"
    )
    ran = process(code=code)
    assert (ran.returncode, ran.stderr) == (141, b"")


def test_a_full_disc_behind_the_output_is_told():
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    code = (
        "import os\nos.dup2(os.open('/dev/full', os.O_WRONLY), 1)\n"
        "from rollout_kit.cli.app import main\nmain(['rules'])"
    )
    ran = process(code=code)
    assert ran.returncode == 2
    assert b"the output cannot be written" in ran.stderr
    assert b"Traceback" not in ran.stderr


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


def test_the_program_can_be_called_without_ending_the_process(capsys: pytest.CaptureFixture[str]):
    assert app.main.main(["rules"], standalone_mode=False) == 0
    assert app.main.main(["chek"], standalone_mode=False) == 2
