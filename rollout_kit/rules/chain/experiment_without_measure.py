"""CHN105."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import Lacks, NotApplicable, Outcome, rule
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, Parameter, message


@rule(
    "CHN105",
    "experiment-without-measure",
    title=N_("An experiment has nobody, no measure or no end"),
    severity=Severity.LOW,
    stage="description",
    message=N_('the experiment "{subject}" is not complete; missing: {missing}'),
    remedy=N_("complete it, or stop it"),
    cure=Cure(id="note-improvement", text=N_("Enter in the improvement register: {subject}"), minutes=0,
              owner="owner-of:improvement", before="after:30"),
)  # fmt: skip
def experiment_without_measure(case: Case) -> Iterator[Outcome]:
    """An experiment has nobody, no measure or no end.

    Fires for every experiment that lacks a `measure`, an `owner` or an end (`until`). Where no experiment is described
    there is nothing to judge.

    What nobody measures proves nothing, and what never ends is no experiment but a habit.

    Not ready:

        [[experiments]]
        hypothesis = "A chat halves the calls"
        measure = "calls a week"
        owner = "frei"

    Ready:

        [[experiments]]
        hypothesis = "A chat halves the calls"
        measure = "calls a week"
        owner = "frei"
        until = 2027-03-31

    Source: hypothesis, measure and end, practice of supply chains for digital products [E].
    """
    if not case.rollout.experiments:
        yield Lacks(("experiments",)) if case.whole.experiments else NotApplicable()
    for index, experiment in enumerate(case.rollout.experiments):
        asked = {
            N_("how it is measured"): bool(experiment.measure),
            N_("who owns it"): experiment.owner is not None,
            N_("when it ends"): experiment.until is not None,
        }
        missing = tuple(message(text) for text, is_there in asked.items() if not is_there)
        if missing:
            parameters: dict[str, Parameter] = {"subject": experiment.hypothesis, "missing": missing}
            yield Violation(("experiments", index), parameters)
