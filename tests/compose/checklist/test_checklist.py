"""The checklist of the kickoff."""

import re
from dataclasses import replace

import pytest

from rollout_kit.compose.checklist import compose_checklist
from rollout_kit.compose.checklist.front import OTHERWISE, PROPOSAL, QUESTION
from rollout_kit.compose.wording import DECISIONS_TODAY
from rollout_kit.description.people import Person
from rollout_kit.description.rollout import Rollout
from rollout_kit.description.settings import Brand
from rollout_kit.document import Checklist, Document, Field, Group, walk
from rollout_kit.message import verbatim
from tests.compose import results
from tests.compose.conftest import words
from tests.compose.tree import as_text, words_of


def composed(result) -> Document:
    return compose_checklist(result, words(result))


def decisions_of(document: Document):
    return next(node.decisions for node in walk(document.children) if isinstance(node, Checklist) and node.decisions)


def crowd(n: int, paper: str) -> Rollout:
    people = tuple(
        Person(id=f"p{i}", name=f"Person {i}", title="Head", organisation="customer" if i % 2 else "provider")
        for i in range(n)
    )
    return results.muster(people=people, teams=(), responsibilities=(), brand=Brand(paper=paper))


def ruled(document: Document) -> int:
    return sum(node.lines for node in walk(document.children) if isinstance(node, Field) and node.kind == "ruled")


@pytest.mark.parametrize(("open_decisions", "own"), [(0, 3), (4, 3), (7, 2), (8, 1), (9, 0), (12, 0)])
def test_at_most_nine_stand_there_and_the_rest_is_room_for_own_ones(open_decisions, own):
    made = results.result(decisions=tuple(results.decision(n) for n in range(open_decisions)))
    shown = decisions_of(composed(made))
    assert sum(not decision.question for decision in shown) == own
    assert len(shown) == min(open_decisions, DECISIONS_TODAY) + own
    assert len({decision.id for decision in shown}) == len(shown)


@pytest.mark.parametrize(
    ("open_decisions", "said"),
    [(9, ""), (10, " 1 more question next time."), (12, " 3 more questions next time.")],
)
def test_decisions_that_find_no_place_are_counted(open_decisions, said):
    made = results.result(decisions=tuple(results.decision(n) for n in range(open_decisions)))
    assert f"A cross at yes means: as proposed.{said}\n" in as_text(composed(made))


def test_the_order_of_the_result_is_kept():
    made = results.result(decisions=tuple(results.decision(n) for n in (3, 1, 2)))
    assert [decision.question for decision in decisions_of(composed(made))][:3] == [
        "Question 3?",
        "Question 1?",
        "Question 2?",
    ]


def test_texts_at_the_limit_stay_and_longer_ones_are_cut_at_a_word():
    limits = {"question": QUESTION, "proposal": PROPOSAL, "otherwise": OTHERWISE}
    for field, limit in limits.items():
        for length in (limit - 1, limit, limit + 1, limit * 3):
            text = ("fill it " * 40)[:length].rstrip() + "i" * (length - len(("fill it " * 40)[:length].rstrip()))
            made = results.result(decisions=(results.decision(1, **{field: verbatim(text)}),))
            shown = getattr(decisions_of(composed(made))[0], field)
            assert len(shown) <= limit
            assert (shown == text) == (length <= limit)
            assert shown == text or shown.endswith("…")


def test_wide_letters_are_cut_before_they_break_the_line():
    made = results.result(decisions=(results.decision(1, proposal=verbatim("WWWW " * 9)),))
    assert len(decisions_of(composed(made))[0].proposal) < 40


def test_who_is_to_be_named_is_a_line_to_write_on():
    made = results.result(decisions=(results.decision(1, decider="customer:to-be-named"), results.decision(2)))
    assert [decision.decider for decision in decisions_of(composed(made))][:2] == ["", "Anna Keller"]


def test_a_long_name_takes_two_lines_and_no_more():
    rollout = results.muster()
    people = (rollout.people[0].model_copy(update={"name": "Bartholomäus von und zu Hohenlohe-Langenburg"}),)
    made = results.result(rollout.model_copy(update={"people": people}))
    assert re.fullmatch(r"\S{1,17} \S{1,17}", decisions_of(composed(made))[0].decider)


@pytest.mark.parametrize("name", ["Marieke de Jong", "Tanaka Kenji (田中 健二)"])
def test_a_name_that_fits_two_lines_is_told_in_full(name):
    rollout = results.muster()
    made = results.result(rollout.model_copy(update={"people": (rollout.people[0].model_copy(update={"name": name}),)}))
    assert decisions_of(composed(made))[0].decider == name


def test_the_last_line_of_the_front_is_for_both_houses():
    text = words_of([composed(results.result()).children[0]])
    assert "decide: *All decided, *Muster Treuhand" in text
    assert "decide: *All decided, *NetServ" in text
    assert text.count("____ line Name, time") == 2


def test_every_sheet_says_which_it_is():
    for document, pages in ((composed(results.result()), 2), (composed(results.result(crowd(12, "A4"))), 3)):
        sheets = [node for node in document.children if isinstance(node, Group)]
        assert [sheet.role for sheet in sheets] == ["sheet"] * pages
        for number, sheet in enumerate(sheets, start=1):
            assert sheet.sheet is not None
            assert sheet.sheet.qr == f"4F2A91C7K{number}"
            assert re.fullmatch(r"[A-Z0-9]{1,16}", sheet.sheet.qr)
            assert f"Sheet 4F2A91C7, page {number} of {pages}." in sheet.sheet.lines[0]
            assert sheet.sheet.lines[1].replace("\u00a0", " ") == "Edition of 7 January 2027."
            assert "Wrong tick?" in sheet.sheet.lines[2]


def test_people_of_the_kickoff_are_there_with_role_and_house_and_two_lines_free():
    text = words_of([composed(results.result()).children[1]])
    assert "[ ] Anna Keller / IT-Leiterin, Muster Treuhand\n" in text
    assert "[ ] Claire Oser / NetServ\n" in text
    assert text.index("Petra Weber") < text.index("Claire Oser")
    assert text.count("[ ]  / ") == 2


def test_where_nobody_is_named_there_are_lines_to_write_on():
    text = as_text(composed(results.tiny_result()))
    assert text.count("[ ]  / ") == 6
    assert "to be named" not in text


@pytest.mark.parametrize(("paper", "places"), [("A4", 8), ("Letter", 6)])
def test_notes_give_way_first_then_people_get_a_sheet_of_their_own(paper, places):
    at_limit, over = composed(results.result(crowd(places, paper))), composed(results.result(crowd(places + 1, paper)))
    assert (len(at_limit.children), ruled(at_limit)) == (2, 2)
    assert (len(over.children), ruled(over)) == (3, 7)
    few = composed(results.result(crowd(2, paper)))
    assert (len(few.children), ruled(few)) == (2, 5 if paper == "A4" else 4)


def test_both_sides_sign_at_the_end():
    text = words_of([composed(results.result()).children[1]])
    assert "____ signature Petra Weber for Muster Treuhand AG ('Place, date',)" in text
    assert "____ signature Claire Oser for NetServ GmbH ('Place, date',)" in text


def test_hostile_words_survive_in_what_has_room_for_them():
    text = as_text(composed(results.result(results.hostile())))
    assert "<script>alert('x')</script>" in text
    assert "\\n" in text


def test_the_checklist_of_a_full_description(snapshot):
    assert as_text(composed(results.result())) == snapshot


def test_the_checklist_of_a_tiny_description(snapshot):
    assert as_text(composed(results.tiny_result())) == snapshot


def with_agenda(rollout: Rollout) -> Document:
    made = results.result(rollout)
    kickoff = replace(made.case.plan.tasks[0], landmark="kickoff")
    return composed(replace(made, case=made.case.with_plan(replace(made.case.plan, tasks=(kickoff,)))))


@pytest.mark.parametrize(("people", "pages"), [(6, 3), (12, 4)])
def test_the_agenda_is_the_last_sheet_behind_the_back(people, pages):
    sheets = [node for node in with_agenda(crowd(people, "A4")).children if isinstance(node, Group)]
    assert len(sheets) == pages
    assert all(sheet.sheet and f"of {pages}." in sheet.sheet.lines[0] for sheet in sheets)
    assert "What stays open" in words_of([sheets[-2]]) or "what stays open" in words_of([sheets[-2]])
    last = words_of([sheets[-1]])
    assert "# Agenda of the kickoff" in last
    assert "1.5 h. Minutes are counted from the beginning." in last
    assert "| 87–90 |" in last
