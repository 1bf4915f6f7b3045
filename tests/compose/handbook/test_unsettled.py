"""Chapters of which the file says nothing are left out; what they would ask stands in one list."""

import pytest

from rollout_kit.compose.handbook import CHAPTERS, compose_handbook
from rollout_kit.compose.handbook.unsettled import TOLD_BY, says_nothing, to_settle
from rollout_kit.document import Table, walk
from tests.compose import results
from tests.compose.conftest import book, words
from tests.compose.tree import words_of


def listed(rollout) -> list[str]:
    nodes = to_settle(CHAPTERS, book(results.result(rollout)))
    tables = [node for node in walk(nodes) if isinstance(node, Table)]
    return [row.cells[0].spans[0].text for table in tables for row in table.rows]


@pytest.mark.parametrize("key", sorted(TOLD_BY))
def test_a_chapter_needs_the_file_to_say_something(key):
    assert says_nothing(key, book(results.tiny_result()))
    assert not says_nothing(key, book(results.result()))


@pytest.mark.parametrize(
    ("section", "told"),
    [("continuity", "backup"), ("access", "access"), ("vendors", "scope"), ("people", "runbooks")],
)
def test_one_place_is_enough(section, told):
    known = results.tiny().model_copy(update={section: getattr(results.muster(), section)})
    silent = {key for key in TOLD_BY if says_nothing(key, book(results.result(known)))}
    assert silent == TOLD_BY.keys() - {told}


def test_other_chapters_are_never_left_out():
    assert not says_nothing("emergency", book(results.tiny_result()))


def test_each_question_is_asked_once_without_who_brings_it():
    asked = listed(results.tiny())
    assert len(asked) == len(set(asked)) > 20
    assert asked[:3] == ["Scope and limits", "What the contract includes, and what it does not",
                         "The contract: signature, term, notice"]  # fmt: skip
    assert "Not assigned" not in asked
    assert not any("kickoff" in question or "Tiny" in question for question in asked)


def test_where_every_chapter_is_told_there_is_no_list():
    assert to_settle(CHAPTERS, book(results.result())) == ()


def test_the_list_stands_with_what_is_open_and_nobody_is_sent_to_a_chapter_that_is_not_there():
    result = results.tiny_result()
    said = words_of(compose_handbook(result, words(result)).children)
    assert "To be settled and written down" in said
    assert "Step by step in runbook" not in said


def test_a_runbook_is_printed_once_and_led_to_from_its_chapter():
    result = results.result()
    said = words_of(compose_handbook(result, words(result)).children)
    assert said.count("Freeze what is there now. Never restore over it.") == 1
    assert "Step by step in runbook 2" in said
