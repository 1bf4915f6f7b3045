"""`doctor`: what it finds on a machine that has all, and on one that lacks something."""

import os
from pathlib import Path

import pytest

from rollout_kit.errors import PdfUnavailable
from rollout_kit.message import message
from rollout_kit.render import diagnosis
from rollout_kit.render.diagnosis import Check

from .conftest import Call


@pytest.fixture
def drawing(monkeypatch: pytest.MonkeyPatch):
    """Let the look at libraries and fonts find these."""

    def found(*checks: Check) -> None:
        monkeypatch.setattr(diagnosis, "pdf_checks", lambda: iter(checks))

    return found


FINE = Check(what=message("Pango"), is_there=True)
NO_FONT = Check(what=message("no font"), is_there=False, is_needed=False, remedy=message("apt-get install fonts"))


def test_where_nothing_is_missing_it_says_so(call: Call, drawing):
    drawing(FINE)

    ran = call("doctor")

    assert ran.code == 0
    assert ran.out.splitlines()[-1] == "Nothing is missing."
    assert "fine     Pango" in ran.out.splitlines()


def test_what_only_makes_pages_worse_is_told_and_is_no_failure(call: Call, drawing):
    drawing(FINE, NO_FONT)

    ran = call("doctor")

    assert ran.code == 0
    assert "missing  no font\n         = apt-get install fonts\n" in ran.out
    assert ran.out.splitlines()[-1] == "1 thing is missing."


def test_without_the_libraries_of_pdf_its_code_is_that_of_build(call: Call, monkeypatch: pytest.MonkeyPatch):
    def missing() -> None:
        raise PdfUnavailable(message("no PDF: the library {library} is missing", library="libpango-1.0-0"))

    monkeypatch.setattr(diagnosis, "weasyprint", missing)
    monkeypatch.setattr(diagnosis, "install_command", lambda: "apt-get install libpango-1.0-0")

    ran = call("doctor")

    assert ran.code == 4
    assert "missing  no PDF: the library libpango-1.0-0 is missing" in ran.out
    assert "         = install it with: apt-get install libpango-1.0-0" in ran.out
    assert ran.out.splitlines()[-1] == "All but PDF works; HTML prints from any browser with Ctrl+P."


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_leave_to_write_is_told(call: Call, drawing, tmp_path: Path):
    drawing(FINE)
    tmp_path.chmod(0o500)

    ran = call("doctor", tmp_path)
    tmp_path.chmod(0o700)

    assert ran.code == 2


def test_a_folder_that_is_not_there_is_told(call: Call, drawing, tmp_path: Path):
    drawing(FINE)

    ran = call("doctor", tmp_path / "away")

    assert ran.code == 2
    assert "nothing can be written to" in ran.out


def test_it_leaves_nothing_behind(call: Call, drawing, tmp_path: Path):
    drawing(FINE)
    call("doctor", tmp_path)

    assert list(tmp_path.iterdir()) == []


def test_it_speaks_the_language_of_the_terminal(call: Call, drawing):
    drawing(FINE)

    assert call("doctor", "--ui-language", "de").out.splitlines()[-1] == "Es fehlt nichts."


def test_it_says_how_it_is_where_nobody_reads(call: Call, drawing, monkeypatch: pytest.MonkeyPatch):
    drawing(FINE)
    monkeypatch.setattr("rollout_kit.cli.doctor.sys.stdout", None)

    assert call("doctor").code == 0
