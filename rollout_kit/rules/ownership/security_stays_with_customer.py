"""OWN105."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import Judged, Lacks, Outcome, rule
from rollout_kit.assess.subject import name_of, organisation_of
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_

SECURITY = ("security_incident", "legal_reporting", "access")


@rule(
    "OWN105",
    "security-stays-with-customer",
    title=N_("The customer has given away the responsibility for security"),
    severity=Severity.BLOCKER,
    stage="description",
    message=N_('"{subject}" has {names} accountable, who is not of the customer'),
    remedy=N_("name somebody of {customer} as accountable; the provider can still do the work"),
    cure=Cure(id="decide-accountable", text=N_("Decide who is accountable for {subject}"), minutes=30, owner="SO",
              before="p0.15"),
)  # fmt: skip
def security_stays_with_customer(case: Case) -> Iterator[Outcome]:
    """The customer has given away the responsibility for security.

    Fires where the accountable of security_incident, legal_reporting or access does not belong to the customer.

    Work can be handed to a provider, the responsibility for one's own data and for legal reports cannot.

    Not ready:

        [responsibilities]
        access = { accountable = "oser", responsible = ["meyer"] }

    Ready:

        [responsibilities]
        access = { accountable = "keller", responsible = ["meyer"] }

    Source: BSI OPS.2.3, responsibility stays with the customer [E].
    """
    for activity in SECURITY:
        line = case.rollout.activity_by_id.get(activity)
        if line is None:
            yield Lacks((f"responsibilities.{activity}",))
        elif not line.accountable:
            yield Lacks((f"responsibilities.{activity}.accountable",))
        else:
            others = [ref for ref in line.accountable if organisation_of(case.rollout, ref) != "customer"]
            yield (
                Violation(
                    ("responsibilities", activity),
                    {
                        "subject": activity,
                        "names": tuple(name_of(case.rollout, ref) for ref in others),
                        "customer": case.rollout.customer.name,
                    },
                    at=("responsibilities", activity, "accountable"),
                )
                if others
                else Judged()
            )
