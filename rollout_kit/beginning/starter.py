"""The texts of a language that a description begins with, dated around its kickoff."""

import re
from datetime import date, timedelta

from rollout_kit import resources
from rollout_kit.language.words import Words

LEAST_NOTICE_DAYS = 14  # between today and the kickoff

_DAY = re.compile(r"@(-?\d+)@")  # a day of the text: so many days after the kickoff
_LANGUAGE = '"@language@"'  # as wide as any tag in quotes that takes its place


def starter(words: Words, as_of: date) -> str:
    """Return a description of which all but the four keys that are needed are examples in comments.

    Where the language is not English, it asks for documents in the same one: without the key they would be English.
    """
    return dated_text("starter.toml", words, kickoff_after(as_of))


def dated_text(name: str, words: Words, kickoff: date) -> str:
    """Return a text of the language's folder, with its days around the kickoff and in the spelling of its variant."""
    place = resources.locales() / words.tag.partition("-")[0] / name
    text = _DAY.sub(lambda found: str(kickoff + timedelta(days=int(found[1]))), place.read_text(encoding="utf-8"))
    return words.spelled(text.replace(_LANGUAGE, f'"{words.tag}"'.ljust(len(_LANGUAGE))))


def kickoff_after(as_of: date) -> date:
    """Return the first Monday that leaves at least two weeks to prepare."""
    earliest = as_of + timedelta(days=LEAST_NOTICE_DAYS)
    return earliest + timedelta(days=-earliest.weekday() % 7)
