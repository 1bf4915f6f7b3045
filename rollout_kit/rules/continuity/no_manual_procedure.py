"""CON107."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import Judged, Lacks, Outcome, rule
from rollout_kit.description.continuity import Continuity, Process
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, Parameter


@rule(
    "CON107",
    "no-manual-procedure",
    title=N_("Nobody knows how to go on working while the service is away"),
    severity=Severity.HIGH,
    stage="description",
    message=N_('"{subject}" can stand still for {stop}, the RTO is {rto}, and there is no way of working without IT'),
    remedy=N_("write one page on how {subject} goes on without IT, and try it for half an hour"),
    cure=Cure(id="write-manual-page", text=N_("Write the page for work without IT: {subject}"), minutes=30,
              further_minutes=30, owner="KU", before="p0.65"),
)  # fmt: skip
def no_manual_procedure(case: Case) -> Iterator[Outcome]:
    """Nobody knows how to go on working while the service is away.

    Fires for a critical process whose `tolerable_stop` is shorter than `continuity.rto` and that has no
    `manual_procedure`. Where a process does not say, `continuity.manual_procedure` holds for it.

    Between the end of what is tolerable and the return of the service, only paper helps.

    Not ready:

        [continuity]
        rto = "8 h"

        [[processes]]
        name = "Payroll"
        critical = true
        tolerable_stop = "4 h"
        manual_procedure = false

    Ready:

        [continuity]
        rto = "8 h"

        [[processes]]
        name = "Payroll"
        critical = true
        tolerable_stop = "8 h"
        manual_procedure = false

    Source: analysis of what a stop does to the business, workarounds, ArcKit [T].
    """
    if not case.rollout.processes:
        yield Lacks(("processes",))
    for index, process in enumerate(case.rollout.processes):
        yield _judged(index, process, case.rollout.continuity or Continuity())


def _judged(index: int, process: Process, continuity: Continuity) -> Outcome:
    path = ("processes", index)
    own = process.manual_procedure
    if process.critical is False or (continuity.manual_procedure if own is None else own):
        return Judged()
    lacking = {
        f"processes.{index}.critical": process.critical,
        f"processes.{index}.tolerable_stop": process.tolerable_stop,
        "continuity.rto": continuity.rto,
    }
    if process.tolerable_stop is None or continuity.rto is None or process.critical is None:
        return Lacks(tuple(key for key, value in lacking.items() if value is None))
    if continuity.rto.minutes <= process.tolerable_stop.minutes:
        return Judged()
    parameters: dict[str, Parameter] = {"subject": process.name, "stop": process.tolerable_stop, "rto": continuity.rto}
    return Violation(path, parameters, at=(*path, "tolerable_stop" if own is None else "manual_procedure"))
