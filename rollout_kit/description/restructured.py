"""A description in the form of the models, with the way back to the file."""

from dataclasses import dataclass, field
from typing import Any

from rollout_kit.description.mentions import Mention
from rollout_kit.description.section import Section
from rollout_kit.finding import KeyPath, Problem

Loc = tuple[str | int, ...]


@dataclass(slots=True)
class Restructured:
    """The fields for the models; `paths` leads from a place among them back to the key path of the file."""

    tree: dict[str, Any] = field(default_factory=dict)
    paths: dict[Loc, KeyPath] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    quoted_dates: list[KeyPath] = field(default_factory=list)
    tables: list[tuple[type[Section], dict[str, Any], Loc]] = field(default_factory=list)

    def path_of(self, loc: Loc) -> KeyPath:
        """Return the key path of a place in the models, or of the nearest one around it with the rest as it is."""
        for length in range(len(loc), 0, -1):
            if loc[:length] in self.paths:
                return (*self.paths[loc[:length]], *loc[length:])
        return ()


def lift(result: Restructured, table: str, inner: str, name: str) -> None:
    """Move what a table of the file holds to the field of `Rollout` that takes it."""
    held = result.tree.pop(table, None)
    if isinstance(held, dict) and inner in held:
        result.tree[name] = held[inner]
    moved = {loc: path for loc, path in result.paths.items() if loc[:2] == (table, inner)}
    result.paths.update({(name, *loc[2:]): path for loc, path in moved.items()})
