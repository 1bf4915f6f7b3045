"""How many hours of the week users rely on the service, and in how many of them somebody answers."""

from dataclasses import dataclass

from rollout_kit.compose.handbook.book import Book
from rollout_kit.compose.handbook.desk import desk_of
from rollout_kit.description.quantities import MINUTES_A_DAY, WeekHours

_WEEK = 7 * MINUTES_A_DAY


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Minutes of an ordinary week, without holidays."""

    needed: int
    uncovered: int


def coverage_of(book: Book) -> Coverage | None:
    """Return the sum; None where either hours are unknown or the houses live in different zones."""
    rollout = book.rollout
    needed, desk = rollout.customer.hours, desk_of(rollout).hours
    if needed is None or desk is None or _zones_differ(book):
        return None
    answered = _minutes(desk)
    if rollout.on_call and rollout.on_call.hours and rollout.on_call.people:
        answered |= _minutes(rollout.on_call.hours)
    wanted = _minutes(needed)
    return Coverage(needed=len(wanted), uncovered=len(wanted - answered))


def _zones_differ(book: Book) -> bool:
    rollout = book.rollout
    zones = {rollout.customer.timezone, rollout.provider.timezone} - {None}
    return len(zones) > 1


def _minutes(hours: WeekHours) -> frozenset[int]:
    return frozenset(
        (stretch.weekday * MINUTES_A_DAY + minute) % _WEEK
        for stretch in hours.stretches
        for minute in range(stretch.starts_at, stretch.ends_at)
    )
