"""The standing prose: filled from a fixed list of facts, the same in both languages."""

import re

import pytest

from rollout_kit.compose.handbook.facts import FACTS, facts_of
from rollout_kit.compose.handbook.prose import PLACEHOLDER, prose_of
from rollout_kit.compose.markdown import nodes_of
from rollout_kit.document import Heading, ListOf, Table, Text
from rollout_kit.playbook.load import load_playbook
from rollout_kit.playbook.model import Playbook
from tests.compose import results
from tests.compose.conftest import book
from tests.compose.tree import words_of

PLAYBOOK = load_playbook("managed-service")
KEYS = tuple(PLAYBOOK.chapters["en"])


def with_chapter(text: str, tag: str = "en") -> Playbook:
    return PLAYBOOK.model_copy(update={"chapters": {"en": {"service": text}, "de": {"service": text}}})


def prose(text: str, rollout=None, tag: str = "en"):
    result = results.result(rollout)
    made = book(result, tag)
    case = result.case
    object.__setattr__(case, "playbook", with_chapter(text))
    before, after = prose_of("service", made)
    return words_of(before), words_of(after)


def shape(text: str) -> list[tuple[str, int]]:
    """Return the kinds of blocks of a chapter with how many items or rows each has."""
    found: list[tuple[str, int]] = []
    for node in nodes_of(text):
        match node:
            case ListOf(items=items, manner=manner):
                found.append((manner, len(items)))
            case Table(rows=rows):
                found.append(("table", len(rows)))
            case Heading() | Text():
                found.append((type(node).__name__, 1))
    return found


def test_every_chapter_is_there_in_both_languages():
    assert {"access", "backup", "changes", "contacts", "emergency", "purpose", "vendors"} < set(KEYS)
    assert tuple(PLAYBOOK.chapters["de"]) == KEYS


@pytest.mark.parametrize("key", KEYS)
def test_both_languages_have_the_same_blocks_and_name_the_same_facts(key):
    english, german = PLAYBOOK.chapters["en"][key], PLAYBOOK.chapters["de"][key]
    assert shape(english) == shape(german)
    assert len(shape(english)) >= 3
    assert sorted(PLACEHOLDER.findall(english)) == sorted(PLACEHOLDER.findall(german))
    assert set(PLACEHOLDER.findall(english)) <= set(FACTS)


@pytest.mark.parametrize("key", KEYS)
def test_german_addresses_nobody_and_is_not_swiss(key):
    german = PLAYBOOK.chapters["de"][key]
    assert not re.search(r"\b(du|dein\w*|Ihr|Ihre\w*|Ihnen)\b", german)
    assert not re.search(r"\b(innert|Couvert|Pikett|Entscheid)\b", german)


def test_what_stands_before_the_first_heading_comes_first():
    assert prose("First.\n\n### Then\n\nLast.") == ("body: First.", "### Then\nbody: Last.")


def test_a_paragraph_that_names_an_unknown_fact_is_left_out():
    text = "Call {phone}.\n\n{rto} it takes.\n\n{nonsense}"
    assert prose(text)[0] == "body: Call +41 31 555 02 00.\nbody: 8 h it takes."
    assert prose(text, results.tiny())[0] == ""


@pytest.mark.parametrize(
    ("name", "said"), [("The desk", "The desk runs. Call the desk. The desk"), ("iWay", "iWay runs. Call iWay. iWay")]
)
def test_a_service_begins_a_sentence_with_a_capital_unless_that_is_its_name(name, said):
    rollout = results.muster()
    rollout = rollout.model_copy(update={"about": rollout.about.model_copy(update={"service": name})})
    assert prose("{service} runs. Call {service}. {service}", rollout)[0] == f"body: {said}"


def test_a_heading_under_which_nothing_is_left_goes_too():
    text = "### Known\n\nAlways.\n\n### Unknown\n\n{rto}\n\n### Last\n\n{rto}"
    assert prose(text, results.tiny())[1] == "### Known\nbody: Always."


def test_bullets_lose_single_lines_and_steps_are_all_or_nothing():
    bullets, steps = "- a {rto}\n- b", "1. a {rto}\n2. b"
    assert prose(bullets, results.tiny())[0] == "- body: b"
    assert prose(steps, results.tiny())[0] == ""
    assert prose(steps)[0] == "- body: a 8 h\n- body: b"


def test_a_row_that_names_an_unknown_fact_is_left_out():
    assert prose("| a | b |\n|---|---|\n| {rto} | 1 |\n| x | 2 |", results.tiny())[0] == "|| a | b\n| x | 2"


def test_a_name_is_never_taken_for_markup_or_for_a_placeholder():
    assert prose("By {provider}.", results.hostile())[0] == f"body: By {results.HOSTILE}."


def test_swiss_german_writes_ss_but_leaves_names_alone():
    rollout = results.muster()
    renamed = rollout.model_copy(update={"customer": rollout.customer.model_copy(update={"name": "Größe AG"})})
    assert prose("Außer {customer}.", renamed, "de-CH")[0] == "body: Ausser Größe AG."
    assert prose("Außer {customer}.", renamed, "de")[0] == "body: Außer Größe AG."


def test_of_two_people_accountable_none_is_the_owner():
    facts = facts_of(book(results.result()))
    assert "restore_owner" not in facts
    assert facts["major_incident_owner"] == "Anna Keller"


def test_nobody_standing_in_is_called_a_holder_of_a_role():
    without = results.muster(people=tuple(p for p in results.muster().people if "sponsor" not in p.roles))
    assert "sponsor" not in facts_of(book(results.result(without)))
    assert "service_owner" not in facts_of(book(results.tiny_result()))
