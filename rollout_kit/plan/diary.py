"""How much time each person has left, half-day by half-day, day by day, week by week."""

from datetime import date, timedelta

from rollout_kit.calendars.calendars import Calendars
from rollout_kit.calendars.presence import HALF_DAY_MINUTES
from rollout_kit.plan.cast import Cast
from rollout_kit.plan.frame import Frame
from rollout_kit.plan.model import Booking, PersonRef, WeekLoad
from rollout_kit.plan.venues import Venues

DAY_FACTOR = 1.5  # on one day at most this part of the share, or half a day
TEST_DAY_FACTOR = 2.0
ORDINARY_FILL = 0.8  # of a week; meetings and tests may use the rest
ITEMS_PER_HALF_DAY = 3  # house value
ORDINARY_ITEMS_PER_DAY = 3  # house value: eight small things on one Monday are not done by its evening


class Diary:
    """The time of every person over the frame's days, and the `venues` that they sit in.

    Slots count half-days from the frame's first day.

    A share is a budget of the week, not a slice of each half-day. Agreed extra hours count in full, and only for
    what may use them.
    """

    def __init__(self, frame: Frame, cast: Cast, people: tuple[PersonRef, ...]) -> None:
        self.venues = Venues()
        self._first = frame.first_day
        self._days = (frame.booked_until - frame.first_day).days + 1
        self._monday = frame.first_day - timedelta(days=frame.first_day.weekday())
        self._people: dict[PersonRef, PersonTime] = {
            ref: PersonTime(ref, frame, cast, self._days, self._monday) for ref in people
        }

    @property
    def slots(self) -> int:
        """How many half-days there are."""
        return self._days * 2

    def slot(self, day: date, half: int = 0) -> int:
        """Return the number of a half-day; it may lie outside 0..slots-1."""
        return (day - self._first).days * 2 + half

    def day(self, slot: int) -> date:
        """Return the date of a slot."""
        return self._first + timedelta(days=slot // 2)

    def time_of(self, ref: PersonRef) -> "PersonTime":
        """Return one person's time."""
        return self._people[ref]

    def clear(self) -> None:
        """Take back every booking."""
        self.venues.clear()
        for time in self._people.values():
            time.clear()

    def weeks(self) -> tuple[WeekLoad, ...]:
        """Return how full each person's weeks are, by person in the order given, then week."""
        return tuple(load for time in self._people.values() for load in time.week_loads(self._monday))


class PersonTime:
    """One person's presence and what is booked of it."""

    def __init__(self, ref: PersonRef, frame: Frame, cast: Cast, days: int, monday: date) -> None:
        self.ref = ref
        calendars = frame.calendars
        shift = (frame.first_day - monday).days
        weeks = (days + shift + 6) // 7
        self.present = [0] * (days * 2)
        self.regular = [0] * (days * 2)
        self._week_of_day = [(index + shift) // 7 for index in range(days)]
        self._budget = [0.0] * weeks
        self._extra = [0.0] * weeks
        self._day_cap = [0.0] * days
        self._test_day_cap = [0.0] * days
        for index in range(days):
            day = frame.first_day + timedelta(days=index)
            share = cast.share(ref, in_go_live_week=_same_week(day, frame.go_live))
            self._fill_day(index, day, share, calendars)
        self._add_before(frame, cast, shift, monday)
        self._is_booked = True
        self.clear()

    def _fill_day(self, index: int, day: date, share: float, calendars: Calendars) -> None:
        present, regular = calendars.free_minutes(self.ref, day), calendars.regular_minutes(self.ref, day)
        for half in (0, 1):
            self.present[2 * index + half] = present[half]
            self.regular[2 * index + half] = regular[half]
        self._budget[self._week_of_day[index]] += share * sum(regular)
        self._extra[self._week_of_day[index]] += sum(present) - sum(regular)
        self._day_cap[index] = max(HALF_DAY_MINUTES, DAY_FACTOR * share * sum(regular))
        self._test_day_cap[index] = max(HALF_DAY_MINUTES, TEST_DAY_FACTOR * share * sum(regular))

    def _add_before(self, frame: Frame, cast: Cast, shift: int, monday: date) -> None:
        """Days of the first week before day 1 count for its budget: a kickoff on a Friday needs the week's share."""
        for offset in range(shift):
            minutes = sum(frame.calendars.regular_minutes(self.ref, monday + timedelta(days=offset)))
            self._budget[0] += cast.share(self.ref) * minutes

    def clear(self) -> None:
        """Take back every booking."""
        if not self._is_booked:
            return
        self._is_booked = False
        self._left = list(self.present)
        self._regular_left = list(self.regular)
        self._items = [0] * len(self.present)
        self._week_used = [0.0] * len(self._budget)
        self._extra_booked = [0] * len(self.present)
        self._extra_used = [0.0] * len(self._budget)
        self._day_used = [0.0] * len(self._day_cap)

    def room(
        self, slot: int, *, fill: float, is_test: bool, fills_the_day: bool, is_by_hand: bool, may_use_extra: bool
    ) -> float:
        """Return how many minutes are free in a slot, at a fill of the week of `fill` (1.0 = the whole budget).

        What is fixed by hand has been agreed: it may take more than the share, and never more than the presence.
        """
        if self._items[slot] >= ITEMS_PER_HALF_DAY:
            return 0
        first = slot - slot % 2
        if fill < 1 and self._items[first] + self._items[first + 1] >= ORDINARY_ITEMS_PER_DAY:
            return 0
        left = self._left[slot] if may_use_extra else min(self._left[slot], self._regular_left[slot])
        if is_by_hand:
            return left
        day = slot // 2
        week = self._week_of_day[day]
        in_week = self._budget[week] * fill - (self._week_used[week] - self._extra_used[week])
        if may_use_extra:
            in_week += self._extra[week] - self._extra_used[week]
        if fills_the_day:
            return min(left, in_week)
        cap = self._test_day_cap[day] if is_test else self._day_cap[day]
        return min(left, in_week, cap - self._day_used[day])

    def is_open_outside(self, slot: int, minutes: int) -> bool:
        """Whether agreed hours outside work are still free: on a Saturday they may be spent on the cut-over.

        Beside ordinary hours of the same half-day a slot cannot tell, and they count as free.
        """
        return self.regular[slot] > 0 or self._left[slot] >= minutes

    def book(self, slot: int, minutes: int, *, items: int, may_use_extra: bool) -> None:
        """Take minutes of a slot, or give them back (negative); `items` count towards the three of a half-day."""
        self._is_booked = True
        week = self._week_of_day[slot // 2]
        self._left[slot] -= minutes
        self._regular_left[slot] -= minutes
        self._items[slot] += items
        self._week_used[week] += minutes
        self._day_used[slot // 2] += minutes
        if may_use_extra:
            agreed, booked = self.present[slot] - self.regular[slot], self._extra_booked[slot]
            self._extra_booked[slot] += minutes
            self._extra_used[week] += min(agreed, booked + minutes) - min(agreed, booked)

    def week_loads(self, monday: date) -> list[WeekLoad]:
        """Return placed and free minutes per week; agreed extra hours are free in full."""
        weeks = zip(self._week_used, self._budget, self._extra, strict=True)
        return [
            WeekLoad(
                person=self.ref, monday=monday + timedelta(weeks=week), placed=round(used), free=round(free + extra)
            )
            for week, (used, free, extra) in enumerate(weeks)
        ]

    def left_between(self, first: int, last: int) -> float:
        """Return the minutes left between two slots, both inclusive, within the weeks' budgets."""
        left: dict[int, float] = {}
        for slot in range(max(first, 0), min(last + 1, len(self.present))):
            week = self._week_of_day[slot // 2]
            left[week] = left.get(week, 0) + self._regular_left[slot]
        used = [all - extra for all, extra in zip(self._week_used, self._extra_used, strict=True)]
        return sum(min(minutes, self._budget[week] - used[week]) for week, minutes in left.items())

    def free_from(self, first: int) -> list[float]:
        """Return how many minutes are left from a slot to each later one, by day and week as for a test."""
        free: list[float] = []
        done = week_free = day_free = 0.0
        for slot in range(max(first, 0), len(self.present)):
            day, week = slot // 2, self._week_of_day[slot // 2]
            if slot == first or (slot % 2 == 0 and week != self._week_of_day[day - 1]):
                done, week_free, day_free = done + min(week_free + day_free, self._left_in(week - 1)), 0.0, 0.0
            if slot % 2 == 0:
                week_free, day_free = week_free + day_free, 0.0
            left = max(0, min(self._left[slot], self._regular_left[slot]))
            day_free = min(day_free + left, max(0.0, self._test_day_cap[day] - self._day_used[day]))
            free.append(done + min(week_free + day_free, self._left_in(week)))
        return free

    def _left_in(self, week: int) -> float:
        """Return what a week's budget leaves; nothing of it is agreed extra hours."""
        return max(0.0, self._budget[week] - (self._week_used[week] - self._extra_used[week]))


def booking(ref: PersonRef, diary: Diary, slot: int, minutes: int) -> Booking:
    """Return a booking of a slot."""
    return Booking(person=ref, date=diary.day(slot), half=1 if slot % 2 else 0, minutes=minutes)


def _same_week(a: date, b: date) -> bool:
    return a.isocalendar()[:2] == b.isocalendar()[:2]
