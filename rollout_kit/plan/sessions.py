"""Training sessions: fixed by hand, else as many as the room's seats ask for."""

import math
from collections.abc import Sequence
from datetime import date

from rollout_kit.description.rollout import Rollout
from rollout_kit.description.training import FixedSession, Training
from rollout_kit.message import Duration
from rollout_kit.plan.model import Session, Stake, Task
from rollout_kit.plan.seats import SHORTENED
from rollout_kit.plan.sketch import Sketch
from rollout_kit.playbook.model import BaseTask, Playbook

SETTING_UP_MINUTES = 15
SHORT_SESSION_MINUTES = 45
QUARTER = 15


def sittings(training: Training, rollout: Rollout) -> Sequence[FixedSession | None]:
    """Return the sittings of a training for users: the fixed ones, else one None per sitting to be planned."""
    if training.sessions:
        return training.sessions
    room = rollout.room_by_id.get(training.room or "")
    if room is None or room.seats == 0 or training.people is None:
        return [None]
    return [None] * max(1, math.ceil(training.people / room.seats))


def fixed_date(task: BaseTask, rollout: Rollout, playbook: Playbook) -> date | None:
    """Return the date that the description fixes for a lesson: the session of the same rank, None without one."""
    for training in rollout.training or ():
        if training.audience in task.teaches and training.sessions:
            dates = sorted(session.date for session in training.sessions)
            rank = playbook.lessons_for(training.audience).index(task.id)
            return dates[rank] if rank < len(dates) else None
    return None


def with_length(stakes: tuple[Stake, ...], duration: Duration, *, is_short: bool) -> tuple[Stake, ...]:
    """Return the stakes of a session of its own length, setting up included.

    A short plan cuts an hour to 45 minutes, and what is longer to 60 per cent.
    """
    taught = round(duration.minutes)
    if is_short:
        taught = min(taught, max(SHORT_SESSION_MINUTES, math.ceil(taught * SHORTENED / QUARTER) * QUARTER))
    minutes = taught + SETTING_UP_MINUTES
    return tuple(Stake(person=stake.person, minutes=minutes, stands_in_for=stake.stands_in_for) for stake in stakes)


def sessions_of(rollout: Rollout, sketches: Sequence[Sketch], tasks: Sequence[Task]) -> tuple[Session, ...]:
    """Return every sitting of every training, by training and date: the fixed ones as written, the others as placed."""
    dates = {task.id: task.dates for task in tasks}
    found: list[Session] = []
    for training in rollout.training or ():
        if training.sessions:
            found += [
                Session(training=training.id, date=fixed.date, seats=fixed.seats, is_fixed=True)
                for fixed in sorted(training.sessions, key=lambda fixed: fixed.date)
            ]
        else:
            room = rollout.room_by_id.get(training.room or "")
            seats = room.seats if room else None
            found += [
                Session(training=training.id, date=day, seats=seats, is_fixed=False)
                for day in sorted(day for sketch in sketches if _is_for(sketch, training) for day in dates[sketch.id])
            ]
    return tuple(found)


def _is_for(sketch: Sketch, training: Training) -> bool:
    """Whether a task is a session of the training, or else a lesson of all trainings of its audience."""
    if sketch.training is not None:
        return sketch.training == training.id
    return training.audience in sketch.teaches
