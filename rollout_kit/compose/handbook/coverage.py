"""The week hour by hour: when users rely on the service, who is there, and in which hours nobody is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rollout_kit.compose.handbook.book import Book
from rollout_kit.compose.handbook.desk import desk_of
from rollout_kit.compose.handbook.shifts import (
    Kind,
    Minutes,
    Shift,
    Side,
    UnknownZone,
    minutes_of,
    own_desk,
    shifts_of,
    zones_of,
)
from rollout_kit.compose.hours import hours_in_words
from rollout_kit.compose.wording import capitalised, short_house
from rollout_kit.description.quantities import MINUTES_A_DAY, Stretch, WeekHours
from rollout_kit.document import Chart, Node
from rollout_kit.document.charts import CoverageBar, CoverageData, CoverageDay
from rollout_kit.message import N_

_SIDES: tuple[Side, ...] = ("customer", "provider")
_KINDS: tuple[Kind, ...] = ("staffed", "assumed", "on-call")  # the first that holds is drawn
_MONDAY = date(2024, 1, 1)  # any Monday: only the names of weekdays are asked for


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Minutes of an ordinary week, without holidays, in the customer's time zone.

    `answered` are those in which somebody is there or on call; `assumed` those in which only default hours of ours
    say so, which are neither answered nor a gap.
    """

    needed: Minutes
    answered: Minutes
    assumed: Minutes
    shifts: tuple[Shift, ...]

    @property
    def gap(self) -> Minutes:
        """Users rely on the service, and nobody is there."""
        return self.needed - self.answered - self.assumed


def coverage_of(book: Book) -> Coverage | None:
    """Return the week; None where the hours of the users or of those who answer first are not known."""
    rollout = book.rollout
    first = rollout.support[0] if rollout.support else None
    vendor = rollout.vendor_by_id.get((first.vendor if first else None) or "")
    answered_hours = desk_of(rollout).hours or (vendor.hours if vendor else None)
    if rollout.customer.hours is None or answered_hours is None:
        return None
    try:
        shifts = shifts_of(book)
    except UnknownZone:
        return None
    answered = _together(shift for shift in shifts if shift.kind != "assumed")
    return Coverage(
        needed=minutes_of(rollout.customer.hours),
        answered=answered,
        assumed=_together(shift for shift in shifts if shift.kind == "assumed") - answered,
        shifts=shifts,
    )


def gaps_in_words(covered: Coverage, book: Book) -> str:
    """Return when nobody is there: Monday to Friday, 07:00 to 08:00 and 17:00 to 18:00."""
    stretches = [
        Stretch(weekday=day, starts_at=start, ends_at=end)
        for day in range(7)
        for start, end in _runs(_of_day(covered.gap, day))
    ]
    return hours_in_words(WeekHours(stretches=tuple(stretches), text=""), book.words)


def coverage_chart(book: Book) -> tuple[Node, ...]:
    """Return the picture of the week; where hours are not known, an open item instead of a black week."""
    covered = coverage_of(book)
    if covered is None:
        role = "SO" if book.rollout.customer.hours is None else "OL"
        return (
            book.open_text(book.say(N_("the hours in which users rely on the service, and who answers then")), role),
        )
    needed, gap = (book.words.number(len(part) / 60, 1) for part in (covered.needed, covered.gap))
    headline = book.say(N_("In {gap} of {needed} hours nobody answers."), gap=_short(gap), needed=_short(needed))
    if not covered.gap:
        headline = book.say(N_("Somebody answers in each of the {needed} hours."), needed=_short(needed))
    description = f"{headline} {capitalised(gaps_in_words(covered, book))}".strip()
    chart = Chart(
        headline=headline, reading=_reading(covered, book), data=_picture(covered, book), description=description
    )
    return (chart, *_assumed(covered, book))


def _short(number: str) -> str:
    """Return a number without a nought behind the point."""
    return number[:-2] if number.endswith((".0", ",0")) else number


def _reading(covered: Coverage, book: Book) -> str:
    parts = [book.say(N_("Frame: users rely on the service. Grey: somebody is there."))]
    if any(shift.kind == "on-call" for shift in covered.shifts):
        parts.append(book.say(N_("Outline: on call.")))
    if covered.gap:
        parts.append(book.say(N_("Black: nobody.")))
    if zones_of(book).differ:
        house = short_house(book.rollout.customer.name)
        parts.append(book.say(N_("All times are those of {house}."), house=house))
    return " ".join(parts)


def _assumed(covered: Coverage, book: Book) -> tuple[Node, ...]:
    if not any(shift.kind == "assumed" for shift in covered.shifts):
        return ()
    names = [person.name for person in own_desk(book) if not person.hours]
    text = N_("the hours of {names}, which are our assumption and drawn dashed")
    return (book.open_text(book.say(text, names=book.words.names(names))),)


# --- the picture ---------------------------------------------------------------------------------


def _picture(covered: Coverage, book: Book) -> CoverageData:
    return CoverageData(
        days=tuple(_day(covered, day, book) for day in range(7)),
        nobody=book.say(N_("nobody")),
    )


def _day(covered: Coverage, day: int, book: Book) -> CoverageDay:
    needed, gap = _of_day(covered.needed, day), _of_day(covered.gap, day)
    said = book.words.number
    return CoverageDay(
        name=book.words.weekday(_MONDAY + timedelta(days=day)),
        needed=tuple(_runs(needed)),
        gaps=tuple(_runs(gap)),
        bars=tuple(bar for lane, side in enumerate(_SIDES) for bar in _bars(covered.shifts, side, lane, day, book)),
        needed_words=book.say(N_("{n} h needed"), n=_short(said(len(needed) / 60, 1)))
        if needed
        else book.say(N_("not needed")),
        gap_words=book.say(N_("{n} h nobody"), n=_short(said(len(gap) / 60, 1))) if gap else "",
    )


def _bars(shifts: Sequence[Shift], side: Side, lane: int, day: int, book: Book) -> Iterator[CoverageBar]:
    """Yield the bars of a lane: a new one begins where other people are there, or in another way."""
    mine = [(shift, _of_day(shift.minutes, day)) for shift in shifts if shift.side == side]
    begun, before = 0, _there(mine, 0)
    for minute in range(1, MINUTES_A_DAY + 1):
        present = _there(mine, minute) if minute < MINUTES_A_DAY else ()
        if present != before:
            if before:
                yield _bar(before, begun, minute, lane, side, book)
            begun, before = minute, present


def _there(mine: Sequence[tuple[Shift, frozenset[int]]], minute: int) -> tuple[Shift, ...]:
    for kind in _KINDS:
        found = tuple(shift for shift, minutes in mine if shift.kind == kind and minute in minutes)
        if found:
            return found
    return ()


def _bar(present: Sequence[Shift], start: int, end: int, lane: int, side: Side, book: Book) -> CoverageBar:
    names = ", ".join(dict.fromkeys(shift.name for shift in present))
    kind = present[0].kind
    house = short_house(book.people.house(side)).partition(" ")[0]
    words = book.say(N_("{names}, on call"), names=names) if kind == "on-call" else f"{house} · {names}"
    return CoverageBar(starts_at=start, ends_at=end, lane=lane, kind=kind, words=words)


def _together(shifts: Iterator[Shift]) -> Minutes:
    return frozenset(minute for shift in shifts for minute in shift.minutes)


def _of_day(minutes: Minutes, day: int) -> frozenset[int]:
    begin = day * MINUTES_A_DAY
    return frozenset(minute - begin for minute in minutes if begin <= minute < begin + MINUTES_A_DAY)


def _runs(minutes: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Yield where minutes follow each other: first, and the one after the last."""
    begun = last = None
    for minute in sorted(minutes):
        if begun is None or last is None or minute != last + 1:
            if begun is not None and last is not None:
                yield begun, last + 1
            begun = minute
        last = minute
    if begun is not None and last is not None:
        yield begun, last + 1
