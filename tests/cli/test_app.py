"""The program: what it lists, imports and returns."""

import pytest

from rollout_kit import __version__
from rollout_kit.cli import app

from .conftest import Call, process

HEAVY = ("pydantic", "weasyprint", "jinja2", "babel", "holidays", "tomli", "markdown_it", "segno")


def test_help_imports_nothing_heavy():
    code = (
        "import sys\nfrom rollout_kit.cli.app import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        f"print([name for name in {HEAVY} if name in sys.modules])"
    )
    ran = process("--help", code=code)
    assert ran.stdout.decode().splitlines()[-1] == "[]"
    assert b"checklist" in ran.stdout


def test_the_help_of_the_program_reads_like_this(call: Call, snapshot):
    assert call("--help").out == snapshot


def test_the_version_is_told(call: Call):
    assert call("--version").out == f"rollout-kit {__version__}\n"


def test_a_bare_call_shows_the_help(call: Call):
    ran = call()
    assert (ran.code, ran.out) == (2, "")
    assert "Commands:" in ran.err


def test_the_program_can_be_called_without_ending_the_process(capsys: pytest.CaptureFixture[str]):
    assert app.main.main(["rules"], standalone_mode=False) == 0
    assert app.main.main(["chek"], standalone_mode=False) == 2
