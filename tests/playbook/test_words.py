"""The words of the playbook: short enough for their place, the same in every language, fit to be printed."""

import re

import pytest

from rollout_kit.compose.handbook.facts import FACTS
from rollout_kit.compose.handbook.prose import PLACEHOLDER
from rollout_kit.language.words import Words
from rollout_kit.message import Parameter, playbook_text
from rollout_kit.playbook.check import needed_texts
from rollout_kit.playbook.model import Playbook

LANGUAGES = ("en", "de")

# Characters by kind and part of the key: what fits the label of a Gantt bar, a cell of the checklist, a line of the
# matrix.
LIMITS = {
    ("tasks", "name"): 45,
    ("tasks", "name_all"): 45,
    ("tasks", "proof"): 110,
    ("tasks", "reason"): 80,
    ("decisions", "question"): 55,
    ("decisions", "proposal"): 45,
    ("decisions", "otherwise"): 60,
    ("activities", "name"): 32,
    ("groups", "name"): 16,
    ("steps", "name"): 32,
    ("roles", "name"): 24,
    ("chapters", "title"): 40,
    ("cures", "name"): 65,
    ("cures", "name_many"): 65,
    ("cures", "proof"): 110,
    ("later", "name"): 80,
    ("later", "proof"): 110,
    ("routines", "name"): 80,
    ("messages", "name"): 40,
    ("messages", "when"): 70,
    ("messages", "subject"): 60,
    ("agendas", "name"): 105,
    ("agendas", "result"): 65,
    ("glossary", "term"): 30,
    ("glossary", "meaning"): 120,
    ("runbooks", "title"): 60,
    ("runbooks", "step1"): 130,
    ("scenarios", "name"): 60,
    ("scenarios", "purpose"): 70,
    ("scenarios", "success"): 120,
    ("modules", "name"): 55,
    ("modules", "content"): 80,
    ("modules", "verification"): 85,
    ("formats", "name"): 40,
    ("formats", "what"): 130,
    ("measures", "name"): 50,
    ("measures", "formula"): 60,
    ("measures", "target"): 45,
    ("measures", "source"): 70,
    ("criteria", "name"): 105,
    ("criteria", "proof"): 90,
}


def kind_and_part(key: str) -> tuple[str, str]:
    return key.partition(".")[0], key.rpartition(".")[2]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_that_the_structure_needs_is_there(playbook: Playbook, language: str) -> None:
    needed = list(needed_texts(playbook))

    assert len(needed) > 600
    assert [key for key in needed if not playbook.texts[language].get(key)] == []


def test_no_text_stands_there_unused(playbook: Playbook) -> None:
    assert set(playbook.texts["en"]) - set(needed_texts(playbook)) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_fits_its_place(playbook: Playbook, language: str) -> None:
    texts = playbook.texts[language]
    measured = {key: LIMITS[kind_and_part(key)] for key in texts if kind_and_part(key) in LIMITS}

    assert {kind_and_part(key) for key in measured} == LIMITS.keys()
    assert {key: len(texts[key]) for key, limit in measured.items() if len(texts[key]) > limit} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_cures_name_their_subject_or_their_number(playbook: Playbook, language: str) -> None:
    texts = playbook.texts[language]
    cures = [f"cures.{cure.id}" for cure in playbook.cures]

    assert [cure for cure in cures if "{subject}" not in texts[f"{cure}.name"]] == []
    assert [cure for cure in cures if "{n}" not in texts[f"{cure}.name_many"]] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_are_fit_to_be_printed(playbook: Playbook, language: str) -> None:
    texts = [PLACEHOLDER.sub("x", text) for text in playbook.texts[language].values()]

    assert [text for text in texts if text != text.strip() or "  " in text] == []
    assert [text for text in texts if re.search(r"[A-Z]{3}\d{3}|\b[a-z]+_[a-z]+\b|[\"'`]|\.\.\.", text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reason_is_one_sentence_and_a_proof_is_none(playbook: Playbook, language: str) -> None:
    texts = playbook.texts[language]
    reasons = [text for key, text in texts.items() if kind_and_part(key) == ("tasks", "reason")]
    proofs = [text for key, text in texts.items() if key.endswith(".proof")]

    assert len(reasons) == 59
    assert [text for text in reasons if not text.endswith(".") or text[0].islower()] == []
    assert [text for text in proofs if text.endswith(".") or text[0].islower()] == []


@pytest.mark.parametrize("tag", ["en", "de", "de-CH"])
def test_every_text_can_be_said(playbook: Playbook, tag: str) -> None:
    words = Words(tag, playbook.texts_in(tag))
    values: dict[str, Parameter] = {"subject": "Payroll", "n": 3, "site": "Zug", "training": "Basics"}
    values |= dict.fromkeys((*FACTS, "sender"), "said")

    said = [words.text(playbook_text(key, **values)) for key in playbook.texts["en"]]

    assert [text for text in said if "{" in text or (tag == "de-CH" and "ß" in text)] == []


def test_names_are_told_apart(playbook: Playbook) -> None:
    for language in LANGUAGES:
        names = [playbook.texts[language][f"tasks.{task.id}.name"] for task in playbook.tasks]

        assert len(set(names)) == len(names)


def test_german_keeps_its_own_signs(playbook: Playbook) -> None:
    texts = playbook.texts["de"].values()

    assert any("ß" in text for text in texts)
    assert [text for text in texts if re.search(r"\bgross|ausser|dass\s*$|weiss\b|\d %", text)] == []
