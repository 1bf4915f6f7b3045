from datetime import date, timedelta

import pytest

from rollout_kit.calendars.calendars import Calendars
from rollout_kit.calendars.holiday import Holiday
from rollout_kit.description.organisations import About, Customer, DayOff, Freeze, HolidayChanges, Provider, Site
from rollout_kit.description.people import Absence, ExtraHours, Person
from rollout_kit.description.quantities import parse_hours
from rollout_kit.description.rollout import Rollout

MONDAY = date(2027, 1, 11)
SATURDAY = date(2027, 1, 16)
GOOD_FRIDAY = date(2027, 3, 26)
EASTER_MONDAY = date(2027, 3, 29)
FULL = (240, 240)
OFF = (0, 0)


def half_day(day: date) -> HolidayChanges:
    return HolidayChanges(add=(DayOff(date=day, name="Betriebsferien", half=True),))


def extra(day: date, first: int, last: int) -> ExtraHours:
    return ExtraHours(date=day, starts_at=first * 60, ends_at=last * 60)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Mon 08:00-17:00", FULL),
        ("Mon 07:00-18:00", FULL),
        ("Mon 08:00-12:00", (240, 0)),
        ("Mon 08:01-12:00", (239, 0)),
        ("Mon 07:59-12:00", (240, 0)),
        ("Mon 13:00-17:00", (0, 240)),
        ("Mon 13:00-16:59", (0, 239)),
        ("Mon 08:00-12:00, 13:30-17:00", (240, 210)),
        ("Mon 09:00-16:00", (180, 180)),
        ("Mon 22:00-06:00", (0, 240)),  # all of the night is Monday's
        ("Sun 22:00-06:00", OFF),
        ("Mon 23:00-01:00", (0, 120)),
        ("Mon 00:00-06:00", (240, 0)),
        ("Tue-Fri 08:00-17:00", OFF),
        ("24x7", FULL),
    ],
)
def test_hours_make_two_half_days_of_four_hours_at_most(calendars, written, expected):
    assert calendars(keller={"hours": parse_hours(written)}).free_minutes("keller", MONDAY) == expected


def test_by_default_both_sides_work_from_monday_to_friday(calendars):
    made = calendars()
    week = [MONDAY + timedelta(days=offset) for offset in range(7)]
    for side in ("customer", "provider"):
        assert [made.works(side, day) for day in week] == [1, 1, 1, 1, 1, 0, 0]
    assert [made.free_minutes(ref, MONDAY) for ref in ("customer:to-be-named", "provider:to-be-named")] == [FULL, FULL]


def test_the_provider_works_on_the_weekdays_of_its_hours(calendars):
    made = calendars(provider={"hours": parse_hours("Tue-Fri 08:00-17:00; Sat 08:00-12:00")})
    assert [made.works("provider", day) for day in (MONDAY, MONDAY + timedelta(days=1), SATURDAY)] == [0, 1, 0.5]
    assert not made.works_both(MONDAY)
    assert not made.works_both(SATURDAY)
    assert made.works_both(MONDAY + timedelta(days=1))


@pytest.mark.parametrize("written", ["Mon 08:00-08:01", "Mon 17:00-17:01"])
def test_one_minute_of_work_makes_half_a_working_day(calendars, written):
    assert calendars(provider={"hours": parse_hours(written)}).works("provider", MONDAY) == 0.5


def test_a_holiday_is_a_day_off_and_its_removal_a_working_day(calendars):
    assert calendars().free_minutes("keller", GOOD_FRIDAY) == OFF
    assert calendars(customer={"holidays": HolidayChanges(remove=(GOOD_FRIDAY,))}).works("customer", GOOD_FRIDAY) == 1


def test_a_half_holiday_frees_the_afternoon_and_stays_a_working_day(calendars):
    made = calendars(customer={"holidays": half_day(MONDAY)})
    assert made.free_minutes("keller", MONDAY) == (240, 0)
    assert made.works("customer", MONDAY) == 0.5
    assert made.works_both(MONDAY)
    assert made.working_days("customer", MONDAY, MONDAY) == (MONDAY,)


def test_holidays_are_those_of_each_side(calendars):
    berchtold = date(2026, 1, 2)  # a Friday; BE keeps it, ZH does not
    made = calendars()
    assert (made.works("customer", berchtold), made.works("provider", berchtold)) == (1, 0)
    assert not made.works_both(berchtold)


def test_people_of_another_site_have_its_holidays(calendars):
    jeune_genevois = date(2027, 9, 9)
    sites = (Site(id="zuerich", name="Zürich"), Site(id="geneve", name="Genève", region="CH-GE"))
    made = calendars(keller={"site": "geneve"}, sites=sites)
    assert made.holiday_of("keller", jeune_genevois) == Holiday(date=jeune_genevois, name="Jeûne genevois")
    assert made.free_minutes("keller", jeune_genevois) == OFF
    assert made.works("customer", jeune_genevois) == 1


def test_cantons_differ_over_a_year(calendars):
    sites = (Site(id="a", name="A"), Site(id="geneve", name="Genève", region="CH-GE"))
    made = calendars(keller={"site": "geneve"}, sites=sites)
    year = (date(2027, 1, 1), date(2027, 12, 31))
    dates = {
        who: {holiday.date for holiday in made.holidays_between(who, *year)} for who in ("keller", "customer", "meyer")
    }
    zurich, berne, geneva = dates["customer"], dates["meyer"], dates["keller"]
    assert zurich - berne == {date(2027, 5, 1)}
    assert berne - zurich == {date(2027, 1, 2)}
    assert geneva - zurich == {date(2027, 9, 9), date(2027, 12, 31)}
    assert zurich - geneva == {date(2027, 5, 1), date(2027, 12, 26)}


def test_an_absence_covers_both_its_ends(calendars):
    absence = Absence(starts_on=MONDAY + timedelta(days=1), ends_on=MONDAY + timedelta(days=3))
    made = calendars(keller={"absences": (absence,)})
    week = [MONDAY + timedelta(days=offset) for offset in range(5)]
    assert [made.free_minutes("keller", day) for day in week] == [FULL, OFF, OFF, OFF, FULL]
    assert [made.is_away("keller", day) for day in week] == [None, absence, absence, absence, None]
    assert made.is_away("customer:to-be-named", week[1]) is None
    assert made.works("customer", week[1]) == 1


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (8, 14, (240, 60)),
        (8, 12, (240, 0)),
        (12, 13, (60, 0)),
        (13, 14, (0, 60)),
        (18, 22, (0, 240)),
        (18, 23, (0, 240)),
        (22, 26, (0, 240)),
    ],
)
def test_extra_hours_on_a_day_off_are_split_at_one_o_clock(calendars, first, last, expected):
    made = calendars(keller={"extra": (extra(SATURDAY, first, last),)})
    assert made.free_minutes("keller", SATURDAY) == expected
    assert made.free_minutes("keller", SATURDAY + timedelta(days=1)) == OFF
    assert made.extra_hours("keller") == (extra(SATURDAY, first, last),)


def test_extra_hours_add_only_where_nobody_was_there(calendars):
    hours = parse_hours("Mon 08:00-12:00, 14:00-16:00")
    made = calendars(keller={"hours": hours, "extra": (extra(MONDAY, 15, 17), extra(MONDAY, 16, 17))})
    assert made.free_minutes("keller", MONDAY) == (240, 180)


def test_extra_hours_never_make_a_half_day_longer_than_four_hours(calendars):
    assert calendars(keller={"extra": (extra(MONDAY, 17, 20),)}).free_minutes("keller", MONDAY) == FULL


def test_extra_hours_count_on_a_holiday_and_on_a_free_afternoon(calendars):
    keller = {"extra": (extra(GOOD_FRIDAY, 8, 14), extra(MONDAY, 11, 15))}
    made = calendars(keller=keller, customer={"holidays": half_day(MONDAY)})
    assert made.free_minutes("keller", GOOD_FRIDAY) == (240, 60)
    assert made.free_minutes("keller", MONDAY) == (240, 120)


def test_regular_minutes_leave_extra_hours_out(calendars):
    made = calendars(keller={"extra": (extra(SATURDAY, 8, 14), extra(MONDAY, 17, 20))})
    assert made.regular_minutes("keller", SATURDAY) == OFF
    assert [made.regular_minutes("keller", MONDAY) for _ in range(2)] == [FULL, FULL]
    assert made.free_minutes("keller", SATURDAY) == (240, 60)


def test_extra_hours_do_not_count_in_an_absence(calendars):
    absence = Absence(starts_on=SATURDAY, ends_on=SATURDAY)
    assert calendars(keller={"absences": (absence,), "extra": (extra(SATURDAY, 8, 14),)}).free_minutes(
        "keller", SATURDAY
    ) == (0, 0)


@pytest.mark.parametrize(
    ("day", "n", "expected"),
    [
        (MONDAY, 0, MONDAY),
        (SATURDAY, 0, date(2027, 1, 18)),
        (MONDAY, 1, date(2027, 1, 12)),
        (SATURDAY, 1, date(2027, 1, 18)),
        (MONDAY, 5, date(2027, 1, 18)),
        (MONDAY, -1, date(2027, 1, 8)),
        (SATURDAY, -1, date(2027, 1, 15)),
        (GOOD_FRIDAY, 0, date(2027, 3, 30)),
        (date(2027, 3, 25), 1, date(2027, 3, 30)),  # Good Friday and Easter Monday lie between
        (date(2027, 3, 30), -1, date(2027, 3, 25)),
        (date(2027, 3, 25), 2, date(2027, 3, 31)),
    ],
)
def test_working_days_are_counted_from_the_day_after(calendars, day, n, expected):
    assert calendars().add_working_days(day, n) == expected


def test_working_days_can_be_counted_for_the_provider(calendars):
    new_years_eve = date(2026, 12, 31)
    made = calendars(provider={"holidays": HolidayChanges(add=(DayOff(date=date(2027, 1, 4), name="Inventur"),))})
    assert made.add_working_days(new_years_eve, 1, "customer") == date(2027, 1, 4)
    assert made.add_working_days(new_years_eve, 1, "provider") == date(2027, 1, 5)
    assert made.add_working_days(date(2027, 1, 4), 0, side="provider") == date(2027, 1, 5)


def test_a_half_day_counts_as_a_working_day(calendars):
    made = calendars(customer={"holidays": half_day(date(2027, 1, 12))})
    assert made.add_working_days(MONDAY, 1) == date(2027, 1, 12)


def test_working_days_between_two_days_include_both(calendars):
    made = calendars()
    assert made.working_days("customer", date(2027, 3, 25), date(2027, 3, 30)) == (date(2027, 3, 25), date(2027, 3, 30))
    assert made.working_days("customer", MONDAY, MONDAY - timedelta(days=1)) == ()


def test_holidays_between_two_days_include_both_over_the_turn_of_the_year(calendars):
    made = calendars()
    found = made.holidays_between("customer", date(2026, 12, 26), date(2027, 1, 1))
    assert [holiday.date for holiday in found] == [date(2026, 12, 26), date(2027, 1, 1)]
    assert made.holidays_between("customer", date(2026, 12, 27), date(2026, 12, 31)) == ()


def test_a_holiday_on_a_weekend_is_told_too(calendars):
    labour_day = date(2027, 5, 1)
    assert labour_day.weekday() == 5
    assert calendars().holiday_of("customer", labour_day) == Holiday(date=labour_day, name="Tag der Arbeit")
    assert calendars().holiday_of("customer", MONDAY) is None


def test_a_freeze_covers_both_its_ends_and_the_first_of_two_is_told(calendars):
    first = Freeze(starts_on=date(2027, 3, 15), ends_on=date(2027, 3, 31), why="Lohnausweise")
    second = Freeze(starts_on=date(2027, 3, 31), ends_on=date(2027, 4, 1))
    made = calendars(customer={"freeze": (first, second)})
    days = [date(2027, 3, 14), date(2027, 3, 15), date(2027, 3, 31), date(2027, 4, 1), date(2027, 4, 2)]
    assert [made.freeze_on(day) for day in days] == [None, first, first, second, None]


def test_agreed_hours_add_to_ordinary_ones_of_that_day_only(calendars):
    sunday = MONDAY - timedelta(days=1)
    hours = parse_hours("Mon-Thu 08:00-17:00; Sun 08:00-10:00")
    made = calendars(meyer={"hours": hours, "extra": (extra(sunday, 8, 12),)})
    sundays = (sunday, sunday + timedelta(days=7))
    assert [made.free_minutes("meyer", day) for day in sundays] == [(240, 0), (120, 0)]
    assert [made.regular_minutes("meyer", day) for day in sundays] == [(120, 0), (120, 0)]


def test_the_week_of_easter_has_four_days(calendars):
    made = calendars()
    week = [made.free_minutes("keller", EASTER_MONDAY + timedelta(days=n)) for n in range(7)]
    assert week == [(0, 0), *[(240, 240)] * 4, (0, 0), (0, 0)]


def test_what_is_not_known_of_regions_is_noted(calendars):
    assert calendars().notes == ()
    assert len(calendars(customer={"region": None}, provider={"region": "XX"}).notes) == 2


def test_an_unknown_person_is_an_error(calendars):
    with pytest.raises(KeyError):
        calendars().free_minutes("nobody", MONDAY)


def test_calendars_of_equal_rollouts_are_equal_whatever_was_asked_before(rollout):
    asked, fresh = Calendars(rollout()), Calendars(rollout())
    asked.free_minutes("keller", MONDAY)
    assert asked == fresh


def test_people_meet_only_in_the_hours_that_all_of_them_keep() -> None:
    hours = {"early": "Mon-Fri 07:00-10:00", "late": "Mon-Fri 09:30-17:00", "noon": "Mon-Fri 10:00-12:00"}
    calendars = Calendars(
        Rollout(
            about=About(name="x", kickoff=date(2027, 1, 11)),
            customer=Customer(name="A"),
            provider=Provider(name="B"),
            people=tuple(Person(id=id, name=id, hours=parse_hours(text)) for id, text in hours.items()),
        )
    )
    monday = date(2027, 1, 11)
    assert calendars.common_minutes(("early", "late"), monday, 0) == 30
    assert calendars.common_minutes(("early", "noon"), monday, 0) == 0
    assert calendars.common_minutes(("early", "late"), monday, 1) == 0
    assert calendars.common_minutes(("late", "late"), monday, 1) == 240
    assert calendars.common_minutes((), monday, 0) == 0
