"""SEC106."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import Judged, Lacks, NotApplicable, Outcome, rule
from rollout_kit.description.organisations import SubProvider
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_

PATH = ("provider", "sub_providers")


@rule(
    "SEC106",
    "sub-provider-unbound",
    title=N_("A company behind the provider has access and no duties"),
    severity=Severity.HIGH,
    stage="description",
    message=N_('"{subject}" has access, and the duties of {provider} are not passed on to it'),
    remedy=N_("have {provider} pass the same duties on to {subject}, and keep a register of all that have access"),
    cure=Cure(id="amend-contract", text=N_("Amend the contract: {subject}"), minutes=60, further_minutes=30,
              owner="OL", before="g-6"),
)  # fmt: skip
def sub_provider_unbound(case: Case) -> Iterator[Outcome]:
    """A company behind the provider has access and no duties.

    Fires for each of `provider.sub_providers` that has `access` and not the `same_duties`. Where the provider has none,
    an empty list says so; where there is no list, it is not known who has access.

    The customer's contract binds one company. Attackers look for the one behind it.

    Not ready:

        [provider]
        sub_providers = [{ name = "CloudBackup AG", access = true, same_duties = false }]

    Ready:

        [provider]
        sub_providers = [{ name = "CloudBackup AG", access = true, same_duties = true }]

    Source: BSI OPS.3.2.A3, duties of sub-contractors [E].
    """
    known = case.rollout.provider.sub_providers
    if known is None or (not known and case.whole.provider.sub_providers):
        yield Lacks((".".join(PATH),))
    elif not known:
        yield NotApplicable()
    for index, company in enumerate(known or ()):
        yield _judged(index, company, case.rollout.provider.name)


def _judged(index: int, company: SubProvider, provider: str) -> Outcome:
    path = (*PATH, index)
    if company.access is None:
        return Lacks((f"provider.sub_providers.{index}.access",))
    if not company.access or company.same_duties:
        return Judged()
    if company.same_duties is None:
        return Lacks((f"provider.sub_providers.{index}.same_duties",))
    return Violation(path, {"subject": company.name, "provider": provider}, at=(*path, "same_duties"))
