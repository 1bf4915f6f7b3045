"""`what-if`: today's verdict and plan, and those with changed values."""

import json
from pathlib import Path

import pytest

from .conftest import TINY, Call

AS_OF = ("--as-of", "2026-12-14")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "rollout.toml"
    path.write_text(TINY, encoding="utf-8")
    return path


def test_both_plans_stand_side_by_side(file: Path, call: Call):
    ran = call("what-if", file, "rollout.days=14", *AS_OF)

    lines = {line[:15].strip(): line.split("  ") for line in ran.out.replace("\u00a0", " ").splitlines()}
    assert ran.code == 0
    assert [cell.strip() for cell in lines["end of the plan"] if cell.strip()][1:] == [
        "Tuesday, 9 February 2027", "Sunday, 24 January 2027",
    ]  # fmt: skip
    assert "newly found:" in ran.out
    assert "PLN108" in ran.out
    assert "tasks end on another day:" in ran.out
    assert file.read_text(encoding="utf-8") == TINY


def test_a_change_that_changes_nothing_says_so(file: Path, call: Call):
    assert call("what-if", file, "rollout.days=30", *AS_OF).out.endswith("nothing else differs\n")


@pytest.mark.parametrize(
    ("change", "is_of_load"),
    [("customer.users=40", True), ("support.L1.staff=2", True), ("load.growth_per_year=0.1", True), ("load=", True),
     ("rollout.name=X", False)],
)  # fmt: skip
def test_a_change_of_load_or_support_is_told_to_be_judged_elsewhere(
    file: Path, call: Call, change: str, is_of_load: bool
):
    file.write_text(TINY + "\n[load]\ngrowth_per_year = 0\n", encoding="utf-8")
    ran = call("what-if", file, change, *AS_OF)
    assert ran.code == 0
    assert ran.out.endswith("is not compared here; rollout-kit capacity tells it\n") == is_of_load


def test_what_is_mended_is_no_longer_found(file: Path, call: Call):
    ran = call("what-if", file, "rollout.kickoff=2027-01-09", *AS_OF, "--format", "json")
    told = json.loads(ran.out)

    assert ran.code == 0
    assert "PLN101" in [each["code"] for each in told["new"]]
    assert told["before"]["verdict"] == told["after"]["verdict"] == "too_little_known"
    assert told["changes"] == ["rollout.kickoff=2027-01-09"]

    file.write_text(TINY.replace("2027-01-11", "2027-01-09"), encoding="utf-8")
    back = json.loads(call("what-if", file, "rollout.kickoff=2027-01-11", *AS_OF, "--format", "json").out)
    assert back["gone"] == told["new"]
    assert back["new"] == told["gone"]
    assert (back["before"], back["after"]) == (told["after"], told["before"])


def test_a_change_that_does_not_fit_the_format_is_told_with_its_remedy(file: Path, call: Call):
    ran = call("what-if", file, "rollout.days=3", *AS_OF)

    assert ran.code == 2
    assert "with rollout.days=3 the description cannot be used: 'days' is 3" in ran.err
    assert ran.out == ""


def test_all_problems_are_told_at_once_with_their_keys_and_remedies(file: Path, call: Call):
    changes = ("rollout.days=3", "people.nobody.share=80", "sites.zug.users=-1")
    ran = call("what-if", file, *changes, *AS_OF)

    assert (ran.code, ran.out) == (2, "")
    head, *told = ran.err.rstrip("\n").split("\n\n")
    assert head == f"error: with {' '.join(changes)} the description cannot be used"
    assert sorted(each.partition(": ")[2].partition(": ")[0] for each in told) == [
        "people.nobody", "people.nobody.share", "rollout.days", "sites.zug", "sites.zug.users",
    ]  # fmt: skip
    assert "error: people.nobody: there is no person 'nobody'\n  = a new one needs people.nobody.name" in told


def test_one_problem_is_told_in_one_sentence(file: Path, call: Call):
    ran = call("what-if", file, "people.nobody.share=0.5", *AS_OF)

    assert ran.code == 2
    assert ran.err == (
        "error: with people.nobody.share=0.5 the description cannot be used: there is no person 'nobody'\n"
        "  = a new one needs people.nobody.name\n"
    )


def test_a_key_given_twice_is_told(file: Path, call: Call):
    ran = call("what-if", file, "rollout.days=15", "rollout.days=16", *AS_OF)

    assert (ran.code, ran.out) == (2, "")
    assert '"rollout.days=15" and "rollout.days=16" change the same key' in ran.err


def test_a_file_with_problems_is_told_as_by_check(file: Path, call: Call):
    file.write_text("[rollout", encoding="utf-8")

    ran = call("what-if", file, "rollout.days=21", *AS_OF)

    assert ran.code == 2
    assert "rollout.toml:1:" in ran.out


def test_a_change_is_needed(file: Path, call: Call):
    assert call("what-if", file).code == 2
