"""Reading a project: the description, and the files that it names inside its own folder."""

import errno
import os
import stat
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from rollout_kit.errors import RolloutKitError
from rollout_kit.message import N_, Message, message

LARGEST_TEXT = 1024 * 1024  # house value: a full description has 20 kB
MOST_NAMED_FILES = 32  # house value: one provider file and one list of tasks are the usual

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

    Raises:
        RolloutKitError: the description itself cannot be read.
    """
    text = _described(path)
    main = os.fsencode(path.name).decode(errors="replace")  # Linux allows names that are no text
    contents = {main: text}
    for name in names(text)[:MOST_NAMED_FILES]:
        found = _named(path.parent, name)
        if found is not None:
            contents.setdefault(name, found)
    return ProjectTexts(main=main, contents=contents)


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
    """Return at most one byte more than the cap; only of a regular file, so that no pipe or device is waited for."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    flags |= getattr(os, "O_NOFOLLOW", 0) if no_follow else 0
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    with os.fdopen(os.open(path, flags), "rb") as opened:
        if not stat.S_ISREG(os.fstat(opened.fileno()).st_mode):
            raise OSError(errno.ENXIO, os.strerror(errno.ENXIO), str(path))
        return opened.read(LARGEST_TEXT + 1)


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
