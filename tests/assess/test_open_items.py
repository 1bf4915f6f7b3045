"""Open items: each thing once, with a name and a date."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from rollout_kit.assess.open_items import open_items
from rollout_kit.assess.result import Result
from rollout_kit.assess.subject import listed
from rollout_kit.description import tryout
from rollout_kit.finding import Untested
from tests.compose import results


def reachable():
    """Return the people of the sample, each with a number."""
    rollout = results.muster()
    return tuple(person.model_copy(update={"phone": "+41 44 555 01 09"}) for person in rollout.people)


def quiet(**changes) -> Result:
    """Return a result in which nothing is owed but what the changes bring."""
    about = results.muster().about.model_copy(update={"go_live_reserve": date(2027, 2, 22)})
    rollout = results.muster(about=about, people=reachable(), **changes.pop("rollout", {}))
    return results.result(rollout, **{"findings": (), "decisions": (), **changes})


def test_nothing_is_owed_where_nothing_is_open():
    assert open_items(quiet()) == ()


def test_a_decision_is_due_at_the_kickoff_and_names_its_decider():
    (item,) = open_items(quiet(decisions=(results.decision(1),)))
    assert (item.id, item.who, item.until, item.origin) == (
        "decision-decision-1",
        "keller",
        results.KICKOFF,
        "decision",
    )


def test_a_decision_that_answers_a_finding_and_its_cure_are_one_item():
    answers = results.decision(1, codes=("OWN101",))
    finding = results.finding()
    plan = results.plan(results.muster(), ((finding.code, finding.path, "decide-restore"),))
    (item,) = open_items(quiet(decisions=(answers,), findings=(finding,), plan=plan))
    assert item.origin == "decision"
    assert item.further == (plan.task_by_id["decide-restore"].name, finding.message)
    assert item.codes == ("OWN101",)


def test_a_cure_that_only_partly_is_decided_waits_for_whoever_decides():
    found = (results.finding(), results.finding(path=("x",), code="CAP109"))
    plan = results.plan(results.muster(), tuple((each.code, each.path, "decide-restore") for each in found))
    answers = results.decision(1, codes=("OWN101",), decider="weber")
    later = tryout.TestFinding(what="Label printer silent", fix_by=date(2027, 2, 1))
    tests = (tryout.TestRun(scenario="major-outage", findings=(later,)),)
    items = open_items(quiet(decisions=(answers,), findings=found, plan=plan, rollout={"tests": tests}))
    assert [(item.origin, item.state, item.waits_for) for item in items] == [
        ("decision", "open", None),
        ("finding", "waits", "weber"),  # in its turn by date, among those that wait for nobody
        ("test-finding", "open", None),
    ]


@pytest.mark.parametrize(("days", "state"), [(-1, "open"), (0, "open"), (1, "overdue")])
def test_an_item_is_overdue_from_the_day_after_its_date(days, state):
    as_of = results.KICKOFF + timedelta(days=days)
    (item,) = open_items(quiet(decisions=(results.decision(1),), as_of=as_of))
    assert item.state == state


def test_what_is_not_known_is_one_item_per_topic_due_five_working_days_after_the_kickoff():
    untested = (
        Untested(code="CAP101", missing=("customer.users", "support.L1.staff"), could_block=True),
        Untested(code="CAP108", missing=("load.licences", "customer.users"), could_block=False),
    )
    items = open_items(quiet(untested=untested))
    assert [(item.id, item.codes) for item in items] == [
        ("unknown-users", ("CAP101", "CAP108")),
        ("unknown-support", ("CAP101",)),
        ("unknown-licences", ("CAP108",)),
    ]
    assert {item.until for item in items} == {date(2027, 1, 18)}
    assert [item.who for item in items][:2] == ["keller", "oser"]


def test_what_an_open_decision_brings_with_it_is_no_second_item():
    untested = (Untested(code="OWN102", missing=("responsibilities.restore",), could_block=False),)
    accountable = results.decision(1, id="accountable")
    assert [item.id for item in open_items(quiet(untested=untested, decisions=(accountable,)))] == [
        "decision-accountable"
    ]
    assert [item.id for item in open_items(quiet(untested=untested))] == ["unknown-responsibilities"]


def test_missing_numbers_are_one_item_of_the_desk_and_a_missing_reserve_day_one_of_the_decider():
    items = open_items(results.result(findings=(), decisions=()))
    assert [(item.id, item.who) for item in items] == [("unknown-reserve", "weber"), ("unknown-phones", "frei")]
    assert items[1].what.parameters["names"] == ("Jan Meyer", "Petra Weber")


@pytest.mark.parametrize("without", [3, 4])
def test_of_more_than_three_without_a_number_the_rest_is_counted(without: int):
    people = reachable()
    silent = tuple(person.model_copy(update={"phone": ""}) for person in people[:without])
    about = results.muster().about.model_copy(update={"go_live_reserve": date(2027, 2, 22)})
    rollout = results.muster(about=about, people=(*silent, *people[without:]))
    (item,) = open_items(results.result(rollout, findings=(), decisions=()))
    names = tuple(person.name for person in people[:without])
    assert item.what.parameters["names"] == listed(names, 3)
    assert (item.what.parameters["names"] == names) is (without == 3)


def test_findings_of_tests_are_items_and_those_that_are_fixed_come_last():
    late = tryout.TestFinding(what="Label printer silent", fix_by=date(2027, 2, 1))
    fixed = tryout.TestFinding(what="Wrong greeting", fix_by=date(2027, 1, 1), fixed=True)
    tests = (tryout.TestRun(scenario="major-outage", findings=(fixed, late)),)
    items = open_items(quiet(rollout={"tests": tests}))
    assert [(item.id, item.what.text, item.state, item.who) for item in items] == [
        ("test-1-2", "Label printer silent", "open", "meyer"),
        ("test-1-1", "Wrong greeting", "done", "meyer"),
    ]


def test_a_task_of_the_file_that_nobody_owns_is_an_item_of_its_house():
    plan = results.plan(results.muster())
    free = replace(results.task("wiring", date(2027, 1, 20), "provider:to-be-named"), origin="added")
    (item,) = open_items(quiet(plan=replace(plan, tasks=(*plan.tasks, free))))
    assert (item.id, item.who, item.until, item.origin) == ("added-wiring", "oser", results.KICKOFF, "added")


def test_the_overdue_come_first_then_dates_and_numbers_follow_the_list():
    late = tryout.TestFinding(what="Label printer silent", fix_by=date(2027, 1, 4))
    tests = (tryout.TestRun(scenario="major-outage", findings=(late,)),)
    untested = (Untested(code="CAP101", missing=("customer.users",), could_block=True),)
    items = open_items(quiet(rollout={"tests": tests}, untested=untested, decisions=(results.decision(1),)))
    assert [(item.number, item.origin) for item in items] == [(1, "test-finding"), (2, "decision"), (3, "unknown")]


def test_ids_are_told_apart_and_the_same_in_every_run():
    result = results.tiny_result()
    ids = [item.id for item in open_items(result)]
    assert len(set(ids)) == len(ids) > 9
    assert [item.id for item in open_items(replace(result))] == ids
