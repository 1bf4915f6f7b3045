"""How much room a checklist sheet has: ruled lines give way, so that nothing reaches its foot."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from rollout_kit.document import Checklist, Field, Group, Heading, Node
from rollout_kit.render.charts.widths import width

_HEIGHTS_MM = {"A4": 277.0, "Letter": 259.0}
_TOP_MM = 14.0  # title between the upper marks
_FOOT_MM = 24.0  # code, and three millimetres above it
_HEADING_MM = 14.7  # with its rule and what is around it
_LINE_MM = 9.5
_DECISION_MM = {"A4": 22.4, "Letter": 19.6}
_SIGNATURE_MM = 22.6
_DONE_MM = 16.0
_OTHER_MM = 6.0
_LEAST_LINES = 1
_DECIDER_MM, _LARGE = 31.0, 12  # the column of who decides, and its type in points


def is_long_name(name: str) -> bool:
    """Whether who decides has to be written in smaller type: two lines of the larger one would reach the line below."""
    return width(name, _LARGE) > _DECIDER_MM


def fitted(children: Sequence[Node], paper: Literal["A4", "Letter"]) -> list[Node]:
    """Return what stands below the title of a sheet, with ruled lines taken away where all would not fit."""
    room = _HEIGHTS_MM[paper] - _TOP_MM - _FOOT_MM - sum(_height(child, paper) for child in children)
    missing = max(0, -int(room // _LINE_MM)) if room < 0 else 0
    found: list[Node] = []
    for child in children:
        if isinstance(child, Field) and child.kind == "ruled" and missing:
            spare = min(missing, max(0, child.lines - _LEAST_LINES))
            missing -= spare
            found.append(replace(child, lines=child.lines - spare))
        else:
            found.append(child)
    return found


def _height(node: Node, paper: Literal["A4", "Letter"]) -> float:
    match node:
        case Heading():
            return _HEADING_MM
        case Checklist(decisions=decisions, attendees=attendees, items=items):
            return _DECISION_MM[paper] * len(decisions) + _LINE_MM * (len(attendees) + len(items))
        case Field(kind="ruled", lines=lines):
            return _LINE_MM * lines
        case Field():
            return _LINE_MM
        case Group(role="signatures"):
            return _SIGNATURE_MM
        case Group(role="done"):
            return _DONE_MM
        case Group(children=children):
            return sum(_height(child, paper) for child in children)
        case _:
            return _OTHER_MM
