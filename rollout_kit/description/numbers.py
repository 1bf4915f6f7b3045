"""Numbers of a description, each within the one limit in size."""

import math

from pydantic_core import PydanticCustomError

MOST = 1_000_000_000  # house value, of every number: what is reckoned with several of them still prints


def finite(value: object) -> float:
    """Return a number as it is; true and false are none, nor is what has no end."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise PydanticCustomError("number", "not a number", {})
    return float(value)


def from_zero(value: object) -> float:
    """Return a number that is not negative."""
    number = finite(value)
    if number < 0:
        raise PydanticCustomError("number", "not a number", {})
    return number


def share(value: object) -> float:
    """Return a number from 0 to 1."""
    number = from_zero(value)
    if number > 1:
        raise PydanticCustomError("share", "not a share", {})
    return number


def amount(value: object) -> float:
    """Return a number from 0 to the limit."""
    return signed(from_zero(value))


def signed(value: object) -> float:
    """Return a number within the limit on both sides of 0."""
    number = finite(value)
    within(number)
    return number


def within(value: object) -> object:
    """Refuse a number beyond the limit; leave what has no end, or is no number, to be judged by its kind."""
    if isinstance(value, int | float) and MOST < abs(value) < math.inf:
        raise PydanticCustomError("too_large", "beyond what is counted with", {})
    return value


def within_from_zero(value: object) -> object:
    """Refuse a number above the limit; a negative one is left to be told as such."""
    return within(value) if isinstance(value, int | float) and value > 0 else value
