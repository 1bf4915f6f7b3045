"""What many runs say of each day: the values that 10, 50 and 90 % of them stay at or below."""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import truediv

from rollout_kit.capacity.answers import Band
from rollout_kit.capacity.tier_runs import TierRun

LOW, MIDDLE, HIGH = 0.1, 0.5, 0.9
MOST_DAYS_TO_CLEAR = 1000.0  # house value: what nobody works off counts as so many days


def quantile(ordered: Sequence[float], share: float) -> float:
    """Return the value that a share of values in order stays at or below."""
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def three(values: Iterable[float]) -> tuple[float, float, float]:
    """Return the values that 10, 50 and 90 % of values stay at or below."""
    ordered = sorted(values)
    return quantile(ordered, LOW), quantile(ordered, MIDDLE), quantile(ordered, HIGH)


def band_of(rows: Sequence[Sequence[float]], days: Sequence[int], count: int, *, lasts: bool = False) -> Band:
    """Return the band of runs' values over all `count` days, of which `days` have one; others 0, or what `lasts`."""
    columns = [three(column) for column in zip(*rows, strict=True)]

    def spread(part: Callable[[tuple[float, float, float]], float]) -> tuple[float, ...]:
        return tuple(_all_days([part(column) for column in columns], days, count, lasts=lasts))

    return Band(low=spread(_low), middle=spread(_middle), high=spread(_high))


def clearing_days(tier: TierRun) -> list[float]:
    """Return how many days like each it takes to clear what waits at its end; like the last one, where nobody works."""
    if not any(tier.waiting):
        return [0.0] * len(tier.waiting)
    able, index, leading = list(tier.able), -1, 0
    for _ in range(able.count(0.0)):
        index = able.index(0.0, index + 1)
        if index == leading:  # nobody has worked yet
            leading += 1
            able[index] = tier.waiting[index] / MOST_DAYS_TO_CLEAR or 1.0
        else:
            able[index] = able[index - 1]
    return list(map(truediv, tier.waiting, able))


def _all_days(values: Sequence[float], days: Sequence[int], count: int, *, lasts: bool) -> Iterator[float]:
    known = dict(zip(days, values, strict=True))
    value = 0.0
    for index in range(count):
        value = known.get(index, value if lasts else 0.0)
        yield value


def _low(column: tuple[float, float, float]) -> float:
    return column[0]


def _middle(column: tuple[float, float, float]) -> float:
    return column[1]


def _high(column: tuple[float, float, float]) -> float:
    return column[2]
