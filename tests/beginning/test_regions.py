"""Regions by name and code; what may be several is not chosen for anybody."""

import pytest

from rollout_kit.beginning.regions import region_name, regions_of


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Zürich", "CH-ZH"), ("zurich", "CH-ZH"), ("ZH", "CH-ZH"), ("CH-ZH", "CH-ZH"), ("Kanton Zug", "CH-ZG"),
        ("Uri", "CH-UR"), ("St. Gallen", "CH-SG"), ("Waadt", "CH-VD"), ("Genève", "CH-GE"), ("Bayern", "DE-BY"),
        ("Freistaat Bayern", "DE-BY"), ("DE-BY", "DE-BY"), ("Île-de-France", "FR-IDF"), ("ile de france", "FR-IDF"),
        ("Wien", "AT-9"), ("England", "GB-ENG"), ("Niederlande", "NL"), ("Pays-Bas", "NL"), ("日本", "JP"),
        ("CH", "CH"),
    ],
)  # fmt: skip
def test_a_region_by_name_or_code(written: str, code: str):
    assert regions_of(written) == (code,)


def test_letters_with_several_meanings_bring_all_of_them():
    assert regions_of("BE") == ("BE", "CH-BE", "DE-BE")
    assert regions_of("BE", near="CH-ZG") == ("CH-BE",)


@pytest.mark.parametrize("written", ["Atlantis", "CH-XX", "XX", "", "-", "CH-ZHX"])
def test_what_is_no_region_brings_nothing(written: str):
    assert regions_of(written) == ()


def test_a_region_is_named_in_its_own_language_and_a_country_in_that_of_the_reader():
    assert [region_name(code, "de-CH") for code in ("CH-ZH", "FR-IDF", "FR", "NL")] == [
        "Zürich", "Île-de-France", "Frankreich", "Niederlande",
    ]  # fmt: skip
