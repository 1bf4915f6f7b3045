"""SEC101."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import Lacks, Outcome, rule
from rollout_kit.finding import Severity, Violation
from rollout_kit.message import N_, message

PATH = ("access", "own_emergency_admin")


@rule(
    "SEC101",
    "no-own-emergency-admin",
    title=N_("The customer cannot get into its own systems without the provider"),
    severity=Severity.BLOCKER,
    stage="description",
    message=N_("{customer} has no administrator of its own that {provider} does not control"),
    remedy=N_("create an emergency account, seal it in an envelope at {customer}, and try it once"),
)
def no_own_emergency_admin(case: Case) -> Iterator[Outcome]:
    """The customer cannot get into its own systems without the provider.

    Fires where `[access]` does not say that there is an `own_emergency_admin`: an administrator of the customer's own,
    out of the provider's control.

    Quarrel, bankruptcy or one wrong deletion at the provider, and the owner of the data stands before the door.

    Not ready:

        [access]
        own_emergency_admin = false

    Ready:

        [access]
        own_emergency_admin = true

    Source: the deleted global administrator is a known disaster of exits, cybersheath [E].
    """
    access = case.rollout.access
    if access is None:
        yield Lacks((".".join(PATH),))
    elif not access.own_emergency_admin:
        houses = {"customer": case.rollout.customer.name, "provider": case.rollout.provider.name}
        yield Violation(PATH, {"subject": message(N_("emergency administrator")), **houses})
