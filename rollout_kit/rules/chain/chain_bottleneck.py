"""CHN104."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rollout_kit.assess.case import Case
from rollout_kit.assess.moments import length
from rollout_kit.assess.rule import OWN_WORDS, Judged, Lacks, Outcome, rule
from rollout_kit.calendars.keeper import keeper_of
from rollout_kit.calendars.presence import HALF_DAY_MINUTES, afternoon_of, morning_of
from rollout_kit.calendars.presence import length as minutes_of
from rollout_kit.description.improvement import Interface
from rollout_kit.description.rollout import Rollout
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, Message, Percent, message, plural_message
from rollout_kit.rules.durations import DIGITS
from rollout_kit.rules.hand_overs import both, hand_over

MOST_TIMES = 10  # house value: so many times its work may work wait
WEEKDAYS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class _Measured:
    """A hand-over of which is known how long work waits there and how long it is worked at, in minutes."""

    index: int
    interface: Interface
    wait: float
    work: float


@rule(
    "CHN104",
    "chain-bottleneck",
    title=N_("Work piles up at one place of the chain"),
    severity=Severity.MEDIUM,
    stage="description",
    message=OWN_WORDS,
    remedy=N_("start an experiment at this hand-over, with a hypothesis, a measure and an end"),
    cure=Cure(id="note-improvement", text=N_("Enter in the improvement register: {subject}"), minutes=0,
              owner="owner-of:improvement", before="after:30"),
)  # fmt: skip
def chain_bottleneck(case: Case) -> Iterator[Outcome]:
    """Work piles up at one place of the chain.

    Fires for the hand-over with the largest share of the chain's lead time (the sum of `wait` and `work` of all
    interfaces) where work waits more than 10 times as long as it is worked at. Fires also for every hand-over at which
    more work arrives than its people finish: `arrivals_per_week` x `work` is more than the working hours of all who
    stand behind `to`. By Little's law the pile then grows without end. The people are taken with their whole week, at
    most 8 hours a day: they surely have no more. How many people a vendor has is not known.

    A chain is as fast as its slowest hand-over. Whoever works faster elsewhere only makes that pile higher.

    Not ready:

        [[interfaces]]
        from = "desk"
        to = "engineers"
        arrivals_per_week = 20
        wait = "201 min"
        work = "20 min"

    Ready:

        [[interfaces]]
        from = "desk"
        to = "engineers"
        arrivals_per_week = 20
        wait = "200 min"
        work = "20 min"

    Source: bottlenecks in chains of teams, practice of supply chains for digital products [E]; 10 times is ours [D].
    """
    if not case.rollout.interfaces:
        yield Lacks(("interfaces",))
        return
    for index, interface in enumerate(case.rollout.interfaces):
        yield _flow(case, index, interface)
    yield from _longest(case, tuple(_measured(case.rollout)))


def _measured(rollout: Rollout) -> Iterator[_Measured]:
    for index, each in enumerate(rollout.interfaces):
        if each.wait is not None and each.work is not None:
            yield _Measured(index=index, interface=each, wait=each.wait.minutes, work=each.work.minutes)


def _longest(case: Case, measured: Sequence[_Measured]) -> Iterator[Outcome]:
    total = sum(each.wait + each.work for each in measured)
    longest = max(measured, key=lambda each: each.wait + each.work, default=None)
    if longest is None or round(longest.wait - MOST_TIMES * longest.work, DIGITS) <= 0:
        return
    names, path = both(case, longest.interface), ("interfaces", longest.index)
    part = longest.wait + longest.work
    fault = message(
        N_(
            "work takes {total} through the chain, {part} of it ({share}) from {giver} to {taker}: it waits {wait} for "
            "{work} of work, more than {most} × {work} = {limit}"
        ),
        total=length(total), part=length(part), share=Percent(round(part / total, 2)), wait=length(longest.wait),
        work=length(longest.work), most=MOST_TIMES, limit=length(MOST_TIMES * longest.work), **names,
    )  # fmt: skip
    yield Violation(path, {"subject": hand_over(case, longest.interface), "fault": fault}, at=(*path, "wait"))


def _flow(case: Case, index: int, interface: Interface) -> Outcome:
    """Judge whether the people behind a hand-over finish what arrives."""
    place, people = f"interfaces.{index}", _people_behind(case.rollout, interface.taker)
    lacking = [f"{place}.{key}" for key in ("arrivals_per_week", "wait", "work") if getattr(interface, key) is None]
    if people == ():
        lacking.append(f"teams.{interface.taker}.members")
    if lacking or interface.arrivals_per_week is None or interface.work is None:
        return Lacks(tuple(lacking))
    needed = round(interface.arrivals_per_week * interface.work.minutes, DIGITS)
    held = None if people is None else sum(_minutes_a_week(case.rollout, person) for person in people)
    if people is None or held is None or needed <= held:
        return Judged()
    path = ("interfaces", index)
    fault = _overrun(case, interface, len(people), needed, held)
    return Violation(path, {"subject": hand_over(case, interface), "fault": fault}, at=(*path, "arrivals_per_week"))


def _overrun(case: Case, interface: Interface, people: int, needed: float, held: float) -> Message:
    assert interface.arrivals_per_week is not None
    assert interface.work is not None
    return plural_message(
        N_(
            "{arrivals} a week × {work} = {needed} of work from {giver} to {taker}, where {n} person has {held} a "
            "week: the pile grows by {rest} every week"
        ),
        N_(
            "{arrivals} a week × {work} = {needed} of work from {giver} to {taker}, where {n} people have {held} a "
            "week: the pile grows by {rest} every week"
        ),
        people, arrivals=interface.arrivals_per_week, work=interface.work, needed=length(round(needed, 2)),
        held=length(held), rest=length(round(needed - held, 2)), **both(case, interface),
    )  # fmt: skip


def _people_behind(rollout: Rollout, taker: str) -> tuple[str, ...] | None:
    """Return who takes the work; None for a vendor, whose people are not known."""
    team = rollout.team_by_id.get(taker)
    if team is not None:
        return team.members
    return (taker,) if taker in rollout.person_by_id else None


def _minutes_a_week(rollout: Rollout, person: str) -> int:
    hours = keeper_of(rollout, person).hours
    minutes = 0
    for weekday in range(WEEKDAYS):
        spans = [(stretch.starts_at, stretch.ends_at) for stretch in hours.on(weekday)]
        minutes += min(HALF_DAY_MINUTES, minutes_of(morning_of(spans)))
        minutes += min(HALF_DAY_MINUTES, minutes_of(afternoon_of(spans)))
    return minutes
