"""Time of work as ticket systems write it, in minutes."""

import re
from collections.abc import Mapping

from rollout_kit.description.spelled import plain

SECONDS, MINUTES, HOURS = 1 / 60, 1.0, 60.0
"""Minutes that a plain number of a column stands for one by one."""

_DAY_OF_WORK = 480.0  # Jira reckons 1d as 8 hours and 1w as 5 days, unless it is set up otherwise
_CALENDAR_DAY = 1440.0  # ServiceNow writes "1 Day" for 24 hours

_WORDS: Mapping[str, float] = {
    "s sec secs second seconds sek sekunde sekunden seconde secondes": SECONDS,
    "m min mins minute minutes minuten mn": MINUTES,
    "h hr hrs hour hours std stunde stunden heure heures": HOURS,
    "d t j": _DAY_OF_WORK,
    "w week weeks wo woche wochen semaine semaines": 5 * _DAY_OF_WORK,
    "day days tag tage jour jours": _CALENDAR_DAY,
}
_MINUTES_OF = {word: minutes for words, minutes in _WORDS.items() for word in words.split()}
_PLAIN = re.compile(r"\d+(?:[.,]\d+)?")
_CLOCK = re.compile(r"(?:1970-01-(\d{2})[ T])?(\d{1,4}):(\d{2})(?::(\d{2})(?:\.\d+)?)?")  # raw lengths count from 1970
_PART = re.compile(r"(\d+(?:[.,]\d+)?)\s*([^\W\d_]+)\.?")
_BETWEEN = re.compile(r"[\s,]*(?:and|und|et)?[\s,]*", re.IGNORECASE)


def unit_of(heading: str) -> float | None:
    """Return what a plain number of a column means by the words of its heading, such as `worked (min)`; else None."""
    found = [_MINUTES_OF[word] for word in heading.split() if len(word) > 1 or word in "hs" if word in _MINUTES_OF]
    return found[-1] if found and found[-1] <= HOURS else None


def minutes_of(cell: str, unit: float | None) -> float | None:
    """Return the minutes of a cell: `5400`, `1h 30m`, `01:30:00`, `1 Hour 30 Minutes`; None where it holds none.

    A plain number is reckoned in `unit`, minutes for each; without one it is not known.
    """
    text = cell.strip()
    if _PLAIN.fullmatch(text):
        return float(text.replace(",", ".")) * unit if unit is not None else None
    if found := _CLOCK.fullmatch(text):
        days = int(found[1]) - 1 if found[1] else 0
        return days * _CALENDAR_DAY + int(found[2]) * 60 + int(found[3]) + int(found[4] or 0) / 60
    return _in_words(plain(text))


def _in_words(text: str) -> float | None:
    total, at = 0.0, 0
    while at < len(text):
        part = _PART.match(text, at)
        if part is None or part[2] not in _MINUTES_OF:
            return None
        total += float(part[1].replace(",", ".")) * _MINUTES_OF[part[2]]
        between = _BETWEEN.match(text, part.end())
        at = between.end() if between else part.end()
    return total if text else None
