"""The go-live sheet as a whole: the day of the cut-over, and the first day."""

import io
from dataclasses import replace

import pytest

from rollout_kit.compose.fit import lines_of
from rollout_kit.compose.go_live import CRITERIA_MM, compose_go_live
from rollout_kit.compose.go_live.clocked import WORDS_MM
from rollout_kit.description.settings import Brand
from rollout_kit.document import Checklist, Group, Heading, Table, walk
from rollout_kit.playbook.load import load_playbook
from rollout_kit.render.pdf import render_pdf
from tests.compose import results
from tests.compose.conftest import words
from tests.compose.tree import as_text, words_of

SAMPLES = {"muster": results.result, "tiny": results.tiny_result}


def test_the_cut_over_comes_first_and_the_first_day_has_a_page_of_its_own():
    result = results.result()
    made = compose_go_live(result, words(result))
    first, *_, last = made.children
    assert isinstance(first, Heading)
    assert first.text.replace("\u00a0", " ") == "Cut-over: Friday, 5 February 2027"
    assert isinstance(last, Group)
    assert last.role == "section"
    assert "First day: Monday, 8 February 2027" in words_of((last,))


def test_a_day_that_nothing_speaks_for_is_called_a_proposal():
    result = results.result()
    assert "[open] The day is a proposal" in as_text(compose_go_live(result, words(result)))


def test_leader_and_decider_are_named_and_the_bridge_is_a_line_to_write_on():
    result = results.result()
    table = next(node for node in compose_go_live(result, words(result)).children if isinstance(node, Table))
    named = ["".join(span.text for span in cell.spans) for cell in table.rows[0].cells]
    assert named == ["Claire Oser", "Petra Weber", "Beat Frei", ""]
    assert table.rows[0].cells[-1].ground == "blank"


def test_each_criterion_has_a_box_and_stands_below_the_hour_of_the_hold_point():
    result = results.result()
    made = compose_go_live(result, words(result))
    frame = next(node for node in made.children if isinstance(node, Group) and node.role == "framed")
    boxes = [id for node in walk((frame,)) if isinstance(node, Checklist) for id, _ in node.items]
    of_day = [line.id for line in result.case.playbook.go_live if line.day == "cut-over" and line.can_abort]
    assert boxes == [f"abort-{id}" for id in of_day]
    assert "Abort and go back, if by 10:15 one of these is true" in words_of((frame,))


def test_a_playbook_without_lines_gives_a_morning_to_write_on_and_no_first_day():
    result = results.result()
    bare = result.case.playbook.model_copy(update={"go_live": ()})
    made = compose_go_live(replace(result, case=replace(result.case, playbook=bare)), words(result))
    assert "08:00" in as_text(made)
    assert not any(isinstance(node, Group) for node in made.children)


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_step_its_proof_and_a_criterion_have_a_line_each(language):
    texts = load_playbook("managed-service").texts[language]
    room = {"step": (WORDS_MM, 9, True), "proof": (WORDS_MM, 8, False), "abort": (CRITERIA_MM, 9, False)}
    lines = {
        key: lines_of(text, *room[part][:2], is_bold=room[part][2])
        for key, text in texts.items()
        if key.startswith("go_live.") and (part := key.rpartition(".")[2])
    }
    assert len(lines) > 40
    assert [key for key, count in lines.items() if count > 1] == []


@pytest.mark.pdf
@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("tag", ["en", "de-CH"])
@pytest.mark.parametrize("sample", ["muster", "tiny"])
def test_each_day_is_one_page(paper, tag, sample):
    from pypdf import PdfReader

    result = SAMPLES[sample]()
    rollout = result.case.rollout.model_copy(update={"brand": Brand(paper=paper)})
    on_paper = replace(result, case=replace(result.case, rollout=rollout))
    pages = PdfReader(io.BytesIO(render_pdf(compose_go_live(on_paper, words(result, tag))))).pages
    assert len(pages) == 2
    assert ("First day" if tag == "en" else "Erster Tag") in pages[1].extract_text()
