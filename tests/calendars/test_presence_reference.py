"""`free_minutes` against a reference that looks at every minute of the day by itself."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rollout_kit.calendars.calendars import Calendars
from rollout_kit.description.organisations import About, Customer, DayOff, HolidayChanges, Provider
from rollout_kit.description.people import Absence, ExtraHours, Person
from rollout_kit.description.quantities import Stretch, WeekHours
from rollout_kit.description.rollout import Rollout

MONDAY = date(2027, 1, 11)
EDGES = st.sampled_from((0, 479, 480, 719, 720, 721, 750, 779, 780, 781, 1020, 1439)) | st.integers(0, 1439)
LENGTHS = st.sampled_from((1, 59, 60, 61, 239, 240, 241, 540, 1440)) | st.integers(1, 1440)
SPANS = st.lists(st.tuples(EDGES, LENGTHS).map(lambda pair: (pair[0], sum(pair))), max_size=4)


@pytest.mark.thorough
@settings(derandomize=True, max_examples=400, deadline=None, database=None)
@given(ordinary=SPANS, agreed=SPANS, holiday=st.sampled_from((None, "half", "whole")), is_away=st.booleans())
def test_free_minutes_are_those_counted_minute_by_minute(ordinary, agreed, holiday, is_away):
    made = Calendars(_rollout(ordinary, agreed, holiday, is_away))
    assert made.free_minutes("a", MONDAY) == ((0, 0) if is_away else _counted(ordinary, agreed, holiday))


def _counted(ordinary: list[tuple[int, int]], agreed: list[tuple[int, int]], holiday: str | None) -> tuple[int, int]:
    present = {minute for start, end in ordinary for minute in range(start, end)}
    halves = {minute: _half(minute, present) for minute in present}
    if holiday == "whole":
        halves = {}
    if holiday == "half":
        halves = {minute: half for minute, half in halves.items() if half == "morning"}
    if holiday:
        present = set(halves)
    for minute in {minute for start, end in agreed for minute in range(start, end)} - present:
        halves[minute] = "morning" if minute < 13 * 60 else "afternoon"
    worked = list(halves.values())
    return min(240, worked.count("morning")), min(240, worked.count("afternoon"))


def _half(minute: int, present: set[int]) -> str:
    """Tell a minute by the clock; one between 12 and 13 by whether its stretch came from or goes on to work."""
    if not 720 <= minute < 780:
        return "morning" if minute < 720 else "afternoon"
    came_from_morning = all(other in present for other in range(719, minute))
    goes_on_to_afternoon = all(other in present for other in range(minute, 781))
    if came_from_morning:
        return "lunch" if goes_on_to_afternoon else "morning"
    return "afternoon"


def _rollout(
    ordinary: list[tuple[int, int]], agreed: list[tuple[int, int]], holiday: str | None, is_away: bool
) -> Rollout:
    stretches = tuple(Stretch(weekday=0, starts_at=start, ends_at=end) for start, end in ordinary)
    person = Person(
        id="a",
        name="A",
        hours=WeekHours(stretches=stretches, text=""),
        extra=tuple(ExtraHours(date=MONDAY, starts_at=start, ends_at=end) for start, end in agreed),
        absences=(Absence(starts_on=MONDAY, ends_on=MONDAY),) if is_away else (),
    )
    day_off = (DayOff(date=MONDAY, name="frei", half=holiday == "half"),) if holiday else ()
    return Rollout(
        about=About(name="x", kickoff=MONDAY),
        customer=Customer(name="c", holidays=HolidayChanges(add=day_off)),
        provider=Provider(name="p"),
        people=(person,),
    )
