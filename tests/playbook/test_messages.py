"""Messages, agendas and terms of the playbook: short, with one number to call, and by known roles."""

import pytest

from rollout_kit.compose.handbook.facts import FACTS
from rollout_kit.compose.handbook.prose import PLACEHOLDER
from rollout_kit.playbook.check import ROLES
from rollout_kit.playbook.model import Playbook

LANGUAGES = ("en", "de")
MOST_WORDS = 150
WORDS_OF_A_FACT = 8  # hours of the week are the longest


def body(playbook: Playbook, id: str, language: str) -> str:
    return playbook.texts[language][f"messages.{id}.body"]


def is_known(who: str, playbook: Playbook) -> bool:
    activities = {activity.id for activity in playbook.activities}
    return who in ROLES or who.removeprefix("owner-of:") in activities


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_has_more_than_150_words_even_with_long_names(playbook: Playbook, language: str) -> None:
    assert len(playbook.messages) == 18
    counted = {
        each.id: PLACEHOLDER.sub("x " * WORDS_OF_A_FACT, body(playbook, each.id, language))
        for each in playbook.messages
    }
    assert {id: n for id, text in counted.items() if (n := len(text.split())) > MOST_WORDS} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_message_asks_for_one_thing_and_names_one_number(playbook: Playbook, language: str) -> None:
    wish = {"en": "Please do one thing", "de": "Eine Bitte"}[language]
    inside = [each for each in playbook.messages if each.audience != "authority"]
    assert len(inside) == 17
    assert [each.id for each in inside if body(playbook, each.id, language).count(wish) != 1] == []
    to_users = [each.id for each in inside if each.audience != "vendor"]
    assert [id for id in to_users if "{phone}" not in body(playbook, id, language)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_message_names_only_facts_that_the_handbook_knows(playbook: Playbook, language: str) -> None:
    named = {
        name
        for key, text in playbook.texts[language].items()
        if key.startswith("messages.")
        for name in PLACEHOLDER.findall(text)
    }
    assert "phone" in named
    assert named - {"sender"} <= set(FACTS)


def test_messages_of_an_outage_are_five(playbook: Playbook) -> None:
    assert sum(each.is_for_outage for each in playbook.messages) == 5


def test_senders_and_leads_are_roles_and_tasks_are_there(playbook: Playbook) -> None:
    points = [point for agenda in playbook.agendas for point in agenda.points]
    assert len(points) == 26
    who = [*(each.sender for each in playbook.messages), *(point.lead for point in points)]
    assert [each for each in who if not is_known(each, playbook)] == []
    tasks = [*(each.task for each in playbook.messages if each.task), *(agenda.task for agenda in playbook.agendas)]
    assert [id for id in tasks if playbook.task(id) is None] == []


def test_the_kickoff_takes_90_minutes_and_60_with_one_person_per_house(playbook: Playbook) -> None:
    by_id = {agenda.id: agenda for agenda in playbook.agendas}
    assert sum(by_id["kickoff"].lengths(is_small=False)) == 90
    assert sum(by_id["kickoff"].lengths(is_small=True)) == 60
    for id in ("go-no-go", "feedback-round"):
        assert sum(by_id[id].lengths(is_small=True)) == sum(by_id[id].lengths(is_small=False)) == 45


def test_terms_are_sorted_by_their_english_ids_and_have_stems(playbook: Playbook) -> None:
    assert len(playbook.glossary) == 35
    assert list(playbook.glossary) == sorted(playbook.glossary)
    for language in LANGUAGES:
        terms = [playbook.texts[language][f"glossary.{id}.term"] for id in playbook.glossary]
        assert len(set(terms)) == len(terms)
        assert all(playbook.texts[language][f"glossary.{id}.stems"].strip(",") for id in playbook.glossary)
