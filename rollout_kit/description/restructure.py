"""From the plain values of a file to the fields of the models, with the way back to the file.

The walk renames keys, turns tables keyed by id into lists, tells keys that are unknown, missing or hold
a wrong kind of thing, and notes every mention of a name. What it cannot use it leaves out, so that the
models judge the rest in the same run. A misspelt key is told and then read as the key that was meant.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from pydantic_core import PydanticCustomError

from rollout_kit.description.forms import as_table, entries, is_iso_date, moved_to
from rollout_kit.description.mentions import MENTIONED, Mention
from rollout_kit.description.nearest import nearest
from rollout_kit.description.people import ExtraHours
from rollout_kit.description.problems import Code, did_you_mean, one_of, problem
from rollout_kit.description.quantities import parse_change, parse_duration_estimate, parse_hours
from rollout_kit.description.restructured import Loc, Restructured, lift
from rollout_kit.description.rollout import Rollout
from rollout_kit.description.section import Section
from rollout_kit.description.service_levels import Priority, ServiceLevels
from rollout_kit.description.settings import AddedTask
from rollout_kit.description.shape import EXAMPLES, IDS, Kind, Slot, slots
from rollout_kit.description.source_map import Places
from rollout_kit.description.value_problems import kind_of, value_problem
from rollout_kit.finding import KeyPath, dotted
from rollout_kit.message import N_, Message, message

_ABSENT = object()


def restructure(raw: Mapping[str, Any], places: Places, rows: Sequence[Mapping[str, Any]] = ()) -> Restructured:
    """Return the whole file in the form of `Rollout`; `rows` are those of the table of `plan.import`."""
    walk = _Walk(places)
    tree = walk.table(raw, Rollout, (), ())
    if rows:
        imported = [
            walk.table(row, AddedTask, ("plan", "import", n), ("plan", "imported", n)) for n, row in enumerate(rows)
        ]
        lines = [places.at(("plan", "import", index)).line for index in range(len(rows))]
        tree["plan"]["imported"] = tuple({**row, "line": line} for row, line in zip(imported, lines, strict=True))
    result = walk.result
    result.tree = tree if isinstance(tree, dict) else {}
    lift(result, "rules", "severity", "severities")
    lift(result, "handbook", "chapters", "chapters")
    return result


class _Walk:
    def __init__(self, places: Places) -> None:
        self.places = places
        self.result = Restructured()

    def table(self, value: object, model: type[Section], path: KeyPath, loc: Loc) -> Any:
        if not isinstance(value, Mapping):
            self._wrong_kind(path, value, message(N_("a table")))
            return _ABSENT
        self.result.paths[loc] = path
        known = self._slots(model)
        fields: dict[str, Any] = {}
        meant = self._meant(value, known, path)
        for key, slot in meant:
            got = self._field(value[key], slot, (*path, key), (*loc, slot.name), fields.get(slot.name))
            if got is not _ABSENT:
                fields[slot.name] = got
                self._mention(model, slot.name, value[key], (*path, key))
        if model is ServiceLevels:
            self._gather_priorities(fields, loc)
        if model is ExtraHours and "hours" in fields:
            fields["starts_at"], fields["ends_at"] = fields.pop("hours")
        self.result.tables.append((model, fields, loc))
        return fields

    def _slots(self, model: type[Section]) -> dict[str, Slot]:
        if model is not ServiceLevels:
            return slots(model)
        levels = {name: Slot(name=name, kind=Kind.TABLE, model=Priority) for name in IDS["service_levels"]}
        return {**slots(model), **levels}

    def _gather_priorities(self, fields: dict[str, Any], loc: Loc) -> None:
        names = [name for name in fields if name in IDS["service_levels"]]
        fields["priorities"] = tuple({**fields.pop(name), "id": name} for name in names)
        moved = dict(self.result.paths)
        for index, name in enumerate(names):
            for old, path in moved.items():
                if old[: len(loc) + 1] == (*loc, name):
                    self.result.paths[(*loc, "priorities", index, *old[len(loc) + 1 :])] = path

    def _meant(self, value: Mapping[str, Any], known: Mapping[str, Slot], path: KeyPath) -> list[tuple[str, Slot]]:
        """Return the keys with the slots they fill; tell unknown and missing ones, one typo once."""
        meant = [(key, known[key]) for key in value if key in known]
        present = {key for key in value if key in known}
        for key in value:
            if key in known:
                continue
            target = nearest(
                str(key), (name for name in known if name not in present or known[name].kind is Kind.BY_ID)
            )
            self._unknown_key(str(key), target, known, path)
            if target is not None:
                present.add(target)
                meant.append((key, known[target]))
        for key, slot in known.items():
            if slot.is_required and key not in present:
                self._missing(key, slot, path)
        return meant

    def _unknown_key(self, key: str, target: str | None, known: Mapping[str, Slot], path: KeyPath) -> None:
        help = did_you_mean(target or nearest(key, known)) or moved_to((*path, key))
        if not path:
            code, said = Code.SECTION, message(N_("the format has no section '{key}'"), key=key)
        else:
            code, said = Code.KEY, message(N_("'{table}' has no key '{key}'"), table=dotted(path), key=key)
            help = help or one_of(tuple(known))
        place = self.places.key_at((*path, key))
        self.result.problems.append(problem(code, (*path, key), place, said, help))

    def _missing(self, key: str, slot: Slot, path: KeyPath) -> None:
        if not path:
            needed = tuple(name for name, inner in slots(slot.model).items() if inner.is_required)
            said = message(N_("the section [{key}] is missing"), key=key)
            help: Message | None = message(N_("write [{key}] with its {needed}"), key=key, needed=needed)
        else:
            said = message(N_("'{table}' has no '{key}', which it needs"), table=dotted(path), key=key)
            help = message(N_("write {key} = {example}"), key=key, example=EXAMPLES.get(key, '"…"'))
        self.result.problems.append(problem(Code.MISSING, path, self.places.at(path), said, help))

    def _field(self, value: object, slot: Slot, path: KeyPath, loc: Loc, before: Any) -> Any:
        self.result.paths[loc] = path
        read: Callable[[object, Slot, KeyPath, Loc, Any], Any] = _READERS[slot.kind]
        return read(self, value, slot, path, loc, before)  # type: ignore[call-arg, arg-type]

    def plain(self, value: object, slot: Slot, path: KeyPath, loc: Loc, before: Any) -> Any:
        if slot.is_date and path[:2] != ("plan", "import"):
            items = enumerate(value) if isinstance(value, list) else [(None, value)]
            quoted = [(*path, index) if index is not None else path for index, one in items if is_iso_date(one)]
            self.result.quoted_dates += quoted
        if slot.is_required and isinstance(value, str) and not value.strip():
            said, help = message(N_("'{key}' is empty"), key=path[-1]), message(N_("write a text between the quotes"))
            self.result.problems.append(problem(Code.EMPTY, path, self.places.at(path), said, help))
            return _ABSENT
        return value

    def one_table(self, value: object, slot: Slot, path: KeyPath, loc: Loc, before: Any) -> Any:
        if isinstance(value, list) and not path[:-1] and all(isinstance(item, Mapping) for item in value):
            said = message(N_("there is one [{key}], not a list of them"), key=path[-1])
            help = message(N_("write [{key}] with single brackets, once"), key=path[-1])
            self.result.problems.append(problem(Code.KIND, path, self.places.at(path), said, help))
            return _ABSENT
        return self.table(value, slot.model, path, loc)

    def by_id(self, value: object, slot: Slot, path: KeyPath, loc: Loc, before: Any) -> Any:
        if not isinstance(value, Mapping):
            help = message(N_("write [{key}.<id>] with an id of your choice"), key=dotted(path))
            self._wrong_kind(path, value, message(N_("tables with an id each")), help)
            return _ABSENT
        items = list(before or ())
        for id, held, place in entries(value, slot.model, path):
            self._check_id(id, path)
            if not isinstance(held, Mapping):
                self._wrong_kind(place, held, message(N_("a table")), as_table(place, slot.model))
                continue
            got = self.table(held, slot.model, place, (*loc, len(items)))
            if got is not _ABSENT:
                self._mention(slot.model, "id", id, place)
                items.append({**got, "id": id})
        return tuple(items)

    def _check_id(self, id: str, path: KeyPath) -> None:
        allowed = IDS.get(str(path[-1])) if len(path) == 1 else None
        if allowed and id not in allowed:
            said = message(N_("'{table}' has no key '{key}'"), table=dotted(path), key=id)
            help = did_you_mean(nearest(id, allowed)) or one_of(allowed)
            self.result.problems.append(problem(Code.KEY, (*path, id), self.places.key_at((*path, id)), said, help))

    def texts_by_id(self, value: object, slot: Slot, path: KeyPath, loc: Loc, before: Any) -> Any:
        if not isinstance(value, Mapping):
            self._wrong_kind(path, value, message(N_("a table")))
            return _ABSENT
        items = []
        for index, (id, held) in enumerate(value.items()):
            self.result.paths[(*loc, index)] = self.result.paths[(*loc, index, "covers")] = (*path, id)
            items.append({"id": id, "covers": held})
        return tuple(items)

    def tables(self, value: object, slot: Slot, path: KeyPath, loc: Loc, before: Any) -> Any:
        if not isinstance(value, list):
            key = dotted(path)
            help = message(N_("write [[{key}]] with double brackets"), key=key) if len(path) == 1 else None
            help = help or message(N_("write it between [ and ]"))
            self._wrong_kind(path, value, message(N_("a list of tables")), help)
            return _ABSENT
        items: list[Any] = []
        for index, held in enumerate(value):
            got = self.table(held, slot.model, (*path, index), (*loc, len(items)))
            if got is not _ABSENT:
                items.append(got)
        return tuple(items)

    def pairs(self, value: object, slot: Slot, path: KeyPath, loc: Loc, before: Any) -> Any:
        if not isinstance(value, Mapping):
            help = message(N_("write {form}"), form=f"{path[-1]} = {{ … = … }}")
            self._wrong_kind(path, value, message(N_("a table")), help)
            return _ABSENT
        for index, key in enumerate(value):
            self.result.paths[(*loc, index)] = (*path, key)
            self.result.paths[(*loc, index, 1)] = (*path, key)
        return tuple(value.items())

    def range(self, value: object, slot: Slot, path: KeyPath, loc: Loc, before: Any) -> Any:
        if not isinstance(value, Mapping):
            return value
        names = ("low", "likely", "high")
        faults = [key for key in value if key not in names]
        missing = [name for name in names if name not in value]
        for key in faults:
            target = nearest(key, missing)
            missing = [name for name in missing if name != target]
            said = message(N_("'{table}' has no key '{key}'"), table=dotted(path), key=key)
            help = did_you_mean(target) or one_of(names)
            place = self.places.key_at((*path, key))
            self.result.problems.append(problem(Code.RANGE, (*path, key), place, said, help))
        if missing and not faults:  # a misspelt key is told once, not as a missing one besides
            said = message(N_("a range needs low, likely and high; {missing} is missing"), missing=tuple(missing))
            self.result.problems.append(problem(Code.RANGE, path, self.places.at(path), said))
        return _ABSENT if faults or missing or self._wrong_bounds(value, slot, path) else value

    def _wrong_bounds(self, value: Mapping[str, Any], slot: Slot, path: KeyPath) -> bool:
        """Tell each bound that is no value of its kind, at the bound."""
        wrong = False
        for name, bound in value.items():
            try:
                (parse_duration_estimate if slot.is_length else parse_change)(bound)
            except PydanticCustomError as error:
                self.result.problems.append(value_problem(error.type, bound, (*path, name), self.places))
                wrong = True
        return wrong

    def day_hours(self, value: object, slot: Slot, path: KeyPath, loc: Loc, before: Any) -> Any:
        """Fill the two fields of a day's stretch; tell it here, since the models do not know the key."""
        try:
            hours = parse_hours(f"Mon {value}" if isinstance(value, str) else value)
        except PydanticCustomError:
            hours = None
        if hours is None or len(hours.stretches) != 1:
            self.result.problems.append(value_problem("day_hours", value, path, self.places))
            return _ABSENT
        return (hours.stretches[0].starts_at, hours.stretches[0].ends_at)

    def _wrong_kind(self, path: KeyPath, value: object, needed: Message, help: Message | None = None) -> None:
        key = path[-1] if isinstance(path[-1], str) else dotted(path[-2:])
        said = message(N_("'{key}' needs {needed}, not {what}"), key=key, needed=needed, what=kind_of(value))
        self.result.problems.append(problem(Code.KIND, path, self.places.at(path), said, help))

    def _mention(self, model: type[Section], name: str, value: object, path: KeyPath) -> None:
        kind = MENTIONED.get((model, name))
        if kind is None:
            return
        if name == "id":
            self.result.mentions.append(Mention(kind=kind, name=str(value), path=path, is_key=True))
        elif isinstance(value, str):
            self.result.mentions.append(Mention(kind=kind, name=value, path=path))
        elif isinstance(value, Mapping):
            self.result.mentions += [Mention(kind=kind, name=key, path=(*path, key), is_key=True) for key in value]
        elif isinstance(value, list):
            items = [(index, item) for index, item in enumerate(value) if isinstance(item, str)]
            self.result.mentions += [Mention(kind=kind, name=item, path=(*path, index)) for index, item in items]


_READERS: dict[Kind, Any] = {
    Kind.VALUE: _Walk.plain,
    Kind.TABLE: _Walk.one_table,
    Kind.BY_ID: _Walk.by_id,
    Kind.TEXT_BY_ID: _Walk.texts_by_id,
    Kind.LIST: _Walk.tables,
    Kind.PAIRS: _Walk.pairs,
    Kind.RANGE: _Walk.range,
    Kind.DAY_HOURS: _Walk.day_hours,
}
