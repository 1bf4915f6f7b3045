"""What the plan can come to, made by hand: states that a description reaches only by way of the whole placement."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from rollout_kit.assess.case import Case
from rollout_kit.finding import KeyPath, Violation
from rollout_kit.language.words import NO_BREAK, Words
from rollout_kit.message import verbatim
from rollout_kit.plan.model import LeftOut, Plan, State, Task, WeekLoad
from rollout_kit.rules.catalogue import catalogue

from .overlay import Fragment, result_of

RULES = {rule.code: rule for rule in catalogue()}
MONDAY = date(2027, 1, 18)


@pytest.fixture(scope="module")
def case() -> Case:
    return result_of(Fragment("")).case


def changed(case: Case, **changes: Any) -> Case:
    plan: Plan = replace(case.plan, **changes)
    return case.with_plan(plan)


def told(code: str, case: Case) -> Iterator[tuple[KeyPath, str]]:
    rule, words = RULES[code], Words("en")
    for violation in rule.judge(case):
        assert isinstance(violation, Violation)
        fault = violation.parameters.get("fault")
        text = words.value(fault) if fault else words.say(rule.message, **violation.parameters)
        yield violation.path, text.replace(NO_BREAK, " ")


def task(state: State, **changes: Any) -> Task:
    plain = Task(
        id="vendor", origin="base", step=1, name=verbatim("Visit"), proof=None, reason=None, lead="keller", stakes=(),
        dates=(date(2027, 1, 20),), earliest=MONDAY, aim=date(2027, 1, 19), limit=date(2027, 1, 22), state=state,
    )  # fmt: skip
    return replace(plain, **changes)


def week(person: str, monday: date, placed: int, free: int) -> WeekLoad:
    return WeekLoad(person=person, monday=monday, placed=placed, free=free)


@pytest.mark.parametrize(("placed", "count"), [(480, 0), (481, 1)])
def test_a_week_is_overfull_above_its_share(case: Case, placed: int, count: int) -> None:
    weeks = (week("weber", MONDAY, placed, 480),)
    assert len(list(told("PLN107", changed(case, weeks=weeks)))) == count


def test_the_fullest_week_of_everybody_is_told(case: Case) -> None:
    later = date(2027, 1, 25)
    weeks = (
        week("weber", MONDAY, 540, 480),
        week("weber", later, 660, 480),
        week("weber", date(2027, 2, 1), 660, 480),  # the first of two alike
        week("keller", MONDAY, 60, 480),
        week("provider:to-be-named", MONDAY, 60, 0),
    )
    assert list(told("PLN107", changed(case, weeks=weeks))) == [
        (
            ("people", "weber"),
            "Petra Weber has 11 h of work in the week of Mon 25 Jan, and 8 h for the rollout",
        ),
        (
            ("rollout", "days"),
            "somebody of the provider, to be named has 1 h of work in the week of Mon 18 Jan, and 0 h for the rollout",
        ),
    ]


def test_a_late_task_that_nobody_holds_up_is_told_with_both_dates(case: Case) -> None:
    assert list(told("PLN105", changed(case, tasks=(task(State.LATE),)))) == [
        (("rollout", "days"), '"Visit" ends on Wed 20 Jan and should by Tue 19 Jan')
    ]


@pytest.mark.parametrize("state", [State.PLACED, State.AFTER_PLAN, State.UNPLACED])
def test_only_late_tasks_are_late(case: Case, state: State) -> None:
    assert list(told("PLN105", changed(case, tasks=(task(state),)))) == []


@pytest.mark.parametrize("state", [State.PLACED, State.AFTER_PLAN, State.LATE])
def test_only_unplaced_tasks_have_no_place(case: Case, state: State) -> None:
    assert list(told("PLN106", changed(case, tasks=(task(state),)))) == []


def test_a_task_without_place_that_nobody_holds_up_is_told_with_its_span(case: Case) -> None:
    assert list(told("PLN106", changed(case, tasks=(task(State.UNPLACED, dates=()),)))) == [
        (("rollout", "days"), '"Visit" has no place from Mon 18 Jan to Fri 22 Jan')
    ]


def test_tasks_without_a_day_before_go_live_are_one_finding(case: Case) -> None:
    day = date(2027, 1, 18)
    before = day - timedelta(days=1)
    dayless = [task(State.UNPLACED, id=id, dates=(), earliest=day, limit=before) for id in ("a", "b")]
    full = task(State.UNPLACED, id="c", dates=(), earliest=day, limit=day)
    paths = [path for path, _ in told("PLN106", changed(case, tasks=(*dayless, full)))]
    assert len(paths) == 2
    assert paths[0] == ("rollout", "go_live")


def test_the_call_outside_hours_is_not_told_twice(case: Case) -> None:
    waiting = changed(case, tasks=(task(State.UNPLACED, id="call-out", needs_extra=True, dates=()),))
    assert list(told("PLN106", waiting)) == []
    assert len(list(told("PLN104", waiting))) == 1


def test_a_compressed_plan_names_what_it_leaves_out_and_who_notices(case: Case) -> None:
    left_out = (
        LeftOut(id="a", name=verbatim("Pilot"), manner="moved", codes=("PIL101", "PIL102")),
        LeftOut(id="b", name=verbatim("Hunt"), manner="dropped", codes=("PIL101",)),
    )
    compressed = changed(case, length=21, days=21, left_out=left_out)
    assert list(told("PLN108", compressed)) == [
        (
            ("rollout", "days"),
            "21 days instead of 30: 2 tasks are left out, shortened or moved, which PIL101 and PIL102 notice",
        )
    ]


def test_a_compressed_plan_of_which_no_rule_notices_anything_says_so(case: Case) -> None:
    hunt = LeftOut(id="b", name=verbatim("Hunt"), manner="shortened", codes=())
    one = changed(case, length=21, days=21, left_out=(hunt,))
    said = "21 days instead of 30: 1 task is left out, shortened or moved"
    assert list(told("PLN108", one)) == [(("rollout", "days"), said)]
    compressed = changed(case, length=21, days=21, left_out=())
    assert list(told("PLN108", compressed)) == [(("rollout", "days"), "21 days instead of 30: the plan is compressed")]


def test_all_reasons_against_a_day_stand_in_one_finding() -> None:
    result = result_of(
        Fragment(
            "[rollout]\ngo_live = 2027-02-12\n[customer]\nfreeze = [{ from = 2027-02-12, to = 2027-02-28 }]\n"
            "[people.keller]\nabsences = [{ from = 2027-02-12, to = 2027-02-12 }]\n"
        )
    )
    (finding,) = [finding for finding in result.findings if finding.code == "PLN102"]
    assert Words("en").text(finding.message).replace(NO_BREAK, " ") == (
        "go-live on Fri 12 Feb is unsuitable: it is a Friday, the freeze lasts until Sun 28 Feb "
        "and Anna Keller does not work that day"
    )
