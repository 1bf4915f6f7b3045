from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from rollout_kit.calendars.calendars import Calendars
from rollout_kit.description.settings import AddedTask, PlanSettings
from rollout_kit.finding import Cure, Finding, KeyPath, Position, Severity
from rollout_kit.language.words import Words
from rollout_kit.message import message
from rollout_kit.plan.draft import draft
from rollout_kit.plan.model import State
from rollout_kit.playbook.load import load_playbook
from tests.plan.casts import five_people, plan_of
from tests.plan.checker import faults

pytestmark = pytest.mark.uncounted

PLAYBOOK = load_playbook("managed-service")
WORDS = Words("en", PLAYBOOK.texts["en"])


def finding(code: str, *path: str | int, severity: Severity = Severity.HIGH, **more: Any) -> Finding:
    where: KeyPath = path
    return Finding(
        code=code,
        name=code.lower(),
        severity=severity,
        path=where,
        position=Position(file="rollout.toml", line=1, column=1),
        message=message("something is wrong"),
        remedy=message("mend it"),
        cure=None,
        **more,
    )


RESTORE = finding("OWN101", "responsibilities", "restore", severity=Severity.BLOCKER)
BACKUP = finding("OWN101", "responsibilities", "backup", severity=Severity.BLOCKER)
MONITORING = finding("OWN102", "responsibilities", "monitoring")
INCIDENT = finding("OWN102", "responsibilities", "incident")
NO_CHECK = finding("TRN110", "training", "desk", severity=Severity.MEDIUM, subject="Desk")
ROSTER = finding("CAP101", "support", "L1", severity=Severity.BLOCKER, subject="Desk")


def test_one_accountable_to_decide_is_a_task_named_after_the_activity() -> None:
    plan = plan_of(five_people(), (RESTORE,))
    task = plan.task_curing("OWN101", RESTORE.path)
    assert task is not None
    assert (task.id, task.minutes, task.lead) == ("decide-restore", 30, "keller")
    assert task.ends_on is not None
    assert task.ends_on <= task.aim == plan.task_by_id["confirm-responsibilities"].aim
    assert "Restore" in WORDS.text(task.name)


def test_findings_of_one_cure_and_owner_share_one_task() -> None:
    plan = plan_of(five_people(), (RESTORE, BACKUP))
    task = plan.task_curing("OWN101", RESTORE.path)
    assert task is not None
    assert task == plan.task_curing("OWN101", BACKUP.path)
    assert (task.id, task.minutes) == ("decide-accountable", 45)  # 30 + 10, rounded up to a quarter
    assert task.causes == (("OWN101", RESTORE.path), ("OWN101", BACKUP.path))


def test_a_task_counts_each_activity_once_and_those_that_are_not_listed_by_their_number() -> None:
    unlisted = replace(finding("OWN101", "responsibilities"), message=message("{n} have nobody", n=26))
    same = finding("OWN105", "responsibilities", "restore", severity=Severity.BLOCKER)
    task = plan_of(five_people(), (unlisted, RESTORE, same)).task_curing("OWN101", RESTORE.path)
    assert task is not None
    assert "27 activities" in WORDS.text(task.name)


def test_small_cures_of_one_owner_are_sat_together_when_due_within_three_days() -> None:
    plan = plan_of(five_people(), (MONITORING, NO_CHECK))
    doer, date_it = plan.task_curing("OWN102", MONITORING.path), plan.task_curing("TRN110", NO_CHECK.path)
    assert doer is not None
    assert date_it is not None
    assert doer != date_it  # one is wanted in week 1, the other before go-live
    both = plan_of(five_people(), (MONITORING, finding("PLN101", "rollout", "kickoff", severity=Severity.LOW)))
    assert both.task_curing("OWN102", MONITORING.path) is not None


def test_a_low_finding_waits_on_the_improvement_list() -> None:
    low = finding("OWN102", "responsibilities", "incident", severity=Severity.LOW)
    plan = plan_of(five_people(), (low,))
    assert plan.improvement == (("OWN102", low.path),)
    assert plan.task_curing("OWN102", low.path) is None


@pytest.mark.parametrize(("severity", "waits"), [(Severity.MEDIUM, False), (Severity.LOW, True)])
def test_what_is_due_before_go_live_never_waits_until_after_it(severity: Severity, waits: bool) -> None:
    """In a plan of 14 days no task prepares the managers, and nothing else cures the finding."""
    unprepared = finding("TRN112", "training", severity=severity)
    plan = plan_of(five_people(days=14, go_live=None), (unprepared,))
    assert "train-managers" not in plan.task_by_id
    assert plan.task_curing("TRN112", unprepared.path) is None
    assert plan.improvement == ((("TRN112", ("training",)),) if waits else ())


def test_more_than_two_hours_are_split() -> None:
    many = tuple(finding("OWN101", "responsibilities", f"own_{number}") for number in range(12))
    plan = plan_of(five_people(), many)
    parts = [task for task in plan.tasks if task.origin == "cure"]
    assert [task.minutes for task in parts] == [120, 30]  # 30 + 11 x 10 = 140, rounded up to 150
    assert len({task.id for task in parts}) == 2


def test_a_finding_that_a_base_task_cures_gets_no_second_task() -> None:
    late = finding("TRN106", "training", "desk")
    plan = plan_of(five_people(), (late,))
    task = plan.task_curing("TRN106", late.path)
    assert task is not None
    assert task.origin == "base"


def test_twenty_five_findings_still_find_their_places() -> None:
    findings = (
        *(finding("OWN101", "responsibilities", f"a{number}", severity=Severity.BLOCKER) for number in range(5)),
        *(finding("OWN102", "responsibilities", f"b{number}") for number in range(5)),
        *(finding("OWN103", "people", name) for name in ("keller", "frei", "oser", "meyer")),
        ROSTER,
        finding("CAP102", "load", severity=Severity.MEDIUM),
        finding("CAP108", "load", "licences"),
        *(finding("TRN107", "training", f"t{number}", severity=Severity.MEDIUM) for number in range(4)),
        *(finding("TRN110", "training", f"u{number}", severity=Severity.MEDIUM) for number in range(4)),
    )
    assert len(findings) == 25
    rollout = five_people()
    plan = plan_of(rollout, findings)
    assert faults(plan, rollout, PLAYBOOK) == []
    assert [task.id for task in plan.tasks if task.state is State.UNPLACED] == ["test-call-out"]
    assert all(plan.task_curing(one.code, one.path) for one in findings)
    assert all(task.ends_on < plan.go_live for task in plan.tasks if task.origin == "cure" and task.ends_on)


def test_a_cure_of_the_second_level_keeps_out_of_a_freeze() -> None:
    from rollout_kit.description.organisations import Customer, Freeze

    freeze = Freeze(starts_on=date(2027, 1, 11), ends_on=date(2027, 1, 20))
    rollout = five_people(customer=Customer(name="Muster AG", region="CH-ZH", users=85, freeze=[freeze]))
    check = finding("TRN107", "training", "desk", severity=Severity.MEDIUM)
    task = plan_of(rollout, (check,)).task_curing("TRN107", check.path)
    assert task is not None
    assert task.lead == "meyer"
    assert task.starts_on is not None
    assert task.starts_on > freeze.ends_on


def test_a_cure_steps_aside_for_a_task_of_ones_own_with_its_id() -> None:
    mine = AddedTask(id="decide-restore", name="Meine", owner="keller", effort="30 min")
    rollout = five_people(plan=PlanSettings(add=(mine,)))
    plan = plan_of(rollout, (RESTORE,))
    task = plan.task_curing("OWN101", RESTORE.path)
    assert task is not None
    assert (task.id, task.origin, plan.task_by_id["decide-restore"].origin) == ("decide-restore-cure", "cure", "added")
    assert faults(plan, rollout, PLAYBOOK) == []


def test_a_cure_that_takes_no_time_waits_on_the_improvement_list() -> None:
    rollout, odd = five_people(), finding("ZZZ101", "tests")
    fallbacks = {"ZZZ101": Cure(id="note", text="Note it", minutes=0, owner="SO", before="p0.20")}
    drafted = draft(rollout, PLAYBOOK, Calendars(rollout), (odd,), fallbacks)
    assert drafted.improvement == (("ZZZ101", ("tests",)),)
    assert drafted.cured == ()
