"""A playbook names its tasks as it likes: the program finds what it needs by what the playbook says of them."""

from dataclasses import replace

import pytest

from rollout_kit.calendars.calendars import Calendars
from rollout_kit.description import tryout
from rollout_kit.description.rollout import Rollout
from rollout_kit.description.training import FixedSession, Room, Training
from rollout_kit.plan.draft import draft
from rollout_kit.plan.model import Plan
from rollout_kit.plan.schedule import schedule
from rollout_kit.playbook.load import load_playbook
from rollout_kit.playbook.model import Playbook, Predecessor

from . import casts

pytestmark = pytest.mark.uncounted

OURS = load_playbook("managed-service")
MARK = "x-"


def renamed(playbook: Playbook) -> Playbook:
    tasks = tuple(
        task.model_copy(
            update={
                "id": MARK + task.id,
                "after": tuple(
                    Predecessor.model_validate(f"{MARK}{one.task}{' +1w' if one.next_day else ''}")
                    for one in task.after
                ),
            }
        )
        for task in playbook.tasks
    )
    cured = tuple(entry.model_copy(update={"task": MARK + entry.task}) for entry in playbook.cured_by_task)
    return playbook.model_copy(update={"tasks": tasks, "cured_by_task": cured})


def planned(rollout: Rollout, playbook: Playbook) -> Plan:
    return schedule(draft(rollout, playbook, Calendars(rollout), (), {}), rollout)


@pytest.mark.parametrize("days", [14, 21, 30])
def test_the_plan_is_the_same_under_other_names(days: int) -> None:
    rollout = casts.five_people(
        days=days,
        go_live=None,
        pilot=tryout.Pilot(users=5, decision=tryout.PilotDecision(by="weber", on=casts.KICKOFF)),
        rooms=(Room(id="hall", name="Hall", seats=12),),
        training=(
            Training(id="all", name="All", audience="users", people=24, room="hall"),
            Training(id="desk", name="Desk", audience="desk", sessions=(FixedSession(date=casts.KICKOFF),)),
        ),
        tests=(tryout.TestRun(scenario="restore", date=casts.KICKOFF),),
    )
    first, second = planned(rollout, OURS), planned(rollout, renamed(OURS))

    assert {MARK + task.id: task.dates for task in first.tasks} == {task.id: task.dates for task in second.tasks}
    assert {MARK + task.id for task in first.tasks if task.is_critical} == {
        task.id for task in second.tasks if task.is_critical
    }
    renamed_sessions = tuple(replace(session, task=f"{MARK}{session.task}") for session in first.sessions)
    assert renamed_sessions == second.sessions != ()
    assert [MARK + item.id for item in first.left_out] == [item.id for item in second.left_out]
    assert first.weeks == second.weeks
