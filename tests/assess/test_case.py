from datetime import date, timedelta
from typing import cast

import pytest

from rollout_kit.plan.model import Plan

from .conftest import MakeCase


def test_a_case_without_a_plan_does_not_make_one_up(make_case: MakeCase) -> None:
    with pytest.raises(AssertionError, match="asked for the plan"):
        assert make_case().plan


def test_a_case_with_its_plan_is_another_case(make_case: MakeCase) -> None:
    case, plan = make_case(), cast(Plan, object())
    assert case.with_plan(plan).plan is plan
    assert case.scheduled is None


def test_the_cast_is_that_of_the_description(make_case: MakeCase) -> None:
    assert make_case().cast.first("SO") == "customer:to-be-named"


def test_a_case_looks_at_sixty_days_from_go_live(make_case: MakeCase) -> None:
    case = make_case()
    assert (case.coverage.first, case.coverage.last) == (case.go_live, case.go_live + timedelta(days=60))
    assert case.go_live == date(2027, 2, 9)
