"""Lengths of time put together, as they are told."""

from collections.abc import Iterable

from rollout_kit.message import Duration, Unit

SHOWN_IN_MINUTES = 120  # house value: 90 min, but 2 h
DIGITS = 2


def total(lengths: Iterable[Duration]) -> Duration:
    """Return the sum of some lengths: in their own unit where they share one, else in minutes or hours."""
    given = tuple(lengths)
    units = {length.unit for length in given}
    if len(units) == 1:
        return Duration(amount=round(sum(length.amount for length in given), DIGITS), unit=units.pop())
    return told(sum(length.minutes for length in given))


def told(minutes: float) -> Duration:
    """Return minutes as people say them: below two hours in minutes, else in hours."""
    if minutes < SHOWN_IN_MINUTES:
        return Duration(amount=round(minutes, DIGITS), unit=Unit.MINUTE)
    return Duration(amount=round(minutes / 60, DIGITS), unit=Unit.HOUR)
