"""The text of a table as programs export it: its encoding, its separator, the spelling of its headings."""

import codecs
import io
import re
from typing import BinaryIO

from rollout_kit.description.spelled import plain

SEPARATORS = ("\t", ";", ",", "|")
WORKBOOK = b"PK\x03\x04"
"""How a workbook begins, which is no text."""

_MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"))
_WINDOWS = "windows-where-not-utf-8"
_LOOKED_AT = 4096  # bytes


def decoded(content: bytes) -> str:
    """Return the text of a whole table: UTF-8, UTF-16, else what Windows saves."""
    encoding = _marked(content)
    if encoding:
        return content.decode(encoding, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def opened(stream: BinaryIO) -> io.TextIOWrapper:
    """Return the text of a table that is too large to be held at once; line ends stay as they are.

    Bytes that are no UTF-8 are read as those of Windows one by one, since nobody can look ahead to the end.
    """
    head = stream.read(_LOOKED_AT)
    stream.seek(0)
    encoding = _marked(head) or _unmarked(head)
    return io.TextIOWrapper(
        stream, encoding, errors="replace" if encoding.startswith("utf-16") else _WINDOWS, newline=""
    )


def separator_of(line: str) -> str:
    """Return the sign between the cells of a first line; signs between quotes do not count."""
    bare = re.sub(r'"[^"]*"', "", line)
    return max(SEPARATORS, key=bare.count)


def told_separator(line: str) -> str:
    """Return what a line like `sep=;` says, which Excel writes for itself; nothing for any other line."""
    bare = line.strip("\r\n")
    return bare[4:] if bare.casefold().startswith("sep=") and len(bare) == 5 else ""


def as_word(text: str) -> str:
    """Return a heading or word in small letters without accents, umlauts spelt out, one space between words."""
    return " ".join(re.sub(r"[^\w]+|_", " ", plain(text)).split())


def _marked(content: bytes) -> str:
    return next((encoding for mark, encoding in _MARKS if content.startswith(mark)), "")


def _unmarked(head: bytes) -> str:
    """Return the encoding of a text without a mark: in UTF-16 every other byte of plain letters is zero."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if max(even, odd) > len(head) // 4:
        return "utf-16-le" if odd > even else "utf-16-be"
    return "utf-8"


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.start + 1].decode("cp1252", errors="replace"), error.start + 1


codecs.register_error(_WINDOWS, _as_windows)
