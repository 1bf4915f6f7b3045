"""Sessions as the plan places them, made by hand."""

from dataclasses import replace
from datetime import date

import pytest

from rollout_kit.finding import KeyPath, Violation
from rollout_kit.plan.model import Session
from rollout_kit.rules.catalogue import catalogue

from .overlay import Fragment, result_of

RULES = {rule.code: rule for rule in catalogue()}


def paths(code: str, *sessions: Session) -> list[KeyPath]:
    case = result_of(Fragment("")).case
    planned = case.with_plan(replace(case.plan, sessions=sessions))
    return [found.path for found in RULES[code].judge(planned) if isinstance(found, Violation)]


def placed(training: str, day: date) -> Session:
    return Session(training=training, date=day, seats=None, is_fixed=False)


@pytest.mark.parametrize(("day", "expected"), [(8, []), (9, [("training", "users")])])
def test_a_placed_session_points_at_its_training(day: int, expected: list[KeyPath]) -> None:
    assert paths("TRN101", placed("users", date(2027, 2, day))) == expected


def test_a_training_without_a_session_is_the_plans_fault_not_its_own() -> None:
    assert [paths(code) for code in ("TRN101", "TRN102", "TRN106")] == [[], [], []]


def test_each_training_of_the_desk_is_compared_with_the_first_users() -> None:
    sessions = (
        placed("users", date(2027, 1, 26)),
        placed("users", date(2027, 2, 2)),
        placed("desk", date(2027, 1, 27)),
    )
    assert paths("TRN106", *sessions) == [("training", "desk")]
