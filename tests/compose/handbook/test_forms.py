"""The forms of the appendix, and what a run says of each criterion."""

from dataclasses import replace
from datetime import date

import pytest

from rollout_kit.assess.result import Result
from rollout_kit.compose.handbook.form_tests import trials
from rollout_kit.compose.handbook.forms import forms
from rollout_kit.compose.handbook.judged import judged
from rollout_kit.description import tryout
from rollout_kit.document import Checklist, Field, Table, walk
from rollout_kit.finding import Severity, Untested
from rollout_kit.message import verbatim
from rollout_kit.plan.model import Stake
from rollout_kit.playbook.content import Criterion
from rollout_kit.rules.catalogue import catalogue
from tests.compose import results
from tests.compose.conftest import book
from tests.compose.tree import words_of

RESTORE = Criterion(id="restore-proven", sheet="go-no-go", codes=("CAP101", "OWN101"))
ALL = Criterion(id="no-blockers", sheet="go-no-go", any_finding=True)


def result_with_tests(*tests: tryout.TestRun) -> Result:
    return results.result(results.muster(tests=tests))


def state(criterion: Criterion, result: Result) -> str:
    return judged(criterion, book(result)).state


def untested(code: str, *, could_block: bool = True) -> Untested:
    return Untested(code=code, missing=("x",), could_block=could_block)


# --- criteria ------------------------------------------------------------------------------------


def test_a_criterion_fails_by_an_open_finding_of_its_rules_only():
    open_ = results.finding(code="CAP101")
    assert state(RESTORE, results.result(findings=(open_,))) == "fails"
    assert state(RESTORE, results.result(findings=(replace(open_, state="waived"),))) == "nothing-against"
    assert state(RESTORE, results.result(findings=(results.finding(code="SEC101"),))) == "nothing-against"


@pytest.mark.parametrize(
    ("blind", "tested", "said"),
    [
        ((), (), "nothing-against"),
        (("CAP101",), (), "partly"),
        (("CAP101",), ("CAP101",), "partly"),
        (("CAP101", "OWN101"), (), "untested"),
        (("CAP101", "OWN101"), ("OWN101",), "partly"),
    ],
)
def test_what_could_not_be_judged_is_told_apart(blind, tested, said):
    blank = results.result(findings=(), untested=tuple(untested(code) for code in blind), tested_codes=tested)
    assert state(RESTORE, blank) == said


def test_a_rule_that_is_switched_off_or_unknown_tests_nothing():
    off = results.muster(severities=(("CAP101", None), ("OWN101", None)))
    assert state(RESTORE, results.result(off, findings=())) == "untested"
    unknown = RESTORE.model_copy(update={"codes": ("ZZZ999",)})
    assert state(unknown, results.result(findings=())) == "untested"
    assert state(RESTORE.model_copy(update={"codes": ()}), results.result(findings=())) == "untested"


def test_a_finding_about_another_priority_does_not_count():
    asked = RESTORE.model_copy(update={"codes": ("SLA101",), "priorities": ("P1", "P2")})
    for priority, said in (("P1", "fails"), ("P2", "fails"), ("P3", "nothing-against")):
        found = results.finding(("service_levels", priority), "SLA101")
        assert (state(asked, results.result(findings=(found,))) == "fails") is (said == "fails")


def test_the_first_criterion_counts_blockers_and_high_findings_without_a_date_before_go_live():
    blocker = results.finding()
    high = replace(blocker, severity=Severity.HIGH)
    assert state(ALL, results.result(findings=(blocker,))) == "fails"
    assert state(ALL, results.result(findings=(high,))) == "nothing-against"
    undated = results.result(findings=(high,), plan=results.plan(results.muster()))
    assert state(ALL, undated) == "fails"
    medium = replace(blocker, severity=Severity.MEDIUM)
    assert state(ALL, results.result(findings=(medium,), plan=results.plan(results.muster()))) == "nothing-against"
    blind = results.result(findings=(), untested=(untested("CAP101"),))
    assert state(ALL, blind) == "partly"
    harmless = results.result(findings=(), untested=(untested("CAP101", could_block=False),))
    assert state(ALL, harmless) == "nothing-against"


# --- test protocols ------------------------------------------------------------------------------


def test_each_dated_test_has_a_protocol_in_order_of_time():
    own = tryout.TestRun(scenario="Dossier herstellen", date=date(2027, 2, 1))
    known = tryout.TestRun(scenario="phishing", date=date(2027, 1, 28))
    undated = tryout.TestRun(scenario="ransomware")
    found = trials(book(result_with_tests(own, known, undated)))
    assert [trial.title for trial in found] == [
        "Phishing mail to everybody", "Dossier herstellen", "Ransomware, played at the table",
    ]  # fmt: skip
    assert found[0].success.startswith("First report within 10 minutes")
    assert found[0].people == ("keller", "frei")


def test_a_planned_test_has_one_protocol_even_where_it_is_dated():
    rollout = results.muster(tests=(tryout.TestRun(scenario="restore", date=date(2027, 1, 28)),))
    plan = results.plan(rollout)
    task = replace(plan.tasks[0], id="restore-test", name=verbatim("Restore"), is_test=True, dates=(date(2027, 1, 28),))
    found = trials(book(results.result(rollout, plan=replace(plan, tasks=(task,)))))
    assert [(trial.id, trial.scenario) for trial in found] == [("restore-test", "restore")]


def test_a_test_of_one_house_names_nobody_of_the_other():
    rollout = results.muster(
        tests=(tryout.TestRun(scenario="provider-unreachable"), tryout.TestRun(scenario="restore"))
    )
    plan = results.plan(rollout)
    both = tuple(Stake(person=person, minutes=60) for person in ("keller", "oser"))
    away = replace(plan.tasks[0], id="test-provider-away", is_test=True, stakes=both, bookings=())
    alone, restore = trials(book(results.result(rollout, plan=replace(plan, tasks=(away,)))))
    assert (alone.scenario, alone.people) == ("provider-unreachable", ("keller",))
    assert (restore.scenario, restore.people) == ("restore", ("meyer", "keller"))


def test_a_protocol_says_what_is_open_and_leaves_room_for_the_rest():
    chapter = forms(book(result_with_tests(tryout.TestRun(scenario="Eigener Test"))))
    text = words_of(chapter.pages[:1])
    assert "When | [open] no date yet" in text
    assert "It went well when | [open] to be agreed and written down before the test" in text
    assert "| Began at |  | Ended at |  | Watched by | " in text + "\n"
    boxes = [node for node in walk(chapter.pages[:1]) if isinstance(node, Checklist)]
    assert len(boxes) == 3
    lines = [node.kind for node in walk(chapter.pages[:1]) if isinstance(node, Field)]
    assert lines == ["ruled", "open-item", "open-item", "open-item"]


# --- sheets --------------------------------------------------------------------------------------


def tables(result: Result) -> dict[str, Table]:
    nodes = walk(forms(book(result)).pages)
    return {node.caption: node for node in nodes if isinstance(node, Table) and node.manner == "form"}


def test_the_sheets_have_all_their_lines_and_a_box_of_its_own_for_each_choice():
    found = tables(results.result())
    assert {name: len(found[name].rows) for name in ("Go or no-go", "End of hypercare", "Hand-over")} == {
        "Go or no-go": 14, "End of hypercare": 9, "Hand-over": 18,
    }  # fmt: skip
    boxes = [cell.box for table in found.values() for row in table.rows for cell in row.cells if cell.box]
    assert len(boxes) == len(set(boxes)) == 14 * 2 + 9 * 2 + 18 * 3


def test_go_or_no_go_says_for_each_criterion_what_the_edition_knows():
    blind = tuple(untested(rule.code) for rule in catalogue() if rule.code.startswith("PIL"))
    text = words_of((tables(results.result(untested=blind))["Go or no-go"],))
    lines = text.splitlines()[1:]
    assert [line.partition("does not hold: ")[2].partition(" has ")[0] for line in lines[:2]] == [
        "Restore and test", "Restore and test",
    ]  # fmt: skip
    assert "[ready] nothing against it" in text
    assert "[too-little-known] not tested" in text
    assert "OWN101" not in text


def test_the_headline_counts_the_criteria_that_do_not_hold():
    assert forms(book(results.result())).headline == "2 of 14 criteria for go-live do not hold today."
    none = forms(book(results.result(findings=()))).headline
    assert none == "No finding speaks against any of the 14 criteria for go-live."


def test_sheets_are_signed_by_both_houses_and_once_by_each_person():
    rollout = results.muster()
    nodes = walk(forms(book(results.result(rollout))).pages)
    signed = [(node.label, node.house) for node in nodes if isinstance(node, Field) and node.kind == "signature"]
    assert signed[:3] == [
        ("Petra Weber", "Muster Treuhand AG"), ("Anna Keller", "Muster Treuhand AG"), ("Claire Oser", "NetServ GmbH"),
    ]  # fmt: skip
    nobody = walk(forms(book(results.tiny_result())).pages)
    houses = [node.house for node in nobody if isinstance(node, Field) and node.kind == "signature"]
    assert len(houses[:2]) == len(set(houses[:2])) == 2
    assert all(not node.label for node in nobody if isinstance(node, Field) and node.kind == "signature")


def test_each_sheet_says_that_its_figures_are_ours():
    text = words_of(forms(book(results.result())).pages)
    assert text.count("note: The figures on this sheet are our defaults") == 3


def test_the_change_form_names_who_approves():
    assert "____ signature Anna Keller approves; has not carried it out" in words_of(
        forms(book(results.result())).pages
    )
