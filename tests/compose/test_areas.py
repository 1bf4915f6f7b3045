"""Readiness by area, in words."""

from dataclasses import replace

from rollout_kit.assess.areas import ORDER
from rollout_kit.compose.areas import areas_table
from rollout_kit.finding import Severity, Untested
from rollout_kit.language.words import Words
from tests.compose import results
from tests.compose.tree import words_of

ENGLISH, GERMAN = Words("en"), Words("de")


def test_a_row_names_area_state_findings_and_the_rules_that_were_tested():
    result = results.result(
        findings=(results.finding(), results.finding(severity=Severity.LOW)),
        untested=(Untested(code="CAP101", missing=("load",), could_block=True),),
        applicable_codes=("CAP101", "OWN101", "OWN102", "ZZZ101"),
        tested_codes=("OWN101", "OWN102", "ZZZ101"),
    )
    table = areas_table(result, ENGLISH)
    assert words_of((table,)).splitlines() == [
        "|| Area | State | Blocking | High | Medium | Low | Rules tested",
        "| Responsibilities | [not-ready] *Not ready* | *1* | – | – | 1 | 2 of 2",
        "| Load and capacity | [too-little-known] *Too little known* | – | – | – | – | 0 of 1",
        "| ZZZ | [ready] *Ready* | – | – | – | – | 1 of 1",
    ]


def test_an_area_of_which_nothing_could_be_judged_has_no_state():
    small = Untested(code="CAP101", missing=("load",), could_block=False)
    result = results.result(findings=(), untested=(small,), applicable_codes=("CAP101",), tested_codes=())
    table = areas_table(result, ENGLISH)
    assert words_of((table,)).splitlines()[1] == "| Load and capacity | Not tested | – | – | – | – | 0 of 1"


def test_without_a_rule_that_applies_there_is_no_table():
    assert areas_table(results.result(), ENGLISH) is None


def test_every_family_has_a_name_of_its_own_in_both_languages():
    codes = tuple(f"{family}101" for family in ORDER)
    result = replace(results.result(findings=()), applicable_codes=codes, tested_codes=codes)
    for words in (ENGLISH, GERMAN):
        table = areas_table(result, words)
        assert table is not None
        names = [row.cells[0].spans[0].text for row in table.rows]
        assert len(set(names)) == len(ORDER)
        assert not set(names) & set(ORDER)
