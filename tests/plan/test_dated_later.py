"""What the description dates long after go-live is dated so, and is no task without a place."""

from datetime import date

import pytest

from rollout_kit.plan.model import State
from tests.two_people import result_with


@pytest.mark.parametrize("day", ["2027-03-18", "2027-08-26", "2028-01-12"])
def test_a_task_dated_after_hypercare_stands_after_the_plan(day: str) -> None:
    plan = result_with(
        f'[plan]\nadd = [{{ id = "x", name = "X", owner = "anna", effort = "1 h", on = {day} }}]'
    ).case.plan

    (found,) = (each for each in plan.tasks if each.id == "x")
    assert (found.state, found.dates) == (State.AFTER_PLAN, (date.fromisoformat(day),))


def test_a_session_before_a_late_wave_is_held() -> None:
    found = result_with(
        '[training.late]\nname = "Late"\naudience = "users"\npeople = 5\ntrainer = "anna"\n'
        "sessions = [{ date = 2027-08-25, seats = 8 }]"
    )

    assert "PLN106" not in [finding.code for finding in found.findings if "Late" in str(finding.message)]
    assert any(task.dates == (date(2027, 8, 25),) for task in found.case.plan.tasks)
