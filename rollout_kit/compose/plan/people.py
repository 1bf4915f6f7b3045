"""Who does what: a list per person of both houses, in two columns on paper."""

from collections.abc import Iterator, Sequence
from datetime import date

from rollout_kit.compose.plan.planned import Desk, in_plan
from rollout_kit.compose.wording import kept, plain
from rollout_kit.document import Cell, Column, Group, Heading, Node, Row, Span, Spans, Table, Text
from rollout_kit.message import N_
from rollout_kit.plan.model import Booking, PersonRef, Task

DATE_MM, EFFORT_MM = 21.0, 13.0


def by_person(desk: Desk) -> Node:
    """Return who does what, per person of both houses, with the fullest week."""
    title = desk.say(N_("Who does what"))
    refs = dict.fromkeys(booking.person for task in in_plan(desk.plan.tasks) for booking in task.bookings)
    known = [person.id for person in desk.result.case.rollout.people]
    places = {ref: place for place, ref in enumerate(known)}
    ordered = sorted(refs, key=lambda ref: (desk.people.side(ref) != "customer", places.get(ref, len(known))))
    parts = [node for ref in ordered for node in _person(desk, ref)]
    return Group(role="section", anchor="people", follows="torn", children=(Heading(level=2, text=title), *parts))


def _person(desk: Desk, ref: PersonRef) -> Iterator[Node]:
    words = desk.words
    mine = sorted(((task, own) for task in in_plan(desk.tasks) if (own := _own(task, ref))), key=_first_day)
    rows = tuple(
        Row(
            cells=(
                Cell(spans=_dates(desk, task, own)),
                Cell(spans=(Span(text=desk.name(task), strong=task.is_critical),)),
                Cell(spans=(kept(words.effort(sum(booking.minutes for booking in own))),)),
            )
        )
        for task, own in mine
    )
    house = desk.people.house(desk.people.side(ref))
    yield Heading(
        level=3, text=f"{desk.people.name(ref)}, {house}" if desk.people.is_named(ref) else desk.people.name(ref)
    )
    if sentence := _fullest(desk, ref):
        yield Text(spans=plain(sentence), manner="small")
    columns = (Column(width_mm=DATE_MM), Column(), Column(width_mm=EFFORT_MM, align="right"))
    yield Table(columns=columns, rows=rows, caption=desk.people.name(ref))


def _own(task: Task, ref: PersonRef) -> list[Booking]:
    return sorted((each for each in task.bookings if each.person == ref and each.minutes), key=_half_day)


def _half_day(booking: Booking) -> tuple[date, int]:
    return booking.date, booking.half


def _first_day(mine: tuple[Task, list[Booking]]) -> date:
    return mine[1][0].date


def _dates(desk: Desk, task: Task, own: Sequence[Booking]) -> Spans:
    """Return the days on which somebody does their part: each day of a training, else from when until when."""
    days = list(dict.fromkeys(booking.date for booking in own))
    if len(days) == 1:
        return (kept(desk.words.day(days[0])),)
    said = [desk.words.day(day) for day in days]
    if task.training is not None:
        return plain(", ".join(said))
    return plain(desk.say(N_("{first_day} to {last_day}"), first_day=said[0], last_day=said[-1]))


def _fullest(desk: Desk, ref: PersonRef) -> str:
    words = desk.words
    weeks = [week for week in desk.plan.weeks if week.person == ref and week.free and week.placed]
    if not weeks:
        return ""
    week = max(weeks, key=lambda week: (week.placed / week.free, week.monday))
    return desk.say(
        N_("Fullest week from {day}: {placed} of {free} hours."),
        day=words.day_month(week.monday),
        placed=words.number(week.placed / 60, 1),
        free=words.number(week.free / 60, 1),
    )
