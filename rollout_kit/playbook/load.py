"""Reads the shipped playbooks: `playbook.toml` and the files beside it hold structure and numbers, a folder per
language the words.

Words stand in `<language>/*.toml`, in tables of any depth that are joined to keys such as `tasks.kickoff.name`;
chapters stand in `<language>/chapters/<key>.md`.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import tomli
from pydantic import ValidationError

from rollout_kit import resources
from rollout_kit.errors import RolloutKitError
from rollout_kit.message import N_, message
from rollout_kit.playbook.check import check_playbook
from rollout_kit.playbook.model import Playbook

STRUCTURE = "playbook.toml"

_KEYED = (
    "tasks", "cures", "decisions", "later", "routines", "activities", "modules", "formats", "measures", "criteria",
    "messages", "agendas", "go_live", "scenarios",
)  # fmt: skip


@cache
def load_playbook(name: str) -> Playbook:
    """Return a shipped playbook, checked; raises `KeyError` for a name that is none."""
    if name not in shipped_playbooks():
        raise KeyError(name)
    return read_playbook(resources.playbooks() / name)


def shipped_playbooks() -> tuple[str, ...]:
    """Return the names of the shipped playbooks, sorted."""
    return tuple(sorted(place.parent.name for place in resources.playbooks().glob(f"*/{STRUCTURE}")))


def read_playbook(folder: Path) -> Playbook:
    """Return the playbook of a folder; raises `RolloutKitError` that names file and key where it is not sound."""
    written = _keyed_parts(_structure(folder))
    languages = sorted(place.name for place in folder.iterdir() if any(place.glob("*.toml")))
    try:
        playbook = Playbook.model_validate(
            _frozen(written)
            | {
                "name": folder.name,
                "texts": {language: _texts(folder / language) for language in languages},
                "chapters": {language: _chapters(folder / language) for language in languages},
            }
        )
    except ValidationError as error:
        first = error.errors()[0]
        fault = message(
            N_("{file}: {key} cannot be used: {fault}"),
            file=f"{folder.name}/{STRUCTURE}",
            key=_place(first["loc"], written),
            fault=first["msg"],
        )
        raise RolloutKitError(fault) from error
    check_playbook(playbook)
    return playbook


def _structure(folder: Path) -> dict[str, Any]:
    """Return the tables of all structure files together; none of them may write what another has."""
    joined = _toml(folder / STRUCTURE)
    for file in sorted(folder.glob("*.toml")):
        for key, value in _toml(file).items() if file.name != STRUCTURE else ():
            if key in joined:
                raise RolloutKitError(
                    message(N_("{file}: {fault}"), file=file.name, fault=message(N_("{key} is there twice"), key=key))
                )
            joined[key] = value
    return joined


def _toml(file: Path) -> dict[str, Any]:
    try:
        return tomli.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        name = f"{file.parent.name}/{file.name}"
        raise RolloutKitError(message(N_("{file} cannot be read: {fault}"), file=name, fault=str(error))) from error


def _keyed_parts(written: dict[str, Any]) -> dict[str, Any]:
    """Turn tables keyed by id into lists of parts that know their id; rename what the model names otherwise."""
    parts = {table: [{"id": id} | part for id, part in written.get(table, {}).items()] for table in _KEYED}
    cured = [{"rule": rule} | part for rule, part in written.get("cured_by_task", {}).items()]
    rest = {key: value for key, value in written.items() if key not in parts and key != "chapters"}
    return rest | parts | {"cured_by_task": cured, "chapter_keys": written.get("chapters", [])}


def _frozen(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_frozen(item) for item in value)
    if isinstance(value, dict):
        return {key: _frozen(item) for key, item in value.items()}
    return value


def _place(path: tuple[int | str, ...], written: Mapping[str, Any]) -> str:
    """Return a place as the file writes it: the id instead of the number of a part."""
    named = [str(step) for step in path]
    if len(path) > 1 and isinstance(path[1], int):
        part = written[str(path[0])][path[1]]
        named[1] = str(part.get("id", part.get("rule")) if isinstance(part, dict) else part)
    return ".".join(named)


def _texts(folder: Path) -> dict[str, str]:
    texts: dict[str, str] = {}
    for file in sorted(folder.glob("*.toml")):
        for key, text in _flat(_toml(file)):
            if not isinstance(text, str) or key in texts:
                raise RolloutKitError(
                    message(
                        N_("{file}: {key} is no text, or is there twice"), file=f"{folder.name}/{file.name}", key=key
                    )
                )
            texts[key] = text
    return texts


def _flat(table: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{above}{key}.")
        else:
            yield f"{above}{key}", value


def _chapters(folder: Path) -> dict[str, str]:
    return {file.stem: file.read_text(encoding="utf-8") for file in sorted(folder.glob("chapters/*.md"))}
