"""The next things to do."""

from dataclasses import replace

import pytest

from rollout_kit.assess.result import Result
from rollout_kit.finding import Severity, Untested
from rollout_kit.language.words import Words
from rollout_kit.message import verbatim
from rollout_kit.report.advice import next_steps

from .conftest import finding

SAID = '"restore" has 2 people accountable (keller, oser); exactly one can be'
WRITE = "write load.tickets_per_user_month and support.L1.staff, so that CAP101 can be judged"


def steps(result: Result) -> list[str]:
    return [step.replace("\u00a0", " ") for step in next_steps(result, Words("en"))]


def blocker(n: int):
    return finding(f"OWN20{n}", path=("x", n), remedy=verbatim(f"cure {n}"))


def test_the_worst_comes_first_and_missing_keys_that_decide_before_the_rest(result: Result):
    assert steps(result) == [
        "Decide who is accountable for restore: 11 Jan 2027, 30 min, Anna Keller (OWN101)",
        WRITE,
        "Name a deputy: no date was found, 30 min, NetServ GmbH: to be named (OWN103)",
    ]


def test_missing_keys_come_third_at_the_latest(result: Result):
    many = replace(result, findings=tuple(blocker(n) for n in range(4)))
    assert steps(many) == [f"{SAID}; cure 0 (OWN200)", f"{SAID}; cure 1 (OWN201)", WRITE]


def test_a_rule_that_cannot_block_asks_for_no_key(result: Result):
    mild = replace(result, findings=(), untested=tuple(replace(rule, could_block=False) for rule in result.untested))
    assert steps(mild) == []


def test_findings_of_one_task_are_one_step(result: Result):
    again = finding("OWN102")
    plan = replace(result.case.plan, cured=(*result.case.plan.cured, ("OWN102", again.path, "decide-restore")))
    two = replace(result, case=result.case.with_plan(plan), findings=(finding(), again), untested=())
    assert steps(two) == ["Decide who is accountable for restore: 11 Jan 2027, 30 min, Anna Keller (OWN101 and OWN102)"]


def test_a_finding_that_is_waived_is_no_step(result: Result):
    waived = replace(result, findings=(finding(state="waived"),), untested=())
    assert steps(waived) == []


def test_without_blockers_the_next_severities_are_named(result: Result):
    milder = tuple(
        finding(f"OWN30{n}", severity, path=("x", n), remedy=verbatim("do"))
        for n, severity in enumerate((Severity.HIGH, Severity.MEDIUM, Severity.LOW))
    )
    codes = ("OWN300", "OWN301", "OWN302")
    assert steps(replace(result, findings=milder, untested=())) == [f"{SAID}; do ({code})" for code in codes]


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (("a",), "write a, so that CAP101 can be judged"),
        (("a", "b", "c"), "write a, b and c, so that CAP101 can be judged"),
        (("a", "b", "c", "d"), "write a, b, c and 1 more key, so that CAP101 can be judged"),
        (("a", "b", "c", "d", "e"), "write a, b, c and 2 more keys, so that CAP101 can be judged"),
    ],
)
def test_many_missing_keys_are_counted(keys: tuple[str, ...], said: str, result: Result):
    lacking = replace(result, findings=(), untested=(Untested(code="CAP101", missing=keys, could_block=True),))
    assert steps(lacking) == [said]


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        (3, "write load, so that CAP101, CAP102 and CAP103 can be judged"),
        (4, "write load, so that CAP101, CAP102, CAP103 and 1 more rule can be judged"),
        (5, "write load, so that CAP101, CAP102, CAP103 and 2 more rules can be judged"),
    ],
)
def test_many_rules_that_wait_for_keys_are_counted(rules: int, said: str, result: Result):
    untested = tuple(Untested(code=f"CAP10{n}", missing=("load",), could_block=True) for n in range(1, rules + 1))
    assert steps(replace(result, findings=(), untested=untested)) == [said]
