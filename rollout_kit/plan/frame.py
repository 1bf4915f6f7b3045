"""The dates a plan hangs on, and what the marks of a playbook mean on them."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from rollout_kit.calendars.calendars import Calendars
from rollout_kit.description.rollout import Rollout
from rollout_kit.playbook.window import MarkOfPlan

LAST_TEST = MarkOfPlan("g", -4)  # leaves three working days to repair what a test finds
LAST_SLIP = MarkOfPlan("g", -2)  # a task that misses its aim may slip to here
HORIZON_DAYS = 25  # working days after go-live: the latest hand-over
LONGEST_LOOK_AHEAD_DAYS = 400  # house value: what the description dates later than this after go-live is not placed
LONGEST_HYPERCARE_DAYS = 366  # house value: what is stated beyond a year is counted as one
CLOSING_DAYS = 15  # house value: working days that exit and hand-over may take after a stated hypercare


@dataclass(frozen=True, kw_only=True)
class Frame:
    """First and last day (inclusive), go-live, and the calendar to count in. Working days are the customer's."""

    kickoff: date
    first_day: date
    last_day: date
    days: int
    go_live: date
    go_live_is_default: bool
    hypercare_days: int | None = None
    last_by_hand: date | None = None
    calendars: Calendars

    @property
    def length(self) -> Literal[30, 21, 14]:
        """Which variant of the playbook fits: plans of 14 to 20 days take 14, of 21 to 29 take 21."""
        return 30 if self.days >= 30 else 21 if self.days >= 21 else 14

    @property
    def second_half_from(self) -> date:
        """First day of the second half: day floor(n / 2) + 1."""
        return self.first_day + timedelta(days=self.days // 2)

    @property
    def horizon(self) -> date:
        """Last day on which anything is placed."""
        closed = self.go_live + timedelta(days=self.hypercare_days or 0)
        return max(
            self.last_day,
            self.calendars.add_working_days(self.go_live, HORIZON_DAYS),
            self.calendars.add_working_days(closed, CLOSING_DAYS),
        )

    @property
    def booked_until(self) -> date:
        """Last day of everybody's diary: the horizon, or the last day that the description gives something."""
        latest = self.go_live + timedelta(days=LONGEST_LOOK_AHEAD_DAYS)
        return max(self.horizon, min(self.last_by_hand or self.horizon, latest))

    @property
    def slip_limit(self) -> date:
        """Last day to which a task before go-live may slip."""
        return self.day_of(LAST_SLIP)

    @property
    def test_days(self) -> tuple[date, ...]:
        """Days on which a test may lie: in the second half, and three working days before go-live at the latest."""
        return tuple(
            day
            for day in self.calendars.working_days("customer", self.second_half_from, self.day_of(LAST_TEST))
            if self.calendars.works("provider", day)
        )

    def day_of(self, mark: MarkOfPlan) -> date:
        """Return the date of a mark."""
        match mark.anchor:
            case "k":
                return self._count(self.first_day, int(mark.offset))
            case "g":
                return self._count(self.go_live, int(mark.offset))
            case "p":
                return self.first_day + timedelta(days=math.ceil(mark.offset * self.days) - 1)
            case "d":
                return self.first_day + timedelta(days=int(mark.offset) - 1)
            case "h":
                return self.second_half_from

    def _count(self, day: date, working_days: int) -> date:
        return self.calendars.add_working_days(day, working_days) if working_days else day


def frame_of(rollout: Rollout, calendars: Calendars) -> Frame:
    """Return the frame of a rollout: day 1 is the first day from the kickoff on which both sides work."""
    kickoff, days = rollout.about.kickoff, rollout.about.days
    first = _first_common_day(kickoff, calendars)
    last = first + timedelta(days=days - 1)
    working = calendars.working_days("customer", first, last)
    return Frame(
        kickoff=kickoff,
        first_day=first,
        last_day=last,
        days=days,
        go_live=rollout.about.go_live or (working[-1] if working else last),
        go_live_is_default=rollout.about.go_live is None,
        hypercare_days=_hypercare_days(rollout),
        last_by_hand=max(_dates_by_hand(rollout), default=None),
        calendars=calendars,
    )


def _hypercare_days(rollout: Rollout) -> int | None:
    length = rollout.hypercare.length if rollout.hypercare else None
    return min(round(length.hours / 24), LONGEST_HYPERCARE_DAYS) if length else None


def _dates_by_hand(rollout: Rollout) -> Iterator[date]:
    """Yield the days on which the description puts a task itself."""
    added = [task.on for task in (*rollout.plan.add, *rollout.plan.imported)]
    changed = [change.on for change in rollout.plan.change]
    yield from (day for day in (*added, *changed) if day is not None)
    yield from (wave.date for wave in (rollout.load.waves if rollout.load else ()) if wave.site is not None)
    for test in rollout.tests:
        if test.date is not None:
            yield test.date
    for training in rollout.training or ():
        yield from (session.date for session in training.sessions)
    if rollout.pilot is not None and rollout.pilot.decision is not None and rollout.pilot.decision.on is not None:
        yield rollout.pilot.decision.on


def _first_common_day(kickoff: date, calendars: Calendars) -> date:
    for offset in range(60):
        day = kickoff + timedelta(days=offset)
        if calendars.works("customer", day) and calendars.works("provider", day):
            return day
    return kickoff
