"""The form of a playbook's structure: which tables there are, keyed by which ids, and how large they may be."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, get_args

from rollout_kit.description.nearest import nearest
from rollout_kit.description.problems import Code, did_you_mean, one_of, problem
from rollout_kit.description.source_map import Places
from rollout_kit.description.value_problems import kind_of
from rollout_kit.finding import KeyPath, Problem, dotted
from rollout_kit.message import N_, message
from rollout_kit.playbook.model import Playbook
from rollout_kit.playbook.part import Part

# What the files call otherwise than the model.
WRITTEN_AS = {"chapter_keys": "chapters"}
_NOT_WRITTEN = ("name", "texts", "chapters")  # of the model: from the folder, not from the structure
MOST_ENTRIES = 300  # of a table or list; house value: five times what the largest of ours has
LARGEST_NUMBER = 5000  # minutes, days, times; house value
LONGEST_VALUE = 200  # characters

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,59}")


@cache
def keyed_tables() -> tuple[str, ...]:
    """Return the tables of parts with an id each, such as `tasks`."""
    return tuple(name for name, kind in _written() if issubclass(kind, Part))


@cache
def id_lists() -> tuple[str, ...]:
    """Return the lists of ids, such as `chapters`."""
    return tuple(WRITTEN_AS.get(name, name) for name, kind in _written() if not issubclass(kind, Part))


def _written() -> Iterator[tuple[str, type]]:
    for name, field in Playbook.model_fields.items():
        if name not in _NOT_WRITTEN:
            yield name, get_args(field.annotation)[0]


def id_field(table: str) -> str:
    """Return the field of a part that its key in the file becomes."""
    return "rule" if table == "cured_by_task" else "id"


def shaped(written: Mapping[str, Any], places: Places) -> tuple[dict[str, Any], list[Problem]]:
    """Return the tables and lists that have the form of a playbook's, and what is wrong with the others."""
    walk = _Walk(places)
    kept = {key: walk.held(key, value) for key, value in written.items()}
    return {key: value for key, value in kept.items() if value is not None}, walk.problems


class _Walk:
    def __init__(self, places: Places) -> None:
        self.places = places
        self.problems: list[Problem] = []

    def held(self, key: str, value: Any) -> Any:
        if key == "extends":
            if isinstance(value, str):
                return value
            self._wrong((key,), N_("a text"), value)
            return None
        if key == "drop" or key in id_lists():
            return self._list(key, value)
        if key in keyed_tables():
            return self._table(key, value)
        known = ("extends", "drop", *keyed_tables(), *id_lists())
        said = message(N_("a playbook has no '{key}'"), key=key[:80])
        help = did_you_mean(nearest(key, known)) or one_of(known)
        self.problems.append(problem(Code.SECTION, (key,), self.places.key_at((key,)), said, help))
        return None

    def _list(self, key: str, value: Any) -> list[str] | None:
        if not isinstance(value, list):
            self._wrong((key,), N_("a list"), value)
            return None
        self._counted((key,), value)
        texts = [text for index, text in enumerate(value) if self._is_id((key, index), text, key != "drop")]
        for index, text in enumerate(texts):
            if text in texts[:index]:
                said = message(N_("{key} is there twice"), key=text)
                self.problems.append(problem(Code.TWICE, (key,), self.places.at((key,)), said))
        return list(dict.fromkeys(texts[:MOST_ENTRIES]))

    def _table(self, key: str, value: Any) -> dict[str, Any] | None:
        if not isinstance(value, dict):
            self._wrong((key,), N_("tables with an id each"), value)
            return None
        self._counted((key,), value)
        kept = {}
        for id, entry in list(value.items())[:MOST_ENTRIES]:
            if not isinstance(entry, dict):
                self._wrong((key, id), N_("a table"), entry)
            elif self._is_id((key, id), id) and self._is_small((key, id), entry) and self._has_one_id(key, id, entry):
                kept[id] = entry
        return kept

    def _has_one_id(self, key: str, id: str, entry: Mapping[str, Any]) -> bool:
        """Tell an entry that names its id once more: the header says it."""
        name = id_field(key)
        if name not in entry:
            return True
        said = message(N_("'{table}' has no key '{key}'"), table=f"{key}.{id}", key=name)
        self.problems.append(problem(Code.KEY, (key, id, name), self.places.key_at((key, id, name)), said))
        return False

    def _is_id(self, path: KeyPath, id: Any, is_plain: bool = True) -> bool:
        if not isinstance(id, str):
            self._wrong(path, N_("a text"), id)
            return False
        if is_plain and not _ID.fullmatch(id):
            said = message(N_("'{name}' is no id of a playbook"), name=id[:80])
            help = message(N_("an id has letters from a to z, digits and -, at most 60"))
            self.problems.append(problem(Code.KEY_FORM, path, self.places.key_at(path), said, help))
            return False
        return True

    def _is_small(self, path: KeyPath, value: Any) -> bool:
        """Tell numbers, texts and lists that no playbook has; they would keep the plan busy."""
        if isinstance(value, dict | list):
            held = value.items() if isinstance(value, dict) else enumerate(value)
            judged = [self._is_small((*path, key), one) for key, one in held]  # all of them, so that each is told
            return self._counted(path, value) and all(judged)
        if isinstance(value, str) and len(value) > LONGEST_VALUE:
            said = message(N_("the text has {n} characters; {limit} is the most"), n=len(value), limit=LONGEST_VALUE)
        elif isinstance(value, int | float) and not abs(value) <= LARGEST_NUMBER:
            said = message(N_("'{key}' is {written}; {limit} is the most"), key=dotted(path), written=str(value)[:40],
                           limit=LARGEST_NUMBER)  # fmt: skip
        else:
            return True
        self.problems.append(problem(Code.LIMIT, path, self.places.at(path), said))
        return False

    def _counted(self, path: KeyPath, held: Any) -> bool:
        if len(held) <= MOST_ENTRIES:
            return True
        said = message(N_("'{key}' has {n} entries; {limit} is the most"), key=dotted(path), n=len(held),
                       limit=MOST_ENTRIES)  # fmt: skip
        self.problems.append(problem(Code.LIMIT, path, self.places.at(path), said))
        return False

    def _wrong(self, path: KeyPath, needed: str, value: object) -> None:
        kinds = {"needed": message(needed), "what": kind_of(value)}
        said = message(N_("'{key}' needs {needed}, not {what}"), key=dotted(path), **kinds)
        self.problems.append(problem(Code.KIND, path, self.places.at(path), said))


def entries(structure: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    """Yield table and id of everything that `drop` can take out."""
    for key in keyed_tables():
        yield from ((key, id) for id in structure.get(key, ()))
    for key in id_lists():
        yield from ((key, id) for id in structure.get(key, ()))
