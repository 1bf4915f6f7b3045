"""SLA109."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.moments import length, moment
from rollout_kit.assess.rule import Lacks, Outcome, rule
from rollout_kit.calendars.keeper import Side
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, message
from rollout_kit.rules.reachable import reachable, rests_on_our_hours

SIDES: tuple[Side, ...] = ("customer", "provider")


@rule(
    "SLA109",
    "nobody-reachable",
    title=N_("In some hours of the service nobody of one side can be reached by phone"),
    severity=Severity.HIGH,
    worst=Severity.BLOCKER,
    stage="description",
    message=N_(
        "nobody of {house} can be reached by phone in {open} of the {needed} in which users rely on the service in the "
        "first 60 days, first from {first} to {end}"
    ),
    remedy=N_("name a person with a number for these hours, a deputy in absences, or somebody on call"),
    cure=Cure(id="cover-hours", text=N_("Cover the open hours: {subject}"), minutes=60, further_minutes=20, owner="OL",
              before="g-6"),
)  # fmt: skip
def nobody_reachable(case: Case) -> Iterator[Outcome]:
    """In some hours of the service nobody of one side can be reached by phone.

    Fires for the customer and for the provider where, in an hour of `customer.hours` from go-live to 60 days after it,
    nobody of that side can be reached by phone: of those in `escalation` with `by = "phone"`, of the first two levels
    of support, and of the on-call. Reached is who has a number, in the own hours (a customer's person, where none are
    stated, Mon-Fri 08:00-17:00), less absences and days off; a team in its hours; vendors count for the provider. A
    blocker at the tier critical.

    It takes two for an outage: one who repairs, and one who may decide. A ladder without a telephone is a drawing.

    Not ready:

        [people.keller]
        absences = [{ from = 2027-02-15, to = 2027-02-15 }]

        [teams.desk]
        phone = ""

    Ready:

        [people.keller]
        absences = [{ from = 2027-02-15, to = 2027-02-15 }]

        [teams.desk]
        phone = "+41 44 555 02 00"

    Source: every step names a contact and the answer to expect, guide to runbooks [E].
    """
    severity = Severity.BLOCKER if case.rollout.about.tier == "critical" else Severity.HIGH
    service = case.coverage.service
    if service is None:
        yield Lacks(("customer.hours",), worst=severity)
        return
    for side in SIDES:
        is_assumed = rests_on_our_hours(case.rollout, side)
        left = service - reachable(case.coverage, side)
        lacking = _lacking(case, side, is_assumed=is_assumed, is_covered=not left)
        if lacking:
            yield Lacks(lacking, worst=severity)
        if lacking or not left:
            continue
        house = (case.rollout.customer if side == "customer" else case.rollout.provider).name
        first, end = (moment(minute, case.coverage.zone) for minute in left.stretches[0])
        yield Violation(
            (side, "hours"),
            {
                "subject": message(N_("phone of {house}"), house=house),
                "house": house,
                "open": length(left.minutes),
                "needed": length(service.minutes),
                "first": first,
                "end": end,
            },
            severity,
            rests_on_assumption=is_assumed,
        )


def _lacking(case: Case, side: Side, *, is_assumed: bool, is_covered: bool) -> tuple[str, ...]:
    """Return the keys without which a side cannot be judged: who is called, and when a provider's people work."""
    if side == "provider" and is_assumed:
        return ("provider.hours",)
    return ("escalation",) if not case.rollout.escalation and not is_covered else ()
