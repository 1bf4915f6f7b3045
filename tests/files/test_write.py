"""Writing: old or new after every fault, never a third; modes kept; user files left alone."""

import contextlib
import errno
import functools
import os
import stat
from pathlib import Path

import pytest

from rollout_kit.errors import RolloutKitError
from rollout_kit.files.write import refuse_blocked, refuse_unlike, write, write_new, write_report
from rollout_kit.language.words import Words

CALLS = ("mkdir", "open", "stat", "fchmod", "write", "fsync", "close", "replace", "link", "rename", "unlink")


class FailingOnce:
    """Calls that touch the disc: number `position` of them fails, all others are real."""

    def __init__(self, position: int, code: int) -> None:
        self._position, self._code, self.made = position, code, 0

    @contextlib.contextmanager
    def at_work(self):
        with pytest.MonkeyPatch.context() as patch:
            for name in CALLS:
                patch.setattr(os, name, functools.partial(self._call, name, getattr(os, name)))
            yield

    def _call(self, name: str, real, *arguments, **more):
        self.made += 1
        if self.made != self._position:
            return real(*arguments, **more)
        if name == "close":
            real(*arguments)  # a close that reports a fault has closed
        raise OSError(self._code, os.strerror(self._code))


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def told(caught: pytest.ExceptionInfo[RolloutKitError]) -> str:
    assert caught.value.help is not None
    return Words("en").text(caught.value.message)


def test_files_are_written_and_their_paths_returned(tmp_path: Path):
    paths = write(tmp_path / "a" / "b", [("plan.html", b"one"), ("plan.pdf", b"two")])
    assert paths == (tmp_path / "a" / "b" / "plan.html", tmp_path / "a" / "b" / "plan.pdf")
    assert [path.read_bytes() for path in paths] == [b"one", b"two"]
    assert names(tmp_path / "a" / "b") == ["plan.html", "plan.pdf"]


def test_a_new_file_has_the_mode_that_the_umask_gives(tmp_path: Path):
    before = os.umask(0o027)
    try:
        (path,) = write(tmp_path, [("plan.html", b"x")])
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_replaced_file_keeps_its_mode(tmp_path: Path):
    (tmp_path / "plan.html").write_bytes(b"old")
    (tmp_path / "plan.html").chmod(0o604)
    (path,) = write(tmp_path, [("plan.html", b"new")])
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"new", 0o604)


def test_short_writes_are_continued(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    real = os.write
    monkeypatch.setattr(os, "write", lambda handle, content: real(handle, content[:7]))
    (path,) = write(tmp_path, [("plan.html", bytes(range(256)))])
    assert path.read_bytes() == bytes(range(256))


def test_a_file_that_cannot_be_written_leaves_those_before_it(tmp_path: Path):
    (tmp_path / "handbook.html").mkdir()
    with pytest.raises(RolloutKitError) as caught:
        write(tmp_path, [("plan.html", b"x"), ("handbook.html", b"y")])
    assert "is a folder" in told(caught)
    assert names(tmp_path) == ["handbook.html", "plan.html"]


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EPERM])
@pytest.mark.parametrize("existing", [True, False])
def test_each_call_that_fails_once_leaves_the_old_text_or_the_new(code: int, existing: bool, tmp_path: Path):
    for position in range(1, 50):
        folder = tmp_path / f"{position}"
        folder.mkdir()
        if existing:
            (folder / "plan.html").write_bytes(b"old")
        system = FailingOnce(position, code)
        is_told = False
        try:
            with system.at_work():
                write(folder, [("plan.html", b"new text")])
        except RolloutKitError:
            is_told = True
        left = {path.name: path.read_bytes() for path in folder.iterdir()}
        assert left in ({"plan.html": b"new text"}, {"plan.html": b"old"} if existing else {}), (position, left)
        assert is_told or left == {"plan.html": b"new text"}
        if system.made < position:
            break
    assert left == {"plan.html": b"new text"}
    # Folder, stat, open, stat, write, fsync, close, replace, and the folder's open, fsync, close.
    assert position > 11


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EPERM])
def test_each_fault_of_a_new_file_leaves_nothing_or_all_of_it(code: int, tmp_path: Path):
    for position in range(1, 50):
        folder = tmp_path / f"{position}"
        system = FailingOnce(position, code)
        is_told = False
        try:
            with system.at_work():
                write_new(folder, "rollout.toml", b"text")
        except RolloutKitError:
            is_told = True
        left = {path.name: path.read_bytes() for path in folder.glob("*.toml")} if folder.exists() else {}
        assert left in ({"rollout.toml": b"text"}, {})
        assert is_told or left
        if system.made < position:
            break
    assert left == {"rollout.toml": b"text"}
    assert position > 10


def test_a_folder_that_cannot_be_flushed_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    real = os.fsync

    def fsync(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "Invalid argument")
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    assert write(tmp_path, [("plan.html", b"x")])[0].read_bytes() == b"x"


def test_file_and_folder_are_flushed_in_this_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    order = []
    real_fsync, real_replace = os.fsync, os.replace

    def fsync(handle: int) -> None:
        order.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file")
        real_fsync(handle)

    def replace(source: Path, target: Path) -> None:
        order.append("replace")
        real_replace(source, target)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(os, "replace", replace)
    write(tmp_path, [("plan.html", b"x")])
    assert order == ["file", "replace", "folder"]


def test_an_interrupt_leaves_no_temporary_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write(tmp_path, [("plan.html", b"x")])
    assert names(tmp_path) == []


def test_a_read_only_folder_is_told_with_a_remedy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def refuse(*_: object) -> int:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(RolloutKitError) as caught:
        write(tmp_path, [("plan.html", b"x")])
    assert told(caught) == f'"{tmp_path / "plan.html"}" cannot be written: this user may not write into that folder'


def test_a_folder_that_is_a_file_is_told(tmp_path: Path):
    (tmp_path / "documents").write_bytes(b"")
    for folder in (tmp_path / "documents", tmp_path / "documents" / "below"):
        with pytest.raises(RolloutKitError) as caught:
            write(folder, [("plan.html", b"x")])
        assert told(caught) == f'"{folder}" is a file, not a folder'


def protect(monkeypatch: pytest.MonkeyPatch, *protected: str) -> None:
    """Let this user, who may be root, have no right to write some files."""
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path).name not in protected)


def test_a_file_that_is_write_protected_is_left_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "plan.html").write_bytes(b"old")
    protect(monkeypatch, "plan.html", "new.html")
    with pytest.raises(RolloutKitError) as caught:
        write(tmp_path, [("plan.html", b"new")])
    assert told(caught) == f'"{tmp_path / "plan.html"}" is write-protected, and is not overwritten'
    assert ((tmp_path / "plan.html").read_bytes(), names(tmp_path)) == (b"old", ["plan.html"])
    assert write(tmp_path, [("new.html", b"new")])[0].read_bytes() == b"new"


def test_a_pipe_or_a_device_is_never_replaced(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("pipe")
    for name in ("pipe", "link"):
        with pytest.raises(RolloutKitError) as caught:
            write(tmp_path, [(name, b"x")])
        assert told(caught) == f'"{tmp_path / name}" is a device or a pipe, not a file'
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)
    assert names(tmp_path) == ["link", "pipe"]


def test_what_stands_in_the_place_of_any_name_is_found_before_anything_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "folder.html").mkdir()
    (tmp_path / "kept.html").write_bytes(b"")
    (tmp_path / "old.html").write_bytes(b"")
    protect(monkeypatch, "kept.html")
    for name, said in (("folder.html", "is a folder"), ("kept.html", "is write-protected")):
        with pytest.raises(RolloutKitError) as caught:
            refuse_blocked(tmp_path, ["old.html", "new.html", name])
        assert said in told(caught)
    refuse_blocked(tmp_path, ["old.html", "new.html"])
    refuse_blocked(tmp_path / "not" / "yet", ["new.html"])
    with pytest.raises(RolloutKitError) as caught:
        refuse_blocked(tmp_path / "old.html", ["new.html"])
    assert told(caught) == f'"{tmp_path / "old.html"}" is a file, not a folder'


def test_an_input_stands_in_the_way_by_whatever_path_it_is_reached(tmp_path: Path):
    source = tmp_path / "plan.html"
    source.write_bytes(b"")
    for name in ("other.html", "tasks.csv"):
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "here").mkdir()
    (tmp_path / "link.toml").symlink_to(source)
    for path in (source, tmp_path / "here" / ".." / "plan.html", tmp_path / "link.toml"):
        with pytest.raises(RolloutKitError) as caught:
            refuse_blocked(tmp_path, ["other.html", "plan.html"], [tmp_path / "tasks.csv", path])
        assert told(caught) == f'"{source}" is read here and would be overwritten'
    refuse_blocked(tmp_path, ["other.html"], [source])
    refuse_blocked(tmp_path / "here", ["plan.html"], [source])


@pytest.mark.parametrize(("held", "is_alike"), [
    (None, True), (b"", True), (b"{", True), (b" \r\n\t{}", True),
    (b" ", False), (b"[rollout]\n", False), (b"x {", False), (b" " * 5000 + b"x", False),
])  # fmt: skip
def test_a_file_of_another_kind_is_not_replaced(held: bytes | None, is_alike: bool, tmp_path: Path):
    if held is not None:
        (tmp_path / "x").write_bytes(held)
    with contextlib.nullcontext() if is_alike else pytest.raises(RolloutKitError, match="with other contents"):
        refuse_unlike(tmp_path, "x", b"{")


@pytest.mark.parametrize("name", ["", ".", "..", "a/b", "/a", "../a", "a\\b"])
def test_a_name_that_is_a_path_is_our_mistake(name: str, tmp_path: Path):
    with pytest.raises(AssertionError, match="not a plain file name"):
        write(tmp_path, [(name, b"x")])


def test_a_new_file_is_written_once_and_never_again(tmp_path: Path):
    assert write_new(tmp_path / "new", "rollout.toml", b"one").read_bytes() == b"one"
    with pytest.raises(RolloutKitError) as caught:
        write_new(tmp_path / "new", "rollout.toml", b"two")
    assert "is there already" in told(caught)
    assert (tmp_path / "new" / "rollout.toml").read_bytes() == b"one"
    assert names(tmp_path / "new") == ["rollout.toml"]


def test_a_broken_link_counts_as_there(tmp_path: Path):
    (tmp_path / "rollout.toml").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(RolloutKitError):
        write_new(tmp_path, "rollout.toml", b"x")
    assert names(tmp_path) == ["rollout.toml"]


def test_a_file_that_appears_meanwhile_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "rollout.toml").write_bytes(b"theirs")
    monkeypatch.setattr(os.path, "lexists", lambda path: False)
    with pytest.raises(RolloutKitError):
        write_new(tmp_path, "rollout.toml", b"ours")
    assert (tmp_path / "rollout.toml").read_bytes() == b"theirs"


def test_a_file_system_without_links_gets_the_new_file_by_a_move(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def no_links(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    assert write_new(tmp_path, "rollout.toml", b"x").read_bytes() == b"x"
    assert names(tmp_path) == ["rollout.toml"]


def test_a_report_is_for_this_user_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    path = write_report("ü \udcff")
    assert path.parent == tmp_path
    assert path.read_text(encoding="utf-8") == "ü \\udcff"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
