"""A sheet per week: people and days, with room to write."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from rollout_kit.compose.plan.planned import DAY_MINUTES, Desk, weeks_of
from rollout_kit.compose.plan.sittings import told_together
from rollout_kit.compose.wording import kept, plain
from rollout_kit.document import Cell, Column, Group, Heading, Node, Row, Span, Table, Text
from rollout_kit.message import N_
from rollout_kit.plan.model import TO_BE_NAMED, Booking, PersonRef, Task

DAYS_A_WEEK = 7
NAME_MM = 30
WORKDAY_MM = None
WEEKEND_MM = 14
TRUTHS = 2  # proofs that are said for the end of the week


def week_sheets(desk: Desk) -> Iterator[Node]:
    """Yield a landscape page per week of the plan in which somebody has something to do."""
    for monday in weeks_of(desk.plan.first_day, desk.plan.last_day):
        rows = _rows(desk, monday)
        if rows:
            yield Group(role="wide", anchor=f"week-{monday:%Y-%m-%d}", children=tuple(_sheet(desk, monday, rows)))


def _sheet(desk: Desk, monday: date, rows: Sequence[Row]) -> Iterator[Node]:
    yield Heading(level=2, text=desk.week(monday))
    truths = _truths(desk, monday)
    if truths:
        begin = Span(text=desk.say(N_("On Sunday evening this is true:")) + " ", strong=True)
        yield Text(spans=(begin, Span(text=truths)), manner="decide")
    days = [monday + timedelta(days=offset) for offset in range(DAYS_A_WEEK)]
    busy = {booking.date for task in desk.plan.tasks for booking in task.bookings}
    heads = [
        Column(
            head=desk.words.weekday_short(day),
            width_mm=WEEKEND_MM if day.weekday() > 4 and day not in busy else WORKDAY_MM,
            is_parted=True,
            label=desk.words.weekday_short(day),
        )
        for day in days
    ]
    columns = (Column(head=desk.say(N_("Who")), width_mm=NAME_MM), *heads)
    yield Text(
        spans=plain(desk.say(N_("Bold: together with others, at the half-day named. Hatched: away. Grey: a day off."))),
        manner="note",
    )
    yield Table(columns=columns, rows=tuple(rows), manner="week", caption=desk.week(monday))


def _truths(desk: Desk, monday: date) -> str:
    sunday = monday + timedelta(days=6)
    done = [task for task in desk.plan.tasks if task.proof and task.ends_on and monday <= task.ends_on <= sunday]
    done = (
        [task for task in done if task.is_critical]
        or [task for task in done if task.is_milestone]
        or [task for task in done if task.is_test]
    )
    said = [desk.words.text(task.proof) for task in done[-TRUTHS:] if task.proof]
    return ". ".join(said) + "." if said else ""


def _rows(desk: Desk, monday: date) -> list[Row]:
    sunday = monday + timedelta(days=6)
    booked: dict[PersonRef, list[tuple[Task, Booking]]] = {}
    for task in desk.plan.tasks:
        for booking in task.bookings:
            if monday <= booking.date <= sunday:
                booked.setdefault(booking.person, []).append((task, booking))
    known = [person.id for person in desk.result.case.rollout.people] + list(TO_BE_NAMED.values())
    return [_row(desk, monday, ref, booked[ref]) for ref in known if ref in booked]


def _row(desk: Desk, monday: date, ref: PersonRef, entries: Sequence[tuple[Task, Booking]]) -> Row:
    days = sum(booking.minutes for _, booking in entries) / DAY_MINUTES
    said = desk.say(N_("{days} days"), days=desk.words.number(days, 1))
    name = (Span(text=desk.known_as(ref), strong=True, line_break=True), replace(kept(said), quiet=True))
    return Row(cells=(Cell(spans=name), *_cells(desk, monday, ref, entries)))


def _cells(desk: Desk, monday: date, ref: PersonRef, entries: Sequence[tuple[Task, Booking]]) -> Iterator[Cell]:
    offset = 0
    while offset < DAYS_A_WEEK:
        away = _days_away(desk, monday, offset, ref)
        if away:
            yield Cell(spans=_why_away(desk, ref, monday + timedelta(days=offset)), ground="away", columns=away)
            offset += away
        else:
            day = monday + timedelta(days=offset)
            mine = [(task, booking) for task, booking in entries if booking.date == day]
            works = any(desk.result.case.calendars.free_minutes(ref, day))
            yield Cell(spans=tuple(_spans(desk, mine)) if mine else _off(desk, ref, day), ground="" if works else "off")
            offset += 1


def _days_away(desk: Desk, monday: date, offset: int, ref: PersonRef) -> int:
    count = 0
    while offset + count < DAYS_A_WEEK:
        day = monday + timedelta(days=offset + count)
        first = desk.result.case.calendars.is_away(ref, monday + timedelta(days=offset))
        if first is None or desk.result.case.calendars.is_away(ref, day) != first:
            break
        count += 1
    return count


def _why_away(desk: Desk, ref: PersonRef, day: date) -> tuple[Span, ...]:
    absence = desk.result.case.calendars.is_away(ref, day)
    why = (absence.why if absence else "") or desk.say(N_("away"))
    person = desk.result.case.rollout.person_by_id.get(ref)
    if person is None or not person.deputy:
        return (Span(text=why, strong=True),)
    text = desk.say(N_("{why}, deputy {name}"), why=why, name=desk.known_as(person.deputy))
    return (Span(text=text, strong=True),)


def _off(desk: Desk, ref: PersonRef, day: date) -> tuple[Span, ...]:
    holiday = desk.result.case.calendars.holiday_of(ref, day)
    return (Span(text=holiday.name, quiet=True),) if holiday and day.weekday() < 5 else ()


def _spans(desk: Desk, entries: Sequence[tuple[Task, Booking]]) -> Iterator[Span]:
    """Yield what somebody does on a day: what is sat with others, by half-day, then the work, in one run."""
    seen: dict[str, tuple[Task, Booking]] = {}
    for task, booking in sorted(entries, key=lambda entry: entry[1].half):
        seen.setdefault(task.id, (task, booking))
    together = [(task, booking) for task, booking in seen.values() if task.is_sitting or task.at]
    alone = [task for task, _ in seen.values() if not (task.is_sitting or task.at)]
    lines = [*_sittings(desk, together)]
    for when, names in lines:
        yield Span(text=f"{when} ", quiet=True)
        is_last = not alone and (when, names) == lines[-1]
        yield Span(text="; ".join(names), strong=True, line_break=not is_last)
    yield Span(text="; ".join(desk.name(task) for task in alone))


def _sittings(desk: Desk, together: Sequence[tuple[Task, Booking]]) -> Iterator[tuple[str, list[str]]]:
    """Yield the hour or the half-day and what is sat then; a half-day is said once for all of it."""
    halves: dict[str, list[Task]] = {}
    for task, booking in together:
        half = desk.say(N_("afternoon") if booking.half else N_("morning"))
        halves.setdefault(f"{task.at:%H:%M}" if task.at else half, []).append(task)
    for half, tasks in halves.items():
        yield half, [desk.name(task) for task in told_together(tasks)]
