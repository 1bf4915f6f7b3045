import re
from collections.abc import Callable
from pathlib import Path

import pytest

from rollout_kit.errors import RolloutKitError
from rollout_kit.language.words import Words
from rollout_kit.playbook.load import load_playbook, read_playbook, shipped_playbooks
from rollout_kit.playbook.model import BaseTask, Playbook, Predecessor, Seat

Change = Callable[[str, str, str], Path]

STRUCTURE = "*.toml"
ENGLISH = "en/tasks.toml"


def fault_of(folder: Path) -> str:
    with pytest.raises(RolloutKitError) as caught:
        read_playbook(folder)
    return Words("en").text(caught.value.message)


def task_of(playbook: Playbook, id: str) -> BaseTask:
    task = playbook.task(id)
    assert task is not None
    return task


def test_the_playbook_managed_service_is_shipped() -> None:
    assert "managed-service" in shipped_playbooks()
    assert load_playbook("managed-service") is load_playbook("managed-service")


@pytest.mark.parametrize("name", ["unheard-of", "", "../playbooks/managed-service", "."])
def test_an_unknown_name_is_a_key_error(name: str) -> None:
    with pytest.raises(KeyError):
        load_playbook(name)


def test_seats_say_who_and_for_how_long(playbook: Playbook) -> None:
    seats = [
        seat
        for id in ("kickoff", "site-readiness", "restore-test", "train-users")
        for seat in task_of(playbook, id).seats
    ]

    assert Seat(who="SP", hours=1.5, small=1) in seats
    assert Seat(who="KU", every=True, hours=1.5, small=None) in seats
    assert Seat(who="KU", of_site=True, hours=1, small=None) in seats
    assert Seat(who="doer-of:restore", hours=3, small=2) in seats
    assert Seat(who="session-trainer", hours=1.25, small=1) in seats


def test_a_task_may_wait_for_the_next_day(playbook: Playbook) -> None:
    assert task_of(playbook, "dry-run").after == (
        Predecessor(task="go-live-sheet"),
        Predecessor(task="try-out-plan"),
        Predecessor(task="test-outage", next_day=True),
    )


def test_swiss_german_takes_the_german_words_and_an_unknown_language_the_english_ones(playbook: Playbook) -> None:
    assert playbook.texts_in("de-CH") == playbook.texts["de"]
    assert playbook.texts_in("xx") == playbook.texts["en"]
    assert playbook.chapters_in("de-CH") == playbook.chapters["de"]


def test_a_cure_is_found_by_its_rule(playbook: Playbook) -> None:
    cure = playbook.cure_for("OWN105")

    assert cure is not None
    assert (cure.id, cure.minutes, cure.further_minutes, cure.owner) == ("decide-accountable", 30, 10, "SO")
    assert playbook.cure_for("OWN199") is None


def test_the_copy_of_the_shipped_playbook_is_sound(changed: Change) -> None:
    folder = changed(STRUCTURE, "step = 1", "step = 1")

    assert read_playbook(folder).name == "ours"


@pytest.mark.unhurried
@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("step = 1", "step = 8", "4:8: 'tasks.kickoff.step' is 8"),
        ("step = 1", "stepp = 1", "'tasks.kickoff' has no key 'stepp'"),
        ('"SP 1.5/1"', '"SP 1,5/1"', "tasks.kickoff.seats.0"),
        ('"SP 1.5/1"', '"XX 1.5/1"', "tasks.kickoff.seats names XX"),
        ('"SP 1.5/1"', '"owner-of:unheard_of 1/1"', "tasks.kickoff.seats names owner-of:unheard_of"),
        ('window = "k+0..k+0"', 'window = "k+0-k+0"', "tasks.kickoff.window"),
        ('lead = "doer-of:access"', 'lead = "doer-of:acces"', "tasks.access-list.lead names doer-of:acces"),
        ('after = ["kickoff"]', 'after = ["kickof"]', "tasks.confirm-responsibilities.after names kickof"),
        ('chapters = ["cover", "contacts"]', 'chapters = ["covers"]', "tasks.kickoff.chapters names covers"),
        ('rules = ["OWN101", "OWN109"]', 'rules = ["OWN1"]', "tasks.kickoff.rules names OWN1"),
        ('in_21_days = "keep"', 'in_21_days = "kept"', "'in_21_days' does not know the word 'kept'"),
        ('decider = "SP"', 'decider = "sponsor"', "decisions.accountable.decider names sponsor"),
        ('before = "p0.20"', 'before = "p20"', "cures.name-doer.before says p20"),
        ('not_before = "h"', 'not_before = "after:20"', "not_before says after:20"),
        ('until = "g+28"', 'until = "description"', "until says description"),
        ('before = "task:change-rules"', 'before = "task:changes"', "cures.second-approver.before says task:changes"),
        ('OWN109 = { task = "kickoff" }', 'OWN109 = { task = "kick" }', "cured_by_task.OWN109.task names kick"),
        ("[cured_by_task]", '[cured_by_task]\nOWN1 = { task = "kickoff" }', "cured_by_task.OWN1 names OWN1"),
        ('at = "g+3w"', 'at = "g3w"', "later.question-hour.at says g3w"),
        (
            "[later]",
            '[later]\nparty = { at = "g+1", who = ["OL"], condition = "not-placed" }',
            "later.party names party",
        ),
        ('who = ["TR", "OL"]', 'who = ["TR", "LO"]', "later.question-hour.who names LO"),
        ('every = "day", who = "DK"', 'every = "day", who = "KD"', "routines.day.who names KD"),
        ('"cover", "purpose"', '"cover", "cover", "purpose"', "cover is there twice"),
        (
            'lead = "OL"\nwindow',
            'after = ["name-deputies"]\nlead = "OL"\nwindow',
            "in a circle: kickoff → name-deputies → confirm-",
        ),
        ('landmark = "kickoff"', 'landmark = "start"', "'landmark' does not know the word 'start'"),
        ('landmark = "pilot"', 'landmark = "go-live"', "go-live is there twice"),
        ('scenario = "restore"', 'scenario = "restoration"', "tasks.restore-test.scenario names restoration"),
        ('scenario = "restore"', 'scenario = "phishing"', "phishing is there twice"),
        ('teaches = ["desk"]', 'teaches = ["desks"]', "'teaches' does not know the word 'desks'"),
        ('open_when = "no-scope"', 'open_when = "scope"', "'open_when' does not know the word 'scope'"),
        (
            'mandatory_scenarios = ["major-outage"',
            'mandatory_scenarios = ["outage"',
            "mandatory_scenarios names outage",
        ),
        ("[tasks.kickoff]", "[tasks.kickoff", "3:1: the header opens with '['"),
    ],
)
def test_a_fault_of_the_structure_is_told_with_file_and_key(changed: Change, old: str, new: str, said: str) -> None:
    fault = fault_of(changed(STRUCTURE, old, new))

    assert re.match(r"ours/[a-z]+\.toml:[0-9]+:[0-9]+: ", fault)
    assert said in fault


@pytest.mark.unhurried
@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("[tasks.kickoff]", "[tasks.kickof]", "de: the text tasks.kickof.name is missing"),
        (
            "[tasks.kickoff]\nname",
            '[tasks.kickoff]\nnick = "x"\nname',
            "de: the text tasks.kickoff.nick is missing",
        ),
        (
            'name = "Send the planned messages"',
            'name = ""',
            "en/tasks.toml:67:8: en: the text tasks.send-message.name is missing",
        ),
        (
            "Training: {training}",
            "Training: {session}",
            "the text tasks.train-users.name has {session}, where {training} is filled in",
        ),
        ('name = "Decide go or no-go"', "name = 2", "'tasks.go-no-go.name' needs a text, not a number"),
        (
            "[tasks.kickoff]",
            '[cures.name-doer]\nname = "x"\n[tasks.kickoff]',
            "cures.name-doer.name is there twice",
        ),
        ("[tasks.kickoff]", "tasks.kickoff]", "en/tasks.toml:1:14: a '=' belongs here"),
    ],
)
def test_a_fault_of_the_words_is_told_with_language_and_key(changed: Change, old: str, new: str, said: str) -> None:
    assert said in fault_of(changed(ENGLISH, old, new))


def test_a_text_with_an_open_brace_is_told(changed: Change) -> None:
    said = "ours/en/tasks.toml:158:8: the text tasks.train-users.name has a brace without its partner"

    assert fault_of(changed(ENGLISH, "Training: {training}", "Training: {training")) == said


def test_a_playbook_without_a_language_is_told(changed: Change) -> None:
    folder = changed(STRUCTURE, "step = 1", "step = 1")
    for file in folder.glob("*/*.toml"):
        file.unlink()

    assert fault_of(folder) == "ours/tasks.toml:3:8: 'tasks.kickoff' has no text for name, proof, reason"


def test_a_chapter_that_one_language_lacks_is_told(changed: Change) -> None:
    folder = changed(STRUCTURE, "step = 1", "step = 1")
    (folder / "de" / "chapters" / "service.md").unlink()

    assert "de: the chapter service is missing" in fault_of(folder)


def test_a_chapter_under_an_unknown_name_is_told(changed: Change) -> None:
    folder = changed(STRUCTURE, "step = 1", "step = 1")
    for language in ("de", "en"):
        (folder / language / "chapters" / "sevrice.md").write_text("x", encoding="utf-8")

    assert "de/chapters names sevrice, which is not known" in fault_of(folder)


def test_a_chapter_whose_parameters_differ_is_told(changed: Change) -> None:
    folder = changed("de/chapters/runbooks.md", "{operations_lead}", "{betriebsleitung}")

    assert "en/chapters/runbooks.md:1:1: the text runbooks has {operations_lead}" in fault_of(folder)
