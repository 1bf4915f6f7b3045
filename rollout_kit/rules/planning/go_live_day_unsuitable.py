"""PLN102."""

from collections.abc import Iterator
from datetime import timedelta

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import Outcome, rule
from rollout_kit.assess.subject import name_of
from rollout_kit.finding import Severity, Violation
from rollout_kit.message import N_, Day, Message, message, plural_message
from rollout_kit.plan.model import PersonRef

KEY_ROLES = ("SO", "OL", "SL")  # service owner, operations lead, second level
FRIDAY = 4


@rule(
    "PLN102",
    "go-live-day-unsuitable",
    title=N_("Go-live falls on an unsuitable day"),
    severity=Severity.HIGH,
    stage="plan",
    message=N_("go-live on {day} is unsuitable: {reasons}"),
    remedy=N_("choose a Tuesday to Thursday on which service owner, operations lead and second level work"),
)
def go_live_day_unsuitable(case: Case) -> Iterator[Outcome]:
    """Go-live falls on an unsuitable day.

    Fires where the day is a Friday, the day before a holiday of either side, in a freeze of the customer, or a day on
    which nobody works who holds the role of service owner, operations lead or second level.

    What breaks on a Friday stays broken until Monday, and the first day needs those who decide and repair.

    Not ready:

        [rollout]
        go_live = 2027-02-12

    Ready:

        [rollout]
        go_live = 2027-02-10

    Source: our own [D].
    """
    reasons = tuple(_reasons(case))
    if reasons:
        yield Violation(("rollout", "go_live"), {"day": Day(case.plan.go_live), "reasons": reasons})


def _reasons(case: Case) -> Iterator[Message]:
    day = case.plan.go_live
    if day.weekday() == FRIDAY:
        yield message(N_("it is a Friday"))
    eve_of = [case.calendars.holiday_of(side, day + timedelta(days=1)) for side in ("customer", "provider")]
    if any(eve_of):
        yield message(N_("the day after is a holiday"))
    freeze = case.calendars.freeze_on(day)
    if freeze is not None:
        yield message(N_("the freeze lasts until {last}"), last=Day(freeze.ends_on))
    for names in _missing(case):
        yield plural_message(
            N_("{names} does not work that day"),
            N_("none of {names} works that day"),
            len(names),
            names=tuple(name_of(case.rollout, ref) for ref in names),
        )


def _missing(case: Case) -> Iterator[tuple[PersonRef, ...]]:
    """Those who hold a key role where none of them is there; the same people only once."""
    day = case.plan.go_live
    for holders in dict.fromkeys(case.cast.holders(role) for role in KEY_ROLES):
        if not any(sum(case.calendars.free_minutes(holder, day)) for holder in holders):
            yield holders
