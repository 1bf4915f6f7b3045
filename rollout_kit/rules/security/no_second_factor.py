"""SEC103."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import Judged, Lacks, Outcome, rule
from rollout_kit.description.continuity import Access, SecondFactor
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_

PATH = ("access", "second_factor")


@rule(
    "SEC103",
    "no-second-factor",
    title=N_("A password alone opens everything"),
    severity=Severity.BLOCKER,
    stage="description",
    message=N_("privileged accounts of {subject} work without a second factor"),
    remedy=N_("turn on the second factor for every privileged account of {subject}, shared ones too"),
    cure=Cure(id="enable-second-factor", text=N_("Turn on the second factor: {subject}"), minutes=30,
              further_minutes=15, owner="SL", before="p0.45"),
)  # fmt: skip
def no_second_factor(case: Case) -> Iterator[Outcome]:
    """A password alone opens everything.

    Fires for each side whose privileged accounts do not all have a second factor.

    One mail that asks for a password is enough, and the one who gives it away is an administrator.

    Not ready:

        [access]
        second_factor = { customer = true, provider = false }

    Ready:

        [access]
        second_factor = { customer = true, provider = true }

    Source: among the first steps to a safe channel, inty.com [E].
    """
    given = (case.rollout.access or Access()).second_factor or SecondFactor()
    sides = {
        "customer": (given.customer, case.rollout.customer.name),
        "provider": (given.provider, case.rollout.provider.name),
    }
    for side, (has_one, name) in sides.items():
        if has_one is None:
            yield Lacks((".".join((*PATH, side)),))
        else:
            yield Judged() if has_one else Violation((*PATH, side), {"subject": name})
