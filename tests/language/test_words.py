"""Messages, dates, numbers and lists as text of a language. A no-break space is written ~ here."""

from datetime import date, time

import pytest

from rollout_kit.language.words import NO_BREAK, Words
from rollout_kit.message import (
    Day,
    Duration,
    Parameter,
    Percent,
    Spoken,
    Unit,
    message,
    playbook_text,
    plural_message,
    verbatim,
)

MONDAY = date(2027, 1, 11)
EN, DE, CH = Words("en"), Words("de"), Words("de-CH")


def plain(text: str) -> str:
    return text.replace("\u00a0", "~")


@pytest.mark.parametrize(
    ("value", "english", "swiss"),
    [
        (MONDAY, "11~January~2027", "11.~Januar~2027"),
        (Day(MONDAY), "Mon~11~Jan", "Mo~11.~Jan."),
        (time(9, 5), "09:05", "09:05"),
        (1234.5, "1,234.5", "1’234.5"),
        (86, "86", "86"),
        (Percent(0.125), "12.5%", "12.5~%"),
        (Spoken("fr"), "French", "Französisch"),
        ("as it is", "as it is", "as it is"),
        (("a",), "a", "a"),
        ((), "", ""),
        (verbatim("50% of {all}"), "50% of {all}", "50% of {all}"),
    ],
)
def test_a_value_is_printed_in_the_habits_of_its_language(value: Parameter, english: str, swiss: str) -> None:
    assert (plain(EN.value(value)), plain(CH.value(value))) == (english, swiss)


@pytest.mark.parametrize(
    ("amount", "unit", "expected"),
    [
        (1, Unit.DAY, "1~day"),
        (2, Unit.DAY, "2~days"),
        (1.5, Unit.WEEK, "1.5~weeks"),
        (0, Unit.MONTH, "0~months"),
        (4, Unit.HOUR, "4~h"),
        (30, Unit.MINUTE, "30~min"),
        (60, Unit.SECOND, "60~s"),
    ],
)
def test_a_duration_keeps_the_unit_it_was_written_in(amount: float, unit: Unit, expected: str) -> None:
    assert plain(EN.duration(Duration(amount=amount, unit=unit))) == expected


@pytest.mark.parametrize(("minutes", "expected"), [(59, "59~min"), (60, "1~h"), (61, "1.02~h"), (90, "1.5~h")])
def test_effort_is_said_in_minutes_below_an_hour(minutes: float, expected: str) -> None:
    assert plain(EN.effort(minutes)) == expected


def test_dates_have_the_form_of_their_place() -> None:
    assert plain(EN.full_date(MONDAY)) == "Monday, 11~January~2027"
    assert plain(CH.full_date(MONDAY)) == "Montag, 11.~Januar~2027"
    assert plain(CH.long_day(MONDAY)) == "Montag, 11.~Januar"
    assert plain(CH.day_month(MONDAY)) == "11.~Januar"
    assert EN.month(MONDAY) == "January"
    assert CH.weekday(MONDAY) == "Montag"
    assert plain(EN.weekday_short(MONDAY)) == "Mon~11"
    assert plain(CH.weekday_short(MONDAY)) == plain(DE.weekday_short(MONDAY)) == "Mo~11."
    assert plain(DE.day(MONDAY)) == "Mo~11.~Jan."


def test_the_decimals_of_a_number_can_be_fixed() -> None:
    assert (EN.number(2.5, 2), EN.number(2.5, 0), EN.number(2.4567)) == ("2.50", "2", "2.46")
    assert DE.number(1234.5) == "1.234,5"


@pytest.mark.parametrize(
    ("names", "expected"), [(["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_a_list_reads_as_in_a_sentence(names: list[str], expected: str) -> None:
    assert EN.names(names) == expected


@pytest.mark.parametrize(("n", "expected"), [(0, "0 days"), (1, "1 day"), (2, "2 days")])
def test_the_number_chooses_the_form(n: int, expected: str) -> None:
    assert EN.text(plural_message("{n} day", "{n} days", n)) == expected


def test_a_message_within_a_message_is_worded_too() -> None:
    inner = message("{n} of them", n=1000)
    assert EN.text(message("here: {what}", what=inner)) == "here: 1,000 of them"


def test_braces_in_a_text_without_parameters_are_braces() -> None:
    assert EN.text(message("write {{ low = 1 }}")) == "write { low = 1 }"


def test_yes_and_no_are_words() -> None:
    assert EN.value(True) == "yes"
    assert EN.value(False) == "no"


def test_playbook_texts_are_found_by_key_and_spelt_as_in_switzerland() -> None:
    texts = {"tasks.kickoff.name": "Großer Beginn am {day}"}
    said = playbook_text("tasks.kickoff.name", day=MONDAY)
    assert plain(Words("de", texts).text(said)) == "Großer Beginn am 11.~Januar~2027"
    assert plain(Words("de-CH", texts).text(said)) == "Grosser Beginn am 11.~Januar~2027"


def test_the_users_own_words_keep_their_spelling() -> None:
    assert CH.text(verbatim("Straße")) == "Straße"


def test_a_missing_text_of_a_playbook_is_our_fault() -> None:
    with pytest.raises(KeyError):
        EN.text(playbook_text("tasks.nothing.name"))


def test_a_language_without_a_catalogue_is_english() -> None:
    assert Words("fr").tag == "en"


def test_a_date_at_the_end_of_a_sentence_brings_its_full_stop() -> None:
    said = Words("de").say("Only in a test, until {day}.", day=Day(date(2027, 11, 24)))

    assert said.replace(NO_BREAK, " ") == "Only in a test, until Mi 24. Nov."
    assert Words("en").say("See {path}", path="../plan") == "See ../plan"
