"""The reference of the format, as Markdown: every key, what it is for, what it takes, an example."""

import json
from collections.abc import Iterator
from typing import Any

from rollout_kit.description.key_texts import examples, key_texts, keys_of
from rollout_kit.description.rollout import Rollout
from rollout_kit.description.schema import json_schema
from rollout_kit.description.section import Section
from rollout_kit.description.service_levels import Priority
from rollout_kit.description.shape import IDS, Kind, Slot

LANGUAGE = "en"
INTRODUCTION = """# The format

A description is one [TOML](https://toml.io) file. Needed are four keys: `rollout.name`, `rollout.kickoff`,
`customer.name`, `provider.name`. What else is left out gets a default that is printed as our assumption, or becomes a
finding or an open item.

| what | is written |
|---|---|
| a date | `2027-01-11`, without quotes |
| a length | `"15 min"`, `"4 h"`, `"2 days"`, `"3 weeks"`, `"6 months"` |
| hours of the week | `"Mon-Fri 08:00-17:00"`, several joined by `;`, `"Mon-Fri 22:00-06:00"` over night, or `"24x7"` |
| a share | `0.0` to `1.0` |
| what is not known for sure | `{ low = 0.8, likely = 1.1, high = 2.0 }` instead of the plain value |
| a list of one | a plain name: `roles = "desk"` |

`rollout-kit schema --to rollout.schema.json` gives all of this to an editor; `rollout-kit add SECTION FILE` appends a
section with comments. **Bold** keys are needed where their table is written.
"""


def reference() -> str:
    """Return the whole page."""
    return "\n".join([INTRODUCTION, *(line for key, slot in keys_of(Rollout).items() for line in _section(key, slot))])


def _section(key: str, slot: Slot) -> Iterator[str]:
    said = key_texts(LANGUAGE)["Rollout"][key]
    yield f"## {_head(key, slot)}\n\n{said}\n"
    if slot.kind in (Kind.TABLE, Kind.BY_ID, Kind.LIST):
        yield "| key | what it is for | takes | example |\n|---|---|---|---|"
        yield from _rows(slot.model, "")
        yield ""
    else:
        yield f"```toml\n{key} = {_written(examples(LANGUAGE)[('Rollout', key)])}\n```\n"


def _head(key: str, slot: Slot) -> str:
    if slot.kind is Kind.BY_ID:
        ids = IDS.get(key)
        return f"`[{key}.{ids[0]}]` to `{ids[-1]}`" if ids else f"`[{key}.<id>]`"
    if slot.kind is Kind.LIST:
        return f"`[[{key}]]`"
    return f"`[{key}]`" if slot.kind in (Kind.TABLE, Kind.TEXT_BY_ID) else f"`{key}`"


def _rows(model: type[Section], above: str) -> Iterator[str]:
    definition = json_schema(LANGUAGE)["definitions"][model.__name__]
    for key, slot in keys_of(model).items():
        if slot.model is Priority and key != "P1":
            continue
        name = f"{above}{key}"
        shown = f"**`{name}`**" if slot.is_required else f"`{name}`"
        said = key_texts(LANGUAGE)[model.__name__][key].replace("|", "\\|")
        example = examples(LANGUAGE).get((model.__name__, key))
        inner = slot.kind in (Kind.TABLE, Kind.LIST, Kind.BY_ID)
        value = "" if example is None or inner else f"`{_written(example)}`"
        yield f"| {shown} | {said} | {_takes(slot, definition['properties'][key])} | {value} |"
        if inner:
            step = ".<id>." if slot.kind is Kind.BY_ID else "[]." if slot.kind is Kind.LIST else "."
            yield from _rows(slot.model, f"{name}{step}")


def _takes(slot: Slot, schema: dict[str, Any]) -> str:
    match slot.kind:
        case Kind.TABLE:
            return "a table"
        case Kind.BY_ID:
            return "tables, each with an id"
        case Kind.LIST:
            return "tables"
        case Kind.PAIRS:
            return "names with values"
        case Kind.DAY_HOURS:
            return "times of a day"
    return _value(schema)


def _value(schema: dict[str, Any]) -> str:
    if "enum" in schema:
        return ", ".join(f"`{word}`" for word in schema["enum"])
    if "anyOf" in schema:
        first, second = schema["anyOf"]
        if second["type"] == "object":
            return f"{_value(first)}, or a range"
        return f"names: {_value(first)}" if "enum" in first else "names"
    if schema["type"] == "string":
        return _text(schema)
    return "`true` or `false`" if schema["type"] == "boolean" else _number(schema)


def _text(schema: dict[str, Any]) -> str:
    pattern = schema.get("pattern", "")
    if schema.get("format") == "date":
        return "a date"
    if "24" in pattern:
        return "hours of the week"
    if "A-Za-z]+" in pattern:
        return "a length"
    return "a time" if ":" in pattern else "a text"


def _number(schema: dict[str, Any]) -> str:
    least, most = schema.get("minimum"), schema.get("maximum")
    if (least, most) == (0, 1):
        return "a share"
    bounds = f" from {least} to {most}" if most is not None else f" from {least} on" if least else ""
    return f"a {'whole ' if schema['type'] == 'integer' else ''}number{bounds}"


def _written(value: Any) -> str:
    """Return a value as TOML has it, on one line."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{_key(key)} = {_written(inner)}" for key, inner in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(_written(inner) for inner in value) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else str(value)


def _key(name: str) -> str:
    return name if name.replace("-", "").replace("_", "").isalnum() and name.isascii() else json.dumps(name)
