"""Annotations for a GitHub workflow: it shows them beside the lines of the file."""

from collections.abc import Sequence

from rollout_kit.finding import Severity
from rollout_kit.language.words import Words
from rollout_kit.report.concise import waived_word
from rollout_kit.report.entries import Entry
from rollout_kit.report.ink import printable

_LEVELS = {Severity.BLOCKER: "error", Severity.HIGH: "error", Severity.MEDIUM: "warning", Severity.LOW: "notice"}


def annotations(entries: Sequence[Entry], words: Words, folder: str = "") -> str:
    """Return a command per entry; what is waived is no more than a notice."""
    return "\n".join(_annotation(entry, words, folder) for entry in entries)


def _annotation(entry: Entry, words: Words, folder: str) -> str:
    place = entry.position
    properties = {
        "file": printable(folder + place.file),
        "line": place.line,
        "col": place.column,
        "endColumn": place.column + place.length,
        "title": f"{entry.code} {entry.name}".strip(),
    }
    written = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    text = [entry.message, entry.remedy, waived_word(entry, words) if entry.is_waived else entry.cure]
    return f"::{_level(entry)} {written}::{_data(chr(10).join(part for part in text if part))}"


def _level(entry: Entry) -> str:
    if entry.severity is None:
        return "notice" if entry.is_note else "error"
    return "notice" if entry.is_waived else _LEVELS[entry.severity]


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
