"""Training sessions: fixed by hand, else as many as the room's seats ask for."""

import math
from collections.abc import Sequence
from datetime import date

from rollout_kit.description.rollout import Rollout
from rollout_kit.description.training import FixedSession, Training
from rollout_kit.message import Duration
from rollout_kit.plan.model import Session, Stake, Task
from rollout_kit.plan.seats import SHORTENED

SETTING_UP_MINUTES = 15
SHORT_SESSION_MINUTES = 45
QUARTER = 15

# Which base tasks teach an audience; users have sessions of their own.
LESSONS = {
    "desk": ("train-desk-service", "train-desk-escalation"),
    "second_level": ("train-second-level",),
    "key_users": ("train-key-users",),
    "managers": ("train-managers",),
    "provider": ("provider-orientation",),
    "deputies": ("train-second-level",),
}
USER_SESSION = "train-users"


def sittings(training: Training, rollout: Rollout) -> Sequence[FixedSession | None]:
    """Return the sittings of a training for users: the fixed ones, else one None per sitting to be planned."""
    if training.sessions:
        return training.sessions
    room = rollout.room_by_id.get(training.room or "")
    if room is None or room.seats == 0 or training.people is None:
        return [None]
    return [None] * max(1, math.ceil(training.people / room.seats))


def fixed_date(task: str, rollout: Rollout) -> date | None:
    """Return the date that the description fixes for a lesson: the session of the same rank, or the last one."""
    for training in rollout.training or ():
        lessons = LESSONS.get(training.audience, ())
        if task in lessons and training.sessions:
            dates = sorted(session.date for session in training.sessions)
            rank = lessons.index(task)
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


def sessions_of(rollout: Rollout, tasks: Sequence[Task]) -> tuple[Session, ...]:
    """Return every sitting of every training, by training and date: the fixed ones as written, the others as placed."""
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
                for day in _placed_dates(training, tasks)
            ]
    return tuple(found)


def _placed_dates(training: Training, tasks: Sequence[Task]) -> list[date]:
    if training.audience == "users":
        prefix = f"{USER_SESSION}-{training.id}-"
        mine = [task for task in tasks if task.id.startswith(prefix) and task.id[len(prefix) :].isdigit()]
    else:
        mine = [task for task in tasks if task.id in LESSONS.get(training.audience, ())]
    return sorted(day for task in mine for day in task.dates)
