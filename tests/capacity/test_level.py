"""Changes to a level."""

from datetime import date

import pytest

from rollout_kit.capacity.level import ExtraStaff
from tests.capacity.asked import DESK, asked

DAY = date(2027, 3, 8)


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "covers"),
    [
        (None, None, True),
        (DAY, DAY, True),
        (date(2027, 3, 9), None, False),
        (None, date(2027, 3, 7), False),
    ],
)
def test_staff_more_is_there_from_its_first_to_its_last_day(
    starts_on: date | None, ends_on: date | None, *, covers: bool
) -> None:
    level = asked().first_level.with_extra(ExtraStaff(more=2, starts_on=starts_on, ends_on=ends_on))
    assert level.staff_on(DAY) == (3 if covers else 1)


def test_less_than_nobody_is_nobody() -> None:
    assert asked().first_level.with_extra(ExtraStaff(more=-5)).staff_on(DAY) == 0


def test_longer_hours_count_on_days_on_which_it_is_open_at_all() -> None:
    level = asked().first_level.open_between(7 * 60 + 15, 18 * 60)
    assert [sum(hours) for hours in level.opening[:7]] == [645] * 5 + [0, 0]
    assert level.opening[0][14] == 15
    assert level.open_hours_per_week == pytest.approx(53.75)


def test_hours_within_the_present_ones_change_nothing() -> None:
    level = asked().first_level
    assert level.open_between(9 * 60, 10 * 60) == level


def test_a_level_that_is_never_open_stays_so() -> None:
    closed = asked("[load]\nhorizon = '3 days'\n" + DESK.replace("Mon-Fri", "Sun")).first_level
    assert closed.open_between(0, 1440).opening == closed.opening
