"""Other forms in which people write a table of the format, and what to write instead."""

from collections.abc import Iterator, Mapping
from typing import Any

from rollout_kit.description import spelled
from rollout_kit.description.responsibilities import Evidence
from rollout_kit.description.rollout import Rollout
from rollout_kit.description.rule_families import is_rule_to_come
from rollout_kit.description.section import Section
from rollout_kit.description.shape import Kind, slots
from rollout_kit.finding import KeyPath, dotted
from rollout_kit.message import N_, Message, message


def entries(value: Mapping[str, Any], model: type[Section], path: KeyPath) -> Iterator[tuple[str, Any, KeyPath]]:
    """Yield id, table and key path; a path as id may be written with and without quotes."""
    for id, held in value.items():
        is_nested = model is Evidence and isinstance(held, Mapping) and held
        if is_nested and all(isinstance(inner, Mapping) for inner in held.values()):
            yield from ((f"{id}.{key}", inner, (*path, id, key)) for key, inner in held.items())
        else:
            yield id, held, (*path, id)


def is_iso_date(value: object) -> bool:
    """Whether a text is a date as TOML writes it, and there is such a day."""
    return isinstance(value, str) and spelled.as_date(value) == value


def as_table(path: KeyPath, model: type[Section]) -> Message:
    """Return the remedy for a plain value where a table with an id belongs."""
    if "name" in slots(model):
        return message(N_("write [{key}.<id>] with an id of your choice"), key=dotted(path[:-1]))
    return message(N_("write {form}"), form=f"{path[-1]} = {{ {next(iter(slots(model)))} = … }}")


def moved_to(path: KeyPath) -> Message | None:
    """Return the remedy for a key that is at home in another table, None if it is in none."""
    key = str(path[-1])
    if path[:-1] == ("rules",) and is_rule_to_come(key.upper()):
        return message(N_("write {form}"), form=f'severity = {{ {key.upper()} = "off" }}')
    if len(path) > 1:
        return None
    for section, slot in slots(Rollout).items():
        if slot.kind is Kind.TABLE and slots(slot.model).get(key) and slots(slot.model)[key].kind is not Kind.VALUE:
            return message(N_("write [{section}]"), section=f"{section}.{key}")
    return None
