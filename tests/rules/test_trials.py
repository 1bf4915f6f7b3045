"""Which tests a rollout cannot go without is a matter of its playbook."""

from dataclasses import replace

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import Judged, NotApplicable, Outcome
from rollout_kit.finding import Violation
from rollout_kit.language.words import Words
from rollout_kit.message import Message
from rollout_kit.rules.test_run.mandatory_test_missing import mandatory_test_missing
from rollout_kit.rules.test_run.one_sided_test import one_sided_test

from .overlay import Fragment, result_of

CASE = result_of(Fragment("")).case


def with_playbook(**changes: object) -> Case:
    return replace(CASE, playbook=CASE.playbook.model_copy(update=changes))


def judged(*mandatory: str) -> list[Outcome]:
    return list(mandatory_test_missing.judge(with_playbook(mandatory_scenarios=mandatory)))


def test_a_playbook_without_mandatory_tests_asks_for_none() -> None:
    assert judged() == [NotApplicable()]


def test_a_playbook_with_fewer_of_them_asks_for_those() -> None:
    assert judged("restore", "phishing") == []


def test_a_playbook_with_another_one_asks_for_it_by_its_name() -> None:
    (found,) = judged("restore", "rollback")
    assert isinstance(found, Violation)
    assert found.path == ("tests",)
    fault = found.parameters["fault"]
    assert isinstance(fault, Message)
    said = Words("en", CASE.playbook.texts["en"]).text(fault)
    name = CASE.playbook.texts["en"]["scenarios.rollback.name"]
    assert said == f'1 of 2 mandatory tests is not dated before go-live: "{name}"'


def test_a_scenario_of_no_playbook_needs_both_houses() -> None:
    without = tuple(each for each in CASE.playbook.scenarios if each.id != "provider-unreachable")
    found = [one for one in one_sided_test.judge(with_playbook(scenarios=without)) if one != Judged()]
    assert [one.path for one in found if isinstance(one, Violation)] == [("tests", 4)]
    assert all(one == Judged() for one in one_sided_test.judge(CASE))
