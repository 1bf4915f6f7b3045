"""`check FOLDER`: forty customers at a glance."""

import json
from pathlib import Path

import pytest

from rollout_kit.rules.catalogue import catalogue

from .conftest import TINY, Call

AS_OF = ("--as-of", "2026-12-14")


@pytest.fixture
def customers(tmp_path: Path) -> Path:
    for name, text in {
        "a": TINY,
        "b": "[rollout",
        "c": TINY.replace("kickoff = 2027-01-11", "kickof = 2027-01-11"),
        "d/deep": TINY + '[[waivers]]\nrule = "OWN101"\nreason = "x"\nagreed = ["k", "p"]\nuntil = 2027-01-10\n'
        '[people.k]\nname = "K"\n[people.p]\nname = "P"\norganisation = "provider"\n',
    }.items():
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "rollout.toml").write_text(text, encoding="utf-8")
    (tmp_path / ".hidden").mkdir()
    (tmp_path / ".hidden" / "rollout.toml").write_text(TINY)
    return tmp_path


def test_each_rollout_has_a_line_and_a_broken_one_stops_none(customers: Path, call: Call):
    ran = call("check", customers, *AS_OF)

    lines = ran.out.splitlines()
    assert ran.code == 2
    assert [line.split()[0] for line in lines] == [
        "a/rollout.toml", "b/rollout.toml", "c/rollout.toml", "d/deep/rollout.toml",
    ]  # fmt: skip
    assert "too little known · 1 blocker · next: 11 Jan 2027, " in lines[0].replace("\u00a0", " ")
    assert "cannot be used: 1 problem" in lines[1]
    assert "cannot be used: 1 problem" in lines[2]
    assert lines[3].replace("\u00a0", " ").endswith("waiver ends 10 Jan 2027")


def test_the_code_is_that_of_the_worst(customers: Path, call: Call):
    (customers / "b" / "rollout.toml").unlink()
    (customers / "c" / "rollout.toml").unlink()

    assert call("check", customers, *AS_OF).code == 1
    assert call("check", customers, *AS_OF, "--select", "TRN111").code == 0


def test_the_overview_is_there_as_json(customers: Path, call: Call):
    told = json.loads(call("check", customers, *AS_OF, "--format", "json").out)["rollouts"]

    assert [each["verdict"] for each in told] == ["too_little_known", None, None, "too_little_known"]
    assert told[0]["next_date"] == "2027-01-11"
    assert told[3]["waivers_ending"] == ["2027-01-10"]


@pytest.mark.parametrize("form", ["sarif", "concise", "github", "markdown"])
def test_other_forms_are_for_one_rollout(customers: Path, call: Call, form: str):
    ran = call("check", customers, "--format", form)

    assert ran.code == 2
    assert "the overview of a folder is printed as text or json" in ran.err


def test_a_folder_without_a_description_is_told(tmp_path: Path, call: Call):
    ran = call("check", tmp_path)

    assert ran.code == 2
    assert "there is no description in" in ran.err


@pytest.mark.parametrize(
    ("arguments", "codes"),
    [
        (("--select", "TRN111,OWN101"), {"OWN101"}),
        (("--select", "OWN"), {"OWN101"}),
        (("--select", "OWN", "--ignore", "OWN101"), set()),
    ],
)
def test_only_some_rules_can_be_asked(tiny: Path, call: Call, arguments: tuple[str, ...], codes: set[str]):
    told = json.loads(call("check", tiny, *AS_OF, "--format", "json", *arguments).out)

    assert {each["code"] for each in told["findings"]} == codes


@pytest.mark.parametrize(
    "arguments",
    [
        ("--select", "TRN", "--ignore", "TRN"),
        ("--select", "TRN111", "--ignore", "TRN"),
        ("--ignore", ",".join(sorted({rule.code[:3] for rule in catalogue()}))),
    ],
)
def test_a_choice_that_leaves_no_rule_is_told_and_never_ready(tiny: Path, call: Call, arguments: tuple[str, ...]):
    for path in (tiny, tiny.parent):
        ran = call("check", path, *AS_OF, *arguments)

        assert (ran.code, ran.out) == (2, "")
        assert "--select and --ignore leave no rule to check" in ran.err
        assert "take out of --ignore what is to be checked" in ran.err


def test_a_rule_that_there_is_not_is_told(tiny: Path, call: Call):
    ran = call("check", tiny, "--select", "OWN1O1")

    assert ran.code == 2
    assert 'did you mean "OWN101"?' in ran.err
