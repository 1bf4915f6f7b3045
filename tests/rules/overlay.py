"""Fixtures of rules: fragments of a description laid over `base.toml`, with what they expect written into them.

`# expect: CODE severity` stands on the line a finding points at (`assumed` behind it: it rests on assumptions only),
`# lacks: key, key` says which keys a rule misses, `# without: path, path` takes keys out of the base.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import tomli

from rollout_kit import pipeline
from rollout_kit.assess.result import Result
from rollout_kit.description.source_map import Places, scan

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

    @property
    def description(self) -> bytes:
        """The base with this fragment over it, as a file."""
        base = tomli.loads((FOLDER / "base.toml").read_text(encoding="utf-8"))
        for path in _listed(_WITHOUT, self.text):
            _take_out(base, path.split("."))
        return _written(_merged(base, tomli.loads(self.text))).encode()

    def findings(self, result: Result) -> list[Expected]:
        """The findings of a result, where they point into this fragment; ordered."""
        places = Places(scan("fragment.toml", self.text))
        return sorted(
            Expected(places.at(finding.at).line, finding.code, finding.severity.value, finding.rests_on_assumption)
            for finding in result.findings
        )


def result_of(fragment: Fragment) -> Result:
    """Run the whole flow; a fragment that does not fit the format is a mistake in the test."""
    return _result(fragment.description)


@cache
def _result(description: bytes) -> Result:
    outcome = pipeline.run("rollout.toml", {"rollout.toml": description}, AS_OF)
    assert outcome.problems == ()
    assert outcome.result is not None
    return outcome.result


def _listed(pattern: re.Pattern[str], text: str) -> tuple[str, ...]:
    return tuple(key.strip() for line in pattern.findall(text) for key in line.split(","))


def _take_out(table: dict[str, Any], path: list[str]) -> None:
    for key in path[:-1]:
        table = table[key]
    del table[path[-1]]


def _merged(below: Any, above: Any) -> Any:
    if not (isinstance(below, dict) and isinstance(above, dict)):
        return above
    return below | {key: _merged(below[key], value) if key in below else value for key, value in above.items()}


def _written(tables: Mapping[str, Any]) -> str:
    return "".join(f"{json.dumps(key)} = {_value(value)}\n" for key, value in tables.items())


def _value(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(key)} = {_value(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_value(item) for item in value) + "]"
    return value.isoformat() if isinstance(value, date) else json.dumps(value, ensure_ascii=False)
