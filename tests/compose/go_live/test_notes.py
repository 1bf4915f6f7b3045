"""What has to be said about the day of the cut-over before it comes."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rollout_kit.compose.go_live.day import CutOver
from rollout_kit.compose.go_live.lines import Line
from rollout_kit.compose.go_live.notes import notes_of
from rollout_kit.description.organisations import Freeze
from rollout_kit.description.people import ExtraHours
from tests.compose import results

DAY = results.GO_LIVE
AGREED = CutOver(day=DAY, is_proposed=False)


def case(ends_at: int):
    people = tuple(
        person.model_copy(update={"extra": (ExtraHours(date=DAY, starts_at=480, ends_at=ends_at),)})
        for person in results.muster().people
    )
    return results.result(results.muster(people=people)).case


def lines(last: int) -> tuple[Line, ...]:
    return (Line(id="a", at=480, step="A", who="meyer"), Line(id="b", at=last, step="B", who=None))


def test_a_proposed_day_says_so():
    (note,) = notes_of(CutOver(day=DAY, is_proposed=True), lines(600), (), results.result().case)
    assert note.text.startswith("The day is a proposal")


@pytest.mark.parametrize(("last", "notes"), [(825, 0), (840, 0), (855, 1)])
def test_hours_that_end_before_the_last_step_are_said(last, notes):
    found = notes_of(AGREED, lines(last), (), case(ends_at=840))
    assert [note.parameters for note in found] == [{"end": "14:00", "last": "14:15"}] * notes


def test_tasks_of_that_day_without_a_time_are_named():
    task = results.task("move-mail", DAY, "meyer")
    (note,) = notes_of(AGREED, lines(600), (task,), results.result().case)
    assert note.parameters["tasks"] == (task.name,)


def test_a_day_without_lines_has_nothing_to_say():
    assert notes_of(AGREED, (), (), results.result().case) == ()


@pytest.mark.parametrize(("why", "said"), [("Abschluss", {"why": "Abschluss"}), ("", {})])
def test_a_day_in_a_freeze_is_told(why, said):
    freeze = Freeze(starts_on=DAY, ends_on=DAY, why=why)
    rollout = results.muster()
    customer = rollout.customer.model_copy(update={"freeze": (freeze,)})
    (note,) = notes_of(AGREED, lines(600), (), results.result(results.muster(customer=customer)).case)
    assert note.text.startswith("The day lies in a freeze")
    assert note.parameters == said


@pytest.mark.parametrize(("days", "notes"), [(-1, 0), (0, 1), (1, 1)])
def test_a_decision_that_falls_too_late_is_told(days, notes):
    decision = replace(results.task("go-no-go", DAY + timedelta(days=days), "keller"), landmark="go-no-go")
    case = results.result().case
    case = case.with_plan(replace(case.plan, tasks=(decision,)))
    found = notes_of(AGREED, lines(600), (), case)
    assert [note.text.startswith("Go or no-go is decided on {day} only") for note in found] == [True] * notes
