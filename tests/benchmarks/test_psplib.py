import csv
import json
from pathlib import Path

import psplib
import pytest
from instances import problem_of
from validator import faults

from rollout_kit.plan.serial.solve import solve
from tests.benchmarks.test_instances import PATTERSON, TEXT, of_several_modes

SAMPLE = Path(__file__).resolve().parents[3] / "shared" / "data" / "psplib"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    file = tmp_path / "small.sm"
    file.write_text(TEXT, encoding="utf-8")
    return file


def test_it_prints_instance_makespan_and_bound(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert psplib.main([str(small)]) == 0
    assert [line.split() for line in capsys.readouterr().out.splitlines()] == [
        ["instance", "makespan", "bound"],
        ["small", "11", "11"],
    ]


def test_json_is_a_list_of_objects_with_these_keys(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.rcp"
    other.write_text(PATTERSON, encoding="utf-8")
    assert psplib.main([str(small), str(other), "--json", "--prove"]) == 0
    assert json.loads(capsys.readouterr().out) == [
        {"instance": "small", "makespan": 11, "bound": 11},
        {"instance": "other", "makespan": 11, "bound": 11},
    ]


def test_what_cannot_be_read_is_one_line_and_the_rest_is_solved(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    modes = tmp_path / "modes.sm"
    modes.write_text(of_several_modes(TEXT), encoding="utf-8")
    binary = tmp_path / "binary.sm"
    binary.write_bytes(bytes(range(256)))
    assert psplib.main([str(tmp_path / "none.sm"), str(modes), str(binary), str(tmp_path), str(small), "--json"]) == 1
    out, err = capsys.readouterr()
    assert [row["instance"] for row in json.loads(out)] == ["small"]
    assert [line.partition(": ")[2] for line in err.splitlines()] == [
        "No such file or directory",
        "has activities with several modes, and only those with one are scheduled",
        "is no PSPLIB instance: precedence relations, requests or resources are missing",
        "Is a directory",
    ]


def test_a_proof_without_the_solver_names_what_to_install(
    small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(psplib, "find_spec", lambda name: None)
    assert psplib.main([str(small), "--prove"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err == "--prove needs OR-tools, which is not installed: pip install 'rollout-kit[prove]'\n"


@pytest.mark.parametrize("number", ["0", "-1"])
def test_less_than_one_schedule_is_refused(small: Path, number: str) -> None:
    with pytest.raises(SystemExit) as ended:
        psplib.main([str(small), "--schedules", number])
    assert ended.value.code == 2


@pytest.mark.skipif(not SAMPLE.is_dir(), reason="the published sample is not beside this checkout")
@pytest.mark.parametrize(("kind", "most"), [("j30", 2.0), ("j60", 2.0)])
def test_published_instances_come_out_near_their_optimum(kind: str, most: float) -> None:
    with (SAMPLE / "optima.csv").open(encoding="utf-8", newline="") as lines:
        optima = {row["instance"]: int(row["optimal_makespan"]) for row in csv.DictReader(lines) if row["set"] == kind}
    deviations = []
    for name, optimum in sorted(optima.items())[:12]:
        problem = problem_of((SAMPLE / kind / f"{name}.sm").read_text(encoding="utf-8"), ".sm")
        solution = solve(problem, schedules=200, seed=1)
        assert faults(problem, solution.starts) == []
        assert solution.bound <= optimum <= solution.makespan
        deviations.append(100 * (solution.makespan / optimum - 1))
    assert sum(deviations) / len(deviations) <= most
