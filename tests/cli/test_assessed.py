"""From a path to a rollout: which texts are read, and how their places are named."""

import errno
import os
from pathlib import Path

import pytest

from .conftest import TINY, Call

AS_OF = ("--as-of", "2026-11-20")


def test_places_carry_the_folder_as_it_was_typed(tiny: Path, call: Call, tmp_path: Path):
    (tmp_path / "here").mkdir()
    tiny.rename(tmp_path / "here" / "rollout.toml")
    assert "here/rollout.toml:" in call("check", "here/rollout.toml", *AS_OF).out
    assert "here/./rollout.toml:" not in call("check", "./here/rollout.toml", *AS_OF).out


def test_a_file_that_may_not_be_read_is_told(tiny: Path, call: Call, monkeypatch: pytest.MonkeyPatch):
    real = os.open

    def refuse(path, *more, **named):
        if str(path) == str(tiny):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path, *more, **named)

    monkeypatch.setattr(os, "open", refuse)
    ran = call("check", tiny)
    assert (ran.code, ran.out) == (2, "")
    assert "may not be read by this user" in ran.err


@pytest.mark.parametrize(
    "name", ["rollout \x1b[2J.toml", "-.toml", "ro\nllout.toml", "ü 山 \u202e.toml", "a:1:2.toml", "%s{}.toml"]
)
def test_a_hostile_file_name_is_only_a_name(name: str, tiny: Path, call: Call, tmp_path: Path):
    tiny.rename(tmp_path / name)
    ran = call("check", f"./{name}", *AS_OF)
    assert ran.code == 1
    assert not any(character in ran.out + ran.err for character in "\x1b\u202e")


def test_a_file_name_that_is_no_text_can_be_checked(tiny: Path, call: Call, tmp_path: Path):
    name = os.fsdecode(b"roll\xff.toml")
    tiny.rename(tmp_path / name)
    ran = call("check", name, *AS_OF)
    assert ran.code == 1
    assert "\udcff" not in ran.out


def test_a_named_file_outside_the_project_is_a_problem_not_read(tiny: Path, call: Call, tmp_path: Path):
    folder = tmp_path / "project"
    folder.mkdir()
    (tmp_path / "secret.toml").write_text('[people.mallory]\nname = "TOP SECRET"\n', encoding="utf-8")
    text = TINY.replace('name = "NetServ GmbH"', 'name = "NetServ GmbH"\nfrom = "../secret.toml"')
    (folder / "rollout.toml").write_text(text, encoding="utf-8")
    ran = call("check", folder / "rollout.toml", *AS_OF)
    assert ran.code == 2
    assert "TOP SECRET" not in ran.out + ran.err
    assert "../secret.toml" in ran.out


def test_a_folder_is_told_which_file_to_name(tiny: Path, call: Call, tmp_path: Path):
    ran = call("build", tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines() == [
        f'error: "{tmp_path}" is a folder, not a description',
        f'  = name the file, such as "{tiny}"',
    ]


def test_a_huge_file_is_refused(tiny: Path, call: Call):
    tiny.write_bytes(b"#" * (1 << 20) + b"#")
    ran = call("check", tiny)
    assert (ran.code, ran.out) == (2, "")
    assert "is larger than 1,024 KiB" in ran.err


def test_a_file_in_a_folder_that_may_not_be_entered_is_told(tiny: Path, call: Call, monkeypatch: pytest.MonkeyPatch):
    def hidden(path: Path) -> bool:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(Path, "is_dir", hidden)
    for command in ("check", "build", "capacity"):
        ran = call(command, tiny)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith(f'error: "{tiny}" may not be read by this user\n')


def test_a_folder_that_may_not_be_read_is_told_in_our_words(call: Call, monkeypatch: pytest.MonkeyPatch):
    Path("shut").mkdir()
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    assert call("check", "shut").err.startswith("error: there is no description in shut\n")
