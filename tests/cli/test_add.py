"""Adding a section to a description."""

import os
from pathlib import Path

import pytest

from rollout_kit.cli.add import _sections

from .conftest import TINY, Call
from .conversation import talk


def test_a_section_is_added_and_its_line_told(call: Call, tiny: Path):
    ran = call("add", "load", tiny)
    assert (ran.code, ran.out, ran.err) == (0, f"[load] is added to {tiny}, at line 12\n", "")
    written = tiny.read_text(encoding="utf-8")
    assert written.startswith(TINY)
    assert written.splitlines()[11] == "[load]"
    assert call("check", tiny).code != 2


def test_a_section_that_is_there_is_told_with_its_place_and_nothing_is_written(call: Call, tiny: Path):
    call("add", "load", tiny)
    before = tiny.read_bytes()
    ran = call("add", "load", tiny)
    assert (ran.code, ran.out, tiny.read_bytes()) == (2, "", before)
    assert ran.err.startswith(f"{tiny}:12:1: error FMT115 the section [load] is there already\n")
    assert ran.err.endswith("\n\nnothing was written\n")


def test_a_file_that_cannot_be_read_is_told_and_not_touched(call: Call, tiny: Path):
    content = TINY.encode("utf-16")
    tiny.write_bytes(content)
    ran = call("add", "load", tiny)
    assert (ran.code, tiny.read_bytes()) == (2, content)
    assert ran.err.startswith(f"{tiny}:1:1: error FMT101 the file is saved as UTF-16, not as UTF-8\n")


def test_a_file_with_a_wrong_value_gets_its_section(call: Call, tiny: Path):
    tiny.write_text(TINY.replace("[customer]", "[customer]\nusers = -3"), encoding="utf-8")
    assert call("add", "load", tiny).code == 0
    assert "'users' is -3" in call("check", tiny).out


def test_a_name_that_is_no_section_is_told(call: Call, tiny: Path):
    ran = call("--ui-language", "de", "add", "Belastung.Kanäle", tiny)
    assert ran.code == 2
    assert '"load.channels"' in ran.err or "„load.channels“" in ran.err


def test_the_section_comes_first(call: Call, tiny: Path):
    ran = call("add", "rollout.toml", "load")
    assert (ran.code, "rollout-kit add load rollout.toml" in ran.err) == (2, True)


def test_a_file_that_is_not_there_is_told(call: Call, tmp_path: Path):
    ran = call("add", "load", tmp_path / "none.toml")
    assert (ran.code, list(tmp_path.iterdir())) == (2, [])


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_description_that_is_write_protected_is_left_as_it_is(
    call: Call, tiny: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    ran = call("add", "load", tiny)
    assert (ran.code, ran.out, tiny.read_text(encoding="utf-8")) == (2, "", TINY)
    assert ran.err.startswith(f'error: "{tiny}" is write-protected, and is not overwritten\n')


def test_a_link_stays_one(call: Call, tiny: Path, tmp_path: Path):
    link = tmp_path / "link.toml"
    link.symlink_to(tiny)
    assert call("add", "load", link).code == 0
    assert link.is_symlink()
    assert "[load]" in tiny.read_text(encoding="utf-8")


def test_at_a_terminal_it_is_said_what_comes_next(tiny: Path):
    screen = talk(tiny.parent, ["add", "pilot", "rollout.toml"], []).screen
    assert "remove the # before the keys that you want" in screen
    assert "rollout-kit check rollout.toml" in screen


def test_a_shell_completes_the_section():
    assert _sections(None, None, "p") == ["provider", "people", "processes", "pilot", "plan"]  # type: ignore[arg-type]
