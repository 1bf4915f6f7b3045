"""Moments and lengths as ticket systems write them. What cannot be read for sure is None, never a guess."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import cache
from types import MappingProxyType
from typing import Literal
from zoneinfo import ZoneInfo

from rollout_kit.description.quantities import FIRST_YEAR, LAST_YEAR
from rollout_kit.description.spelled import plain
from rollout_kit.description.vocabulary import MONTH_WORDS

Order = Literal["dmy", "mdy", "ymd"]
"""In which order a date of three numbers is written."""

ORDERS: tuple[Order, ...] = ("dmy", "mdy", "ymd")

_MOST_REMEMBERED = 200_000  # house value: a day has 86,400 seconds
_FEW_CONTRADICT = 0.02  # house value: a share of cells so small is typing mistakes
_SERIAL_ZERO = datetime.combine(date(1899, 12, 30), time())  # of Excel, whose 1900 has a 29 February
_SERIAL = re.compile(r"\d{5}(?:[.,]\d+)?")
_NUMBERS = re.compile(r"(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})")
_DAY_IN_WORDS = re.compile(r"(\d{1,2})[./ -]+([^\W\d_]+)[./ -]+(\d{2}|\d{4})")
_MONTH_FIRST = re.compile(r"([^\W\d_]+)\.? (\d{1,2}),? (\d{4})")
_CLOCK = re.compile(
    r"(?:um |at |à )?(\d{1,2})[:.h](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?"
    r"\s*([ap]\.?\s?m\.?|vorm\.?|nachm\.?)?\s*(?:uhr)?\s*(z|utc|gmt|[+-]\d{2}:?\d{2})?",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"(.*?\d)(?:[ ,T]+((?:um |at |à )?\d{1,2}[:.h]\d{2}.*))?", re.IGNORECASE)
# Months of further languages in which the two systems are used; the vocabulary has German, French and English.
_MORE_MONTHS = (
    "gennaio gen januari", "febbraio febr februari", "marzo maart mrt", "aprile", "maggio mag mei", "giugno giu",
    "luglio lug", "agosto ago augustus", "settembre set", "ottobre ott", "novembre", "dicembre dic",
)  # fmt: skip
_MONTHS: Mapping[str, int] = MappingProxyType(
    {**MONTH_WORDS, **{word: number for number, words in enumerate(_MORE_MONTHS, 1) for word in words.split()}}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A time of day as written, and the offset from UTC where one stands behind it."""

    at: time
    offset: timezone | None = None


class Moments:
    """Reads the cells of a column; days and times of day that it has seen are not read again.

    Dates of three numbers are in `order`; without one, those that could be read in two ways are None. A moment with
    an offset is brought to `zone`, if there is one; one without is local as it stands. All that is returned is
    wall-clock time without a zone.
    """

    def __init__(self, order: Order | None, zone: ZoneInfo | None) -> None:
        self._order, self._zone = order, zone
        self._days: dict[str, date | None] = {}
        self._clocks: dict[str, Clock | None] = {"": Clock(at=time())}

    def moment(self, cell: str) -> datetime | None:
        """Return the moment of a cell, None where it holds none."""
        head, _, tail = cell.partition(" ")
        day, clock = self._days.get(head), self._clocks.get(tail)
        if day is not None and clock is not None and clock.offset is None:  # most cells of a column
            return datetime.combine(day, clock.at)
        return self._read(_spaced(cell))

    def _read(self, text: str) -> datetime | None:
        if text[4:5] == "-" and text[:4].isdigit():
            found = _iso(text)
            if found is not None:
                return self._local(found)
        if _SERIAL.fullmatch(text):
            return _serial(text)
        parts = _SPLIT.fullmatch(text)
        if parts is None:
            return None
        day, clock = self._day(parts[1].rstrip(",")), self._clock(parts[2] or "")
        if day is None or clock is None:
            return None
        return self._local(datetime.combine(day, clock.at, clock.offset))

    def _local(self, found: datetime) -> datetime | None:
        if not FIRST_YEAR <= found.year < LAST_YEAR:
            return None
        if found.tzinfo is None:
            return found
        return (found.astimezone(self._zone) if self._zone else found).replace(tzinfo=None)

    def _day(self, text: str) -> date | None:
        if text not in self._days:
            if len(self._days) >= _MOST_REMEMBERED:
                self._days.clear()
            found = _day(text, self._order)
            self._days[text] = found if found is not None and FIRST_YEAR <= found.year < LAST_YEAR else None
        return self._days[text]

    def _clock(self, text: str) -> Clock | None:
        if text not in self._clocks:
            if len(self._clocks) >= _MOST_REMEMBERED:
                self._clocks = {"": Clock(at=time())}
            self._clocks[text] = _clock(text)
        return self._clocks[text]


@dataclass(frozen=True, slots=True, kw_only=True)
class Votes:
    """How many cells can only be day first, only month first, or either; and the line of one in doubt."""

    day_first: int = 0
    month_first: int = 0
    either: int = 0
    line: int = 0

    @property
    def order(self) -> Order | None:
        """The order that the cells agree on but for a few; None where they do not tell."""
        more, fewer = max(self.day_first, self.month_first), min(self.day_first, self.month_first)
        if more == 0 or fewer > more * _FEW_CONTRADICT:
            return None
        return "dmy" if self.day_first > self.month_first else "mdy"

    @property
    def is_needed(self) -> bool:
        """Whether there are cells that can be read in two ways, or that contradict each other."""
        return bool(self.either or (self.day_first and self.month_first))


def votes_of(cells: Iterable[tuple[int, str]]) -> Votes:
    """Return what the numeric dates of cells, given with their lines, tell of their order.

    Points stand for day first: nobody writes 3.31.
    """
    day_first = month_first = either = doubtful = 0
    for line, cell in cells:
        found = _NUMBERS.match(_spaced(cell))
        if found is None or len(found[1]) > 2 or found[2] == ".":
            continue
        first, second = int(found[1]), int(found[3])
        if first > 12 >= second:
            day_first += 1
        elif second > 12 >= first:
            month_first += 1
            doubtful = doubtful or line
        elif first != second:
            either += 1
            doubtful = doubtful or line
    return Votes(day_first=day_first, month_first=month_first, either=either, line=doubtful)


def _spaced(cell: str) -> str:
    if not cell.isascii():  # newer Javas put a narrow no-break space before AM and PM
        cell = cell.replace("\u202f", " ").replace("\u00a0", " ")
    return cell.strip()


def _iso(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _serial(text: str) -> datetime | None:
    """Return the moment of an Excel number, rounded to the second as Excel shows it."""
    days = float(text.replace(",", "."))
    found = _SERIAL_ZERO + timedelta(seconds=round(days * 86400))
    return found if FIRST_YEAR <= found.year < LAST_YEAR else None


def _day(text: str, order: Order | None) -> date | None:
    if found := _NUMBERS.fullmatch(text):
        return _numeric(found[1], found[3], found[4], order if found[2] != "." or order == "ymd" else "dmy")
    if found := _DAY_IN_WORDS.fullmatch(text):
        first, last = (found[3], found[1]) if order == "ymd" and len(found[3]) == 2 else (found[1], found[3])
        return _date(last, _month(found[2]), first)
    if found := _MONTH_FIRST.fullmatch(text):
        return _date(found[3], _month(found[1]), found[2])
    return None


def _numeric(first: str, second: str, third: str, order: Order | None) -> date | None:
    if len(first) == 4 or order == "ymd":
        return _date(first, int(second), third)
    if order is None and first == second:
        order = "dmy"
    if order is None:
        return None
    day, month = (first, second) if order == "dmy" else (second, first)
    return _date(third, int(month), day)


def _date(year: str, month: int | None, day: str) -> date | None:
    if month is None or len(year) not in (2, 4):
        return None
    try:
        return date(int(year) + (2000 if len(year) == 2 else 0), month, int(day))
    except ValueError:
        return None


@cache
def _month(word: str) -> int | None:
    """Return the month of a name, or of its beginning where no other month begins so."""
    wanted = plain(word)
    if wanted in _MONTHS:
        return _MONTHS[wanted]
    begun = {number for known, number in _MONTHS.items() if known.startswith(wanted)} if len(wanted) > 2 else set()
    return begun.pop() if len(begun) == 1 else None


def _clock(text: str) -> Clock | None:
    found = _CLOCK.fullmatch(text.strip())
    if found is None:
        return None
    hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
    if found[4] and hour <= 12:  # some locales write 20:15 PM
        hour = hour % 12 + (12 if found[4][0] in "pPnN" else 0)
    if hour > 23 or minute > 59 or second > 59:
        return None
    return Clock(at=time(hour, minute, second), offset=_offset(found[5]))


def _offset(text: str | None) -> timezone | None:
    if not text:
        return None
    if text[0] not in "+-":
        return UTC
    minutes = int(text[1:3]) * 60 + int(text[-2:])
    return timezone(timedelta(minutes=min(minutes, 1439) * (-1 if text[0] == "-" else 1)))
