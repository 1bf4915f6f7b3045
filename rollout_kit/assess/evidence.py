"""What of a description is only proposed: pre-filled by `new` or a playbook, and confirmed by nobody yet.

`[evidence]` says it of a key path and all that lies below; a longer path overrules a shorter one.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, TypeVar

from rollout_kit.description.responsibilities import EvidenceLevel
from rollout_kit.description.rollout import Rollout
from rollout_kit.description.section import Keyed, Section
from rollout_kit.description.service_levels import ServiceLevels
from rollout_kit.description.shape import Kind, Slot, slots
from rollout_kit.description.sums import with_headcounts
from rollout_kit.finding import KeyPath

Path = tuple[str, ...]
_S = TypeVar("_S", bound=Section)
_NAMED_ELSEWHERE: tuple[KeyPath, ...] = (("people",), ("teams",), ("vendors",), ("sites",))
"""Tables whose items others name: an item that is only proposed keeps its name and nothing else."""
_ELSEWHERE: Mapping[type[Section], tuple[tuple[Path, Slot], ...]] = {
    Rollout: (
        (("rules", "severity"), Slot(name="severities", kind=Kind.PAIRS)),
        (("handbook", "chapters"), Slot(name="chapters", kind=Kind.BY_ID)),
    ),
    ServiceLevels: (((), Slot(name="priorities", kind=Kind.BY_ID)),),
}
"""Fields that stand elsewhere in the file than in their model."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmed:
    """A description without what is only proposed. `removed` are the items that were taken out of lists."""

    rollout: Rollout
    removed: tuple[KeyPath, ...] = ()

    def as_written(self, path: KeyPath) -> KeyPath:
        """Return a path within this description as it stands in the file, where the lists are whole."""
        found: list[str | int] = []
        for part in path:
            if isinstance(part, int):
                for gone in sorted(int(each[-1]) for each in self.removed if each[:-1] == tuple(found)):
                    part += gone <= part
            found.append(part)
        return tuple(found)


def level_of(rollout: Rollout, path: KeyPath) -> EvidenceLevel:
    """Return how far a path of the file is proven: what the longest path of `[evidence]` says, else declared."""
    return _Levels(rollout).at(_parts(path)) or "declared"


def is_proposed(rollout: Rollout, path: KeyPath) -> bool:
    """Whether a path of the file is only proposed."""
    return level_of(rollout, path) == "proposed"


def proposed_paths(rollout: Rollout) -> tuple[Path, ...]:
    """Return the paths that `[evidence]` calls proposed, in the order of the file."""
    return tuple(tuple(entry.id.split(".")) for entry in rollout.evidence if entry.level == "proposed")


def confirmed(rollout: Rollout) -> Confirmed:
    """Return a description as the rules judge it: what is only proposed counts as not said.

    Keys that a description must have stay, and so does a proposal where leaving it out would say something else: the
    tier, the length of the plan, the organisation of a person.
    """
    if not proposed_paths(rollout):
        return Confirmed(rollout=rollout)
    walk = _Walk(_Levels(rollout))
    kept = walk.section(_as_stated(rollout), ())
    rooms = {room.id for room in kept.rooms}
    trainings = [
        training if training.room in rooms else training.model_copy(update={"room": None})
        for training in kept.training or ()
    ]
    kept = kept if kept.training is None else kept.model_copy(update={"training": tuple(trainings)})
    return Confirmed(rollout=with_headcounts(kept), removed=tuple(walk.removed))


def _as_stated(rollout: Rollout) -> Rollout:
    """Return a description without the headcounts and sites that only follow from what else it says."""
    sites = with_headcounts(_without(rollout, "sites", "users")).sites
    people = with_headcounts(_without(rollout, "people", "site")).people
    training = with_headcounts(_without(rollout, "training", "people")).training
    changes = {
        "sites": _differing(rollout.sites, sites, "users"),
        "people": _differing(rollout.people, people, "site"),
        "training": rollout.training and _differing(rollout.training, training or (), "people"),
    }
    return rollout.model_copy(update=changes)


def _without(rollout: Rollout, table: str, key: str) -> Rollout:
    items = getattr(rollout, table)
    return rollout.model_copy(update={table: items and tuple(item.model_copy(update={key: None}) for item in items)})


def _differing(stated: Any, derived: Any, key: str) -> tuple[Any, ...]:
    pairs = zip(stated, derived, strict=True)
    return tuple(
        one.model_copy(update={key: None}) if getattr(one, key) == getattr(other, key) else one for one, other in pairs
    )


class _Levels:
    """The levels of `[evidence]` by path."""

    def __init__(self, rollout: Rollout) -> None:
        self._by_path: dict[Path, EvidenceLevel] = {
            tuple(entry.id.split(".")): entry.level for entry in rollout.evidence
        }

    def at(self, path: Path) -> EvidenceLevel | None:
        """Return the level of the longest path that leads here."""
        lengths = range(len(path), 0, -1)
        return next((self._by_path[path[:n]] for n in lengths if path[:n] in self._by_path), None)

    def below(self, path: Path) -> bool:
        """Whether something below has a level of its own."""
        return any(len(each) > len(path) and each[: len(path)] == path for each in self._by_path)


class _Walk:
    """Takes out of a description what is only proposed, and notes what it took out of lists."""

    def __init__(self, levels: _Levels) -> None:
        self._levels = levels
        self.removed: list[KeyPath] = []

    def section(self, held: _S, path: KeyPath) -> _S:
        """Return a table without its proposed keys."""
        model = type(held)
        own = (((*path, key), slot) for key, slot in slots(model).items() if slot.name in model.model_fields)
        elsewhere = (((*path, *keys), slot) for keys, slot in _ELSEWHERE.get(model, ()))
        changes: dict[str, Any] = {}
        for place, slot in (*own, *elsewhere):
            before = getattr(held, slot.name)
            after = before if before in (None, (), "") else self._field(held, before, slot, place)
            if after is not before:
                changes[slot.name] = after
        return held.model_copy(update=changes) if changes else held

    def _field(self, section: Section, held: Any, slot: Slot, path: KeyPath) -> Any:
        if self._is_settled(path):
            return held
        if slot.kind is Kind.TABLE and (slot.is_required or self._levels.below(_parts(path))):
            return self.section(held, path)
        take = self._ITEMS.get(slot.kind)
        if take is not None and (path in _NAMED_ELSEWHERE or self._levels.below(_parts(path))):
            return take(self, held, path)
        return _unsaid(section, slot.name)

    def _is_settled(self, path: KeyPath) -> bool:
        """Whether neither this path nor anything below is proposed."""
        return not self._is_proposed(path) and not self._levels.below(_parts(path))

    def _is_proposed(self, path: KeyPath) -> bool:
        return self._levels.at(_parts(path)) == "proposed"

    def _by_id(self, items: tuple[Keyed, ...], path: KeyPath) -> tuple[Keyed, ...]:
        kept = [(item, (*path, item.id)) for item in items]
        return tuple(
            self.section(item, place) for item, place in kept if path in _NAMED_ELSEWHERE or not self._is_gone(place)
        )

    def _list(self, items: tuple[Section, ...], path: KeyPath) -> tuple[Section, ...]:
        places = [(item, (*path, index)) for index, item in enumerate(items)]
        self.removed += [place for _, place in places if self._is_gone(place)]
        return tuple(self.section(item, place) for item, place in places if not self._is_gone(place))

    def _pairs(self, items: tuple[tuple[str, object], ...], path: KeyPath) -> tuple[tuple[str, object], ...]:
        return tuple(pair for pair in items if not self._is_proposed((*path, pair[0])))

    def _is_gone(self, path: KeyPath) -> bool:
        return self._is_proposed(path) and not self._levels.below(_parts(path))

    _ITEMS: ClassVar[Mapping[Kind, Callable[..., Any]]] = {
        Kind.BY_ID: _by_id,
        Kind.TEXT_BY_ID: _by_id,
        Kind.LIST: _list,
        Kind.PAIRS: _pairs,
    }


def _unsaid(section: Section, name: str) -> Any:
    """Return what a field holds where the file says nothing; what it holds now if that would say something else."""
    field = type(section).model_fields[name]
    says_nothing = field.default in (None, (), "") or isinstance(field.default, Section)
    return getattr(section, name) if field.is_required() or not says_nothing else field.default


def _parts(path: KeyPath) -> Path:
    return tuple(str(part) for part in path)
