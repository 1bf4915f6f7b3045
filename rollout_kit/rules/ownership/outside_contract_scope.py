"""OWN108."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import Lacks, NotApplicable, Outcome, rule
from rollout_kit.assess.subject import listed, organisation_of
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, message

MOST_NAMED = 6  # house value: how many activities a sentence can carry
PATH = ("provider", "contract", "scope")


@rule(
    "OWN108",
    "outside-contract-scope",
    title=N_("The provider is to do what its contract does not cover"),
    severity=Severity.HIGH,
    stage="description",
    message=N_("{n} of {total} activities that {provider} does is not in the scope of its contract: {names}"),
    plural=N_("{n} of {total} activities that {provider} does are not in the scope of its contract: {names}"),
    remedy=N_("add them to the contract with their price, or let {customer} do them"),
    cure=Cure(id="amend-contract", text=N_("Amend the contract: {subject}"), minutes=60, further_minutes=30,
              owner="OL", before="g-6"),
)  # fmt: skip
def outside_contract_scope(case: Case) -> Iterator[Outcome]:
    """The provider is to do what its contract does not cover.

    Fires once for all activities of the playbook's catalogue that are listed with somebody of the provider as
    responsible and do not stand in `provider.contract.scope`. Vendors have contracts of their own, and an activity of
    your own has no line that could be compared.

    Both sides thought that it was in the contract, until the first invoice for it, or the first night without it.

    Not ready:

        [responsibilities]
        legal_reporting = { accountable = "weber", responsible = ["oser"] }

    Ready:

        [responsibilities]
        legal_reporting = { accountable = "weber", responsible = ["keller"] }

    Source: "everyone thought it was in scope", onboardmap [E].
    """
    catalogue = [activity.id for activity in case.playbook.activities]
    lines = [case.rollout.activity_by_id[id] for id in catalogue if id in case.rollout.activity_by_id]
    done = [
        line.id
        for line in lines
        if any(organisation_of(case.rollout, ref) == "provider" for ref in line.responsible or ())
    ]
    contract = case.rollout.provider.contract
    if not lines:
        yield Lacks(("responsibilities",))
    elif not any(line.responsible for line in lines):
        yield Lacks(("responsibilities.*.responsible",))
    elif not done:
        yield NotApplicable()
    elif contract is None or contract.scope is None:
        yield Lacks(("provider.contract.scope",))
    elif outside := [id for id in done if id not in contract.scope]:
        yield Violation(
            PATH,
            {
                "subject": message(N_("scope of services")),
                "n": len(outside),
                "total": len(done),
                "provider": case.rollout.provider.name,
                "customer": case.rollout.customer.name,
                "names": listed(outside, MOST_NAMED),
            },
        )
