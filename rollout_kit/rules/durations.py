"""Lengths of time put together, as they are told."""

from collections.abc import Iterable

from rollout_kit.assess.moments import length
from rollout_kit.message import Duration, Message

DIGITS = 9  # so that the limit itself is not over it


def minutes_of(lengths: Iterable[Duration]) -> float:
    """Return the minutes of several lengths together."""
    return round(sum(each.minutes for each in lengths), DIGITS)


def total(lengths: Iterable[Duration]) -> Duration | Message:
    """Return the sum of several lengths: in their own unit where they share one, else in hours and minutes."""
    given = tuple(lengths)
    units = {each.unit for each in given}
    if len(units) == 1:
        return Duration(amount=round(sum(each.amount for each in given), DIGITS), unit=units.pop())
    return length(minutes_of(given))
