"""Where playbooks, templates and catalogues live: inside the wheel, or beside the package in a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def playbooks() -> Path:
    """Return the folder of the shipped playbooks."""
    return _folder("playbooks")


def templates() -> Path:
    """Return the folder of the templates and style sheets."""
    return _folder("templates")


def locales() -> Path:
    """Return the folder of the gettext catalogues."""
    return _PACKAGE / "locales"


def _folder(name: str) -> Path:
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name
