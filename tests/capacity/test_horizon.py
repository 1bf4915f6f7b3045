"""Days that are looked at, and who is at work on them."""

from datetime import date

import pytest

from rollout_kit.calendars.calendars import Calendars
from rollout_kit.capacity.horizon import go_live_of, horizon_of, places_of
from rollout_kit.description.rollout import Rollout
from tests.capacity.asked import described

SITES = """
[sites.zug]
name = "Zug"
region = "CH-ZG"
users = 30

[sites.lyon]
name = "Lyon"
region = "FR-69"
users = 10
"""


def days(rollout: Rollout) -> int:
    return horizon_of(rollout, Calendars(rollout)).days


@pytest.mark.parametrize(
    ("written", "counted"),
    [("12 months", 365), ("1 month", 30), ("2 weeks", 14), ("1 h", 1), ("36 months", 1095), ("37 months", 1096)],
)
def test_a_horizon_is_so_many_days_and_three_years_at_most(written: str, counted: int) -> None:
    assert days(described(f'[load]\nhorizon = "{written}"\n')) == counted


def test_without_one_it_is_a_year() -> None:
    assert days(described("")) == 365


@pytest.mark.parametrize(
    ("last", "stated", "counted"),
    [
        ("2027-11-01", "", 365),
        ("2028-02-01", "", 365 + 91),
        ("2028-02-01", 'horizon = "12 months"', 365),
        ("2031-02-01", "", 1096),
    ],
)
def test_without_one_the_last_wave_is_in_it_and_three_months_after_it(last: str, stated: str, counted: int) -> None:
    waves = f"waves = [{{ date = 2027-02-01, users = 40 }}, {{ date = {last}, users = 40 }}]"
    assert days(described(f"[load]\n{stated}\n{waves}\n")) == counted


def test_it_begins_with_the_first_wave_or_with_go_live() -> None:
    for first, begins in (("2027-02-25", date(2027, 2, 25)), ("2027-03-09", date(2027, 3, 1))):
        rollout = described(f"[load]\nwaves = [{{ date = {first}, users = 5 }}]\n")
        assert horizon_of(rollout, Calendars(rollout)).starts_on == begins


def test_a_go_live_that_is_not_described_is_the_last_working_day_of_the_plan() -> None:
    rollout = described("")
    about = rollout.about.model_copy(update={"go_live": None, "kickoff": date(2027, 1, 11), "days": 21})
    unknown = rollout.model_copy(update={"about": about})
    assert go_live_of(unknown, Calendars(unknown)) == date(2027, 1, 29)  # 31 January is a Sunday
    assert go_live_of(rollout, Calendars(rollout)) == date(2027, 3, 1)


def test_sites_have_their_own_days_off_and_all_together_by_their_users() -> None:
    rollout = described('[load]\nhorizon = "31 days"\n' + SITES)
    horizon = horizon_of(rollout, Calendars(rollout))
    everywhere, zug, lyon = places_of(rollout, horizon)
    good_friday, easter_monday = (horizon.dates.index(date(2027, 3, day)) for day in (26, 29))
    assert (everywhere.site, zug.site, lyon.site) == (None, "zug", "lyon")
    assert (zug.mornings[good_friday], lyon.mornings[good_friday]) == (0, 1)
    assert (everywhere.mornings[good_friday], everywhere.afternoons[good_friday]) == (0.25, 0.25)
    assert (
        everywhere.mornings[easter_monday] == lyon.mornings[easter_monday] * 0.25 + zug.mornings[easter_monday] * 0.75
    )


def test_a_customer_without_sites_has_its_own_days_off() -> None:
    rollout = described('[load]\nhorizon = "7 days"\n', users='region = "CH-ZG"\nusers = 5')
    (everywhere,) = places_of(rollout, horizon_of(rollout, Calendars(rollout)))
    assert everywhere.mornings == (1,) * 7


def test_sites_without_users_leave_the_customers_days_off() -> None:
    rollout = described('[load]\nhorizon = "31 days"\n[sites.a]\nname = "A"\nregion = "CH-ZG"\n[sites.b]\nname = "B"\n')
    everywhere, a, b = places_of(rollout, horizon_of(rollout, Calendars(rollout)))
    assert (0 in a.mornings, 0 in b.mornings, 0 in everywhere.mornings) == (True, False, False)
