"""Breaches: when a missed target is a spike, and when the structure is outgrown.

Ten open days in a row that miss a target mean outgrown, from the first of them on; a shorter breach is a spike. Where
fewer than ten open days are looked at, it takes all of them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

OUTGROWN_DAYS = 10  # house value: two weeks, so that one bad Monday is none


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """Open days in a row on which a target is missed: indices of the first and the last, and how many they are.

    `is_outgrown`: too many for a spike.
    """

    first: int
    last: int
    open_days: int
    is_outgrown: bool


def enough_days(open_days: int) -> int:
    """Return how many open days in a row, of all that are looked at, mean outgrown."""
    return max(1, min(OUTGROWN_DAYS, open_days))


def breaches(missed: Sequence[bool], is_open: Sequence[bool]) -> Iterator[Breach]:
    """Yield the breaches in order; days on which the desk is closed neither end nor lengthen one."""
    enough = enough_days(sum(is_open))
    for days in _stretches(missed, is_open):
        yield Breach(first=days[0], last=days[-1], open_days=len(days), is_outgrown=len(days) >= enough)


def _stretches(missed: Sequence[bool], is_open: Sequence[bool]) -> Iterator[list[int]]:
    days: list[int] = []
    for index, is_missed in enumerate(missed):
        if not is_open[index]:
            continue
        if is_missed:
            days.append(index)
        elif days:
            yield days
            days = []
    if days:
        yield days
