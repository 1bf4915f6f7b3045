"""How much room words take, roughly: enough to keep a line one line and a page one page before it is drawn.

Widths are in em of the type size. They are those of Noto Sans rounded up by class of letter, so that a text which
fits by this reckoning fits on paper; a bold text is a little wider.
"""

import math
from itertools import accumulate, takewhile
from unicodedata import east_asian_width

MM_PER_POINT = 25.4 / 72
BOLD = 1.03
WORTH_A_WORD = 0.75  # of a line must remain, else it is cut within the word

_NARROW = frozenset("iljtf.,:;'’!|()[] \u00a0-/I")
_WIDE = frozenset("mwMW@%&—…")


def width_em(text: str) -> float:
    """Return the width of a text in em."""
    return sum(_letter(letter) for letter in text)


def fitted(text: str, millimetres: float, points: float, *, is_bold: bool = False) -> str:
    """Return the text on one line of that width: cut, at a word if that costs little, and ended with an ellipsis."""
    room = millimetres / (points * MM_PER_POINT) / (BOLD if is_bold else 1)
    if width_em(text) <= room:
        return text
    widths = accumulate(map(_letter, text), initial=width_em("…"))
    kept = text[: max(sum(1 for _ in takewhile(lambda width: width <= room, widths)) - 1, 0)]
    at = kept.rfind(" ")
    is_mid_word = not text[len(kept) :].startswith(" ")
    return (kept[:at] if is_mid_word and at > len(kept) * WORTH_A_WORD else kept).rstrip(" ,;:–") + "…"


def lines_of(text: str, millimetres: float, points: float, *, is_bold: bool = False) -> int:
    """Return how many lines a text takes, at least 1; words that break early are allowed for by a tenth."""
    room = max(millimetres / (points * MM_PER_POINT) / (BOLD if is_bold else 1), 1.0)  # one letter, however narrow
    return max(1, math.ceil(width_em(text) * 1.1 / room)) if width_em(text) > room else 1


def _letter(letter: str) -> float:
    if letter in _NARROW:
        return 0.36 if letter in "-/I" else 0.29
    if letter in _WIDE or east_asian_width(letter) in "WF":
        return 1.0
    return 0.68 if letter.isupper() else 0.575
