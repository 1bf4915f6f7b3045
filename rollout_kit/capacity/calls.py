"""The calls of one day: how many are answered in time, who is busy, and how many more there could be."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from rollout_kit.capacity.answers import PhoneDay
from rollout_kit.capacity.channels import Line
from rollout_kit.capacity.defaults import OCCUPANCY_COUNTS_FROM
from rollout_kit.capacity.level import HALF_HOURS, HalfHours

SECONDS_AN_HOUR = 3600
NO_CALLS = (1.0, 0.0)
MOST_TIMES, HALVINGS = 10, 10  # powers of two between which calls are scaled, and steps to the last digit but one
FINEST = 9  # digits, so that the limit itself is not over it


@dataclass(frozen=True, slots=True, kw_only=True)
class Calls:
    """Calls of one day: hours of all who call; by half hour, the people they keep busy, and how many are served.

    `margin`: by how much the target is kept, and for days that are alike in this, fewer calls first.
    """

    phone: PhoneDay | None
    margin: tuple[float, float]
    offered_hours: float
    busy: list[float]
    served: list[float]


@dataclass(frozen=True, slots=True)
class Rush:
    """What comes to the phone on a day: calls and load by half hour, and who is there."""

    line: Line
    arrivals: Sequence[float]
    loads: Sequence[float]
    opening: HalfHours
    people: int
    most_occupancy: float

    def calls(self) -> Calls:
        """Return what becomes of them."""
        meeting = _Meeting(self.line, self.people)
        for place, number in enumerate(self.arrivals):
            meeting.half_hour(place, number, self.loads[place])
        channel, level = meeting.level()
        worst, worst_half_hour = meeting.worst(channel)
        target, occupancy = self.line.channels[channel].target.share, self._occupancy(meeting.busy)
        is_too_busy = self.people >= OCCUPANCY_COUNTS_FROM and round(occupancy, FINEST) > self.most_occupancy
        is_answered = level is not None and round(level, FINEST) >= target
        phone = PhoneDay(
            level=level, worst=worst, worst_half_hour=worst_half_hour, there=self.people, needed=tuple(meeting.needed),
            enough=self._enough(meeting.needed), occupancy=occupancy, is_met=is_answered and not is_too_busy,
        )  # fmt: skip
        offered = math.fsum(self.arrivals)
        spare = self.most_occupancy - occupancy if self.people >= OCCUPANCY_COUNTS_FROM else 1.0
        return Calls(
            phone=phone,
            margin=(min(-1.0 if level is None else level - target, spare), -offered),
            offered_hours=offered * self.line.handling_seconds / SECONDS_AN_HOUR,
            busy=meeting.busy,
            served=meeting.served,
        )

    def use(self) -> float:
        """Return how many times what people could take comes in: 1 divided by the most it may be multiplied with."""
        if not any(self.arrivals):
            return 0.0
        low, high = -MOST_TIMES, MOST_TIMES
        if not self._is_kept(2.0**low):
            return math.inf
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self._is_kept(2.0**middle) else (low, middle)
        least, most = 2.0**low, 2.0**high
        for _ in range(HALVINGS):
            half = (least + most) / 2
            least, most = (half, most) if self._is_kept(half) else (least, half)
        return 1 / least

    def _enough(self, needed: Sequence[int | None]) -> int | None:
        """Return the fewest people who keep the target of the day, where each half hour needs so many by itself."""
        known = [number for number in needed if number is not None]
        if len(known) < len(needed) or not self.most_occupancy:
            return None
        low, high = 0, max(known, default=0)
        if high >= OCCUPANCY_COUNTS_FROM:
            high = max(
                high, math.ceil(hours_of(self.loads, self.opening) * 60 / sum(self.opening) / self.most_occupancy)
            )
        while high - low > 1:
            middle = (low + high) // 2
            is_kept = replace(self, people=middle)._is_kept(1.0, is_exact=False)
            low, high = (low, middle) if is_kept else (middle, high)
        return high

    def _is_kept(self, times: float, *, is_exact: bool = True) -> bool:
        """Whether the target is kept with so many times the calls, and people are not too busy."""
        look_up = self.line.answered_exactly if is_exact else self.line.answered
        offered, levels, busy = math.fsum(self.arrivals), [0.0] * len(self.line.channels), [0.0] * HALF_HOURS
        for place, number in enumerate(self.arrivals):
            if number <= 0:
                continue
            per_hour = times * self.loads[place] * SECONDS_AN_HOUR / self.line.handling_seconds
            found = look_up(per_hour, self.people)
            if None in found.levels:
                return False
            busy[place] = found.busy
            levels = [total + number * (level or 0.0) for total, level in zip(levels, found.levels, strict=True)]
        is_busy = self.people >= OCCUPANCY_COUNTS_FROM and self._occupancy(busy) > self.most_occupancy
        shares = zip(levels, self.line.channels, strict=True)
        return not is_busy and all(round(level / offered, FINEST) >= one.target.share for level, one in shares)

    def _occupancy(self, busy: Sequence[float]) -> float:
        open_hours = sum(self.opening) / 60
        return hours_of(busy, self.opening) / (self.people * open_hours) if self.people else 0.0


@dataclass(slots=True)
class _Meeting:
    """What people on the phone meet through one day."""

    line: Line
    people: int
    busy: list[float] = field(default_factory=list)
    served: list[float] = field(default_factory=list)
    needed: list[int | None] = field(default_factory=list)
    levels: list[tuple[int, float, tuple[float | None, ...]]] = field(default_factory=list)

    def half_hour(self, place: int, arrivals: float, load: float) -> None:
        per_hour = load * SECONDS_AN_HOUR / self.line.handling_seconds
        if arrivals <= 0:
            self.busy.append(min(float(self.people), load))
            self.served.append(0.0)
            self.needed.append(0)
            return
        answered = self.line.answered(per_hour, self.people)
        self.busy.append(answered.busy)
        self.served.append(arrivals * answered.served)
        self.needed.append(self.line.needed(per_hour))
        self.levels.append((place, arrivals, answered.levels))

    def level(self) -> tuple[int, float | None]:
        """Return which channel is furthest from its target over the day, and its level."""
        found = [self._level(channel) for channel in range(len(self.line.channels))]
        targets = [channel.target.share for channel in self.line.channels]
        distances = [-1.0 if level is None else level - target for level, target in zip(found, targets, strict=True)]
        furthest = distances.index(min(distances))
        return furthest, found[furthest]

    def worst(self, channel: int) -> tuple[float | None, int | None]:
        """Return the least level of a half hour, and which it is; no share at all is less than any."""
        if not self.levels:
            return 1.0, None
        by_place = [(levels[channel], place) for place, _, levels in self.levels]
        return min(by_place, key=lambda found: (found[0] is not None, found[0] or 0.0))

    def _level(self, channel: int) -> float | None:
        total = math.fsum(arrivals for _, arrivals, _ in self.levels)
        if not total:
            return 1.0
        shares = [(arrivals, levels[channel]) for _, arrivals, levels in self.levels]
        known = [arrivals * level for arrivals, level in shares if level is not None]
        return math.fsum(known) / total if len(known) == len(shares) else None


def hours_of(people: Sequence[float], opening: HalfHours) -> float:
    """Return the hours of so many people in each half hour of a day."""
    return math.fsum(number * minutes for number, minutes in zip(people, opening, strict=True)) / 60
