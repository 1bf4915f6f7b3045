"""Other forms of tables."""

import pytest

from rollout_kit.description.forms import as_table, entries, is_iso_date, moved_to
from rollout_kit.description.people import Person
from rollout_kit.description.responsibilities import Evidence, Responsibility
from tests.description.sample import TINY, told, worded


def test_a_path_as_id_may_be_written_without_quotes():
    held = {"level": "tested"}
    path = ("evidence",)
    assert list(entries({"a.b": held}, Evidence, path)) == [("a.b", held, ("evidence", "a.b"))]
    assert list(entries({"a": {"b": held}}, Evidence, path)) == [("a.b", held, ("evidence", "a", "b"))]
    assert list(entries({"a": {"b": held}}, Person, path)) == [("a", {"b": held}, ("evidence", "a"))]


@pytest.mark.parametrize(
    ("value", "fits"), [("2027-01-11", True), ("2027-02-30", False), ("11.01.2027", False), (3, False)]
)
def test_a_quoted_date_is_one_of_toml_that_exists(value, fits):
    assert is_iso_date(value) is fits


def test_a_plain_value_is_told_the_table_it_belongs_to():
    assert worded(as_table(("people", "name"), Person)) == "write [people.<id>] with an id of your choice"
    assert worded(as_table(("responsibilities", "restore"), Responsibility)) == "write restore = { accountable = … }"


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        (("contract",), "write [provider.contract]"),
        (("chapters",), "write [handbook.chapters]"),
        (("rules", "own101"), 'write severity = { OWN101 = "off" }'),
        (("rules", "x"), None),
        (("zzz",), None),
        (("people", "contract"), None),
    ],
)
def test_a_table_at_the_wrong_place_is_shown_its_home(path, wanted):
    found = moved_to(path)
    assert (worded(found) if found else None) == wanted


def test_the_home_stands_in_the_remedy():
    assert told(f"{TINY}[contract]\nsigned = 2027-01-01") == [
        "10:2 FMT201 the format has no section 'contract' | write [provider.contract]"
    ]
