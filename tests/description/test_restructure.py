"""The walk from the file to the fields."""

import pytest
import tomli

from rollout_kit.description.restructure import restructure
from rollout_kit.description.source_map import Places, scan
from tests.description.sample import TINY, told


def walked(text: str):
    return restructure(tomli.loads(text), Places(scan("rollout.toml", text)))


def test_keys_become_fields_and_the_way_back_is_known():
    found = walked(
        '[people.a]\nname = "A"\nabsences = [{ from = 2027-01-01, to = 2027-01-02 }]\nskills = { x = "none" }'
    )
    (person,) = found.tree["people"]
    assert person["id"] == "a"
    assert set(person["absences"][0]) == {"starts_on", "ends_on"}
    assert found.path_of(("people", 0, "absences", 0, "starts_on")) == ("people", "a", "absences", 0, "from")
    assert found.path_of(("people", 0, "skills", 0, 1)) == ("people", "a", "skills", "x")
    assert found.path_of(("people", 0, "languages", 3)) == ("people", "a", "languages", 3)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            '[[people]]\nname = "A"',
            "10:1 FMT204 'people' needs tables with an id each, not a list | "
            "write [people.<id>] with an id of your choice",
        ),
        (
            '[people]\nname = "A"',
            "11:8 FMT204 'name' needs a table, not a text | write [people.<id>] with an id of your choice",
        ),
        (
            '[messages]\naudience = "users"',
            "10:1 FMT204 'messages' needs a list of tables, not a table | write [[messages]] with double brackets",
        ),
        (
            "[[hypercare]]",
            "10:1 FMT204 there is one [hypercare], not a list of them | write [hypercare] with single brackets, once",
        ),
        (
            '[sites.a]\nname = "A"\nlanguages = ["de"]',
            "12:13 FMT204 'languages' needs a table, not a list | write languages = { … = … }",
        ),
        ("[critical_skills]\nx = 3", "11:5 FMT204 'x' needs a text, not a number | write \"3\""),
        (
            '[people.a]\nname = "A"\nextra = [{ date = 2027-01-01, hours = "8-12" }]',
            '12:39 FMT206 \'hours\' is "8-12", which are no hours of one day | write "08:00-12:00"',
        ),
        (
            '[people.a]\nname = "A"\nextra = [{ date = 2027-01-01 }]',
            "12:10 FMT203 'people.a.extra.0' has no 'hours', which it needs | write hours = \"08:00-14:00\"",
        ),
        ("[service_levels.P5]", "10:17 FMT202 'service_levels' has no key 'P5' | did you mean 'P1'?"),
        (
            '[load.channels.a]\nhandling = { low = "8 Minuten", likely = "9 min", high = "10 min" }',
            '11:20 FMT205 \'low\' is "8 Minuten", which is no duration | write "8 min"',
        ),
        (
            '[rules]\nseverity = { OWN101 = "tief" }',
            "11:23 FMT210 'OWN101' does not know the word 'tief' | did you mean 'low'?",
        ),
    ],
)
def test_a_wrong_kind_of_thing_is_told_where_it_stands(text, wanted):
    assert told(TINY + text) == [wanted]


def test_a_misspelt_key_is_read_as_the_key_that_was_meant():
    text = TINY + '[personen.a]\nnam = "A"\n[people.b]\nname = "B"\nshare = 2\n'
    assert told(text) == [
        "10:2 FMT201 the format has no section 'personen' | did you mean 'people'?",
        "11:1 FMT202 'personen.a' has no key 'nam' | did you mean 'name'?",
        "14:9 FMT209 'share' is 2; a share lies between 0 and 1 | write 0.02",
    ]


def test_a_plain_name_is_a_list_of_one():
    assert (
        told(TINY + '[people.a]\nname = "A"\nroles = "desk"\nlanguages = "de"\n[teams.t]\nname = "T"\nmembers = "a"')
        == []
    )
