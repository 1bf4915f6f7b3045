"""The format as a JSON Schema, from the same models that read it, for editors that complete and explain keys.

An editor judges the form only. What we say of a file is more: names that nobody has, dates that contradict each other.
"""

from collections.abc import Mapping
from datetime import date, time
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from rollout_kit.description import quantities
from rollout_kit.description.consistency import LONGEST_PLAN, SHORTEST_PLAN
from rollout_kit.description.key_texts import Examples, KeyTexts, examples, key_texts, keys_of, models
from rollout_kit.description.numbers import MOST
from rollout_kit.description.rollout import Rollout
from rollout_kit.description.section import Section
from rollout_kit.description.settings import SeverityWord
from rollout_kit.description.shape import IDS, Kind, Slot

DRAFT = "http://json-schema.org/draft-07/schema#"  # the newest that all editors of TOML know

Schema = dict[str, Any]

_CHECKED_ELSEWHERE: dict[tuple[str, str], Schema] = {
    ("About", "days"): {"minimum": SHORTEST_PLAN, "maximum": LONGEST_PLAN},
    ("Brand", "accent"): {"pattern": "^#[0-9A-Fa-f]{6}$"},
}
"""Limits that no model holds, since their message names more than the value."""

_TEXT: Schema = {"type": "string"}
_LENGTH: Schema = {"type": "string", "pattern": r"^\s*\d+(\.\d+)?\s*[A-Za-z]+\s*$"}
_NUMBER: Schema = {"type": "number", "minimum": 0, "maximum": MOST}
_FIGURE: Schema = {"type": "number", "minimum": -MOST, "maximum": MOST}
_SHARE: Schema = {"type": "number", "minimum": 0, "maximum": 1}
_DATE: Schema = {"type": "string", "format": "date"}
_TIME: Schema = {"type": "string", "pattern": r"^\d{1,2}:\d{2}(:\d{2})?$"}
_HOURS: Schema = {"type": "string", "pattern": r"^\s*(24\s*[x×/]\s*7|[A-Za-z]{3}.*\d{1,2}:\d{2}.*)\s*$"}
_DAY_HOURS: Schema = {"type": "string", "pattern": r"^\d{1,2}:\d{2}\s*[-–]\s*\d{1,2}:\d{2}$"}


def _range(one: Schema) -> Schema:
    bounds = ("low", "likely", "high")
    table = {"type": "object", "properties": dict.fromkeys(bounds, one), "required": list(bounds)}
    return {"anyOf": [one, {**table, "additionalProperties": False}]}


_QUANTITIES: tuple[tuple[Any, Schema], ...] = (
    (quantities.Date, _DATE),
    (quantities.TimeOfDay, _TIME),
    (quantities.Length, _LENGTH),
    (quantities.Hours, _HOURS),
    (quantities.Share, _SHARE),
    (quantities.Amount, _NUMBER),
    (quantities.Figure, _FIGURE),
    (quantities.Count, {**_NUMBER, "type": "integer"}),
    (quantities.Estimate, _range(_NUMBER)),
    (quantities.ShareEstimate, _range(_SHARE)),
    (quantities.Change, _range(_FIGURE)),
    (quantities.LengthEstimate, _range(_LENGTH)),
    (quantities.Names, {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]}),
    (SeverityWord, {"enum": ["blocker", "high", "medium", "low", "off"]}),
)


def json_schema(language: str) -> Schema:
    """Return the schema of a description, with what each key is for in a language, and an example of each."""
    texts, shown = key_texts(language), examples(language)
    tables = {model.__name__: _table(model, texts, shown) for model in models() if model is not Rollout}
    return {
        "$schema": DRAFT,
        "title": "rollout-kit",
        **_table(Rollout, texts, shown),
        "definitions": tables,
    }


def _table(model: type[Section], texts: KeyTexts, shown: Examples) -> Schema:
    keys = keys_of(model)
    said = texts.get(model.__name__, {})
    properties = {}
    for key, slot in keys.items():
        place = (model.__name__, key)
        example = {"examples": [_plain(shown[place])]} if place in shown else {}
        properties[key] = {"description": said.get(key, ""), **example, **_with_siblings(_of_slot(model, slot))}
    table: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    required = [key for key, slot in keys.items() if slot.is_required]
    return {**table, "required": required} if required else table


def _with_siblings(schema: Schema) -> Schema:
    """Draft 7 reads nothing beside a reference, so it is wrapped."""
    return {"allOf": [schema]} if "$ref" in schema else schema


def _of_slot(model: type[Section], slot: Slot) -> Schema:
    match slot.kind:
        case Kind.TABLE:
            return _reference(slot.model)
        case Kind.BY_ID:
            return _by_id(slot)
        case Kind.TEXT_BY_ID:
            return {"type": "object", "additionalProperties": _TEXT}
        case Kind.LIST:
            return {"anyOf": [{"type": "array", "items": _reference(slot.model)}, _reference(slot.model)]}
        case Kind.DAY_HOURS:
            return _DAY_HOURS
        case Kind.PAIRS:
            (_, held), *_ = [get_args(_items(_hint(model, slot.name)))]
            return {"type": "object", "additionalProperties": _value(held)}
        case _:
            return _of_field(model, slot.name) if slot.name in model.model_fields else {"type": "integer"}


def _of_field(model: type[Section], name: str) -> Schema:
    return {
        **_value(_hint(model, name)),
        **_bounds(tuple(model.model_fields[name].metadata)),
        **_elsewhere(model, name),
    }


def _elsewhere(model: type[Section], name: str) -> Schema:
    return _CHECKED_ELSEWHERE.get((model.__name__, name), {})


def _by_id(slot: Slot) -> Schema:
    table: Schema = {"type": "object", "additionalProperties": _reference(slot.model)}
    if slot.name in IDS:
        table["propertyNames"] = {"enum": list(IDS[slot.name])}
    return table


def _reference(model: type[Section]) -> Schema:
    return {"$ref": f"#/definitions/{model.__name__}"}


def _hint(model: type[Section], name: str) -> Any:
    return _given(_hints(model)[name])


@cache  # of a whole model at once, though they are asked for key by key
def _hints(model: type[Section]) -> Mapping[str, Any]:
    return get_type_hints(model, include_extras=True)


def _given(hint: Any) -> Any:
    """Return a type without `None`, which stands for a key that is not there."""
    if get_origin(hint) in (Union, UnionType):
        arms = [arm for arm in get_args(hint) if arm is not NoneType]
        return arms[0] if len(arms) == 1 else hint
    return hint


def _items(hint: Any) -> Any:
    """Return what a list holds."""
    while get_origin(hint) is not tuple:
        hint = get_args(hint)[0]
    return get_args(hint)[0]


def _value(hint: Any) -> Schema:
    for known, schema in _QUANTITIES:
        if hint == known:
            return schema
    if get_origin(hint) is Literal:
        return {"enum": list(get_args(hint))}
    if hint is bool:
        return {"type": "boolean"}
    if hint is int:
        return {"type": "integer"}
    if hint is str:
        return _TEXT
    return _bare(hint)


def _bare(hint: Any) -> Schema:
    """Return the schema of a list of words, or of a plain type inside its validators."""
    arguments = get_args(hint)
    if get_origin(hint) is tuple:
        one = _value(arguments[0])
        return {"anyOf": [one, {"type": "array", "items": one}]}
    if arguments:
        return {**_value(_given(arguments[0])), **_bounds(arguments[1:])}
    raise AssertionError(f"the schema knows no {hint}")


def _bounds(marks: tuple[Any, ...]) -> Schema:
    names = {"ge": "minimum", "le": "maximum", "pattern": "pattern"}
    found: Schema = {}
    for mark in marks:
        for part in (mark, *getattr(mark, "metadata", ())):
            found |= {name: value for key, name in names.items() if (value := getattr(part, key, None)) is not None}
    return found


def _plain(value: Any) -> Any:
    """Return a value as JSON holds it: days and times as text."""
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return value
