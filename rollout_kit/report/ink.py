"""What may reach a terminal: no control characters of a file's author, and colour only where it is wanted."""

import unicodedata
from collections.abc import Mapping

from rollout_kit.finding import Severity

_RESET = "\x1b[0m"
_STRONG, _QUIET, _RED, _YELLOW, _BLUE, _CYAN, _GREEN = "1", "2", "31", "33", "34", "36", "32"
_SEVERITIES = {
    Severity.BLOCKER: f"{_STRONG};{_RED}",
    Severity.HIGH: _RED,
    Severity.MEDIUM: _YELLOW,
    Severity.LOW: _CYAN,
}


def wants_colour(environment: Mapping[str, str], is_terminal: bool) -> bool:
    """Tell whether to print colour: `NO_COLOR` says no, then `FORCE_COLOR` yes, then a dumb terminal or a pipe no."""
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR"):
        return environment["FORCE_COLOR"] != "0"
    return is_terminal and environment.get("TERM") != "dumb"


def printable(text: str) -> str:
    """Return the text on one line, without characters that steer a terminal or turn the reading direction.

    Each is replaced by one sign, so that columns stay; no-break spaces become plain ones, which people can search for.
    """
    return "".join(_printable(character) for character in text)


def _printable(character: str) -> str:
    if character in "\u00a0\u202f\n\t":
        return " "
    # Cc: control, Cf: format (turns of direction, joiners), Cs: half of a pair, Zl and Zp: line ends of Unicode.
    return "\ufffd" if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp") else character


class Ink:
    """Colours text, or leaves it as it is."""

    def __init__(self, *, is_coloured: bool) -> None:
        self._is_coloured = is_coloured

    def strong(self, text: str) -> str:
        """Return bold text."""
        return self._in(_STRONG, text)

    def quiet(self, text: str) -> str:
        """Return pale text."""
        return self._in(_QUIET, text)

    def error(self, text: str) -> str:
        """Return text in the colour of a fault."""
        return self._in(f"{_STRONG};{_RED}", text)

    def note(self, text: str) -> str:
        """Return text in the colour of a note."""
        return self._in(_BLUE, text)

    def good(self, text: str) -> str:
        """Return text in the colour of success."""
        return self._in(_GREEN, text)

    def severity(self, severity: Severity, text: str) -> str:
        """Return text in the colour of a severity."""
        return self._in(_SEVERITIES[severity], text)

    def _in(self, codes: str, text: str) -> str:
        return f"\x1b[{codes}m{text}{_RESET}" if self._is_coloured and text else text
