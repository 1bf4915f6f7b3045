from dataclasses import replace

from rollout_kit.compose.load.tables import by_period, changes, taken_figures
from rollout_kit.document import Table

from ...capacity.made_up import answer
from .shown_answer import on_days, shown


def texts(table: Table | None) -> list[list[str]]:
    assert table is not None
    return [
        ["".join(span.text for span in cell.spans).replace("\u00a0", " ") for cell in row.cells] for row in table.rows
    ]


def test_each_part_has_its_figures_against_what_there_is():
    table = by_period(shown())
    assert [column.head for column in table.columns][3] == "L1: hours of work / people"
    assert texts(table)[0] == ["8 Feb 2027", "Zug, 60 people", "6.2", "2.5 / 1.7", "91%", "3 / 2", "2.5"]
    assert texts(table)[2][1] == ""


def test_what_there_is_too_little_of_is_bold():
    rows = by_period(shown(answer(days=365))).rows
    first, last = rows[0], rows[-1]
    assert [cell.spans[0].strong for cell in first.cells[3:6]] == [True, False, True]
    assert [cell.spans[0].strong for cell in last.cells[3:6]] == [True, False, False]


def test_a_phone_that_never_answers_and_a_backlog_without_end_are_words():
    given = answer()
    day = given.expectation.days[0]
    assert day.phone is not None
    never = replace(day.tiers[0], days_to_clear=None)
    hopeless = on_days(given, phone=replace(day.phone, level=None, enough=None), tiers=(never,))
    assert texts(by_period(shown(hopeless)))[0][4:] == ["none", "– / 2", "never done"]
    assert texts(by_period(shown(on_days(given, phone=None))))[0][4:6] == ["–", "–"]


def test_changes_stand_below_what_is_described():
    assert texts(changes(shown())) == [
        ["As described", "20%", "0.0"],
        ["One person more at L1 from 8 February", "98%", "0.0"],
        ["Lausanne two weeks later", "50%", "0.0"],
    ]


def test_changes_that_help_nothing_are_not_listed():
    given = answer()
    assert changes(shown(replace(given, advice=tuple(replace(each, gain=0.0) for each in given.advice)))) is None


def test_figures_stand_with_mark_and_source_those_that_are_stated_first():
    table = taken_figures(shown())
    assert texts(table)[0] == ["Contacts per person and month", "1.1 (0.7 to 1.8)", "As described"]
    assert texts(table)[2] == [
        "Time for a contact (phone)", "12 min (8 min to 20 min)", "Our choice, no public figure found"
    ]  # fmt: skip
    assert table.rows[2].cells[2].reason == "Our choice, with notes"
