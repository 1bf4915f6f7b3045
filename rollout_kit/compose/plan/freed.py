"""The person-days that each house sets free, per person."""

from dataclasses import dataclass

from rollout_kit.compose.plan.planned import DAY_MINUTES, Desk
from rollout_kit.compose.wording import plain, short_house, shortened
from rollout_kit.document import Cell, Column, Group, Heading, Node, Row, Table, Text
from rollout_kit.message import N_
from rollout_kit.plan.model import PersonRef

MOST_PEOPLE = {"A4": 4, "Letter": 3}  # per house; page 1 must stay one page
NAME_MM = 46
NAME_LENGTH = 25  # characters that fit into it


@dataclass(frozen=True, slots=True, kw_only=True)
class DaysOf:
    """The person-days of a house in tenths, per person, most first; `tenths` is the sum of what is printed."""

    side: str
    name: str
    people: tuple[tuple[PersonRef, int], ...]

    @property
    def tenths(self) -> int:
        """The sum: whoever signs adds up what is printed."""
        return sum(tenths for _, tenths in self.people)


def days_of_houses(desk: Desk) -> tuple[DaysOf, ...]:
    """Return the person-days of the customer and of the provider."""
    minutes: dict[PersonRef, int] = {}
    for task in desk.plan.tasks:
        for booking in task.bookings:
            minutes[booking.person] = minutes.get(booking.person, 0) + booking.minutes
    ordered = sorted(minutes.items(), key=lambda item: (-item[1], item[0]))
    return tuple(
        DaysOf(
            side=side,
            name=desk.people.house(side),
            people=tuple(
                (ref, round(total * 10 / DAY_MINUTES)) for ref, total in ordered if desk.people.side(ref) == side
            ),
        )
        for side in ("customer", "provider")
    )


def person_days(desk: Desk) -> tuple[Node, ...]:
    """Return head and two columns, one per house; nothing where nobody has anything to do."""
    houses = days_of_houses(desk)
    longest = max((tenths for house in houses for _, tenths in house.people), default=0)
    if not longest:
        return ()
    return (
        Heading(level=2, text=desk.say(N_("What both houses set free"))),
        Group(role="columns", children=tuple(_house_days(desk, house, longest) for house in houses)),
    )


def _house_days(desk: Desk, house: DaysOf, longest: int) -> Node:
    words, side = desk.words, house.side
    most = MOST_PEOPLE[desk.result.case.rollout.brand.paper]
    shown = len(house.people) if len(house.people) <= most else most - 1
    lines = [(desk.known_as(ref), tenths) for ref, tenths in house.people[:shown]]
    if rest := house.people[shown:]:
        lines.append((desk.say(N_("{count} others together"), count=len(rest)), sum(tenths for _, tenths in rest)))
    rows = tuple(
        Row(
            cells=(
                Cell(spans=plain(name)),
                Cell(spans=plain(words.number(tenths / 10, 1))),
                Cell(bar=min(1.0, tenths / longest)),
            )
        )
        for name, tenths in lines
    )
    columns = (
        Column(head=shortened(short_house(desk.people.house(side)), NAME_LENGTH), width_mm=NAME_MM),
        Column(head=words.number(house.tenths / 10, 1), width_mm=13, align="right"),
        Column(head=desk.say(N_("person-days"))),
    )
    nodes: list[Node] = [Table(columns=columns, rows=rows, manner="days", caption=desk.people.house(side))]
    if side == "customer" and (note := _users_time(desk)):
        nodes.append(Text(spans=plain(note), manner="note"))
    return Group(role="part", children=tuple(nodes))


def _users_time(desk: Desk) -> str:
    trained = [
        (training.people or 0) * (training.duration.minutes if training.duration else 60)
        for training in desk.result.case.rollout.training or ()
        if training.audience == "users"
    ]
    days = sum(trained) / DAY_MINUTES
    return (
        desk.say(N_("And the users' own training: {days} person-days."), days=desk.words.number(days, 1))
        if days
        else ""
    )
