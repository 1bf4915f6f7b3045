"""Notes in the margin: which text stands beside which note, and how much room a note needs."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from rollout_kit.document import Heading, Node, Note, Spans
from rollout_kit.render.charts.widths import POINT_MM, lines

_COLUMN_MM = 36.0
_POINTS = 8
_LINE_MM = _POINTS * 1.4 * POINT_MM
_AROUND_MM = 4.0  # rule and padding above, room below
_HEADING_MM = 10.0  # with the room above it
_Kind = TypeVar("_Kind", Heading, Note)

_MARK = "xxx "  # a mark is about as wide


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Headings, then notes in the margin, and the nodes beside them.

    A band is never lower than `least_mm`, so that its notes do not meet the notes of the next one.
    """

    headings: tuple[Heading, ...]
    notes: tuple[Note, ...]
    nodes: tuple[Node, ...]
    least_mm: float


def bands(children: Sequence[Node]) -> list[Band]:
    """Return the children of a noted group, parted where a note stands; notes in a row share a band.

    Headings right before a note begin its band: what they head stands below them, beside the note.
    """
    found: list[Band] = []
    rest = list(children)
    while rest:
        headings = _leading(rest, Heading)
        notes = _leading(rest, Note)
        nodes: list[Node] = []
        while rest and not _begins_band(rest):
            nodes.append(rest.pop(0))
        if not notes:
            nodes[:0], headings = headings, []
        # the next note stands below its headings, so their height need not be kept free twice
        below = next((place for place, node in enumerate(rest) if isinstance(node, Note)), 0)
        least = max(0.0, sum(_height(note) for note in notes) + _HEADING_MM * (len(headings) - below)) if notes else 0.0
        found.append(Band(headings=tuple(headings), notes=tuple(notes), nodes=tuple(nodes), least_mm=round(least, 1)))
    return found


def _leading(rest: list[Node], kind: type[_Kind]) -> list[_Kind]:
    taken: list[_Kind] = []
    while rest and isinstance(first := rest[0], kind):
        taken.append(first)
        rest.pop(0)
    return taken


def _begins_band(rest: Sequence[Node]) -> bool:
    first = next((node for node in rest if not isinstance(node, Heading)), None)
    return isinstance(first, Note)


def _height(note: Note) -> float:
    return _AROUND_MM + _LINE_MM * sum(lines(_words(spans), _COLUMN_MM, _POINTS, bold=True) for spans in note.lines)


def _words(spans: Spans) -> str:
    return "".join((_MARK if span.mark else "") + span.text for span in spans)
