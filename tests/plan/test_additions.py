from datetime import date, time
from typing import Any

import pytest

from rollout_kit.description import tryout
from rollout_kit.description.organisations import Customer, Vendor
from rollout_kit.description.people import ExtraHours, Person
from rollout_kit.description.quantities import parse_hours
from rollout_kit.description.settings import AddedTask, PlanSettings, TaskChange
from rollout_kit.description.tryout import Pilot, PilotDecision
from rollout_kit.plan.model import Plan, State
from rollout_kit.playbook.load import load_playbook
from tests.plan.casts import five_people, plan_of
from tests.plan.checker import faults

pytestmark = pytest.mark.uncounted

PLAYBOOK = load_playbook("managed-service")
SATURDAY = date(2027, 2, 6)


def planned(*tasks: AddedTask, **settings: Any) -> Plan:
    rollout = five_people(plan=PlanSettings(add=tasks, **settings), vendors=(Vendor(id="carrier", name="Carrier"),))
    plan = plan_of(rollout)
    assert faults(plan, rollout, PLAYBOOK) == []
    return plan


def test_an_added_task_follows_what_it_waits_for() -> None:
    plan = planned(
        AddedTask(
            id="visit", name="Besuch", owner="keller", effort="4 h", after=["kickoff"], not_before=date(2027, 1, 18)
        )
    )
    task = plan.task_by_id["visit"]
    assert (task.minutes, task.lead, task.origin) == (240, "keller", "added")
    assert task.starts_on is not None
    assert task.starts_on >= date(2027, 1, 18)


def test_a_vendors_slot_keeps_its_date_and_costs_nobody_time() -> None:
    plan = planned(AddedTask(id="port", name="Port", owner="carrier", on=SATURDAY, at=time(9)))
    task = plan.task_by_id["port"]
    assert (task.dates, task.at, task.bookings, task.state) == ((SATURDAY,), time(9), (), State.PLACED)


def test_a_saturday_needs_agreed_hours() -> None:
    cut = AddedTask(id="cut", name="Umstellung", owner="oser", effort="4 h", on=SATURDAY)
    assert planned(cut).task_by_id["cut"].state is State.UNPLACED
    base = five_people()
    hours = ExtraHours(date=SATURDAY, starts_at=480, ends_at=840)
    people: tuple[Person, ...] = tuple(
        someone.model_copy(update={"extra": (hours,)}) if someone.id == "oser" else someone for someone in base.people
    )
    rollout = five_people(people=people, plan=PlanSettings(add=(cut,)))
    plan = plan_of(rollout)
    assert plan.task_by_id["cut"].dates == (SATURDAY,)
    assert faults(plan, rollout, PLAYBOOK) == []
    others = [task.id for task in plan.tasks if SATURDAY in task.dates]
    assert others == ["cut"]  # nothing else slips into the agreed Saturday


def test_an_effort_larger_than_the_time_left_has_no_place_and_names_the_person() -> None:
    task = planned(AddedTask(id="big", name="Gross", owner="weber", effort="40 h", until=date(2027, 1, 29))).task_by_id[
        "big"
    ]
    assert (task.state, task.blamed) == (State.UNPLACED, "weber")


@pytest.mark.parametrize(("at", "halves"), [(time(8), [0, 1]), (None, [0, 1]), (time(14), [])])
def test_a_task_that_begins_at_an_hour_goes_on_after_noon(at: time | None, halves: list[int]) -> None:
    move = AddedTask(id="move", name="Umzug", owner="oser", effort="6 h", on=date(2027, 1, 20), at=at)
    base = five_people(plan=PlanSettings(add=(move,)))
    there = ExtraHours(date=date(2027, 1, 20), starts_at=480, ends_at=1080)
    people = tuple(
        one.model_copy(update={"share": 1.0, "extra": (there,)}) if one.id == "oser" else one for one in base.people
    )
    task = plan_of(base.model_copy(update={"people": people})).task_by_id["move"]
    assert [booking.half for booking in task.bookings] == halves


def test_nobody_is_short_of_time_where_each_has_some_and_never_together() -> None:
    base = five_people()
    late = {"hours": parse_hours("Mon-Fri 18:00-22:00"), "deputy": None}
    people = tuple(one.model_copy(update=late) if one.id == "frei" else one for one in base.people)
    kickoff = plan_of(base.model_copy(update={"people": people})).task_by_id["kickoff"]
    assert (kickoff.state, kickoff.held_up_by, kickoff.blamed) == (State.UNPLACED, None, None)


def test_a_task_that_the_one_before_leaves_no_day_names_it_and_nobody() -> None:
    visit = AddedTask(id="visit", name="Besuch", owner="weber", effort="1 h", after=["go-live-day"], until=SATURDAY)
    task = planned(visit).task_by_id["visit"]
    assert (task.state, task.held_up_by, task.blamed) == (State.UNPLACED, "go-live-day", None)


def test_a_task_that_waits_for_one_without_a_place_is_placed_where_there_is_a_day() -> None:
    big = AddedTask(id="big", name="Gross", owner="weber", effort="40 h", until=date(2027, 1, 29))
    after = AddedTask(id="after", name="Danach", owner="keller", effort="1 h", after=["big"], until=date(2027, 1, 29))
    plan = planned(big, after)
    states = [(plan.task_by_id[id].state, plan.task_by_id[id].held_up_by) for id in ("big", "after")]
    assert states == [(State.UNPLACED, None), (State.PLACED, None)]


@pytest.mark.parametrize(("on", "held_up_by"), [(date(2027, 1, 19), None), (date(2027, 1, 25), "access-list")])
def test_a_task_that_follows_at_once_on_one_past_its_aim_is_held_up_by_it(on: date, held_up_by: str | None) -> None:
    late = planned(change=(TaskChange(id="access-list", on=on),)).task_by_id["break-glass"]
    assert late.aim == date(2027, 1, 24)
    assert late.held_up_by == held_up_by
    assert (late.state is State.LATE) == (held_up_by is not None)
    assert late.blamed is None


def test_nobody_named_for_an_added_task_is_said() -> None:
    assert planned(AddedTask(id="lost", name="Wer?", effort="1 h")).task_by_id["lost"].lead == "customer:to-be-named"


def test_an_imported_row_is_planned_like_an_added_one() -> None:
    row = AddedTask(id="row", name="Zeile", owner="frei", effort="2 h", line=2)
    plan = planned(imported=(row,))
    assert plan.task_by_id["row"].state is State.PLACED


def test_a_dropped_task_is_left_out_and_said() -> None:
    plan = planned(drop=["handbook-hunt"])
    assert "handbook-hunt" not in plan.task_by_id
    assert [item.manner for item in plan.left_out if item.id == "handbook-hunt"] == ["dropped"]


def test_a_change_moves_owner_effort_and_date() -> None:
    plan = planned(
        change=(
            TaskChange(id="backup-policy", owner="frei", effort="2 h"),
            TaskChange(id="licences", on=date(2027, 1, 20)),
            TaskChange(id="monitoring", not_before=date(2027, 1, 25)),
        )
    )
    policy = plan.task_by_id["backup-policy"]
    assert policy.lead == "frei"
    assert {(stake.person, stake.minutes) for stake in policy.stakes} == {("frei", 120), ("keller", 30)}
    assert plan.task_by_id["licences"].dates == (date(2027, 1, 20),)
    assert plan.task_by_id["monitoring"].dates[0] >= date(2027, 1, 25)


def test_the_evening_call_is_placed_once_both_sides_have_agreed_it() -> None:
    evening = ExtraHours(date=date(2027, 1, 27), starts_at=1140, ends_at=1200)
    base = five_people()
    people = tuple(
        someone.model_copy(update={"extra": (evening,)}) if someone.id in ("oser", "keller") else someone
        for someone in base.people
    )
    rollout = five_people(people=people)
    plan = plan_of(rollout)
    call = plan.task_by_id["test-call-out"]
    assert call.dates == (date(2027, 1, 27),)


def test_a_test_dated_by_hand_keeps_its_date() -> None:
    rollout = five_people(tests=(tryout.TestRun(scenario="major-outage", date=date(2027, 2, 3)),))
    plan = plan_of(rollout)
    assert plan.task_by_id["test-outage"].dates == (date(2027, 2, 3),)
    assert faults(plan, rollout, PLAYBOOK) == []


def test_the_pilot_runs_between_its_dates_and_else_ten_working_days_before_g_5() -> None:
    stated = Pilot(users=5, starts_on=date(2027, 1, 25), ends_on=date(2027, 1, 29))
    task = plan_of(five_people(pilot=stated)).task_by_id["pilot-run"]
    assert date(2027, 1, 25) <= task.dates[0] <= task.dates[-1] <= date(2027, 1, 29)
    free = plan_of(five_people()).task_by_id["pilot-run"]
    assert (free.earliest, free.limit) == (date(2027, 1, 18), date(2027, 1, 29))


def test_the_pilot_is_decided_on_the_day_that_the_description_names() -> None:
    stated = Pilot(users=5, decision=PilotDecision(by="weber", on=date(2027, 2, 3)))
    rollout = five_people(pilot=stated)
    plan = plan_of(rollout)
    assert plan.task_by_id["go-no-go-early"].dates == (date(2027, 2, 3),)
    assert faults(plan, rollout, PLAYBOOK) == []
    free = plan_of(five_people(pilot=Pilot(users=5, decision=PilotDecision(by="weber"))))
    assert free.task_by_id["go-no-go-early"].dates != (date(2027, 2, 3),)


def test_what_waits_for_the_training_of_users_waits_for_each_session() -> None:
    plan = planned(AddedTask(id="tests", name="Prüfung", owner="weber", effort="30 min", after=["train-users"]))
    tests = plan.task_by_id["tests"]
    last = max(task.dates[-1] for task in plan.tasks if task.id.startswith("train-users-"))
    assert tests.dates[0] >= last
    assert len(tests.after) == 8


def test_one_site_is_dropped_and_told_and_a_change_reaches_every_site() -> None:
    plan = planned(
        drop=("site-readiness-geneve",), change=(TaskChange(id="site-readiness", not_before=date(2027, 1, 21)),)
    )
    assert [task.starts_on for task in plan.tasks if task.id.startswith("site-readiness")] >= [date(2027, 1, 21)]
    assert "site-readiness-geneve" not in plan.task_by_id
    assert [(item.id, item.manner) for item in plan.left_out] == [("site-readiness-geneve", "dropped")]


def test_a_short_plan_keeps_what_the_description_dates() -> None:
    day = date(2027, 1, 20)
    hunt = tryout.TestRun(scenario="handbook-hunt", date=day)
    pilot = Pilot(users=5, starts_on=date(2027, 1, 14), ends_on=day)
    undated = plan_of(five_people(days=14, go_live=None, pilot=Pilot(users=5)))
    plan = plan_of(five_people(days=14, go_live=None, pilot=pilot, tests=(hunt,)))
    moved = {item.id for item in undated.left_out if item.manner == "moved"}
    assert {"handbook-hunt", "pilot-run"} <= moved
    assert {item.id for item in plan.left_out if item.manner == "moved"} == moved - {"handbook-hunt", "pilot-run"}
    assert plan.task_by_id["handbook-hunt"].dates == (day,)
    assert not {"handbook-hunt", "pilot-run"} & {item.id for item in plan.later}


def test_a_pilot_with_dates_is_planned_in_the_smallest_rollout_of_the_shortest_plan() -> None:
    first, last = date(2027, 1, 14), date(2027, 1, 20)
    customer = Customer(name="Muster AG", region="CH-ZH", users=12)
    small = five_people(
        days=14, go_live=None, customer=customer, pilot=Pilot(users=2, starts_on=first, ends_on=last), training=()
    )
    plan = plan_of(small)
    pilot = plan.task_by_id["pilot-run"]
    assert (plan.size, pilot.state) == ("S", State.PLACED)
    assert first <= pilot.dates[0] <= pilot.dates[-1] <= last
    assert faults(plan, small, PLAYBOOK) == []
