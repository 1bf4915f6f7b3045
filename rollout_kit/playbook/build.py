"""From merged files to a `Playbook`, or to everything that is wrong with them."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from rollout_kit.description.nearest import nearest
from rollout_kit.description.problems import Code, did_you_mean, one_of
from rollout_kit.description.source_map import Places, Sheet
from rollout_kit.description.value_problems import value_problem
from rollout_kit.finding import KeyPath, Problem, dotted
from rollout_kit.message import N_, Message, message
from rollout_kit.playbook.faults import Fault, FaultPlaces
from rollout_kit.playbook.merge import Merged
from rollout_kit.playbook.model import Playbook
from rollout_kit.playbook.shape import WRITTEN_AS, id_field, id_lists, keyed_tables

_Tree = dict[str, tuple[dict[str, Any], ...]]

_FORMS = {
    "seats": N_('a seat is written "SO 1.5/1", "KU* 2/-", "KU of the site 1/-" or "doer-of:restore 3/2"'),
    "window": N_('a window is written "k+1..p0.15", "g-6..g-2", "on p0.15,g-10,g-5" or "daily g+1..g+10"'),
    "after": N_('a task to wait for is written "kickoff", or "kickoff +1w" for the next working day'),
    "at": N_("a time of day is written {right}"),
}


def built(merged: Merged, places: FaultPlaces) -> tuple[Playbook | None, frozenset[KeyPath], list[Problem]]:
    """Return the playbook of merged files, the entries that were refused, and why.

    With refused entries the playbook is what is left without them, to be checked further; None where nothing is.
    """
    tree = {key: _parts(key, merged.structure.get(key)) for key in keyed_tables()}
    written = {name: WRITTEN_AS.get(name, name) for name in Playbook.model_fields}
    lists = {name: tuple(merged.structure.get(key, ())) for name, key in written.items() if _is_list(name, key)}
    head = {"name": merged.layers[0].name, "texts": _plain(merged.texts), "chapters": _plain(merged.chapters)}
    try:
        return Playbook.model_validate({**tree, **lists, **head}), frozenset(), []
    except ValidationError as error:
        details = error.errors(include_url=False)
    sheets = tuple(sheet for layer in merged.layers for sheet in layer.sheets[""])
    problems = [_refused(each, tree, places, sheets) for each in _told_once(details, tree)]
    single = list({(one.position, str(one.message)): one for one in problems}.values())
    refused = frozenset(_written_path(tuple(each["loc"]), tree)[:2] for each in details)
    try:
        return Playbook.model_validate({**_without(tree, refused), **lists, **head}), refused, single
    except ValidationError:
        return None, refused, single


def _told_once(details: Iterable[Any], tree: _Tree) -> Iterator[Any]:
    """Yield the errors but those of a key that is only missing because it is mistyped."""
    paths = [(each, _written_path(tuple(each["loc"]), tree)) for each in details]
    mistyped = {_meant(path) for each, path in paths if each["type"] == "extra_forbidden"}
    yield from (each for each, path in paths if path not in mistyped)


def _without(tree: _Tree, refused: frozenset[KeyPath]) -> _Tree:
    return {
        key: tuple(part for part in parts if (key, part[id_field(key)]) not in refused) for key, parts in tree.items()
    }


def _is_list(name: str, written: str) -> bool:
    return (written in id_lists() and name != written) or (name in id_lists() and name != "chapters")


def _plain(words: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, str]]:
    return {language: dict(texts) for language, texts in words.items()}


def _parts(table: str, written: Mapping[str, Any] | None) -> tuple[dict[str, Any], ...]:
    """Turn a table keyed by id into parts that know their id."""
    return tuple({id_field(table): id, **_frozen(part)} for id, part in (written or {}).items())


def _frozen(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_frozen(item) for item in value)
    if isinstance(value, dict):
        return {key: _frozen(item) for key, item in value.items()}
    return value


def _refused(detail: Any, tree: Mapping[str, Any], places: FaultPlaces, sheets: tuple[Sheet, ...]) -> Problem:
    """Return our problem for an error of the models."""
    path = _written_path(tuple(detail["loc"]), tree)
    kind, value = str(detail["type"]), detail["input"]
    if kind == "missing":
        said = message(N_("'{table}' has no '{key}', which it needs"), table=dotted(path[:-1]), key=str(path[-1]))
        return places.placed(Fault(code=Code.MISSING, path=path[:2], said=said, is_key=True))
    if kind == "extra_forbidden":
        return places.placed(_no_key(path))
    expected = str(detail.get("ctx", {}).get("expected", ""))
    if kind == "literal_error" and "'" not in expected:  # numbers, not words
        said = message(N_("'{key}' is {written}"), key=dotted(path), written=str(value)[:40])
        help = message(N_("allowed: {words}"), words=expected)
        return places.placed(Fault(code=Code.NUMBER, path=path, said=said, help=help))
    field = next((str(step) for step in path[2:] if step in _FORMS), "")
    if field and kind not in ("tuple_type", "missing"):
        return places.placed(Fault(code=Code.MARK, path=path, said=_unreadable(path, value), help=_form(field)))
    return value_problem(kind, value, path, Places(*sheets), expected)


def _unreadable(path: KeyPath, value: object) -> Message:
    return message(N_("'{key}' cannot be read: {written}"), key=dotted(path), written=f'"{str(value)[:60]}"')


def _form(field: str) -> Message:
    return message(_FORMS[field], right='"07:45"') if field == "at" else message(_FORMS[field])


def _meant(path: KeyPath) -> KeyPath:
    """Return the path that a key which is none was probably meant to be: nothing else shall miss it."""
    return (*path[:-1], nearest(str(path[-1]), _allowed_at(path)) or "")


def _allowed_at(path: KeyPath) -> tuple[str, ...]:
    return tuple(name for name in _fields_of(path) if name != id_field(str(path[0])))


def _no_key(path: KeyPath) -> Fault:
    fields = _allowed_at(path)
    said = message(N_("'{table}' has no key '{key}'"), table=dotted(path[:-1]), key=str(path[-1])[:80])
    help = did_you_mean(nearest(str(path[-1]), fields)) or one_of(fields)
    return Fault(code=Code.KEY, path=path, said=said, help=help, is_key=True)


def _fields_of(path: KeyPath) -> tuple[str, ...]:
    """Return what the part at a path knows: `tasks.x.y`, `agendas.x.points.0.y`."""
    model: Any = Playbook
    for step in path[:-1]:
        fields = getattr(model, "model_fields", {})
        if step in fields:
            model = next(iter(getattr(fields[str(step)].annotation, "__args__", ())), model)
    return tuple(getattr(model, "model_fields", {}))


def _written_path(path: tuple[int | str, ...], tree: Mapping[str, Any]) -> KeyPath:
    """Return a path of the models as the file writes it: the id instead of the number of a part."""
    if len(path) > 1 and path[0] in tree and isinstance(path[1], int):
        part = tree[str(path[0])][path[1]]
        return (path[0], str(part[id_field(str(path[0]))]), *path[2:])
    return path
