from dataclasses import replace

from rollout_kit.capacity.answers import FirstMiss, Limit

from ...capacity.made_up import FIRST, answer, band, question
from .shown_answer import shown


def test_calls_and_tickets_are_those_of_the_first_level():
    assert shown().level.id == "L1"
    assert shown(first_by=(FirstMiss(limit=Limit.PHONE, wave=None, share=1.0),)).level.id == "L1"


def test_a_further_level_that_gives_way_first_is_shown_where_its_hours_are_known():
    asked = question()
    second = replace(asked.levels[0], id="L2")
    given = answer()
    both = replace(asked, levels=(*asked.levels, second))
    given = replace(given, expectation=replace(given.expectation, question=both))
    first_by = (FirstMiss(limit=Limit.L2, wave=None, share=1.0),)
    assert shown(given, first_by=first_by, demand=(*given.outlook.demand, ("L2", band(asked, 1)))).level.id == "L2"
    assert shown(given, first_by=first_by).level.id == "L1"


def test_where_nothing_is_outgrown_the_limit_that_is_used_most_counts():
    given = answer()
    given = replace(given, expectation=replace(given.expectation, binding_limit=Limit.PHONE))
    assert shown(given, first_by=()).level.id == "L1"


def test_short_horizons_are_not_weekly():
    assert not shown().is_weekly
    assert shown(answer(days=365)).is_weekly
    assert shown().groups[0].day == FIRST
