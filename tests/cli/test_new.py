"""Beginning: a description that can be used as it is written."""

import re
import tomllib
from datetime import date, timedelta
from pathlib import Path

import pytest

from rollout_kit import resources
from rollout_kit.beginning.answers import Answers
from rollout_kit.beginning.starter import kickoff_after, starter
from rollout_kit.errors import RolloutKitError
from rollout_kit.language.words import Words
from rollout_kit.message import message

from .conftest import Call

TAGS = ("en", "de", "de-CH")
DAY = date(2026, 11, 20)


def uncommented(text: str) -> str:
    """Return the starter with every example in use: those lines have no space behind the #."""
    return "\n".join(re.sub(r'^#(?=[a-z\["])', "", line) for line in text.splitlines())


def skeleton(text: str) -> list[str]:
    """Return what must be the same in all languages: tables and keys, in their order."""
    lines = uncommented(text).splitlines()
    return [found[0] for line in lines if (found := re.match(r'\[+[^\]]+\]+|"?[\w.-]+"?(?= =)', line))]


@pytest.mark.parametrize(
    ("as_of", "kickoff"),
    [
        (date(2026, 11, 16), date(2026, 11, 30)),  # a Monday: exactly 14 days
        (date(2026, 11, 17), date(2026, 12, 7)),
        (date(2026, 11, 22), date(2026, 12, 7)),  # a Sunday: 15 days
        (date(2026, 11, 23), date(2026, 12, 7)),
        (date(2026, 12, 28), date(2027, 1, 11)),
        (date(2028, 2, 15), date(2028, 3, 6)),
    ],
)
def test_the_kickoff_is_the_first_monday_after_two_weeks(as_of: date, kickoff: date):
    assert kickoff_after(as_of) == kickoff
    assert (kickoff.weekday(), kickoff - as_of >= timedelta(days=14)) == (0, True)


@pytest.mark.parametrize("tag", TAGS)
def test_exactly_the_four_required_keys_are_written_and_a_language_that_is_not_english(tag: str):
    written = tomllib.loads(starter(Words(tag), DAY))
    assert written["rollout"].pop("language", "en") == tag
    assert {table: sorted(keys) for table, keys in written.items()} == {
        "rollout": ["kickoff", "name"],
        "customer": ["name"],
        "provider": ["name"],
    }
    assert written["rollout"]["kickoff"] == date(2026, 12, 7)


@pytest.mark.parametrize("tag", TAGS)
def test_every_example_in_the_comments_is_sound_toml(tag: str):
    assert len(tomllib.loads(uncommented(starter(Words(tag), DAY)))) == 40


def test_all_languages_have_the_same_examples_in_the_same_order():
    english = skeleton(starter(Words("en"), DAY))
    assert len(english) > 200
    assert [skeleton(starter(Words(tag), DAY)) == english for tag in TAGS] == [True] * len(TAGS)


def test_every_language_with_a_catalogue_has_a_starter():
    folders = sorted(path.parent.parent.name for path in resources.locales().glob("*/LC_MESSAGES/*.po"))
    assert folders
    assert [(resources.locales() / folder / "starter.toml").is_file() for folder in folders] == [True] * len(folders)


def test_no_line_is_wider_than_a_screen():
    assert max(len(line) for tag in TAGS for line in starter(Words(tag), DAY).splitlines()) <= 120


def test_swiss_german_has_no_sharp_s():
    assert "ß" not in starter(Words("de-CH"), DAY)


def test_a_description_is_written_and_its_kickoff_told(call: Call, tmp_path: Path):
    ran = call("new", "project", "--defaults", "--as-of", "2026-11-20")
    assert (ran.code, ran.err) == (0, "")
    assert (
        ran.out == "project/rollout.toml is written as of 20 November 2026; its kickoff is on Monday, 7 December 2026\n"
    )
    assert (tmp_path / "project" / "rollout.toml").read_text(encoding="utf-8") == starter(Words("en"), DAY)


def test_without_a_folder_it_is_written_here(call: Call, tmp_path: Path):
    assert call("new", "--defaults").out.startswith("rollout.toml is written")
    assert (tmp_path / "rollout.toml").is_file()


def test_the_starter_speaks_the_language_of_the_terminal(call: Call, tmp_path: Path):
    assert call("new", "--defaults", "--ui-language", "de").code == 0
    assert "# Die Beschreibung einer Einführung." in (tmp_path / "rollout.toml").read_text(encoding="utf-8")


def test_a_description_that_is_there_is_never_overwritten(call: Call, tmp_path: Path):
    (tmp_path / "rollout.toml").write_text("mine", encoding="utf-8")
    ran = call("new", "--defaults")
    assert (ran.code, ran.out) == (2, "")
    assert 'error: "rollout.toml" is there already and is not overwritten' in ran.err
    assert (tmp_path / "rollout.toml").read_text(encoding="utf-8") == "mine"


def test_without_a_terminal_it_names_the_way_without_questions(call: Call, tmp_path: Path):
    ran = call("new")
    assert (ran.code, ran.out) == (2, "")
    assert "there is no terminal to ask questions at" in ran.err
    assert "rollout-kit new --defaults" in ran.err
    assert list(tmp_path.iterdir()) == []


def test_people_of_a_list_need_no_questions(call: Call, tmp_path: Path):
    (tmp_path / "people.csv").write_bytes("\ufeffNom;Prénom;Société\nŁukasz;Jan;Prestataire\n;;\n".encode())
    ran = call("new", "--defaults", "--people", "people.csv", "--as-of", "2026-11-20")
    assert (ran.code, ran.err) == (0, "people taken from people.csv: 1\n")
    people = tomllib.loads((tmp_path / "rollout.toml").read_text(encoding="utf-8"))["people"]
    assert people == {"lukasz": {"name": "Jan Łukasz", "organisation": "provider"}}
    assert call("check", "rollout.toml", "--as-of", "2026-11-20").code == 1


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"Alter;Ort\n4;Zug\n", 'no column with names; its first line says "Alter" and "Ort"'),
        (b"", "holds nothing"),
        (b"PK\x03\x04rest", "is a workbook"),
    ],
)
def test_a_list_that_cannot_be_used_is_told_and_nothing_written(content: bytes, fault: str, call: Call, tmp_path: Path):
    (tmp_path / "people.csv").write_bytes(content)
    ran = call("new", "--defaults", "--people", "people.csv")
    assert (ran.code, ran.out) == (2, "")
    assert fault in ran.err
    assert not (tmp_path / "rollout.toml").exists()


def test_answers_are_shown_where_the_file_cannot_be_written(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def full(*_: object) -> Path:
        raise RolloutKitError(message("the disc is full"))

    monkeypatch.setattr("rollout_kit.cli.new._asked", lambda *_: Answers(customer="Muster AG"))
    monkeypatch.setattr("rollout_kit.cli.new.write_new", full)
    ran = call("new")
    assert (ran.code, "the disc is full" in ran.err) == (2, True)
    assert tomllib.loads(ran.out)["customer"]["name"] == "Muster AG"


def test_a_list_that_is_not_there_is_told(call: Call):
    ran = call("new", "--defaults", "--people", "people.csv")
    assert ran.code == 2
    assert 'there is no file "people.csv"' in ran.err


def test_a_folder_that_is_a_file_is_told(call: Call, tiny: Path):
    ran = call("new", tiny, "--defaults")
    assert ran.code == 2
    assert "is a file, not a folder" in ran.err


@pytest.mark.unhurried
@pytest.mark.parametrize("tag", TAGS)
def test_what_is_written_checks_and_builds_unchanged(tag: str, call: Call, tmp_path: Path):
    call("new", "--defaults", "--as-of", "2026-11-20", "--ui-language", tag)
    checked = call("check", "rollout.toml", "--as-of", "2026-11-20")
    assert (checked.code, checked.err) == (1, "")
    built = call("build", "rollout.toml", "--format", "html", "--as-of", "2026-11-20")
    assert (built.code, built.err) == (0, "")
    assert {path.name for path in (tmp_path / "documents").iterdir()} >= {
        "checklist.html",
        "handbook.html",
        "plan.html",
    }


@pytest.mark.unhurried
@pytest.mark.parametrize("tag", TAGS)
def test_all_examples_together_fit_the_format(tag: str, call: Call, tmp_path: Path):
    (tmp_path / "rollout.toml").write_text(uncommented(starter(Words(tag), DAY)), encoding="utf-8")
    ran = call("check", "rollout.toml", "--as-of", "2026-11-20")
    assert ran.code in (0, 1), ran.out
    assert " FMT" not in ran.out
