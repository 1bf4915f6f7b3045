"""CAP105."""

import math
from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import OWN_WORDS, Lacks, NotApplicable, Outcome, rule
from rollout_kit.capacity.defaults import PHONE_SHARE
from rollout_kit.description.load import Load, SupportLevel
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, Duration, Message, Parameter, Percent, Unit, message, plural_message
from rollout_kit.rules.desk_load import DeskFigures, desk_figures, people_at_desk, users_at_once
from rollout_kit.rules.peak_hour import PeakHour, phone_share

PATH = ("support", "L1")


@rule(
    "CAP105",
    "phone-target-missed",
    title=N_("In the peak hour callers wait longer than they are promised"),
    severity=Severity.MEDIUM,
    stage="description",
    message=OWN_WORDS,
    remedy=N_("have {needed} people on the phone in that hour, or offer to call back"),
    cure=Cure(id="raise-roster", text=N_("Raise the roster of the service desk"), minutes=60, further_minutes=15,
              owner="OL", before="g-6"),
)  # fmt: skip
def phone_target_missed(case: Case) -> Iterator[Outcome]:
    """In the peak hour callers wait longer than they are promised.

    Fires where, by Erlang C, fewer callers than `load.channels.phone.target` says are answered in its time; without a
    target, 80 % in 60 s. The peak hour is that of the busiest weekday after go-live: the users and tickets a day of
    CAP101 x the phone's share x 5 x the share of `busiest_weekday` (0.24 of a week) x `peak_hour_share` (0.15). People
    are the staff of L1 less shrinkage, in whole people, one at least; where they have `hours_per_week`, the part of the
    desk's hours in which they are there. Without a phone among the channels it does not apply.

    An hour's calls do not come one after the other. Where everybody is just busy enough, every second caller waits.

    Not ready:

        [customer]
        users = 400

        [support.L1]
        staff = 2

    Ready:

        [customer]
        users = 400

        [support.L1]
        staff = 8

    Source: Erlang C; 80 % in 20 s is the convention of call centres, callcentrehelper [E], 60 s for a small desk are
    ours [D].
    """
    load = case.rollout.load or Load()
    share = phone_share(load)
    if load.channels and share is None:
        is_there = any(channel.id == "phone" for channel in load.channels)
        yield Lacks(("load.channels.phone.share",)) if is_there else NotApplicable()
        return
    users, desk = users_at_once(case.rollout), case.rollout.support_by_id.get("L1")
    if users is None or desk is None or desk.staff is None:
        lacking = {"customer.users": users, "support.L1.staff": desk and desk.staff}
        yield Lacks(tuple(key for key, value in lacking.items() if value is None))
        return
    figures = desk_figures(users, load)
    hour = PeakHour.of(figures, load, PHONE_SHARE if share is None else share)
    yield from _judged(hour, figures, desk, desk.staff)


def _judged(hour: PeakHour, figures: DeskFigures, desk: SupportLevel, staff: float) -> Iterator[Outcome]:
    people = people_at_desk(desk, staff)
    answered = hour.answered(people)
    if hour.is_met(answered):
        if figures.unstated and not hour.is_met(hour.answered_at_worst(people)):
            yield Lacks(figures.unstated)
        return
    needed = hour.people_needed()
    parameters: dict[str, Parameter] = {
        "subject": message(N_("the phone in the peak hour")),
        "needed": needed if needed is not None else message(N_("many more")),
        "fault": _fault(hour, staff, people, answered),
    }
    yield Violation(PATH, parameters, rests_on_assumption=figures.is_assumed, at=(*PATH, "staff"))


def _fault(hour: PeakHour, staff: float, people: int, answered: float | None) -> Message:
    given: dict[str, Parameter] = {
        "staff": round(staff, 1),
        "calls": round(hour.calls, 1),
        "minutes": Duration(amount=round(hour.minutes, 1), unit=Unit.MINUTE),
        "target": Percent(hour.target.share),
        "within": hour.target.within,
    }
    if answered is None:
        work = round(hour.calls * hour.minutes / 60, 1)
        return plural_message(
            N_(
                "the peak hour brings {calls} calls × {minutes} = {work} hours of talk, and a roster of {staff} leaves "
                "{n} person on the phone"
            ),
            N_(
                "the peak hour brings {calls} calls × {minutes} = {work} hours of talk, and a roster of {staff} leaves "
                "{n} people on the phone"
            ),
            people, work=work, **given,
        )  # fmt: skip
    return plural_message(
        N_(
            "a roster of {staff} leaves {n} person on the phone, who answers {answered} of {calls} calls × {minutes} "
            "in the peak hour within {within}; the target is {target}"
        ),
        N_(
            "a roster of {staff} leaves {n} people on the phone, who answer {answered} of {calls} calls × {minutes} "
            "in the peak hour within {within}; the target is {target}"
        ),
        people, answered=Percent(math.floor(100 * answered) / 100), **given,
    )  # fmt: skip
