import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from rollout_kit.files import watch


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "rollout.toml").write_text("a = 1")
    (tmp_path / "documents").mkdir()
    return tmp_path


def watched(folder: Path, *steps: Callable[[], object]) -> Iterator[int]:
    """Yield after how many looks a change was seen; each pause does the next step."""
    left = list(steps)
    looks = 0

    def pause(_: float) -> None:
        nonlocal looks
        looks += 1
        if not left:
            raise EOFError
        left.pop(0)()

    for _ in watch.changes(folder, leave_out=folder / "documents", pause=pause):
        yield looks


def seen(folder: Path, *steps: Callable[[], object]) -> list[int]:
    found = []
    with contextlib.suppress(EOFError):
        for looks in watched(folder, *steps):
            found.append(looks)
    return found


def nothing() -> None: ...


def test_a_folder_at_rest_has_no_change(folder: Path) -> None:
    assert seen(folder, nothing, nothing, nothing) == []


def test_a_change_is_told_when_the_folder_has_come_to_rest(folder: Path) -> None:
    file = folder / "rollout.toml"

    assert seen(folder, nothing, lambda: file.write_text("a = 22"), nothing, nothing) == [3]


def test_several_saves_in_a_row_are_one_change(folder: Path) -> None:
    file = folder / "rollout.toml"

    assert seen(folder, lambda: file.write_text("ab"), lambda: file.write_text("abc"), nothing, nothing) == [3]


@pytest.mark.parametrize("name", ["migration.csv", "logos/ours.svg", "our-playbook/de/tasks.toml"])
def test_other_files_of_the_project_count_too(folder: Path, name: str) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)

    assert seen(folder, lambda: (folder / name).write_text("x"), nothing) == [2]


@pytest.mark.parametrize("name", ["documents/plan.csv", "notes.txt", ".git/index.toml", ".rollout.toml.swp", ".x.toml"])
def test_what_is_written_or_never_read_does_not_count(folder: Path, name: str) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)

    assert seen(folder, lambda: (folder / name).write_text("x"), nothing) == []


def test_a_file_that_goes_is_a_change(folder: Path) -> None:
    assert seen(folder, (folder / "rollout.toml").unlink, nothing) == [2]
