"""SLA101."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.promises import EXPECTED, chains, not_listed
from rollout_kit.assess.rule import Judged, Lacks, Outcome, rule
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, message
from rollout_kit.rules.promise_words import promise_of, sum_of


@rule(
    "SLA101",
    "response-chain-too-long",
    title=N_("An answer takes longer than users are promised"),
    severity=Severity.HIGH,
    worst=Severity.BLOCKER,
    stage="description",
    message=N_("{priority}: {sum}; users are promised an answer within {promise}"),
    remedy=N_("agree on a shorter answer with the provider, hand over sooner, or promise no more than the sum"),
    cure=Cure(id="align-promises", text=N_("Align the promise: {subject}"), minutes=60, further_minutes=20, owner="OL",
              before="p0.50"),
)  # fmt: skip
def response_chain_too_long(case: Case) -> Iterator[Outcome]:
    """An answer takes longer than users are promised.

    Fires for a priority where triage and handing over (`handover`) and the provider's response together take longer
    than the response promised to users; a blocker for P1 and P2. It fires even if one part is not known, where the
    other takes too long already. A day of business hours is a day of the provider's hours. On two different clocks the
    figures are compared as they stand, and what the nights and weekends add is told by SLA103.

    Each house keeps its own promise, and the user waits for the sum. Nobody sees it until the first outage.

    Not ready:

        [service_levels.P1]
        promised = { response = "30 min", resolution = "5 h", clock = "business" }
        handover = "16 min"

    Ready:

        [service_levels.P1]
        promised = { response = "30 min", resolution = "5 h", clock = "business" }
        handover = "15 min"

    Source: levels of service, of operation and of suppliers have to be aligned, FitSM PR2.4 [T].
    """
    for id in not_listed(case.rollout):
        yield Lacks((f"service_levels.{id}",))
    for chain in chains(case.rollout, "response"):
        severity = Severity.BLOCKER if chain.priority in EXPECTED else Severity.HIGH
        if not chain.exceeds():
            yield Lacks(chain.lacking, worst=severity) if chain.lacking else Judged()
            continue
        yield Violation(
            ("service_levels", chain.priority),
            {
                "subject": message(N_("answer for {priority}"), priority=chain.priority),
                "priority": chain.priority,
                "sum": sum_of(chain, case.rollout),
                "promise": promise_of(chain),
            },
            severity,
            at=("service_levels", chain.priority, "promised", "response"),
        )
