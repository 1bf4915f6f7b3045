"""Breaches: when a missed target is a spike, and when the structure is outgrown.

Ten open days in a row that miss a target mean outgrown, from the first of them on; a shorter breach is a spike.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

OUTGROWN_DAYS = 10  # house value: two weeks, so that one bad Monday is none


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """Open days in a row on which a target is missed: indices of the first and the last, and how many they are."""

    first: int
    last: int
    open_days: int

    @property
    def is_outgrown(self) -> bool:
        """Whether it is too long for a spike."""
        return self.open_days >= OUTGROWN_DAYS


def breaches(missed: Sequence[bool], is_open: Sequence[bool]) -> Iterator[Breach]:
    """Yield the breaches in order; days on which the desk is closed neither end nor lengthen one."""
    days: list[int] = []
    for index, is_missed in enumerate(missed):
        if not is_open[index]:
            continue
        if is_missed:
            days.append(index)
        elif days:
            yield Breach(first=days[0], last=days[-1], open_days=len(days))
            days = []
    if days:
        yield Breach(first=days[0], last=days[-1], open_days=len(days))
