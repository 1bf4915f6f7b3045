"""Hours of both houses over real dates, in real minutes."""

from datetime import date, timedelta

import pytest

from rollout_kit.calendars.calendars import Calendars
from rollout_kit.calendars.coverage import Coverage, ordinary_week
from rollout_kit.description.rollout import Rollout
from rollout_kit.description.validate import validate
from rollout_kit.pipeline import known
from rollout_kit.playbook.load import open_playbook

MONDAY = date(2027, 1, 11)


def rollout(customer: str = "", provider: str = "", rest: str = "") -> Rollout:
    text = (
        'rollout = { name = "X", kickoff = 2027-01-11 }\n'
        f'[customer]\nname = "C"\n{customer}\n[provider]\nname = "P"\n{provider}\n{rest}\n'
    )
    read = validate("rollout.toml", {"rollout.toml": text.encode()}, lambda name: known(open_playbook(name, {})))
    assert read.rollout is not None, read.problems
    return read.rollout


def covered(described: Rollout, first: date = MONDAY, days: int = 7) -> Coverage:
    return Coverage(described, Calendars(described), first, first + timedelta(days=days - 1))


def test_the_hours_of_both_houses_are_counted() -> None:
    found = covered(rollout('hours = "Mon-Sat 06:00-22:00"', 'hours = "Mon-Fri 09:00-17:00"'))

    assert found.service is not None
    assert found.provider is not None
    assert (found.service.minutes, found.provider.minutes) == (96 * 60, 40 * 60)
    assert (found.service - found.provider).minutes == 56 * 60


def test_what_the_file_does_not_say_is_not_known() -> None:
    found = covered(rollout())

    assert (found.service, found.provider, found.desk, found.on_call) == (None, None, None, None)


@pytest.mark.parametrize(
    ("hours", "shared"), [("Mon-Fri 08:00-17:00", 60), ("Mon-Fri 08:00-16:00", 0), ("Mon-Fri 12:00-20:00", 240)]
)
def test_tokyo_is_eight_hours_ahead_in_winter(hours: str, shared: int) -> None:
    found = covered(
        rollout('region = "CH"\nhours = "Mon-Fri 08:00-17:00"', f'region = "JP"\nhours = "{hours}"'),
        days=1,
        first=date(2027, 1, 13),
    )

    assert found.service is not None
    assert found.provider is not None
    assert (found.service & found.provider).minutes == shared


def test_a_holiday_closes_the_house_that_has_it() -> None:
    described = rollout(
        'region = "CH-ZH"\nhours = "Mon-Fri 08:00-17:00"', 'region = "JP"\nhours = "Mon-Fri 08:00-17:00"'
    )
    found = covered(described, first=date(2027, 1, 1), days=1)  # New Year's Day, a Friday
    other = covered(described, first=MONDAY, days=1)  # Coming of Age Day in Japan

    assert found.service is not None
    assert not found.service
    assert other.service is not None
    assert other.service.minutes == 540
    assert other.provider is not None
    assert not other.provider


def test_an_ordinary_week_has_no_days_off() -> None:
    described = rollout('region = "CH-ZH"\nhours = "Mon-Fri 08:00-17:00"')

    found = ordinary_week(described, Calendars(described), date(2027, 1, 2)).service
    assert found is not None
    assert found.minutes == 45 * 60


def test_the_desk_is_the_first_level_with_its_own_hours_or_those_of_its_team() -> None:
    team = '[teams.desk]\nname = "D"\nhours = "Mon-Fri 08:00-12:00"\n'
    assert (
        covered(rollout(rest=f'{team}[support.L1]\nteam = "desk"\n')).desk
        == covered(rollout(rest='[support.L1]\nhours = "Mon-Fri 08:00-12:00"\n')).desk
    )
    longer = covered(rollout(rest=f'{team}[support.L1]\nteam = "desk"\nhours = "Mon-Fri 08:00-13:00"\n')).desk
    assert longer is not None
    assert longer.minutes == 25 * 60


def test_on_call_goes_on_over_holidays() -> None:
    described = rollout('region = "CH-ZH"', rest='[on_call]\nhours = "Mon-Fri 17:00-20:00"\n')

    found = covered(described, first=date(2027, 1, 1), days=1).on_call
    assert found is not None
    assert found.minutes == 180


def test_who_is_away_is_not_there() -> None:
    person = (
        '[people.a]\nname = "A"\nhours = "Mon-Fri 08:00-12:00"\nabsences = [{ from = 2027-01-12, to = 2027-01-13 }]\n'
    )

    assert covered(rollout(rest=person)).of_person("a").minutes == 3 * 240


def test_a_change_of_clocks_shortens_the_night_shift() -> None:
    found = covered(rollout('region = "CH"\nhours = "Mon-Sun 22:00-06:00"'), first=date(2027, 3, 28), days=1).service

    assert found is not None
    assert found.minutes == (5 + 2) * 60  # five of six hours are left of the night in which clocks go forward


@pytest.mark.parametrize(
    ("customer", "provider", "zone"),
    [
        ('region = "CH"', 'region = "JP"', "Europe/Zurich"),
        ("", 'region = "JP"', "Asia/Tokyo"),
        ('region = "CH"', "", "Europe/Zurich"),
        ("", "", "UTC"),
    ],
)
def test_a_house_without_a_zone_lives_by_the_clock_of_the_other(customer: str, provider: str, zone: str) -> None:
    hours = 'hours = "Mon-Fri 08:00-17:00"'
    found = covered(rollout(f"{customer}\n{hours}", f"{provider}\n{hours}"), first=date(2027, 1, 18))  # no days off

    assert str(found.zone) == zone
    if not customer or not provider:
        assert found.service == found.provider


@pytest.mark.parametrize("day", [11, 13, 16, 17])
def test_an_ordinary_week_runs_from_the_monday_before_a_day_to_its_sunday(day: int) -> None:
    described = rollout()
    found = ordinary_week(described, Calendars(described), date(2027, 1, day))

    assert (found.first, found.last) == (date(2027, 1, 11), date(2027, 1, 17))
