"""Where WeasyPrint enters: its libraries are not Python's to install, so they may be missing."""

import contextlib
import ctypes.util
import gc
import io
import re
import sys
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from types import ModuleType

from rollout_kit.errors import PdfUnavailable
from rollout_kit.message import N_, Message, message
from rollout_kit.render.thrift import save_time

_APT = "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
_COMMANDS: Mapping[str, str] = {
    "debian": _APT,
    "ubuntu": _APT,
    "fedora": "dnf install pango",
    "rhel": "dnf install pango",
    "suse": "zypper install libpango-1_0-0",
    "alpine": "apk add pango harfbuzz-subset",
    "arch": "pacman -S pango",
    "darwin": "brew install pango",
    "win32": "pacman -S mingw-w64-ucrt-x86_64-pango",  # in the shell of MSYS2
}
_OS_RELEASE = Path("/etc/os-release")


def weasyprint() -> ModuleType:
    """Return WeasyPrint.

    Raises:
        PdfUnavailable: a library is missing; the message names it, the remedy says how this system installs it.
    """
    try:
        # on a missing library WeasyPrint prints a page of advice to standard output
        with contextlib.redirect_stdout(io.StringIO()):
            found = _imported()
    except OSError as error:
        library = _missing_library(str(error))
        raise PdfUnavailable(
            message(N_("no PDF: the library {library} is missing"), library=library), help=_advice()
        ) from error
    save_time()
    return found


def install_command() -> str:
    """Return the command that installs Pango and what it needs on this system."""
    return _COMMANDS.get(_system(), _APT)


@contextlib.contextmanager
def no_garbage_collection() -> Iterator[None]:
    """Collect no garbage inside: laying out makes millions of objects and hardly any cycles, and is 7 % faster."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _imported() -> ModuleType:
    if sys.platform == "linux":
        # the plain names of the libraries are enough here; searching for others starts a compiler 86 times
        with contextlib.suppress(OSError), _no_search_for_libraries():
            return import_module("weasyprint")
    return import_module("weasyprint")


@contextlib.contextmanager
def _no_search_for_libraries() -> Iterator[None]:
    search = ctypes.util.find_library
    ctypes.util.find_library = lambda name: None
    try:
        yield
    finally:
        ctypes.util.find_library = search


def _missing_library(error: str) -> str:
    named = re.search(r"cannot load library '([^']+)'", error)
    return named[1] if named else "Pango"


def _advice() -> Message:
    return message(
        N_("install it with: {command}\nHTML was written; it prints from any browser with Ctrl+P"),
        command=install_command(),
    )


def _system() -> str:
    """Return the key of this system's command; a Linux that is unknown is asked what it is like."""
    if sys.platform != "linux" or not _OS_RELEASE.is_file():
        return sys.platform
    said = dict(line.split("=", 1) for line in _OS_RELEASE.read_text(encoding="utf-8").splitlines() if "=" in line)
    names = [said.get("ID", ""), *said.get("ID_LIKE", "").strip('"').split()]
    return next((name.strip('"') for name in names if name.strip('"') in _COMMANDS), sys.platform)
