"""What people type into a line that the TOML parser refuses.

`judge` looks at one line of which the parser said that something is wrong, and returns the slips it
recognises, each with the columns it covers and with what the line would need there.
"""

import re
from collections.abc import Callable, Iterator

from rollout_kit.description import spelled
from rollout_kit.description.problems import Code
from rollout_kit.description.value_slips import Slip, as_value, mask, values
from rollout_kit.message import N_, message

LONGEST_LINE = 2000  # house value; longer ones are told by the parser
_BARE_KEY = re.compile(r"""\s*(?:[A-Za-z0-9_-]+|\x01+)(?:\s*\.\s*(?:[A-Za-z0-9_-]+|\x01+))*\s*""")


def judge(line: str, *, in_list: bool = False) -> tuple[Slip, ...]:
    """Return the slips of a line from left to right, none that overlap; empty if nothing is recognised.

    `in_list`: a list was opened on a line before.
    """
    if len(line) > LONGEST_LINE:
        return ()
    masked = mask(line)
    whole = None if in_list else _colon(line, masked) or _header(line, masked) or _after_header(masked)
    if whole:
        return (whole,)
    found: list[Slip] = []
    for slip in sorted((*_keys(line, masked), *values(line, masked, in_list=in_list)), key=lambda slip: slip.start):
        if not found or slip.start >= found[-1].end:
            found.append(slip)
    return tuple(found)


def _colon(line: str, masked: str) -> Slip | None:
    if found := re.match(r"\s*(-)\s+\S", masked):
        return Slip(
            start=found.start(1), end=found.end(1), code=Code.COLON,
            message=message(N_("a list is not written with '-' at the start of a line")),
            help=message(N_("write the items between [ and ], with commas")), instead="# -",
        )  # fmt: skip
    found = re.match(r"\s*([\w.-]+)\s*(:)(?!\S*:)\s*(.*?)\s*$", masked)
    if not found or "=" in masked[: found.start(2)]:
        return None
    value = line[found.start(3) : found.end(3)]
    right = f"{found.group(1)} = {as_value(value)}" if value else f"[{found.group(1)}]"
    return Slip(
        start=found.start(2), end=found.end(2), code=Code.COLON,
        message=message(N_("':' stands where '=' belongs")),
        help=message(N_("write {right}"), right=right), instead="= 0 #",
    )  # fmt: skip


def _header(line: str, masked: str) -> Slip | None:
    found = re.match(r"\s*(\[\[?)([^\[\]=]*?)(\]*)\s*$", masked)
    if not found or (not found.group(3) and "," in masked):
        return None
    name = line[found.start(2) : found.end(2)]
    closing = "]" * len(found.group(1))
    start, end = found.start(2), found.end(2)
    if name.strip() and not _BARE_KEY.fullmatch(masked[start:end]):
        return _key_slip(name, start, lambda right: f"[{right}]")
    if name.strip() and found.group(3) != closing:
        return Slip(
            start=found.start(1), end=max(end, found.end(3)), code=Code.UNCLOSED,
            message=message(N_("the header opens with '{opening}' and does not close with '{closing}'"),
                            opening=found.group(1), closing=closing),
            help=message(N_("write {right}"), right=f"{found.group(1)}{name.strip()}{closing}"),
            instead=f"{found.group(1)}{name.strip()}{closing}",
        )  # fmt: skip
    return None


def _after_header(masked: str) -> Slip | None:
    found = re.match(r"\s*\[\[?[^\[\]=,]+\]\]?\s*([^\s\]].*?)\s*$", masked)
    if not found:
        return None
    return Slip(
        start=found.start(1), end=found.end(1), code=Code.TRAILING,
        message=message(N_("something follows the header of a section")),
        help=message(N_("write it on a line of its own")), instead="",
    )  # fmt: skip


def _keys(line: str, masked: str) -> Iterator[Slip]:
    if re.match(r"\s*\[", masked):
        return
    for found in re.finditer(r"(?:^|[{,])\s*(?!\s)([^=\[\]{},]*?)\s*=", masked):
        name = line[found.start(1) : found.end(1)]
        if name and not _BARE_KEY.fullmatch(masked[found.start(1) : found.end(1)]) and '"' not in name:
            yield _key_slip(name, found.start(1), str)


def _key_slip(name: str, start: int, shown: Callable[[str], str]) -> Slip:
    """One part of a dotted key is not bare: that part is the slip."""
    parts = list(re.finditer(r"""\s*("[^"]*"|'[^']*'|[^.]+)\s*(?:\.|$)""", name))
    odd = [part for part in parts if not re.fullmatch(r"""[A-Za-z0-9_-]+|"[^"]*"|'[^']*'""", part.group(1).strip())]
    written, begin = (odd[0].group(1).strip(), odd[0].start(1)) if odd else (name, 0)
    bare = spelled.as_bare_key(written) or "key"
    before, after = name[:begin], name[begin + len(written) :]
    quoted = '"' + written.strip("\"'").replace('"', "") + '"'
    return Slip(
        start=start + begin, end=start + begin + len(written), code=Code.KEY_FORM,
        message=message(N_("'{written}' is no key: without quotes it has letters a to z, digits, - and _ only"),
                        written=written),
        help=message(N_("write {quoted} or {plain}"), quoted=shown(f"{before}{quoted}{after}"),
                     plain=shown(f"{before}{bare}{after}")),
        instead=quoted,
    )  # fmt: skip
