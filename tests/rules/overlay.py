"""Fixtures of rules: fragments of a description laid over `base.toml`, with what they expect written into them.

`# expect: CODE severity` stands on the line a finding points at (`assumed` behind it: it rests on assumptions only),
`# lacks: key, key` says which keys a rule misses, `# without: path, path` takes keys out of the base.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import tomli

from rollout_kit import pipeline
from rollout_kit.assess.case import Case
from rollout_kit.assess.result import Result
from rollout_kit.assess.rule import Rule
from rollout_kit.assess.runner import Assessment, assess
from rollout_kit.calendars.calendars import Calendars
from rollout_kit.description.source_map import Places, scan
from rollout_kit.description.validate import validate
from rollout_kit.finding import Finding, Untested
from rollout_kit.playbook.load import open_playbook
from rollout_kit.rules.catalogue import catalogue

FOLDER = Path(__file__).parent
AS_OF = date(2026, 12, 14)

_EXPECT = re.compile(r"# expect: (\w+) (\w+)( assumed)?")
_LACKS = re.compile(r"^# lacks: (.+)$", re.MULTILINE)
_WITHOUT = re.compile(r"^# without: ([^#\n]+)", re.MULTILINE)


@dataclass(frozen=True, order=True)
class Expected:
    """One finding: where in the fragment, and how heavy."""

    line: int
    code: str
    severity: str
    is_assumed: bool = False


@dataclass(frozen=True)
class Fragment:
    """A piece of a description, and what is said in it about its findings."""

    text: str

    @property
    def expected(self) -> list[Expected]:
        """What stands on its lines, ordered."""
        found = [(line, _EXPECT.search(text)) for line, text in enumerate(self.text.splitlines(), 1)]
        return [Expected(line, match[1], match[2], bool(match[3])) for line, match in found if match]

    @property
    def lacks(self) -> tuple[str, ...]:
        """The keys that the rule misses, in its order."""
        return _listed(_LACKS, self.text)

    @cached_property
    def description(self) -> bytes:
        """The base with this fragment over it, as a file."""
        base = _base()
        for path in _listed(_WITHOUT, self.text):
            base = _without(base, path.split("."))
        return _written(_merged(base, tomli.loads(self.text))).encode()

    def findings(self, said: "Judgement | Assessment") -> list[Expected]:
        """The findings of one rule or several, as they point into this fragment; ordered."""
        places = Places(scan("fragment.toml", self.text))
        return sorted(
            Expected(places.at(finding.at).line, finding.code, finding.severity.value, finding.rests_on_assumption)
            for finding in said.findings
        )


@dataclass(frozen=True, kw_only=True)
class Judgement:
    """What one rule says, and of what; `is_applicable` where it had something to judge."""

    case: Case
    findings: tuple[Finding, ...]
    untested: tuple[Untested, ...]
    is_applicable: bool


def judged(fragment: Fragment, rule: Rule) -> Judgement:
    """Let one rule judge a fragment, over as much as it looks at: most rules need no plan, and none of the others.

    That it says the same among all the others is a test of its own.
    """
    if rule.stage != "description":
        return among_all(fragment, rule)
    case, places = _case(fragment)
    said = assess(case, [rule], places)
    return Judgement(
        case=case, findings=said.findings, untested=said.untested, is_applicable=rule.code in said.applicable_codes
    )


def judged_fixture(name: str) -> Judgement:
    """Return what a rule says of one of its fixtures, named as `OWN101/not_ready`."""
    path = FOLDER / f"{name}.toml"
    (rule,) = (rule for rule in catalogue() if rule.code == path.parent.name)
    return judged(Fragment(path.read_text(encoding="utf-8")), rule)


def among_all(fragment: Fragment, rule: Rule) -> Judgement:
    """Return what one rule says in the whole flow."""
    result = result_of(fragment)
    return Judgement(
        case=result.case,
        findings=tuple(finding for finding in result.findings if finding.code == rule.code),
        untested=tuple(untested for untested in result.untested if untested.code == rule.code),
        is_applicable=rule.code in result.applicable_codes,
    )


@cache
def result_of(fragment: Fragment) -> Result:
    """Run the whole flow; a fragment that does not fit the format is a mistake in the test."""
    outcome = pipeline.run("rollout.toml", {"rollout.toml": fragment.description}, AS_OF)
    assert outcome.problems == ()
    assert outcome.result is not None
    return outcome.result


@cache
def _case(fragment: Fragment) -> tuple[Case, Places]:
    """Return the first stage of the flow, and where things stand."""
    contents = {"rollout.toml": fragment.description}
    read = validate("rollout.toml", contents, lambda name: pipeline.known(open_playbook(name, contents)))
    assert read.problems == ()
    assert read.rollout is not None
    playbook = open_playbook(read.rollout.about.playbook, contents).sound
    return Case(rollout=read.rollout, playbook=playbook, calendars=Calendars(read.rollout), as_of=AS_OF), read.places


@cache
def _base() -> dict[str, Any]:
    return tomli.loads((FOLDER / "base.toml").read_text(encoding="utf-8"))


def _listed(pattern: re.Pattern[str], text: str) -> tuple[str, ...]:
    return tuple(key.strip() for line in pattern.findall(text) for key in line.split(","))


def _without(table: dict[str, Any], path: list[str]) -> dict[str, Any]:
    key, *further = path
    left = {**table, key: _without(table[key], further)} if further else dict(table)
    if not further:
        del left[key]
    return left


def _merged(below: Any, above: Any) -> Any:
    if not (isinstance(below, dict) and isinstance(above, dict)):
        return above
    return below | {key: _merged(below[key], value) if key in below else value for key, value in above.items()}


def _written(tables: Mapping[str, Any]) -> str:
    base = _base()
    return "".join(
        _of_base(key) if key in base and value is base[key] else _line(key, value) for key, value in tables.items()
    )


@cache
def _of_base(key: str) -> str:
    return _line(key, _base()[key])


def _line(key: str, value: Any) -> str:
    return f"{json.dumps(key)} = {_value(value)}\n"


def _value(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(key)} = {_value(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_value(item) for item in value) + "]"
    return value.isoformat() if isinstance(value, date) else json.dumps(value, ensure_ascii=False)
