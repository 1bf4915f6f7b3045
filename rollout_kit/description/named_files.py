"""The files that a description names, and whether they may be read."""

import re
from collections.abc import Mapping
from typing import Any

from rollout_kit.description.read import decode, passed_limit
from rollout_kit.description.syntax import SyntaxFault, parse
from rollout_kit.finding import KeyPath

LOGO_KEYS: tuple[KeyPath, ...] = (("brand", "customer_logo"), ("brand", "provider_logo"))
FILE_KEYS: tuple[KeyPath, ...] = (("provider", "from"), ("plan", "import"), *LOGO_KEYS)
PLAYBOOK: KeyPath = ("rollout", "playbook")


def named_files(main_text: bytes) -> tuple[str, ...]:
    """Return the files inside the project that a description names, as written; none if it does not parse.

    The folder of a playbook ends in "/"; of a playbook's own text, that is the one that it extends. Names that lead
    out of the project's folder are left out: `validate` tells them.
    """
    text, fault = decode("", main_text)
    if fault is not None or passed_limit("", text) is not None:
        return ()
    raw = parse(text)
    if isinstance(raw, SyntaxFault):
        return ()
    names = [named(raw, path) for path in FILE_KEYS]
    books = (named(raw, PLAYBOOK), raw.get("extends"))
    names += [f"{name.rstrip('/')}/" for name in books if isinstance(name, str) and is_folder(name)]
    return tuple(dict.fromkeys(name for name in names if name is not None and stays_inside(name)))


def is_folder(name: str) -> bool:
    """Whether the name of a playbook means a folder of the project, not a shipped one."""
    return "/" in name or "\\" in name


def named(raw: Mapping[str, Any], path: KeyPath) -> str | None:
    """Return the text at a path of two keys, None if there is none."""
    table = raw.get(str(path[0]))
    value = table.get(str(path[1])) if isinstance(table, Mapping) else None
    return value if isinstance(value, str) and value.strip() else None


def stays_inside(name: str) -> bool:
    """Whether a file name is relative to the project's folder and does not lead out of it."""
    if re.match(r"[/\\~]|[A-Za-z]:|[A-Za-z][A-Za-z0-9+.-]*://", name) or any(ord(sign) < 32 for sign in name):
        return False
    return ".." not in re.split(r"[/\\]", name)
