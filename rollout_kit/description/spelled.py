"""What people write, in the spelling of the format: dates, numbers, durations, hours.

Each function takes text as it was typed and returns the text to write instead, None where it is not
recognised. They offer; they never decide a value.
"""

import re
import unicodedata
from datetime import date

from pydantic_core import PydanticCustomError

from rollout_kit.description.quantities import parse_duration
from rollout_kit.description.vocabulary import FALSE_WORDS, MONTH_WORDS, TRUE_WORDS, UNIT_WORDS, WEEKDAY_WORDS

DATE_LIKE = re.compile(r"(\d{1,4})\s?[./–—-]\s?(\d{1,2})\s?[./–—-]\s?(\d{1,4})(?![\w:.-])")
_DATE_IN_WORDS = re.compile(r"(\d{1,2})(?:\.|er|st|nd|rd|th)?\s+([^\W\d_]{3,10})\.?,?\s+(\d{4})")
_THOUSANDS = re.compile(r"([+-]?\d{1,3}(?:['’‘´`  \u202f]\d{3})+)(?:[.,](\d{1,2}))?(?:\.?[-–—]+)?")
_DECIMAL_COMMA = re.compile(r"([+-]?\d+),(\d+)")
_AMOUNT_AND_UNIT = re.compile(r"(?:ca\.?\s*)?(\d+(?:[.,]\d+)?)\s*([^\W\d_]+)\.?")
_DAYS = re.compile(r"([^\W\d_]{2,10})\.?(?:\s*(?:-|–|bis|à|au)\s*([^\W\d_]{2,10})\.?)?")
_CLOCKS = re.compile(
    r"(\d{1,2})(?:[:.h](\d{2}))?\s*(?:h|uhr)?\s*(?:-|–|bis|à)\s*(\d{1,2})(?:[:.h](\d{2}))?\s*(?:h|uhr)?"
)


def as_date(text: str) -> str | None:
    """Return `2027-01-11` for 11.01.2027, 11/01/2027, 2027-1-11 and 11. Januar 2027; no day that does not exist."""
    if re.fullmatch(r"(?:19|20)\d{6}", text):
        return _day(text[:4], int(text[4:6]), text[6:])
    if found := DATE_LIKE.fullmatch(text.strip()):
        first, month, last = found.groups()
        year, day = (first, last) if len(first) == 4 else (last, first)
        return _day(year, int(month), day)
    if found := _DATE_IN_WORDS.fullmatch(text.strip()):
        number = MONTH_WORDS.get(plain(found.group(2)))
        return _day(found.group(3), number, found.group(1)) if number else None
    return None


def _day(year: str, month: int, day: str) -> str | None:
    """Return an ISO date; a year of two digits is one of this century, an impossible month a swapped one."""
    number = int(year) + 2000 if len(year) == 2 else int(year)
    for this_month, this_day in ((month, int(day)), (int(day), month)):
        try:
            return date(number, this_month, this_day).isoformat() if 1900 <= number <= 2999 else None
        except ValueError:
            continue
    return None


def looks_like_date(text: str) -> bool:
    """Whether digits and signs stand like a date, be there such a day or not."""
    found = DATE_LIKE.fullmatch(text.strip())
    return bool(found) and any(len(found.group(group)) in (2, 4) for group in (1, 3) if found)


def as_number(text: str) -> str | None:
    """Return `0.5` for 0,5, `120000` for 120'000, `0.5` for .5, `8` for 08."""
    written = text.strip()
    if found := _THOUSANDS.fullmatch(written):
        whole = re.sub(r"[^\d+-]", "", found.group(1))
        return f"{whole}.{found.group(2)}" if found.group(2) else whole
    if found := _DECIMAL_COMMA.fullmatch(written):
        return f"{int(found.group(1))}.{found.group(2)}" if not written.startswith("-") else f"{found[1]}.{found[2]}"
    if re.fullmatch(r"[+-]?\d{1,3}(?:\.\d{3})+,\d+", written):
        return written.replace(".", "").replace(",", ".")
    if re.fullmatch(r"[+-]?\d{1,3}(?:,\d{3})+\.\d+", written):
        return written.replace(",", "")
    if re.fullmatch(r"\.\d+", written):
        return f"0{written}"
    if re.fullmatch(r"\d+\.", written):
        return f"{int(written[:-1])}.0"
    if re.fullmatch(r"0+\d+", written):
        return str(int(written))
    return None


def as_share(text: str) -> str | None:
    """Return `0.5` for 50% and 50 %."""
    found = re.fullmatch(r"(\d+(?:[.,]\d+)?)\s*(?:%|prozent|percent|pourcent|pour cent)", text.strip().casefold())
    if not found or len(found.group(1)) > 15:
        return None
    return f"{float(found.group(1).replace(',', '.')) / 100:.10f}".rstrip("0").rstrip(".") if found else None


def as_truth(text: str) -> str | None:
    """Return `true` for ja, oui, yes, True and `false` for their contraries."""
    word = text.strip().casefold()
    if word in TRUE_WORDS or word == "true":
        return "true"
    return "false" if word in FALSE_WORDS or word == "false" else None


def as_duration(text: str) -> str | None:
    """Return `2 h` for 2 Stunden, `30 min` for 30 Minuten, `12 months` for 1 Jahr, `1.5 h` for 1,5 h."""
    right = _duration(text)
    try:
        return right if right and parse_duration(right) else None
    except PydanticCustomError:  # too long
        return None


def _duration(text: str) -> str | None:
    if both := re.fullmatch(r"(\d{1,4})\s*h\s*(\d{1,2})(?:\s*min)?", text.strip()):
        return f"{int(both.group(1)) * 60 + int(both.group(2))} min"
    found = _AMOUNT_AND_UNIT.fullmatch(text.strip())
    if not found:
        return None
    amount, word = found.group(1).replace(",", "."), plain(found.group(2))
    unit = UNIT_WORDS.get(word, word if word in ("s", "min", "h", "days", "day", "weeks", "week", "months") else None)
    if unit is None:
        return None
    if unit == "years":
        return f"{float(amount) * 12:g} months"
    singular = {"days": "day", "weeks": "week", "months": "month"}
    return f"{amount} {singular.get(unit, unit) if amount == '1' else unit}"


def as_hours(text: str) -> str | None:
    """Return `Mon-Fri 08:00-17:00` for Mo-Fr 8-17 Uhr, lun-ven 8h-17h; `24x7` for its spellings."""
    if re.fullmatch(
        r"24\s*(?:h|std\.?)?\s*[x×/*]?\s*7|24/7/365|rund um die uhr|immer|always|toujours", text.casefold().strip()
    ):
        return "24x7"
    parts = [_stretch(part) for part in re.split(r";|\s+und\s+|\s+et\s+|\s+and\s+", text)]
    return "; ".join(part for part in parts if part) if parts and all(parts) else None


def _stretch(part: str) -> str | None:
    found = re.match(r"\s*([^\d]*?)\s*:?\s*(\d.*)", part)
    if not found:
        return None
    days = [_day_span(piece) for piece in found.group(1).split(",")] if found.group(1) else ["Mon-Fri"]
    clocks = [_clock_span(piece) for piece in re.split(r"[,/]", found.group(2))]
    if not all(days) or not all(clocks):
        return None
    return f"{','.join(day for day in days if day)} {', '.join(clock for clock in clocks if clock)}"


def _day_span(piece: str) -> str | None:
    found = _DAYS.fullmatch(piece.strip())
    if not found:
        return None
    ends = [WEEKDAY_WORDS.get(plain(word)) for word in found.groups() if word]
    return "-".join(end for end in ends if end) if all(ends) else None


def _clock_span(piece: str) -> str | None:
    found = _CLOCKS.fullmatch(piece.strip().casefold())
    if not found:
        return None
    start, start_minute, end, end_minute = (int(group or 0) for group in found.groups())
    if max(start, end) > 24 or max(start_minute, end_minute) > 59 or (start, start_minute) == (end, end_minute):
        return None
    return f"{start:02}:{start_minute:02}-{end:02}:{end_minute:02}"


def as_time(text: str) -> str | None:
    """Return `09:00` for 9h, 9:00 Uhr, 9.00."""
    found = re.fullmatch(r"(\d{1,2})(?:\s*[:.h]\s*(\d{2}))?\s*(?:h|uhr)?", text.strip().casefold())
    if not found or int(found.group(1)) > 23 or int(found.group(2) or 0) > 59:
        return None
    return f"{int(found.group(1)):02}:{int(found.group(2) or 0):02}"


def as_bare_key(text: str) -> str:
    """Return a key of ASCII letters, digits, `-` and `_`: mueller, go_live."""
    spelt = plain(text.strip().strip("\"'"))
    return re.sub(r"[^a-z0-9_-]+", "_", spelt).strip("_")


def plain(word: str) -> str:
    """Return a word in small letters without umlauts and accents."""
    spelt = word.casefold()
    for umlaut, letters in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")):
        spelt = spelt.replace(umlaut, letters)
    return "".join(sign for sign in unicodedata.normalize("NFKD", spelt) if not unicodedata.combining(sign))
