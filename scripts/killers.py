"""The tests of one rule, as `mutants.py` asks them: its fixtures, and what it is known to say of them."""

import re
import signal
from dataclasses import dataclass
from types import FrameType
from typing import Any

from mutations import Mutant, module_of

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import Rule
from rollout_kit.assess.runner import assess
from rollout_kit.description.source_map import Places, scan
from rollout_kit.rules.catalogue import catalogue
from tests.rules.account import account, row
from tests.rules.overlay import FOLDER, Fragment
from tests.rules.test_accounts import cases_of

ACCOUNTS = FOLDER / "__snapshots__" / "test_accounts"


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleTests:
    """The fixtures of a rule, each run once, and what they expect."""

    rule: Rule
    cases: list[tuple[str, Fragment, Case]]
    said: str
    row: str

    @classmethod
    def of(cls, code: str) -> "RuleTests":
        """Run the fixtures of a rule."""
        rule = next(rule for rule in catalogue() if rule.code == code)
        said = (ACCOUNTS / f"test_a_rule_says_this_of_its_fixtures[{code}].txt").read_text(encoding="utf-8")
        rows = (ACCOUNTS / "test_the_catalogue_is_as_agreed.txt").read_text(encoding="utf-8")
        (own,) = (part for part in re.split(r"^(?=\w)", rows, flags=re.MULTILINE) if part.startswith(code))
        return cls(rule=rule, cases=cases_of(rule), said=said, row=own.rstrip())

    def are_content(self, rule: Rule | None = None) -> bool:
        """Whether all is as expected, of this rule or of a changed one in its place."""
        rule = rule or self.rule
        return (
            row(rule) == self.row
            and all(_fires_as_expected(rule, given, case) for _, given, case in self.cases)
            and account(rule, self.cases) == self.said
        )

    def notice(self, mutant: Mutant, seconds: int) -> bool:
        """Whether a changed rule is not as expected; one that breaks or takes this long is noticed too."""
        signal.signal(signal.SIGALRM, _give_up)
        signal.alarm(seconds)
        try:
            return not self.are_content(_changed(mutant))
        except Exception:  # noqa: BLE001 - whatever a changed rule breaks on
            return True
        finally:
            signal.alarm(0)


def _changed(mutant: Mutant) -> Rule:
    namespace: dict[str, Any] = {"__name__": module_of(mutant.file)}
    mutant.exec_in(namespace)
    return next(value for value in namespace.values() if isinstance(value, Rule))


def _fires_as_expected(rule: Rule, given: Fragment, case: Case) -> bool:
    found = assess(case, [rule], Places(scan("fragment.toml", given.text)))
    fired = list(dict.fromkeys(given.findings(found)))
    return fired == given.expected and [each.missing for each in found.untested] == ([given.lacks] * bool(given.lacks))


def _give_up(number: int, frame: FrameType | None) -> None:
    raise TimeoutError
