"""What a promise to the users needs: the parts of its chain, added up, and the worst wait where two clocks disagree."""

from dataclasses import dataclass
from datetime import timedelta
from math import ceil, prod
from typing import Literal

from rollout_kit.calendars.clocks import BusinessClock, Wait
from rollout_kit.calendars.coverage import Coverage
from rollout_kit.calendars.times import Times
from rollout_kit.description.quantities import WeekHours
from rollout_kit.description.rollout import Rollout
from rollout_kit.description.service_levels import Clock, Priority, Promise, ServiceLevels
from rollout_kit.message import Duration, Unit

Kind = Literal["response", "resolution"]
PartName = Literal["handover", "provider", "user_check"]

EXPECTED = ("P1", "P2")
"""Priorities that every service has; others are a promise only where they are listed."""

LONG_UNITS = (Unit.DAY, Unit.WEEK, Unit.MONTH)
"""Units whose length depends on the clock."""

_WEEKS_A_MONTH = 30 / 7
_DAYS_BEYOND = 30  # house value: the look goes so far past the window, besides what a promise itself takes
_MONTH_MINUTES = 30 * 24 * 60
_DIGITS = 6  # so that the limit itself is not over it
_SHARE_DIGITS = 9  # so that a product that equals the promise is not below it


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One link of a chain: its length as stated, and in minutes on its own clock; None where that is not known."""

    name: PartName
    length: Duration | None
    minutes: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """What a promise of one priority needs, in the order in which it happens, against what is promised.

    Minutes on the calendar, or of business hours (`clock` of the promise, `provider_clock` of the contract): a day of
    business hours is a day of `provider.hours`, for both. `promised` is as stated, `promise` in minutes. `lacking` are
    the keys without which the sum or the promise is not known. A check by the user that is not stated takes no time.
    """

    priority: str
    kind: Kind
    parts: tuple[Part, ...]
    promised: Duration | None
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
    at = f"service_levels.{priority.id}"
    ours = _Measured(rollout.provider.hours, promised.clock, f"{at}.promised.clock")
    theirs = _Measured(rollout.provider.hours, provider.clock, f"{at}.provider.clock")
    parts = [
        ours.part("handover", priority.handover, f"{at}.handover"),
        theirs.part("provider", getattr(provider, kind), f"{at}.provider.{kind}"),
    ]
    if kind == "resolution" and priority.user_check is not None:
        parts.append(ours.part("user_check", priority.user_check, f"{at}.user_check"))
    stated: Duration | None = getattr(promised, kind)
    promise = ours.minutes(stated, f"{at}.promised.{kind}")
    return Chain(
        priority=priority.id,
        kind=kind,
        parts=tuple(parts),
        promised=stated,
        promise=promise,
        clock=promised.clock,
        provider_clock=provider.clock,
        lacking=tuple(dict.fromkeys((*ours.lacking, *theirs.lacking))),
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


def availability_left(levels: ServiceLevels) -> float:
    """Return the availability that is left when all that the service hangs on must work at once."""
    return round(prod(link.availability for link in levels.depends_on), _SHARE_DIGITS)


def outage_allowed(availability: float) -> float:
    """Return the minutes of outage that an availability leaves in 30 days of the calendar."""
    return round((1 - availability) * _MONTH_MINUTES, _DIGITS)


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
    """Turns lengths into minutes on one clock, and notes the keys that it misses."""

    def __init__(self, business: WeekHours | None, clock: Clock | None, clock_key: str) -> None:
        self._business = business
        self._clock = clock
        self._clock_key = clock_key
        self.lacking: list[str] = []

    def part(self, name: PartName, length: Duration | None, key: str) -> Part:
        """Return a link of a chain."""
        return Part(name=name, length=length, minutes=self.minutes(length, key))

    def minutes(self, length: Duration | None, key: str) -> float | None:
        """Return the minutes of a length; None where the length, its clock or the hours are not known."""
        if length is None:
            self.lacking.append(key)
            return None
        if length.unit not in LONG_UNITS or self._clock == "calendar":
            return length.minutes
        if self._clock is None or self._business is None:
            self.lacking.append(self._clock_key if self._clock is None else "provider.hours")
            return None
        return length.amount * _business_minutes(length.unit, self._business)


def _business_minutes(unit: Unit, hours: WeekHours) -> float:
    week = hours.minutes_a_week
    if unit is Unit.DAY:
        return week / len({stretch.weekday for stretch in hours.stretches})
    return week if unit is Unit.WEEK else week * _WEEKS_A_MONTH
