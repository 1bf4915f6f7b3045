"""What people type, read kindly; what may mean two things is not guessed."""

import pytest

from rollout_kit.beginning import readings
from rollout_kit.message import Message


@pytest.mark.parametrize(
    ("typed", "people"),
    [
        ("85", 85),
        ("1'200", 1200),
        ("1.200", 1200),
        ("1 200", 1200),
        ("ca. 85 Personen", 85),
        ("0", 0),
        ("1000000", 10**6),
    ],
)
def test_numbers_of_people(typed: str, people: int):
    assert readings.number_of_people(typed) == people


@pytest.mark.parametrize(
    ("typed", "hours"),
    [
        ("8-17", "Mon-Fri 08:00-17:00"), ("Mo-Fr 8-17", "Mon-Fri 08:00-17:00"), ("08:00-17:00", "Mon-Fri 08:00-17:00"),
        ("24x7", "24x7"), ("Mon-Fri 08:00-17:00; Sat 08:00-12:00", "Mon-Fri 08:00-17:00; Sat 08:00-12:00"),
    ],
)  # fmt: skip
def test_hours(typed: str, hours: str):
    assert readings.hours(typed) == hours


@pytest.mark.parametrize(
    ("typed", "share"),
    [
        ("50%", 0.5),
        ("50 %", 0.5),
        ("20 h", 0.5),
        ("20", 0.5),
        ("8 Stunden pro Woche", 0.2),
        ("2 Tage", 0.4),
        ("40", 1.0),
    ],
)
def test_parts_of_a_week(typed: str, share: float):
    assert readings.share(typed) == share


@pytest.mark.parametrize(
    ("typed", "name", "stop"),
    [
        ("Lohnläufe, 4 h", "Lohnläufe", "4 h"), ("Steuern; höchstens 2 Tage", "Steuern", "2 days"),
        ("Kasse", "Kasse", ""), ("Etage 7 räumen", "Etage 7 räumen", ""),
    ],
)  # fmt: skip
def test_work_with_its_longest_stop(typed: str, name: str, stop: str):
    found = readings.critical_work(typed)
    assert not isinstance(found, Message)
    assert (found.name, found.tolerable_stop) == (name, stop)


def test_languages_by_name_and_code():
    assert readings.languages("Französisch und de") == ("fr", "de")


@pytest.mark.parametrize(("typed", "truth"), [("ja", True), ("Yes", True), ("nein", False), ("n", False)])
def test_yes_and_no(typed: str, truth: bool):
    assert readings.yes_or_no(typed) is truth


@pytest.mark.parametrize(
    ("read", "typed"),
    [
        (readings.number_of_people, "viele"), (readings.number_of_people, "12,5"),
        (readings.number_of_people, "1000001"), (readings.hours, "25-26"), (readings.hours, "Büro"),
        (readings.share, "0,5"), (readings.share, "41"), (readings.share, "0"), (readings.share, "101 %"),
        (readings.duration, "4"), (readings.languages, "Klingonisch"), (readings.yes_or_no, "vielleicht"),
        (readings.phone, "keine"),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_told_with_what_was_typed(read, typed: str):
    said = read(typed)
    assert isinstance(said, Message)
    assert said.parameters["written"] == typed


def test_a_text_loses_what_a_description_refuses():
    assert readings.clean(" a\tb\x00\u202e\u2028c\ud800 ") == "ab c".replace("ab", "a b")


def test_one_of_some_words_is_taken_from_its_first_letters_on():
    wrong = Message(text="wrong")
    read = readings.one_of({"files": "files", "mailbox": "mailbox", "files too": "files"}, wrong)
    assert [read("f"), read("Mail"), read("x"), read("")] == ["files", "mailbox", wrong, wrong]
