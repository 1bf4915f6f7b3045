"""What a promise to the users needs: the parts of its chain, added up, and the worst wait where two clocks disagree."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from math import ceil
from typing import Literal

from rollout_kit.calendars.clocks import BusinessClock, Wait
from rollout_kit.calendars.coverage import Coverage
from rollout_kit.calendars.times import Times
from rollout_kit.description.quantities import WeekHours
from rollout_kit.description.rollout import Rollout
from rollout_kit.description.service_levels import Clock, Priority, Promise
from rollout_kit.message import Duration, Unit

Kind = Literal["response", "resolution"]
PartName = Literal["handover", "provider", "user_check"]

EXPECTED = ("P1", "P2")
"""Priorities that every service has; others are a promise only where they are listed."""

_WEEKS_A_MONTH = 30 / 7
_DAYS_BEYOND = 30  # house value: the look goes so far past the window, besides what a promise itself takes
_DIGITS = 6  # so that the limit itself is not over it


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One link of a chain, in minutes on its own clock; None where the file does not say how long."""

    name: PartName
    minutes: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """What a promise of one priority needs, in the order in which it happens, against what is promised.

    Minutes on the calendar, or of business hours (`clock` of the promise, `provider_clock` of the contract): a day of
    business hours is a day of `provider.hours`, for both. `lacking` are the keys without which the sum or the promise
    is not known.
    """

    priority: str
    kind: Kind
    parts: tuple[Part, ...]
    promise: float | None
    clock: Clock | None
    provider_clock: Clock | None
    lacking: tuple[str, ...]

    @property
    def needed(self) -> float:
        """The sum of the parts that are known: at least so long."""
        return sum(part.minutes or 0.0 for part in self.parts)

    @property
    def provided(self) -> float | None:
        """The provider's part."""
        return next(part.minutes for part in self.parts if part.name == "provider")

    @property
    def is_known(self) -> bool:
        """Whether it can be told if the promise is kept: all is known, or too much already."""
        return not self.lacking or self.exceeds()

    @property
    def clocks_disagree(self) -> bool:
        """Users are promised time on the calendar, and the provider counts business hours."""
        return self.clock == "calendar" and self.provider_clock == "business"

    def exceeds(self, percent: int = 100) -> bool:
        """Whether the known parts take longer than a share of the promise."""
        if self.promise is None:
            return False
        return round(self.needed * 100, _DIGITS) > round(self.promise * percent, _DIGITS)


@dataclass(frozen=True, slots=True, kw_only=True)
class WorstWait:
    """The longest that anybody waits for the provider's part of a chain, on the calendar.

    `closed` minutes of it nobody works: whoever asks when everybody has just left waits through the gap from `wait` on.
    """

    wait: Wait
    closed: int


def chain(rollout: Rollout, priority: Priority, kind: Kind) -> Chain:
    """Return the chain of a promise, whatever of it is known."""
    promised, provider = priority.promised or Promise(), priority.provider or Promise()
    hours, at = rollout.provider.hours, f"service_levels.{priority.id}"
    measured = _Measured(hours)
    handover = measured.minutes(priority.handover, promised.clock, f"{at}.handover", f"{at}.promised.clock")
    provided = measured.minutes(
        getattr(provider, kind), provider.clock, f"{at}.provider.{kind}", f"{at}.provider.clock"
    )
    parts = [Part(name="handover", minutes=handover), Part(name="provider", minutes=provided)]
    if kind == "resolution" and priority.user_check is not None:
        check = measured.minutes(priority.user_check, promised.clock, f"{at}.user_check", f"{at}.promised.clock")
        parts.append(Part(name="user_check", minutes=check))
    return Chain(
        priority=priority.id,
        kind=kind,
        parts=tuple(parts),
        promise=measured.minutes(
            getattr(promised, kind), promised.clock, f"{at}.promised.{kind}", f"{at}.promised.clock"
        ),
        clock=promised.clock,
        provider_clock=provider.clock,
        lacking=tuple(dict.fromkeys(measured.lacking)),
    )


def chains(rollout: Rollout, kind: Kind) -> tuple[Chain, ...]:
    """Return the chains of all priorities that are listed, in the order of the file."""
    levels = rollout.service_levels
    return tuple(chain(rollout, priority, kind) for priority in (levels.priorities if levels else ()))


def chain_of(rollout: Rollout, priority: str, kind: Kind) -> Chain:
    """Return the chain of a priority; one that is not listed lacks everything."""
    found = {each.priority: each for each in chains(rollout, kind)}
    return found.get(priority) or chain(rollout, Priority(id=priority), kind)


def not_listed(rollout: Rollout) -> tuple[str, ...]:
    """Return the priorities that every service has, and this file does not."""
    listed = {priority.id for priority in rollout.service_levels.priorities} if rollout.service_levels else set()
    return tuple(id for id in EXPECTED if id not in listed)


def working_times(coverage: Coverage) -> Times | None:
    """Return when the provider works or somebody is on call; None where a part that could close a gap is not known."""
    on_call = coverage.on_call
    if on_call is not None and not coverage.whole - on_call:
        return on_call
    if coverage.provider is None or (on_call is None and coverage.rollout.on_call is not None):
        return None
    return coverage.provider | on_call if on_call is not None else coverage.provider


def worst_wait(chain: Chain, coverage: Coverage) -> WorstWait | None:
    """Return the worst wait for the provider's part at any moment of a window; None where it cannot be told.

    The provider's clock runs while it works or somebody is on call, and stands in between.
    """
    if chain.provided is None:
        return None
    duration, opening = ceil(chain.provided), working_times(_further(coverage, chain.provided))
    if opening is None:
        return None
    clock = BusinessClock(opening)
    found = clock.longest(coverage.whole, duration)
    if found is None:
        return None
    wait = _at_closing(found, opening, clock, duration)
    return WorstWait(wait=wait, closed=wait.minutes - duration)


def _further(coverage: Coverage, minutes: float) -> Coverage:
    """Return a look past the end of a window, so that whoever asks on its last evening is served in it."""
    weekly = coverage.rollout.provider.hours.minutes_a_week if coverage.rollout.provider.hours else 0
    days = _DAYS_BEYOND + 14 * ceil(minutes / weekly) if weekly else _DAYS_BEYOND + ceil(minutes / 1440)
    return Coverage(
        coverage.rollout,
        coverage.calendars,
        coverage.first,
        coverage.last + timedelta(days=days),
        knows_days_off=coverage.knows_days_off,
    )


def _at_closing(found: Wait, opening: Times, clock: BusinessClock, duration: int) -> Wait:
    """Return the wait from when the clock stops, where that is as long: people know the hour at which all leave."""
    stop = next((end for start, end in opening.stretches if start <= found.asked_at < end), None)
    done = clock.after(stop, duration) if stop is not None else None
    if stop is None or done is None or done - stop != found.minutes:
        return found
    return Wait(asked_at=stop, minutes=found.minutes)


class _Measured:
    """Turns lengths into minutes on their clocks, and notes the keys that it misses."""

    def __init__(self, business: WeekHours | None) -> None:
        self._business = business
        self.lacking: list[str] = []

    def minutes(self, length: Duration | None, clock: Clock | None, key: str, clock_key: str) -> float | None:
        """Return the minutes of a length on a clock; None where the length, its clock or the hours are not known."""
        lacks = [key] if length is None else self._unclear(length, clock, clock_key)
        self.lacking += lacks
        if length is None or lacks:
            return None
        if clock != "business" or self._business is None or length.unit not in _LONG:
            return length.minutes
        return length.amount * _business_minutes(length.unit, self._business)

    def _unclear(self, length: Duration, clock: Clock | None, clock_key: str) -> Sequence[str]:
        if length.unit not in _LONG or clock == "calendar":
            return []
        if clock is None:
            return [clock_key]
        return [] if self._business is not None else ["provider.hours"]


_LONG = (Unit.DAY, Unit.WEEK, Unit.MONTH)


def _business_minutes(unit: Unit, hours: WeekHours) -> float:
    week = hours.minutes_a_week
    if unit is Unit.DAY:
        return week / len({stretch.weekday for stretch in hours.stretches})
    return week if unit is Unit.WEEK else week * _WEEKS_A_MONTH
