"""The chapter on knowledge."""

from datetime import date

from rollout_kit.compose.handbook.knowledge import EMPTY_LINES, knowledge
from rollout_kit.description import tryout
from rollout_kit.description.responsibilities import Responsibility
from rollout_kit.description.rollout import Rollout
from tests.compose import results
from tests.compose.conftest import book
from tests.compose.tree import words_of

BROKEN = tryout.TestFinding(what="Kalender zeigt falsche Zone", severity="high", fix_by=date(2027, 2, 3))


def with_tests(*tests: tryout.TestRun) -> Rollout:
    return results.muster(tests=tests)


def said(rollout: Rollout) -> str:
    chapter = knowledge(book(results.result(rollout)))
    assert chapter is not None
    return chapter.headline + "\n" + words_of(chapter.noted)


def test_where_nobody_answers_for_knowledge_and_nothing_was_found_there_is_no_chapter():
    assert knowledge(book(results.result())) is None
    mended = BROKEN.model_copy(update={"fixed": True})
    assert knowledge(book(results.result(with_tests(tryout.TestRun(scenario="restore", findings=(mended,)))))) is None


def test_what_tests_found_and_nobody_mended_is_a_known_error():
    undated = BROKEN.model_copy(update={"what": "Suche findet nichts", "fix_by": None, "severity": "low"})
    text = said(with_tests(tryout.TestRun(scenario="restore", findings=(BROKEN, undated))))
    assert text.startswith("2 known errors came to light in tests")
    name = "Restore of a file, a mailbox and a whole system"
    assert f"| 1 | Kalender zeigt falsche Zone ({name}) | [high] High | Wed 3 Feb" in text
    assert f"| 2 | Suche findet nichts ({name}) | [low] Low | [open] no date" in text


def test_a_test_of_ones_own_is_called_as_it_is_written():
    own = tryout.TestRun(scenario="Dossier", findings=(BROKEN,))
    assert "Kalender zeigt falsche Zone (Dossier)" in said(with_tests(own))


def test_lines_to_write_on_go_on_counting():
    text = said(with_tests(tryout.TestRun(scenario="x", findings=(BROKEN,))))
    lines = [line for line in text.splitlines() if "____" in line]
    assert [line.split()[2] for line in lines] == [str(number) for number in range(2, EMPTY_LINES + 2)]


def test_who_approves_is_named_or_asked_for():
    listed = Responsibility(id="knowledge", accountable=("oser",), responsible=())
    text = said(results.muster(responsibilities=(listed,)))
    assert "Approves an article | *Claire Oser*" in text
    assert "Sees to it | [open] open: who sees to the articles" in text
