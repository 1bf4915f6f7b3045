"""What people type where a value belongs, on a line that the TOML parser refuses."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rollout_kit.description import spelled
from rollout_kit.description.problems import Code
from rollout_kit.message import N_, Message, message

_HIDDEN = "\x01"  # stands for the signs of a text in quotes; no line holds it, the reader refuses control characters
_VALID = re.compile(
    r"true|false|[+-]?(?:inf|nan)|[+-]?(?:0|[1-9](?:_?\d)*)(?:\.\d(?:_?\d)*)?(?:[eE][+-]?\d(?:_?\d)*)?"
    r"|0x[\da-fA-F_]+|0o[0-7_]+|0b[01_]+"
    r"|\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:[Tt ]\S+)?"
    r"|(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?"
)
_TEXT_OR_COMMENT = re.compile(
    r'"""(?:[^\\]|\\.)*?(?:"""|$)|\'\'\'.*?(?:\'\'\'|$)|"[^"\\]*(?:\\.[^"\\]*)*"|(?<![\w’\'])\'[^\']*\'|#.*'
)
_OPENING = "„“”«»‚‘’‹›"


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """Something mistyped: columns from 0, the end exclusive, and what would do in its place."""

    start: int
    end: int
    code: Code
    message: Message
    help: Message
    instead: str


def mask(line: str) -> str:
    """Return the line with texts in quotes hidden and its comment blanked, column for column."""
    hidden = _TEXT_OR_COMMENT.sub(
        lambda found: (" " if found.group().startswith("#") else _HIDDEN) * len(found.group()), line
    )
    return hidden.rstrip("\r")


def values(line: str, masked: str, *, in_list: bool) -> Iterator[Slip]:
    """Yield the slips in the values of a line, from left to right; `in_list`: a list is open at its start."""
    starts = re.finditer(r"(?:^|=|[\[,])\s*" if in_list else r"(?:=|[\[,])\s*", masked)
    if not in_list and re.match(r"\s*\[", masked):
        return
    consumed = 0
    for found in starts:
        is_key = masked[found.start() : found.start() + 1] != "=" and re.match(r"[^=\[\]{},]*=", masked[found.end() :])
        if found.start() < consumed or is_key:
            continue
        is_last = not in_list and "{" not in masked[: found.start()] and "[" not in masked[: found.start() + 1]
        slip = _value(line, masked, found.end(), after_equals=found.group().startswith("="), is_last=is_last)
        if slip:
            consumed = slip.end
            yield slip


def _value(line: str, masked: str, start: int, *, after_equals: bool, is_last: bool) -> Slip | None:
    rest = masked[start:]
    if rest[:1] in ("[", "{", "]", "}"):
        return None
    if not rest.strip() or rest[0] in ",":
        return _nothing(masked, start) if after_equals else None
    if rest[0] in _OPENING:
        return _quotes(line, start)
    if line.startswith(('"""', "'''"), start):
        return None
    if rest[0] == _HIDDEN:
        return _text(line, masked, start)
    if rest[0] in "\"'":
        return _open_text(line, start)
    return _bare(line, masked, start, after_equals=after_equals, is_last=is_last)


def _nothing(masked: str, start: int) -> Slip:
    return Slip(
        start=masked.rindex("=", 0, start), end=masked.rindex("=", 0, start) + 1, code=Code.NO_VALUE,
        message=message(N_("there is no value after '='")),
        help=message(N_("write a value, or put # before the line")), instead="= 0",
    )  # fmt: skip


def _quotes(line: str, start: int) -> Slip:
    found = re.match(rf"[{_OPENING}]+(.*?)(?:[{_OPENING}\"]+|(?=\s*$))", line[start:])
    assert found is not None
    text = found.group(1).strip("\u00a0\u202f ")
    return Slip(
        start=start, end=start + found.end(), code=Code.QUOTES,
        message=message(N_("typographic quotes do not mark a text")),
        help=message(N_("use straight quotes: {right}"), right=f'"{text}"'), instead=f"'{text.replace(chr(39), '')}'",
    )  # fmt: skip


def _text(line: str, masked: str, start: int) -> Slip | None:
    end = start + len(masked[start:]) - len(masked[start:].lstrip(_HIDDEN))
    text = line[start:end]
    if text.startswith('"') and re.search(r"\\(?![btnfre\"\\]|u[\da-fA-F]{4}|U[\da-fA-F]{8}|x[\da-fA-F]{2})", text):
        return _backslash(text, start, end)
    junk = re.match(r"\s*([^\s,\]}\x01][^,\]}]*?)\s*(?=[,\]}]|$)", masked[end:])
    if not junk:
        return None
    return Slip(
        start=end + junk.start(1), end=end + junk.end(1), code=Code.TRAILING,
        message=message(N_("'{rest}' follows a value that is already complete"), rest=line[end:][slice(*junk.span(1))]),
        help=_apart(junk.group(1)), instead="",
    )  # fmt: skip


def _apart(rest: str) -> Message:
    if re.match(r"[\w.-]+\s*=", rest):
        return message(N_("write it on a line of its own"))
    return message(N_('put # before a comment; inside a text write \\" for a quote'))


def _backslash(text: str, start: int, end: int) -> Slip:
    inner = text[1:-1]
    return Slip(
        start=start, end=end, code=Code.BACKSLASH,
        message=message(N_("a backslash has a meaning of its own between double quotes")),
        help=message(N_("write {literal} with single quotes, or every backslash twice"), literal=f"'{inner}'"),
        instead=f"'{inner.replace(chr(39), '')}'",
    )  # fmt: skip


def _open_text(line: str, start: int) -> Slip | None:
    quote = line[start]
    if line.startswith(quote * 3, start):
        return None
    text = line[start + 1 :].rstrip()
    if quote == '"' and re.match(r"[A-Za-z]:\\|\\\\", text) and text.endswith('"'):
        return _backslash(f"{quote}{text}", start, start + 1 + len(text))
    if found := re.search(rf"[{_OPENING}]", text):
        inner = text[: found.start()]
        return Slip(
            start=start + 1 + found.start(), end=start + 2 + found.start(), code=Code.QUOTES,
            message=message(N_("a text that opens with a straight quote closes with one")),
            help=message(N_("use straight quotes: {right}"), right=f'"{inner}"'), instead=quote,
        )  # fmt: skip
    return Slip(
        start=start, end=start + 1 + len(text), code=Code.UNCLOSED,
        message=message(N_("the text opens with {quote} and does not close on this line"), quote=quote),
        help=message(N_("write {quote} at its end"), quote=quote), instead="''",
    )  # fmt: skip


def _bare(line: str, masked: str, start: int, *, after_equals: bool, is_last: bool) -> Slip | None:
    """Judge what is not in quotes; `is_last`: it goes on to the end of the line, no bracket is open."""
    if after_equals and (comma := re.match(r"[+-]?\d+,\d+(?=\s*(?:$|[,}\]]))", masked[start:])):
        written = comma.group()
        return _number(written, start, spelled.as_number(written) or written)
    found = re.match(r"[^\x01]*" if is_last else r"[^,\]}\x01]*", masked[start:])
    assert found is not None
    written = line[start : start + len(found.group().rstrip())]
    if not is_last and "=" in written:
        return None  # a comma is missing, as the parser says
    if (counted := re.fullmatch(r"(\d+)\s*[^\W\d_]+", written)) and re.search(r"\bdays\s*=\s*$", masked[:start]):
        return _number(written, start, counted.group(1))
    return next((slip for one in _RECOGNISED if (slip := one(written, start))), None)


def _number(written: str, start: int, right: str) -> Slip:
    return Slip(
        start=start, end=start + len(written), code=Code.NUMBER_FORM,
        message=message(N_("'{written}' is not how a number is written here"), written=written),
        help=message(N_("write {right}"), right=right), instead=right,
    )  # fmt: skip


def _odd_number(written: str, start: int) -> Slip | None:
    right = spelled.as_number(written)
    return _number(written, start, right) if right else None


def _date(written: str, start: int) -> Slip | None:
    head, _, _ = written.partition("T")
    right = spelled.as_date(head)
    if right and right != head:
        return Slip(
            start=start, end=start + len(written), code=Code.DATE_FORM,
            message=message(N_("a date is written {right}, not {written}"), right=right, written=written),
            help=message(N_("write {right}"), right=right), instead=right,
        )  # fmt: skip
    if not right and spelled.looks_like_date(head):
        return Slip(
            start=start, end=start + len(written), code=Code.NO_SUCH_DAY,
            message=message(N_("there is no day {written}"), written=written),
            help=message(N_("a date is written year-month-day: 2027-01-11")), instead="2027-01-11",
        )  # fmt: skip
    return None


def _clock(written: str, start: int) -> Slip | None:
    found = re.fullmatch(r"(?:\d{4}-\d\d-\d\d[Tt ])?(\d{1,2}):(\d{2})(?::\d{2})?", written)
    if not found:
        return None
    is_time = int(found.group(1)) < 24 and int(found.group(2)) < 60
    if is_time and _VALID.fullmatch(written):
        return None
    if is_time:
        right = f"{int(found.group(1)):02}:{found.group(2)}"
        said = message(N_("a time of day is written {right}, not {written}"), right=right, written=written)
    else:
        right = "23:59"
        said = message(N_("there is no time {written}"), written=written)
    return Slip(
        start=start, end=start + len(written), code=Code.NO_SUCH_DAY, message=said,
        help=message(N_("write \"{right}\""), right=right), instead="0",
    )  # fmt: skip


def _nothing_word(written: str, start: int) -> Slip | None:
    if written.casefold() not in ("null", "nil", "none", "undefined", "n/a", "k.a.", "keine", "-", "?", "tbd", "offen"):
        return None
    return Slip(
        start=start, end=start + len(written), code=Code.NO_VALUE,
        message=message(N_("'{written}' is no value; what is not known is left out"), written=written),
        help=message(N_("put # before the line")), instead="0",
    )  # fmt: skip


def _percent(written: str, start: int) -> Slip | None:
    right = spelled.as_share(written)
    if right is None:
        return None
    return Slip(
        start=start, end=start + len(written), code=Code.PERCENT_FORM,
        message=message(N_("a share is written {right}, not {written}"), right=right, written=written),
        help=message(N_("write {right}"), right=right), instead=right,
    )  # fmt: skip


def _truth(written: str, start: int) -> Slip | None:
    right = spelled.as_truth(written)
    if right is None or right == written:
        return None
    return Slip(
        start=start, end=start + len(written), code=Code.TRUTH_FORM,
        message=message(N_("yes and no are written true and false, not {written}"), written=written),
        help=message(N_("write {right}"), right=right), instead=right,
    )  # fmt: skip


def _trailing(written: str, start: int) -> Slip | None:
    found = re.fullmatch(r"(true|false|\d{4}-\d\d-\d\d|[+-]?\d[\d_.]*)(\s*(?:[;(/*].*|[^\w\s].*))", written)
    if not found or _VALID.fullmatch(written) or not _VALID.fullmatch(found.group(1)):
        return None
    rest = found.group(2).strip()
    begin = start + len(written) - len(found.group(2).lstrip())
    return Slip(
        start=begin, end=start + len(written), code=Code.TRAILING,
        message=message(N_("'{rest}' follows a value that is already complete"), rest=rest),
        help=message(N_("put # before a comment")), instead="",
    )  # fmt: skip


def _unquoted(written: str, start: int) -> Slip | None:
    if not written or _VALID.fullmatch(written):
        return None
    return Slip(
        start=start, end=start + len(written), code=Code.UNQUOTED,
        message=message(N_("a text stands between quotes")),
        help=message(N_("write {right}"), right=as_value(written)), instead="''",
    )  # fmt: skip


_RECOGNISED = (_date, _clock, _percent, _odd_number, _truth, _nothing_word, _trailing, _unquoted)


def as_value(written: str) -> str:
    """Return what somebody wrote as a value of TOML: as it is where it is one, else between quotes."""
    if _VALID.fullmatch(written) or written[:1] in "\"'[{":
        return written
    better = (
        spelled.as_date(written) or spelled.as_share(written) or spelled.as_number(written) or spelled.as_truth(written)
    )
    if better:
        return better
    text = spelled.as_duration(written) or written.replace("\\", "/").replace('"', "'")
    return f'"{text}"'
