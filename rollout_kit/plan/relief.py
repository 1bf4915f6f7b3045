"""Where not everything finds its place: which single change of the description would help, and which would not.

Every change is planned anew as a whole, with the same seed, so that two of them can be compared.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rollout_kit.calendars.calendars import Calendars
from rollout_kit.description.people import Absence, Person
from rollout_kit.description.rollout import Rollout
from rollout_kit.finding import KeyPath
from rollout_kit.plan.cast import Cast
from rollout_kit.plan.model import TO_BE_NAMED, PersonRef, Plan, State
from rollout_kit.plan.proposal import Planner, good_days, with_go_live

MORE_SHARE = 0.2  # house value: a day a week more
LONGEST_PLAN_DAYS = 30
MOST_PEOPLE = 4  # house value: those whose weeks hold most up
MOST_ABSENCES = 4  # house value


@dataclass(frozen=True, slots=True, kw_only=True)
class MoreShare:
    """Somebody gives the rollout more of the working time: shares of one, in ordinary weeks."""

    person: PersonRef
    share: float
    instead_of: float


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceMoved:
    """Somebody is there on the days (inclusive) on which an absence is written."""

    person: PersonRef
    starts_on: date
    ends_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class LaterGoLive:
    """Go-live on a later day."""

    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class LongerPlan:
    """A plan of more days, go-live on its last working day as it is today."""

    days: int


Change = MoreShare | AbsenceMoved | LaterGoLive | LongerPlan


@dataclass(frozen=True, slots=True, kw_only=True)
class Relief:
    """A change, the key that it is about, and what is left of the trouble with it.

    `homeless` counts tasks without a place and `late` those past their aim, with the change; `spared` are the ids of
    tasks that have no place today and one with it.
    """

    change: Change
    path: KeyPath
    homeless: int
    late: int
    spared: tuple[str, ...]


def reliefs(rollout: Rollout, plan: Plan, calendars: Calendars, cast: Cast, replan: Planner) -> tuple[Relief, ...]:
    """Return the single changes tried, the best first, also those that help nothing; none where all has its place.

    `replan` plans a rollout anew. What is placed only late counts less than what has no place at all.
    """
    homeless = _homeless(plan)
    if not homeless:
        return ()
    tried = [
        _relief(change, path, homeless, replan(changed))
        for change, path, changed in _changes(rollout, plan, calendars, cast)
    ]
    return tuple(sorted(tried, key=lambda relief: (relief.homeless, relief.late)))


def _relief(change: Change, path: KeyPath, before: Sequence[str], plan: Plan) -> Relief:
    after = _homeless(plan)
    return Relief(
        change=change,
        path=path,
        homeless=len(after),
        late=sum(task.state is State.LATE for task in plan.tasks),
        spared=tuple(id for id in before if id not in after),
    )


def _homeless(plan: Plan) -> tuple[str, ...]:
    return tuple(task.id for task in plan.homeless)


_Changed = tuple[Change, KeyPath, Rollout]


def _changes(rollout: Rollout, plan: Plan, calendars: Calendars, cast: Cast) -> Iterator[_Changed]:
    people = _narrow(plan, rollout)
    yield from _more_shares(rollout, people, cast)
    yield from _absences_moved(rollout, people, plan)
    yield from _later(rollout, plan, calendars)
    if plan.days < LONGEST_PLAN_DAYS and plan.go_live_is_default:
        about = rollout.about.model_copy(update={"days": LONGEST_PLAN_DAYS})
        longer = rollout.model_copy(update={"about": about})
        yield LongerPlan(days=LONGEST_PLAN_DAYS), ("rollout", "days"), longer


def _narrow(plan: Plan, rollout: Rollout) -> tuple[PersonRef, ...]:
    """Return those who hold most tasks up, then those who take part in them: the fewest of them can help."""
    held: dict[PersonRef, int] = {}
    for task in plan.tasks:
        if task.state is not State.UNPLACED or task.needs_extra:
            continue
        for stake in task.stakes:
            held[stake.person] = held.get(stake.person, 0) + (10 if stake.person == task.blamed else 1)
    known = [ref for ref in held if ref in rollout.person_by_id and ref not in TO_BE_NAMED.values()]
    return tuple(sorted(known, key=lambda ref: (-held[ref], ref))[:MOST_PEOPLE])


def _more_shares(rollout: Rollout, people: Sequence[PersonRef], cast: Cast) -> Iterator[_Changed]:
    for ref in people:
        today = cast.share(ref)
        share = min(1.0, round(today + MORE_SHARE, 2))
        if share > today:
            in_week = max(share, cast.share(ref, in_go_live_week=True))
            changed = _with_person(rollout, ref, {"share": share, "go_live_share": in_week})
            yield MoreShare(person=ref, share=share, instead_of=today), ("people", ref, "share"), changed


def _absences_moved(rollout: Rollout, people: Sequence[PersonRef], plan: Plan) -> Iterator[_Changed]:
    last = max(plan.last_day, plan.go_live)
    during = [
        (ref, number, absence)
        for ref in people
        for number, absence in enumerate(rollout.person_by_id[ref].absences)
        if absence.starts_on <= last and absence.ends_on >= plan.first_day
    ]
    for ref, number, absence in sorted(during, key=_longest_first)[:MOST_ABSENCES]:
        left = tuple(each for each in rollout.person_by_id[ref].absences if each is not absence)
        change = AbsenceMoved(person=ref, starts_on=absence.starts_on, ends_on=absence.ends_on)
        yield change, ("people", ref, "absences", number), _with_person(rollout, ref, {"absences": left})


def _longest_first(item: tuple[PersonRef, int, Absence]) -> tuple[timedelta, PersonRef, int]:
    ref, number, absence = item
    return absence.starts_on - absence.ends_on, ref, number


def _later(rollout: Rollout, plan: Plan, calendars: Calendars) -> Iterator[_Changed]:
    """Yield go-live a week later, and on the first day that is known to do."""
    week_later = next((day for day in good_days(plan, calendars) if (day - plan.go_live).days >= 7), None)
    for day in sorted({day for day in (week_later, plan.fits_on) if day is not None}):
        yield LaterGoLive(day=day), ("rollout", "go_live"), with_go_live(rollout, day)


def _with_person(rollout: Rollout, ref: PersonRef, update: dict[str, object]) -> Rollout:
    def changed(person: Person) -> Person:
        return person.model_copy(update=update) if person.id == ref else person

    return rollout.model_copy(update={"people": tuple(changed(person) for person in rollout.people)})
