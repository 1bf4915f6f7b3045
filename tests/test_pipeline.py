"""The one way through, on the shipped examples."""

import ast
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from rollout_kit import pipeline
from rollout_kit.assess.verdict import Verdict
from rollout_kit.capacity import outlook
from rollout_kit.capacity.answer import answer
from rollout_kit.description.logos import LogoFile
from rollout_kit.description.rollout import Rollout
from rollout_kit.description.shape import slots
from rollout_kit.description.validate import named_files
from rollout_kit.finding import Severity
from rollout_kit.pipeline import Outcome
from rollout_kit.plan.chance import RUNS, chance_of
from rollout_kit.plan.model import State

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
AS_OF = date(2026, 12, 14)

READING_ROOMS = ("calendars", "plan", "assess", "rules", "compose", "render", "report")


@cache
def outcome(example: str) -> Outcome:
    folder = EXAMPLES / example
    main = (folder / "rollout.toml").read_bytes()
    contents = {name: (folder / name).read_bytes() for name in named_files(main)}
    return pipeline.run("rollout.toml", {"rollout.toml": main, **contents}, AS_OF)


def worst_by_code(example: str) -> dict[str, Severity]:
    result = outcome(example).result
    assert result is not None
    # Findings are ordered worst first, so the first of a code is its worst.
    return {finding.code: finding.severity for finding in reversed(result.findings)}


@pytest.mark.parametrize("example", ["tiny", "treuhand"])
def test_an_example_has_neither_problem_nor_note(example: str) -> None:
    assert outcome(example).problems == ()
    assert outcome(example).notes == ()


def test_the_trustee_office_has_the_flaws_that_were_put_into_it() -> None:
    found = worst_by_code("treuhand")
    wanted = {"OWN101", "OWN102", "OWN103", "CAP101", "CAP102", "CAP108", "TRN102", "TRN106", "TRN107", "TRN110"}
    assert wanted <= found.keys()
    assert found["OWN101"] is Severity.BLOCKER
    assert found["CAP102"] is Severity.LOW  # as its [rules] asks
    assert not {"PLN106", "PLN107", "TRN101"} & found.keys()


def test_the_trustee_office_is_judged_by_every_rule_and_not_ready() -> None:
    result = outcome("treuhand").result
    assert result is not None
    assert (result.verdict, result.untested) == (Verdict.NOT_READY, ())
    assert result.tested == result.applicable >= 20


def test_the_rows_of_the_table_and_the_added_tasks_are_in_the_plan() -> None:
    result = outcome("treuhand").result
    assert result is not None
    tasks = {task.id: task for task in result.case.plan.tasks if task.origin == "added"}
    assert {"file-rights", "file-copy", "cutover-mail", "cutover-files", "client-notice", "insurance"} <= tasks.keys()
    assert {tasks["cutover-mail"].starts_on, tasks["cutover-files"].starts_on} == {date(2027, 2, 6)}
    assert [task.id for task in tasks.values() if task.state is State.UNPLACED] == []


def test_the_least_description_is_too_little_known_and_has_documents() -> None:
    result = outcome("tiny").result
    assert result is not None
    assert result.verdict is Verdict.TOO_LITTLE_KNOWN
    documents = pipeline.documents(result, ("plan", "handbook", "checklist"), "en")
    assert [document.kind for document in documents] == ["plan", "handbook", "checklist"]
    assert [pipeline.draw(document, "html")[0] for document in documents] == [
        "plan.html",
        "handbook.html",
        "checklist.html",
    ]


def test_another_day_is_another_sheet() -> None:
    folder = EXAMPLES / "tiny"
    main = {"rollout.toml": (folder / "rollout.toml").read_bytes()}
    one, same, other = (pipeline.run("rollout.toml", main, day).result for day in (AS_OF, AS_OF, date(2026, 12, 15)))
    assert one is not None
    assert same is not None
    assert other is not None
    assert one.sheet_id == same.sheet_id != other.sheet_id


def test_problems_leave_no_result() -> None:
    broken = pipeline.run("rollout.toml", {"rollout.toml": b"[rollout]\nname = 3\n"}, AS_OF)
    assert broken.result is None
    assert broken.problems


def test_every_section_of_the_format_is_read() -> None:
    package = Path(pipeline.__file__).parent
    readers = [path for room in READING_ROOMS for path in (package / room).rglob("*.py")]
    assert len(readers) > 100
    nodes = [node for path in readers for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))]
    asked = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    fields = {key: {slot.name, f"{slot.name.removesuffix('s')}_by_id"} for key, slot in slots(Rollout).items()}
    fields |= {"rules": {"severities"}, "handbook": {"chapters"}}
    assert {key for key, names in fields.items() if not names & asked} == {"format"}


def test_logos_are_carried_in_the_result() -> None:
    text = b'[rollout]\nname="x"\nkickoff=2027-01-11\n[customer]\nname="A"\n[provider]\nname="B"\n[brand]\n'
    logo = b'<svg xmlns="http://www.w3.org/2000/svg"/>'
    contents = {"r.toml": text + b'customer_logo = "logo.svg"\n', "logo.svg": logo}
    outcome = pipeline.run("r.toml", contents, date(2026, 11, 20))
    assert outcome.result is not None
    assert outcome.result.logos == (LogoFile(media_type="image/svg+xml", content=logo), None)


@pytest.mark.slow
def test_a_chance_is_that_of_all_the_runs_and_reckoned_anew_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "chance_of", chance_of)
    one, other = (outcome.__wrapped__("tiny").result for _ in range(2))
    assert one.prospects.chance.runs == RUNS
    assert one.prospects.chance == other.prospects.chance


@pytest.mark.slow
def test_support_is_tried_in_all_the_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "answered", answer)
    assert outcome.__wrapped__("treuhand").result.carrying.answer.outlook.runs == outlook.RUNS
