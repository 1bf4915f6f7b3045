"""PIL104."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import OWN_WORDS, Lacks, NotApplicable, Outcome, rule
from rollout_kit.description.tryout import PilotDecision
from rollout_kit.finding import Severity, Violation
from rollout_kit.message import N_, Message, message
from rollout_kit.rules.pilot_scope import needs_no_pilot

DECISION = ("pilot", "decision")


@rule(
    "PIL104",
    "pilot-without-criteria",
    title=N_("Nobody has written down what the pilot decides"),
    severity=Severity.HIGH,
    stage="description",
    message=OWN_WORDS,
    remedy=N_("write down at what numbers you expand, change or stop, who says so, and on which day"),
)
def pilot_without_criteria(case: Case) -> Iterator[Outcome]:
    """Nobody has written down what the pilot decides.

    Fires where `pilot.decision` lacks who decides (`by`), on which day (`on`), or the `criteria` by which it expands,
    changes or stops. It fires too where there is no pilot: then nothing is decided before all users depend on the
    service. Up to 14 users need no pilot: it does not apply, and where their number is not known it is not tested.

    Without a number agreed on before, every pilot was a success: it has cost too much to be anything else.

    Not ready:

        [pilot.decision]
        by = "weber"
        on = 2027-02-02
        criteria = ""

    Ready:

        [pilot.decision]
        by = "weber"
        on = 2027-02-02
        criteria = "at most two serious faults open"

    Source: rules for ending a pilot, pilot-sunset-rules [E].
    """
    if needs_no_pilot(case.rollout):
        yield NotApplicable()
    elif case.whole.pilot is None and case.rollout.users is None:
        yield Lacks(("customer.users",))
    elif case.whole.pilot is None:
        fault = message(N_("there is no pilot, and so no numbers at which the rollout expands, changes or stops"))
        remedy = message(N_("try it with a few people first, and write down who decides on what by which day"))
        yield Violation(("pilot",), {"subject": message(N_("pilot")), "fault": fault, "remedy": remedy})
    else:
        yield from _decision(case.rollout.pilot.decision if case.rollout.pilot else None)


def _decision(decision: PilotDecision | None) -> Iterator[Outcome]:
    missing = _missing(decision)
    if missing:
        fault = message(N_("the decision on the pilot lacks {missing}"), missing=missing)
        path = DECISION if decision else ("pilot",)
        yield Violation(path, {"subject": message(N_("decision on the pilot")), "fault": fault})


def _missing(decision: PilotDecision | None) -> tuple[Message, ...]:
    by, on = (decision.by, decision.on) if decision else (None, None)
    criteria = decision.criteria.strip() if decision else ""
    needed = (
        (by, message(N_("who decides"))),
        (on, message(N_("the day"))),
        (criteria, message(N_("the criteria"))),
    )
    return tuple(name for value, name in needed if not value)
