"""Writing files so that after any fault a reader finds the old text or the new one, never a third."""

import contextlib
import errno
import os
import secrets
import stat
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from rollout_kit.errors import RolloutKitError
from rollout_kit.message import N_, message

_NEW_FILE_MODE = 0o666  # less the umask, as any program that makes a file
_ENOUGH_TO_KNOW = 4096  # bytes from which the kind of a file is told
# File systems that cannot flush a folder answer so; there is nothing more to do on them.
_FOLDERS_ARE_NOT_FLUSHED = {errno.EINVAL, errno.ENOTSUP, errno.EBADF}
_LINKS_ARE_NOT_KNOWN = {errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK}


def write(folder: Path, files: Iterable[tuple[str, bytes]]) -> tuple[Path, ...]:
    """Write files into a folder, which is made where it is missing, and return their paths.

    Each file is replaced in one step, keeps the mode of the one it replaces, and is on the disc when this returns.
    The names are names, not paths.

    Raises:
        RolloutKitError: a file could not be written; what was there before is still there. What is write-protected, or
            no plain file, is never replaced.
    """
    written = []
    for name, content in files:
        target = _target(folder, name)
        with _told(target):
            folder.mkdir(parents=True, exist_ok=True)
            _refuse_irreplaceable(target)
            temporary = _written_beside(target, content)
            with _removed_on_failure(temporary):
                temporary.replace(target)
            _flush_folder(folder)
        written.append(target)
    return tuple(written)


def refuse_blocked(folder: Path, names: Iterable[str], inputs: Sequence[Path] = ()) -> None:
    """Raise at once what `write` would raise later for what stands in the place of a name; inputs stand in its way too.

    Raises:
        RolloutKitError: a name is that of an input, of a folder or device, or of a file that is write-protected.
    """
    for target in (_target(folder, name) for name in names):
        with _told(target):
            _refuse_irreplaceable(target)
            if target.exists() and any(target.samefile(each) for each in inputs):
                raise RolloutKitError(
                    message(N_('"{path}" is read here and would be overwritten'), path=str(target)),
                    help=message(N_("name another folder to write to, or give that file another name")),
                )


def refuse_unlike(folder: Path, name: str, beginning: bytes) -> None:
    """Keep a file from being replaced by one of another kind: its text has to begin so, white space apart.

    Raises:
        RolloutKitError: it begins otherwise, or nothing can be written there at all. An empty file may be replaced.
    """
    target = _target(folder, name)
    with _told(target):
        _refuse_irreplaceable(target)
        held = _first_of(target)
    if held and not held.lstrip().startswith(beginning):
        raise RolloutKitError(
            message(N_('"{path}" is there already with other contents, and is not overwritten'), path=str(target)),
            help=message(N_("name another file")),
        )


def refuse_taken(folder: Path, name: str) -> None:
    """Raise at once what `write_new` would raise later for a name that is taken.

    Raises:
        RolloutKitError: the file exists, or the folder is a file.
    """
    target = _target(folder, name)
    with _told(target):
        if os.path.lexists(target) or (folder.exists() and not folder.is_dir()):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))


def write_new(folder: Path, name: str, content: bytes) -> Path:
    """Write a file that is not there yet, and never touch one that is.

    Raises:
        RolloutKitError: the file exists, or could not be written.
    """
    target = _target(folder, name)
    with _told(target):
        folder.mkdir(parents=True, exist_ok=True)
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))
        temporary = _written_beside(target, content)
        try:
            _link_or_move(temporary, target)
        finally:
            with contextlib.suppress(OSError):
                temporary.unlink()
        _flush_folder(folder)
    return target


def write_report(text: str) -> Path:
    """Write a report of a fault of ours into the folder for temporary files, readable by this user only."""
    handle, name = tempfile.mkstemp(prefix="rollout-kit-report-", suffix=".txt")
    with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as report:
        report.write(text)
    return Path(name)


def _target(folder: Path, name: str) -> Path:
    if name in ("", ".", "..") or name != Path(name).name or "\\" in name:
        raise AssertionError(f"not a plain file name: {name!r}")
    return folder / name


def _refuse_irreplaceable(target: Path) -> None:
    """Refuse what a replacement in one step would pass over: kinds other than files, and the protection of a file."""
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
    if not stat.S_ISREG(mode):
        raise OSError(errno.ENXIO, os.strerror(errno.ENXIO), str(target))
    if not os.access(target, os.W_OK):
        raise RolloutKitError(
            message(N_('"{path}" is write-protected, and is not overwritten'), path=str(target)),
            help=message(N_("take its write protection off if it is meant to change")),
        )


def _first_of(target: Path) -> bytes:
    try:
        with target.open("rb") as stream:
            return stream.read(_ENOUGH_TO_KNOW)
    except FileNotFoundError:
        return b""


def _written_beside(target: Path, content: bytes) -> Path:
    """Write and flush the content under another name in the same folder, with the mode the target has."""
    # The target's own name is left out: a name of 255 bytes would have no room for more.
    temporary = target.parent / f".rollout-kit-{secrets.token_hex(6)}.tmp"
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), _NEW_FILE_MODE)
    with _removed_on_failure(temporary):
        try:
            _keep_mode(handle, target)
            rest = memoryview(content)
            while rest:
                rest = rest[os.write(handle, rest) :]
            os.fsync(handle)
        finally:
            os.close(handle)
    return temporary


def _keep_mode(handle: int, target: Path) -> None:
    try:
        mode = stat.S_IMODE(target.stat().st_mode)
    except FileNotFoundError:
        return
    if hasattr(os, "fchmod"):
        os.fchmod(handle, mode)


@contextlib.contextmanager
def _removed_on_failure(temporary: Path) -> Iterator[None]:
    try:
        yield
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def _link_or_move(temporary: Path, target: Path) -> None:
    """Give the file its name; a link fails where the name is taken meanwhile, a move would not."""
    try:
        os.link(temporary, target)
    except OSError as error:
        if error.errno not in _LINKS_ARE_NOT_KNOWN:
            raise
        temporary.rename(target)


def _flush_folder(folder: Path) -> None:
    if os.name == "nt":  # pragma: no cover - Windows opens no folders
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _FOLDERS_ARE_NOT_FLUSHED:
            raise
    finally:
        os.close(handle)


@contextlib.contextmanager
def _told(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise _fault(target, error) from error


_READ_ONLY = (
    N_('"{path}" cannot be written: this user may not write into that folder'),
    N_("name a folder of your own, or ask for the right to write"),
)
_FULL = (N_('"{path}" cannot be written: the disc is full'), N_("make room, and try again"))
_FAULTS = {
    errno.EEXIST: (
        N_('"{path}" is there already and is not overwritten'),
        N_("name another folder, or move the file away"),
    ),
    errno.EISDIR: (
        N_('"{path}" is a folder; a file of that name cannot be written'),
        N_("move the folder away, or name another one to write to"),
    ),
    errno.ENXIO: (N_('"{path}" is a device or a pipe, not a file'), N_("name another file")),
    errno.EACCES: _READ_ONLY,
    errno.EPERM: _READ_ONLY,
    errno.EROFS: _READ_ONLY,
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
}


def _fault(target: Path, error: OSError) -> RolloutKitError:
    path, folder = str(target), target.parent
    if error.errno in (errno.EEXIST, errno.ENOTDIR) and not folder.is_dir():
        text, help = N_('"{path}" is a file, not a folder'), N_("name another folder")
        return RolloutKitError(message(text, path=str(folder)), help=message(help))
    if error.errno in _FAULTS:
        text, help = _FAULTS[error.errno]
        return RolloutKitError(message(text, path=path), help=message(help))
    return RolloutKitError(
        message(N_('"{path}" cannot be written: {reason}'), path=path, reason=error.strerror or str(error)),
        help=message(N_("check the disc or the network drive, and try again")),
    )
