import subprocess
import sys
from datetime import date

import holidays
import make_holidays
import pytest

from rollout_kit.calendars import holidays_table
from rollout_kit.calendars.holiday import Holiday, Region
from rollout_kit.calendars.holidays_table import TABLE, holidays_in, known_region
from rollout_kit.calendars.upstream import library_holidays, library_language, library_parts

SAMPLED = [
    "AT-9",
    "BE",
    "CH",
    "CH-BE",
    "CH-FR",
    "CH-GE",
    "CH-TI",
    "CH-ZH",
    "DE-BY",
    "DE-NW",
    "FR-6AE",
    "IT-BZ",
    "JP",
    "LU",
]


def parts(region: str) -> Region:
    country, _, part = region.partition("-")
    return Region(country, part)


@pytest.mark.parametrize("year", [2026, 2027, 2032])
@pytest.mark.parametrize("region", SAMPLED)
def test_the_table_holds_what_the_library_says(region, year):
    expected = library_holidays(parts(region), year)
    assert len(expected) >= 4
    assert tuple(sorted(holidays_in(parts(region), year).values(), key=lambda day: day.date)) == expected


@pytest.mark.parametrize(("region", "language"), [("ZH", "de"), ("GE", "fr"), ("TI", "it")])
def test_holidays_bear_the_names_of_the_region(region, language):
    by_hand = holidays.CH(subdiv=region, years=2027, language=language, categories=("public",))
    assert {day: holiday.name for day, holiday in holidays_in(Region("CH", region), 2027).items()} == dict(by_hand)


def test_every_country_of_the_table_is_as_it_would_be_written_today():
    assert {path.stem for path in TABLE.glob("*.json")} == set(make_holidays.COUNTRIES)
    assert len(make_holidays.COUNTRIES) > 20
    assert [c for c in ("CH", "DE", "AT", "JP") if not make_holidays.bring(TABLE / f"{c}.json", c, check=True)] == []


def test_a_table_is_written_and_a_changed_one_is_noticed(tmp_path):
    path = tmp_path / "table" / "LU.json"
    assert not make_holidays.bring(path, "LU", check=True)
    assert make_holidays.bring(path, "LU", check=False)
    assert make_holidays.bring(path, "LU", check=True)
    path.write_text(path.read_text(encoding="utf-8").replace("Noël", "Noel"), encoding="utf-8")
    assert not make_holidays.bring(path, "LU", check=True)


@pytest.mark.parametrize(("year", "imported"), [(2026, False), (2032, False), (2025, True), (2033, True)])
def test_the_library_is_imported_for_years_outside_the_table_only(year, imported):
    code = (
        "import sys; from rollout_kit.calendars.holidays_table import holidays_in, known_region;"
        f"found = holidays_in(known_region('CH-ZH'), {year});"
        "sys.stdout.write(f'{len(found)} {\"holidays\" in sys.modules}')"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == f"9 {imported}"


def test_the_table_has_the_say_in_its_first_and_its_last_year(monkeypatch):
    monkeypatch.setattr(holidays_table, "_of_library", lambda region, year: {})
    told = [bool(holidays_in(Region("CH", "ZH"), year)) for year in (2025, 2026, 2032, 2033)]
    assert told == [False, True, True, False]


@pytest.mark.parametrize(
    ("asked", "taken"),
    [
        ("CH-ZH", "CH-ZH"),
        ("ch-zh", "CH-ZH"),
        ("CH", "CH"),
        ("CH-", "CH"),
        ("DE-NW", "DE-NW"),
        ("DE-Augsburg", "DE-Augsburg"),
        ("FR-57", "FR-57"),
        ("FR-67", "FR-6AE"),
        ("FR-68", "FR-6AE"),
        ("FR-75", "FR"),
        ("GB-LND", "GB-ENG"),
        ("ES-B", "ES-CT"),
        ("ES-MU", "ES-MC"),
        ("NL-ZH", "NL"),
        ("CH-XX", "CH"),
        ("AU-NSW", "AU-NSW"),  # not in the table, asked of the library
        ("AU-XX", "AU"),
    ],
)
def test_a_region_is_the_nearest_one_with_holidays_of_its_own(asked, taken):
    assert str(known_region(asked)) == taken


@pytest.mark.parametrize("asked", ["XX", "XX-1", "", "../CH", "CHE", "Schweiz", "list_supported_countries"])
def test_an_unknown_country_has_no_region(asked):
    assert known_region(asked) is None


@pytest.mark.parametrize("year", [1, 1582, 2207, 9999])
@pytest.mark.parametrize("region", ["CH-ZH", "JP", "AU"])
def test_years_that_nobody_has_fixed_have_no_holidays(region, year):
    assert holidays_in(parts(region), year) == {}


def test_a_country_outside_the_table_is_asked_of_the_library():
    assert holidays_in(Region("NZ"), 2027)[date(2027, 2, 8)].name == "Waitangi Day (observed)"
    assert library_language(Region("NZ")) is None


def test_names_follow_the_language_most_people_of_the_region_read():
    languages = {
        code: library_language(parts(code)) for code in ("CH-BE", "CH-GE", "CH-VS", "CH-TI", "LU", "BE", "CA-QC")
    }
    assert languages == {
        "CH-BE": "de", "CH-GE": "fr", "CH-VS": "fr", "CH-TI": "it", "LU": "fr", "BE": "nl", "CA-QC": "fr",
    }  # fmt: skip


def test_half_days_are_those_of_the_library():
    knabenschiessen = date(2027, 9, 13)
    found = holidays_in(Region("CH", "Stadt Zurich"), 2027)
    assert found[knabenschiessen] == Holiday(date=knabenschiessen, name="Knabenschiessen", half=True)


def test_a_half_day_that_begins_after_work_is_none():
    assert date(2027, 12, 24) not in holidays_in(Region("AU", "NT"), 2027)
    assert "half_day" in holidays.AU.supported_categories


def test_assumption_day_of_catholic_communes_in_bavaria_is_not_known():
    assert date(2027, 8, 15) not in holidays_in(Region("DE", "BY"), 2027)
    assert date(2027, 8, 15) in holidays_in(Region("DE", "SL"), 2027)


def test_the_cantons_have_the_number_of_public_holidays_that_were_counted():
    counted = {
        code: len(holidays_in(parts(code), 2027)) for code in ("CH", "CH-ZH", "CH-BE", "CH-TI", "CH-FR", "CH-AG")
    }
    assert counted == {"CH": 4, "CH-ZH": 9, "CH-BE": 9, "CH-TI": 15, "CH-FR": 5, "CH-AG": 14}


def test_parts_of_a_country_the_library_lacks_are_none():
    assert library_parts("XX") is None
    assert "ZH" in (library_parts("CH") or ())
