"""Short names for people and sites: ASCII, unique, as one would type them."""

import re
from collections.abc import Iterable, Sequence

from rollout_kit.description.spelled import plain

# What Unicode does not take apart into a letter and its accent.
_LETTERS = str.maketrans({"ł": "l", "đ": "d", "ð": "d", "ø": "oe", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i", "ħ": "h"})


def person_keys(names: Iterable[str], taken: Iterable[str] = ()) -> tuple[str, ...]:
    """Return a key for each name: mueller for Jan Müller; for one that has no Latin letters person-1."""
    return _keys((_surname_first(name) for name in names), "person", taken)


def site_keys(names: Iterable[str], taken: Iterable[str] = ()) -> tuple[str, ...]:
    """Return a key for each place: geneve for Genève."""
    return _keys(((_ascii(name),) for name in names), "site", taken)


def is_numbered(key: str) -> bool:
    """Tell whether a key says nothing about the name, which had no letters for one."""
    return bool(re.fullmatch(r"person-\d+", key))


def _keys(wishes: Iterable[Sequence[str]], otherwise: str, taken: Iterable[str]) -> tuple[str, ...]:
    keys: list[str] = []
    used = set(taken)
    for wished in wishes:
        key = next((wish for wish in wished if wish and wish not in used), None)
        first = wished[0] if wished and wished[0] else otherwise
        number = 1 if first == otherwise else 2
        while key is None or key in used:
            key, number = f"{first}-{number}", number + 1
        used.add(key)
        keys.append(key)
    return tuple(keys)


def _surname_first(name: str) -> tuple[str, ...]:
    """Return what to take for a key, the best first: the surname, then the surname with the first name."""
    before, comma, after = name.partition(",")
    words = [*after.split(), *before.split()] if comma else name.split()
    spelt = [word for word in (_ascii(word) for word in words) if word]
    if not spelt:
        return ("",)
    return (spelt[-1], f"{spelt[-1]}-{spelt[0]}") if len(spelt) > 1 else (spelt[-1],)


def _ascii(text: str) -> str:
    letters = plain(text).translate(_LETTERS)
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:40].strip("-")
