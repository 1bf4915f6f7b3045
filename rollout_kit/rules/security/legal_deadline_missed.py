"""SEC105."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.legal_clocks import KEYS, LegalClock, applies, clocks_known_for, countries_of
from rollout_kit.assess.rule import Judged, Lacks, NotApplicable, Outcome, rule
from rollout_kit.description.continuity import Access
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, Duration, Unit, message
from rollout_kit.rules.durations import minutes_of, total

PROPOSED = Duration(amount=8, unit=Unit.HOUR)  # house value: notice that leaves time to decide
PATH = ("provider", "incident_notice")


@rule(
    "SEC105",
    "legal-deadline-missed",
    title=N_("The legal deadline has passed before anybody has decided"),
    severity=Severity.BLOCKER,
    stage="description",
    message=N_("{notice} until the provider tells + {decision} to decide = {sum}, and the law gives {limit} ({clock})"),
    remedy=N_("agree with {provider} on a notice of {proposed} or less, and decide on a report within what is left"),
    cure=Cure(id="shorten-notice", text=N_("Shorten the notice of incidents: {subject}"), minutes=45, owner="SO",
              before="task:legal-page"),
)  # fmt: skip
def legal_deadline_missed(case: Case) -> Iterator[Outcome]:
    """The legal deadline has passed before anybody has decided.

    Fires where `provider.incident_notice` + `access.decision_time` exceeds the shortest legal deadline that applies in
    the customer's country or that of a site. Known are: Switzerland, critical infrastructure, 24 hours to the national
    cyber security centre; the EU, critical infrastructure, 24 hours for the early warning of NIS2; EU, Iceland,
    Liechtenstein, Norway and the United Kingdom, personal data, 72 hours. Where none of them applies, where the law
    gives no number (Switzerland, personal data: as soon as possible), and in a country for which no deadline is known
    here, the rule does not apply: ask a lawyer there.

    The clock runs from the moment in which somebody could know, and the provider knows first.

    Not ready:

        [customer]
        region = "DE-BY"
        critical_infrastructure = false

        [provider]
        incident_notice = "48 h"

        [access]
        personal_data = true
        decision_time = "25 h"

    Ready:

        [customer]
        region = "DE-BY"
        critical_infrastructure = false

        [provider]
        incident_notice = "48 h"

        [access]
        personal_data = true
        decision_time = "24 h"

    Source: Swiss Information Security Act, ncsc.admin.ch [E]; NIS2 article 23 [E]; GDPR article 33 [T]; Swiss data
    protection act article 24 [T]; checked on the days that the list of clocks names.
    """
    if not countries_of(case.rollout):
        yield Lacks(("customer.region",))
        return
    known = [clock for clock in clocks_known_for(case.rollout) if clock.limit is not None]
    unsaid = dict.fromkeys(KEYS[clock.needs] for clock in known if applies(clock, case.rollout) is None)
    if unsaid:
        yield Lacks(tuple(unsaid))
    due = [clock for clock in known if applies(clock, case.rollout)]
    if due:
        yield _judged(case, min(due, key=_limit))
    elif not unsaid:
        yield NotApplicable()


def _judged(case: Case, clock: LegalClock) -> Outcome:
    notice, decision = case.rollout.provider.incident_notice, (case.rollout.access or Access()).decision_time
    if notice is None or decision is None or clock.limit is None:
        lacking = {"provider.incident_notice": notice, "access.decision_time": decision}
        return Lacks(tuple(key for key, value in lacking.items() if value is None))
    needed = (notice, decision)
    if minutes_of(needed) <= clock.limit.minutes:
        return Judged()
    return Violation(
        PATH,
        {
            "subject": message(N_("legal deadline of {limit}"), limit=clock.limit),
            "notice": notice,
            "decision": decision,
            "sum": total(needed),
            "limit": clock.limit,
            "clock": clock.name,
            "provider": case.rollout.provider.name,
            "proposed": PROPOSED,
        },
    )


def _limit(clock: LegalClock) -> float:
    return clock.limit.minutes if clock.limit else 0.0
