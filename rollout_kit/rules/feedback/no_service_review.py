"""FBL104."""

from collections.abc import Iterator
from datetime import timedelta

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import OWN_WORDS, Lacks, Outcome, rule
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, Day, Parameter, message

FIRST = timedelta(days=30)  # after go-live, mspoutpost (E)
SECOND = timedelta(days=90)  # after go-live, mspoutpost (E)


@rule(
    "FBL104",
    "no-service-review",
    title=N_("Nobody looks back after one month and after three"),
    severity=Severity.MEDIUM,
    stage="description",
    message=OWN_WORDS,
    remedy=N_("put a monthly service review into the calendars of both houses: {first}, {second}, and on"),
    cure=Cure(id="date-it", text=N_("Put it in the calendar: {subject}"), minutes=15, further_minutes=5, owner="OL",
              before="g-6"),
)  # fmt: skip
def no_service_review(case: Case) -> Iterator[Outcome]:
    """Nobody looks back after one month and after three.

    Fires where no round of `feedback` is held every month, beginning 30 days after go-live at the latest: then one lies
    near go-live + 30 days and one near go-live + 90. The format has no other sign of a service review. A monthly round
    without `from` cannot be judged.

    The review after ninety days is the one that is left out most, and the first that has figures to look at.

    Not ready:

        [[feedback]]
        name = "Service review"
        every = "month"
        from = 2027-03-12

    Ready:

        [[feedback]]
        name = "Service review"
        every = "month"
        from = 2027-03-11

    Source: the ninetieth day is skipped most, mspoutpost [E].
    """
    first, second = case.go_live + FIRST, case.go_live + SECOND
    monthly = [(index, each) for index, each in enumerate(case.rollout.feedback) if each.every == "month"]
    if any(each.starts_on is not None and each.starts_on <= first for _, each in monthly):
        return
    lacking = tuple(f"feedback.{index}.from" for index, each in monthly if each.starts_on is None)
    if lacking:
        yield Lacks(lacking)
        return
    days = {"first": first, "second": second}
    proposed = {name: Day(case.calendars.add_working_days(day, 0)) for name, day in days.items()}
    parameters: dict[str, Parameter] = {"subject": message(N_("service review")), **proposed}
    late = min(((each.starts_on, index, each.name) for index, each in monthly if each.starts_on), default=None)
    if late is None:
        text = N_("no round is held every month that could be the service review of {first} and {second}")
        yield Violation(("feedback",), {**parameters, "fault": message(text, **proposed)})
        return
    day, index, name = late
    fault = message(
        N_('the monthly "{round}" begins on {day}; the first service review is due by {first}, 30 days after go-live'),
        round=name, day=Day(day), first=Day(first),
    )  # fmt: skip
    yield Violation(("feedback", index), {**parameters, "fault": fault}, at=("feedback", index, "from"))
