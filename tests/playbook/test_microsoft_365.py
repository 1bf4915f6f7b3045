"""The second shipped playbook: what it adds to the first, in words that fit their place."""

import re

import pytest

from rollout_kit.language.words import Words
from rollout_kit.message import Parameter, playbook_text
from rollout_kit.playbook.check import needed_texts
from rollout_kit.playbook.load import load_playbook
from rollout_kit.playbook.model import BaseTask, Playbook
from tests.playbook.test_words import LANGUAGES, LIMITS, kind_and_part

LINE_LIMITS = {("go_live", "step"): 50, ("go_live", "proof"): 68, ("go_live", "abort"): 40}


@pytest.fixture(scope="module")
def ours() -> Playbook:
    return load_playbook("microsoft-365")


@pytest.fixture(scope="module")
def added(ours: Playbook, playbook: Playbook) -> tuple[BaseTask, ...]:
    return tuple(task for task in ours.tasks if playbook.task(task.id) is None)


def own_texts(language: str) -> dict[str, str]:
    below = load_playbook("managed-service").texts[language]
    texts = load_playbook("microsoft-365").texts[language]
    return {key: text for key, text in texts.items() if below.get(key) != text}


def test_everything_of_the_first_playbook_is_there_but_its_go_live_sheet(ours: Playbook, playbook: Playbook) -> None:
    assert ours.tasks[: len(playbook.tasks)] == playbook.tasks
    assert ours.cures == playbook.cures
    assert ours.chapter_keys == playbook.chapter_keys
    assert ours.criteria[: len(playbook.criteria)] == playbook.criteria
    assert len(ours.go_live) == 28


def test_it_adds_tasks_for_tenant_mailboxes_telephony_devices_and_the_end(added: tuple[BaseTask, ...]) -> None:
    assert len(added) == 18
    assert [task.id for task in added if task.condition == "telephony"] == [
        "number-plan", "number-order", "call-routes", "emergency-calls",
    ]  # fmt: skip


def test_the_engineer_is_asked_for_little_and_in_pieces(added: tuple[BaseTask, ...]) -> None:
    mine = [(task, seat) for task in added for seat in task.seats if seat.who == "SL" and task.step < 6]

    assert sum(seat.hours or 0 for task, seat in mine if task.condition == "always") <= 9
    assert [task.id for task, seat in mine if task.mode == "sitting" and (seat.hours or 0) > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_there_and_none_of_its_own_stands_unused(ours: Playbook, language: str) -> None:
    needed = set(needed_texts(ours))

    assert [key for key in needed if not ours.texts[language].get(key)] == []
    assert set(own_texts(language)) - needed == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_fits_its_place(language: str) -> None:
    limits = LIMITS | LINE_LIMITS
    measured = {key: limits[kind_and_part(key)] for key in own_texts(language) if kind_and_part(key) in limits}

    assert len(measured) > 100
    assert {
        key: len(own_texts(language)[key]) for key, most in measured.items() if len(own_texts(language)[key]) > most
    } == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_are_fit_to_be_printed(language: str) -> None:
    texts = own_texts(language)
    reasons = [text for key, text in texts.items() if key.endswith(".reason")]
    proofs = [text for key, text in texts.items() if key.endswith(".proof")]

    assert [
        text for text in texts.values() if re.search(r"[A-Z]{3}\d{3}|\b[a-z]+_[a-z]+\b|[\"`]|\.\.\.|\d %", text)
    ] == []
    assert [text for text in reasons if not text.endswith(".") or text[0].islower()] == []
    assert [text for text in proofs if text.endswith(".") or text[0].islower()] == []


@pytest.mark.parametrize("tag", ["en", "de", "de-CH"])
def test_every_text_can_be_said(ours: Playbook, tag: str) -> None:
    words = Words(tag, ours.texts_in(tag))
    values: dict[str, Parameter] = {"subject": "Payroll", "n": 3, "site": "Zug", "training": "Basics"}

    said = [words.text(playbook_text(key, **values)) for key in own_texts("en")]

    assert [text for text in said if "{" in text or (tag == "de-CH" and "ß" in text)] == []
