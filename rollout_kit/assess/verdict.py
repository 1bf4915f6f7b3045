"""The verdict: worst first, never a percentage alone."""

from collections.abc import Sequence
from enum import Enum

from rollout_kit.finding import Finding, Severity, Untested


class Verdict(Enum):
    """How ready the rollout is, worst first."""

    TOO_LITTLE_KNOWN = "too_little_known"
    NOT_READY = "not_ready"
    READY_WITH_CONDITIONS = "ready_with_conditions"
    READY = "ready"


def verdict(findings: Sequence[Finding], untested: Sequence[Untested]) -> Verdict:
    """Return the verdict.

    Too little known: a rule that can block and applies could not be judged. Not ready: an open blocker.
    With conditions: an open high, or a rule that can reach high and could not be judged: to leave a key out must not
    make a rollout ready.
    """
    if any(rule.could_block for rule in untested):
        return Verdict.TOO_LITTLE_KNOWN
    worst = max((finding.severity for finding in findings if finding.state == "open"), default=Severity.LOW)
    if worst is Severity.BLOCKER:
        return Verdict.NOT_READY
    has_conditions = worst is Severity.HIGH or any(rule.could_be_high for rule in untested)
    return Verdict.READY_WITH_CONDITIONS if has_conditions else Verdict.READY
