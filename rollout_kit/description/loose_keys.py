"""Keys that stand before the first section, as if they belonged to it."""

from collections.abc import Mapping
from typing import Any

from rollout_kit.description.problems import Code, problem
from rollout_kit.description.rollout import Rollout
from rollout_kit.description.shape import Kind, slots
from rollout_kit.description.source_map import Places, Sheet, Span
from rollout_kit.finding import KeyPath, Problem
from rollout_kit.message import N_, message


def gathered(raw: Mapping[str, Any], sheet: Sheet) -> tuple[dict[str, Any], Sheet, list[Problem]]:
    """Return the description with its loose keys in the sections they belong to, their places, and what to tell.

    They are told once per section, so that a forgotten header is one problem.
    """
    result = dict(raw)
    spans: dict[KeyPath, Span] = {}
    loose: dict[str, list[str]] = {}
    for key, held in raw.items():
        is_table = isinstance(held, Mapping) or (isinstance(held, list) and held and isinstance(held[0], Mapping))
        section = None if is_table else _section_of(key)
        if section is None:
            continue
        if isinstance(raw.get(section, {}), Mapping) and key not in raw.get(section, {}):
            loose.setdefault(section, []).append(key)
            result[section] = {key: result.pop(key), **result.get(section, {})}
            spans[(section, key)] = sheet.spans[(key,)]
    problems = [_problem(section, keys, Places(sheet)) for section, keys in loose.items()]
    return result, Sheet(file=sheet.file, text=sheet.text, spans=spans), problems


def _section_of(key: str) -> str | None:
    if key in slots(Rollout):
        return None
    tables = (section for section, slot in slots(Rollout).items() if slot.kind is Kind.TABLE)
    return next((section for section in tables if key in slots(slots(Rollout)[section].model)), None)


def _problem(section: str, keys: list[str], places: Places) -> Problem:
    path: KeyPath = (keys[0],)
    said = message(N_("{keys} stand outside of any section"), keys=tuple(f"'{key}'" for key in keys))
    help = message(N_("write [{section}] above"), section=section)
    further = tuple(places.key_at((key,)) for key in keys[1:])
    return problem(Code.SECTION, path, places.key_at(path), said, help, further=further)
