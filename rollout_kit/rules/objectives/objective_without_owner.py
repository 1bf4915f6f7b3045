"""OBJ103."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import OWN_WORDS, Judged, Lacks, Outcome, rule
from rollout_kit.assess.subject import name_of
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, message


@rule(
    "OBJ103",
    "objective-without-owner",
    title=N_("An objective belongs to nobody"),
    severity=Severity.MEDIUM,
    stage="description",
    message=OWN_WORDS,
    remedy=N_("name one person as its owner, somebody who can move money or time for it"),
    cure=Cure(id="rewrite-goals", text=N_("Rewrite the objective: {subject}"), minutes=45, further_minutes=15,
              owner="SP", before="after:20"),
)  # fmt: skip
def objective_without_owner(case: Case) -> Iterator[Outcome]:
    """An objective belongs to nobody.

    Fires for an objective without an `owner`, and for one that a team owns: it takes one of the people. Which objective
    of the company it serves is asked for by `serves`, and not judged.

    An objective of all is looked at by all, and moved by none.

    Not ready:

        [[objectives]]
        objective = "Work goes on undisturbed"
        owner = "steering"

    Ready:

        [[objectives]]
        objective = "Work goes on undisturbed"
        owner = "weber"

    Source: objectives are carried by managers who made them their own, our own practice [D].
    """
    if not case.rollout.objectives:
        yield Lacks(("objectives",))
    for index, objective in enumerate(case.rollout.objectives):
        if objective.owner in case.rollout.person_by_id:
            yield Judged()
            continue
        path = ("objectives", index)
        if objective.owner is None:
            fault = message(N_('"{objective}" has no owner'), objective=objective.objective)
        else:
            owner = name_of(case.rollout, objective.owner)
            text = N_('"{objective}" is owned by {owner}, not by one person')
            fault = message(text, objective=objective.objective, owner=owner)
        at = path if objective.owner is None else (*path, "owner")
        yield Violation(path, {"subject": objective.objective, "fault": fault}, at=at)
