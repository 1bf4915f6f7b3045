"""The marks of states. Circles judge, diamonds are findings, squares are work, dots are evidence.

The amount of ink is the amount of trouble, so a mark survives a copier; it is always followed by its word.
"""

from collections.abc import Callable
from functools import cache

from rollout_kit.document import Mark
from rollout_kit.render.charts.pen import Pen

_UNITS = 12  # a mark is drawn on a square of 12 units


@cache
def mark_svg(mark: Mark, word: str) -> str:
    """Return a mark as high as the type it stands in; `word` is its name in the tags of a PDF."""
    if mark in _DOTS:
        pen = Pen(17, 5)
        _dots(pen, _DOTS[mark])
        return pen.svg(word, css_class="mark dots", size='width="7.8mm" height="2.3mm"', is_hidden=True)
    pen = Pen(_UNITS, _UNITS)
    _SHAPES[mark](pen)
    return pen.svg(word, css_class="mark", size='width="3.2mm" height="3.2mm"', is_hidden=True)


_DOTS: dict[Mark, int] = {"proposed": 0, "declared": 1, "documented": 2, "tested": 3}


def _dots(pen: Pen, full: int) -> None:
    for place in range(3):
        pen.circle(2.5 + place * 6, 2.5, 1.9, fill="i" if place < full else "p", stroke="i", weight=0.7)


def _ready(pen: Pen) -> None:
    pen.circle(6, 6, 5.2, fill="p", stroke="i", weight=1.2)
    pen.path([(3.2, 6.2), (5.3, 8.4), (9, 3.8)], stroke="i", weight=1.5)


def _conditions(pen: Pen) -> None:
    pen.circle(6, 6, 5.2, fill="p", stroke="i", weight=1.2)
    left_half = [(6, 0.8), (4, 1.2), (2, 2.7), (0.9, 5), (0.9, 7), (2, 9.3), (4, 10.8), (6, 11.2)]
    pen.path(left_half, fill="i", is_closed=True)


def _not_ready(pen: Pen) -> None:
    pen.circle(6, 6, 5.8, fill="i")
    pen.rect(3, 5, 6, 2, fill="p")


def _too_little_known(pen: Pen) -> None:
    pen.circle(6, 6, 5.2, fill="p", stroke="i", weight=1.2, dash="1.8 1.4")
    # a question mark of lines: a letter would need a font inside the mark
    pen.path(
        [(4.4, 4.7), (4.9, 3.6), (6, 3.1), (7.1, 3.6), (7.5, 4.6), (7, 5.7), (6, 6.5), (6, 7.4)], stroke="i", weight=1.2
    )
    pen.circle(6, 9, 0.75, fill="i")


def _blocker(pen: Pen) -> None:
    pen.diamond(6, 6, 5.4, weight=1)


def _high(pen: Pen) -> None:
    pen.diamond(6, 6, 5.2, fill="p", weight=1.2)
    pen.path([(6, 0.8), (6, 11.2), (0.8, 6)], fill="i", is_closed=True)


def _medium(pen: Pen) -> None:
    pen.diamond(6, 6, 5.2, fill="p", weight=1.2)


def _low(pen: Pen) -> None:
    pen.diamond(6, 6, 2.4, fill="p", weight=1.2)


def _square(pen: Pen) -> None:
    pen.rect(1, 1, 10, 10, fill="p", stroke="i", weight=1.2)


def _in_work(pen: Pen) -> None:
    _square(pen)
    pen.path([(1, 11), (11, 11), (11, 1)], fill="i", is_closed=True)


def _waits(pen: Pen) -> None:
    _square(pen)
    pen.path([(3.2, 6), (8.6, 6)], stroke="i", weight=1.3)
    pen.path([(6.2, 3.6), (8.6, 6), (6.2, 8.4)], stroke="i", weight=1.3)


def _overdue(pen: Pen) -> None:
    pen.rect(0.6, 0.6, 10.8, 10.8, fill="i")
    pen.rect(5.1, 2.4, 1.8, 4.6, fill="p")
    pen.rect(5.1, 8, 1.8, 1.8, fill="p")


def _done(pen: Pen) -> None:
    pen.rect(1, 1, 10, 10, fill="p", stroke="m", weight=1)
    pen.path([(2.8, 6.2), (5.2, 8.8), (10.2, 1.6)], stroke="i", weight=1.7)


def _waived(pen: Pen) -> None:
    pen.rect(1, 1, 10, 10, fill="p", stroke="m", weight=1)
    pen.line((2, 10), (10, 2), stroke="i", weight=1.4)


def _not_applicable(pen: Pen) -> None:
    pen.line((2.5, 6), (9.5, 6), stroke="m", weight=1.4)


_SHAPES: dict[Mark, Callable[[Pen], None]] = {
    "ready": _ready,
    "conditions": _conditions,
    "not-ready": _not_ready,
    "too-little-known": _too_little_known,
    "blocker": _blocker,
    "high": _high,
    "medium": _medium,
    "low": _low,
    "open": _square,
    "in-work": _in_work,
    "waits": _waits,
    "overdue": _overdue,
    "done": _done,
    "waived": _waived,
    "not-applicable": _not_applicable,
}
