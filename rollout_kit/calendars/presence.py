"""Presence on one day: spans of minutes from midnight, and the minutes of its two half-days."""

from collections.abc import Iterable

Span = tuple[int, int]
"""From and until, in minutes from the midnight at which the day begins; the end may pass 1440."""

HALF_DAY_MINUTES = 240  # a day is two half-days of 4 h
NOON = 720
AFTERNOON = 780


def united(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return spans ordered, with those that overlap or touch made one."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def without(spans: Iterable[Span], taken: Iterable[Span]) -> tuple[Span, ...]:
    """Return what is left of spans where nothing is taken."""
    left = list(spans)
    for start, end in taken:
        cut = [piece for span in left for piece in ((span[0], min(span[1], start)), (max(span[0], end), span[1]))]
        left = [piece for piece in cut if piece[0] < piece[1]]
    return tuple(left)


def shared(spans: Iterable[Span], others: Iterable[Span]) -> tuple[Span, ...]:
    """Return the parts of spans that lie in others too."""
    ends = list(others)
    cut = [(max(start, first), min(end, last)) for start, end in spans for first, last in ends]
    return tuple((start, end) for start, end in cut if start < end)


def morning_of(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the mornings of ordinary hours, none of which begins at 12:00 or later.

    Who is there from before 12:00 until after 13:00 has the hour between for lunch; a span that ends within
    that hour is all morning.
    """
    return tuple((start, end if end <= AFTERNOON else NOON) for start, end in united(spans) if start < NOON)


def afternoon_of(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the afternoons of ordinary hours: from 13:00, or from 12:00 on for who begins then.

    What runs into the night counts to the afternoon of the day on which it begins.
    """
    starts = ((start if start >= NOON else AFTERNOON, end) for start, end in united(spans))
    return tuple((start, end) for start, end in starts if start < end)


def before(minute: int, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the parts of spans that lie before a minute."""
    return tuple((start, min(end, minute)) for start, end in spans if start < minute)


def length(spans: Iterable[Span]) -> int:
    """Return the minutes of spans that do not overlap."""
    return sum(end - start for start, end in spans)
