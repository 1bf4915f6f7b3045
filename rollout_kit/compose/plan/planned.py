"""What the chapters of the plan share: who does a task, how its time is said, which week a day is in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from rollout_kit.assess.result import Result
from rollout_kit.compose.plan.sittings import told_together
from rollout_kit.compose.wording import People
from rollout_kit.document import Span
from rollout_kit.language.words import Words
from rollout_kit.message import N_, Parameter
from rollout_kit.plan.model import PersonRef, Plan, State, Task

DAY_MINUTES = 480  # a person-day is two half-days of four hours


@dataclass(frozen=True, kw_only=True)
class Desk:
    """Everything a chapter of the plan is written from."""

    result: Result
    words: Words
    people: People

    def say(self, text: str, **parameters: Parameter) -> str:
        """Return a text of the catalogues with its parameters filled in."""
        return self.words.say(text, **parameters)

    @property
    def plan(self) -> Plan:
        """The plan."""
        return self.result.case.plan

    @cached_property
    def tasks(self) -> tuple[Task, ...]:
        """The tasks of the plan as they are listed: the sittings of a training as one."""
        return told_together(self.plan.tasks)

    def name(self, task: Task) -> str:
        """Return a task's name."""
        return self.words.text(task.name)

    def who(self, ref: PersonRef) -> Span:
        """Return a name for a narrow column: bold, and who is to be named in grey by the first word of the house."""
        is_named = self.people.is_named(ref)
        return Span(text=self.known_as(ref), strong=is_named, proposed=not is_named)

    def known_as(self, ref: PersonRef) -> str:
        """Return a name in full, and who is to be named by the first word of the house."""
        return self.people.name(ref) if self.people.is_named(ref) else self.people.short_name(ref)

    def people_of(self, task: Task) -> tuple[PersonRef, ...]:
        """Return who takes part, the lead first; a deputy who stands in is named instead of the other."""
        booked = [booking.person for booking in task.bookings]
        refs = booked or [stake.person for stake in task.stakes]
        lead = [task.lead] if task.lead in refs or not refs else []
        return tuple(dict.fromkeys([*lead, *refs]))

    def dates(self, task: Task) -> str:
        """Return the day by which a task is done, the days of a training, or the stretch of a series."""
        if not task.dates:
            return self.say(N_("no place"))
        if task.training is not None:
            return ", ".join(self.words.day(day) for day in task.dates)
        if task.is_series and len(task.dates) > 1:
            return self.say(
                N_("{first_day} to {last_day}"),
                first_day=self.words.day(task.dates[0]),
                last_day=self.words.day(task.dates[-1]),
            )
        return self.words.day(task.dates[-1])

    def week(self, monday: date) -> str:
        """Return the heading of a week: Week 2: 11 to 17 January 2027."""
        sunday = monday + timedelta(days=6)
        if sunday.month == monday.month:
            return self.say(
                N_("Week {number}: {first} to {last_day}"),
                number=monday.isocalendar().week,
                first=monday.day,
                last_day=self.words.date(sunday),
            )
        return self.say(
            N_("Week {number}: {first_day} to {last_day}"),
            number=monday.isocalendar().week,
            first_day=self.words.day_month(monday),
            last_day=self.words.date(sunday),
        )


def monday_of(day: date) -> date:
    """Return the Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def weeks_of(first: date, last: date) -> tuple[date, ...]:
    """Return the Mondays of the weeks from one day to another, both inclusive."""
    count = (monday_of(last) - monday_of(first)).days // 7 + 1
    return tuple(monday_of(first) + timedelta(weeks=number) for number in range(count))


def in_plan(tasks: Sequence[Task]) -> tuple[Task, ...]:
    """Return the tasks that have a place within the plan."""
    return tuple(task for task in tasks if task.state in (State.PLACED, State.LATE))


def joined(parts: Iterable[Span]) -> tuple[Span, ...]:
    """Return spans parted by commas."""
    spans: list[Span] = []
    for part in parts:
        if spans:
            spans.append(Span(text=", "))
        spans.append(part)
    return tuple(spans)
