"""Why a task stands on its day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from rollout_kit.calendars.calendars import Calendars
from rollout_kit.description.organisations import Freeze
from rollout_kit.description.people import Absence
from rollout_kit.description.rollout import Rollout
from rollout_kit.message import verbatim
from rollout_kit.plan.model import Booking, Plan, Stake, State, Task
from rollout_kit.plan.standing import Standing, standing_of
from tests.plan.casts import five_people, plan_of

ROLLOUT = five_people(30)
PLAN = plan_of(ROLLOUT)
MONDAY = date(2027, 1, 18)


def task(
    id: str, day: date | None, *, earliest: date = MONDAY, after: tuple[str, ...] = (), who: str = "weber"
) -> Task:
    dates = (day,) if day else ()
    bookings = (Booking(person=who, date=day, half=0, minutes=60),) if day else ()
    return Task(
        id=id, origin="base", step=1, name=verbatim(id), proof=None, reason=None, lead=who,
        stakes=(Stake(person=who, minutes=60),), bookings=bookings, dates=dates, earliest=earliest,
        aim=MONDAY + timedelta(days=11), limit=MONDAY + timedelta(days=14), after=after, state=State.PLACED,
    )  # fmt: skip


def standing(*tasks: Task, rollout: Rollout = ROLLOUT) -> Standing | None:
    """Return why the first of the tasks stands on its day."""
    plan: Plan = replace(PLAN, tasks=tasks)
    return standing_of(tasks[0], plan, Calendars(rollout))


def absent(*days: int) -> Rollout:
    away = Absence(starts_on=MONDAY + timedelta(days=days[0]), ends_on=MONDAY + timedelta(days=days[-1]))
    people = [each.model_copy(update={"absences": (away,)}) if each.id == "weber" else each for each in ROLLOUT.people]
    return ROLLOUT.model_copy(update={"people": tuple(people)})


def test_without_a_place_there_is_no_reason() -> None:
    assert standing(task("a", None)) is None
    assert standing(replace(task("a", MONDAY), is_series=True)) is None


def test_one_day_only() -> None:
    only = replace(task("a", MONDAY), limit=MONDAY)
    assert standing(only) == Standing(kind="fixed", day=MONDAY)


@pytest.mark.parametrize("earliest", [MONDAY, MONDAY - timedelta(days=2)])
def test_from_its_first_day_on(earliest: date) -> None:
    assert standing(task("a", MONDAY, earliest=earliest)) == Standing(kind="from", day=earliest)


def test_after_the_last_of_those_waited_for() -> None:
    tuesday = MONDAY + timedelta(days=1)
    found = standing(task("a", tuesday, after=("b", "c")), task("b", MONDAY), task("c", MONDAY - timedelta(days=4)))
    assert found == Standing(kind="after", day=MONDAY, task="b")


def test_what_ended_before_the_first_day_holds_nothing_up() -> None:
    found = standing(task("a", MONDAY, after=("b",)), task("b", MONDAY - timedelta(days=4)))
    assert found == Standing(kind="from", day=MONDAY)


def test_who_was_away_is_named() -> None:
    wednesday = MONDAY + timedelta(days=2)
    found = standing(task("a", wednesday), rollout=absent(0, 1))
    assert found == Standing(kind="away", day=wednesday, person="weber")


def test_who_had_other_work_is_named() -> None:
    wednesday = MONDAY + timedelta(days=2)
    found = standing(task("a", wednesday), task("b", MONDAY))
    assert found == Standing(kind="busy", day=wednesday, person="weber")


def test_a_freeze_is_named_where_it_covers_the_days() -> None:
    freeze = Freeze(starts_on=MONDAY, ends_on=MONDAY + timedelta(days=1), why="Audit")
    frozen = ROLLOUT.model_copy(update={"customer": ROLLOUT.customer.model_copy(update={"freeze": (freeze,)})})
    assert standing(task("a", MONDAY + timedelta(days=2)), rollout=frozen) == Standing(
        kind="freeze", day=MONDAY + timedelta(days=2)
    )


def test_no_obstacle_of_one_person_leaves_that_there_was_no_time_together() -> None:
    wednesday = MONDAY + timedelta(days=2)
    assert standing(task("a", wednesday)) == Standing(kind="tight", day=wednesday)


def test_every_task_of_a_plan_has_a_reason_that_holds() -> None:
    calendars = Calendars(ROLLOUT)
    found = {each.id: standing_of(each, PLAN, calendars) for each in PLAN.tasks if each.dates and not each.is_series}
    assert all(found.values())
    for id, reason in found.items():
        assert reason is not None
        if reason.kind == "after":
            before = PLAN.task_by_id[str(reason.task)]
            assert reason.task in PLAN.task_by_id[id].after
            assert before.dates[-1] == reason.day
