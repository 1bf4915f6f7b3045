"""SLA104."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.moments import length, moment
from rollout_kit.assess.rule import Lacks, Outcome, rule
from rollout_kit.calendars.clocks import longest_gap
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, message

PATH = ("customer", "hours")


@rule(
    "SLA104",
    "uncovered-hours",
    title=N_("In some hours users rely on the service, and nobody is there for it"),
    severity=Severity.HIGH,
    worst=Severity.BLOCKER,
    stage="description",
    message=N_(
        "users rely on the service for {needed} a week, and somebody is there for {covered} of them: "
        "{needed} − {covered} = {open} open, the longest stretch from {first} to {end}"
    ),
    remedy=N_("cover these hours with the desk, the provider or an on-call, or tell users that nobody answers then"),
    cure=Cure(id="cover-hours", text=N_("Cover the open hours: {subject}"), minutes=60, further_minutes=20, owner="OL",
              before="g-6"),
)  # fmt: skip
def uncovered_hours(case: Case) -> Iterator[Outcome]:
    """In some hours users rely on the service, and nobody is there for it.

    Fires where the hours of `customer.hours` in an ordinary week are not all covered by the service desk, the provider
    and the on-call together; a blocker at the tier critical. Service Mon-Sat 06:00-22:00 is 96 hours, support Mon-Fri
    09:00-17:00 is 40: 56 are open. Hours of two time zones are laid over each other in the week of go-live.

    The outage does not ask for the opening hours. Who finds nobody at 18:30 calls whomever he knows.

    Not ready:

        [customer]
        hours = "Mon-Fri 08:00-20:01"

    Ready:

        [customer]
        hours = "Mon-Fri 08:00-20:00"

    Source: critical cases are covered outside hours and on weekends too, guide of Dynamics 365 [E].
    """
    severity = Severity.BLOCKER if case.rollout.about.tier == "critical" else Severity.HIGH
    week = case.ordinary_week
    if week.service is None:
        yield Lacks((".".join(PATH),), worst=severity)
        return
    known = [times for times in (week.desk, week.provider, week.on_call) if times is not None]
    left = longest_gap(week.service, known)
    if left.longest is None:
        return
    lacking = _unknown(case)
    if lacking:
        yield Lacks(lacking, worst=severity)
        return
    first, end = (moment(minute, week.zone) for minute in left.longest)
    yield Violation(
        PATH,
        {
            "subject": message(N_("{open} a week"), open=length(left.minutes)),
            "needed": length(week.service.minutes),
            "covered": length(week.service.minutes - left.minutes),
            "open": length(left.minutes),
            "first": first,
            "end": end,
        },
        severity,
    )


def _unknown(case: Case) -> tuple[str, ...]:
    """Return the hours that are not stated, of those who are there: they might cover what is left."""
    rollout, week = case.rollout, case.ordinary_week
    unknown = {
        "support.L1.hours": "L1" in rollout.support_by_id and week.desk is None,
        "provider.hours": week.provider is None,
        "on_call.hours": rollout.on_call is not None and week.on_call is None,
    }
    return tuple(key for key, is_unknown in unknown.items() if is_unknown)
