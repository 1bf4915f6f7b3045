"""The page after page 1: readiness by area, everybody's days week by week, the chance, and who may be missing."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

from rollout_kit.compose.areas import areas_table, areas_title
from rollout_kit.compose.load import shown_of
from rollout_kit.compose.load.sentences import headline
from rollout_kit.compose.plan.absences import absences
from rollout_kit.compose.plan.freed import DaysOf, days_of_houses
from rollout_kit.compose.plan.planned import DAY_MINUTES, Desk, monday_of
from rollout_kit.compose.plan.prospects import prospects
from rollout_kit.compose.wording import plain, strong
from rollout_kit.document import Cell, Column, Group, Heading, Node, Row, Span, Table, Text
from rollout_kit.message import N_
from rollout_kit.plan.model import PersonRef

MOST_WEEKS = 8  # columns beside name and sum; later weeks share one
SUM_MM, WEEK_MM = 18.0, 13.5


def overview(desk: Desk) -> tuple[Node, ...]:
    """Return the page; nothing where there is neither an area nor anybody with something to do."""
    children = (*_areas(desk), *_effort(desk), *prospects(desk), *absences(desk))
    return (Group(role="section", anchor="overview", children=children),) if children else ()


def _areas(desk: Desk) -> Iterator[Node]:
    table = areas_table(desk.result, desk.words)
    if table is not None:
        yield Heading(level=2, text=areas_title(desk.words))
        note = desk.say(N_("An area is as ready as the worst that was found in it, or that could not be judged."))
        yield Text(spans=plain(note), manner="small")
        yield table
        yield from _load(desk)


def _load(desk: Desk) -> Iterator[Node]:
    """Yield what many runs say of the load where it is not carried: rules look at single days only."""
    shown = shown_of(desk.result, desk.words)
    if shown is not None and not shown.outlook.is_scaling:
        text = desk.say(
            N_("The rules on load look at single days. {runs} runs over months say:"), runs=shown.outlook.runs
        )
        yield Text(spans=(*plain(f"{text} "), *strong(headline(shown))))


def _effort(desk: Desk) -> Iterator[Node]:
    houses = [house for house in days_of_houses(desk) if house.people]
    if not houses:
        return
    placed = _placed(desk)
    mondays = sorted({monday for weeks in placed.values() for monday in weeks})
    title = desk.say(N_("Person-days of both houses, week by week"))
    yield Heading(level=2, text=title)
    note = desk.say(N_("Bold: the fullest week of a person, against the time that is set free."))
    yield Text(spans=plain(note), manner="small")
    rows = tuple(row for house in houses for row in _house(desk, house, placed, mondays))
    yield Table(columns=tuple(_columns(desk, mondays)), rows=rows, caption=title)


def _placed(desk: Desk) -> dict[PersonRef, dict[date, int]]:
    """Return everybody's minutes by Monday."""
    placed: defaultdict[PersonRef, defaultdict[date, int]] = defaultdict(lambda: defaultdict(int))
    for task in desk.plan.tasks:
        for booking in task.bookings:
            placed[booking.person][monday_of(booking.date)] += booking.minutes
    return {person: dict(weeks) for person, weeks in placed.items()}


def _columns(desk: Desk, mondays: list[date]) -> Iterator[Column]:
    yield Column(head=desk.say(N_("Who")))
    yield Column(head=desk.say(N_("Days")), width_mm=SUM_MM, align="right", label=desk.say(N_("Days")))
    for monday in mondays[:MOST_WEEKS]:
        head = desk.say(N_("Wk {number}"), number=monday.isocalendar().week)
        yield Column(head=head, width_mm=WEEK_MM, align="right", label=head)
    if len(mondays) > MOST_WEEKS:
        later = desk.say(N_("later"))
        yield Column(head=later, width_mm=WEEK_MM, align="right", label=later)


def _house(
    desk: Desk, house: DaysOf, placed: Mapping[PersonRef, Mapping[date, int]], mondays: list[date]
) -> Iterator[Row]:
    columns = 2 + min(len(mondays), MOST_WEEKS + 1)
    said = desk.words.number(house.tenths / 10, 1)
    yield Row(cells=(Cell(spans=plain(f"{house.name} {said}"), columns=columns),), kind="group")
    for person, tenths in house.people:
        weeks, fullest = placed[person], _fullest(desk, person)
        cells = [
            Cell(spans=(Span(text=_days(desk, weeks.get(monday, 0)), strong=monday == fullest),))
            for monday in mondays[:MOST_WEEKS]
        ]
        if later := mondays[MOST_WEEKS:]:
            cells.append(Cell(spans=plain(_days(desk, sum(weeks.get(monday, 0) for monday in later)))))
        total = Cell(spans=plain(desk.words.number(tenths / 10, 1)))
        yield Row(cells=(Cell(spans=(desk.who(person),)), total, *cells))


def _days(desk: Desk, minutes: int) -> str:
    return desk.words.number(minutes / DAY_MINUTES, 1) if minutes else "–"


def _fullest(desk: Desk, person: PersonRef) -> date | None:
    weeks = [week for week in desk.plan.weeks if week.person == person and week.free and week.placed]
    return max(weeks, key=lambda week: (week.placed / week.free, week.monday)).monday if weeks else None
