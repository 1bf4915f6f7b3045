"""Dates and numbers in the habits of a language (CLDR through Babel, imported on use)."""

import datetime
from functools import lru_cache

from rollout_kit.message import N_, Unit

NO_BREAK = "\u00a0"

# CLDR patterns; \u00a0 keeps day and month on one line.
_PATTERNS = {
    "en": {
        "date": "d\u00a0MMMM\u00a0y", "full": "EEEE, d\u00a0MMMM\u00a0y", "long_day": "EEEE, d\u00a0MMMM",
        "day": "EEE\u00a0d\u00a0MMM", "day_month": "d\u00a0MMMM", "month": "LLLL", "weekday": "EEEE",
        "weekday_short": "EEE\u00a0d", "short": "d\u00a0MMM\u00a0y",
    },
    "de": {
        "date": "d.\u00a0MMMM\u00a0y", "full": "EEEE, d.\u00a0MMMM\u00a0y", "long_day": "EEEE, d.\u00a0MMMM",
        "day": "ccc\u00a0d.\u00a0MMM", "day_month": "d.\u00a0MMMM", "month": "LLLL", "weekday": "EEEE",
        "weekday_short": "ccc\u00a0d.", "short": "d.\u00a0MMM\u00a0y",
    },
}  # fmt: skip

UNIT_TEXTS = {
    Unit.SECOND: (N_("{n}\u00a0s"), N_("{n}\u00a0s")),
    Unit.MINUTE: (N_("{n}\u00a0min"), N_("{n}\u00a0min")),
    Unit.HOUR: (N_("{n}\u00a0h"), N_("{n}\u00a0h")),
    Unit.DAY: (N_("{n}\u00a0day"), N_("{n}\u00a0days")),
    Unit.WEEK: (N_("{n}\u00a0week"), N_("{n}\u00a0weeks")),
    Unit.MONTH: (N_("{n}\u00a0month"), N_("{n}\u00a0months")),
}


def date(day: datetime.date, tag: str, manner: str) -> str:
    """Return a date in a manner of `_PATTERNS`."""
    from babel.dates import format_date

    return format_date(day, _PATTERNS[tag.partition("-")[0]][manner], _locale(tag))


def number(value: float, tag: str, digits: int | None) -> str:
    """Return a number with the language's separators."""
    pattern = "#,##0.##" if digits is None else "#,##0" + ("." + "0" * digits if digits else "")
    return _decimal(value or 0, tag, pattern)  # a zero has no sign


def percent(share: float, tag: str) -> str:
    """Return a percentage; German sets a space before the sign."""
    figure = number(share * 100, tag, None)
    return f"{figure}%" if tag == "en" else f"{figure}{NO_BREAK}%"


def language(spoken: str, tag: str) -> str:
    """Return the name of a spoken language in the language `tag`; the code itself where it is unknown."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(spoken, sep="-").get_display_name(_locale(tag)) or spoken
    except (UnknownLocaleError, ValueError):
        return spoken


@lru_cache(maxsize=1 << 12)  # a handbook prints the same few hundred numbers thousands of times
def _decimal(value: float, tag: str, pattern: str) -> str:
    from babel.numbers import format_decimal

    return format_decimal(value, pattern, _locale(tag))


def _locale(tag: str) -> str:
    return {"en": "en_GB"}.get(tag, tag.replace("-", "_"))
