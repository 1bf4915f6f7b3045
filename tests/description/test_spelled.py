"""What people write, in the spelling of the format."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rollout_kit.description import spelled
from rollout_kit.description.quantities import parse_date, parse_duration, parse_hours, parse_time


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("11.01.2027", "2027-01-11"),
        ("1.2.27", "2027-02-01"),
        ("11/01/2027", "2027-01-11"),
        ("01/25/2027", "2027-01-25"),
        ("2027-1-11", "2027-01-11"),
        ("2027/01/11", "2027-01-11"),
        ("20270111", "2027-01-11"),
        ("11. Januar 2027", "2027-01-11"),
        ("3 février 2027", "2027-02-03"),
        ("1. März 2027", "2027-03-01"),
        ("30.02.2027", None),
        ("2027-02-30", None),
        ("heute", None),
        ("11. Foo 2027", None),
    ],
)
def test_dates(written, right):
    assert spelled.as_date(written) == right


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("0,5", "0.5"),
        ("-1,25", "-1.25"),
        ("120'000", "120000"),
        ("1’234’567.50", "1234567.50"),
        ("12 000", "12000"),
        (".5", "0.5"),
        ("5.", "5.0"),
        ("08", "8"),
        ("1.000,50", "1000.50"),
        ("1,234.5", "1234.5"),
        ("5", None),
        ("x", None),
    ],
)
def test_numbers(written, right):
    assert spelled.as_number(written) == right


@pytest.mark.parametrize(
    ("written", "right"),
    [("50%", "0.5"), ("12,5 %", "0.125"), ("100 Prozent", "1"), ("0%", "0"), ("50", None), ("x%", None)],
)
def test_shares(written, right):
    assert spelled.as_share(written) == right


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("2 Stunden", "2 h"),
        ("30 Minuten", "30 min"),
        ("2 Tage", "2 days"),
        ("1 Tag", "1 day"),
        ("1,5 h", "1.5 h"),
        ("3 jours", "3 days"),
        ("1h30", "90 min"),
        ("2 heures", "2 h"),
        ("1 Jahr", "12 months"),
        ("6 Monate", "6 months"),
        ("10 Jahre", "120 months"),
        ("11 Jahre", None),
        ("99999999 Stunden", None),
        ("4 Wo", None),
        ("bald", None),
        ("4", None),
    ],
)
def test_durations(written, right):
    assert spelled.as_duration(written) == right
    if right:
        parse_duration(right)


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("Mo-Fr 8-17 Uhr", "Mon-Fri 08:00-17:00"),
        ("Mo–Fr 08:00–12:00, 13:00–17:00", "Mon-Fri 08:00-12:00, 13:00-17:00"),
        ("lun-ven 8h-17h", "Mon-Fri 08:00-17:00"),
        ("Mo bis Do 8:30 bis 17:00; Fr 8-12", "Mon-Thu 08:30-17:00; Fri 08:00-12:00"),
        ("Mo,Mi 9-11", "Mon,Wed 09:00-11:00"),
        ("8-17", "Mon-Fri 08:00-17:00"),
        ("24/7", "24x7"),
        ("rund um die Uhr", "24x7"),
        ("abends", None),
        ("Mo-Xx 8-17", None),
        ("Mo 8-8", None),
        ("Mo 25-26", None),
    ],
)
def test_hours(written, right):
    assert spelled.as_hours(written) == right
    if right:
        parse_hours(right)


@pytest.mark.parametrize(("written", "right"), [("9h", "09:00"), ("9:05 Uhr", "09:05"), ("24", None), ("9.60", None)])
def test_times(written, right):
    assert spelled.as_time(written) == right
    if right:
        parse_time(right)


@pytest.mark.parametrize(
    ("written", "right"), [("Ja", "true"), ("Falsch", "false"), ("True", "true"), ("vielleicht", None)]
)
def test_truths(written, right):
    assert spelled.as_truth(written) == right


def test_keys_and_plain_words():
    assert spelled.as_bare_key(" Zürich West ") == "zuerich_west"
    assert spelled.as_bare_key('"François"') == "francois"
    assert spelled.plain("Großküche") == "grosskueche"


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(st.text(alphabet="0123456789.,-–/: %'’hMoFrTagjnx²٣", max_size=14))
def test_nothing_offered_is_refused_in_turn(text):
    for offer, parse in (
        (spelled.as_date, parse_date),
        (spelled.as_duration, parse_duration),
        (spelled.as_hours, parse_hours),
        (spelled.as_time, parse_time),
        (spelled.as_number, float),
        (spelled.as_share, float),
    ):
        right = offer(text)
        if right is not None:
            parse(right)
