"""CAP110."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import Lacks, Outcome, rule
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, message

MOST_ENDPOINTS = 320  # 230 to 280 are healthy, above 320 is below average, pharallax (E)
PATH = ("provider", "endpoints_per_technician")


@rule(
    "CAP110",
    "provider-overstretched",
    title=N_("The provider looks after many devices with few people"),
    severity=Severity.LOW,
    stage="description",
    message=N_("{provider} has {endpoints} endpoints to a technician; {most} are the most"),
    remedy=N_("ask {provider} for a second person by name who knows these systems"),
    cure=Cure(id="amend-contract", text=N_("Amend the contract: {subject}"), minutes=60, further_minutes=30,
              owner="OL", before="g-6"),
)  # fmt: skip
def provider_overstretched(case: Case) -> Iterator[Outcome]:
    """The provider looks after many devices with few people.

    Fires where the provider states more than 320 `endpoints_per_technician`.

    The third customer with an emergency on the same day waits. It need not be this one, if somebody is named for it.

    Not ready:

        [provider]
        endpoints_per_technician = 321

    Ready:

        [provider]
        endpoints_per_technician = 320

    Source: 230 to 280 are healthy, more than 320 below average, pharallax [E].
    """
    given, name = case.rollout.provider.endpoints_per_technician, case.rollout.provider.name
    if given is None:
        yield Lacks((".".join(PATH),))
    elif given > MOST_ENDPOINTS:
        yield Violation(
            PATH,
            {
                "subject": message(N_("named backup at {provider}"), provider=name),
                "provider": name,
                "endpoints": round(given, 1),
                "most": MOST_ENDPOINTS,
            },
        )
