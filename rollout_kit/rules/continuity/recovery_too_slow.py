"""CON101."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from math import ceil

from rollout_kit.assess.case import Case
from rollout_kit.assess.moments import length, moment
from rollout_kit.assess.promises import Chain, chain_of, working_times
from rollout_kit.assess.rule import OWN_WORDS, Judged, Lacks, Outcome, rule
from rollout_kit.calendars.downtime import most_lost
from rollout_kit.calendars.times import Times
from rollout_kit.finding import Cure, KeyPath, Severity, Violation
from rollout_kit.message import N_, Duration, Message, message

LOOKED_BEYOND = timedelta(days=30)  # house value: what breaks within the watched days is mended by then
PROVIDER = ("service_levels", "P1", "provider", "resolution")
RESTORE = ("continuity", "last_restore_test", "took")


@rule(
    "CON101",
    "recovery-too-slow",
    title=N_("The service comes back later than it has to"),
    severity=Severity.HIGH,
    worst=Severity.BLOCKER,
    stage="description",
    message=OWN_WORDS,
    remedy=N_("agree on a faster recovery, or on a longer RTO than {rto} and how users work until then"),
    cure=Cure(id="speed-recovery", text=N_("Speed up the recovery: {subject}"), minutes=90, further_minutes=30,
              owner="SL", before="p0.60"),
)  # fmt: skip
def recovery_too_slow(case: Case) -> Iterator[Outcome]:
    """The service comes back later than it has to.

    Fires where the provider's resolution of a P1, or the time that the last restore took, exceeds `continuity.rto`.
    Where the provider counts business hours, it also fires where users can lose more than the RTO of their own hours
    (`customer.hours`) until the provider's clock has run so long: with the nights, weekends and holidays that neither
    its hours nor an on-call covers, from go-live to 60 days after it. A blocker at the tier critical, else high.

    An RTO that nobody's contract can keep is a wish. It has to be proven, not only set.

    Not ready:

        [continuity]
        rto = "8 h"
        last_restore_test = { date = 2027-01-20, scope = "system", took = "9 h" }

    Ready:

        [continuity]
        rto = "8 h"
        last_restore_test = { date = 2027-01-20, scope = "system", took = "8 h" }

    Source: a restore of 8 h with an RTO of 4 h is the usual example, ismslite [E]; an RTO is to be verified, AWS
    operational readiness review [T]; the reading of business hours is ours [D].
    """
    severity = Severity.BLOCKER if case.rollout.about.tier == "critical" else Severity.HIGH
    continuity = case.rollout.continuity
    if continuity is None or continuity.rto is None:
        yield Lacks(("continuity.rto",), worst=severity)
        return
    rto, test = continuity.rto, continuity.last_restore_test
    yield _provider(case, rto, severity)
    if test is None or test.took is None:
        yield Lacks((".".join(RESTORE),), worst=severity)
    elif test.took.minutes > rto.minutes:
        fault = message(N_("the last restore took {took}, and the RTO is {rto}"), took=test.took, rto=rto)
        yield _violation(RESTORE, message(N_("the restore")), fault, rto, severity)
    else:
        yield Judged()


def _provider(case: Case, rto: Duration, severity: Severity) -> Outcome:
    chain = chain_of(case.rollout, "P1", "resolution")
    if chain.provided is None:
        return Lacks(tuple(key for key in chain.lacking if _is_of_provider(key)), worst=severity)
    fault = _fault(chain.provided, rto) if chain.provided > rto.minutes else None
    if fault is None and chain.provider_clock != "calendar":
        keys = _unknown(case, chain)
        if keys:
            return Lacks(keys, worst=severity)
        fault = _fault_of_clock(case, chain.provided, rto)
    if fault is None:
        return Judged()
    return _violation(PROVIDER, message(N_("the provider's P1")), fault, rto, severity)


def _is_of_provider(key: str) -> bool:
    return key.startswith(("service_levels.P1.provider", "provider."))


def _unknown(case: Case, chain: Chain) -> tuple[str, ...]:
    """Return the keys without which nobody knows how long a business clock takes."""
    rollout = case.rollout
    is_business = chain.provider_clock == "business"
    is_open = is_business and working_times(case.coverage) is None
    lacking = {
        "service_levels.P1.provider.clock": chain.provider_clock is None,
        "provider.hours": is_open and rollout.provider.hours is None,
        "on_call.hours": is_open and rollout.on_call is not None and rollout.on_call.hours is None,
        "customer.hours": is_business and rollout.customer.hours is None,
    }
    return tuple(key for key, is_lacking in lacking.items() if is_lacking)


def _fault(provided: float, rto: Duration) -> Message:
    text = N_("by contract a P1 is solved within {resolution}, and the RTO is {rto}")
    return message(text, resolution=length(provided), rto=rto)


def _fault_of_clock(case: Case, provided: float, rto: Duration) -> Message | None:
    """Return what is wrong where closed hours make a resolution longer than it is written."""
    coverage = case.coverage
    beyond = replace(coverage, last=coverage.last + LOOKED_BEYOND)
    relied_on, working = beyond.service or Times(), working_times(beyond) or Times()
    worst = most_lost(relied_on, working, ceil(provided), coverage.service or Times())
    if worst is None or worst.lost <= rto.minutes:
        return None
    return message(
        N_(
            "by contract a P1 is solved within {resolution} of business hours: what breaks {broken} is back {back}, "
            "users lose {lost} of their hours, and the RTO is {rto}"
        ),
        resolution=length(provided),
        broken=moment(worst.broken_at, coverage.zone),
        back=moment(worst.back_at, coverage.zone),
        lost=length(worst.lost),
        rto=rto,
    )


def _violation(path: KeyPath, subject: Message, fault: Message, rto: Duration, severity: Severity) -> Violation:
    return Violation(path, {"subject": subject, "rto": rto, "fault": fault}, severity)
