"""Notes in the margin: which text stands beside which note, and how much room a note needs."""

from collections.abc import Sequence
from dataclasses import dataclass

from rollout_kit.document import Node, Note, Spans
from rollout_kit.render.charts.widths import POINT_MM, lines

_COLUMN_MM = 36.0
_POINTS = 8
_LINE_MM = _POINTS * 1.4 * POINT_MM
_AROUND_MM = 4.0  # rule and padding above, room below
_MARK = "xxx "  # a mark is about as wide


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Notes and the nodes beside them. The band is never lower than its notes, so no two notes meet."""

    notes: tuple[Note, ...]
    nodes: tuple[Node, ...]

    @property
    def least_mm(self) -> float:
        """The height of the notes as measured."""
        return round(sum(_height(note) for note in self.notes), 1)


def bands(children: Sequence[Node]) -> list[Band]:
    """Return the children of a noted group, parted where a note stands; notes in a row share a band."""
    found: list[Band] = []
    notes: list[Note] = []
    nodes: list[Node] = []
    for child in children:
        if isinstance(child, Note) and nodes:
            found.append(Band(notes=tuple(notes), nodes=tuple(nodes)))
            notes, nodes = [], []
        if isinstance(child, Note):
            notes.append(child)
        else:
            nodes.append(child)
    if notes or nodes:
        found.append(Band(notes=tuple(notes), nodes=tuple(nodes)))
    return found


def _height(note: Note) -> float:
    return _AROUND_MM + _LINE_MM * sum(lines(_words(spans), _COLUMN_MM, _POINTS, bold=True) for spans in note.lines)


def _words(spans: Spans) -> str:
    return "".join((_MARK if span.mark else "") + span.text for span in spans)
