"""Waiting for a change in a project folder, by looking: that works on network drives and in containers too."""

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

READ_ENDINGS = (".toml", ".csv", ".md", ".svg", ".png", ".jpg", ".jpeg")
PAUSE_SECONDS = 0.25
MOST_FILES = 2000  # house value: a folder of more is no project, and looking would take too long

State = tuple[tuple[str, int, int], ...]


def changes(
    folder: Path, *, leave_out: Path, pause: Callable[[float], None] = time.sleep, rest: float = PAUSE_SECONDS
) -> Iterator[None]:
    """Yield once for every change of what a project may read, as soon as the folder has come to rest again.

    An editor that saves by renaming, or several files in a row, is one change. `leave_out` is where documents go.
    """
    known = _state(folder, leave_out)
    while True:
        pause(rest)
        now = _state(folder, leave_out)
        if now == known:
            continue
        while True:
            pause(rest)
            later = _state(folder, leave_out)
            if later == now:
                break
            now = later
        known = now
        yield


def _state(folder: Path, leave_out: Path) -> State:
    found: list[tuple[str, int, int]] = []
    aside = leave_out.resolve()
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(
            name for name in folders if not name.startswith(".") and (Path(place) / name).resolve() != aside
        )
        for name in sorted(names):
            if name.lower().endswith(READ_ENDINGS) and not name.startswith("."):
                found.extend(_seen(Path(place) / name))
        if len(found) >= MOST_FILES:
            break
    return tuple(found[:MOST_FILES])


def _seen(path: Path) -> Iterator[tuple[str, int, int]]:
    try:
        status = path.stat()
    except OSError:  # gone between listing and looking, as while an editor saves
        return
    yield str(path), status.st_mtime_ns, status.st_size
