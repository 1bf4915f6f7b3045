"""Opens playbooks: the shipped ones by name, a company's own from the texts of the project folder.

Both are read, merged with what they extend and checked by the same code. A shipped one is sound, so its places are
looked up only where it is not; everything wrong with an own one is told at once, with places.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path, PurePosixPath

from rollout_kit import resources
from rollout_kit.description.named_files import is_folder
from rollout_kit.description.nearest import nearest
from rollout_kit.description.problems import Code, did_you_mean, one_of, problem
from rollout_kit.description.read import read
from rollout_kit.description.source_map import Places, Sheet
from rollout_kit.errors import RolloutKitError
from rollout_kit.finding import Problem
from rollout_kit.message import N_, Message, message
from rollout_kit.playbook.build import built
from rollout_kit.playbook.faults import FaultPlaces
from rollout_kit.playbook.layer import STRUCTURE, Layer, Reader, quickly, read_layer
from rollout_kit.playbook.merge import Merged, alone, merged, unknown_drops
from rollout_kit.playbook.model import Playbook
from rollout_kit.playbook.references import reference_faults
from rollout_kit.playbook.shape import entries
from rollout_kit.playbook.soundness import own_faults, shipped_faults
from rollout_kit.playbook.wording import Words

DEFAULT_PLAYBOOK = "managed-service"


@dataclass(frozen=True, kw_only=True)
class Opened:
    """What came of opening a playbook: it, or its problems; `sheets` are the files that they stand in."""

    playbook: Playbook | None
    merged: Merged
    problems: tuple[Problem, ...] = ()
    own: tuple[str, ...] = ()  # the folders of the project that it is made of
    is_half_known: bool = False  # a file of it, or what it extends, could not be read

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """Return the files of the playbook's own layers."""
        return tuple(sheet for layer in self.merged.layers for sheets in layer.sheets.values() for sheet in sheets)

    def ids(self, table: str) -> tuple[str, ...]:
        """Return the ids of a table or list, known even where the playbook has problems."""
        refused = (str(id) for layer in self.merged.layers for key, *ids in sorted(layer.refused) for id in ids
                   if key == table)  # fmt: skip
        return tuple(dict.fromkeys((*(id for key, id in entries(self.merged.structure) if key == table), *refused)))

    @property
    def sound(self) -> Playbook:
        """Return the playbook; there is one where there are no problems."""
        assert self.playbook is not None
        return self.playbook

    def lacking_words(self, tag: str) -> int:
        """Return how many texts and chapters of its own folders a document in that language takes from another one."""
        near = {tag, tag.partition("-")[0]}
        count = 0
        for layer in (layer for layer in self.merged.layers if layer.name in self.own):
            for words in (layer.texts, layer.chapters):
                there = {key for language in near for key in words.get(language, ())}
                count += len({key for texts in words.values() for key in texts} - there)
        return count

    def tasks_per(self, each: str) -> tuple[str, ...]:
        """Return the ids of the tasks that there are once per site, or once per session."""
        return tuple(id for id, task in self.merged.structure.get("tasks", {}).items() if task.get("per") == each)


def load_playbook(name: str) -> Playbook:
    """Return a shipped playbook, checked; raises `KeyError` for a name that is none."""
    return _open_shipped(name).sound


@cache
def shipped_playbooks() -> tuple[str, ...]:
    """Return the names of the shipped playbooks, sorted."""
    return tuple(sorted(place.parent.name for place in resources.playbooks().glob(f"*/{STRUCTURE}")))


def read_playbook(folder: Path) -> Playbook:
    """Return the playbook of a folder to be shipped.

    Raises:
        RolloutKitError: it is not sound; names the first fault with its place.
    """
    return _sound(folder).sound


@cache
def _open_shipped(name: str) -> Opened:
    if name not in shipped_playbooks():
        raise KeyError(name)
    return _sound(resources.playbooks() / name)


def _sound(folder: Path) -> Opened:
    opened = _shipped(folder, quickly)
    if not opened.problems:
        return opened
    first = _shipped(folder, read).problems[0]
    place = f"{first.position.file}:{first.position.line}:{first.position.column}"
    raise RolloutKitError(message(N_("{file}: {fault}"), file=place, fault=first.message), help=first.help)


def open_playbook(name: str, contents: Mapping[str, bytes]) -> Opened:
    """Return a shipped playbook by its name, or one of a folder of the project from the project's texts.

    Raises:
        KeyError: there is none of that name, and no such folder holds one.
    """
    if not is_folder(name):
        return _open_shipped(name)
    chain = _Chain(contents)
    whole = chain.merged(_home(name), ())
    if whole is None:
        raise KeyError(name)
    own = [layer for layer in whole.layers if layer.name in chain.homes]
    if chain.is_broken:  # what could not be read would be missed everywhere else
        names = tuple(layer.name for layer in own)
        return Opened(playbook=None, merged=whole, problems=tuple(chain.problems), own=names, is_half_known=True)
    return _checked(whole, chain.problems, own=own)


def _shipped(folder: Path, reader: Reader) -> Opened:
    whole = _merged_folder(folder, reader)
    told = [problem for layer in whole.layers for problem in layer.problems]
    return _checked(whole, told, own=[])


def _checked(whole: Merged, problems: Iterable[Problem], own: list[Layer]) -> Opened:
    places = FaultPlaces(whole.layers)
    told = list(problems)
    playbook, refused, problems_of_parts = built(whole, places)
    refused = refused.union(*(layer.refused for layer in whole.layers))
    told += problems_of_parts
    if playbook is not None:
        words = own_faults(playbook, own, _known_words(whole, own)) if own else shipped_faults(playbook)
        told += [places.placed(fault) for fault in (*reference_faults(playbook), *words) if not fault.is_about(refused)]
    names = tuple(layer.name for layer in own)
    return Opened(playbook=None if told else playbook, merged=whole, problems=tuple(told), own=names)


def _known_words(whole: Merged, own: list[Layer]) -> Words:
    """Return the words by which the parameters of every kind of text are known: those of the shipped layers."""
    known = {language: dict(texts) for language, texts in _open_shipped(DEFAULT_PLAYBOOK).merged.texts.items()}
    for layer in reversed([layer for layer in whole.layers if layer not in own]):
        for language, texts in layer.texts.items():
            known.setdefault(language, {}).update(texts)
    return known


def _merged_folder(folder: Path, reader: Reader) -> Merged:
    layer = read_layer(folder.name, _files(folder), reader)
    base = layer.structure.get("extends")
    if base is None:
        return alone(layer)
    below = _merged_folder(resources.playbooks() / base, reader)
    told = (*layer.problems, *unknown_drops(below.structure, layer))
    return merged(below, replace(layer, problems=told))


def _files(folder: Path) -> dict[str, bytes]:
    found = [path for pattern in ("*.toml", "*/*.toml", "*/chapters/*.md") for path in sorted(folder.glob(pattern))]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def _home(name: str) -> str:
    return PurePosixPath(name).as_posix()


class _Chain:
    """The folders of the project that a playbook is made of, each read once."""

    def __init__(self, contents: Mapping[str, bytes]) -> None:
        self.contents = contents
        self.problems: list[Problem] = []
        self.homes: list[str] = []
        self.is_broken = False

    def merged(self, home: str, above: tuple[str, ...]) -> Merged | None:
        """Return a folder over what it extends; None where it holds no playbook."""
        files = {name[len(home) + 1 :]: text for name, text in self.contents.items() if name.startswith(f"{home}/")}
        if STRUCTURE not in files:
            return None
        layer = read_layer(home, files)
        self.homes.append(home)
        self.problems += layer.problems
        self.is_broken |= layer.is_broken
        base = self._base(layer, (*above, home))
        if self.is_broken:
            return merged(base or _open_shipped(DEFAULT_PLAYBOOK).merged, layer)
        below = base.structure if base is not None else {}
        self.problems += unknown_drops(below, layer)
        return alone(layer) if base is None else merged(base, layer)

    def _base(self, layer: Layer, trail: tuple[str, ...]) -> Merged | None:
        name = layer.structure.get("extends")
        if name is None:
            return None
        if not is_folder(name):
            if name in shipped_playbooks():
                return _open_shipped(name).merged
        elif _home(name) in trail:
            circle = " → ".join((*trail, _home(name)))
            said = message(N_("playbooks extend each other in a circle: {circle}"), circle=circle)
            self._tell(layer, Code.EXTENDS, said)
            return None
        elif (base := self.merged(_home(name), trail)) is not None:
            return base
        self._tell(layer, Code.PLAYBOOK, message(N_("there is no playbook '{name}'"), name=name[:80]), name)
        return None

    def _tell(self, layer: Layer, code: Code, said: Message, name: str = "") -> None:
        self.is_broken = True
        known = shipped_playbooks()
        help = did_you_mean(nearest(name, known)) or (one_of(known) if name else None)
        place = Places(*layer.sheets[""]).at(("extends",))
        self.problems.append(problem(code, ("extends",), place, said, help))
