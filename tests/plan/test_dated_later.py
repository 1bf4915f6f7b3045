"""What the description dates long after go-live is dated so, and is no task without a place."""

from datetime import date

import pytest

from rollout_kit import pipeline
from rollout_kit.assess.result import Result
from rollout_kit.plan.model import State

TEXT = """
[rollout]
name = "X"
kickoff = 2027-01-11
[customer]
name = "C"
[provider]
name = "P"
[people.anna]
name = "Anna"
roles = ["service_owner", "trainer"]
[people.ben]
name = "Ben"
organisation = "provider"
roles = ["operations_lead", "second_level", "desk"]
"""


def result(more: str) -> Result:
    outcome = pipeline.run("rollout.toml", {"rollout.toml": f"{TEXT}{more}".encode()}, date(2026, 12, 14))
    assert outcome.result is not None, outcome.problems
    return outcome.result


@pytest.mark.parametrize("day", ["2027-03-18", "2027-08-26", "2028-01-12"])
def test_a_task_dated_after_hypercare_stands_after_the_plan(day: str) -> None:
    task = result(f'[plan]\nadd = [{{ id = "x", name = "X", owner = "anna", effort = "1 h", on = {day} }}]').case.plan

    (found,) = (each for each in task.tasks if each.id == "x")
    assert (found.state, found.dates) == (State.AFTER_PLAN, (date.fromisoformat(day),))


def test_a_session_before_a_late_wave_is_held() -> None:
    found = result(
        '[training.late]\nname = "Late"\naudience = "users"\npeople = 5\ntrainer = "anna"\n'
        "sessions = [{ date = 2027-08-25, seats = 8 }]"
    )

    assert "PLN106" not in [finding.code for finding in found.findings if "Late" in str(finding.message)]
    assert any(task.dates == (date(2027, 8, 25),) for task in found.case.plan.tasks)
