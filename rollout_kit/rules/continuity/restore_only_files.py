"""CON104."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import Lacks, Outcome, rule
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, message

PATH = ("continuity", "last_restore_test")


@rule(
    "CON104",
    "restore-only-files",
    title=N_("The restore was tested with single files only"),
    severity=Severity.MEDIUM,
    stage="description",
    message=N_("the restore test of {day} brought back single files only"),
    remedy=N_("restore a whole system once, and measure it against the RTO"),
    cure=Cure(id="widen-restore", text=N_("Extend the restore test: {subject}"), minutes=60, owner="SL", before="g-4"),
)
def restore_only_files(case: Case) -> Iterator[Outcome]:
    """The restore was tested with single files only.

    Fires where the `scope` of `last_restore_test` is "files".

    Single files come back every week. A whole system needs its order, its licences and its passwords, and takes longer.

    Not ready:

        [continuity]
        last_restore_test = { date = 2027-01-20, scope = "files", took = "1 h" }

    Ready:

        [continuity]
        last_restore_test = { date = 2027-01-20, scope = "system", took = "3 h" }

    Source: a whole system each year, ismslite [E].
    """
    test = case.rollout.continuity.last_restore_test if case.rollout.continuity else None
    if test is None:
        yield Lacks((".".join(PATH),))
    elif test.scope == "files":
        yield Violation(PATH, {"subject": message(N_("a whole system")), "day": test.date}, at=(*PATH, "scope"))
