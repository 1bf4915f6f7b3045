"""What the playbook `managed-service` says, held to its sources: counts, sums, order and codes."""

import re
from collections import Counter, defaultdict

import pytest

from rollout_kit.playbook.model import BaseTask, Playbook, Seat

FAMILIES = (
    "OWN", "CAP", "TRN", "SLA", "CON", "SEC", "COM", "TST", "FBL", "MAT", "PER", "CHN", "OBJ", "PIL",
)  # fmt: skip

# One person per role, as in the cast of five by which the hours were measured: the engineer trains, the technician
# is desk, key user and deputy.
CAST = {"SP": "SP", "DM": "SP", "SO": "SO", "OL": "OL", "SL": "SL", "TR": "SL", "DK": "DK", "KU": "DK", "DP": "DK"}
TIMES = {"send-message": 5, "readiness-check": 2, "feedback-round": 2, "site-readiness": 2, "train-users": 8}
CORE = (
    "kickoff", "confirm-responsibilities", "name-deputies", "contact-sheet", "scope-and-limits", "break-glass",
    "support-structure", "train-desk-escalation", "restore-test", "test-outage", "fix-findings", "go-no-go",
    "go-live-day",
)  # fmt: skip


def person(seat: Seat, playbook: Playbook) -> str:
    kind, parted, id = seat.who.partition("-of:")
    if not parted:
        return CAST.get(seat.who, "SL")
    activity = next(each for each in playbook.activities if each.id == id)
    house = activity.owner if kind == "owner" else activity.doer
    return "SO" if house == "customer" else ("OL" if kind == "owner" else "SL")


def person_hours(task: BaseTask, playbook: Playbook) -> dict[str, float]:
    hours: dict[str, float] = {}
    for seat in task.seats:
        if seat.hours is not None:
            name = person(seat, playbook)
            hours[name] = max(hours.get(name, 0), seat.hours)
    return {name: amount * TIMES.get(task.id, 1) for name, amount in hours.items()}


def test_it_has_all_its_parts(playbook: Playbook) -> None:
    assert len(playbook.tasks) == 59
    assert len(playbook.decisions) == 12
    assert len(playbook.activities) == 33
    assert len(playbook.chapter_keys) == 24
    assert len(playbook.runbooks) == 10
    assert [routine.every for routine in playbook.routines] == ["day", "week", "month", "quarter"]
    assert Counter(task.step for task in playbook.tasks) == {1: 15, 2: 8, 3: 9, 4: 17, 5: 2, 6: 6, 7: 2}


def test_it_has_all_that_handbook_and_forms_are_made_of(playbook: Playbook) -> None:
    assert len(playbook.scenarios) == 22
    assert len(playbook.modules) == 14
    assert len(playbook.formats) == 8
    assert len(playbook.measures) == 21
    assert Counter(each.sheet for each in playbook.criteria) == {"go-no-go": 14, "hypercare-exit": 9, "acceptance": 18}


def test_only_the_unreachable_provider_is_played_by_one_house(playbook: Playbook) -> None:
    assert [each.id for each in playbook.scenarios if len(each.sides) == 1] == ["provider-unreachable"]


def test_criteria_look_at_rules_of_the_catalogue_only(playbook: Playbook) -> None:
    codes = {code for criterion in playbook.criteria for code in criterion.codes}

    assert len(codes) > 25
    assert [code for code in codes if code[:3] not in FAMILIES] == []
    assert [each.id for each in playbook.criteria if each.sheet == "go-no-go" and not each.codes] == ["no-blockers"]


def test_the_hours_add_up_to_what_was_measured(playbook: Playbook) -> None:
    by_step: defaultdict[int, float] = defaultdict(float)
    by_person: defaultdict[str, float] = defaultdict(float)
    for task in playbook.tasks:
        for name, hours in person_hours(task, playbook).items():
            by_step[task.step] += hours
            by_person[name] += hours if task.step < 7 else 0

    assert {step: by_step[step] for step in range(1, 7)} == {1: 32, 2: 15.5, 3: 35, 4: 39.5, 5: 6, 6: 26}
    assert by_person["OL"] == pytest.approx(37, abs=0.5)
    assert by_person["SP"] == 4.5
    assert sum(by_person.values()) == pytest.approx(153, abs=1)


def test_a_small_rollout_needs_fewer_hours_in_every_seat(playbook: Playbook) -> None:
    seats = [seat for task in playbook.tasks for seat in task.seats if seat.hours and seat.small]

    assert len(seats) > 50
    assert all(seat.small <= seat.hours for seat in seats if seat.who != "SL")


def test_every_chapter_but_the_glossary_is_served_by_a_task(playbook: Playbook) -> None:
    served = {chapter for task in playbook.tasks for chapter in task.chapters}

    assert set(playbook.chapter_keys) - served == {"glossary"}


def test_the_core_is_kept_in_a_short_plan_and_stands_under_no_condition(playbook: Playbook) -> None:
    core = [task for task in playbook.tasks if task.id in CORE]

    assert len(core) == len(CORE)
    assert {task.condition for task in core} == {"always"}
    assert {task.in_14_days for task in core} <= {"keep", "shorten"}


def test_no_task_waits_for_one_that_waits_for_it(playbook: Playbook) -> None:
    waits = {task.id: {each.task for each in task.after} for task in playbook.tasks}
    while ready := {id for id, after in waits.items() if not after & waits.keys()}:
        waits = {id: after for id, after in waits.items() if id not in ready}

    assert waits == {}


def test_every_test_lies_in_the_second_half_and_leaves_three_working_days(playbook: Playbook) -> None:
    tests = [task for task in playbook.tasks if task.is_test]

    assert [task.id for task in tests] == [
        "restore-test", "test-outage", "test-provider-away", "test-call-out", "test-phishing", "test-rollback",
        "handbook-hunt", "dry-run",
    ]  # fmt: skip
    assert {task.window.start.anchor for task in tests} == {"h", "g"}
    assert {(task.window.end.anchor, task.window.end.offset) for task in tests} == {("g", -4)}
    assert all(task.is_hard for task in tests)


def test_hard_tasks_are_those_that_cannot_slip(playbook: Playbook) -> None:
    hard = {task.id for task in playbook.tasks if task.is_hard and not task.is_test}

    assert hard == {"kickoff", "send-message", "train-users", "fix-findings", "go-no-go", "go-live-day"}


def test_a_freeze_stops_what_changes_the_systems(playbook: Playbook) -> None:
    blocked = {task.id for task in playbook.tasks if task.blocked_by_freeze}

    assert blocked == {"break-glass", "restore-test", "test-rollback", "go-live-day", "old-access-out"}


def test_milestones_are_where_both_sides_decide(playbook: Playbook) -> None:
    assert [task.id for task in playbook.tasks if task.is_milestone] == [
        "kickoff", "go-no-go-early", "go-no-go", "go-live-day", "hand-over",
    ]  # fmt: skip


def test_only_the_evening_call_is_out_of_hours(playbook: Playbook) -> None:
    assert [task.id for task in playbook.tasks if task.out_of_hours] == ["test-call-out"]


def test_every_code_belongs_to_a_known_family(playbook: Playbook) -> None:
    codes = [code for task in playbook.tasks for code in task.rules]
    codes += [code for cure in playbook.cures for code in cure.rules]
    codes += [code for decision in playbook.decisions for code in decision.codes]
    codes += [cured.rule for cured in playbook.cured_by_task]

    assert len(codes) > 150
    assert [code for code in codes if not re.fullmatch(rf"({'|'.join(FAMILIES)})1\d\d", code)] == []


def test_a_rule_has_one_cure_at_most(playbook: Playbook) -> None:
    counted = Counter(code for cure in playbook.cures for code in cure.rules)

    assert [code for code, n in counted.items() if n > 1] == []


def test_every_rule_that_a_task_serves_has_a_cure_or_is_cured_by_a_task(playbook: Playbook) -> None:
    cured = {code for cure in playbook.cures for code in cure.rules} | {each.rule for each in playbook.cured_by_task}
    served = {code for task in playbook.tasks for code in task.rules}

    assert served - cured == set()


def test_a_rule_cured_for_its_first_finding_only_has_a_cure_for_the_others(playbook: Playbook) -> None:
    first_only = [cured.rule for cured in playbook.cured_by_task if cured.first_only]

    assert first_only == ["SEC103", "CON107"]
    assert all(playbook.cure_for(rule) for rule in first_only)


def test_what_can_be_moved_behind_the_plan_has_a_date_there(playbook: Playbook) -> None:
    moved = {task.id for task in playbook.tasks if "after" in (task.in_21_days, task.in_14_days)}
    dated = {item.id for item in playbook.later if item.condition == "not-placed"}

    assert moved - dated == {"pilot-run"}  # a first wave takes its place


def test_security_reporting_and_access_stay_with_the_customer(playbook: Playbook) -> None:
    owners = {activity.id: activity.owner for activity in playbook.activities}

    assert {owners[id] for id in ("security_incident", "legal_reporting", "access")} == {"customer"}
