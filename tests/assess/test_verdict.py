import pytest

from rollout_kit.assess.verdict import Verdict, verdict
from rollout_kit.finding import Finding, Position, Severity, Untested
from rollout_kit.message import message


def finding(severity: Severity, state: str = "open") -> Finding:
    return Finding(
        code="OWN101", name="x", severity=severity, path=(), position=Position(file="rollout.toml", line=1, column=1),
        message=message("x"), remedy=message("x"), cure=None, state=state,
    )  # fmt: skip


def untested(*, could_block: bool) -> Untested:
    return Untested(code="CAP101", missing=("load",), could_block=could_block)


CONDITIONS = Verdict.READY_WITH_CONDITIONS
BLOCKER, HIGH, MEDIUM = finding(Severity.BLOCKER), finding(Severity.HIGH), finding(Severity.MEDIUM)


@pytest.mark.parametrize(
    ("findings", "missing", "expected"),
    [
        ([], [], Verdict.READY),
        ([MEDIUM], [], Verdict.READY),
        ([MEDIUM, HIGH], [], Verdict.READY_WITH_CONDITIONS),
        ([HIGH, BLOCKER], [], Verdict.NOT_READY),
        ([BLOCKER], [untested(could_block=True)], Verdict.TOO_LITTLE_KNOWN),
        ([], [untested(could_block=True)], Verdict.TOO_LITTLE_KNOWN),
        ([BLOCKER], [untested(could_block=False)], Verdict.NOT_READY),
        ([finding(Severity.BLOCKER, "waived")], [], Verdict.READY),
        ([], [Untested(code="CAP108", missing=("load",), could_block=False)], Verdict.READY),
        ([], [Untested(code="CAP108", missing=("load",), could_block=False, could_be_high=True)], CONDITIONS),
    ],
)
def test_the_worst_decides(findings: list[Finding], missing: list[Untested], expected: Verdict) -> None:
    assert verdict(findings, missing) is expected
