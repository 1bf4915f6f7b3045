from zoneinfo import ZoneInfo

import pytest

from rollout_kit.calendars.zones import MAIN_ZONES, REGIONAL_ZONES, zone_of
from rollout_kit.description.rollout import Rollout
from rollout_kit.description.validate import validate
from rollout_kit.pipeline import known
from rollout_kit.playbook.load import open_playbook


def rollout(customer: str = "", provider: str = "", rest: str = "") -> Rollout:
    text = (
        'rollout = { name = "X", kickoff = 2027-01-11 }\n'
        f'[customer]\nname = "C"\n{customer}\n[provider]\nname = "P"\n{provider}\n{rest}\n'
    )
    read = validate("rollout.toml", {"rollout.toml": text.encode()}, lambda name: known(open_playbook(name, {})))
    assert read.rollout is not None, read.problems
    return read.rollout


def test_every_zone_of_the_tables_exists() -> None:
    assert len(MAIN_ZONES) > 15
    assert all(ZoneInfo(name).key == name for name in (*MAIN_ZONES.values(), *REGIONAL_ZONES.values()))


@pytest.mark.parametrize(
    ("written", "zone"),
    [
        ('region = "CH-ZH"', "Europe/Zurich"),
        ('region = "JP"', "Asia/Tokyo"),
        ('region = "ES-CN"', "Atlantic/Canary"),
        ('region = "ES-MD"', "Europe/Madrid"),
        ('region = "CH-ZH"\ntimezone = "Asia/Tokyo"', "Asia/Tokyo"),
    ],
)
def test_a_house_lives_by_its_own_zone_or_that_of_its_region(written: str, zone: str) -> None:
    assert zone_of(rollout(customer=written), "customer") == ZoneInfo(zone)


@pytest.mark.parametrize("written", ["", 'region = "US-CA"'])
def test_a_zone_that_nothing_tells_is_not_guessed(written: str) -> None:
    assert zone_of(rollout(customer=written), "customer") is None


def test_a_vendor_without_a_zone_lives_by_the_providers_clock() -> None:
    vendors = '[vendors.a]\nname = "A"\n[vendors.b]\nname = "B"\ntimezone = "Europe/Dublin"\n'
    described = rollout(provider='region = "JP-13"', rest=vendors)

    assert zone_of(described, "a") == ZoneInfo("Asia/Tokyo")
    assert zone_of(described, "b") == ZoneInfo("Europe/Dublin")
