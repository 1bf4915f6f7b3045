"""The third part of the independent check: rooms, trainers, seats and languages of the sessions, counted anew."""

import math
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from rollout_kit.calendars.calendars import Calendars
from rollout_kit.description.rollout import Rollout
from rollout_kit.description.training import Training
from rollout_kit.plan.model import Plan, State, Task

HALF_DAY = 240
ASSUMED = 12  # seats where neither session nor room says
MOST_ADDED = 40
TEN_PERCENT_MORE = Fraction(11, 10)

HalfDay = tuple[date, int]


def faults(plan: Plan, rollout: Rollout) -> list[str]:
    """Return where sessions lack seats without saying so, or share what cannot be shared."""
    reading = _Reading(plan, rollout)
    return [*reading.numbers(), *reading.rooms(), *reading.sites(), *reading.speakers(), *reading.table()]


class _Reading:
    def __init__(self, plan: Plan, rollout: Rollout) -> None:
        self._plan, self._rollout, self._calendars = plan, rollout, Calendars(rollout)
        self._changed = {change.id for change in rollout.plan.change}
        users = [training for training in rollout.training or () if training.audience == "users"]
        self._sessions = {training.id: self._tasks_of(training) for training in users}
        self._trainings = {training.id: training for training in users}

    def _tasks_of(self, training: Training) -> list[Task]:
        stem = f"train-users-{training.id}-"
        return [task for task in self._plan.tasks if task.id.startswith(stem) and task.id[len(stem) :].isdigit()]

    def _room_seats(self, training: Training) -> int:
        seats = [room.seats for room in self._rollout.rooms if room.id == training.room and room.seats > 0]
        return seats[0] if seats else ASSUMED

    def _wanted(self, training: Training) -> int:
        fixed = [session.seats for session in training.sessions]
        each = self._room_seats(training)
        if training.people is None:
            return max(1, len(fixed))
        short = math.ceil(training.people * TEN_PERCENT_MORE) - sum(each if one is None else one for one in fixed)
        return len(fixed) + min(MOST_ADDED, max(0, -(-short // each)))

    def numbers(self) -> Iterator[str]:
        """The fixed ones, and as many more as one seat in ten to spare asks for; without place one stands for all."""
        if "train-users" in self._rollout.plan.drop:
            return
        for id, tasks in self._sessions.items():
            training = self._trainings[id]
            names = {f"train-users-{id}-{number + 1}" for number in range(self._wanted(training))}
            wanted = len(names - set(self._rollout.plan.drop))
            homeless = [task for task in tasks if task.state is State.UNPLACED and task.earliest != task.limit]
            if len(tasks) != wanted and not (len(homeless) == 1 and len(tasks) < wanted):
                yield f"{id} has {len(tasks)} sittings instead of {wanted}"
            fixed = {session.date for session in training.sessions}
            for task in tasks:
                is_by_hand = task.id in self._changed or set(task.dates) <= fixed
                if not is_by_hand and any(day >= self._first_day_of(training) for day in task.dates):
                    yield f"{id} is trained after its first day"

    def _first_day_of(self, training: Training) -> date:
        waves = self._rollout.load.waves if self._rollout.load else ()
        days = [wave.date for wave in waves if wave.site is not None and wave.site == training.site]
        return max(self._plan.go_live, min(days, default=self._plan.go_live))

    def rooms(self) -> Iterator[str]:
        """A room holds one sitting after the other, setting up included, within four hours."""
        used: defaultdict[tuple[str, HalfDay], int] = defaultdict(int)
        for training, task, half_day in self._held():
            used[training.room or "", half_day] += max(stake.minutes for stake in task.stakes)
        for training, task, half_day in self._lessons():
            used[training.room or "", half_day] += max(stake.minutes for stake in task.stakes)
        for (room, half_day), minutes in used.items():
            if room and minutes > HALF_DAY:
                yield f"room {room} is taken for {minutes} minutes on {half_day}"

    def sites(self) -> Iterator[str]:
        """Nobody teaches at two sites in one half-day."""
        places: defaultdict[tuple[str, HalfDay], list[str]] = defaultdict(list)
        for training, task, half_day in self._held():
            room = next((room for room in self._rollout.rooms if room.id == training.room), None)
            site = (room.site if room else None) or training.site
            if site is not None:
                places[task.bookings[0].person, half_day].append(site)
        for (person, half_day), sites in places.items():
            if len(set(sites)) > 1:
                yield f"{person} is at {sites} on {half_day}"

    def speakers(self) -> Iterator[str]:
        """Whoever teaches is the one named, or a deputy, or speaks the language where people's languages are known."""
        people = {person.id: person for person in self._rollout.people}
        for training, task, _ in self._held():
            ref = task.bookings[0].person
            if training.trainer:
                named = people.get(training.trainer)
                if ref not in (training.trainer, named.deputy if named else None):
                    yield f"{task.id} is held by {ref} instead of {training.trainer}"
                continue
            spoken = people[ref].languages if ref in people and not task.stakes[0].stands_in_for else ()
            if training.language and spoken and training.language not in spoken:
                yield f"{ref} does not speak {training.language} and holds {task.id}"

    def table(self) -> Iterator[str]:
        """Every date of a session stands in the list of sessions with its trainer, room and half-day."""
        listed = {(one.task, one.date, one.half, one.trainer, one.room, one.is_fixed) for one in self._plan.sessions}
        for training, task, (day, half) in self._held():
            number = int(task.id.rpartition("-")[2])
            is_fixed = number <= len(training.sessions)
            entry = (task.id, day, half, task.bookings[0].person, training.room, is_fixed)
            if task.id not in self._changed and entry not in listed:
                yield f"{entry} is not among the sessions"
        if len(listed) != len(self._plan.sessions) and not self._changed:
            yield "a session is listed twice"

    def _held(self) -> Iterator[tuple[Training, Task, HalfDay]]:
        """Each session for users that has a place."""
        for id, tasks in self._sessions.items():
            for task in tasks:
                for booking in task.bookings[:1]:
                    yield self._trainings[id], task, (booking.date, booking.half)

    def _lessons(self) -> Iterator[tuple[Training, Task, HalfDay]]:
        """Each lesson of the desk and the managers that is sat together in the room of its training."""
        lessons = {"desk": ("train-desk-service", "train-desk-escalation"), "managers": ("train-managers",)}
        for audience, ids in lessons.items():
            trainings = [one for one in self._rollout.training or () if one.audience == audience and one.room]
            for task in [self._plan.task_by_id[id] for id in ids if id in self._plan.task_by_id]:
                for booking in task.bookings[:1] if trainings else ():
                    yield trainings[0], task, (booking.date, booking.half)
