from datetime import date

import pytest

from rollout_kit.calendars.holiday import Region
from rollout_kit.calendars.keeper import OFFICE_HOURS, Keeper, keeper_of
from rollout_kit.description.organisations import DayOff, HolidayChanges, Site, Vendor
from rollout_kit.description.people import Absence, ExtraHours, Person
from rollout_kit.description.quantities import parse_hours

ZH, BE, GE = Region("CH", "ZH"), Region("CH", "BE"), Region("CH", "GE")
LATE = parse_hours("Tue-Sat 10:00-19:00")
ALWAYS = parse_hours("24x7")
NONE_CHANGED = (HolidayChanges(),)


def changed(name: str) -> HolidayChanges:
    return HolidayChanges(add=(DayOff(date=date(2027, 4, 19), name=name),))


def test_a_person_keeps_own_hours_absences_and_extra_hours(rollout):
    absence = Absence(starts_on=date(2027, 2, 1), ends_on=date(2027, 2, 5))
    extra = ExtraHours(date=date(2027, 2, 6), starts_at=480, ends_at=840)
    described = rollout(keller={"hours": LATE, "absences": (absence,), "extra": (extra,)})
    assert keeper_of(described, "keller") == Keeper(
        hours=LATE, region=ZH, changes=NONE_CHANGED, absences=(absence,), extra=(extra,)
    )


def test_the_hours_of_the_service_are_not_those_of_the_customers_people(rollout):
    described = rollout(customer={"hours": LATE})
    expected = Keeper(hours=OFFICE_HOURS, region=ZH, changes=NONE_CHANGED)
    assert [keeper_of(described, ref) for ref in ("customer", "customer:to-be-named", "keller")] == [expected] * 3


@pytest.mark.parametrize(("written", "kept"), [(LATE, LATE), (None, OFFICE_HOURS), (ALWAYS, OFFICE_HOURS)])
def test_people_of_the_provider_keep_its_hours_unless_they_are_round_the_clock(rollout, written, kept):
    described = rollout(provider={"hours": written})
    expected = Keeper(hours=kept, region=BE, changes=NONE_CHANGED)
    assert [keeper_of(described, ref) for ref in ("provider", "provider:to-be-named", "meyer")] == [expected] * 3


def test_a_persons_own_round_the_clock_hours_are_believed(rollout):
    assert keeper_of(rollout(meyer={"hours": ALWAYS}), "meyer").hours == ALWAYS


@pytest.mark.parametrize(("written", "kept"), [(parse_hours("Mon 09:00-12:00"), "Mon 09:00-12:00"), (None, LATE.text)])
def test_a_vendor_keeps_own_hours_else_the_providers_and_no_holidays(rollout, written, kept):
    described = rollout(
        provider={"hours": LATE},
        vendors=(Vendor(id="microsoft", name="Microsoft", hours=written),),
        more_people=(Person(id="nadella", name="S. N.", organisation="microsoft"),),
    )
    for ref in ("microsoft", "nadella"):
        keeper = keeper_of(described, ref)
        assert (keeper.hours.text, keeper.region, keeper.changes) == (kept, None, ())


def test_the_region_of_the_site_replaces_that_of_the_organisation_and_changes_add_up(rollout):
    described = rollout(
        keller={"site": "geneve"},
        customer={"holidays": changed("Haus")},
        sites=(
            Site(id="zuerich", name="Zürich", region="CH-ZH"),
            Site(id="geneve", name="Genève", region="CH-GE", holidays=changed("Stadt")),
        ),
    )
    keeper = keeper_of(described, "keller")
    assert (keeper.region, keeper.changes) == (GE, (changed("Haus"), changed("Stadt")))


def test_a_site_without_region_keeps_that_of_the_organisation(rollout):
    sites = (Site(id="a", name="A", holidays=changed("Stadt")), Site(id="b", name="B", region="CH-GE"))
    keeper = keeper_of(rollout(meyer={"site": "a"}, sites=sites), "meyer")
    assert (keeper.region, keeper.changes) == (BE, (HolidayChanges(), changed("Stadt")))


def test_the_only_site_is_that_of_the_customers_people_alone(rollout):
    described = rollout(sites=(Site(id="geneve", name="Genève", region="CH-GE"),))
    assert [keeper_of(described, ref).region for ref in ("keller", "meyer", "customer")] == [GE, BE, ZH]


def test_of_two_sites_none_is_taken_for_granted(rollout):
    sites = (Site(id="a", name="A", region="CH-GE"), Site(id="b", name="B", region="CH-GE"))
    assert keeper_of(rollout(sites=sites), "keller").region == ZH


def test_without_region_no_holidays_are_known(rollout):
    assert keeper_of(rollout(customer={"region": None}), "keller").region is None


@pytest.mark.parametrize("ref", ["nobody", "nobody:to-be-named", ""])
def test_an_unknown_name_is_an_error(rollout, ref):
    with pytest.raises(KeyError):
        keeper_of(rollout(), ref)
