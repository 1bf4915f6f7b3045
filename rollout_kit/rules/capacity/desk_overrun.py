"""CAP101."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import Lacks, Outcome, rule
from rollout_kit.assess.subject import spread
from rollout_kit.description.load import Channel, Load, SupportLevel
from rollout_kit.description.quantities import Range, WeekHours
from rollout_kit.description.rollout import Rollout
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, message

TICKETS_PER_USER_MONTH = Range(low=0.5, likely=1.1, high=2.0)  # house value, between 0.4 and 2.0 of published figures
GOLIVE_FACTOR = Range(low=1.2, likely=1.4, high=3.0)  # likely: +42 % over 150 rollouts, Intelliteach 2011 (A-)
PHONE_MINUTES = Range(low=8.0, likely=12.0, high=20.0)  # house value, with notes; chat is taken alike
TICKET_MINUTES = Range(low=10.0, likely=20.0, high=45.0)  # house value
PHONE_SHARE = 0.6  # house value: the rest are tickets
SPOKEN = ("phone", "chat")
WORKING_DAYS_A_MONTH = 21
WORKING_DAYS_A_WEEK = 5
PRODUCTIVE_HOURS = 5.0  # a day, where neither hours nor hours a week are stated; ftworks (E)
SHRINKAGE = 0.30  # most usual answer of 170 planners, SWPP 2024 (A-)
MOST_USED = 1.20  # house value: above it a blocker
ROUNDING = 9  # digits, so that the limit itself is not over it


@dataclass(frozen=True, slots=True, kw_only=True)
class _Figures:
    """What a day after go-live brings: users, contacts, minutes for each; and whether any of it was stated."""

    users: int
    tickets: Range[float]
    factor: Range[float]
    minutes: Range[float]
    unstated: tuple[str, ...]
    is_assumed: bool

    def hours_a_day(self, bound: str) -> float:
        """Return the work of one day, for `low`, `likely` or `high` figures."""
        tickets, factor, minutes = (getattr(figure, bound) for figure in (self.tickets, self.factor, self.minutes))
        return float(self.users * tickets / WORKING_DAYS_A_MONTH * factor * minutes / 60)

    def hours_at_worst(self) -> float:
        """Return the likely work of one day, with the high figure wherever ours stands for one that is not stated."""
        keys = ("load.tickets_per_user_month", "load.golive_factor", "load.channels")
        ours = zip(keys, (self.tickets, self.factor, self.minutes), strict=True)
        tickets, factor, minutes = (one.high if key in self.unstated else one.likely for key, one in ours)
        return self.users * tickets / WORKING_DAYS_A_MONTH * factor * minutes / 60


@rule(
    "CAP101",
    "desk-overrun",
    title=N_("The service desk has fewer hours than go-live brings it work"),
    severity=Severity.HIGH,
    worst=Severity.BLOCKER,
    stage="description",
    message=N_("go-live brings the service desk {need} hours of work a day, and it has {hours}"),
    remedy=N_("add people or hours to the roster for the first weeks, or go live in smaller waves than {users} users"),
    cure=Cure(id="raise-roster", text=N_("Raise the roster of the service desk"), minutes=60, further_minutes=15,
              owner="OL", before="g-6"),
)  # fmt: skip
def desk_overrun(case: Case) -> Iterator[Outcome]:
    """The service desk has fewer hours than go-live brings it work.

    Fires where the users of the largest wave (else all users) x tickets per user and month / 21 x the go-live factor
    x the mean handling time exceed the hours of L1: staff x (hours per week / 5, else the length of its hours)
    x (1 - shrinkage), or 5 productive hours a person where neither is stated. A blocker above 120 %, else high.

    A queue that grows on the first morning is what users remember of a rollout. Figures of the load that are not
    stated are ours: 1.1 tickets per user and month (0.5 to 2.0), go-live factor 1.4 (1.2 to 3), 12 minutes a call,
    20 minutes a ticket, 60 % calls, shrinkage 30 %. A desk that holds with these likely figures and not with the high
    ones is not tested: leaving a figure out must not make a rollout ready.

    Not ready:

        [customer]
        users = 400

    Ready:

        [customer]
        users = 400

        [support.L1]
        staff = 6

    Source: hours of work against hours of people, 5 productive hours a day, ftworks [E]; the limits are ours [D].
    """
    users, desk = _users(case.rollout), case.rollout.support_by_id.get("L1")
    if users is None or desk is None or desk.staff is None:
        lacking = {"customer.users": users, "support.L1.staff": desk and desk.staff}
        yield Lacks(tuple(key for key, value in lacking.items() if value is None))
        return
    figures = _figures(users, case.rollout.load or Load())
    need, hours = round(figures.hours_a_day("likely"), ROUNDING), _hours_of(desk, desk.staff)
    if need <= hours:
        if figures.unstated and round(figures.hours_at_worst(), ROUNDING) > hours:
            yield Lacks(figures.unstated)
        return
    yield Violation(
        ("support", "L1"),
        {
            "subject": message(N_("the service desk")),
            "need": spread(figures.hours_a_day("low"), need, figures.hours_a_day("high")),
            "hours": round(hours, 2),
            "users": users,
        },
        Severity.BLOCKER if need > round(MOST_USED * hours, ROUNDING) else Severity.HIGH,
        rests_on_assumption=figures.is_assumed,
        at=("support", "L1", "staff"),
    )


def _users(rollout: Rollout) -> int | None:
    waves = rollout.load.waves if rollout.load else ()
    return max((wave.users for wave in waves), default=rollout.users)


def _hours_of(desk: SupportLevel, staff: float) -> float:
    """Hours a day that the desk has for contacts."""
    if desk.hours_per_week is not None:
        each = desk.hours_per_week / WORKING_DAYS_A_WEEK
    elif desk.hours is not None:
        each = _length(desk.hours)
    else:
        return staff * PRODUCTIVE_HOURS
    shrinkage = SHRINKAGE if desk.shrinkage is None else desk.shrinkage
    return round(staff * each * (1 - shrinkage), ROUNDING)


def _length(hours: WeekHours) -> float:
    """Hours of a mean day of those on which the desk is open."""
    days = {stretch.weekday for stretch in hours.stretches}
    return hours.minutes_a_week / 60 / len(days)


def _figures(users: int, load: Load) -> _Figures:
    handling = [channel.handling for channel in load.channels]
    stated = {
        "load.tickets_per_user_month": load.tickets_per_user_month is not None,
        "load.golive_factor": load.golive_factor is not None,
        "load.channels": any(handling),
    }
    return _Figures(
        users=users,
        tickets=load.tickets_per_user_month or TICKETS_PER_USER_MONTH,
        factor=load.golive_factor or GOLIVE_FACTOR,
        minutes=_mean(load.channels or _usual_channels()),
        unstated=tuple(key for key, is_stated in stated.items() if not is_stated),
        is_assumed=not any(stated.values()),
    )


def _usual_channels() -> tuple[Channel, ...]:
    return (Channel(id="phone", share=PHONE_SHARE), Channel(id="ticket", share=1 - PHONE_SHARE))


def _mean(channels: Sequence[Channel]) -> Range[float]:
    """Minutes a contact, the channels weighed by their shares; where none has a share, alike."""
    weights = [channel.share or 0.0 for channel in channels]
    if not sum(weights):
        weights = [1.0] * len(channels)
    each = [_minutes(channel) for channel in channels]
    low, likely, high = (
        sum(weight * getattr(minutes, bound) for weight, minutes in zip(weights, each, strict=True)) / sum(weights)
        for bound in ("low", "likely", "high")
    )
    return Range(low=low, likely=likely, high=high)


def _minutes(channel: Channel) -> Range[float]:
    if channel.handling is None:
        return PHONE_MINUTES if channel.id in SPOKEN else TICKET_MINUTES
    stated = channel.handling
    return Range(low=stated.low.minutes, likely=stated.likely.minutes, high=stated.high.minutes)
