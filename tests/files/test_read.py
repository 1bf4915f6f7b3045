"""Reading a project: what is read, what is left out, and what is said where nothing can be read."""

import errno
import os
from pathlib import Path

import pytest

from rollout_kit.errors import RolloutKitError
from rollout_kit.files.read import (
    LARGEST_TEXT,
    MOST_FILES_OF_A_FOLDER,
    MOST_NAMED_FILES,
    is_folder,
    is_inside,
    opened_table,
    read_project,
)
from rollout_kit.language.words import Words


def nothing(text: bytes) -> tuple[str, ...]:
    return ()


def naming(*names: str):
    return lambda text: names


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / "rollout.toml").write_bytes(b"main")
    return folder


def told(path: Path) -> tuple[str, str]:
    with pytest.raises(RolloutKitError) as caught:
        read_project(path, nothing)
    assert caught.value.exit_code == 2
    assert caught.value.help is not None
    return Words("en").text(caught.value.message), Words("en").text(caught.value.help)


def test_the_description_and_the_files_that_it_names_are_read_as_written(project: Path):
    (project / "data").mkdir()
    (project / "provider.toml").write_bytes(b"\xef\xbb\xbfa")
    (project / "data" / "tasks.csv").write_bytes(b"b\r\n")
    texts = read_project(project / "rollout.toml", naming("provider.toml", "data/tasks.csv"))
    assert texts.main == "rollout.toml"
    assert texts.contents == {"rollout.toml": b"main", "provider.toml": b"\xef\xbb\xbfa", "data/tasks.csv": b"b\r\n"}


def test_the_names_are_asked_of_the_description(project: Path):
    asked = []
    read_project(project / "rollout.toml", lambda text: asked.append(text) or ())
    assert asked == [b"main"]


def test_a_description_that_names_itself_is_read_once(project: Path):
    assert read_project(project / "rollout.toml", naming("rollout.toml")).contents == {"rollout.toml": b"main"}


@pytest.mark.parametrize(
    "name",
    ["", ".", "/etc/passwd", "../secret", "a/../../secret", "C:\\secret", "C:secret", "a\\b", "\\\\host\\share", "nul",
     "NUL.toml", "a/COM1.csv", "lpt9", "a\x00b", "a\nb", "file.toml:stream", "//host/share", "..", "con .txt"],
)  # fmt: skip
def test_a_name_that_could_lead_outside_is_not_inside(name: str, project: Path):
    assert not is_inside(name) or name == "."
    assert read_project(project / "rollout.toml", naming(name)).contents == {"rollout.toml": b"main"}


@pytest.mark.parametrize(
    "name", ["provider.toml", "./provider.toml", "data/ümlaut tasks.csv", "..a", "console.toml", "com10"]
)
def test_a_plain_name_is_inside(name: str):
    assert is_inside(name)


def test_a_link_out_of_the_project_is_not_followed(project: Path, tmp_path: Path):
    (tmp_path / "secret").write_bytes(b"secret")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "secret").write_bytes(b"secret")
    (project / "file").symlink_to(tmp_path / "secret")
    (project / "folder").symlink_to(tmp_path / "elsewhere")
    (project / "circle").symlink_to(project / "circle")
    texts = read_project(project / "rollout.toml", naming("file", "folder/secret", "circle"))
    assert list(texts.contents) == ["rollout.toml"]


def test_a_link_inside_the_project_is_followed(project: Path):
    (project / "real.toml").write_bytes(b"real")
    (project / "link.toml").symlink_to("real.toml")
    assert read_project(project / "rollout.toml", naming("link.toml")).contents["link.toml"] == b"real"


def test_a_project_folder_that_is_itself_a_link_can_be_read(project: Path, tmp_path: Path):
    (project / "provider.toml").write_bytes(b"p")
    (tmp_path / "link").symlink_to(project)
    assert read_project(tmp_path / "link" / "rollout.toml", naming("provider.toml")).contents["provider.toml"] == b"p"


def test_named_files_that_are_missing_or_no_files_are_left_out(project: Path):
    (project / "folder").mkdir()
    os.mkfifo(project / "pipe")
    texts = read_project(project / "rollout.toml", naming("missing", "folder", "pipe", "x" * 300))
    assert list(texts.contents) == ["rollout.toml"]


@pytest.mark.parametrize(("size", "read"), [(LARGEST_TEXT - 1, True), (LARGEST_TEXT, True), (LARGEST_TEXT + 1, False)])
def test_a_named_file_is_read_up_to_the_cap(size: int, read: bool, project: Path):
    (project / "tasks.csv").write_bytes(b"x" * size)
    assert ("tasks.csv" in read_project(project / "rollout.toml", naming("tasks.csv")).contents) is read


@pytest.mark.parametrize("size", [0, LARGEST_TEXT - 1, LARGEST_TEXT])
def test_a_description_is_read_up_to_the_cap(size: int, project: Path):
    (project / "rollout.toml").write_bytes(b"x" * size)
    assert len(read_project(project / "rollout.toml", nothing).contents["rollout.toml"]) == size


def test_a_description_above_the_cap_is_refused(project: Path):
    (project / "rollout.toml").write_bytes(b"x" * (LARGEST_TEXT + 1))
    assert "larger than 1,024 KiB" in told(project / "rollout.toml")[0]


def test_only_so_many_named_files_are_read(project: Path):
    names = [f"{n}.csv" for n in range(MOST_NAMED_FILES + 1)]
    for name in names:
        (project / name).write_bytes(b"x")
    assert list(read_project(project / "rollout.toml", naming(*names)).contents) == ["rollout.toml", *names[:-1]]


def test_a_folder_is_told_from_a_file(project: Path):
    fault, remedy = told(project)
    assert fault == f'"{project}" is a folder, not a description'
    assert remedy == f'name the file, such as "{project / "rollout.toml"}"'


def test_an_empty_folder_is_told_how_to_begin(tmp_path: Path):
    assert "--defaults writes one" in told(tmp_path)[1]


def test_a_missing_file_names_the_one_that_is_there(project: Path):
    fault, remedy = told(project / "rolout.toml")
    assert fault == f'there is no file "{project / "rolout.toml"}"'
    assert remedy == f'in that folder there is "{project / "rollout.toml"}"'


def test_a_missing_folder_is_named(project: Path):
    assert told(project / "missing" / "rollout.toml")[1].startswith("there is no folder")
    assert told(project / "rollout.toml" / "rollout.toml")[1].startswith("there is no folder")


def test_a_device_and_a_pipe_are_not_waited_for(project: Path):
    os.mkfifo(project / "pipe")
    assert "device or a pipe" in told(project / "pipe")[0]
    assert "device or a pipe" in told(Path("/dev/zero"))[0]


def test_a_name_that_is_too_long_has_its_reason(project: Path):
    assert "cannot be read" in told(project / ("x" * 300))[0]


def test_a_file_that_may_not_be_read_is_told(project: Path, monkeypatch: pytest.MonkeyPatch):
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    assert "may not be read by this user" in told(project / "rollout.toml")[0]


def test_a_fault_of_the_disc_keeps_the_systems_reason(project: Path, monkeypatch: pytest.MonkeyPatch):
    def fail(*_: object) -> int:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "open", fail)
    assert "cannot be read: Input/output error" in told(project / "rollout.toml")[0]


@pytest.fixture
def playbook(project: Path) -> Path:
    folder = project / "ours"
    (folder / "de" / "chapters").mkdir(parents=True)
    for name in ("playbook.toml", "de/words.toml", "de/chapters/scope.md"):
        (folder / name).write_bytes(name.encode())
    return folder


def read_from(playbook: Path, *names: str) -> set[str]:
    return set(read_project(playbook.parent / "rollout.toml", naming(*names)).contents) - {"rollout.toml"}


def test_of_a_folder_the_texts_of_a_playbook_are_read(playbook: Path):
    for name in (".playbook.toml.swp", ".hidden.toml", "logo.svg", "de/chapters/more/deep.md"):
        (playbook / name).parent.mkdir(exist_ok=True)
        (playbook / name).write_bytes(b"x")

    assert read_from(playbook, "./ours/") == {"ours/playbook.toml", "ours/de/words.toml", "ours/de/chapters/scope.md"}


def test_a_folder_is_asked_for_the_one_that_it_extends_and_each_is_read_once(playbook: Path):
    (playbook.parent / "house").mkdir()
    (playbook.parent / "house" / "playbook.toml").write_bytes(b"x")
    asked = []

    def names(text: bytes) -> tuple[str, ...]:
        asked.append(text)
        return ("ours/", "house/", "secret.toml") if text else ()

    (playbook.parent / "secret.toml").write_bytes(b"x")
    contents = read_project(playbook.parent / "rollout.toml", names).contents

    assert "house/playbook.toml" in contents
    assert len(asked) == 3


@pytest.mark.parametrize("name", ["../elsewhere/", "/etc/", "./", "a\\b/", "nowhere/", "rollout.toml/", "nul/"])
def test_a_folder_outside_the_project_or_none_is_not_read(name: str, playbook: Path, tmp_path: Path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "playbook.toml").write_bytes(b"x")

    assert read_from(playbook, name) == set()


def test_a_linked_folder_is_not_read(playbook: Path, tmp_path: Path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "playbook.toml").write_bytes(b"x")
    (playbook.parent / "linked").symlink_to(tmp_path / "elsewhere")
    (playbook / "en").symlink_to(tmp_path / "elsewhere")

    assert read_from(playbook, "linked/") == set()
    assert "ours/en/playbook.toml" not in read_from(playbook, "ours/")


def refused(playbook: Path) -> str:
    with pytest.raises(RolloutKitError) as caught:
        read_project(playbook.parent / "rollout.toml", naming("ours/"))
    return Words("en").text(caught.value.message)


def test_a_linked_file_in_a_folder_is_told(playbook: Path, tmp_path: Path):
    (tmp_path / "secret.toml").write_bytes(b"x")
    (playbook / "linked.toml").symlink_to(tmp_path / "secret.toml")

    assert refused(playbook) == '"ours/linked.toml" cannot be read, or is no file of this folder'


def test_a_file_in_a_folder_that_is_too_large_is_told(playbook: Path):
    (playbook / "large.toml").write_bytes(b"x" * LARGEST_TEXT)
    assert "ours/large.toml" in read_from(playbook, "ours/")

    (playbook / "large.toml").write_bytes(b"x" * (LARGEST_TEXT + 1))
    assert "large.toml" in refused(playbook)


def test_a_folder_of_more_files_than_a_playbook_has_is_told(playbook: Path):
    for number in range(MOST_FILES_OF_A_FOLDER - 3):
        (playbook / f"{number}.toml").write_bytes(b"")
    assert len(read_from(playbook, "ours/")) == MOST_FILES_OF_A_FOLDER

    (playbook / "more.toml").write_bytes(b"")
    assert "holds more than 400 files or 4 MiB" in refused(playbook)


def test_a_folder_that_is_larger_than_a_playbook_is_told(playbook: Path):
    for number in range(4):
        (playbook / f"{number}.toml").write_bytes(b"x" * LARGEST_TEXT)

    assert "holds more than 400 files or 4 MiB" in refused(playbook)


def test_a_table_is_opened_however_large_a_description_may_be(tmp_path: Path):
    (tmp_path / "tickets.csv").write_bytes(b"x" * (LARGEST_TEXT + 1))
    with opened_table(tmp_path / "tickets.csv") as stream:
        assert len(stream.read()) == LARGEST_TEXT + 1
    assert stream.closed


def test_a_table_larger_than_the_limit_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("rollout_kit.files.read.LARGEST_TABLE", 4)
    (tmp_path / "tickets.csv").write_bytes(b"1234")
    with opened_table(tmp_path / "tickets.csv"):
        pass
    (tmp_path / "tickets.csv").write_bytes(b"12345")
    with pytest.raises(RolloutKitError, match="is larger than"), opened_table(tmp_path / "tickets.csv"):
        pass


@pytest.mark.parametrize(
    ("name", "said"), [("none.csv", "there is no file"), ("", "is a folder"), ("pipe", "a device")]
)
def test_what_is_no_table_is_told(tmp_path: Path, name: str, said: str):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(RolloutKitError) as caught, opened_table(tmp_path / name):
        pass
    assert said in Words("en").text(caught.value.message)
    assert caught.value.help is not None


def test_a_table_that_breaks_off_while_it_is_read_is_told(tmp_path: Path):
    (tmp_path / "tickets.csv").write_bytes(b"x")
    with pytest.raises(RolloutKitError, match="cannot be read"), opened_table(tmp_path / "tickets.csv"):
        raise OSError(5, "Input/output error")


def test_a_path_that_may_not_be_looked_at_is_no_folder_and_reading_tells_why(
    project: Path, monkeypatch: pytest.MonkeyPatch
):
    assert (is_folder(project), is_folder(project / "rollout.toml"), is_folder(project / "none")) == (
        True,
        False,
        False,
    )

    def hidden(path: Path) -> bool:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(Path, "is_dir", hidden)
    assert not is_folder(project)
    assert told(project / "rollout.toml")[0].endswith("may not be read by this user")
