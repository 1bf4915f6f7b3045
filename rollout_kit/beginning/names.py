"""Reads the names of people."""

import re

from rollout_kit.beginning.answers import Answers, PersonAnswer, Side
from rollout_kit.beginning.readings import clean
from rollout_kit.message import N_, Message, message

_MYSELF = {"ich", "ich selbst", "selbst", "me", "myself", "i", "moi", "moi-même"}
_LONGEST = 100


def names(text: str, answers: Answers, side: Side) -> tuple[str, ...] | Message:
    """Return the names in a text; a part of the name of somebody who is known already becomes the whole name."""
    found = []
    for part in _parts(clean(text)):
        name = _known_or_new(part, answers, side)
        if isinstance(name, Message):
            return name
        found.append(name)
    return tuple(dict.fromkeys(found))


def name(text: str, answers: Answers, side: Side) -> str | Message:
    """Return the one name in a text."""
    found = names(text, answers, side)
    if isinstance(found, Message):
        return found
    return found[0] if len(found) == 1 else message(N_("please one person only: the first to turn to"))


def person(text: str, answers: Answers) -> PersonAnswer | Message:
    """Return the person of either house who is meant."""
    found = answers.named(clean(text))
    if len(found) == 1:
        return found[0]
    if found:
        return _several(clean(text), found)
    known = tuple(one.name for one in answers.people)
    if not known:
        return message(N_('"{written}" has not been named; so far nobody has'), written=clean(text))
    return message(N_('"{written}" has not been named; named are {names}'), written=clean(text), names=known)


def _parts(text: str) -> list[str]:
    """Return the names of a list; `Keller, Anna` is one, `Anna Keller, Beat Frei` are two."""
    parts = [part.strip() for part in re.split(r"[;&/]|\s+(?:und|and|et)\s+", text) if part.strip()]
    single = []
    for part in parts:
        pieces = [piece.strip() for piece in part.split(",") if piece.strip()]
        if len(pieces) == 2 and not all(" " in piece for piece in pieces):
            pieces = [f"{pieces[1]} {pieces[0]}"]
        single += pieces
    return single


def _known_or_new(written: str, answers: Answers, side: Side) -> str | Message:
    if written.casefold() in _MYSELF:
        return message(N_("please write the name: it will stand in the documents"))
    if len(written) > _LONGEST or not any(sign.isalpha() for sign in written) or "@" in written:
        return message(N_('"{written}" is no name of a person'), written=written)
    known = answers.named(written)
    if len(known) > 1:
        return _several(written, known)
    if known and known[0].organisation != side:
        said = {
            "customer": N_("{name} works for the provider; name somebody of the customer"),
            "provider": N_("{name} works for the customer; name somebody of the provider"),
        }
        return message(said[side], name=known[0].name)
    return known[0].name if known else written


def _several(written: str, known: tuple[PersonAnswer, ...]) -> Message:
    people = tuple(one.name for one in known)
    return message(N_('"{written}" may be {names}; please write the whole name'), written=written, names=people)
