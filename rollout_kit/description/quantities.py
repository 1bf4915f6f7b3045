"""The kinds of value a description is written in: dates, durations, hours of the week, shares, ranges.

Each `Annotated` type takes what TOML gives and raises `PydanticCustomError` with a stable type, from
which `problems` makes a message in the user's language. Nothing is coerced in silence.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Annotated, Any, Generic, TypeVar

from pydantic import BeforeValidator, Field, InstanceOf
from pydantic_core import PydanticCustomError

from rollout_kit.description import numbers
from rollout_kit.message import Duration, Unit

MINUTES_A_DAY = 1440
LONGEST = Duration(amount=3650, unit=Unit.DAY)  # house value, ten years, of every length
FIRST_YEAR, LAST_YEAR = 2000, 2100  # house value: what lies outside is a slip, and breaks arithmetic with dates

Value = TypeVar("Value")
Item = TypeVar("Item")
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")

_DURATION = re.compile(r"\s*(\d+(?:\.\d+)?)\s*([A-Za-z]+)\s*")
_UNITS = {
    "s": Unit.SECOND, "sec": Unit.SECOND, "second": Unit.SECOND, "seconds": Unit.SECOND,
    "min": Unit.MINUTE, "mins": Unit.MINUTE, "minute": Unit.MINUTE, "minutes": Unit.MINUTE,
    "h": Unit.HOUR, "hour": Unit.HOUR, "hours": Unit.HOUR,
    "day": Unit.DAY, "days": Unit.DAY, "d": Unit.DAY,
    "week": Unit.WEEK, "weeks": Unit.WEEK,
    "month": Unit.MONTH, "months": Unit.MONTH,
}  # fmt: skip
_STRETCH = re.compile(
    r"(?P<days>[A-Za-z]{3}(?:\s*-\s*[A-Za-z]{3})?(?:\s*,\s*[A-Za-z]{3}(?:\s*-\s*[A-Za-z]{3})?)*)\s+(?P<times>.+)"
)
_TIMES = re.compile(r"(\d{1,2}):(\d{2})\s*[-–]\s*(\d{1,2}):(\d{2})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """One stretch of a week: weekday 0 = Monday, minutes from its midnight; the end may pass 1440 (overnight)."""

    weekday: int
    starts_at: int
    ends_at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekHours:
    """Hours of an ordinary week, in the zone of whoever keeps them, ordered by weekday and start."""

    stretches: tuple[Stretch, ...]
    text: str

    @property
    def is_always(self) -> bool:
        """Every hour of the week."""
        return self.minutes_a_week >= 7 * MINUTES_A_DAY

    @property
    def minutes_a_week(self) -> int:
        """Minutes of one ordinary week, without holidays."""
        return sum(stretch.ends_at - stretch.starts_at for stretch in self.stretches)

    def on(self, weekday: int) -> tuple[Stretch, ...]:
        """Return the stretches that begin on a weekday, 0 = Monday."""
        return tuple(stretch for stretch in self.stretches if stretch.weekday == weekday)


@dataclass(frozen=True, slots=True, kw_only=True)
class Range(Generic[Value]):
    """A quantity that is not known for sure; rules judge `likely` and print the other two."""

    low: Value
    likely: Value
    high: Value


def parse_duration(value: object) -> Duration:
    """Return a duration from text such as `15 min`, `4 h`, `2 days`, `6 months`."""
    if isinstance(value, Duration):
        return value
    match = _DURATION.fullmatch(value) if isinstance(value, str) else None
    unit = _UNITS.get(match.group(2).lower()) if match else None
    if match is None or unit is None:
        raise PydanticCustomError("duration", "not a duration", {"written": str(value)})
    length = Duration(amount=float(match.group(1)), unit=unit)
    if length.minutes > LONGEST.minutes:
        raise PydanticCustomError("too_long", "longer than anything here", {})
    return length


def parse_hours(value: object) -> WeekHours:
    """Return hours of the week from text such as `Mon-Fri 08:00-12:00, 13:00-17:00; Sat 08:00-12:00` or `24x7`."""
    if isinstance(value, WeekHours):
        return value
    if not isinstance(value, str):
        raise PydanticCustomError("hours", "not hours", {"written": str(value)})
    if re.fullmatch(r"\s*24\s*[x×/]\s*7\s*", value):
        whole = tuple(Stretch(weekday=day, starts_at=0, ends_at=MINUTES_A_DAY) for day in range(7))
        return WeekHours(stretches=whole, text="24x7")
    stretches = [stretch for part in value.split(";") for stretch in _stretches(part, value)]
    return WeekHours(stretches=tuple(_joined(stretches)), text=value)


def _joined(stretches: Iterable[Stretch]) -> Iterable[Stretch]:
    """Yield stretches in order, those of a day that overlap or touch as one, so that no minute counts twice."""
    ordered = sorted(stretches, key=lambda stretch: (stretch.weekday, stretch.starts_at))
    last: Stretch | None = None
    for one in ordered:
        if last is not None and last.weekday == one.weekday and one.starts_at <= last.ends_at:
            last = Stretch(weekday=last.weekday, starts_at=last.starts_at, ends_at=max(last.ends_at, one.ends_at))
            continue
        if last is not None:
            yield last
        last = one
    if last is not None:
        yield last


def _stretches(part: str, whole: str) -> Iterable[Stretch]:
    match = _STRETCH.fullmatch(part.strip())
    times = [_TIMES.fullmatch(text.strip()) for text in match.group("times").split(",")] if match else [None]
    if match is None or not all(times):
        raise PydanticCustomError("hours", "not hours", {"written": whole})
    for weekday in _weekdays(match.group("days"), whole):
        for found in times:
            assert found is not None
            yield _stretch(weekday, [int(group) for group in found.groups()], whole)


def _stretch(weekday: int, numbers: list[int], whole: str) -> Stretch:
    start, end = numbers[0] * 60 + numbers[1], numbers[2] * 60 + numbers[3]
    if max(numbers[1], numbers[3]) > 59 or start >= MINUTES_A_DAY or end > MINUTES_A_DAY or start == end:
        raise PydanticCustomError("hours", "not hours", {"written": whole})
    return Stretch(weekday=weekday, starts_at=start, ends_at=end if end > start else end + MINUTES_A_DAY)


def _weekdays(text: str, whole: str) -> Iterable[int]:
    for part in text.split(","):
        first, _, last = (piece.strip().capitalize() for piece in part.partition("-"))
        if first not in WEEKDAYS or (last and last not in WEEKDAYS):
            raise PydanticCustomError("hours", "not hours", {"written": whole})
        day = WEEKDAYS.index(first)
        final = WEEKDAYS.index(last or first)
        while True:
            yield day
            if day == final:
                break
            day = (day + 1) % 7


def parse_date(value: object) -> date:
    """Return a date; a quoted ISO date is accepted (`validate` tells it as a note)."""
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        try:
            value = date.fromisoformat(value)
        except ValueError as error:
            raise PydanticCustomError("no_such_day", "no such day", {"written": value}) from error
    if not isinstance(value, date) or isinstance(value, datetime):
        raise PydanticCustomError("date", "not a date", {"written": str(value)})
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise PydanticCustomError("year", "not a year of ours", {"written": str(value)})
    return value


def parse_time(value: object) -> time:
    """Return a time of day from `"09:00"` or a TOML local time."""
    if isinstance(value, time):
        return value
    if isinstance(value, str) and (match := re.fullmatch(r"(\d{1,2}):(\d{2})", value)):
        hour, minute = int(match.group(1)), int(match.group(2))
        if hour < 24 and minute < 60:
            return time(hour, minute)
    raise PydanticCustomError("time", "not a time of day", {"written": str(value)})


def parse_estimate(value: object) -> Range[float]:
    """Return a range of numbers from a number or a table of low, likely, high in that order."""
    return _range(value, numbers.amount)


def parse_share_estimate(value: object) -> Range[float]:
    """Return a range of shares; none is above 1."""
    return _range(value, numbers.share)


def parse_change(value: object) -> Range[float]:
    """Return a range of numbers that may be negative, such as a shrinking company."""
    return _range(value, numbers.signed)


def parse_duration_estimate(value: object) -> Range[Duration]:
    """Return a range of durations from a duration or a table of low, likely, high in that order."""
    return _range(value, parse_duration)


def _range(value: object, one: Any) -> Range[Any]:
    if isinstance(value, Range):
        return value
    if not isinstance(value, dict):
        exact = one(value)
        return Range(low=exact, likely=exact, high=exact)
    if set(value) != {"low", "likely", "high"}:
        raise PydanticCustomError("range_keys", "not a range", {"written": ", ".join(value)})
    low, likely, high = (_bound(value, key, one) for key in ("low", "likely", "high"))
    sizes = [bound.minutes if isinstance(bound, Duration) else bound for bound in (low, likely, high)]
    if sizes != sorted(sizes):
        raise PydanticCustomError("range_order", "low, likely, high out of order", {})
    return Range(low=low, likely=likely, high=high)


def _bound(value: dict[str, object], key: str, one: Any) -> Any:
    """Return one of the three; what is wrong with it is told of it, not of the range."""
    try:
        return one(value[key])
    except PydanticCustomError as error:
        context = {**(error.context or {}), "bound": key}
        raise PydanticCustomError(error.type, error.message_template, context) from error


def _as_tuple(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


def _as_names(value: object) -> object:
    return (value,) if isinstance(value, str) else _as_tuple(value)


def _as_float(value: object) -> object:
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value


Names = Annotated[tuple[str, ...], BeforeValidator(_as_names)]
WordsOf = Annotated[tuple[Item, ...], BeforeValidator(_as_names)]
Many = Annotated[tuple[Item, ...], BeforeValidator(_as_tuple)]
Date = Annotated[InstanceOf[date], BeforeValidator(parse_date)]
TimeOfDay = Annotated[InstanceOf[time], BeforeValidator(parse_time)]
Length = Annotated[InstanceOf[Duration], BeforeValidator(parse_duration)]
Hours = Annotated[InstanceOf[WeekHours], BeforeValidator(parse_hours)]
Estimate = Annotated[InstanceOf[Range[float]], BeforeValidator(parse_estimate)]
ShareEstimate = Annotated[InstanceOf[Range[float]], BeforeValidator(parse_share_estimate)]
Change = Annotated[InstanceOf[Range[float]], BeforeValidator(parse_change)]
LengthEstimate = Annotated[InstanceOf[Range[Duration]], BeforeValidator(parse_duration_estimate)]
Share = Annotated[float, BeforeValidator(_as_float), Field(ge=0, le=1)]
Amount = Annotated[
    float, BeforeValidator(_as_float), BeforeValidator(numbers.within_from_zero), Field(ge=0, allow_inf_nan=False)
]
Count = Annotated[int, BeforeValidator(numbers.within_from_zero), Field(ge=0)]
Figure = Annotated[float, BeforeValidator(_as_float), BeforeValidator(numbers.within), Field(allow_inf_nan=False)]
