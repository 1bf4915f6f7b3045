"""Scheduling: gives every drafted task its days, and says how it came out."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from rollout_kit.description.rollout import Rollout
from rollout_kit.plan.chain import critical_chain, latest_ends
from rollout_kit.plan.fit import Place
from rollout_kit.plan.ground import Placement
from rollout_kit.plan.model import LeftOut, PersonRef, Plan, Proof, Stake, State, Task
from rollout_kit.plan.place import SEED, Placer, restarts_for
from rollout_kit.plan.sessions import sessions_of
from rollout_kit.plan.sketch import Draft, Sketch

_AMISS = (State.LATE, State.UNPLACED)


def schedule(draft: Draft, rollout: Rollout, *, tries: int | None = None) -> Plan:
    """Return the plan of a draft. Nothing lies outside a person's time; what found no place says so.

    `tries`: so many at most. What is found with few is found with more, since they begin alike.
    """
    placer = Placer(draft)
    best = placer.best(tries)
    proof = placer.proof(best)
    tasks = _ordered([_task(sketch, best, placer) for sketch in _told(draft.sketches, best.places)], draft)
    waits_for = {sketch.id: sketch.usually_after or [one.task for one in sketch.after] for sketch in draft.sketches}
    chain = critical_chain(tasks, waits_for)
    ends = latest_ends(tasks, draft.frame)
    tasks = tuple(replace(task, is_critical=task.id in chain, latest_end=ends.get(task.id)) for task in tasks)
    frame = draft.frame
    return Plan(
        kickoff=frame.kickoff,
        first_day=frame.first_day,
        last_day=frame.last_day,
        days=frame.days,
        go_live=frame.go_live,
        go_live_is_default=frame.go_live_is_default,
        second_half_from=frame.second_half_from,
        length=frame.length,
        size=draft.size,
        tasks=tasks,
        later=draft.later,
        left_out=_worth_saying(draft.left_out, draft.sketches),
        sessions=sessions_of(rollout, draft.sketches, tasks),
        weeks=placer.diary.weeks(),
        test_days=frame.test_days,
        cured=draft.cured,
        improvement=draft.improvement,
        proof=_of_told(proof, tasks),
        skipped=draft.skipped,
        seed=SEED,
        restarts=restarts_for(len(draft.sketches)),
    )


def _of_told(proof: Proof | None, tasks: Sequence[Task]) -> Proof | None:
    """Return the proof, its open tasks those that the plan shows."""
    shown = {task.id for task in tasks}
    return proof and replace(proof, open_tasks=tuple(id for id in proof.open_tasks if id in shown))


def _told(sketches: Sequence[Sketch], places: Mapping[str, Place]) -> list[Sketch]:
    """Return the sketches; of the sessions of a training that found no place only the first: TRN104 counts them."""
    homeless: set[str] = set()
    told: list[Sketch] = []
    for sketch in sketches:
        is_surplus = sketch.training is not None and not sketch.is_by_hand and sketch.id not in places
        if not is_surplus or sketch.training not in homeless:
            told.append(sketch)
        if is_surplus:
            homeless.add(str(sketch.training))
    return told


def _task(sketch: Sketch, placement: Placement, placer: Placer) -> Task:
    place, last = placement.places.get(sketch.id), sketch.spans[-1]
    lead, stakes = _held_by(sketch, place)
    dates = tuple(dict.fromkeys(placer.diary.day(slot) for slot in place.slots)) if place else ()
    state = _state(sketch, dates, placer)
    held_up_by = placer.held_up_by(sketch, placement) if state in _AMISS else None
    return Task(
        id=sketch.id,
        origin=sketch.origin,
        step=sketch.step,
        name=sketch.name,
        proof=sketch.proof,
        reason=sketch.reason,
        lead=lead,
        stakes=stakes,
        bookings=place.bookings(placer.diary) if place else (),
        dates=dates,
        at=sketch.at,
        earliest=sketch.spans[0].earliest,
        aim=last.aim,
        limit=last.limit,
        after=tuple(before.task for before in sketch.after),
        state=state,
        held_up_by=held_up_by,
        blamed=_blamed(sketch, placement, placer) if state in _AMISS and held_up_by is None else None,
        landmark=sketch.landmark,
        training=sketch.training,
        is_sitting=sketch.is_sitting,
        is_series=sketch.is_series,
        is_test=sketch.is_test,
        is_milestone=sketch.is_milestone,
        is_shortened=sketch.is_shortened,
        needs_extra=sketch.needs_extra,
        codes=sketch.codes,
        causes=sketch.causes,
        chapters=sketch.chapters,
        audience=sketch.audience,
    )


def _held_by(sketch: Sketch, place: Place | None) -> tuple[PersonRef, tuple[Stake, ...]]:
    """Return lead and stakes, those of whoever of several trainers the session fell to."""
    if place is None or len(sketch.trainers) < 2:
        return sketch.lead, sketch.stakes
    trainer = place.pieces[0][0]
    lead = trainer if sketch.lead in sketch.trainers else sketch.lead
    return lead, tuple(replace(stake, person=trainer, stands_in_for=None) for stake in sketch.stakes)


def _state(sketch: Sketch, dates: Sequence[date], placer: Placer) -> State:
    if not dates:
        return State.UNPLACED
    if dates[0] > placer.frame.last_day:
        return State.AFTER_PLAN
    is_late = not sketch.is_series and dates[-1] > sketch.spans[0].aim
    return State.LATE if is_late else State.PLACED


def _blamed(sketch: Sketch, placement: Placement, placer: Placer) -> PersonRef | None:
    """Return the person whose time ran out.

    None where more time would not help: no day is left, a freeze covers them all, or a room is taken; and where all
    who take part have time, but never together.
    """
    if sketch.needs_extra or not _has_open_days(sketch, placer):
        return None
    if sketch.venue is not None and placer.has_time_for(sketch):
        return None
    return placer.short_of_time(sketch, placement)


def _has_open_days(sketch: Sketch, placer: Placer) -> bool:
    calendars = placer.frame.calendars
    days = calendars.working_days("customer", sketch.spans[0].earliest, sketch.spans[-1].limit)
    if sketch.is_by_hand or not days:
        return sketch.is_by_hand
    return not sketch.is_blocked_by_freeze or any(calendars.freeze_on(day) is None for day in days)


def _ordered(tasks: Sequence[Task], draft: Draft) -> tuple[Task, ...]:
    far = draft.frame.booked_until + timedelta(days=1)
    rank = {sketch.id: number for number, sketch in enumerate(draft.sketches)}
    return tuple(sorted(tasks, key=lambda task: (task.ends_on or far, task.starts_on or far, rank[task.id])))


def _worth_saying(left_out: Sequence[LeftOut], sketches: Sequence[Sketch]) -> tuple[LeftOut, ...]:
    """Return what was left out, without tasks that were to be shortened and that this rollout does not have."""
    drafted = {sketch.base_task for sketch in sketches}
    return tuple(item for item in left_out if item.manner != "shortened" or item.id in drafted)
