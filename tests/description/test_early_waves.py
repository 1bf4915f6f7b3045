"""A wave before the kickoff is a note: it may be meant, and moves all that is reckoned of the load."""

import pytest

from tests.description.sample import TINY, validated

LOAD = """
[load]
waves = [
  {{ date = {first}, users = 5 }},
  {{ date = {second}, users = 5 }},
]
"""
KICKOFF, DAY_BEFORE, YEAR_BEFORE = "2027-01-11", "2027-01-10", "2026-02-01"


@pytest.mark.parametrize(
    ("first", "second", "early"),
    [(KICKOFF, "2027-02-01", []), (KICKOFF, DAY_BEFORE, [1]), (YEAR_BEFORE, DAY_BEFORE, [2])],
)
def test_users_who_begin_before_the_kickoff_are_told(first: str, second: str, early: list[int]) -> None:
    result = validated(TINY + LOAD.format(first=first, second=second))
    assert [one.message.parameters["n"] for one in result.notes if one.code == "FMT607"] == early
    assert result.rollout is not None


def test_all_places_are_named_and_from_when_on_the_load_is_looked_at() -> None:
    result = validated(TINY + LOAD.format(first=YEAR_BEFORE, second=DAY_BEFORE))
    (found,) = [one for one in result.notes if one.code == "FMT607"]
    assert [place.line for place in (found.position, *found.further)] == [
        line for line, text in enumerate((TINY + LOAD.format(first=YEAR_BEFORE, second=DAY_BEFORE)).splitlines(), 1)
        if "date =" in text
    ]  # fmt: skip
    assert found.help is not None
    assert str(found.help.parameters["first"]) == YEAR_BEFORE
