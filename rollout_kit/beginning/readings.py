"""Reads what somebody typed: kindly, and never by guessing between two meanings.

Each function returns the value, or a `Message` that says in one sentence what is not understood.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import TypeVar

from rollout_kit.beginning.answers import ProcessAnswer
from rollout_kit.beginning.regions import region_name, regions_of
from rollout_kit.description import spelled
from rollout_kit.description.tags import is_language
from rollout_kit.description.vocabulary import LANGUAGE_NAMES
from rollout_kit.message import N_, Message, message

Value = TypeVar("Value")

HOURS_A_WEEK = 40  # five days of two half-days of 4 h, as the plan counts them
_MOST_USERS = 1_000_000
_LANGUAGE_OF = {name: tag for tag, names in LANGUAGE_NAMES.items() for name in names.split() if len(name) > 2}
_STOP_AT_END = re.compile(
    r"(?:[,;:–-]|\s)\s*((?:max\.?|höchstens|maximal|at most|au plus)?\s*\d[\d.,]*\s*[^\W\d_]+\.?)\s*$", re.IGNORECASE
)
_AT_MOST = re.compile(r"^(?:max\.?|höchstens|maximal|at most|au plus)\s*", re.IGNORECASE)


def clean(text: str) -> str:
    """Return a text on one line without control characters and turns of direction, which a description refuses."""
    spaced = " ".join(text.split())
    return "".join(sign for sign in spaced if unicodedata.category(sign) not in ("Cc", "Cf", "Cs")).strip()


def number_of_people(text: str) -> int | Message:
    """Return a whole number: 85, 1'200, 1.200, ca. 85 Personen."""
    written = re.sub(r"^(?:ca\.?|etwa|rund|about|~)\s*", "", clean(text), flags=re.IGNORECASE)
    written = re.sub(r"(?<=\d)\s*[^\W\d_][^\d]*$", "", written)
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", written):
        written = re.sub(r"[.,]", "", written)
    figure = spelled.as_number(written) or written
    if re.fullmatch(r"[0-9]{1,7}", figure) and int(figure) <= _MOST_USERS:
        return int(figure)
    return message(N_('"{written}" is not a number of people; it is written like 85'), written=clean(text))


def hours(text: str) -> str | Message:
    """Return hours of the week in the spelling of the format."""
    from rollout_kit.description.quantities import parse_hours

    written = clean(text)
    found = spelled.as_hours(written)
    try:
        return parse_hours(found or written).text
    except ValueError:
        return message(N_('"{written}" are no hours; they are written like Mon-Fri 8-17, or 24x7'), written=written)


def duration(text: str) -> str | Message:
    """Return a duration in the spelling of the format."""
    written = _AT_MOST.sub("", clean(text))
    return spelled.as_duration(written) or message(
        N_('"{written}" is no length of time; it is written like 30 min, 4 h or 2 days'), written=clean(text)
    )


def share(text: str) -> float | Message:
    """Return a part of the working time from 50 %, 20 h or a plain number of hours a week."""
    written = re.sub(r"\s*(?:/|pro|je|in der|per|a|par)\s*(?:woche|week|semaine)$", "", clean(text).casefold())
    if percents := spelled.as_share(written):
        found = float(percents)
    elif days := re.fullmatch(r"(\d+(?:[.,]\d+)?)\s*(?:tage?|days?|jours?)", written):
        found = float(days[1].replace(",", ".")) / 5
    elif hours := re.fullmatch(r"(\d+(?:[.,]\d+)?)\s*(?:h|std\.?|stunden?|hours?|heures?)?", written):
        amount = float(hours[1].replace(",", "."))
        found = amount / HOURS_A_WEEK if amount >= 1 else 0  # 0,5 may be half an hour or half of the week
    else:
        said = N_('"{written}" is neither hours a week nor a percentage; write 20 h or 50 %')
        return message(said, written=clean(text))
    if 0 < found <= 1:
        return found
    return message(N_('"{written}" is more than a week, or nothing; write 20 h or 50 %'), written=clean(text))


def region(text: str, near: str | None, language: str) -> str | Message:
    """Return the code of a country, canton or region; what may be several has to be chosen."""
    written = clean(text)
    codes = regions_of(written, near)
    if len(codes) == 1:
        return codes[0]
    if not codes:
        return message(
            N_('"{written}" is no country, canton or region that we know; a code such as CH-ZH or DE also does'),
            written=written,
        )
    choice = tuple(f"{code} ({region_name(code, language)})" for code in codes)
    return message(N_('"{written}" may be {regions}; please write the code'), written=written, regions=choice)


def languages(text: str) -> tuple[str, ...] | Message:
    """Return language tags from names or codes: Deutsch, fr/de."""
    found = []
    for part in re.split(r"[\s/+,;&]+(?:(?:und|and|et)\s+)?", clean(text).strip(" /+,;&")):
        tag = language(part)
        if tag is None:
            return message(N_('"{written}" is no language that we know; write de, fr or en'), written=part)
        found.append(tag)
    return tuple(dict.fromkeys(found))


def language(word: str) -> str | None:
    """Return the tag of one language, None for a word that is none."""
    known = _LANGUAGE_OF.get(spelled.plain(word))
    if known:
        return known
    tag = word.casefold()
    return tag if len(tag) == 2 and is_language(tag) else None


def yes_or_no(text: str) -> bool | Message:
    """Return whether a text says yes."""
    truth = spelled.as_truth(clean(text))
    return truth == "true" if truth else message(N_('"{written}" is neither yes nor no'), written=clean(text))


def phone(text: str) -> str | Message:
    """Return a phone number as it was written."""
    written = clean(text)
    if re.search(r"\d.*\d", written):
        return written
    return message(N_('"{written}" is no phone number'), written=written)


def critical_work(text: str) -> ProcessAnswer | Message:
    """Return work that must not stand still, with its longest stop at the end of the line: payroll, 4 h."""
    written = clean(text)
    found = _STOP_AT_END.search(written)
    stop = duration(found[1]) if found else None
    if found and isinstance(stop, str) and (name := written[: found.start()].strip(" ,;:–-")):
        return ProcessAnswer(name=name, tolerable_stop=stop)
    return ProcessAnswer(name=written)


def one_of(choices: Mapping[str, Value], wrong: Message) -> Callable[[str], Value | Message]:
    """Return what reads one of some words, from their first letters on."""

    def read(text: str) -> Value | Message:
        word = clean(text).casefold()
        found = {id(value): value for name, value in choices.items() if word and name.casefold().startswith(word)}
        return next(iter(found.values())) if len(found) == 1 else wrong

    return read
