from datetime import date

import pytest

from rollout_kit.capacity.answers import Band
from rollout_kit.compose.load.series import MOST_VALUE, band_points, day_ticks, groups, mean, shares, steps
from rollout_kit.language.words import Words

from ...capacity.made_up import FIRST, HOLIDAY, question

WORDS = Words("en")


def test_a_short_horizon_has_a_point_for_each_open_day() -> None:
    asked = question(days=84)
    found = groups(asked)
    assert [group.day for group in found] == [day.date for day in asked.days if day.is_open]
    assert HOLIDAY not in {group.day for group in found}


@pytest.mark.parametrize(("days", "is_weekly"), [(98, False), (99, False), (100, True)])
def test_more_than_seventy_open_days_are_drawn_week_by_week(days: int, is_weekly: bool) -> None:
    assert any(len(group.days) > 1 for group in groups(question(days=days))) == is_weekly


def test_a_week_has_its_open_days_and_stands_in_their_middle() -> None:
    asked = question(days=140)
    holiday_week = next(group for group in groups(asked) if group.day >= date(2027, 3, 22))
    assert [asked.days[number].date.day for number in holiday_week.days] == [22, 23, 24, 25]
    assert holiday_week.day == date(2027, 3, 24)


@pytest.mark.parametrize(("days", "last"), [(140, 5), (141, 6), (146, 10), (147, 5)])
def test_a_last_week_that_is_cut_short_is_one_with_the_week_before(days: int, last: int) -> None:
    assert len(groups(question(days=days))[-1].days) == last


def test_points_fold_a_week_and_the_limit_is_its_mean() -> None:
    asked = question(days=140)
    band = Band(low=tuple(range(140)), middle=tuple(range(140)), high=tuple(range(140)))
    (first, *_) = band_points(groups(asked), band, list(range(140)), max)
    assert (first.low, first.high, first.limit) == (4, 4, 2)
    (first, *_) = band_points(groups(asked), band, None, mean)
    assert (first.middle, first.limit) == (2, None)


@pytest.mark.parametrize("value", [float("inf"), float("nan"), 1e300])
def test_what_cannot_be_drawn_stands_at_the_upper_end(value: float) -> None:
    asked = question(days=84)
    band = Band(low=(0.0,) * 84, middle=(0.0,) * 84, high=(value,) * 84)
    assert band_points(groups(asked), band, None, mean)[0].high == MOST_VALUE


@pytest.mark.parametrize(
    ("most", "words"),
    [
        (5.0, ["0", "1", "2", "3", "4", "5"]), (5.1, ["0", "2", "4", "6"]), (0.3, ["0", "0.1", "0.2", "0.3"]),
        (1.2, ["0", "0.25", "0.5", "0.75", "1", "1.25"]), (0.0, ["0"]),
        (12000, ["0", "2,500", "5,000", "7,500", "10,000", "12,500"]),
    ],
)  # fmt: skip
def test_steps_are_round_and_end_at_or_above_the_most(most: float, words: list[str]) -> None:
    found = steps(most, WORDS)
    assert found[-1][0] >= most
    assert [word for _, word in found][: len(words)] == words


def test_an_axis_of_shares_has_both_ends_the_half_and_what_is_named() -> None:
    assert shares(WORDS, 0.9) == ((0.0, "0%"), (0.5, "50%"), (0.9, "90%"), (1.0, "100%"))


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (84, ["8 February", "March", "April", "May"]), (130, ["8 February", "March", "April", "May", "June"]),
        (365, ["8 February", "April", "July", "October", "January 2028"]),
        (1200, ["8 February", "January 2028", "January 2029", "January 2030"]),
    ],
)  # fmt: skip
def test_days_on_the_axis_are_months_quarters_or_years(days: int, words: list[str]) -> None:
    found = day_ticks(question(days=days), WORDS)
    assert [said.replace("\u00a0", " ") for _, said in found] == words
    assert found[0][0] == FIRST
