"""SLA113."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import Lacks, NotApplicable, Outcome, rule
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, Duration, Unit, message

SHIFT_HOURS = 12  # Google SRE (E)
MOST_A_SHIFT = 2  # Google SRE (E)
HOURS_EACH = 6  # with cause, repair and what follows: Google SRE (E)
WEEKS_A_MONTH = 30 / 7
DIGITS = 6  # so that the limit itself is not over it


@rule(
    "SLA113",
    "on-call-overloaded",
    title=N_("The on-call is called out too often"),
    severity=Severity.MEDIUM,
    stage="description",
    message=N_(
        "call-outs take {incidents} × {work} = {load} of {hours} on call a month; they are {each} in 12 hours, "
        "and {most} are the most"
    ),
    remedy=N_("mend what calls most often, raise the threshold of its alarms, or put a second person on call"),
    cure=Cure(id="cover-hours", text=N_("Cover the open hours: {subject}"), minutes=60, further_minutes=20, owner="OL",
              before="g-6"),
)  # fmt: skip
def on_call_overloaded(case: Case) -> Iterator[Outcome]:
    """The on-call is called out too often.

    Fires where `on_call.incidents_per_month` come to more than 2 in 12 hours on call, or their work at 6 hours each,
    with finding the cause and what follows, is more than the hours of all who are on call at the same time (`slots`).
    A month is 30 days of the hours of `on_call.hours`. Without an on-call there is nothing to judge, unless the tier is
    critical.

    Who is woken every night repairs nothing by day, and leaves.

    Not ready:

        [on_call]
        hours = "24x7"
        incidents_per_month = 121

    Ready:

        [on_call]
        hours = "24x7"
        incidents_per_month = 120

    Source: two incidents in a shift of 12 hours, 6 hours of work each, Google SRE [E].
    """
    on_call = case.rollout.on_call
    if on_call is None:
        yield Lacks(("on_call",)) if case.rollout.about.tier == "critical" else NotApplicable()
        return
    incidents = on_call.incidents_per_month
    if on_call.hours is None or incidents is None:
        lacking = {"on_call.hours": on_call.hours, "on_call.incidents_per_month": incidents}
        yield Lacks(tuple(key for key, value in lacking.items() if value is None))
        return
    hours = on_call.hours.minutes_a_week / 60 * WEEKS_A_MONTH
    each, load = incidents / (hours / SHIFT_HOURS), incidents * HOURS_EACH
    if round(each, DIGITS) <= MOST_A_SHIFT and round(load, DIGITS) <= round(hours * on_call.slots, DIGITS):
        return
    yield Violation(
        ("on_call",),
        {
            "subject": message(N_("call-outs")),
            "incidents": incidents,
            "hours": Duration(amount=round(hours, 1), unit=Unit.HOUR),
            "each": round(each, 2),
            "work": Duration(amount=HOURS_EACH, unit=Unit.HOUR),
            "load": Duration(amount=round(load, 1), unit=Unit.HOUR),
            "most": MOST_A_SHIFT,
        },
        at=("on_call", "incidents_per_month"),
    )
