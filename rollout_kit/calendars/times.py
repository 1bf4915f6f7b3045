"""Sets of real time: hours of two houses in two zones, over dates on which clocks may change, meet in one of these."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from functools import cached_property

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MINUTE = timedelta(minutes=1)

Minute = int
"""Minutes since the beginning of 1970, UTC."""


def minute_of(moment: datetime) -> Minute:
    """Return the minute in which a moment with its zone lies."""
    return (moment - EPOCH) // MINUTE


def moment_of(minute: Minute, zone: tzinfo) -> datetime:
    """Return the beginning of a minute on the clocks of a zone."""
    return (EPOCH + minute * MINUTE).astimezone(zone)


@dataclass(frozen=True)
class Times:
    """A set of minutes, as half-open stretches that are ordered, not empty, and touch nowhere; made by `of`."""

    stretches: tuple[tuple[Minute, Minute], ...] = ()

    @classmethod
    def of(cls, stretches: Iterable[tuple[Minute, Minute]]) -> "Times":
        """Return the set of all stretches, which may come in any order and overlap."""
        joined: list[tuple[Minute, Minute]] = []
        for start, end in sorted(stretch for stretch in stretches if stretch[0] < stretch[1]):
            if joined and start <= joined[-1][1]:
                joined[-1] = (joined[-1][0], max(joined[-1][1], end))
            else:
                joined.append((start, end))
        return cls(tuple(joined))

    def __bool__(self) -> bool:
        return bool(self.stretches)

    def __contains__(self, minute: Minute) -> bool:
        index = bisect_right(self._starts, minute) - 1
        return index >= 0 and minute < self.stretches[index][1]

    def __or__(self, other: "Times") -> "Times":
        return Times.of((*self.stretches, *other.stretches))

    def __and__(self, other: "Times") -> "Times":
        return Times(tuple(_shared(self.stretches, other.stretches)))

    def __sub__(self, other: "Times") -> "Times":
        return Times(tuple(_without(self.stretches, other.stretches)))

    def between(self, first: Minute, end: Minute) -> "Times":
        """Return the part from `first` on and before `end`."""
        return self & Times(((first, end),) if first < end else ())

    @cached_property
    def minutes(self) -> int:
        """How many minutes there are."""
        return sum(end - start for start, end in self.stretches)

    @cached_property
    def longest(self) -> tuple[Minute, Minute] | None:
        """The longest stretch, the first of several; None of an empty set."""
        return max(self.stretches, key=lambda stretch: stretch[1] - stretch[0], default=None)

    @cached_property
    def _starts(self) -> tuple[Minute, ...]:
        return tuple(start for start, _ in self.stretches)


Stretches = tuple[tuple[Minute, Minute], ...]


def _shared(one: Stretches, other: Stretches) -> Iterator[tuple[Minute, Minute]]:
    i = j = 0
    while i < len(one) and j < len(other):
        start, end = max(one[i][0], other[j][0]), min(one[i][1], other[j][1])
        if start < end:
            yield start, end
        if one[i][1] < other[j][1]:
            i += 1
        else:
            j += 1


def _without(one: Stretches, other: Stretches) -> Iterator[tuple[Minute, Minute]]:
    j = 0
    for start, end in one:
        while j < len(other) and other[j][1] <= start:
            j += 1
        left, k = start, j
        while k < len(other) and other[k][0] < end:
            if left < other[k][0]:
                yield left, other[k][0]
            left = max(left, other[k][1])
            k += 1
        if left < end:
            yield left, end
