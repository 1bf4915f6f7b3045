"""SEC107."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import OWN_WORDS, Lacks, NotApplicable, Outcome, rule
from rollout_kit.description.continuity import Access
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, message

PATH = ("access", "processing_agreement")


@rule(
    "SEC107",
    "no-processing-agreement",
    title=N_("Personal data are processed without an agreement"),
    severity=Severity.BLOCKER,
    stage="description",
    message=OWN_WORDS,
    remedy=N_("sign the agreement on {kickoff} at the latest, and give {provider} no access before"),
    cure=Cure(id="sign-processing", text=N_("Sign the processing agreement: {subject}"), minutes=30, owner="SO",
              before="task:kickoff"),
)  # fmt: skip
def no_processing_agreement(case: Case) -> Iterator[Outcome]:
    """Personal data are processed without an agreement.

    Fires where `personal_data` is true and no `processing_agreement` is dated by the kickoff, after which the provider
    gets its first access. Where no personal data are processed, it does not apply.

    Without it every access of the provider passes on data without a right to. It is the first thing an authority asks.

    Not ready:

        [access]
        personal_data = true
        processing_agreement = 2027-01-12

    Ready:

        [access]
        personal_data = true
        processing_agreement = 2027-01-11

    Source: general knowledge, as in article 28 of the GDPR [E]; the kickoff as first access is ours [D].
    """
    access = case.rollout.access or Access()
    if access.personal_data is None:
        yield Lacks(("access.personal_data",))
        return
    if not access.personal_data:
        yield NotApplicable()
        return
    signed, kickoff, provider = access.processing_agreement, case.rollout.about.kickoff, case.rollout.provider.name
    if signed is None:
        fault = message(
            N_("personal data are processed, and no agreement with {provider} is signed"), provider=provider
        )
    elif signed > kickoff:
        fault = message(
            N_("the agreement with {provider} on personal data is signed on {signed}, after the kickoff on {kickoff}"),
            provider=provider, signed=signed, kickoff=kickoff,
        )  # fmt: skip
    else:
        return
    yield Violation(PATH, {"subject": provider, "provider": provider, "kickoff": kickoff, "fault": fault})
