"""PIL105."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import Lacks, NotApplicable, Outcome, rule
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, message
from rollout_kit.rules.pilot_scope import needs_no_pilot


@rule(
    "PIL105",
    "pilot-without-failure",
    title=N_("The pilot is a demonstration, not a test"),
    severity=Severity.HIGH,
    stage="description",
    message=N_("the pilot plays no failure and no recovery from it"),
    remedy=N_("play two failures in it, each with the way back and the minutes that it may take"),
    cure=Cure(id="widen-pilot", text=N_("Widen the pilot: {subject}"), minutes=45, further_minutes=10, owner="SO",
              before="p0.35"),
)  # fmt: skip
def pilot_without_failure(case: Case) -> Iterator[Outcome]:
    """The pilot is a demonstration, not a test.

    Fires where `pilot.failures` names nothing. Up to 14 users need no pilot: it does not apply. Where there is no pilot
    there is no demonstration either: it is not tested, and PIL104 says what is missing.

    That it works when all goes well was known before. Whether operations can bring it back is what a pilot is for.

    Not ready:

        [pilot]
        failures = []

    Ready:

        [pilot]
        failures = ["Sign-in fails, back in 30 minutes"]

    Source: operations think in failures and recovery, founders in possibilities, our own practice [D].
    """
    if needs_no_pilot(case.rollout):
        yield NotApplicable()
    elif case.whole.pilot is None:
        yield Lacks(("pilot",))
    elif case.rollout.pilot is None or not case.rollout.pilot.failures:
        subject = message(N_("failures to play"))
        yield Violation(("pilot",), {"subject": subject}, at=("pilot", "failures"))
