"""Windows of a task, as playbooks write them: `k+1..p0.15`, `on p0.15,g-10`, `on d4-d7,d11-d14`, `daily g+1..g+10`."""

import re
from dataclasses import dataclass
from typing import Literal

Anchor = Literal["k", "p", "d", "h", "g"]

_MARK = re.compile(
    r"(?P<anchor>[kg])(?P<offset>[+-][0-9]{1,3})|(?P<part>p)(?P<share>0(?:\.[0-9]{1,4})?|1(?:\.0+)?)"
    r"|(?P<day>d)(?P<n>[0-9]{1,3})|(?P<half>h)"
)


class WindowError(ValueError):
    """A window that is not written as one."""


@dataclass(frozen=True, slots=True)
class MarkOfPlan:
    """A day of the plan before its dates are known.

    k, g: working days of the customer from kickoff or go-live; p: share of the plan's days; d: calendar day
    of the plan; h: first day of the second half.
    """

    anchor: Anchor
    offset: float = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Between two marks, or on dates (each a pair of marks: earliest and latest), or daily between two marks."""

    start: MarkOfPlan
    end: MarkOfPlan
    dates: tuple[tuple[MarkOfPlan, MarkOfPlan], ...] = ()
    is_daily: bool = False

    @property
    def is_series(self) -> bool:
        """Several dates under one name."""
        return self.is_daily or bool(self.dates)


def parse_mark(text: str) -> MarkOfPlan:
    """Return a mark from `k+2`, `p0.15`, `d4`, `h`, `g-4`."""
    match = _MARK.fullmatch(text.strip())
    if match is None:
        raise WindowError(text)
    if match["anchor"]:
        return MarkOfPlan("k" if match["anchor"] == "k" else "g", int(match["offset"]))
    if match["part"]:
        return MarkOfPlan("p", float(match["share"]))
    return MarkOfPlan("d", int(match["n"])) if match["day"] else MarkOfPlan("h")


def parse_window(text: str) -> Window:
    """Return a window; raises `WindowError` with the text that is none."""
    if text.startswith("on "):
        dates = tuple(_date(part) for part in text[3:].split(","))
        return Window(start=dates[0][0], end=dates[-1][1], dates=dates)
    daily, rest = text.startswith("daily "), text.removeprefix("daily ")
    start, parted, end = rest.partition("..")
    if not parted:
        raise WindowError(text)
    return Window(start=parse_mark(start), end=parse_mark(end), is_daily=daily)


def _date(part: str) -> tuple[MarkOfPlan, MarkOfPlan]:
    first, parted, last = part.strip().partition("-d")
    if parted:
        return parse_mark(first), parse_mark("d" + last)
    mark = parse_mark(part)
    return mark, mark
