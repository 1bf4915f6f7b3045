"""The provider's half of a description, kept in a file of its own (`provider.from`)."""

from collections.abc import Mapping
from typing import Any

from rollout_kit.description.nearest import nearest
from rollout_kit.description.problems import Code, did_you_mean, one_of, problem
from rollout_kit.description.source_map import Places, Sheet
from rollout_kit.finding import Problem
from rollout_kit.message import N_, message

SECTIONS = ("provider", "people", "teams")


def merged(raw: Mapping[str, Any], half: Mapping[str, Any]) -> dict[str, Any]:
    """Return the description with the provider's half below it: keys of the description win.

    People and teams of the half belong to the provider unless they say otherwise.
    """
    below = {name: half[name] for name in SECTIONS if isinstance(half.get(name), Mapping)}
    for name in ("people", "teams"):
        if name in below:
            below[name] = {id: _of_provider(held) for id, held in below[name].items()}
    if "provider" in below:
        below["provider"] = {key: held for key, held in below["provider"].items() if key != "from"}
    return _over(raw, below)


def _of_provider(held: Any) -> Any:
    return {"organisation": "provider", **held} if isinstance(held, Mapping) else held


def _over(above: Mapping[str, Any], below: Mapping[str, Any]) -> dict[str, Any]:
    result = dict(above)
    for key, held in below.items():
        mine = result.get(key)
        if key not in result:
            result[key] = held
        elif isinstance(mine, Mapping) and isinstance(held, Mapping):
            result[key] = _over(mine, held)
    return result


def foreign_sections(half: Mapping[str, Any], sheet: Sheet) -> list[Problem]:
    """Return a problem for each section of the file that does not belong to a provider's half."""
    places = Places(sheet)
    problems = []
    for name, held in half.items():
        if name not in SECTIONS:
            said = message(N_("a provider's file has no section '{key}'"), key=name)
            help = did_you_mean(nearest(name, SECTIONS)) or one_of(SECTIONS)
            problems.append(problem(Code.SECTION, (name,), places.key_at((name,)), said, help))
        elif not isinstance(held, Mapping):
            said = message(N_("[{key}] is a table"), key=name)
            problems.append(problem(Code.KIND, (name,), places.at((name,)), said))
        elif name == "provider" and "from" in held:
            said = message(N_("a provider's file does not name a further one"))
            path = ("provider", "from")
            problems.append(problem(Code.KEY, path, places.key_at(path), said))
    return problems
