"""SLA107."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.moments import length
from rollout_kit.assess.promises import chain_of, outage_allowed
from rollout_kit.assess.rule import Lacks, Outcome, rule
from rollout_kit.description.service_levels import ServiceLevels
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, Percent, message


@rule(
    "SLA107",
    "one-incident-breaks-month",
    title=N_("One outage uses up more than the month may have"),
    severity=Severity.HIGH,
    stage="description",
    message=N_(
        "{availability} leave {allowed} of outage in 30 days, and {provider} has {resolution} for one outage of P1"
    ),
    remedy=N_("align the two: promise less availability, or agree on a faster solution of P1"),
    cure=Cure(id="align-promises", text=N_("Align the promise: {subject}"), minutes=60, further_minutes=20, owner="OL",
              before="p0.50"),
)  # fmt: skip
def one_incident_breaks_month(case: Case) -> Iterator[Outcome]:
    """One outage uses up more than the month may have.

    Fires where the outage that `service_levels.availability` allows in 30 days of the calendar is shorter than the
    provider's resolution for P1: 99.9 % allow 43.2 minutes, 99.5 % allow 216.

    A contract that is kept to the minute still breaks the promise: then the figure in it is a wish.

    Not ready:

        [service_levels]
        availability = 0.995

    Ready:

        [service_levels]
        availability = 0.994

    Source: arithmetic of the error budget, novaaiops [E].
    """
    levels = case.rollout.service_levels or ServiceLevels()
    chain = chain_of(case.rollout, "P1", "resolution")
    if levels.availability is None or chain.provided is None:
        lacking = [] if levels.availability is not None else ["service_levels.availability"]
        lacking += [key for key in chain.lacking if key.startswith(("service_levels.P1.provider", "provider."))]
        yield Lacks(tuple(lacking))
        return
    allowed = outage_allowed(levels.availability)
    if allowed >= chain.provided:
        return
    yield Violation(
        ("service_levels", "availability"),
        {
            "subject": message(N_("outage of a month")),
            "availability": Percent(levels.availability),
            "allowed": length(allowed),
            "provider": case.rollout.provider.name,
            "resolution": length(chain.provided),
        },
    )
