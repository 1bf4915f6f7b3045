"""Ten open days in a row are outgrown, fewer a spike."""

import pytest

from rollout_kit.capacity.breaches import Breach, breaches


def found(missed: str, closed: str = "") -> list[Breach]:
    return list(breaches([one == "x" for one in missed], [one != "-" for one in closed or missed]))


@pytest.mark.parametrize(("days", "is_outgrown"), [(1, False), (9, False), (10, True), (11, True)])
def test_the_tenth_open_day_in_a_row_means_outgrown(days: int, *, is_outgrown: bool) -> None:
    (breach,) = found("." + "x" * days + "." * 10)
    assert (breach.first, breach.last, breach.open_days, breach.is_outgrown) == (1, days, days, is_outgrown)


@pytest.mark.parametrize(
    ("missed", "is_outgrown"),
    [("xxxxx", [True]), ("xxxx.", [False]), ("x", [True]), ("xxxxx--", [True]), ("xxxxxxxxxx.", [True])],
)
def test_where_fewer_days_are_looked_at_it_takes_all_of_them(missed: str, is_outgrown: list[bool]) -> None:
    assert [breach.is_outgrown for breach in found(missed)] == is_outgrown


def test_closed_days_neither_end_nor_lengthen_a_breach() -> None:
    (breach,) = found("xxxxx--xxxxx--")
    assert (breach.first, breach.last, breach.open_days) == (0, 11, 10)


def test_a_good_day_ends_it() -> None:
    assert [(one.first, one.last) for one in found("xx.x..xxx")] == [(0, 1), (3, 3), (6, 8)]


def test_where_nothing_is_missed_there_is_none() -> None:
    assert found("....") == []
    assert found("") == []
