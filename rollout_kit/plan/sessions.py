"""Training sessions: those fixed by hand, and as many more as the people need, one seat in ten kept for the ill."""

import math
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Literal

from rollout_kit.description.rollout import Rollout
from rollout_kit.description.training import FixedSession, Training
from rollout_kit.message import Duration
from rollout_kit.plan.model import ASSUMED_SEATS, Plan, Session, Stake, Task
from rollout_kit.plan.sketch import Sketch, Venue
from rollout_kit.playbook.model import BaseTask, Playbook

SETTING_UP_MINUTES = 15
MOST_ADDED = 40  # house value: the days before go-live hold fewer; TRN104 says how many there ought to be


def seats_needed(people: int) -> int:
    """Return how many seats so many people need: ceil(people x 1.1), one in ten kept for the ill."""
    return math.ceil(people * 11 / 10)


def seats_each(training: Training, rollout: Rollout) -> int:
    """Return how many one sitting seats: as the room does, else as assumed."""
    return room_seats(training, rollout) or ASSUMED_SEATS


def room_seats(training: Training, rollout: Rollout) -> int | None:
    """Return the seats of a training's room, None where no room says how many."""
    room = rollout.room_by_id.get(training.room or "")
    return room.seats or None if room else None


def fixed_seats(training: Training, rollout: Rollout) -> int:
    """Return the seats of the sessions fixed by hand; one without seats takes those of the room."""
    each = seats_each(training, rollout)
    return sum(each if session.seats is None else session.seats for session in training.sessions)


def sittings_to_add(training: Training, rollout: Rollout) -> int:
    """Return how many sittings a training for users needs beside the fixed ones.

    Where nobody knows how many people there are, it is what is fixed, else one.
    """
    if training.people is None:
        return 0 if training.sessions else 1
    missing = seats_needed(training.people) - fixed_seats(training, rollout)
    return max(0, math.ceil(missing / seats_each(training, rollout)))


def sittings(training: Training, rollout: Rollout) -> Sequence[FixedSession | None]:
    """Return the sittings of a training for users: the fixed ones, then one None per sitting to be planned."""
    return (*training.sessions, *[None] * min(MOST_ADDED, sittings_to_add(training, rollout)))


def first_day_of(training: Training, rollout: Rollout, go_live: date) -> date:
    """Return the day on which those who are taught begin to depend on the service.

    It is go-live, or for a training of a site the day of that site's first wave where it comes later.
    """
    waves = rollout.load.waves if rollout.load else ()
    of_site = [wave.date for wave in waves if training.site is not None and wave.site == training.site]
    return max(go_live, min(of_site, default=go_live))


def venue_of(training: Training, rollout: Rollout) -> Venue | None:
    """Return where a training takes place, None where nothing says so: in its room, at the room's site or its own."""
    room = rollout.room_by_id.get(training.room or "")
    site = (room.site if room else None) or training.site
    return Venue(room=room.id if room else None, site=site) if room or site else None


def lesson_of(task: BaseTask, rollout: Rollout) -> Training | None:
    """Return the training that a lesson of the playbook is given in: the first for its audience, one with a room first.

    Sessions for users are tasks of their own and no lessons.
    """
    trainings = [one for one in rollout.training or () if one.audience in task.teaches and task.per == "rollout"]
    return next((one for one in trainings if one.room), trainings[0] if trainings else None)


def has_stated_length(task: BaseTask, rollout: Rollout) -> bool:
    """Whether the description says how long all that a task teaches takes; False where it describes no training."""
    taught = [one for one in rollout.training or () if one.audience in task.teaches]
    return bool(taught) and all(one.duration is not None for one in taught)


def fixed_session(task: BaseTask, rollout: Rollout, playbook: Playbook) -> FixedSession | None:
    """Return the session that the description fixes for a lesson: the one of the same rank, None without one."""
    for training in rollout.training or ():
        if training.audience in task.teaches and training.sessions:
            ordered = sorted(training.sessions, key=lambda session: session.date)
            rank = playbook.lessons_for(training.audience).index(task.id)
            return ordered[rank] if rank < len(ordered) else None
    return None


def with_length(stakes: tuple[Stake, ...], duration: Duration) -> tuple[Stake, ...]:
    """Return the stakes of a session as long as the description says, setting up included; no plan shortens it."""
    minutes = round(duration.minutes) + SETTING_UP_MINUTES
    return tuple(Stake(person=stake.person, minutes=minutes, stands_in_for=stake.stands_in_for) for stake in stakes)


def sessions_of(rollout: Rollout, sketches: Sequence[Sketch], tasks: Sequence[Task]) -> tuple[Session, ...]:
    """Return every sitting of every training, by training and date: the fixed ones as written, the others as placed."""
    by_id = {task.id: task for task in tasks}
    found: list[Session] = []
    for training in rollout.training or ():
        mine = [sketch for sketch in sketches if _is_for(sketch, training)]
        drafted = {sketch.id: sketch for sketch in mine}
        planned = [
            _placed(training, sketch, by_id[sketch.id], day, rollout)
            for sketch in mine
            if not (sketch.is_by_hand and training.sessions) and sketch.id in by_id
            for day in by_id[sketch.id].dates
        ]
        fixed = list(_fixed(training, drafted, by_id, rollout))
        found += sorted((*fixed, *planned), key=lambda session: (session.date, session.half or 0))
    return tuple(found)


def seats_by(training: Training, plan: Plan, lessons: Sequence[str], by: date = date.max) -> int:
    """Return how many people the sessions of a training seat until a day, that day included.

    Where an audience has several lessons, everybody needs a seat in each. A lesson in several sittings counts when the
    last is over. Without room and seats a session for users has those assumed, any other seats all its people.
    """
    sessions = [session for session in plan.sessions if session.training == training.id]
    taught = [lesson for lesson in lessons if lesson in plan.task_by_id]
    if not taught:
        return sum(_seats(session, training) for session in sessions if session.date <= by)
    return min(_lesson_seats([one for one in sessions if _is_of(one, lesson)], training, by) for lesson in taught)


def taught_on(training: Training, plan: Plan) -> date | None:
    """Return the day by which nine in ten people of a training for users have had a seat, None without a session.

    Where too few have one, or nobody knows how many they are, it is the day of the last session.
    """
    seated = 0
    dated = sorted(
        (session for session in plan.sessions if session.training == training.id), key=lambda session: session.date
    )
    for session in dated:
        seated += _seats(session, training)
        if training.people is not None and seated * 10 >= training.people * 9:
            return session.date
    return dated[-1].date if dated else None


def _is_of(session: Session, lesson: str) -> bool:
    """Whether a session is a lesson, or the further sitting of one for those who never meet the others."""
    stem, _, number = (session.task or "").rpartition("-")
    return session.task == lesson or (stem == lesson and number.isdigit())


def _lesson_seats(sessions: Sequence[Session], training: Training, by: date) -> int:
    fixed = sum(_seats(session, training) for session in sessions if session.is_fixed and session.date <= by)
    planned = [session for session in sessions if not session.is_fixed]
    is_finished = bool(planned) and all(session.date <= by for session in planned)
    return fixed + (sum(_seats(session, training) for session in planned) if is_finished else 0)


def _seats(session: Session, training: Training) -> int:
    if session.seats is not None:
        return session.seats
    return ASSUMED_SEATS if training.audience == "users" else seats_needed(training.people or 0)


def _is_for(sketch: Sketch, training: Training) -> bool:
    """Whether a task is a session of the training, or else a lesson of all trainings of its audience."""
    if sketch.training is not None:
        return sketch.training == training.id
    return training.audience in sketch.teaches


def _fixed(
    training: Training, drafted: Mapping[str, Sketch], by_id: Mapping[str, Task], rollout: Rollout
) -> Iterator[Session]:
    ordered = sorted(range(len(training.sessions)), key=lambda number: training.sessions[number].date)
    for rank, number in enumerate(ordered):
        fixed = training.sessions[number]
        id = _task_of(training, number, rank, drafted)
        task = by_id.get(id or "")
        yield Session(
            training=training.id,
            date=fixed.date,
            seats=room_seats(training, rollout) if fixed.seats is None else fixed.seats,
            is_fixed=True,
            task=id,
            trainer=_trainer(training, task),
            room=training.room,
            half=_half(task, fixed.date),
            at=fixed.at,
        )


def _task_of(training: Training, number: int, rank: int, drafted: Mapping[str, Sketch]) -> str | None:
    """Return the task that a fixed session is: that of its number in the file, or the lesson of its rank by date."""
    lessons = [id for id, sketch in drafted.items() if sketch.training is None]
    if lessons:
        return lessons[rank % len(lessons)]
    return next((id for id, sketch in drafted.items() if id == f"{sketch.base_task}-{training.id}-{number + 1}"), None)


def _placed(training: Training, sketch: Sketch, task: Task, day: date, rollout: Rollout) -> Session:
    return Session(
        training=training.id,
        date=day,
        seats=room_seats(training, rollout),
        is_fixed=False,
        task=task.id,
        trainer=_trainer(training, task),
        room=training.room,
        half=_half(task, day),
        at=task.at,
    )


def _trainer(training: Training, task: Task | None) -> str | None:
    """Return who holds a session: the trainer named where the plan takes that time, else who does in the plan."""
    if task is None or not task.stakes:
        return training.trainer
    if training.audience == "users":
        return task.stakes[0].person
    return training.trainer if training.trainer in [stake.person for stake in task.stakes] else task.lead


def _half(task: Task | None, day: date) -> Literal[0, 1] | None:
    return next((booking.half for booking in task.bookings if booking.date == day), None) if task else None
