"""The handbook as a whole: every chapter is there, owned, dated, and honest."""

import re

import pytest

from rollout_kit.assess.verdict import Verdict
from rollout_kit.compose.handbook import compose_handbook
from rollout_kit.compose.handbook.chapter import spans_in
from rollout_kit.compose.handbook.prose import PLACEHOLDER
from rollout_kit.document import Document, Group, Heading, Note, Row, Table, walk
from rollout_kit.finding import Severity
from tests.compose import results
from tests.compose.conftest import words
from tests.compose.tree import as_text, words_of

ALWAYS = {"purpose", "service", "contacts", "routines", "emergency", "risks", "glossary", "forms"}
RESULTS = {
    "full": results.result,
    "tiny": results.tiny_result,
    "hostile": lambda: results.result(results.hostile()),
}


@pytest.fixture(params=sorted(RESULTS))
def handbook(request) -> Document:
    result = RESULTS[request.param]()
    return compose_handbook(result, words(result))


def sections(document: Document) -> list[Group]:
    return [node for node in document.children if isinstance(node, Group) and node.role == "section"]


def chapter(document: Document, key: str) -> str:
    return words_of([next(section for section in sections(document) if section.anchor == f"chapter-{key}")])


def keys(document: Document) -> list[str]:
    return [section.anchor.removeprefix("chapter-") for section in sections(document)]


def test_the_chapters_stand_in_the_order_of_the_playbook_and_are_numbered(handbook):
    found = keys(handbook)
    assert set(found) >= ALWAYS
    assert found == [key for key in results.result().case.playbook.chapter_keys if key in found]
    headings = [section.children[0] for section in sections(handbook)]
    numbers = [heading.number for heading in headings if isinstance(heading, Heading)]
    assert numbers == [str(n) for n in range(1, len(found) + 1)]


def test_what_is_kept_apart_shares_its_pages_with_no_chapter(handbook):
    follows = dict(zip(keys(handbook), (section.follows for section in sections(handbook)), strict=True))
    order = keys(handbook)
    for key in ("emergency", "service"):
        assert follows[key] == "no"
        assert follows[order[order.index(key) + 1]] == "no"
    assert follows["purpose"] == ("no" if "runbooks" in follows else "whole")
    assert follows.get("access") != "no"
    assert follows.get("runbooks", "torn") == "torn"


def test_the_first_chapter_names_the_owner_of_every_chapter():
    result = results.result()
    document = compose_handbook(result, words(result))
    rows = [line for line in chapter(document, "purpose").splitlines() if re.match(r" *\| [*~]", line)]
    assert sorted(map(int, re.findall(r"(?:\| |, )(\d+) [A-Z][a-z]+\b(?! \d)", " ".join(rows)))) == [
        *range(1, len(sections(document)) + 1)
    ]
    emergency = next(row for row in rows if "Emergency" in row)
    assert re.search(r"\*Claire Oser\* \| \d+ Emergency part \| 8 Feb 2027", emergency)
    assert sum("~" in row for row in rows) == len(rows) - 1 == 2


def test_no_group_list_or_table_is_empty(handbook):
    nodes = walk(handbook.children)
    assert len(nodes) > 100
    assert all(node.children for node in nodes if isinstance(node, Group))
    assert all(node.rows for node in nodes if isinstance(node, Table))


def test_every_chapter_says_state_owner_review_and_evidence_in_six_lines_at_most(handbook):
    for section in sections(handbook):
        notes = [node for node in walk([section]) if isinstance(node, Note)]
        assert len(notes) == 1, section.anchor
        said = words_of(notes)
        assert re.search(r"owner (\*|~)\S", said), section.anchor
        assert "review" in said
        assert "evidence" in said
        assert 4 <= len(notes[0].lines) <= 6


def test_every_link_has_its_anchor(handbook):
    nodes = walk(handbook.children)
    anchors = {node.anchor for node in nodes if isinstance(node, Heading | Group)}
    anchors |= {row.anchor for node in nodes if isinstance(node, Table) for row in node.rows if isinstance(row, Row)}
    links = {span.link for span in spans_in(handbook.children) if span.link}
    assert links
    assert links <= anchors


def test_every_row_has_as_many_cells_as_its_table_has_columns(handbook):
    tables = [node for node in walk(handbook.children) if isinstance(node, Table)]
    assert len(tables) > 10
    for table in tables:
        for row in table.rows:
            assert sum(cell.columns for cell in row.cells) == len(table.columns), table.caption


def test_a_tiny_description_gives_open_items_with_a_name_and_no_blank():
    result = results.tiny_result()
    text = as_text(compose_handbook(result, words(result)))
    assert "[open] open: the one number to call, decided in the kickoff, Tiny\n" in text
    assert text.count("[open]") > 30
    assert "tbd" not in text.lower()
    assert "None" not in text


def test_after_the_kickoff_an_open_item_is_to_be_decided_by_somebody():
    result = results.tiny_result(as_of=results.GO_LIVE)
    text = as_text(compose_handbook(result, words(result)))
    assert "open: the one number to call, to be decided by Tiny\n" in text
    assert "decided in the kickoff" not in text


def test_no_placeholder_of_the_playbook_is_left():
    for make in (results.result, results.tiny_result):
        result = make()
        assert not PLACEHOLDER.search(as_text(compose_handbook(result, words(result))))


def test_hostile_words_survive_as_they_were_written():
    result = results.result(results.hostile())
    document = compose_handbook(result, words(result))
    said = words_of(document.children)
    assert said.count(results.HOSTILE) > 20
    assert document.rollout == results.HOSTILE


def test_a_blocker_shows_in_the_note_of_its_chapters_and_at_the_end():
    result = results.result()
    document = compose_handbook(result, words(result))
    for key in ("contacts", "backup"):
        assert "> [not-ready] *not ready, a blocker is open*" in chapter(document, key)
        assert "> [blocker] OWN101" in chapter(document, key)
    assert "[blocker]" not in chapter(document, "access")
    assert "One point is open, and it stops go-live." in chapter(document, "risks")
    assert "Anna Keller" in chapter(document, "risks")
    assert "Thu 14 Jan" in chapter(document, "risks")


def test_without_findings_and_untested_rules_there_is_no_chapter_of_risks():
    result = results.result(findings=(), verdict=Verdict.READY)
    document = compose_handbook(result, words(result))
    assert set(keys(document)) >= ALWAYS - {"risks"}
    assert "risks" not in keys(document)


def test_the_owner_and_review_of_the_file_win_and_ours_is_grey():
    result = results.result()
    document = compose_handbook(result, words(result))
    assert "> owner *Claire Oser*" in chapter(document, "emergency")
    assert re.search(r"> review 8 Feb\w* 2027", chapter(document, "emergency"))
    assert "> owner ~Anna Keller~" in chapter(document, "service")
    assert re.search(r"> review 7 Apr\w* 2027", chapter(document, "service"))


def test_evidence_is_the_weakest_of_what_the_chapter_tells():
    result = results.result()
    document = compose_handbook(result, words(result))
    assert "[declared] declared" in chapter(document, "backup")
    tiny = results.tiny_result()
    assert "[proposed] proposed" in chapter(compose_handbook(tiny, words(tiny)), "emergency")


def test_high_findings_are_conditions():
    high = results.finding(path=("continuity",), code="CON105", severity=Severity.HIGH)
    result = results.result(findings=(high,))
    document = compose_handbook(result, words(result))
    assert "> [conditions] *with conditions*" in chapter(document, "backup")


def test_the_same_result_gives_the_same_tree():
    first, second = results.result(), results.result()
    assert compose_handbook(first, words(first)) == compose_handbook(second, words(second))


def test_the_handbook_of_a_full_description(snapshot):
    result = results.result()
    assert as_text(compose_handbook(result, words(result))) == snapshot


def test_the_handbook_of_a_tiny_description(snapshot):
    result = results.tiny_result()
    assert as_text(compose_handbook(result, words(result))) == snapshot


SECTIONS = (
    "vendors", "sites", "people", "teams", "responsibilities", "evidence", "service_levels", "escalation", "hypercare",
    "support", "continuity", "processes", "access", "outage_notice", "chapters",
)  # fmt: skip


@pytest.mark.thorough
@pytest.mark.parametrize("section", SECTIONS)
def test_a_description_without_a_section_still_gives_a_handbook(section):
    bare, full = results.tiny(), results.muster()
    without = full.model_copy(update={section: getattr(bare, section)})
    alone = bare.model_copy(update={section: getattr(full, section)})
    for rollout in (without, alone):
        result = results.result(rollout)
        document = compose_handbook(result, words(result))
        assert set(keys(document)) >= ALWAYS
        assert "None" not in as_text(document)
