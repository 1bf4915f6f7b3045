"""Days and stretches of days as people write them."""

from datetime import date

import pytest

from rollout_kit.beginning import moments
from rollout_kit.message import Message

KICKOFF = date(2027, 1, 11)


@pytest.mark.parametrize(
    "typed",
    ["11.01.2027", "2027-01-11", "11. Januar 2027", "11.1.27", "11.1.", "January 11, 2027", "11 January", "13/01/2027"],
)
def test_a_day_in_many_spellings(typed: str):
    assert moments.day(typed, KICKOFF) == date(2027, 1, 13 if "13" in typed else 11)


def test_a_day_with_two_meanings_is_asked_again_with_both():
    said = moments.day("11/01/2027", KICKOFF)
    assert isinstance(said, Message)
    assert (said.parameters["one"], said.parameters["other"]) == (date(2027, 1, 11), date(2027, 11, 1))
    assert moments.day("11/11/2027", KICKOFF) == date(2027, 11, 11)


@pytest.mark.parametrize("typed", ["31.2.2027", "morgen", "11.01.1999", "", "2027"])
def test_what_is_no_day_is_told(typed: str):
    assert isinstance(moments.day(typed, KICKOFF), Message)


@pytest.mark.parametrize(
    ("typed", "day"),
    [("11.12.", date(2026, 12, 11)), ("10.12.", date(2027, 12, 10))],  # 31 and 32 days before the kickoff
)
def test_a_day_without_a_year_lies_at_most_a_month_back(typed: str, day: date):
    assert moments.day(typed, KICKOFF) == day


@pytest.mark.parametrize(
    ("typed", "who", "first", "last", "why"),
    [
        ("Keller 1.2.2027-5.2.2027 Ferien", "Keller", (2, 1), (2, 5), "Ferien"),
        ("Keller, 1.-5.2.2027, Ferien", "Keller", (2, 1), (2, 5), "Ferien"),
        ("Anna Keller vom 1. bis 5. Februar", "Anna Keller", (2, 1), (2, 5), ""),
        ("Imhof 2027-02-18 to 2027-02-19", "Imhof", (2, 18), (2, 19), ""),
        ("Müller 28.1.-3.2. Sportferien", "Müller", (1, 28), (2, 3), "Sportferien"),
        ("29.1.2027 Abgabe", "", (1, 29), (1, 29), "Abgabe"),
        ("Keller 15 to 20 February 2027 holidays", "Keller", (2, 15), (2, 20), "holidays"),
    ],
)  # fmt: skip
def test_who_is_away_when(typed: str, who: str, first: tuple[int, int], last: tuple[int, int], why: str):
    found = moments.stretch(typed, KICKOFF)
    assert not isinstance(found, Message)
    assert (found[0], found[1].why) == (who, why)
    assert (found[1].first, found[1].last) == (date(2027, *first), date(2027, *last))


def test_a_stretch_may_begin_in_the_year_before():
    found = moments.stretch("28.12. bis 3.1.2027", KICKOFF)
    assert not isinstance(found, Message)
    assert (found[1].first, found[1].last) == (date(2026, 12, 28), date(2027, 1, 3))


@pytest.mark.parametrize("typed", ["Keller ist weg", "1.2.2027-1.1.2027", "Meyer 1/2/2027", "Keller 31.-5.2.2027"])
def test_a_stretch_that_cannot_be_is_told(typed: str):
    assert isinstance(moments.stretch(typed, KICKOFF), Message)
