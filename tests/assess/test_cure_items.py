"""What cures the findings: a thing per task, and per remedy where no task was planned."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from rollout_kit.assess.cure_items import IMPROVED_WITHIN, cure_items, reasons_of
from rollout_kit.finding import Severity
from rollout_kit.message import playbook_text
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
    of_tests = [results.finding(path=("tests", 0, "findings", *rest), code="TST104") for rest in ((), (0,))]
    assert cure_items(results.result(findings=(waived, *of_tests))) == ()


def of_people(*names: str):
    found = [results.finding(path=("people", name), code="OWN104", text="too much") for name in names]
    return [replace(each, cure="spread-hats", subject=name) for each, name in zip(found, names, strict=True)]


def cured(findings):
    causes = tuple((each.code, each.path) for each in findings)
    task = replace(results.task("spread-hats", date(2027, 1, 14), "keller"), causes=causes)
    plan = results.plan(results.muster(), tuple((*cause, "spread-hats") for cause in causes))
    return task, results.result(findings=tuple(findings), plan=replace(plan, tasks=(task,)))


def test_of_many_findings_it_is_told_whom_they_are_about():
    (item,) = cure_items(cured(of_people("a", "b", "c"))[1])
    (reason,) = item.reasons
    assert reason.parameters["subjects"] == ("a", "b", "c")


def test_of_more_subjects_than_a_line_holds_the_rest_is_counted():
    names = tuple(f"p{number}" for number in range(8))
    all_of_them, one_too_many, two_too_many = (
        cure_items(cured(of_people(*names[:count]))[1])[0].reasons[0].parameters["subjects"] for count in (6, 7, 8)
    )
    assert all_of_them == names[:6]
    assert (one_too_many[:-1], one_too_many[-1].parameters) == (names[:6], {"count": 1})
    assert (two_too_many[:-1], two_too_many[-1].parameters) == (names[:6], {"count": 2})


def test_two_findings_say_both_what_is_wrong_and_the_plan_whom_they_are_about():
    findings = of_people("a", "b")
    findings[1] = replace(findings[1], message=replace(findings[1].message, text="far too much"))
    task, made = cured(findings)
    (item,) = cure_items(made)
    assert [reason.text for reason in item.reasons] == ["too much", "far too much"]
    assert [reason.parameters["subjects"] for reason in reasons_of(task, made)] == [("a", "b")]


def test_the_worst_finding_gives_its_weight():
    findings = of_people("a", "b")
    findings[1] = replace(findings[1], severity=Severity.BLOCKER)
    (item,) = cure_items(cured(findings)[1])
    assert item.severity is Severity.BLOCKER


@pytest.mark.parametrize("code", ["TRN113", "CON103"])  # a date to be set, and a task that this plan leaves out
def test_what_waits_but_must_come_before_go_live_is_due_before_it(code: str):
    low = results.finding(path=("training", "desk"), code=code, severity=Severity.LOW)
    plan = replace(results.plan(results.muster()), improvement=((code, low.path),))
    (item,) = cure_items(results.result(findings=(low,), plan=plan))
    assert item.until is not None
    assert item.until < results.GO_LIVE


def test_what_waits_and_no_task_would_have_cured_is_due_after_go_live():
    low = results.finding(path=("load",), code="XXX101", severity=Severity.LOW)
    plan = replace(results.plan(results.muster()), improvement=(("XXX101", low.path),))
    (item,) = cure_items(results.result(findings=(low,), plan=plan))
    assert item.until == results.GO_LIVE + IMPROVED_WITHIN


@pytest.mark.parametrize(
    ("code", "until"),
    [
        ("CHN104", date(2027, 3, 10)),  # after:30, from go-live on Monday 8 February
        ("CAP107", date(2027, 2, 2)),  # g-4: working days before it
        ("TRN112", date(2027, 2, 4)),  # a task that this plan leaves out would cure it: before go or no-go
        ("XXX101", date(2027, 1, 11)),  # nothing cures it: settled in the kickoff
        ("CAP102", date(2027, 2, 4)),  # task:load-estimate, which this plan leaves out: before go or no-go
    ],
)
def test_what_no_task_cures_is_due_when_its_cure_says(code: str, until: date):
    found = results.finding(path=("load", "golive_factor"), code=code, severity=Severity.HIGH)
    (item,) = cure_items(results.result(findings=(found,), plan=results.plan(results.muster())))
    assert (item.what, item.until) == (found.remedy, until)


def test_a_finding_about_a_test_is_none_that_a_test_brought_to_light():
    found = results.finding(path=("tests", 0), code="TST103")
    (item,) = cure_items(results.result(findings=(found,), plan=results.plan(results.muster())))
    assert item.codes == ("TST103",)


def without_tasks(*findings):
    return cure_items(results.result(findings=findings, plan=results.plan(results.muster())))


@pytest.mark.parametrize("count", [1, 2, 3])
def test_several_findings_of_a_cure_without_a_task_have_its_words_for_many(count: int):
    found = [results.finding(path=("load", str(number)), code="CAP102") for number in range(count)]
    (item,) = without_tasks(*found)
    many = playbook_text(f"cures.{item.id}.name_many", n=count)
    assert item.what == (found[0].remedy if count == 1 else many)


def test_two_subjects_of_three_findings_are_told_and_not_the_findings():
    (item,) = cure_items(cured([*of_people("a", "b"), replace(of_people("a")[0], path=("people", "a", "share"))])[1])
    (reason,) = item.reasons
    assert reason.parameters["subjects"] == ("a", "b")


@pytest.mark.parametrize(
    ("subjects", "codes", "said"),
    [
        (("a", "a"), ("OWN104", "OWN105"), ["first"]),  # nobody else: what the first rule says is enough
        (("a", "a"), ("OWN104", "OWN104"), ["first", "second"]),
        (("a", "b"), ("OWN104", "OWN105"), ["first", "second"]),
    ],
)
def test_findings_of_another_rule_are_told_where_they_are_about_somebody_else(subjects, codes, said):
    findings = [
        replace(each, code=code, path=("people", subject, text), message=replace(each.message, text=text))
        for each, code, subject, text in zip(of_people(*subjects), codes, subjects, ["first", "second"], strict=True)
    ]
    (item,) = cure_items(cured(findings)[1])
    assert [reason.text for reason in item.reasons] == said
