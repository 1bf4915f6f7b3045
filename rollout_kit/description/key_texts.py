"""What each key is for, in words, and an example of its value: for editors and for the reference of the format.

The words stand in `locales/<language>/keys.toml`, a table per model. The examples are those of the starter, in which
every key of the format stands once, in a comment.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any

import tomli

from rollout_kit import resources
from rollout_kit.description.rollout import Rollout
from rollout_kit.description.section import Section
from rollout_kit.description.service_levels import Priority, ServiceLevels
from rollout_kit.description.shape import IDS, Kind, Slot, slots

KeyTexts = Mapping[str, Mapping[str, str]]
Examples = Mapping[tuple[str, str], Any]

_MORE: Examples = {
    ("Provider", "from"): "provider.toml",
    ("Vendor", "phone"): "+41 800 555 040",
    ("FixedSession", "at"): "09:00",
    ("Maturity", "purpose_reviewed"): date(2026, 10, 1),
    ("Maturity", "switch_off"): date(2027, 6, 30),
    ("Maturity", "licence_ends"): date(2027, 12, 31),
    ("PlanSettings", "import"): "migration.csv",
    ("AddedTask", "on"): date(2027, 2, 6),
    ("AddedTask", "at"): "09:00",
    ("AddedTask", "until"): date(2027, 2, 5),
    ("AddedTask", "after"): ["kickoff"],
    ("AddedTask", "proof"): "Test call from outside",
    ("AddedTask", "audience"): "internal",
    ("TaskChange", "on"): date(2027, 2, 1),
    ("TaskChange", "at"): "09:00",
    ("TaskChange", "not_before"): date(2027, 1, 18),
    ("TaskChange", "until"): date(2027, 2, 5),
    ("Brand", "customer_logo"): "logos/customer.svg",
    ("Brand", "provider_logo"): "logos/provider.svg",
}
"""Of keys that the starter does not show."""

_KICKOFF = date(2027, 1, 11)
_COMMENTED = re.compile(r'^#(?=[\w"\[])', re.MULTILINE)
_DAY = re.compile(r"@(-?\d+)@")


@cache
def key_texts(language: str) -> KeyTexts:
    """Return by model and key what the key is for; of a language without such a file, the English words."""
    place = resources.locales() / language.partition("-")[0] / "keys.toml"
    if not place.is_file():
        place = resources.locales() / "en" / "keys.toml"
    text = place.read_text(encoding="utf-8")
    return tomli.loads(text.replace("ß", "ss") if language == "de-CH" else text)


@cache
def models() -> tuple[type[Section], ...]:
    """Return every table of the format, in the order in which the file meets them."""
    found: dict[type[Section], None] = {}
    _meet(Rollout, found)
    return tuple(found)


def keys_of(model: type[Section]) -> Mapping[str, Slot]:
    """Return the keys of a table, the priorities of service levels among them."""
    if model is ServiceLevels:
        named = {name: Slot(name=name, kind=Kind.TABLE, model=Priority) for name in IDS["service_levels"]}
        return {**slots(model), **named}
    return slots(model)


@cache
def examples(language: str) -> Examples:
    """Return an example by model and key."""
    place = resources.locales() / language.partition("-")[0] / "starter.toml"
    text = _COMMENTED.sub("", place.read_text(encoding="utf-8")).replace('"@language@"', f'"{language}"')
    whole = _DAY.sub(lambda found: str(_KICKOFF + timedelta(days=int(found[1]))), text)
    found: dict[tuple[str, str], Any] = {}
    for model, key, value in _values(Rollout, tomli.loads(whole)):
        found.setdefault((model.__name__, key), value)
    return {**_MORE, **found}


def _meet(model: type[Section], found: dict[type[Section], None]) -> None:
    if model in found or model is Section:
        return
    found[model] = None
    for slot in keys_of(model).values():
        if slot.kind is not Kind.TEXT_BY_ID:
            _meet(slot.model, found)


def _values(model: type[Section], table: Mapping[str, Any]) -> Iterator[tuple[type[Section], str, Any]]:
    known = keys_of(model)
    for key, value in table.items():
        if key not in known:
            continue
        yield model, key, value
        slot = known[key]
        inside = _tables(slot.kind, value)
        for one in inside:
            yield from _values(slot.model, one)


def _tables(kind: Kind, value: Any) -> list[Mapping[str, Any]]:
    if kind is Kind.TABLE and isinstance(value, Mapping):
        return [value]
    if kind is Kind.BY_ID and isinstance(value, Mapping):
        return [one for one in value.values() if isinstance(one, Mapping)]
    if kind is Kind.LIST and isinstance(value, list):
        return [one for one in value if isinstance(one, Mapping)]
    return []
