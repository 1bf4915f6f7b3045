"""What cures the findings: a thing per task, and per remedy where no task was planned."""

from dataclasses import replace
from datetime import date, timedelta

from rollout_kit.assess.cure_items import IMPROVED_WITHIN, cure_items
from rollout_kit.finding import Severity
from tests.compose import results

RESTORE, BACKUP = ("responsibilities", "restore"), ("responsibilities", "backup")


def test_findings_that_one_task_cures_are_one_thing_with_its_lead_and_date():
    found = (results.finding(path=RESTORE), results.finding(path=BACKUP))
    (item,) = cure_items(results.result(findings=found))
    assert (item.id, item.who, item.until, item.codes) == ("decide-restore", "keller", date(2027, 1, 14), ("OWN101",))


def test_a_task_in_parts_is_done_with_its_last_part():
    found = results.finding(path=RESTORE)
    first = replace(results.task("decide-restore", date(2027, 1, 14), "keller"), causes=(("OWN101", RESTORE),))
    last = replace(first, id="decide-restore-2", dates=(date(2027, 1, 20),))
    plan = results.plan(results.muster(), (("OWN101", RESTORE, "decide-restore"),))
    (item,) = cure_items(results.result(findings=(found,), plan=replace(plan, tasks=(first, last))))
    assert item.until == date(2027, 1, 20)


def test_a_finding_without_a_task_joins_the_task_of_its_cure_and_owner():
    cured, alone = results.finding(path=RESTORE), results.finding(path=BACKUP)
    plan = results.plan(results.muster(), (("OWN101", RESTORE, "decide-restore"),))
    items = cure_items(results.result(findings=(cured, alone), plan=plan))
    assert [item.id for item in items] == ["decide-restore"]


def test_without_a_task_the_remedy_says_what_to_do_and_the_finding_why():
    place = replace(results.finding(path=("people",), code="PLN104", text="no place for the test"), cure=None)
    plan = results.plan(results.muster())
    (item,) = cure_items(results.result(findings=(place,), plan=plan))
    assert (item.id, item.what, item.reasons) == ("PLN104", place.remedy, (place.message,))
    assert (item.who, item.until) == ("keller", plan.first_day)


def test_several_of_a_rule_without_a_cure_are_one_thing_per_house():
    places = [replace(results.finding(path=("people", id), code="PLN105"), cure=None) for id in ("keller", "frei")]
    of_provider = replace(results.finding(path=("people", "meyer"), code="PLN105"), cure=None)
    plan = results.plan(results.muster())
    items = cure_items(results.result(findings=(*places, of_provider), plan=plan))
    assert [(item.id, item.who) for item in items] == [("PLN105", "keller"), ("PLN105-2", "oser")]
    assert items[0].reasons[1].parameters == {"n": 1}


def test_what_waits_on_the_improvement_list_is_due_after_go_live():
    low = results.finding(path=("load", "golive_factor"), code="CAP102", severity=Severity.LOW)
    plan = replace(results.plan(results.muster()), improvement=(("CAP102", low.path),))
    (item,) = cure_items(results.result(findings=(low,), plan=plan))
    assert item.until == results.GO_LIVE + IMPROVED_WITHIN == results.GO_LIVE + timedelta(days=30)


def test_waived_findings_and_those_of_tests_are_left_out():
    waived = replace(results.finding(), state="waived")
    of_test = results.finding(path=("tests", 0, "findings", 0), code="TST104")
    assert cure_items(results.result(findings=(waived, of_test))) == ()
