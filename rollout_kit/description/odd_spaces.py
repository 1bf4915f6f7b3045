"""Spaces that TOML does not take for one: they look right in every editor, and the parser stops at them."""

import re
from dataclasses import dataclass

from rollout_kit.description.value_slips import mask
from rollout_kit.message import N_, Message, message

_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_WITHOUT_WIDTH = "\u00ad\u200b-\u200d\u2060\ufeff"
_BESIDE = r"=\[\]{},.#\s\x01"  # where a space would do no harm; between two words it is part of a slip of another kind
_ODD = re.compile(rf"(?<![^{_BESIDE}])[{_SPACES}]|[{_SPACES}](?![^{_BESIDE}])|[{_WITHOUT_WIDTH}]")
_NAMES = {
    "\u00a0": N_("a no-break space"),
    "\u202f": N_("a narrow no-break space"),
    "\u3000": N_("a full-width space"),
    "\u200b": N_("a space without width"),
    "\u00ad": N_("a soft hyphen"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class OddSpace:
    """What to say of a space, and the line with ordinary ones in place of all of its kind outside of texts."""

    message: Message
    help: Message
    mended: str


def odd_space(line: str, at: int) -> OddSpace | None:
    """Return what is odd about the sign at a column from 0, None if it is no such space or stands inside a text."""
    masked = mask(line)
    if not _ODD.match(masked, at):
        return None
    sign = line[at]
    said = message(
        N_("{sign} ({code}) stands in column {column}, where TOML knows the ordinary space only"),
        sign=message(_NAMES.get(sign, N_("an invisible character"))), code=f"U+{ord(sign):04X}", column=at + 1,
    )  # fmt: skip
    has_width = re.match(f"[{_SPACES}]", sign)
    help = N_("replace it with an ordinary space") if has_width else N_("delete it; it is often invisible in an editor")
    return OddSpace(message=said, help=message(help), mended=_mended(line, masked))


def _mended(line: str, masked: str) -> str:
    pieces = list(line)
    for found in _ODD.finditer(masked):
        pieces[found.start()] = "" if re.match(f"[{_WITHOUT_WIDTH}]", found.group()) else " "
    return "".join(pieces)
