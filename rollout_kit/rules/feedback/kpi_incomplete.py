"""FBL103."""

from collections.abc import Iterator
from datetime import date

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import Judged, Lacks, Outcome, rule
from rollout_kit.description.improvement import Kpi
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, Day, Message, Parameter, message


@rule(
    "FBL103",
    "kpi-incomplete",
    title=N_("A measure will never show whether anything got better"),
    severity=Severity.MEDIUM,
    stage="description",
    message=N_('the measure "{subject}" lacks {missing}'),
    remedy=N_("write down how it is counted, where, by whom and up to what; measure it once before {go_live}"),
    cure=Cure(id="complete-measures", text=N_("Complete the measure: {subject}"), minutes=30, further_minutes=10,
              owner="OL", before="p0.50"),
)  # fmt: skip
def kpi_incomplete(case: Case) -> Iterator[Outcome]:
    """A measure will never show whether anything got better.

    Fires for each of `kpis` without `formula`, `source`, `owner` or `target`, or without a `baseline` that is
    `baseline_measured` before go-live.

    After go-live nobody can measure what it was like before. Then every figure can be praised and blamed alike.

    Not ready:

        [[kpis]]
        name = "Solved at first contact"
        formula = "solved at first contact / all contacts"
        source = "ticket system"
        owner = "oser"
        baseline = 0.5
        baseline_measured = 2027-02-09
        target = 0.65

    Ready:

        [[kpis]]
        name = "Solved at first contact"
        formula = "solved at first contact / all contacts"
        source = "ticket system"
        owner = "oser"
        baseline = 0.5
        baseline_measured = 2027-02-08
        target = 0.65

    Source: measures of effectiveness, FitSM-1 GR6.1 [T].
    """
    if not case.rollout.kpis:
        yield Lacks(("kpis",))
    for index, kpi in enumerate(case.rollout.kpis):
        missing = tuple(_missing(kpi, case.go_live))
        if not missing:
            yield Judged()
            continue
        parameters: dict[str, Parameter] = {"subject": kpi.name, "missing": missing, "go_live": Day(case.go_live)}
        yield Violation(("kpis", index), parameters)


def _missing(kpi: Kpi, go_live: date) -> Iterator[Message]:
    if not kpi.formula:
        yield message(N_("a formula"))
    if not kpi.source:
        yield message(N_("a source"))
    if kpi.owner is None:
        yield message(N_("an owner"))
    if kpi.target is None:
        yield message(N_("a target"))
    if kpi.baseline is None or kpi.baseline_measured is None or kpi.baseline_measured >= go_live:
        yield message(N_("a baseline measured before go-live"))
