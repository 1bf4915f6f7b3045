"""What is wrong with a playbook as a whole, and where in its files that is to be seen."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rollout_kit.description.nearest import nearest
from rollout_kit.description.problems import Code, did_you_mean, one_of, problem
from rollout_kit.description.source_map import Places, Sheet
from rollout_kit.finding import KeyPath, Position, Problem, dotted
from rollout_kit.message import N_, Message, message
from rollout_kit.playbook.layer import Layer
from rollout_kit.playbook.shape import id_lists

_FEW = 12  # house value: more names than this are not listed in a remedy


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A fault and the path it is about: of the structure, or of the words where `language` says of which."""

    code: Code
    path: KeyPath
    said: Message
    help: Message | None = None
    language: str = ""
    is_key: bool = False
    name: str = ""  # what is not known
    meant: str = ""  # the key that was probably meant

    def is_about(self, entries: frozenset[KeyPath]) -> bool:
        """Tell whether it only follows from entries that were refused: it misses one, or is about its words."""
        return self.code is not Code.BRACE and (
            self.path[:2] in entries
            or self.path[:1] in entries
            or any(self.name.rpartition(":")[2] == entry[-1] for entry in entries)
        )


def unknown(path: KeyPath, named: Iterable[str], known: Iterable[str], code: Code = Code.REFERENCE) -> Iterator[Fault]:
    """Yield a fault for each name of a list that is not known."""
    allowed = tuple(dict.fromkeys(known))
    for index, name in enumerate(named):
        if name not in allowed:
            said = message(N_("{key} names {name}, which is not known"), key=dotted(path), name=name[:80] or '""')
            yield Fault(code=code, path=(*path, index), said=said, help=suggested(name, allowed), name=name)


def suggested(name: str, allowed: Sequence[str]) -> Message | None:
    """Return the remedy that offers what was probably meant, or the few things that there are."""
    return did_you_mean(nearest(name, allowed)) or (one_of(tuple(allowed)) if 0 < len(allowed) <= _FEW else None)


class FaultPlaces:
    """Where faults stand in the layers of a playbook, the topmost first.

    A fault of an entry that no layer with places has is shown at what brought it about: `drop`, or `extends`.
    """

    def __init__(self, layers: Sequence[Layer]) -> None:
        shown = [layer for layer in layers if any(sheet.text for sheet in layer.sheets[""])] or list(layers)
        self._structure = tuple(sheet for layer in shown for sheet in layer.sheets[""])
        self._words = {
            language: tuple(sheet for layer in shown for sheet in layer.sheets.get(language, ()))
            for layer in shown
            for language in layer.sheets
        }
        self._layers = layers

    def placed(self, fault: Fault) -> Problem:
        """Return a fault as a problem with its place."""
        return problem(fault.code, fault.path, self._place(fault), fault.said, fault.help)

    def has(self, path: KeyPath) -> bool:
        """Tell whether a path of the structure is written in one of the layers that have places."""
        return any(path in sheet.spans for sheet in self._structure)

    def _place(self, fault: Fault) -> Position:
        if fault.language:
            return self._word(fault)
        path = fault.path
        # The items of a merged list are not counted as in the file.
        entry = path[:1] if path[:1] and path[0] in id_lists() else path[:2]
        if not self.has(entry):
            return _at(self._structure, self._cause(fault), 1)
        return _at(self._structure, fault, 1 if len(entry) == 1 else len(path))

    def _word(self, fault: Fault) -> Position:
        """Return the place of a text; a chapter is a file of its own, told at its beginning."""
        language, _, is_chapter = fault.language.partition("/")
        if is_chapter:
            key = str(fault.path[0])
            holder = next((one for one in self._layers if key in one.chapters.get(language, ())), self._layers[0])
            return Position(file=f"{holder.name}/{fault.language}/{key}.md", line=1, column=1)
        if sheets := self._words.get(language, ()):
            return _at(sheets, fault, len(fault.path))
        return Position(file=f"{self._layers[0].name}/{language}", line=1, column=1)

    def _cause(self, fault: Fault) -> Fault:
        key = "drop" if self.has(("drop",)) else "extends"
        return Fault(code=fault.code, path=(key,), said=fault.said)


def _at(sheets: Sequence[Sheet], fault: Fault, depth: int) -> Position:
    places = Places(*sheets)
    return places.key_at(fault.path[:depth]) if fault.is_key else places.at(fault.path[:depth])
