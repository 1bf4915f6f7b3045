"""A line for each finding or problem, as compilers print them, so that editors can jump to it."""

from collections.abc import Sequence

from rollout_kit.language.words import Words
from rollout_kit.message import N_
from rollout_kit.report.entries import Entry
from rollout_kit.report.ink import printable
from rollout_kit.report.naming import severity_word


def concise(entries: Sequence[Entry], words: Words, folder: str = "") -> str:
    """Return a line per entry; `folder` is put before the names of files."""
    return "\n".join(_line(entry, words, folder) for entry in entries)


def _line(entry: Entry, words: Words, folder: str) -> str:
    place = f"{printable(folder + entry.position.file)}:{entry.position.line}:{entry.position.column}"
    line = f"{place}: {kind_word(entry, words)} {entry.code} {entry.message}"
    return f"{line} ({waived_word(entry, words)})" if entry.is_waived else line


def kind_word(entry: Entry, words: Words) -> str:
    """Return what an entry is: its severity, else error or note."""
    if entry.severity is not None:
        return severity_word(entry.severity, words)
    return words.say(N_("note")) if entry.is_note else words.say(N_("error"))


def waived_word(entry: Entry, words: Words) -> str:
    """Return until when an entry is waived."""
    assert entry.waived_until is not None
    return words.say(N_("waived until {day}"), day=entry.waived_until)
