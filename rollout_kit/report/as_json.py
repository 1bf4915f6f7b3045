"""Findings and problems as JSON, schema version 1: see docs/json.md."""

import json
from collections.abc import Sequence
from typing import Any

from rollout_kit.assess.result import Result
from rollout_kit.finding import Problem, dotted
from rollout_kit.language.words import Words
from rollout_kit.message import Message
from rollout_kit.report.entries import Entry, entries_of
from rollout_kit.report.ink import printable

SCHEMA_VERSION = 1


def result_as_json(result: Result, words: Words) -> str:
    """Return one assessed rollout; keys and order never depend on the language, sentences do.

    `problems` holds the notes: what was told of the file and did not stop.
    """
    return _text(
        verdict=result.verdict.value,
        findings=[
            _finding(entry, finding.cure)
            for entry, finding in zip(entries_of(result, words), result.findings, strict=True)
        ],
        not_tested=[{"code": rule.code, "missing": list(rule.missing)} for rule in result.untested],
        problems=[_problem(note, words) for note in result.notes],
    )


def problems_as_json(problems: Sequence[Problem], words: Words) -> str:
    """Return the problems of a file that could not be assessed: the same keys, without verdict and findings."""
    return _text(verdict=None, findings=[], not_tested=[], problems=[_problem(problem, words) for problem in problems])


def _text(**fields: Any) -> str:
    # ASCII only: a pipe on Windows is not UTF-8.
    return json.dumps({"schema_version": SCHEMA_VERSION, **fields}, indent=2, ensure_ascii=True)


def _finding(entry: Entry, cure: str | None) -> dict[str, Any]:
    assert entry.severity is not None
    until = {"waived_until": entry.waived_until.isoformat(), "reason": entry.reason} if entry.waived_until else {}
    return {
        "code": entry.code,
        "severity": entry.severity.value,
        "state": "waived" if entry.is_waived else "open",
        "path": entry.path,
        "line": entry.position.line,
        "column": entry.position.column,
        "message": entry.message,
        "remedy": entry.remedy,
        "cure": cure,
        **until,
    }


def _problem(problem: Problem, words: Words) -> dict[str, Any]:
    return {
        "code": problem.code,
        "path": dotted(problem.path),
        "line": problem.position.line,
        "column": problem.position.column,
        "message": _sentence(problem.message, words),
    }


def _sentence(message: Message, words: Words) -> str:
    return printable(words.text(message))
