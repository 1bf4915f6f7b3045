"""PIL103."""

from collections.abc import Iterator
from datetime import date, timedelta

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import OWN_WORDS, Judged, Lacks, NotApplicable, Outcome, rule
from rollout_kit.description.tryout import Pilot
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, Day, message, plural_message
from rollout_kit.rules.pilot_scope import needs_no_pilot

LEAST_DAYS = 10  # ryanconsulting (E): two weeks measure the first enthusiasm
LEAST_AFTER = 5  # house value: working days in which what was learnt can be changed
ONE_DAY = timedelta(days=1)


@rule(
    "PIL103",
    "pilot-too-short",
    title=N_("The pilot is too short, or ends too late to learn from"),
    severity=Severity.MEDIUM,
    stage="description",
    message=OWN_WORDS,
    remedy=N_("begin and end it earlier; where the plan is too short for that, say in its report what it cannot show"),
    cure=Cure(id="widen-pilot", text=N_("Widen the pilot: {subject}"), minutes=45, further_minutes=10, owner="SO",
              before="p0.35"),
)  # fmt: skip
def pilot_too_short(case: Case) -> Iterator[Outcome]:
    """The pilot is too short, or ends too late to learn from.

    Fires where the pilot takes fewer than 10 working days of the customer, its first and last counted, and where fewer
    than 5 lie between its end and go-live, neither counted. Up to 14 users need no pilot: it does not apply. Without a
    pilot, or without its dates, it is not tested.

    In the first week everybody tries, in the second they work. What they tell then has to be built in before go-live.

    Not ready:

        [pilot]
        from = 2027-01-20
        to = 2027-02-01

    Ready:

        [pilot]
        from = 2027-01-19
        to = 2027-02-01

    Source: two weeks measure the first enthusiasm only, ryanconsulting [E]; the five days are ours [D].
    """
    if needs_no_pilot(case.rollout):
        yield NotApplicable()
        return
    pilot = case.rollout.pilot or Pilot()
    first, last = pilot.starts_on, pilot.ends_on
    if first is None or last is None:
        wanted = {"pilot.from": first, "pilot.to": last}
        yield Lacks(tuple(key for key, value in wanted.items() if value is None))
    else:
        yield _length(case, first, last)
    if last is not None:
        yield _margin(case, last)


def _length(case: Case, first: date, last: date) -> Outcome:
    days = len(case.calendars.working_days("customer", first, last))
    if days >= LEAST_DAYS:
        return Judged()
    fault = plural_message(
        N_("the pilot from {first} to {last} takes {n} working day; {least} are the least"),
        N_("the pilot from {first} to {last} takes {n} working days; {least} are the least"),
        days, first=Day(first), last=Day(last), least=LEAST_DAYS,
    )  # fmt: skip
    return Violation(("pilot", "from"), {"subject": message(N_("length of the pilot")), "fault": fault})


def _margin(case: Case, last: date) -> Outcome:
    days = len(case.calendars.working_days("customer", last + ONE_DAY, case.go_live - ONE_DAY))
    if days >= LEAST_AFTER:
        return Judged()
    fault = plural_message(
        N_("the pilot ends on {last} and leaves {n} working day before go-live on {go_live}; {least} are the least"),
        N_("the pilot ends on {last} and leaves {n} working days before go-live on {go_live}; {least} are the least"),
        days, last=Day(last), go_live=Day(case.go_live), least=LEAST_AFTER,
    )  # fmt: skip
    return Violation(("pilot", "to"), {"subject": message(N_("end of the pilot")), "fault": fault})
