"""The lists and sheets that print alone: open items, the emergency part, the contacts."""

import io
from dataclasses import replace
from datetime import date

import pytest

from rollout_kit.compose import KINDS
from rollout_kit.compose.contacts import compose_contacts
from rollout_kit.compose.emergency import compose_emergency
from rollout_kit.compose.open_items import compose_open_items
from rollout_kit.compose.open_items.pages import MOST_LINES
from rollout_kit.description.people import Person
from rollout_kit.description.settings import Brand
from rollout_kit.document import Document, Group, Heading, Note, Table, walk
from rollout_kit.render.pdf import render_pdf
from tests.compose import results
from tests.compose.conftest import words
from tests.compose.tree import as_text


def open_list(result, tag: str = "en") -> Document:
    return compose_open_items(result, words(result, tag))


def register(document: Document) -> Table:
    return next(node for node in document.children if isinstance(node, Table))


def headline(document: Document) -> str:
    first = document.children[0]
    assert isinstance(first, Heading)
    return first.text


@pytest.mark.parametrize("kind", KINDS)
def test_the_title_of_each_document_is_its_kind_and_the_rollout(kind):
    result = results.result()
    made = KINDS[kind](result, words(result))
    assert (made.kind, made.title) == (kind, f"{made.kind_word}: Microsoft 365 mit Teams-Telefonie")


# --- open items ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("as_of", "codes", "said"),
    [
        (date(2027, 1, 7), (), "6 open items, none overdue"),
        (date(2027, 1, 12), (), "6 open items: 4 overdue"),
        (date(2027, 1, 7), ("OWN101",), "6 open items: 1 waits"),
        (date(2027, 1, 12), ("OWN101",), "6 open items: 4 overdue, 1 waits"),
    ],
)
def test_the_headline_counts_what_is_owed_late_and_waiting(as_of, codes, said):
    found = (results.finding(), results.finding(path=("x",), code="CAP109"))
    plan = results.plan(results.muster(), tuple((each.code, each.path, "decide-restore") for each in found))
    decisions = tuple(
        results.decision(n, **({"codes": codes, "decider": "weber"} if n == 1 else {})) for n in range(1, 4)
    )
    result = results.result(findings=found, plan=plan, decisions=decisions, as_of=as_of)
    assert headline(open_list(result)) == said


def test_the_list_goes_on_with_eight_empty_numbered_lines():
    table = register(open_list(results.result()))
    numbers = ["".join(span.text for span in row.cells[0].spans) for row in table.rows]
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]
    assert [row.kind for row in table.rows[-MOST_LINES:]] == ["spare"] * MOST_LINES
    assert "spare" not in [row.kind for row in table.rows[:-MOST_LINES]]


def test_an_empty_list_says_so_and_keeps_its_lines():
    rollout = results.muster(
        about=results.muster().about.model_copy(update={"go_live_reserve": date(2027, 2, 22)}),
        people=tuple(person.model_copy(update={"phone": "1"}) for person in results.muster().people),
    )
    made = open_list(results.result(rollout, findings=(), decisions=()))
    assert headline(made) == "Nothing is open"
    assert len(register(made).rows) == MOST_LINES


def test_an_item_has_its_name_its_date_and_its_state_in_words():
    text = as_text(open_list(results.result(as_of=date(2027, 1, 14))))
    assert "| *1* | Question 1? | *Anna Keller* | Mon 11 Jan | [overdue] overdue, 3 days" in text
    assert "| decide-restore |" not in text
    reason = "Restore and test has 2 people accountable; exactly one can be"
    assert f"| *6* | Decide-restore ({reason}) | *Anna Keller* | Thu 14 Jan | [open] open" in text


def test_who_is_to_be_named_stands_in_grey():
    assert "~Tiny: to be named~" in as_text(open_list(results.tiny_result()))


# --- the emergency part and the contacts ---------------------------------------------------------


def test_the_emergency_part_stands_without_the_notes_of_the_margin():
    result = results.result()
    made = compose_emergency(result, words(result))
    text = as_text(made)
    assert "Who commands" in text
    assert "The first hour of a major outage" in text
    assert not any(isinstance(node, Note) for node in walk(made.children))
    assert not any(isinstance(node, Group) and node.role == "noted" for node in walk(made.children))


def test_the_wall_has_the_number_the_ladder_who_decides_and_every_number():
    result = results.result()
    text = as_text(compose_contacts(result, words(result)))
    assert "number: +41 31 555 02 00" in text
    assert "| 30 min | *Claire Oser* | +41 31 555 02 01" in text
    assert "Who decides" in text
    assert "| *Anna Keller* (IT-Leiterin) | +41 44 555 01 01" in text
    assert text.count("| = *") == 3  # customer, provider, vendor


def test_where_no_ladder_is_agreed_the_usual_one_is_proposed():
    result = results.result(results.muster(escalation=()))
    assert "| 30 min | ~Claire Oser~" in as_text(compose_contacts(result, words(result)))


def test_a_house_of_which_nobody_is_known_has_lines_to_write_on():
    result = results.tiny_result()
    made = compose_contacts(result, words(result))
    blank = [
        row
        for node in walk(made.children)
        if isinstance(node, Table)
        for row in node.rows
        if [cell.ground for cell in row.cells] == ["blank", "blank"]
    ]
    assert len(blank) == 12


def many(n: int):
    people = tuple(
        Person(id=f"p{i}", name=f"Person Number {i}", title="Head of something", phone="+41 44 555 01 01")
        for i in range(n)
    )
    return results.muster(people=(*results.muster().people, *people))


@pytest.mark.parametrize("n", [0, 40, 90])
def test_every_number_is_there_however_many_there_are(n):
    result = results.result(many(n))
    text = as_text(compose_contacts(result, words(result)))
    assert [i for i in range(n) if f"*Person Number {i}*" not in text] == []
    assert ("Head of something" in text) is False


@pytest.mark.pdf
@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("n", [0, 5, 40])
def test_the_contacts_are_one_page_until_they_no_longer_fit(paper, n):
    from pypdf import PdfReader

    made = compose_contacts(*_on(results.result(many(n)), paper))
    pages = PdfReader(io.BytesIO(render_pdf(made))).pages
    assert len(pages) == (1 if n < 40 else 2)
    assert "Anna Keller" in pages[0].extract_text()


def _on(result, paper):
    rollout = result.case.rollout.model_copy(update={"brand": Brand(paper=paper)})
    return replace(result, case=replace(result.case, rollout=rollout)), words(result)
