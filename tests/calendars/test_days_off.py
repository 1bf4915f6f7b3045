from datetime import date

from rollout_kit.calendars.days_off import days_off
from rollout_kit.calendars.holiday import Holiday, Region
from rollout_kit.description.organisations import DayOff, HolidayChanges

ZURICH = Region("CH", "ZH")
BRIDGE = date(2027, 5, 7)
ASCENSION = date(2027, 5, 6)


def added(day: date, name: str = "Brücke", half: bool = False) -> DayOff:
    return DayOff(date=day, name=name, half=half)


def test_without_region_and_changes_no_day_is_off():
    assert days_off(None, (), 2027) == {}


def test_added_days_stand_in_order_among_those_of_the_region():
    days = list(days_off(ZURICH, (HolidayChanges(add=(added(BRIDGE),)),), 2027))
    assert days == sorted(days)
    assert days.index(BRIDGE) == days.index(ASCENSION) + 1


def test_an_added_day_belongs_to_its_year_only():
    changes = (HolidayChanges(add=(added(BRIDGE),)),)
    assert days_off(None, changes, 2026) == days_off(None, changes, 2028) == {}
    assert days_off(None, changes, 2027) == {BRIDGE: Holiday(date=BRIDGE, name="Brücke")}


def test_a_removed_day_is_worked_and_removing_what_is_no_holiday_changes_nothing():
    days = days_off(ZURICH, (HolidayChanges(remove=(ASCENSION, BRIDGE)),), 2027)
    assert set(days_off(ZURICH, (), 2027)) - set(days) == {ASCENSION}


def test_a_whole_holiday_removed_and_added_as_half_is_half():
    change = HolidayChanges(add=(added(ASCENSION, "Auffahrt", half=True),), remove=(ASCENSION,))
    assert days_off(ZURICH, (change,), 2027)[ASCENSION] == Holiday(date=ASCENSION, name="Auffahrt", half=True)


def test_a_day_added_as_half_stays_whole_where_it_is_a_whole_holiday():
    assert not days_off(ZURICH, (HolidayChanges(add=(added(ASCENSION, half=True),)),), 2027)[ASCENSION].half


def test_changes_add_up_and_the_longer_day_off_counts():
    half, whole = HolidayChanges(add=(added(BRIDGE, "halb", True),)), HolidayChanges(add=(added(BRIDGE, "ganz"),))
    assert days_off(None, (half, whole), 2027)[BRIDGE].name == "ganz"
    assert days_off(None, (whole, half), 2027)[BRIDGE].name == "ganz"


def test_of_two_equal_days_off_the_first_name_counts():
    changes = tuple(HolidayChanges(add=(added(BRIDGE, name, True),)) for name in ("erster", "zweiter"))
    assert days_off(None, changes, 2027)[BRIDGE].name == "erster"


def test_a_later_change_takes_away_what_an_earlier_one_added():
    changes = (HolidayChanges(add=(added(BRIDGE),)), HolidayChanges(remove=(BRIDGE,)))
    assert days_off(None, changes, 2027) == {}
