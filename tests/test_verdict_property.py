"""Deleting a key never improves the verdict: what is not said cannot be ready.

Two descriptions, both made of the example: as it is, where blockers are open, and with its blockers decided, so that a
deletion could lift the verdict to "ready" as well as lower it. No key of theirs is an exception. What a description
can lose to its advantage, and the example does not hold, is a fact that stands in the way by itself: an absence, a
freeze, a session or a task that is fixed for a bad day.
"""

import json
from collections.abc import Iterator
from copy import deepcopy
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
import tomli

from rollout_kit import pipeline
from rollout_kit.assess.verdict import Verdict

FOLDER = Path(__file__).parent.parent / "examples" / "treuhand"
CONTENTS = {name: (FOLDER / name).read_bytes() for name in ("rollout.toml", "provider.toml", "migration.csv")}
EXAMPLE = tomli.loads(CONTENTS["rollout.toml"].decode())
AS_OF = date(2026, 12, 14)
WORST_FIRST = list(Verdict)


def decided() -> dict[str, Any]:
    """Return the example without its blockers."""
    tree = deepcopy(EXAMPLE)
    tree["responsibilities"]["restore"]["accountable"] = ["imhof"]
    tree["service_levels"]["P1"]["promised"] |= {"response": "1 h", "resolution": "6 h"}
    tree["service_levels"]["P2"]["promised"] |= {"response": "3 h"}
    tree["access"] |= {"own_emergency_admin": True, "old_provider_removed": "24 h"}
    return tree


def verdict(tree: dict[str, Any]) -> Verdict | None:
    """Return the verdict, None where a key that must be there is gone."""
    text = "\n".join(f"{written(key)} = {written(value)}" for key, value in tree.items())
    result = pipeline.run("rollout.toml", {**CONTENTS, "rollout.toml": text.encode()}, AS_OF).result
    return result.verdict if result else None


def written(value: object) -> str:
    """Return a value as TOML on one line."""
    match value:
        case dict():
            return "{" + ", ".join(f"{written(key)} = {written(held)}" for key, held in value.items()) + "}"
        case list():
            return "[" + ", ".join(written(item) for item in value) + "]"
        case date() | time():
            return value.isoformat()
        case _:
            return json.dumps(value, ensure_ascii=False)


def keys(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Yield the paths of all keys below a value, those within lists included."""
    if isinstance(value, dict):
        for key, held in value.items():
            yield (*path, key)
            yield from keys(held, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from keys(item, (*path, index))


def without(tree: dict[str, Any], path: tuple[str | int, ...]) -> dict[str, Any]:
    """Return a tree with one key deleted."""
    tree = deepcopy(tree)
    table: Any = tree
    for part in path[:-1]:
        table = table[part]
    del table[path[-1]]
    return tree


def improvements(tree: dict[str, Any], paths: list[tuple[str | int, ...]]) -> list[tuple[str | int, ...]]:
    """Return the keys whose deletion improves the verdict."""
    before = verdict(tree)
    assert before is not None
    better = WORST_FIRST[WORST_FIRST.index(before) + 1 :]
    return [path for path in paths if verdict(without(tree, path)) in better]


def test_the_two_descriptions_stand_where_a_verdict_can_rise() -> None:
    assert verdict(EXAMPLE) is Verdict.NOT_READY
    assert verdict(decided()) is Verdict.READY_WITH_CONDITIONS


@pytest.mark.slow
@pytest.mark.parametrize("section", EXAMPLE)
def test_deleting_a_key_never_improves_the_verdict(section: str) -> None:
    paths = [(section,), *keys(EXAMPLE[section], (section,))]
    assert improvements(decided(), paths) == []


@pytest.mark.slow
@pytest.mark.parametrize("section", EXAMPLE)
def test_deleting_a_table_leaves_no_blocker_behind(section: str) -> None:
    paths = [(section,), *(path for path in keys(EXAMPLE[section], (section,)) if len(path) == 2)]
    assert improvements(EXAMPLE, paths) == []
