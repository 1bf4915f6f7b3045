"""Twelve questions at a terminal, from the first to a description that builds."""

import os
import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path

import pytest

from rollout_kit.cli.questions import QUESTIONS

from .conftest import Call
from .conversation import PROGRAM, talk

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals"),
]

GERMAN = [
    "Microsoft 365", "M365 für Zug und Lausanne",
    "Brunner Zehnder Treuhand AG", "Kanton Zug", "86",
    "Lausanne, Waadt, 26, Französisch", "",
    "Seetal Informatik AG", "LU",
    "11/01/2027", "11.1.2027", "9.2.2027",
    "2",
    "Mo-Fr 7-18:30", "7.30-17.30", "ja", "Mo-Fr 6-22; Sa 8-12",
    "Urs Zehnder", "",
    "ich", "Nadja Imhof", "60%", "Reto Arnold",
    "Daniela Ruckli", "+41 41 555 07 00", "Stefan Bieri und Arben Shala",
    "Imhof 18.-19.2.2027 Ferien", "Arnold 15.2. bis 20.2. Sportferien", "Martina Gisler 22.1.", "1", "",
    "29.1.2027 Lohnausweise", "15.3.-31.3.2027 Frist Steuererklärungen", "",
    "Lohnläufe der Kunden, 4 Stunden", "Steuererklärungen, höchstens 2 Tage", "",
    "20.5.2026", "1",
]  # fmt: skip
ENGLISH = [
    "Microsoft 365", "",
    "Brunner Zehnder", "BE", "CH-BE", "86",
    "Lausanne, 26, French, Vaud", "",
    "Seetal", "Lucerne",
    "11 January 2027", "Feb 9, 2027",
    "hard",
    "8-17", "Mon-Fri 08:00-17:00", "no",
    "Urs Zehnder", "Anna Meyer",
    "Nadja Imhof", "20", "Reto Arnold",
    "Daniela Ruckli", "+41 41 555 07 00", "Stefan Bieri",
    "Imhof 2027-02-18 to 2027-02-19 holidays", "",
    "",
    "payroll, 4 h", "",
    "2026-05-20", "files",
]  # fmt: skip


def written(folder: Path) -> dict[str, object]:
    return tomllib.loads((folder / "rollout.toml").read_text(encoding="utf-8"))


def builds(call: Call) -> None:
    checked = call("check", "rollout.toml", "--as-of", "2026-11-20")
    assert (checked.code, checked.err) == (1, "")
    assert " FMT" not in checked.out
    built = call("build", "rollout.toml", "--format", "html", "--as-of", "2026-11-20")
    assert (built.code, built.err) == (0, "")


def test_a_firm_is_described_in_german_and_builds(tmp_path: Path, call: Call):
    said = talk(tmp_path, ["new", "--ui-language", "de", "--as-of", "2026-11-20"], GERMAN)
    assert said.code == 0, said.screen
    assert all(f"{number}/12 " in said.screen for number in range(1, 13))
    assert "→ Zug (CH-ZG)" in said.screen
    assert "eindeutig ist 2027-01-11" in said.screen
    assert "→ Nadja Imhof: 18." in said.screen
    assert "→ Steuererklärungen, 2 Tage" in said.screen
    described = written(tmp_path)
    assert described["rollout"] == {
        "name": "M365 für Zug und Lausanne", "service": "Microsoft 365", "language": "de", "tier": "important",
        "kickoff": date(2027, 1, 11), "go_live": date(2027, 2, 9),
    }  # fmt: skip
    assert list(described["people"]) == ["zehnder", "imhof", "arnold", "ruckli", "bieri", "shala", "gisler"]
    assert described["sites"]["main"]["users"] == 60
    assert described["sites"]["lausanne"] == {
        "name": "Lausanne",
        "region": "CH-VD",
        "users": 26,
        "languages": {"fr": 26},
    }
    assert described["people"]["imhof"]["share"] == 0.6
    assert described["people"]["imhof"]["deputy"] == "arnold"
    assert described["on_call"]["hours"] == "Mon-Fri 06:00-22:00; Sat 08:00-12:00"
    assert len(described["responsibilities"]) == 33
    assert described["evidence"]["responsibilities"] == {"level": "proposed"}
    assert described["teams"]["desk"]["members"] == ["bieri", "shala"]
    assert [one["tolerable_stop"] for one in described["processes"]] == ["4 h", "2 days"]
    assert described["continuity"]["last_restore_test"]["scope"] == "files"
    builds(call)


def test_a_firm_is_described_in_english_and_builds(tmp_path: Path, call: Call):
    said = talk(tmp_path, ["new", "--ui-language", "en", "--as-of", "2026-11-20"], ENGLISH)
    assert said.code == 0, said.screen
    assert "rollout-kit check rollout.toml" in said.screen
    described = written(tmp_path)
    assert described["rollout"]["name"] == "Microsoft 365"
    assert described["customer"]["region"] == "CH-BE"
    assert described["people"]["imhof"]["share"] == 0.5
    assert described["people"]["meyer"]["roles"] == ["decision_maker"]
    assert "on_call" not in described
    builds(call)


@pytest.mark.parametrize("tag", ["en", "de"])
def test_enter_on_everything_writes_a_description_that_builds(tag: str, tmp_path: Path, call: Call):
    said = talk(tmp_path, ["new", "--ui-language", tag, "--as-of", "2026-11-20"], [""] * 40)
    assert said.code == 0, said.screen
    described = written(tmp_path)
    assert set(described) == {
        "rollout", "customer", "provider", "sites", "teams", "responsibilities", "evidence", "escalation",
    }  # fmt: skip
    assert described["responsibilities"] == {}
    builds(call)


@pytest.mark.parametrize("key", ["\x03", "\x04"], ids=["ctrl-c", "end"])
def test_who_stops_leaves_nothing_behind(key: str, tmp_path: Path):
    said = talk(tmp_path, ["new", "--ui-language", "en"], ["Mail", "Mail", key])
    assert said.code == 130
    assert "stopped; nothing was written" in said.screen
    assert list(tmp_path.iterdir()) == []


def test_a_question_can_be_answered_again(tmp_path: Path):
    answers = ["Mail", "Wrong", "<", "Mail", "Right", *[""] * 40]
    said = talk(tmp_path, ["new", "--ui-language", "en", "--as-of", "2026-11-20"], answers)
    assert said.code == 0
    assert said.screen.count("\n1/12 ") == 2
    assert written(tmp_path)["rollout"]["name"] == "Right"


def test_an_unknown_region_stays_open_after_two_tries(tmp_path: Path):
    answers = ["", "", "", "Atlantis", "Mordor", *[""] * 40]
    said = talk(tmp_path, ["new", "--ui-language", "en", "--as-of", "2026-11-20"], answers)
    assert said.code == 0
    assert "it stays open" in said.screen
    assert "region" not in written(tmp_path)["customer"]


def test_a_file_that_is_there_is_told_before_anything_is_asked(tmp_path: Path):
    (tmp_path / "rollout.toml").write_text("mine", encoding="utf-8")
    said = talk(tmp_path, ["new", "--ui-language", "en"], [])
    assert said.code == 2
    assert "1/12" not in said.screen


def test_people_of_a_list_are_offered(tmp_path: Path):
    (tmp_path / "people.csv").write_text(
        "Name;Firma;Rolle\nUrs Zehnder;Kunde;Auftraggeber\nRuckli, Daniela;Seetal;Betriebsleiterin\n", encoding="cp1252"
    )
    answers = ["", "", "Brunner", "", "", "", "Seetal AG", *[""] * 40]
    said = talk(tmp_path, ["new", "--ui-language", "en", "--people", "people.csv"], answers)
    assert said.code == 0, said.screen
    assert "Who decides on money? [Urs Zehnder]" in said.screen
    assert written(tmp_path)["people"]["ruckli"] == {
        "name": "Daniela Ruckli", "organisation": "provider", "roles": ["operations_lead"],
    }  # fmt: skip


def test_there_are_twelve_questions():
    assert len(QUESTIONS) == len({question.title for question in QUESTIONS}) == 12


def test_prompts_stay_out_of_a_pipe_and_bring_no_escape_bytes(tmp_path: Path):
    import pty

    keyboard, terminal = pty.openpty()
    os.write(keyboard, b"\n" * 40)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, "new", "--as-of", "2026-11-20"], stdin=terminal, capture_output=True,
        cwd=tmp_path, env={"PATH": os.environ["PATH"], "TERM": "xterm"}, check=False, timeout=60,
    )  # fmt: skip
    os.close(keyboard)
    os.close(terminal)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count(b"\n") == 1
    assert b"12/12" in done.stderr
    assert b"\x1b" not in done.stdout + done.stderr
