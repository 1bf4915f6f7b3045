"""What a person reads on a terminal."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from rollout_kit.assess.result import Result
from rollout_kit.assess.verdict import Verdict
from rollout_kit.finding import Position, Severity
from rollout_kit.language.words import Words
from rollout_kit.message import verbatim
from rollout_kit.report.ink import Ink
from rollout_kit.report.text import TextReport

from .conftest import NOTE, PROBLEM, finding, source_line


def report(folder: str = "", *, colour: bool = False) -> TextReport:
    return TextReport(Words("en"), Ink(is_coloured=colour), source_line, folder)


def test_a_finding_is_drawn_as_the_product_says(result: Result):
    only = replace(result, findings=result.findings[:1], notes=(), untested=())
    assert report().result(only).split("\n\n")[0] == (
        'rollout.toml:3:36: blocker OWN101 "restore" has 2 people accountable (keller, oser); exactly one can be\n'
        "  |\n"
        '3 | restore          = { accountable = ["keller", "oser"], responsible = ["meyer"] }\n'
        "  |                                    ^^^^^^^^^^^^^^^^^^\n"
        "  = decide in the kickoff who it is; the policy is the customer's, the work the provider's\n"
        "  = planned: 11 Jan 2027, 30 min, Anna Keller (task decide-restore)    rollout-kit explain OWN101"
    )


def test_the_gutter_grows_with_the_line_number():
    wide = TextReport(Words("en"), Ink(is_coloured=False), lambda _: "kickoff = 1")
    problem = replace(PROBLEM, position=Position(file="rollout.toml", line=128, column=11, length=1))
    assert wide.problems([problem]).splitlines()[1:4] == ["    |", "128 | kickoff = 1", "    |           ^"]


def test_a_whole_report_reads_like_this(result: Result, snapshot):
    assert report().result(result) == snapshot


def test_a_report_in_colour_reads_like_this(result: Result, snapshot):
    assert report(colour=True).result(result).replace("\x1b", "\\e") == snapshot


def test_problems_read_like_this(snapshot):
    twice = replace(PROBLEM, further=tuple(Position(file="rollout.toml", line=n, column=1) for n in range(3, 10)))
    elsewhere = replace(
        PROBLEM,
        position=Position(file="provider.toml", line=7, column=2),
        further=(Position(file="x", line=9, column=4),),
    )
    assert report("project/").problems([PROBLEM, twice, elsewhere, NOTE]) == snapshot


def test_without_colour_there_is_no_escape_byte(result: Result):
    assert "\x1b" not in report().result(result)
    assert "\x1b" in report(colour=True).result(result)


def test_colour_changes_nothing_but_escape_sequences(result: Result):
    import re

    assert re.sub(r"\x1b\[[0-9;]*m", "", report(colour=True).result(result)) == report().result(result)


def test_the_folder_is_put_before_the_file_as_it_was_typed(result: Result):
    assert "\n\nexamples/rollout.toml:3:36: blocker" in report("examples/").result(result)


def test_the_verdict_says_how_much_was_tested_and_when(result: Result):
    assert report().verdict(result) == (
        "verdict: too little known  (12 of 20 rules tested; as of 20 November 2026)\n"
        "  1 blocker, 1 high, 1 medium, 1 low"
    )


def test_a_verdict_without_findings_says_so(result: Result):
    ready = replace(result, findings=(), untested=(), verdict=Verdict.READY)
    assert report().verdict(ready).endswith("\n  no findings")
    assert "next:" not in report().result(ready)


def test_control_characters_of_an_author_never_reach_the_terminal(result: Result):
    hostile = finding(message=verbatim("a\x1b]0;title\x07b\u202ec\nd\x9be\udcff"))
    text = TextReport(Words("en"), Ink(is_coloured=False), lambda _: 'x = "\x1b[2J\u2028"', "a\x1bb/").result(
        replace(result, findings=(hostile,))
    )
    assert not any(character in text for character in "\x1b\x07\u202e\x9b\u2028\udcff")
    assert "a�]0;title�b�c d�e�" in text


def test_no_break_spaces_become_plain_ones(result: Result):
    assert "\u00a0" not in report().result(result)


@pytest.mark.parametrize("severity", list(Severity))
def test_every_severity_has_its_word_and_its_count(severity: Severity, result: Result):
    one = replace(result, findings=(finding(severity=severity),))
    assert f": {severity.value} OWN101" in report().result(one)
    assert report().verdict(one).endswith(f"\n  1 {severity.value}")


def test_a_region_without_holidays_is_said_before_the_verdict(result: Result):
    calendars = SimpleNamespace(notes=(verbatim("no public holidays are known for the region UK"),))
    case = replace(result.case, calendars=calendars)
    text = TextReport(Words("en"), Ink(is_coloured=False), source_line).result(replace(result, case=case))
    assert "\n\nnote no public holidays are known for the region UK\n\nverdict: " in text
