"""A change below a name that the file lacks: mostly a slip of the finger, not the beginning of a new table."""

from collections.abc import Sequence

from rollout_kit.description.nearest import nearest
from rollout_kit.description.problems import Code, did_you_mean, problem
from rollout_kit.description.rollout import Rollout
from rollout_kit.description.section import Section
from rollout_kit.description.shape import IDS, Kind, Slot, slots
from rollout_kit.description.source_map import Places
from rollout_kit.finding import KeyPath, Problem, dotted
from rollout_kit.message import N_, Message, message

_FEW = 12  # house value: more names than this are not listed in a remedy
_UNKNOWN = {
    "people": N_("there is no person '{name}'"),
    "teams": N_("there is no team '{name}'"),
    "vendors": N_("there is no vendor '{name}'"),
    "sites": N_("there is no site '{name}'"),
    "rooms": N_("there is no room '{name}'"),
}
_ELSEWHERE = N_("there is no '{name}' in [{section}]")


def with_unknown_names(problems: Sequence[Problem], before: Places) -> tuple[Problem, ...]:
    """Return the problems of a changed description; what a new table lacks is told as a name that nothing has.

    `before` holds the places of the description without the changes, in all its files.
    """
    told: list[Problem] = []
    unknown: set[KeyPath] = set()
    for one in problems:
        table = _table_of_names(one.path) if one.code == Code.MISSING.value and not before.has(one.path) else None
        if table is None:
            told.append(one)
        elif one.path not in unknown:  # it may lack several keys
            unknown.add(one.path)
            told.append(_unknown(one, table, before))
    return tuple(told)


def _table_of_names(path: KeyPath) -> Slot | None:
    """Return the table whose keys are names that somebody chose, where the path is that of one of them."""
    slot: Slot | None = None
    model: type[Section] = Rollout
    for part in path[:-1]:
        slot = slots(model).get(str(part))
        if slot is None:
            return None
        model = slot.model
    is_chosen = slot is not None and slot.kind is Kind.BY_ID and slot.name not in IDS
    return slot if is_chosen else None


def _unknown(one: Problem, table: Slot, before: Places) -> Problem:
    section = dotted(one.path[:-1])
    said = message(_UNKNOWN.get(section, _ELSEWHERE), name=str(one.path[-1])[:80], section=section)
    return problem(Code.REFERENCE, one.path, one.position, said, _remedy(one.path, table, before))


def _remedy(path: KeyPath, table: Slot, before: Places) -> Message | None:
    known = _names_in(path[:-1], before)
    near = nearest(str(path[-1]), known)
    if near:
        return did_you_mean(near)
    needed = tuple(dotted((*path, key)) for key, slot in slots(table.model).items() if slot.is_required)
    if 0 < len(known) <= _FEW:
        return message(N_("there are: {names}; a new one needs {keys}"), names=", ".join(known), keys=needed)
    return message(N_("a new one needs {keys}"), keys=needed)


def _names_in(table: KeyPath, places: Places) -> tuple[str, ...]:
    length = len(table)
    paths = (path for sheet in places.sheets for path in sheet.spans)
    return tuple(dict.fromkeys(str(path[length]) for path in paths if len(path) > length and path[:length] == table))
