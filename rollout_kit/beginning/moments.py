"""Reads days and stretches of days: 11.01.2027, 2027-01-11, 1.-5. Februar, Keller 1.2. bis 5.2. Ferien."""

import re
from datetime import date

from rollout_kit.beginning.answers import Days
from rollout_kit.beginning.readings import clean
from rollout_kit.description import spelled
from rollout_kit.message import N_, Message, message

_FIRST_YEAR, _LAST_YEAR = 2000, 2100  # as in a description

_MONTH = r"[^\W\d_]{3,10}\.?"
_DAY = re.compile(
    rf"\d{{4}}-\d{{1,2}}-\d{{1,2}}"
    rf"|\d{{1,2}}\s?[./]\s?\d{{1,2}}(?:\s?[./]\s?(?:\d{{4}}|\d{{2}})(?!\d)|\.(?!\d))?"
    rf"|\d{{1,2}}(?:\.|er|st|nd|rd|th)?\s+{_MONTH}(?:\s+\d{{4}})?"
)
_MONTH_FIRST = re.compile(rf"({_MONTH})\s+(\d{{1,2}}),?\s+(\d{{4}})")
_OPEN_START = re.compile(r"(?<![\d./-])(\d{1,2})\.?\s*(?:-|–|bis|to|until|au)\s*(?=(\d{1,2})(?:\.|\s+[^\W\d_]{3}))")


def day(text: str, around: date) -> date | Message:
    """Return a day; one without a year is the next on or after a month before `around`."""
    written = clean(text)
    wrong = message(N_('"{written}" is no day; it is written like 11.01.2027 or 2027-01-11'), written=written)
    if found := re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4}|\d{2})", written):
        first, second = int(found[1]), int(found[2])
        if first != second and max(first, second) <= 12:
            return _two_meanings(written, first, second, found[3])
    iso = spelled.as_date(_MONTH_FIRST.sub(r"\2 \1 \3", written))
    if iso is not None:
        return _possible(date.fromisoformat(iso), wrong)
    return _without_year(written, around) or wrong


def _two_meanings(written: str, first: int, second: int, year: str) -> Message:
    number = int(year) + 2000 if len(year) == 2 else int(year)
    return message(
        N_('"{written}" may be {one} or {other}; please write it like {iso}'),
        written=written,
        one=date(number, second, first),
        other=date(number, first, second),
        iso=date(number, second, first).isoformat(),
    )


def _possible(found: date, wrong: Message) -> date | Message:
    return found if _FIRST_YEAR <= found.year <= _LAST_YEAR else wrong


def _without_year(written: str, around: date) -> date | None:
    numbers = re.fullmatch(r"(\d{1,2})\s?\.\s?(\d{1,2})\.?", written)
    words = re.fullmatch(rf"(\d{{1,2}})(?:\.|st|nd|rd|th)?\s+({_MONTH})", written)
    if not numbers and not words:
        return None
    for year in (around.year - 1, around.year, around.year + 1):
        dated = f"{numbers[1]}.{numbers[2]}.{year}" if numbers else f"{written} {year}"
        iso = spelled.as_date(dated)
        if iso is not None and (around - date.fromisoformat(iso)).days <= 31:
            return date.fromisoformat(iso)
    return None


def stretch(text: str, around: date) -> tuple[str, Days] | Message:
    """Return what stands before the days, the days, and the reason behind them.

    The first day takes month and year of the last one where it has none of its own.
    """
    written = clean(text)
    opened = _OPEN_START.sub(lambda found: f"{found[1]}.@ ", written)
    whole = _DAY.search(opened)
    if whole is None:
        return message(N_('"{written}" names no days; they are written like 1.2.2027-5.2.2027'), written=written)
    if short := re.search(r"(\d{1,2})\.@ ", opened[: whole.start()]):
        return _from_short(opened, short, whole, around)
    behind = opened[whole.end() :]
    second = _DAY.match(behind, _joint(behind))
    last_text = second[0] if second and _joint(behind) else whole[0]
    rest = behind[second.end() :] if second and _joint(behind) else behind
    return _days(opened[: whole.start()], whole[0], last_text, rest, around)


def _joint(behind: str) -> int:
    """Return where a second day may begin: behind a dash or a word such as until; 0 where there is none."""
    found = re.match(r"\s*(?:-|–|bis(?: und mit)?|to|until|till|au)\s*", behind)
    return found.end() if found else 0


def _from_short(opened: str, short: re.Match[str], whole: re.Match[str], around: date) -> tuple[str, Days] | Message:
    last = day(whole[0], around)
    if isinstance(last, Message):
        return last
    try:
        first = last.replace(day=int(short[1]))
    except ValueError:
        return message(N_('"{written}" is no day; it is written like 11.01.2027 or 2027-01-11'), written=short[1])
    return _ordered(opened[: short.start()], first, last, opened[whole.end() :])


def _days(before: str, first_text: str, last_text: str, rest: str, around: date) -> tuple[str, Days] | Message:
    last = day(last_text, around)
    first = day(first_text, around)
    if isinstance(first, Message):
        return first
    if isinstance(last, Message):
        return last
    if not re.search(r"\d{4}", first_text) and first > last:  # 28.12. bis 3.1.2027, or a year that stands behind only
        first = first.replace(year=last.year - (0 if (first.month, first.day) <= (last.month, last.day) else 1))
    return _ordered(before, first, last, rest)


def _ordered(before: str, first: date, last: date, rest: str) -> tuple[str, Days] | Message:
    if first > last:
        return message(N_("the last day ({last}) lies before the first one ({first})"), first=first, last=last)
    who = re.sub(r"(?:^|\s)(?:vom|von|ab|from|du|am|on)$", "", before.strip(" ,;:"), flags=re.IGNORECASE)
    why = rest.strip(" ,;:.()–-")
    return who.strip(" ,;:"), Days(first=first, last=last, why=why)
