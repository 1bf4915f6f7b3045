"""`check`: what it prints, its exit codes, and files that nobody would send."""

import json
from pathlib import Path

import pytest

from .conftest import TINY, Call

AS_OF = ("--as-of", "2026-11-20")

FINDING_KEYS = ["code", "severity", "state", "path", "line", "column", "message", "remedy", "cure"]

PROBLEM_KEYS = ["code", "path", "line", "column", "message"]


def test_the_tiny_description_is_judged_and_fails(tiny: Path, call: Call):
    ran = call("check", tiny, *AS_OF)
    assert (ran.code, ran.err) == (1, "")
    assert "verdict: too little known" in ran.out
    assert "rules tested; as of 20 November 2026)" in ran.out
    assert "\nnext:\n  1. " in ran.out


def test_the_report_of_the_tiny_description_reads_like_this(tiny: Path, call: Call, snapshot):
    assert call("check", tiny.name, *AS_OF).out == snapshot


def test_check_writes_nothing(tiny: Path, call: Call, tmp_path: Path):
    call("check", tiny, *AS_OF)
    assert [path.name for path in tmp_path.iterdir()] == ["rollout.toml"]


@pytest.mark.parametrize("severity", ["low", "medium", "high", "BLOCKER"])
def test_the_exit_code_follows_the_severity_that_is_asked_for(severity: str, tiny: Path, call: Call):
    order = ["low", "medium", "high", "blocker"]
    found = json.loads(call("check", tiny, "--format", "json", *AS_OF).out)["findings"]
    limit = order.index(severity.lower())
    expected = any(order.index(finding["severity"]) >= limit for finding in found)
    assert call("check", tiny, "--fail-on", severity, *AS_OF).code == int(expected)


def test_json_has_exactly_the_keys_of_the_schema(tiny: Path, call: Call):
    ran = call("check", tiny, "--format", "json", *AS_OF)
    read = json.loads(ran.out)
    assert (ran.code, ran.err) == (1, "")
    assert list(read) == ["schema_version", "verdict", "findings", "not_tested", "problems"]
    assert (read["schema_version"], read["verdict"], read["problems"]) == (1, "too_little_known", [])
    assert read["findings"]
    assert read["not_tested"]
    assert {tuple(finding) for finding in read["findings"]} == {tuple(FINDING_KEYS)}
    assert {tuple(rule) for rule in read["not_tested"]} == {("code", "missing")}
    assert all(finding["line"] >= 1 and finding["column"] >= 1 for finding in read["findings"])


def test_problems_are_told_with_the_same_object(tiny: Path, call: Call):
    tiny.write_text(TINY.replace("kickoff", "kickof"), encoding="utf-8")
    ran = call("check", tiny, "--format", "json", *AS_OF)
    read = json.loads(ran.out)
    assert (ran.code, ran.err) == (2, "")
    assert (read["verdict"], read["findings"], read["not_tested"]) == (None, [], [])
    assert [list(problem) for problem in read["problems"]] == [PROBLEM_KEYS]
    assert (read["problems"][0]["line"], read["problems"][0]["column"]) == (3, 1)


def test_a_problem_is_drawn_with_its_place(tiny: Path, call: Call):
    tiny.write_text(TINY.replace("kickoff", "kickof"), encoding="utf-8")
    ran = call("check", tiny, *AS_OF)
    assert (ran.code, ran.err) == (2, "")
    lines = ran.out.splitlines()
    assert lines[0].startswith(f"{tiny}:3:1: error FMT")
    assert lines[1:4] == ["  |", "3 | kickof = 2027-01-11", "  | ^^^^^^"]
    assert lines[-1] == "1 problem; nothing else was checked"


def test_a_quoted_date_is_a_note_and_does_not_stop(tiny: Path, call: Call):
    tiny.write_text(TINY.replace("2027-01-11", '"2027-01-11"'), encoding="utf-8")
    ran = call("check", tiny, *AS_OF)
    assert ran.code == 1
    assert f"{tiny}:3:11: note FMT" in ran.out


def test_sections_that_nothing_reads_yet_are_named(tiny: Path, call: Call):
    tiny.write_text(TINY + '\n[future]\nroles = [{ name = "Automation" }]\n', encoding="utf-8")
    assert "accepted, but not read yet: [future]" in call("check", tiny, *AS_OF).out


def test_today_is_the_default_and_is_printed(tiny: Path, call: Call, monkeypatch: pytest.MonkeyPatch):
    from rollout_kit.cli.options import today
    from rollout_kit.language.words import Words

    expected = Words("en").date(today()).replace("\u00a0", " ")
    assert f"as of {expected})" in call("check", tiny).out


@pytest.mark.parametrize("tag", ["de", "de-CH"])
def test_the_report_speaks_the_language_of_the_terminal(tag: str, tiny: Path, call: Call):
    english, german = call("check", tiny, *AS_OF).out, call("check", tiny, *AS_OF, "--ui-language", tag).out
    assert english != german
    assert "20. November 2026" in german


def test_same_file_and_day_print_the_same_bytes(tiny: Path, call: Call, monkeypatch: pytest.MonkeyPatch):
    first = call("check", tiny, *AS_OF).out
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    monkeypatch.setenv("LANG", "ja_JP.UTF-8")
    assert call("check", tiny, *AS_OF).out == first


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00" * 100,
        bytes(range(256)),
        b"\x7fELF\x02\x01\x01",
        TINY.encode("utf-16"),
        TINY.encode("utf-16-le"),
        TINY.replace("Muster", "Müller").encode("latin-1"),
        b"[" * 5000,
        b"a." * 30000 + b"b = 1",
        b"x = " + b"[" * 3000 + b"]" * 3000,
        b"%PDF-1.7\n",
        TINY.encode()[:-1] + b"\xff",
        TINY.encode().replace(b"\n", b"\r"),
        b'[rollout]\nname = "\\u001b[2J"\nkickoff = 2027-01-11',
    ],
)
def test_a_file_that_cannot_be_used_is_told_and_never_crashes(content: bytes, form: str, tiny: Path, call: Call):
    tiny.write_bytes(content)
    ran = call("check", tiny, "--format", form, *AS_OF)
    assert ran.code == 2
    assert "made a mistake of its own" not in ran.err
    assert "Traceback" not in ran.out + ran.err
    assert "\x1b" not in ran.out + ran.err
    assert ran.out or ran.err.startswith("error: ")


def test_a_utf_16_file_is_told_by_name(tiny: Path, call: Call):
    tiny.write_bytes(TINY.encode("utf-16"))
    ran = call("check", tiny)
    assert "UTF-16" in ran.out + ran.err


def test_a_byte_order_mark_is_no_fault(tiny: Path, call: Call):
    plain = call("check", tiny, *AS_OF).out
    tiny.write_bytes(TINY.encode("utf-8-sig"))
    assert call("check", tiny, *AS_OF).out == plain
