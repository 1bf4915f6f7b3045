"""`capacity`: what it prints, its exit codes, and what it says where nothing can be told."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from rollout_kit import pipeline
from rollout_kit.capacity.answer import answer

from .conftest import TINY, Call

AS_OF = ("--as-of", "2026-11-20")


@pytest.fixture
def small(tiny: Path) -> Path:
    """A desk of two for forty users."""
    text = TINY.replace("[customer]\n", "[customer]\nusers = 40\n")
    load = '\n[load]\nhorizon = "4 months"\n'
    desk = '\n[support.L1]\nstaff = 2\nhours_per_week = 20\nhours = "Mon-Fri 08:00-17:00"\n'
    tiny.write_text(text + load + desk, encoding="utf-8")
    return tiny


def test_the_page_of_a_small_desk_reads_like_this(small: Path, call: Call, snapshot):
    ran = call("capacity", small.name, *AS_OF)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == snapshot


def test_the_same_file_gives_the_same_page(small: Path, call: Call):
    assert call("capacity", small, *AS_OF).out == call("capacity", small, *AS_OF).out


def test_json_is_told_and_complete(small: Path, call: Call):
    ran = call("capacity", small, "--format", "json", *AS_OF)
    read = json.loads(ran.out)
    assert (ran.code, ran.err) == (0, "")
    assert read["is_told"] is True
    assert len(read["days"]) > 100


def test_what_is_missing_is_named_and_is_no_fault(tiny: Path, call: Call):
    ran = call("capacity", tiny, *AS_OF)
    assert (ran.code, ran.err) == (0, "")
    assert "  customer.users\n  support.L1.staff\n" in ran.out
    assert "  staff = 2" in ran.out
    assert json.loads(call("capacity", tiny, "--format", "json", *AS_OF).out)["missing"] == [
        "customer.users", "support.L1.staff"
    ]  # fmt: skip


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_file_that_does_not_fit_the_format_is_told_as_check_tells_it(form: str, tiny: Path, call: Call):
    tiny.write_text(TINY.replace("kickoff", "kickof"), encoding="utf-8")
    ran = call("capacity", tiny, "--format", form, *AS_OF)
    assert ran.code == 2
    assert ran.out == call("check", tiny, "--format", form, *AS_OF).out


def test_it_writes_nothing(small: Path, call: Call):
    call("capacity", small, *AS_OF)
    assert [path.name for path in small.parent.iterdir()] == ["rollout.toml"]


def test_a_form_that_is_not_there_is_told(small: Path, call: Call):
    ran = call("capacity", small, "--format", "xml", *AS_OF)
    assert ran.code == 2
    assert "it takes: text, json" in ran.err


LOADED = """
import json, sys
sys.argv = ["rollout-kit", "check", sys.argv[1]]
from rollout_kit.cli.app import main
try:
    main()
finally:
    print(json.dumps(sorted(name for name in sys.modules if name.startswith("rollout_kit.capacity"))), file=sys.stderr)
"""


def test_check_does_not_wait_for_the_outlook(small: Path):
    done = subprocess.run([sys.executable, "-c", LOADED, small], capture_output=True, text=True, check=False)
    loaded = json.loads(done.stderr.splitlines()[-1])
    assert "verdict" in done.stdout
    assert {"rollout_kit.capacity.answer", "rollout_kit.capacity.outlook"}.isdisjoint(loaded)


@pytest.fixture(autouse=True)
def all_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is printed here is what a person reads."""
    monkeypatch.setattr(pipeline, "answered", answer)
