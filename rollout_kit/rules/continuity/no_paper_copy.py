"""CON108."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import Lacks, Outcome, rule
from rollout_kit.finding import Severity, Violation
from rollout_kit.message import N_, message

PATH = ("continuity", "paper_copy")


@rule(
    "CON108",
    "no-paper-copy",
    title=N_("Handbook and numbers lie on the systems that they shall rescue"),
    severity=Severity.HIGH,
    stage="description",
    message=N_("handbook and list of contacts can be read only while the service runs"),
    remedy=N_("print the emergency part and the contacts for every site, again after each change"),
)
def no_paper_copy(case: Case) -> Iterator[Outcome]:
    """Handbook and numbers lie on the systems that they shall rescue.

    Fires where `continuity.paper_copy` is false: nothing is printed, or kept where it can be read without the service.

    On the morning when nothing runs, the number to call stands in the directory that does not run.

    Not ready:

        [continuity]
        paper_copy = false

    Ready:

        [continuity]
        paper_copy = true

    Source: ours [D].
    """
    given = case.rollout.continuity.paper_copy if case.rollout.continuity else None
    if given is None:
        yield Lacks((".".join(PATH),))
    elif not given:
        yield Violation(PATH, {"subject": message(N_("handbook and contacts on paper"))})
