"""Two clocks: one runs always, the other only while somebody works. How far they can fall apart."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from rollout_kit.calendars.times import Minute, Times


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """How long somebody waits who asks at `asked_at`, in minutes of real time."""

    asked_at: Minute
    minutes: int

    @property
    def answered_at(self) -> Minute:
        """When it is over."""
        return self.asked_at + self.minutes


class BusinessClock:
    """A clock that stands still while `opening` has no time. Durations are in minutes on it."""

    def __init__(self, opening: Times) -> None:
        self._opening = opening
        self._starts = [start for start, _ in opening.stretches]
        self._before = [0, *accumulate(end - start for start, end in opening.stretches)]

    def reading(self, minute: Minute) -> int:
        """Return how many minutes the clock has run at a moment, since the beginning of its opening."""
        index = bisect_right(self._starts, minute) - 1
        if index < 0:
            return 0
        start, end = self._opening.stretches[index]
        return self._before[index] + min(minute, end) - start

    def after(self, minute: Minute, duration: int) -> Minute | None:
        """Return when the clock has run for a duration since a moment; None where its opening ends before.

        Nothing takes no time at all; what takes time and is asked for at night begins in the morning.
        """
        if duration <= 0:
            return minute
        target = self.reading(minute) + duration
        index = bisect_left(self._before, target) - 1
        if index >= len(self._opening.stretches):
            return None
        start, _ = self._opening.stretches[index]
        return start + target - self._before[index]

    def longest(self, asked: Times, duration: int) -> Wait | None:
        """Return the longest that anybody waits who asks within `asked`, for what takes `duration` on this clock.

        Of several moments the first. None where nobody asks, or where one who asks is not served before the opening's
        end: then no wait can be told, and the caller looks at too short a time.
        """
        worst: Wait | None = None
        for moment in self._turns(asked, duration):
            done = self.after(moment, duration)
            if done is None:
                return None
            if worst is None or done - moment > worst.minutes:
                worst = Wait(asked_at=moment, minutes=done - moment)
        return worst

    def _turns(self, asked: Times, duration: int) -> Iterator[Minute]:
        """Yield the moments at which a wait can be longest.

        While the clock stands, a wait shrinks minute by minute; while it runs, it stays the same, until so little is
        left of the opening that the rest falls behind the gap. So it is longest where asking begins, where the clock
        stops, or one minute too late for being served before it stops.
        """
        moments = {start for start, _ in asked.stretches}
        for _, end in self._opening.stretches:
            moments.add(end)
            latest = self._latest(end, duration)
            if latest is not None:
                moments.add(latest + 1)
        yield from sorted(moment for moment in moments if moment in asked)

    def _latest(self, end: Minute, duration: int) -> Minute | None:
        """Return the last moment from which the clock runs for a duration until it stops at `end`."""
        target = self.reading(end) - duration
        if duration <= 0 or target < 0:
            return None
        index = bisect_right(self._before, target) - 1
        start, _ = self._opening.stretches[index]
        return start + target - self._before[index]


def longest_gap(needed: Times, covered: Iterable[Times]) -> Times:
    """Return what is needed and covered by none."""
    left = needed
    for each in covered:
        left = left - each
    return left
