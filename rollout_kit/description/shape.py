"""The shape of the file: which keys a table has, and which field of a model each one fills.

The models say what the values are; here stands where the file differs from them: keys that are words of
Python, fields that no key fills, tables that hold a list keyed by id.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from rollout_kit.description.improvement import Feedback, FutureRole, Interface, KeyResult
from rollout_kit.description.organisations import Freeze, Provider
from rollout_kit.description.people import Absence, ExtraHours
from rollout_kit.description.quantities import Many, Range
from rollout_kit.description.responsibilities import CriticalSkill
from rollout_kit.description.rollout import Rollout
from rollout_kit.description.section import Keyed, Section
from rollout_kit.description.service_levels import ServiceLevels
from rollout_kit.description.settings import AddedTask, ChapterSettings, PlanSettings, SeverityWord
from rollout_kit.description.tryout import Pilot
from rollout_kit.message import Duration


class RulesTable(Section):
    """`[rules]`; its severities move to `Rollout.severities`."""

    severity: Many[tuple[str, SeverityWord]] = ()


class HandbookTable(Section):
    """`[handbook]`; its chapters move to `Rollout.chapters`."""

    chapters: tuple[ChapterSettings, ...] = ()


class Kind(Enum):
    """How a key holds what its field holds."""

    VALUE = auto()  # as it is
    TABLE = auto()  # one table
    BY_ID = auto()  # a table of tables, each key an id
    TEXT_BY_ID = auto()  # a table of texts, each key an id
    LIST = auto()  # a list of tables
    PAIRS = auto()  # a table of values
    RANGE = auto()  # a value, or a table of low, likely, high
    DAY_HOURS = auto()  # 08:00-14:00, which fills two fields


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """What a key of the file fills; `model` for the kinds that hold tables."""

    name: str
    kind: Kind
    model: type[Section] = Section
    is_required: bool = False
    is_date: bool = False
    is_length: bool = False  # of a range: of durations


_PERIOD = {"from": "starts_on", "to": "ends_on"}
_KEYS: dict[type[Section], dict[str, str]] = {
    Absence: _PERIOD,
    Freeze: _PERIOD,
    Pilot: _PERIOD,
    Interface: {"from": "giver", "to": "taker"},
    KeyResult: {"from": "start", "to": "target"},
    Feedback: {"from": "starts_on", "with": "participants"},
    FutureRole: {"from": "starts_on"},
    PlanSettings: {"import": "source"},
    Provider: {"from": "source"},
}
_WITHOUT_KEY: dict[type[Section], tuple[str, ...]] = {
    PlanSettings: ("imported",),
    AddedTask: ("line",),
    ServiceLevels: ("priorities",),
    Rollout: ("about", "severities", "chapters"),
    ExtraHours: ("starts_at", "ends_at"),
}
_BESIDE: dict[type[Section], dict[str, Slot]] = {
    Rollout: {
        "format": Slot(name="format", kind=Kind.VALUE),
        "rules": Slot(name="rules", kind=Kind.TABLE, model=RulesTable),
        "handbook": Slot(name="handbook", kind=Kind.TABLE, model=HandbookTable),
    },
    ExtraHours: {"hours": Slot(name="hours", kind=Kind.DAY_HOURS, is_required=True)},
}
IDS: dict[str, tuple[str, ...]] = {
    "service_levels": ("P1", "P2", "P3", "P4"),
    "support": ("L1", "L2", "L3"),
}
"""Tables whose ids are given by the format."""

LONG_TEXTS = frozenset(
    {"summary", "reason", "why", "criteria", "formula", "hypothesis", "measure", "meaning", "proof", "about", "serves"}
)
"""Keys whose text may have several lines, written in triple quotes."""

EXAMPLES = {
    "kickoff": "2027-01-11", "date": "2027-01-11", "from": "2027-01-11", "to": "2027-01-15", "users": "25",
    "seats": "12", "share": "0.5", "hours": '"08:00-14:00"', "audience": '"users"', "level": '"documented"',
    "phase": '"launch"', "by": '"…"', "scope": '"files"', "takes": '"6 h"', "rto": '"8 h"', "within": '"60 s"',
    "after": '"30 min"', "availability": "0.999",
}  # fmt: skip
"""What to write for a key that is missing, where it is not any text."""


@cache
def slots(model: type[Section]) -> dict[str, Slot]:
    """Return the keys of a table in the order of its model."""
    if model is Rollout:
        about = _slot("about", Rollout)
        return {"rollout": about, **_own_slots(model), **_BESIDE[model]}
    return {**_own_slots(model), **_BESIDE.get(model, {})}


def _own_slots(model: type[Section]) -> dict[str, Slot]:
    key_of = {name: key for key, name in _KEYS.get(model, {}).items()}
    hidden = (*_WITHOUT_KEY.get(model, ()), *(("id",) if issubclass(model, Keyed) else ()))
    return {key_of.get(name, name): _slot(name, model) for name in model.model_fields if name not in hidden}


def _slot(name: str, model: type[Section]) -> Slot:
    field = model.model_fields[name]
    kind, inner = _kind(_bare(field.annotation))
    held = _bare(field.annotation)
    item = _bare(get_args(held)[0]) if get_origin(held) is tuple else held
    return Slot(
        name=name,
        kind=kind,
        model=inner,
        is_required=field.is_required(),
        is_date=item is date,
        is_length=Duration in get_args(held),
    )


def _kind(annotation: Any) -> tuple[Kind, type[Section]]:
    if isinstance(annotation, type) and issubclass(annotation, Range):
        return Kind.RANGE, Section
    if get_origin(annotation) is Range:
        return Kind.RANGE, Section
    if isinstance(annotation, type) and issubclass(annotation, Section):
        return Kind.TABLE, annotation
    if get_origin(annotation) is tuple:
        return _kind_of_items(_bare(get_args(annotation)[0]))
    return Kind.VALUE, Section


def _kind_of_items(item: Any) -> tuple[Kind, type[Section]]:
    if get_origin(item) is tuple:
        return Kind.PAIRS, Section
    if item is CriticalSkill:
        return Kind.TEXT_BY_ID, CriticalSkill
    if isinstance(item, type) and issubclass(item, Keyed):
        return Kind.BY_ID, item
    if isinstance(item, type) and issubclass(item, Section):
        return Kind.LIST, item
    return Kind.VALUE, Section


def _bare(annotation: Any) -> Any:
    """Return an annotation without its validators and without `None`."""
    while True:
        origin = get_origin(annotation)
        if origin is Annotated:
            annotation = get_args(annotation)[0]
        elif origin in (Union, UnionType):
            annotation = next(arm for arm in get_args(annotation) if arm is not type(None))
        else:
            return annotation
