import pytest

from rollout_kit.capacity.bands import MOST_DAYS_TO_CLEAR, band_of, clearing_days, quantile, three
from rollout_kit.capacity.tier_runs import TierRun


def tier(waiting: list[float], able: list[float]) -> TierRun:
    return TierRun(demanded=waiting, able=able, waiting=waiting, missed=bytes(len(able)), done=waiting)


@pytest.mark.parametrize(("share", "value"), [(0.1, 1), (0.11, 2), (0.5, 5), (0.9, 9), (1.0, 10)])
def test_a_share_of_values_stays_at_or_below_its_quantile(share: float, value: int) -> None:
    assert quantile(range(1, 11), share) == value


def test_three_values_are_those_of_a_tenth_half_and_nine_tenths() -> None:
    assert three(reversed(range(1, 501))) == (50, 250, 450)


def test_a_band_is_nothing_on_days_that_are_not_walked_through() -> None:
    band = band_of([[1.0, 5.0], [2.0, 6.0], [3.0, 7.0]], [1, 3], 5)
    assert band.low == (0.0, 1.0, 0.0, 5.0, 0.0)
    assert band.middle == (0.0, 2.0, 0.0, 6.0, 0.0)
    assert band.high == (0.0, 3.0, 0.0, 7.0, 0.0)


def test_a_backlog_lasts_over_days_that_are_not_walked_through() -> None:
    assert band_of([[1.0, 5.0]], [1, 3], 5, lasts=True).middle == (0.0, 1.0, 1.0, 5.0, 5.0)


def test_what_waits_takes_days_like_this_one_or_like_the_last_on_which_somebody_works() -> None:
    assert clearing_days(tier([0.0, 6.0, 6.0, 4.0], [8.0, 4.0, 0.0, 8.0])) == [0.0, 1.5, 1.5, 0.5]


def test_what_nobody_has_worked_off_yet_takes_the_most_days() -> None:
    assert clearing_days(tier([0.0, 2.0, 6.0, 6.0], [0.0, 0.0, 3.0, 0.0])) == [0.0, MOST_DAYS_TO_CLEAR, 2.0, 2.0]
    assert clearing_days(tier([5.0, 7.0], [0.0, 0.0])) == [MOST_DAYS_TO_CLEAR, MOST_DAYS_TO_CLEAR]


def test_several_days_off_are_like_the_day_before_them() -> None:
    assert clearing_days(tier([6.0] * 4, [3.0, 0.0, 0.0, 2.0])) == [2.0, 2.0, 2.0, 3.0]


def test_nothing_waits_no_days() -> None:
    assert clearing_days(tier([0.0, 0.0], [0.0, 4.0])) == [0.0, 0.0]
