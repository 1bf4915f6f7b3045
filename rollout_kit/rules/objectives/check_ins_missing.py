"""OBJ104."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import OWN_WORDS, Judged, Lacks, Outcome, rule
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, Duration, Parameter, Unit, message

LONGEST = Duration(amount=2, unit=Unit.WEEK)  # house value


@rule(
    "OBJ104",
    "check-ins-missing",
    title=N_("Objectives are written down and not looked at again"),
    severity=Severity.LOW,
    stage="description",
    message=OWN_WORDS,
    remedy=N_("put the key results on a round of feedback that is held at least every {longest}, until their date"),
    cure=Cure(id="date-it", text=N_("Put it in the calendar: {subject}"), minutes=15, further_minutes=5, owner="OL",
              before="g-6"),
)  # fmt: skip
def check_ins_missing(case: Case) -> Iterator[Outcome]:
    """Objectives are written down and not looked at again.

    Fires for an objective without `check_in`, and for one that is looked at more rarely than every two weeks. A
    `check_in` is taken to go on until the date of the last key result.

    Three months are over before anybody asks. Every two weeks there is still something to do about it.

    Not ready:

        [[objectives]]
        objective = "Work goes on undisturbed"
        check_in = "15 days"

    Ready:

        [[objectives]]
        objective = "Work goes on undisturbed"
        check_in = "2 weeks"

    Source: continuing support of whoever carries the objectives, our own practice [D].
    """
    if not case.rollout.objectives:
        yield Lacks(("objectives",))
    for index, objective in enumerate(case.rollout.objectives):
        path, given = ("objectives", index), objective.check_in
        if given is not None and given.minutes <= LONGEST.minutes:
            yield Judged()
            continue
        if given is None:
            text = N_('nobody looks at the key results of "{objective}" before their date')
            fault = message(text, objective=objective.objective)
        else:
            text = N_('the key results of "{objective}" are looked at every {given}; every {longest} is the least')
            fault = message(text, objective=objective.objective, given=given, longest=LONGEST)
        parameters: dict[str, Parameter] = {"subject": objective.objective, "longest": LONGEST, "fault": fault}
        yield Violation(path, parameters, at=path if given is None else (*path, "check_in"))
