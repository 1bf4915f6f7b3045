"""Reading a project: the description, and the files that it names inside its own folder."""

import contextlib
import errno
import os
import stat
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from rollout_kit.errors import RolloutKitError
from rollout_kit.message import N_, Message, message

MAIN_NAME = "rollout.toml"
MOST_DESCRIPTIONS = 1000  # house value: forty customers are many
LARGEST_TEXT = 1024 * 1024  # house value: a full description has 20 kB
MOST_NAMED_FILES = 32  # house value: one provider file and one list of tasks are the usual
MOST_FILES_OF_A_FOLDER = 400  # house value: a playbook of ours has a fifth of it
LARGEST_FOLDER = 4 * LARGEST_TEXT  # house value
LARGEST_TABLE = 2 * 1024**3  # house value: a million tickets with their texts
LARGEST_DEPTH = 3  # `<language>/chapters/<key>.md`

_OF_A_PLAYBOOK = (".toml", ".md")

_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectTexts:
    """What was read: `contents` holds the description under `main`, and each readable file under its name."""

    main: str
    contents: Mapping[str, bytes]


def read_project(path: Path, names: Callable[[bytes], tuple[str, ...]]) -> ProjectTexts:
    """Read a description and the files that it names.

    `names` tells from the description's bytes which files it names. A named file that cannot be read, is larger than
    1 MiB, is no plain file or does not lie in the description's folder is left out; validation says so with its place.
    A name that ends in "/" is the folder of a playbook: its texts are read, and asked for names in their turn.

    Raises:
        RolloutKitError: the description itself, or a file in the folder of a playbook, cannot be read.
    """
    text = _described(path)
    main = os.fsencode(path.name).decode(errors="replace")  # Linux allows names that are no text
    contents = {main: text}
    asked = list(names(text)[:MOST_NAMED_FILES])
    folders: list[str] = []
    for name in asked:
        if not name.endswith("/"):
            found = _named(path.parent, name)
            if found is not None:
                contents.setdefault(name, found)
        elif (home := PurePosixPath(name).as_posix()) not in folders and len(folders) < MOST_NAMED_FILES:
            folders.append(home)
            inside = _in_folder(path.parent, home)
            contents.update(inside)
            asked += [further for further in names(inside.get(f"{home}/playbook.toml", b"")) if further.endswith("/")]
    return ProjectTexts(main=main, contents=contents)


def is_folder(path: Path) -> bool:
    """Tell whether a path is a folder; of one that may not be looked at, reading it tells why."""
    try:
        return path.is_dir()
    except OSError:
        return False


def descriptions_in(folder: Path) -> tuple[Path, ...]:
    """Return the descriptions in a folder and below it, by their paths: files called `rollout.toml`.

    Hidden folders are left out, and links are not followed.

    Raises:
        RolloutKitError: the folder cannot be read.
    """
    found = []

    def refuse(error: OSError) -> None:
        raise _cannot_read(folder, error) from error

    for place, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        if MAIN_NAME in names:
            found.append(Path(place) / MAIN_NAME)
        if len(found) >= MOST_DESCRIPTIONS:
            break
    return tuple(found)


def read_list(path: Path) -> bytes:
    """Read a file that is no description, such as a list of people.

    Raises:
        RolloutKitError: it cannot be read, or is larger than 1 MiB.
    """
    try:
        return _described(path)
    except RolloutKitError as error:
        help = message(N_("name a text file, such as one that a sheet was saved to as CSV"))
        raise RolloutKitError(error.message, help=help) from error


@contextlib.contextmanager
def opened_table(path: Path) -> Iterator[BinaryIO]:
    """Open a table that may be too large to be held at once, for the time of a `with`.

    Raises:
        RolloutKitError: it cannot be opened, or not be read to its end; or it is larger than 2 GiB.
    """
    try:
        with _opened(path) as stream:
            if os.fstat(stream.fileno()).st_size > LARGEST_TABLE:
                raise RolloutKitError(
                    message(N_('"{path}" is larger than {limit} MiB, the most that is read of a table'),
                            path=str(path), limit=LARGEST_TABLE // 1024**2),
                    help=message(N_("export a shorter time, such as the last two years")),
                )  # fmt: skip
            yield stream
    except OSError as error:
        found = _cannot_read(path, error)
        help = message(N_("name a text file, such as one that a sheet was saved to as CSV"))
        raise RolloutKitError(found.message, help=help) from error


def _in_folder(project: Path, home: str) -> dict[str, bytes]:
    """Return the texts of a playbook's folder under their names in the project; none where there is no such folder.

    Hidden files, such as those that editors leave behind, are not read.
    """
    if not is_inside(home) or home == ".":
        return {}
    found: dict[str, bytes] = {}
    for name in _listed(project, home):
        text = _named(project, name)
        if text is None:
            raise RolloutKitError(
                message(N_('"{path}" cannot be read, or is no file of this folder'), path=name),
                help=message(N_("a playbook is made of plain files in the project, each of at most 1 MiB")),
            )
        found[name] = text
        if len(found) > MOST_FILES_OF_A_FOLDER or sum(map(len, found.values())) > LARGEST_FOLDER:
            raise RolloutKitError(
                message(
                    N_('"{path}" holds more than {files} files or {limit} MiB, the most that a playbook may have'),
                    path=home,
                    files=MOST_FILES_OF_A_FOLDER,
                    limit=LARGEST_FOLDER // LARGEST_TEXT,
                ),
                help=message(N_("name the folder of the playbook itself")),
            )
    return found


def _listed(project: Path, home: str, depth: int = 1) -> Iterator[str]:
    """Yield the names of the texts below a folder, sorted, as deep as a playbook goes; a linked folder is not one."""
    place = project / home
    try:
        if not place.resolve(strict=True).is_relative_to(project.resolve(strict=True)):
            return
        inside = sorted(os.scandir(place), key=lambda entry: entry.name)
    except (OSError, ValueError, RuntimeError):
        return
    for entry in inside:
        if entry.name.startswith("."):
            continue
        if depth < LARGEST_DEPTH and entry.is_dir(follow_symlinks=False):
            yield from _listed(project, f"{home}/{entry.name}", depth + 1)
        elif entry.name.endswith(_OF_A_PLAYBOOK):
            yield f"{home}/{entry.name}"


def _described(path: Path) -> bytes:
    try:
        text = _read(path)
    except OSError as error:
        raise _cannot_read(path, error) from error
    if len(text) > LARGEST_TEXT:
        raise RolloutKitError(
            message(
                N_('"{path}" is larger than {limit} KiB, the most that is read'),
                path=str(path),
                limit=LARGEST_TEXT // 1024,
            ),
            help=message(N_("name the description itself, a text file that ends in .toml")),
        )
    return text


def _named(folder: Path, name: str) -> bytes | None:
    """Return the bytes of a file that the description names, None where it may or can not be read."""
    if not is_inside(name):
        return None
    try:
        home = folder.resolve(strict=True)
        target = (home / name).resolve(strict=True)
        text = _read(target, no_follow=True) if target.is_relative_to(home) else None
    except (OSError, ValueError, RuntimeError):
        return None
    return text if text is not None and len(text) <= LARGEST_TEXT else None


def is_inside(name: str) -> bool:
    """Tell whether a name can only mean a file below the project folder, on any system.

    Validation tells most such names with their place; this holds whoever calls. Refused: absolute paths, `..`, drive
    letters and streams (`:`), backslashes, control characters, and names that Windows keeps for devices.
    """
    if not name or "\\" in name or ":" in name or any(ord(character) < 32 for character in name):
        return False
    parts = PurePosixPath(name).parts
    if not parts or name.startswith("/"):
        return False
    return not any(part == ".." or part.split(".")[0].strip().casefold() in _RESERVED for part in parts)


def _read(path: Path, *, no_follow: bool = False) -> bytes:
    """Return at most one byte more than the cap."""
    with _opened(path, no_follow=no_follow) as stream:
        return stream.read(LARGEST_TEXT + 1)


def _opened(path: Path, *, no_follow: bool = False) -> BinaryIO:
    """Open a regular file only, so that no pipe or device is waited for."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    flags |= getattr(os, "O_NOFOLLOW", 0) if no_follow else 0
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    stream = os.fdopen(os.open(path, flags), "rb")
    if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
        stream.close()
        raise OSError(errno.ENXIO, os.strerror(errno.ENXIO), str(path))
    return stream


def _cannot_read(path: Path, error: OSError) -> RolloutKitError:
    name = str(path)
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return RolloutKitError(message(N_('there is no file "{path}"'), path=name), help=_other_file(path))
        case IsADirectoryError():
            return RolloutKitError(
                message(N_('"{path}" is a folder, not a description'), path=name), help=_file_in(path)
            )
        case PermissionError():
            return RolloutKitError(
                message(N_('"{path}" may not be read by this user'), path=name),
                help=message(N_("allow this user to read it, or copy it to where you may")),
            )
    if error.errno == errno.ENXIO:
        return RolloutKitError(
            message(N_('"{path}" is a device or a pipe, not a file'), path=name),
            help=message(N_("name the description itself, a text file that ends in .toml")),
        )
    return RolloutKitError(
        message(N_('"{path}" cannot be read: {reason}'), path=name, reason=error.strerror or str(error)),
        help=message(N_("check the disc or the network drive, and try again")),
    )


def _other_file(path: Path) -> Message:
    folder = path.parent
    try:
        others = sorted(other.name for other in folder.glob("*.toml") if other.is_file())
    except OSError:
        others = []
    if not folder.is_dir():
        return message(N_('there is no folder "{folder}" either; check the path'), folder=str(folder))
    if others:
        return message(N_('in that folder there is "{file}"'), file=str(folder / others[0]))
    return message(N_("rollout-kit new --defaults writes one"))


def _file_in(folder: Path) -> Message:
    try:
        inside = sorted(file.name for file in folder.glob("*.toml") if file.is_file())
    except OSError:
        inside = []
    if not inside:
        return message(
            N_('there is no description in it; rollout-kit new "{folder}" --defaults writes one'), folder=str(folder)
        )
    chosen = "rollout.toml" if "rollout.toml" in inside else inside[0]
    return message(N_('name the file, such as "{file}"'), file=str(folder / chosen))
