"""TST104."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import OWN_WORDS, Judged, Lacks, Outcome, rule
from rollout_kit.description.tryout import TestFinding, TestRun
from rollout_kit.finding import KeyPath, Severity, Violation, dotted
from rollout_kit.message import N_, Day, message
from rollout_kit.rules.trials import scenario_name

GRAVE = ("blocker", "high")


@rule(
    "TST104",
    "test-finding-open",
    title=N_("A serious fault that a test found has no date before go-live"),
    severity=Severity.BLOCKER,
    stage="description",
    message=OWN_WORDS,
    remedy=N_("repair it before go-live on {go_live}, or let both houses accept it until a date"),
)
def test_finding_open(case: Case) -> Iterator[Outcome]:
    """A serious fault that a test found has no date before go-live.

    Fires for every finding of a test that is not `fixed`, has the `severity` high or blocker, and no `fix_by` before
    go-live. A test of the past that does not say what it found cannot be judged; where it found nothing, write
    `findings = []`.

    From go-live on every user meets what one tester found, and the one who can repair it answers the phone.

    Not ready:

        [[tests]]
        scenario = "restore"
        date = 2027-02-01
        findings = [{ what = "Calendar lost", severity = "high", fix_by = 2027-02-09 }]

    Ready:

        [[tests]]
        scenario = "restore"
        date = 2027-02-01
        findings = [{ what = "Calendar lost", severity = "high", fix_by = 2027-02-08 }]

    Source: no critical fault is open at go-live, baszgroup [E].
    """
    if not case.rollout.tests:
        yield Lacks(("tests",))
    for index, test in enumerate(case.rollout.tests):
        if test.findings is None and test.date is not None and test.date < case.as_of:
            yield Lacks((f"tests.{index}.findings",))
        for place, finding in enumerate(test.findings or ()):
            yield _judged(case, test, finding, ("tests", index, "findings", place))


def _judged(case: Case, test: TestRun, finding: TestFinding, path: KeyPath) -> Outcome:
    if finding.fixed or (finding.fix_by is not None and finding.fix_by < case.go_live):
        return Judged()
    if finding.severity is None:
        return Lacks((dotted((*path, "severity")),))
    if finding.severity not in GRAVE:
        return Judged()
    name, go_live = scenario_name(case, test.scenario), Day(case.go_live)
    if finding.fix_by is None:
        text = N_('"{subject}", found by "{test}", is open and has no date')
        fault = message(text, subject=finding.what, test=name)
    else:
        fault = message(
            N_('"{subject}", found by "{test}", is to be repaired by {day}; go-live is on {go_live}'),
            subject=finding.what, test=name, day=Day(finding.fix_by), go_live=go_live,
        )  # fmt: skip
    at = path if finding.fix_by is None else (*path, "fix_by")
    return Violation(path, {"subject": finding.what, "go_live": go_live, "fault": fault}, at=at)
