"""A playbook over the one that it extends: entries by id and field, lists appended to, words by key."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rollout_kit.description.nearest import nearest
from rollout_kit.description.problems import Code, did_you_mean, problem
from rollout_kit.description.source_map import Places
from rollout_kit.finding import Problem
from rollout_kit.message import N_, message
from rollout_kit.playbook.layer import Layer
from rollout_kit.playbook.shape import entries, id_lists, keyed_tables

HEAD = ("extends", "drop")  # what a structure says of itself


@dataclass(frozen=True, kw_only=True)
class Merged:
    """Structure and words of a playbook with all that it extends; `layers` from the folder itself down."""

    structure: Mapping[str, Any]
    texts: Mapping[str, Mapping[str, str]]
    chapters: Mapping[str, Mapping[str, str]]
    layers: tuple[Layer, ...]


def alone(layer: Layer) -> Merged:
    """Return a layer that extends nothing; what it drops is not there."""
    structure = {key: value for key, value in layer.structure.items() if key not in HEAD}
    return Merged(structure=structure, texts=layer.texts, chapters=layer.chapters, layers=(layer,))


def merged(base: Merged, layer: Layer) -> Merged:
    """Return a layer over its base. What it drops goes first, so that it can put its own in that place."""
    below = _without(base.structure, layer.structure.get("drop", ()))
    structure = dict(below)
    for key, own in layer.structure.items():
        if key in keyed_tables():
            held = below.get(key, {})
            structure[key] = {**held, **{id: {**held.get(id, {}), **entry} for id, entry in own.items()}}
        elif key in id_lists():
            structure[key] = [*below.get(key, ()), *(id for id in own if id not in below.get(key, ()))]
    return Merged(
        structure=structure,
        texts=_over(base.texts, layer.texts),
        chapters=_over(base.chapters, layer.chapters),
        layers=(layer, *base.layers),
    )


def unknown_drops(base: Mapping[str, Any], layer: Layer) -> list[Problem]:
    """Return a problem for each entry of `drop` that there is nothing of."""
    there = {f"{table}.{id}" for table, id in entries(base)} | set(base)
    places = Places(*layer.sheets[""])
    problems = []
    for index, name in enumerate(layer.structure.get("drop", ())):
        if name not in there:
            said = message(N_("there is no '{name}' to be dropped"), name=name[:80])
            help = did_you_mean(nearest(name, sorted(there), one_slip_in=5)) or message(
                N_('write the table and the id, such as "tasks.pilot-run"')
            )
            path = ("drop", index)
            problems.append(problem(Code.REFERENCE, path, places.at(path), said, help))
    return problems


def _over(base: Mapping[str, Mapping[str, str]], own: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, str]]:
    return {language: {**base.get(language, {}), **own.get(language, {})} for language in sorted({*base, *own})}


def _without(base: Mapping[str, Any], dropped: Sequence[str]) -> dict[str, Any]:
    """Return a structure without what is dropped, and without what only spoke of it."""
    gone = {name for name in dropped if "." in name} | {
        f"{table}.{id}" for table, id in entries(base) if table in dropped
    }
    kept: dict[str, Any] = {}
    for key, value in base.items():
        if key in keyed_tables():
            stay = {id: entry for id, entry in value.items() if _stays(key, id, entry, gone)}
            kept[key] = {id: _quiet(key, entry, gone, base) for id, entry in stay.items()}
        else:
            kept[key] = [id for id in value if f"{key}.{id}" not in gone]
    if gone:
        kept["mandatory_scenarios"] = [
            id for id in kept.get("mandatory_scenarios", ()) if f"scenarios.{id}" not in gone
        ]
    return kept


def _stays(table: str, id: str, entry: Mapping[str, Any], gone: set[str]) -> bool:
    """Tell whether an entry is there and makes sense without what is gone: not what only belongs to a task that is."""
    if f"{table}.{id}" in gone:
        return False
    if table in ("cured_by_task", "agendas"):
        return f"tasks.{entry.get('task')}" not in gone
    return not (table == "later" and entry.get("condition") == "not-placed" and f"tasks.{id}" in gone)


def _quiet(table: str, entry: Mapping[str, Any], gone: set[str], base: Mapping[str, Any]) -> dict[str, Any]:
    """Return an entry that no longer speaks of what is gone."""
    quiet = dict(entry)
    if table == "tasks":
        for field, kind in (("after", "tasks"), ("chapters", "chapters")):
            if field in quiet:
                quiet[field] = [name for name in quiet[field] if f"{kind}.{str(name).split(' ')[0]}" not in gone]
        if f"scenarios.{quiet.get('scenario')}" in gone:
            del quiet["scenario"]
    before = str(quiet.get("before", ""))
    if table == "cures" and before.startswith("task:") and f"tasks.{before[5:]}" in gone:
        quiet["before"] = _end_of(base["tasks"][before[5:]])
    return quiet


def _end_of(task: Mapping[str, Any]) -> str:
    """Return the mark at which the window of a task ends."""
    window = str(task["window"])
    return window.rpartition("..")[2] if ".." in window else window.rpartition(",")[2].rpartition(" ")[2]
