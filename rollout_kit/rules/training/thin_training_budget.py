"""TRN111."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import OWN_WORDS, Lacks, NotApplicable, Outcome, rule
from rollout_kit.description.organisations import Budget
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, Message, Parameter, Percent, message

LEAST_PERCENT = 4  # of the project's budget; IDC by way of SAP, 2010 (E)


@rule(
    "TRN111",
    "thin-training-budget",
    title=N_("Hardly any money is set aside for training"),
    severity=Severity.LOW,
    stage="description",
    message=OWN_WORDS,
    remedy=N_("discuss with the sponsor what is left out, and who pays for it after go-live"),
    cure=Cure(id="follow-up-training", text=N_("Discuss the training budget"), minutes=15, owner="TR", before="g-1"),
)
def thin_training_budget(case: Case) -> Iterator[Outcome]:
    """Hardly any money is set aside for training.

    Fires where `training` is less than 4 % of `project` in the budget.

    What is saved on training is paid by the desk in the first weeks. No figure proves a limit, so it is a hint.

    Not ready:

        [rollout]
        budget = { project = 10000, training = 399, currency = "CHF" }

    Ready:

        [rollout]
        budget = { project = 10000, training = 400, currency = "CHF" }

    Source: projects with 7 % went better than those with 4 %, IDC by way of SAP, 2010 [E].
    """
    budget = case.rollout.about.budget or Budget()
    project, training = budget.project, budget.training
    if project is None or training is None:
        lacking = {"project": project, "training": training}
        yield Lacks(tuple(f"rollout.budget.{key}" for key, value in lacking.items() if value is None))
    elif not project:
        yield NotApplicable()
    elif training * 100 < LEAST_PERCENT * project:
        fault = _fault(training, project, budget.currency)
        path = ("rollout", "budget")
        yield Violation(path, {"subject": message(N_("training budget")), "fault": fault}, at=(*path, "training"))


def _fault(training: float, project: float, currency: str) -> Message:
    told: dict[str, Parameter] = {
        "training": training,
        "project": project,
        "share": Percent(training / project),
        "least": Percent(LEAST_PERCENT / 100),
    }
    if not currency:
        return message(N_("training has {training} of {project} ({share}); {least} is the least"), **told)
    return message(
        N_("training has {training} of {project} {currency} ({share}); {least} is the least"), currency=currency, **told
    )
