"""The second half of the independent check: the playbook's file read anew, its windows counted anew, beside a plan."""

import math
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from rollout_kit.calendars.calendars import Calendars
from rollout_kit.description.rollout import Rollout
from rollout_kit.plan.model import Plan, State, Task

PLAYBOOKS = Path(__file__).parents[2] / "playbooks"
SCENARIOS = {
    "major-outage": "test-outage", "restore": "restore-test", "provider-unreachable": "test-provider-away",
    "phishing": "test-phishing", "rollback": "test-rollback", "handbook-hunt": "handbook-hunt", "dry-run": "dry-run",
}  # fmt: skip
EXTENDED = {"microsoft-365": ("managed-service", "microsoft-365")}
LESSONS = {
    "desk": ("train-desk-service", "train-desk-escalation"), "second_level": ("train-second-level",),
    "key_users": ("train-key-users",), "managers": ("train-managers",), "provider": ("provider-orientation",),
    "deputies": ("train-second-level",),
}  # fmt: skip
SLIP_AFTER_GO_LIVE = 5  # working days
PIECE = 30  # minutes; work is not cut smaller


@cache
def book_of(playbook: str) -> dict[str, dict[str, Any]]:
    """Return the tasks of a shipped playbook as written, those of its base before them."""
    files = [PLAYBOOKS / name / "tasks.toml" for name in EXTENDED.get(playbook, (playbook,))]
    return {id: task for file in files for id, task in tomllib.loads(file.read_text(encoding="utf-8"))["tasks"].items()}


def faults(plan: Plan, rollout: Rollout) -> list[str]:
    """Return where a plan departs from the playbook."""
    reading = _Reading(plan, rollout)
    return [
        *reading.windows(),
        *reading.series(),
        *reading.orders(),
        *reading.variants(),
        *reading.hours(),
        *reading.half_days(),
        *reading.pieces(),
        *reading.deputies(),
        *reading.cures(),
        *reading.states(),
        *reading.later(),
    ]


def dated_by_hand(plan: Plan, rollout: Rollout) -> set[str]:
    """Return the tasks whose date the description gives: they may take more than a share, and agreed extra hours."""
    added = {task.id for task in (*rollout.plan.add, *rollout.plan.imported) if task.on}
    changed = {change.id for change in rollout.plan.change if change.on}
    return {*_Reading(plan, rollout).fixed, *added, *changed}


class _Reading:
    """One plan beside the file of the playbook."""

    def __init__(self, plan: Plan, rollout: Rollout) -> None:
        self._plan, self._rollout, self._calendars = plan, rollout, Calendars(rollout)
        self._book = book_of(rollout.about.playbook)
        self._changed = {change.id for change in rollout.plan.change}
        self._column = {30: None, 21: "in_21_days", 14: "in_14_days"}[plan.length]
        self.fixed = dict(self._dates_by_hand())

    def _dates_by_hand(self) -> Iterator[tuple[str, tuple[date, ...]]]:
        """The tasks that the description dates. A lesson's may be one of several sessions."""
        for training in self._rollout.training or ():
            days = tuple(sorted(session.date for session in training.sessions or ()))
            for lesson in LESSONS.get(training.audience, ()) if days else ():
                yield lesson, days
            if training.audience == "users":
                for number, day in enumerate(session.date for session in training.sessions or ()):
                    yield f"train-users-{training.id}-{number + 1}", (day,)
        for test in reversed(self._rollout.tests):  # of a scenario that is played twice the first one named counts
            if test.date and test.scenario in SCENARIOS:
                yield SCENARIOS[test.scenario], (test.date,)
        pilot = self._rollout.pilot
        if pilot and pilot.decision and pilot.decision.on:
            yield "go-no-go-early", (pilot.decision.on,)

    def _base(self) -> Iterator[tuple[Task, str, dict[str, Any]]]:
        for task in self._plan.tasks:
            if task.origin == "base":
                id = next(id for id in sorted(self._book, key=len, reverse=True) if f"{task.id}-".startswith(f"{id}-"))
                yield task, id, self._book[id]

    def _variant(self, entry: dict[str, Any]) -> str:
        return str(entry[self._column]) if self._column else "keep"

    def _is_shortened(self, id: str, entry: dict[str, Any]) -> bool:
        """Whether the plan's length takes hours from a task; a lesson of a stated length keeps them."""
        taught = [one for one in self._rollout.training or () if id in LESSONS.get(one.audience, ())]
        is_stated = bool(taught) and all(one.duration is not None for one in taught)
        return self._variant(entry) == "shorten" and not is_stated

    def _first_day_of(self, task: Task) -> date:
        """Go-live, or for a session at a site of a later wave the day of that wave."""
        sites = [one.site for one in self._rollout.training or () if task.id.startswith(f"train-users-{one.id}-")]
        waves = self._rollout.load.waves if self._rollout.load else ()
        days = [wave.date for wave in waves if wave.site is not None and wave.site in sites]
        return max(self._plan.go_live, min(days)) if days else self._plan.go_live

    def _day(self, mark: str, go_live: date | None = None) -> date:
        first, go_live = self._plan.first_day, go_live or self._plan.go_live
        if mark == "h":
            return first + timedelta(days=self._plan.days // 2)
        if mark[0] == "p":
            return first + timedelta(days=math.ceil(float(mark[1:]) * self._plan.days) - 1)
        if mark[0] == "d":
            return first + timedelta(days=int(mark[1:]) - 1)
        return self._count(first if mark[0] == "k" else go_live, int(mark[1:]))

    def _count(self, day: date, n: int) -> date:
        while n:
            day += timedelta(days=1 if n > 0 else -1)
            if self._calendars.works("customer", day):
                n += -1 if n > 0 else 1
        return day

    def _is_dated(self, task: Task) -> bool:
        return task.id in self.fixed or task.id in self._changed or task.id == "pilot-run"

    def windows(self) -> Iterator[str]:
        """The left end is hard, the right end an aim, hard for some; what misses it slips to g-2 at the latest."""
        for task, id, entry in self._base():
            if task.id in self.fixed:
                if any(day not in self.fixed[task.id] for day in task.dates):
                    yield f"{task.id} is fixed for {self.fixed[task.id]} and lies on {task.dates}"
            elif not task.is_series and task.dates and not self._is_dated(task):
                left, right = entry["window"].split("..")
                go_live = self._first_day_of(task)
                starts = max(
                    [self._day(left, go_live), self._plan.first_day, *([self._day("h")] if id == "dry-run" else [])]
                )
                aim = last = self._day(right, go_live)
                if not entry.get("is_hard"):
                    is_after = right[:2] == "g+"
                    last = self._count(aim, SLIP_AFTER_GO_LIVE) if is_after else self._day("g-2")
                starts, aim, last = self._closing(entry, starts, aim, last)
                if task.dates[0] < starts or task.dates[-1] > last:
                    yield f"{task.id} lies on {task.dates}, its window is {starts} to {last}"
                if task.state is State.PLACED and task.dates[-1] > max(min(aim, last), starts):
                    yield f"{task.id} is late and does not say so"

    def _closing(self, entry: dict[str, Any], starts: date, aim: date, last: date) -> tuple[date, date, date]:
        """What closes the watch after go-live waits for its stated end."""
        length = self._rollout.hypercare.length if self._rollout.hypercare else None
        if length is None or "after_hypercare_days" not in entry:
            return starts, aim, last
        starts = max(starts, self._plan.go_live + timedelta(days=round(length.hours / 24)))
        closed = self._count(starts, entry["after_hypercare_days"])
        return starts, max(aim, closed), max(last, closed)

    def series(self) -> Iterator[str]:
        """Each date of a series has a day of its own: a range, or at most up to two days before the date named."""
        for task, _, entry in self._base():
            if task.is_series and task.id not in self._changed:
                spans = list(self._spans(entry))
                if len(set(task.dates)) != len(task.dates):
                    yield f"{task.id} has two sittings on one day"
                for day in task.dates:
                    if not any(first <= day <= last for first, last in spans):
                        yield f"{task.id} lies on {day}, its dates are {spans}"
                if len(task.dates) > len(spans):
                    yield f"{task.id} has more dates than it should"

    def _spans(self, entry: dict[str, Any]) -> Iterator[tuple[date, date]]:
        kind, _, marks = entry["window"].partition(" ")
        if kind == "daily":
            first, last = (self._day(mark) for mark in marks.split(".."))
            yield from ((day, day) for day in self._calendars.working_days("customer", first, last))
            return
        wanted = {"three": ["p0.15", "g-5", "g-1"]}.get(self._variant(entry), marks.split(","))
        for mark in wanted[:1] if self._variant(entry) == "one" else wanted:
            start, _, end = mark.partition("-d")
            last = self._day(f"d{end}" if end else mark)
            yield (self._day(start) if end else last - timedelta(days=2)), last

    def orders(self) -> Iterator[str]:
        """What comes after lies in a later half-day, after `+1w` on a later working day; what is fixed waits for none.

        A predecessor without dates in the plan does not count.
        """
        for task, _, entry in self._base():
            if task.id in self.fixed or task.id in self._changed:
                continue
            for before in entry.get("after", ()):
                id, _, lag = before.partition(" ")
                other = self._plan.task_by_id.get(id)
                if other is None or not (other.bookings and task.bookings):
                    continue
                ended = max((booking.date, booking.half) for booking in other.bookings)
                begun = min((booking.date, booking.half) for booking in task.bookings)
                if begun <= ended:
                    yield f"{task.id} begins on {begun} and waits for {id}, which ends on {ended}"
                if lag == "+1w" and self._plan.length == 30 and begun[0] < self._count(ended[0], 1):
                    yield f"{task.id} begins on {begun[0]}, less than a working day after {id}"

    def variants(self) -> Iterator[str]:
        """What a shorter plan drops or dates later is not in it, and is told."""
        told = {item.id: item.manner for item in self._plan.left_out}
        for task, id, entry in self._base():
            if task.id in self.fixed or (id == "pilot-run" and self._rollout.pilot and self._rollout.pilot.starts_on):
                continue
            if self._variant(entry) == "drop" or (self._variant(entry) == "after" and self._day_of_start(entry)):
                yield f"{task.id} is in the plan, and the variant leaves it out"
            if self._is_shortened(id, entry) and told.get(id) != "shortened":
                yield f"{task.id} is shortened and not told so"
        for id in self._book:
            if id in self._rollout.plan.drop and told.get(id) != "dropped":
                yield f"{id} is dropped by hand and not told so"

    def _day_of_start(self, entry: dict[str, Any]) -> bool:
        """Whether the window begins within the plan: what lies behind it anyway is dated there."""
        start = entry["window"].removeprefix("on ").split("..")[0].split("-")[0]
        return start[:2] != "g+" and self._day(start) <= self._plan.last_day

    def hours(self) -> Iterator[str]:
        """Everybody gives hours that the playbook has for some seat of the task, shortened to 60 percent."""
        column = 0 if self._plan.size == "M" else 1
        for task, id, entry in self._base():
            if id == "train-users" or task.id in self._changed:
                continue
            written = [seat.rsplit(" ", 1)[1].split("/")[column] for seat in entry["seats"]]
            minutes = {round(float(hours) * 60) for hours in written if hours != "-"}
            if self._is_shortened(id, entry):
                minutes = {max(30, math.ceil(length * 0.6 / 15) * 15) for length in minutes}
            if not {stake.minutes for stake in task.stakes} <= minutes:
                yield f"{task.id} takes {[stake.minutes for stake in task.stakes]} minutes instead of {minutes}"

    def half_days(self) -> Iterator[str]:
        """At most three items per person and half-day; a round of a quarter of an hour is none."""
        items: defaultdict[tuple[str, date, int], list[str]] = defaultdict(list)
        for task in self._plan.tasks:
            for booking in task.bookings if task.id != "test-call-out" else ():
                if not (task.is_series and booking.minutes <= 15):
                    items[booking.person, booking.date, booking.half].append(task.id)
        yield from (f"{slot} has {tasks}" for slot, tasks in items.items() if len(tasks) > 3)

    def pieces(self) -> Iterator[str]:
        """Work is split into half an hour and more."""
        for task in self._plan.tasks:
            whole = {stake.person: stake.minutes for stake in task.stakes}
            for booking in task.bookings if not task.is_series else ():
                if booking.minutes < min(PIECE, whole[booking.person]):
                    yield f"{task.id} is cut into {booking.minutes} minutes of {booking.person}"

    def deputies(self) -> Iterator[str]:
        """Only a named deputy stands in, and only where the person is away for half of the task's days or more."""
        for task in self._plan.tasks:
            for stake in task.stakes:
                person = self._rollout.person_by_id.get(stake.stands_in_for or "")
                if stake.stands_in_for is None:
                    continue
                if person is None or person.deputy != stake.person:
                    yield f"{stake.person} is not the deputy of {stake.stands_in_for} in {task.id}"
                elif task.id not in self._changed:
                    days = self._calendars.working_days("customer", task.earliest, task.aim)
                    away = sum(not any(self._calendars.free_minutes(person.id, day)) for day in days)
                    if away * 2 < len(days) or not away:
                        yield f"{person.id} is there and has {stake.person} stand in at {task.id}"

    def cures(self) -> Iterator[str]:
        """A cure takes two hours at most, follows the kickoff, and is done by g-2; every finding has one task."""
        for task in self._plan.tasks:
            if task.origin == "cure" and task.id not in self._changed:
                if max(stake.minutes for stake in task.stakes) > 120:
                    yield f"{task.id} takes more than two hours in one piece"
                if any(day > max(self._day("g-2"), self._plan.first_day) for day in task.dates):
                    yield f"{task.id} lies on {task.dates}, after {self._day('g-2')}"
        found = [(code, path) for code, path, _ in self._plan.cured]
        if len(set(found)) != len(found) or set(found) & set(self._plan.improvement):
            yield "a finding is cured twice"
        if any(id not in self._plan.task_by_id for _, _, id in self._plan.cured):
            yield "a cure is no task of the plan"
        if len(self._plan.task_by_id) != len(self._plan.tasks):
            yield "two tasks have one id"

    def states(self) -> Iterator[str]:
        """What lies behind the last day stands there, and nothing else does."""
        for task in self._plan.tasks:
            if task.dates and (task.state is State.AFTER_PLAN) != (task.dates[0] > self._plan.last_day):
                yield f"{task.id} is {task.state} with {task.dates[0]}, the plan ends on {self._plan.last_day}"

    def later(self) -> Iterator[str]:
        """What is dated after the plan lies after it, on a working day, and ends after it begins."""
        for item in self._plan.later:
            if item.date <= self._plan.last_day or (item.until is not None and item.until < item.date):
                yield f"{item.id} is dated {item.date} to {item.until}, the plan ends on {self._plan.last_day}"
