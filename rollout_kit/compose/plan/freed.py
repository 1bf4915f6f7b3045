"""The person-days that each house sets free, per person."""

from rollout_kit.compose.plan.planned import DAY_MINUTES, Desk
from rollout_kit.compose.wording import plain, short_house, shortened
from rollout_kit.document import Cell, Column, Group, Heading, Node, Row, Table, Text
from rollout_kit.message import N_
from rollout_kit.plan.model import PersonRef

MOST_PEOPLE = {"A4": 4, "Letter": 3}  # per house; page 1 must stay one page
NAME_MM = 46
NAME_LENGTH = 25  # characters that fit into it


def person_days(desk: Desk) -> tuple[Node, ...]:
    """Return head and two columns, one per house; nothing where nobody has anything to do."""
    minutes: dict[PersonRef, int] = {}
    for task in desk.plan.tasks:
        for booking in task.bookings:
            minutes[booking.person] = minutes.get(booking.person, 0) + booking.minutes
    longest = max(minutes.values(), default=0)
    if not longest:
        return ()
    sides = [_house_days(desk, side, minutes, longest) for side in ("customer", "provider")]
    return (
        Heading(level=2, text=desk.say(N_("What both houses set free"))),
        Group(role="columns", children=tuple(side for side in sides)),
    )


def _house_days(desk: Desk, side: str, minutes: dict[PersonRef, int], longest: int) -> Node:
    words = desk.words
    mine = {ref: total for ref, total in minutes.items() if desk.people.side(ref) == side}
    ordered = sorted(mine.items(), key=lambda item: (-item[1], item[0]))
    most = MOST_PEOPLE[desk.result.case.rollout.brand.paper]
    shown = len(ordered) if len(ordered) <= most else most - 1
    lines = [(desk.people.name(ref), total) for ref, total in ordered[:shown]]
    if rest := ordered[shown:]:
        lines.append((desk.say(N_("{count} others together"), count=len(rest)), sum(total for _, total in rest)))
    tenths = [round(total * 10 / DAY_MINUTES) for _, total in lines]  # whoever signs adds up what is printed
    rows = tuple(
        Row(
            cells=(
                Cell(spans=plain(name)),
                Cell(spans=plain(words.number(days / 10, 1))),
                Cell(bar=min(1.0, total / longest)),
            )
        )
        for (name, total), days in zip(lines, tenths, strict=True)
    )
    columns = (
        Column(head=shortened(short_house(desk.people.house(side)), NAME_LENGTH), width_mm=NAME_MM),
        Column(head=words.number(sum(tenths) / 10, 1), width_mm=13, align="right"),
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
