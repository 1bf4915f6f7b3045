"""OBJ101."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import OWN_WORDS, Judged, Lacks, Outcome, rule
from rollout_kit.description.improvement import KeyResult, Objective
from rollout_kit.finding import Cure, KeyPath, Severity, Violation
from rollout_kit.message import N_, Message, message, plural_message

LEAST = 2  # house value: one result alone is bent until it fits
MOST = 5  # bscdesigner (E)


@rule(
    "OBJ101",
    "weak-key-results",
    title=N_("Nobody could tell whether an objective was reached"),
    severity=Severity.MEDIUM,
    stage="description",
    message=OWN_WORDS,
    remedy=N_("give the objective {least} to {most} key results, each with a value now, a value wanted and a date"),
    cure=Cure(id="rewrite-goals", text=N_("Rewrite the objective: {subject}"), minutes=45, further_minutes=15,
              owner="SP", before="after:20"),
)  # fmt: skip
def weak_key_results(case: Case) -> Iterator[Outcome]:
    """Nobody could tell whether an objective was reached.

    Fires for an objective with fewer than 2 or more than 5 key results, and for each key result without a number
    (`to`), a baseline (`from`) or a date (`by`).

    "Better" is reached on every day, by everybody. A number with a date can be missed, and that is its use.

    Not ready:

        [[objectives]]
        objective = "Work goes on undisturbed"
        owner = "weber"
        check_in = "2 weeks"
        key_results = [{ result = "Tickets per person and month", from = 1.6, to = 1.1, by = 2027-05-31 }]

    Ready:

        [[objectives]]
        objective = "Work goes on undisturbed"
        owner = "weber"
        check_in = "2 weeks"
        key_results = [
          { result = "Tickets per person and month", from = 1.6, to = 1.1, by = 2027-05-31 },
          { result = "Hours of outage per month", from = 6, to = 1, by = 2027-05-31 },
        ]

    Source: three to five key results, bscdesigner [E]; that two will do is ours [D].
    """
    if not case.rollout.objectives:
        yield Lacks(("objectives",))
    for index, objective in enumerate(case.rollout.objectives):
        yield _number(objective, ("objectives", index))
        for place, result in enumerate(objective.key_results):
            yield _completeness(objective, result, ("objectives", index, "key_results", place))


def _number(objective: Objective, path: KeyPath) -> Outcome:
    given = len(objective.key_results)
    if LEAST <= given <= MOST:
        return Judged()
    fault = plural_message(
        N_('"{objective}" has {n} key result; {least} to {most} are right'),
        N_('"{objective}" has {n} key results; {least} to {most} are right'),
        given, objective=objective.objective, least=LEAST, most=MOST,
    )  # fmt: skip
    at = (*path, "key_results") if given else path
    return Violation(path, {"subject": objective.objective, "least": LEAST, "most": MOST, "fault": fault}, at=at)


def _completeness(objective: Objective, result: KeyResult, path: KeyPath) -> Outcome:
    needed: tuple[tuple[object, Message], ...] = (
        (result.start, message(N_("the value now"))),
        (result.target, message(N_("the value wanted"))),
        (result.by, message(N_("the date"))),
    )
    missing = tuple(name for value, name in needed if value is None)
    if not missing:
        return Judged()
    fault = message(N_('the key result "{result}" lacks {missing}'), result=result.result, missing=missing)
    return Violation(path, {"subject": objective.objective, "least": LEAST, "most": MOST, "fault": fault})
