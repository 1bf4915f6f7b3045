"""OBJ102."""

from collections.abc import Iterator, Mapping

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import Lacks, Outcome, rule
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, Parameter, message

VIEWS: Mapping[str, str] = {
    "finance": N_("money"),
    "customer": N_("customers"),
    "process": N_("processes"),
    "learning": N_("learning"),
}


@rule(
    "OBJ102",
    "one-sided-scorecard",
    title=N_("All objectives look at one thing only"),
    severity=Severity.LOW,
    stage="description",
    message=N_("the key results, {n} in all, are seen from one of four sides only: {view}"),
    remedy=N_("add a key result of another side: money, customers, processes or learning"),
    cure=Cure(id="rewrite-goals", text=N_("Rewrite the objective: {subject}"), minutes=45, further_minutes=15,
              owner="SP", before="after:20"),
)  # fmt: skip
def one_sided_scorecard(case: Case) -> Iterator[Outcome]:
    """All objectives look at one thing only.

    Fires where the key results of all `objectives` together have the same `view`, of finance, customer, process and
    learning. Where a `view` is missing, two others that differ are enough to know; else it is not tested.

    What is measured gets better, and what stands beside it pays. A second view shows the price.

    Not ready:

        [[objectives]]
        objective = "Work goes on undisturbed"
        key_results = [
          { result = "Tickets per person and month", from = 1.6, to = 1.1, by = 2027-05-31, view = "process" },
          { result = "Hours of outage per month", from = 6, to = 1, by = 2027-05-31, view = "process" },
        ]

    Ready:

        [[objectives]]
        objective = "Work goes on undisturbed"
        key_results = [
          { result = "Tickets per person and month", from = 1.6, to = 1.1, by = 2027-05-31, view = "process" },
          { result = "Hours of outage per month", from = 6, to = 1, by = 2027-05-31, view = "customer" },
        ]

    Source: the four views of the balanced scorecard, general knowledge [E].
    """
    results = [
        (f"objectives.{index}.key_results.{place}.view", result.view)
        for index, objective in enumerate(case.rollout.objectives)
        for place, result in enumerate(objective.key_results)
    ]
    views = [view for _, view in results if view is not None]
    lacking = tuple(key for key, view in results if view is None)
    if len(set(views)) > 1:
        return
    if lacking:
        yield Lacks(lacking)
    elif not views:
        yield Lacks(("objectives.0.key_results" if case.rollout.objectives else "objectives",))
    else:
        parameters: dict[str, Parameter] = {
            "subject": message(N_("views")),
            "n": len(views),
            "view": message(VIEWS[views[0]]),
        }
        yield Violation(("objectives",), parameters)
