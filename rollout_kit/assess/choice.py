"""Which rules are asked, where not all are."""

from collections.abc import Sequence
from dataclasses import dataclass

from rollout_kit.assess.rule import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Codes of rules (`TRN103`) or families (`TRN`): only those of `select` if there are any, none of `ignore`."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def of(self, rules: Sequence[Rule]) -> tuple[Rule, ...]:
        """Return the rules that are asked, in their order."""
        return tuple(rule for rule in rules if self._takes(rule))

    def _takes(self, rule: Rule) -> bool:
        if rule.code in self.ignore or rule.family in self.ignore:
            return False
        return not self.select or rule.code in self.select or rule.family in self.select
