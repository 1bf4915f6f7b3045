"""What a value is not, in our words."""

from datetime import date, time

import pytest

from rollout_kit.description.source_map import Places, scan
from rollout_kit.description.value_problems import kind_of, shown, value_problem
from tests.description.sample import line, worded

PLACES = Places(scan("rollout.toml", ""))


@pytest.mark.parametrize(
    ("kind", "value", "wanted"),
    [
        ("string_type", True, "FMT204 'key' needs a text, not true or false"),
        ("string_type", date(2027, 1, 1), "FMT204 'key' needs a text, not a date | write \"2027-01-01\""),
        ("int_type", "12,5", "FMT204 'key' needs a number, not a text | write 12.5"),
        ("int_type", [], "FMT204 'key' needs a number, not a list"),
        (
            "finite_number",
            float("nan"),
            "FMT211 'key' is nan, no number | write a number in digits; what is not known is left out",
        ),
        ("share", 101, "FMT209 'key' is 101; a share lies between 0 and 1"),
        ("share", 100, "FMT209 'key' is 100; a share lies between 0 and 1 | write 1"),
        ("bool_type", 1, "FMT204 'key' needs true or false, not a number | write true"),
        ("bool_type", {}, "FMT204 'key' needs true or false, not a table"),
        ("literal_error", 3, "FMT204 'key' needs a word, not a number | allowed: a, b"),
        (
            "duration",
            4,
            'FMT205 \'key\' is 4, which is no duration | a duration is written "15 min", "4 h", "2 days", "6 months"',
        ),
        ("date", 20270111, "FMT207 'key' is 20270111, which is no date | a date is written 2027-01-11"),
        ("time", "9h", 'FMT208 \'key\' is "9h", which is no time of day | write "09:00"'),
        ("tuple_type", 3, "FMT204 'key' needs a list, not a number | write [3]"),
        ("tuple_type", {}, "FMT204 'key' needs a list, not a table"),
        ("something new", "x", "FMT204 'key' does not fit the format: \"x\""),
    ],
)
def test_each_kind_of_error_has_its_words(kind, value, wanted):
    found = value_problem(kind, value, ("a", "key", 0), PLACES, "'a' or 'b'")
    assert line(found).partition(" ")[2] == wanted


def test_values_are_shown_as_they_stand_in_the_file():
    assert [shown(value) for value in (True, "x", time(8), {}, [], 1.5)] == [
        "true",
        '"x"',
        "08:00:00",
        "{ … }",
        "[ … ]",
        "1.5",
    ]
    assert len(shown("x" * 100)) == 58


def test_every_kind_has_a_name():
    kinds = [kind_of(value) for value in (True, 1, "x", date(2027, 1, 1), time(8), [], {}, None)]
    assert [worded(kind) for kind in kinds] == [
        "true or false",
        "a number",
        "a text",
        "a date",
        "a time of day",
        "a list",
        "a table",
        "something else",
    ]
