"""What somebody probably meant: the nearest word of a list, German and French words included."""

import re
from collections.abc import Iterable

from rollout_kit.description.spelled import plain
from rollout_kit.description.vocabulary import FOREIGN_WORDS

_LONGEST = 60  # longer words are no slips of the finger


def nearest(written: str, words: Iterable[str], *, one_slip_in: int = 3) -> str | None:
    """Return the word that `written` stands for, None if none is near.

    First the same word in another spelling, then a German or French word for it, then the word that is
    fewest keystrokes away: at most one in `one_slip_in`, but always one.
    """
    allowed = list(words)
    same = _joined(written)
    for word in allowed:
        if _joined(word) == same:
            return word
    for english in FOREIGN_WORDS.get(same, ()):
        if english in allowed:
            return english
    if not 2 <= len(same) <= _LONGEST:
        return None
    near = []
    for word in allowed:
        limit = max(1, max(len(same), len(word)) // one_slip_in)
        distance = _distance(same, _joined(word), limit)
        if distance <= limit:
            near.append((distance, word))
    return min(near, key=lambda pair: pair[0])[1] if near else None


def _joined(text: str) -> str:
    """Return a word without capitals, accents and the signs that join words."""
    return re.sub(r"[- '’.]+", "_", plain(text.strip()))


def _distance(one: str, other: str, limit: int) -> int:
    """Return how many keystrokes apart two words are, swapped neighbours counted once; past the limit, anything."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, sign in enumerate(one, 1):
        current = [row]
        for column, target in enumerate(other, 1):
            cost = min(last[column] + 1, current[-1] + 1, last[column - 1] + (sign != target))
            if row > 1 and column > 1 and sign == other[column - 2] and one[row - 2] == target:
                cost = min(cost, before[column - 2] + 1)
            current.append(cost)
        before, last = last, current
        if min(*before, *last) > limit:
            return limit + 1
    return last[-1]
