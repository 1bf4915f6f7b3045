"""SLA106."""

import math
from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.promises import availability_left
from rollout_kit.assess.rule import Lacks, Outcome, rule
from rollout_kit.description.service_levels import ServiceLevels
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, Message, Percent, message


@rule(
    "SLA106",
    "availability-below-promise",
    title=N_("More availability is promised than what the service hangs on leaves"),
    severity=Severity.HIGH,
    stage="description",
    message=N_("{product} = {share}; users are promised {promise}"),
    remedy=N_("promise less, or double the weakest link: {weakest}"),
    cure=Cure(id="align-promises", text=N_("Align the promise: {subject}"), minutes=60, further_minutes=20, owner="OL",
              before="p0.50"),
)  # fmt: skip
def availability_below_promise(case: Case) -> Iterator[Outcome]:
    """More availability is promised than what the service hangs on leaves.

    Fires where the availabilities in `service_levels.depends_on`, multiplied, are below `service_levels.availability`:
    0.999 × 0.999 × 0.995 = 0.9930.

    Everything in a row must work at once. Three good links make a worse chain than each of them.

    Not ready:

        [service_levels]
        availability = 0.9931
        depends_on = [
          { name = "Internet", availability = 0.999 },
          { name = "Sign-in", availability = 0.999 },
          { name = "Telephony", availability = 0.995 },
        ]

    Ready:

        [service_levels]
        availability = 0.993
        depends_on = [
          { name = "Internet", availability = 0.999 },
          { name = "Sign-in", availability = 0.999 },
          { name = "Telephony", availability = 0.995 },
        ]

    Source: whether dependencies are adequate is asked in a production readiness review, luke.carrier [E].
    """
    levels = case.rollout.service_levels or ServiceLevels()
    if levels.availability is None or not levels.depends_on:
        lacking = {"availability": levels.availability, "depends_on": levels.depends_on or None}
        yield Lacks(tuple(f"service_levels.{key}" for key, value in lacking.items() if value is None))
        return
    left = availability_left(levels)
    if left >= levels.availability:
        return
    weakest = min(levels.depends_on, key=lambda link: link.availability)
    yield Violation(
        ("service_levels", "availability"),
        {
            "subject": message(N_("availability")),
            "product": _product(levels),
            "share": Percent(math.floor(left * 1e5) / 1e5),  # down, so that it never reads as the promise
            "promise": Percent(levels.availability),
            "weakest": weakest.name,
        },
    )


def _product(levels: ServiceLevels) -> Message:
    parts = [
        message(N_("{name} {share}"), name=link.name, share=Percent(link.availability)) for link in levels.depends_on
    ]
    found = parts[0]
    for part in parts[1:]:
        found = message(N_("{one} × {two}"), one=found, two=part)
    return found
