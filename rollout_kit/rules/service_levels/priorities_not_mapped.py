"""SLA111."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.promises import not_listed
from rollout_kit.assess.rule import Judged, Lacks, Outcome, rule
from rollout_kit.description.service_levels import Promise, ServiceLevels
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, message


@rule(
    "SLA111",
    "priorities-not-mapped",
    title=N_("Two priorities of the customer are one of the provider"),
    severity=Severity.HIGH,
    stage="description",
    message=N_('{first} and {second} are both "{word}" at {provider}'),
    remedy=N_("agree on one priority of the provider for each of the customer, in a table that both desks have"),
    cure=Cure(id="align-promises", text=N_("Align the promise: {subject}"), minutes=60, further_minutes=20, owner="OL",
              before="p0.50"),
)  # fmt: skip
def priorities_not_mapped(case: Case) -> Iterator[Outcome]:
    """Two priorities of the customer are one of the provider.

    Fires for a priority whose name at the provider (`provider.priority`) is that of another priority as well; small and
    capital letters are the same.

    What both desks call by the same word, one of them treats as less urgent than the other believes.

    Not ready:

        [service_levels.P2]
        provider = { priority = "Critical", response = "1 h", resolution = "8 h", clock = "business" }

    Ready:

        [service_levels.P2]
        provider = { priority = "High", response = "1 h", resolution = "8 h", clock = "business" }

    Source: priorities are set alike everywhere, FitSM PR9.1 [T].
    """
    priorities = (case.rollout.service_levels or ServiceLevels()).priorities
    for id in not_listed(case.rollout):
        yield Lacks((f"service_levels.{id}",))
    first: dict[str, str] = {}
    for priority in priorities:
        word = (priority.provider or Promise()).priority
        if not word:
            yield Lacks((f"service_levels.{priority.id}.provider.priority",))
            continue
        other = first.setdefault(word.casefold(), priority.id)
        if other == priority.id:
            yield Judged()
            continue
        yield Violation(
            ("service_levels", priority.id),
            {
                "subject": message(N_("{first} and {second}"), first=other, second=priority.id),
                "first": other,
                "second": priority.id,
                "word": word,
                "provider": case.rollout.provider.name,
            },
            at=("service_levels", priority.id, "provider", "priority"),
        )
