"""SLA102."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.moments import length
from rollout_kit.assess.promises import chains, not_listed
from rollout_kit.assess.rule import Judged, Lacks, Outcome, rule
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, Percent, message
from rollout_kit.rules.promise_words import promise_of, sum_of

MOST_PERCENT = 90  # house value: of the promise; the rest is reserve


@rule(
    "SLA102",
    "resolution-chain-too-long",
    title=N_("A solution takes longer than users are promised"),
    severity=Severity.HIGH,
    worst=Severity.BLOCKER,
    stage="description",
    message=N_(
        "{priority}: {sum}; users are promised a solution within {promise}, "
        "and with {reserve} in reserve {most} are left"
    ),
    remedy=N_("agree on a shorter solution with the provider, or promise users what the sum and a reserve allow"),
    cure=Cure(id="align-promises", text=N_("Align the promise: {subject}"), minutes=60, further_minutes=20, owner="OL",
              before="p0.50"),
)  # fmt: skip
def resolution_chain_too_long(case: Case) -> Iterator[Outcome]:
    """A solution takes longer than users are promised.

    Fires for a priority where triage and handing over, the provider's resolution and the check by the user
    (`user_check`, 0 where it is not stated) together take more than 90 % of the resolution promised to users; a blocker
    for P1. It fires even if a part is not known, where the others take too long already. A day of business hours is a
    day of the provider's hours.

    Whoever promises exactly the contract has promised nothing to spare: triage and the user's check come on top.

    Not ready:

        [service_levels.P1]
        promised = { response = "30 min", resolution = "5 h", clock = "business" }
        handover = "15 min"
        user_check = "16 min"

    Ready:

        [service_levels.P1]
        promised = { response = "30 min", resolution = "5 h", clock = "business" }
        handover = "15 min"
        user_check = "15 min"

    Source: levels have to be aligned, FitSM PR2.4 [T]; one tenth in reserve is ours [D].
    """
    for id in not_listed(case.rollout):
        yield Lacks((f"service_levels.{id}",), worst=_severity(id))
    for chain in chains(case.rollout, "resolution"):
        if not chain.exceeds(MOST_PERCENT):
            yield Lacks(chain.lacking, worst=_severity(chain.priority)) if chain.lacking else Judged()
            continue
        yield Violation(
            ("service_levels", chain.priority),
            {
                "subject": message(N_("solution for {priority}"), priority=chain.priority),
                "priority": chain.priority,
                "sum": sum_of(chain, case.rollout),
                "promise": promise_of(chain),
                "reserve": Percent((100 - MOST_PERCENT) / 100),
                "most": length((chain.promise or 0.0) * MOST_PERCENT / 100),
            },
            _severity(chain.priority),
            at=("service_levels", chain.priority, "promised", "resolution"),
        )


def _severity(priority: str) -> Severity:
    return Severity.BLOCKER if priority == "P1" else Severity.HIGH
