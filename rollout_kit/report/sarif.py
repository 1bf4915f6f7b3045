"""SARIF 2.1.0: for whatever collects the findings of many tools."""

import hashlib
import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from rollout_kit import DOCUMENTATION, __version__
from rollout_kit.assess.rule import Rule
from rollout_kit.finding import Severity
from rollout_kit.language.words import Words
from rollout_kit.report.entries import Entry
from rollout_kit.report.explain import page_of, remedy_of
from rollout_kit.rules.catalogue import catalogue

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

_LEVELS = {Severity.BLOCKER: "error", Severity.HIGH: "error", Severity.MEDIUM: "warning", Severity.LOW: "note"}

Object = dict[str, Any]


def sarif(entries: Sequence[Entry], words: Words, folder: str = "") -> str:
    """Return one run as JSON, in ASCII: every rule with its page, a result per finding, problems as notifications.

    Addresses of files are relative. A result is known again by its rule and the logical path of its subject, wherever
    that stands in the file. What is waived is suppressed, with its reason.
    """
    findings = [entry for entry in entries if entry.severity is not None]
    problems = [entry for entry in entries if entry.severity is None]
    driver: Object = {
        "name": "rollout-kit",
        "version": __version__,
        "semanticVersion": __version__,
        "informationUri": DOCUMENTATION,
        "rules": [_rule(rule, words) for rule in catalogue()],
    }
    run: Object = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not any(not problem.is_note for problem in problems),
                "toolConfigurationNotifications": [_notification(problem, folder) for problem in problems],
            }
        ],
        "results": [_result(entry, words, folder) for entry in findings],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2, ensure_ascii=True)


def _rule(rule: Rule, words: Words) -> Object:
    page = page_of(rule)
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": words.say(rule.title)},
        "fullDescription": {"text": " ".join(map(words.say, (page.condition, *page.why)))},
        "help": {"text": remedy_of(rule, words)},
        "helpUri": f"{DOCUMENTATION}/rules/{rule.code}.md",
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(entry: Entry, words: Words, folder: str) -> Object:
    assert entry.severity is not None
    codes = [rule.code for rule in catalogue()]
    result: Object = {
        "ruleId": entry.code,
        "ruleIndex": codes.index(entry.code),
        "level": _LEVELS[entry.severity],
        "message": {"text": ". ".join(part for part in (entry.message, entry.remedy) if part)},
        "locations": [_location(entry, folder)],
        "partialFingerprints": {"rolloutKitRuleAndPath/v1": _fingerprint(entry)},
        "properties": {"severity": entry.severity.value, "cure": entry.cure},
    }
    if entry.waived_until is not None:
        until = entry.waived_until.isoformat()
        result["suppressions"] = [
            {"kind": "external", "status": "accepted", "justification": f"{entry.reason} ({until})"}
        ]
    else:
        result["suppressions"] = []
    return result


def _notification(problem: Entry, folder: str) -> Object:
    return {
        "descriptor": {"id": problem.code},
        "level": "note" if problem.is_note else "error",
        "message": {"text": ". ".join(part for part in (problem.message, problem.remedy) if part)},
        "locations": [_location(problem, folder)],
    }


def _location(entry: Entry, folder: str) -> Object:
    place = entry.position
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": quote(f"{folder}{place.file}".replace("\\", "/")), "uriBaseId": "%SRCROOT%"},
            "region": {
                "startLine": place.line,
                "startColumn": place.column,
                "endLine": place.line,
                "endColumn": place.column + place.length,
            },
        },
        "logicalLocations": [{"fullyQualifiedName": entry.path}] if entry.path else [],
    }


def _fingerprint(entry: Entry) -> str:
    return hashlib.sha256(f"{entry.code}\0{entry.path}".encode()).hexdigest()[:32]
