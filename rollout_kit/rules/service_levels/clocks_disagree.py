"""SLA103."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.moments import length, moment
from rollout_kit.assess.promises import Chain, chains, not_listed, working_times, worst_wait
from rollout_kit.assess.rule import Judged, Lacks, Outcome, rule
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, message


@rule(
    "SLA103",
    "clocks-disagree",
    title=N_("Users are promised hours of the calendar, and the provider counts business hours"),
    severity=Severity.HIGH,
    worst=Severity.BLOCKER,
    stage="description",
    message=N_(
        "{priority}: whoever asks on {asked} waits until {answered}: "
        "closed {closed} + {provider} {response} = {total}; promised to users are {promise} of the calendar"
    ),
    remedy=N_("have somebody on call in these hours, or promise users business hours too"),
    cure=Cure(id="align-promises", text=N_("Align the promise: {subject}"), minutes=60, further_minutes=20, owner="OL",
              before="p0.50"),
)  # fmt: skip
def clocks_disagree(case: Case) -> Iterator[Outcome]:
    """Users are promised hours of the calendar, and the provider counts business hours.

    Fires for a priority whose promise to users runs on the calendar and whose contract on business hours, where at some
    moment of the first 60 days the time that nobody works and the provider's response together take longer than the
    response promised; a blocker for P1. Nobody works in hours that are neither the provider's nor those of an on-call;
    holidays close the provider, not the on-call. From Friday 17:00 to Monday 08:00 it is 63 hours.

    Four hours are four hours for the user, and three days on a Friday afternoon.

    Not ready:

        [service_levels.P1]
        promised = { response = "30 min", resolution = "5 h", clock = "calendar" }

    Ready:

        [service_levels.P1]
        promised = { response = "30 min", resolution = "5 h", clock = "calendar" }

        [on_call]
        hours = "24x7"

    Source: the same term ends on different days by calendar, product documentation of motadata [E].
    """
    for id in not_listed(case.rollout):
        yield Lacks((f"service_levels.{id}",), worst=_severity(id))
    for chain in chains(case.rollout, "response"):
        yield _judged(case, chain)


def _judged(case: Case, chain: Chain) -> Outcome:
    if chain.clock == "business" or chain.provider_clock == "calendar":
        return Judged()
    lacking = (*_clocks(chain), *chain.lacking, *_hours(case))
    parts = tuple(key for key in dict.fromkeys(lacking) if not key.endswith(".handover"))
    worst = worst_wait(chain, case.coverage) if not parts else None
    if worst is None or chain.promise is None:
        return Lacks(parts or ("provider.hours",), worst=_severity(chain.priority))
    if worst.wait.minutes <= chain.promise or not worst.closed:
        return Judged()
    zone = case.coverage.zone
    return Violation(
        ("service_levels", chain.priority),
        {
            "subject": message(N_("clocks of {priority}"), priority=chain.priority),
            "priority": chain.priority,
            "asked": moment(worst.wait.asked_at, zone),
            "answered": moment(worst.wait.answered_at, zone),
            "closed": length(worst.closed),
            "provider": case.rollout.provider.name,
            "response": length(chain.provided or 0.0),
            "total": length(worst.wait.minutes),
            "promise": length(chain.promise),
        },
        _severity(chain.priority),
        at=("service_levels", chain.priority, "promised", "clock"),
    )


def _clocks(chain: Chain) -> tuple[str, ...]:
    """Return the clocks that are not stated and might disagree."""
    at = f"service_levels.{chain.priority}"
    clocks = {f"{at}.promised.clock": chain.clock, f"{at}.provider.clock": chain.provider_clock}
    return tuple(key for key, clock in clocks.items() if clock is None)


def _hours(case: Case) -> tuple[str, ...]:
    """Return the hours that are not stated and might close a gap."""
    if working_times(case.coverage) is not None:
        return ()
    rollout = case.rollout
    lacking = {"provider.hours": rollout.provider.hours is None}
    lacking["on_call.hours"] = rollout.on_call is not None and rollout.on_call.hours is None
    return tuple(key for key, is_lacking in lacking.items() if is_lacking)


def _severity(priority: str) -> Severity:
    return Severity.BLOCKER if priority == "P1" else Severity.HIGH
