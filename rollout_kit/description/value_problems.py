"""What a value is not, from the judgement of the models: our words, with what was written and what would do."""

import math
import re
from datetime import date, datetime, time
from typing import Any

from rollout_kit.description import spelled
from rollout_kit.description.nearest import nearest
from rollout_kit.description.numbers import MOST
from rollout_kit.description.problems import Code, did_you_mean, one_of, problem
from rollout_kit.description.quantities import FIRST_YEAR, LAST_YEAR, LONGEST
from rollout_kit.description.source_map import Places
from rollout_kit.finding import KeyPath, Problem, dotted
from rollout_kit.message import N_, Message, message

_DURATION_FORMS = '"15 min", "4 h", "2 days", "6 months"'
_HOURS_FORMS = '"Mon-Fri 08:00-17:00", "Mon-Fri 08:00-12:00; Sat 09:00-11:00", "24x7"'


def value_problem(kind: str, value: object, path: KeyPath, places: Places, expected: str = "") -> Problem:
    """Return the problem of a value that a model refused.

    `kind` is the type of pydantic's error or of one of our own; `expected` its list of words, if it has one.
    """
    key = _name(path)
    for kinds, judge in _JUDGES:
        if kind in kinds:
            code, said, help = judge(key, value, expected)
            return problem(code, path, places.at(path), said, help)
    said = message(N_("'{key}' does not fit the format: {written}"), key=key, written=shown(value))
    return problem(Code.KIND, path, places.at(path), said)


def kind_of(value: object) -> Message:
    """Return the kind of a TOML value in words."""
    for kinds, words in _KINDS:
        if isinstance(value, kinds):
            return message(words)
    return message(N_("something else"))


_KINDS: tuple[tuple[Any, str], ...] = (
    (bool, N_("true or false")),
    (int | float, N_("a number")),
    (str, N_("a text")),
    (date | datetime, N_("a date")),
    (time, N_("a time of day")),
    (list | tuple, N_("a list")),
    (dict, N_("a table")),
)


def shown(value: object) -> str:
    """Return a value as it would stand in the file, in short."""
    match value:
        case bool():
            text = "true" if value else "false"
        case str():
            text = f'"{value}"'
        case date() | time():
            text = value.isoformat()
        case dict():
            text = "{ … }"
        case list() | tuple():
            text = "[ … ]"
        case _:
            text = str(value)
    return text if len(text) <= 60 else f"{text[:57]}…"


def _name(path: KeyPath) -> str:
    """Return the key that holds a value: for an item of a list, the list's."""
    named = [part for part in path if isinstance(part, str)]
    return named[-1] if named else dotted(path)


Judgement = tuple[Code, Message, Message | None]


def _text(key: str, value: object, expected: str) -> Judgement:
    said = message(N_("'{key}' needs {needed}, not {what}"), key=key, needed=message(N_("a text")), what=kind_of(value))
    simple = isinstance(value, int | float | date | time) and not isinstance(value, bool)
    return Code.KIND, said, message(N_("write {right}"), right=f'"{shown(value)}"') if simple else None


def _number(key: str, value: object, expected: str) -> Judgement:
    if isinstance(value, int | float) and not isinstance(value, bool):
        if isinstance(value, float) and math.isfinite(value) and value >= 0:
            return _whole(key, value, expected)
        if math.isfinite(value) and value < 0:
            said = message(N_("'{key}' is {written}; it cannot be negative"), key=key, written=shown(value))
            return Code.NUMBER, said, message(N_("write 0 or more; what is not known is left out"))
        said = message(N_("'{key}' is {written}, no number"), key=key, written=shown(value))
        return Code.NUMBER, said, message(N_("write a number in digits; what is not known is left out"))
    said = message(
        N_("'{key}' needs {needed}, not {what}"), key=key, needed=message(N_("a number")), what=kind_of(value)
    )
    right = _number_in(value) if isinstance(value, str) else None
    return Code.KIND, said, message(N_("write {right}"), right=right) if right else None


def _number_in(text: str) -> str | None:
    written = text.strip()
    if re.fullmatch(r"[+-]?\d+(\.\d+)?", written):
        return written
    counted = re.match(r"(\d+)\s+[^\W\d]", written)
    return spelled.as_share(written) or spelled.as_number(written) or (counted.group(1) if counted else None)


def _whole(key: str, value: object, expected: str) -> Judgement:
    said = message(N_("'{key}' needs a whole number, not {written}"), key=key, written=shown(value))
    if isinstance(value, float) and abs(value) <= MOST:
        return Code.NUMBER, said, message(N_("write {right}"), right=str(round(value)))
    return Code.NUMBER, said, largest()


def _too_large(key: str, value: object, expected: str) -> Judgement:
    if isinstance(value, int | float) and value < 0:
        said = message(N_("'{key}' is {written}, too small a number"), key=key, written=shown(value))
        return (
            Code.NUMBER,
            said,
            message(N_("mend the number; the smallest one that is counted with is {limit}"), limit=-MOST),
        )
    return (
        Code.NUMBER,
        message(N_("'{key}' is {written}, too large a number"), key=key, written=shown(value)),
        largest(),
    )


def largest() -> Message:
    """Return the remedy for a number that is too large."""
    return message(N_("mend the number; the largest one that is counted with is {limit}"), limit=MOST)


def _bounds(key: str, value: object, expected: str) -> Judgement:
    said = message(N_("'{key}' is {written}; a share lies between 0 and 1"), key=key, written=shown(value))
    is_percentage = isinstance(value, int | float) and 1 < value <= 100
    help = message(N_("write {right}"), right=f"{value / 100:g}") if is_percentage else None  # type: ignore[operator]
    return Code.SHARE, said, help


def _truth(key: str, value: object, expected: str) -> Judgement:
    said = message(
        N_("'{key}' needs {needed}, not {what}"), key=key, needed=message(N_("true or false")), what=kind_of(value)
    )
    right = spelled.as_truth(value) if isinstance(value, str) else {0: "false", 1: "true"}.get(_small(value))
    return Code.KIND, said, message(N_("write {right}"), right=right) if right else None


def _small(value: object) -> int:
    return value if isinstance(value, int) else -1


def _word(key: str, value: object, expected: str) -> Judgement:
    words = tuple(re.findall(r"'([^']*)'", expected))
    if not isinstance(value, str):
        said = message(
            N_("'{key}' needs {needed}, not {what}"), key=key, needed=message(N_("a word")), what=kind_of(value)
        )
        return Code.KIND, said, one_of(words)
    said = message(N_("'{key}' does not know the word '{written}'"), key=key, written=value[:60])
    return Code.WORD, said, did_you_mean(nearest(value, words)) or one_of(words)


def _duration(key: str, value: object, expected: str) -> Judgement:
    said = message(N_("'{key}' is {written}, which is no duration"), key=key, written=shown(value))
    right = spelled.as_duration(value) if isinstance(value, str) else None
    if right:
        return Code.DURATION, said, message(N_('write "{right}"'), right=right)
    return Code.DURATION, said, message(N_("a duration is written {forms}"), forms=_DURATION_FORMS)


def _too_long(key: str, value: object, expected: str) -> Judgement:
    said = message(N_("'{key}' is {written}, too long a time"), key=key, written=shown(value))
    return Code.DURATION, said, message(N_("mend the number or its unit; no length is above {limit}"), limit=LONGEST)


def _hours(key: str, value: object, expected: str) -> Judgement:
    said = message(N_("'{key}' is {written}, which are no hours of a week"), key=key, written=shown(value))
    right = spelled.as_hours(value) if isinstance(value, str) else None
    if right and right != value:
        return Code.HOURS, said, message(N_('write "{right}"'), right=right)
    return Code.HOURS, said, message(N_("hours are written {forms}"), forms=_HOURS_FORMS)


def _day_hours(key: str, value: object, expected: str) -> Judgement:
    said = message(N_("'{key}' is {written}, which are no hours of one day"), key=key, written=shown(value))
    right = spelled.as_hours(value) if isinstance(value, str) else None
    times = right.partition(" ")[2] if right and "," not in right and ";" not in right else ""
    return Code.HOURS, said, message(N_('write "{right}"'), right=times or "08:00-14:00")


def _date(key: str, value: object, expected: str) -> Judgement:
    said = message(N_("'{key}' is {written}, which is no date"), key=key, written=shown(value))
    right = spelled.as_date(str(value)) if isinstance(value, str | int) else None
    if isinstance(value, datetime):
        right = value.date().isoformat()
    return Code.DATE, said, message(N_("a date is written {right}"), right=right or "2027-01-11")


def _no_such_day(key: str, value: object, expected: str) -> Judgement:
    said = message(N_("there is no day {written}"), written=shown(value))
    return Code.NO_SUCH_DAY, said, None


def _year(key: str, value: object, expected: str) -> Judgement:
    said = message(
        N_("'{key}' is {written}; only the years {first} to {last} are counted with"),
        key=key,
        written=shown(value),
        first=str(FIRST_YEAR),
        last=str(LAST_YEAR),
    )
    return Code.DATE, said, message(N_("mend the year"))


def _time(key: str, value: object, expected: str) -> Judgement:
    said = message(N_("'{key}' is {written}, which is no time of day"), key=key, written=shown(value))
    right = spelled.as_time(value) if isinstance(value, str) else None
    return Code.TIME, said, message(N_('write "{right}"'), right=right or "09:00")


def _order(key: str, value: object, expected: str) -> Judgement:
    said = message(N_("'{key}' has low, likely and high out of order"), key=key)
    return Code.RANGE, said, message(N_("write the smallest first and the largest last"))


def _list(key: str, value: object, expected: str) -> Judgement:
    said = message(N_("'{key}' needs {needed}, not {what}"), key=key, needed=message(N_("a list")), what=kind_of(value))
    plain_value = isinstance(value, str | int | float | date)
    return Code.KIND, said, message(N_("write {right}"), right=f"[{shown(value)}]") if plain_value else None


_JUDGES: tuple[tuple[frozenset[str], Any], ...] = (
    (frozenset({"string_type"}), _text),
    (frozenset({"number", "float_type", "int_type", "greater_than_equal", "finite_number"}), _number),
    (frozenset({"int_from_float"}), _whole),
    (frozenset({"too_large"}), _too_large),
    (frozenset({"share"}), _bounds),
    (frozenset({"bool_type"}), _truth),
    (frozenset({"literal_error"}), _word),
    (frozenset({"duration"}), _duration),
    (frozenset({"too_long"}), _too_long),
    (frozenset({"hours"}), _hours),
    (frozenset({"day_hours"}), _day_hours),
    (frozenset({"date"}), _date),
    (frozenset({"no_such_day"}), _no_such_day),
    (frozenset({"year"}), _year),
    (frozenset({"time"}), _time),
    (frozenset({"range_order"}), _order),
    (frozenset({"tuple_type"}), _list),
)
