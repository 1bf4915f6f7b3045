"""How early and how late each task of a draft can lie, as calendars, its own dates and what waits for what leave it.

Each task is looked at as if it were alone in everybody's diary, so this holds for every plan there could be.
"""

from collections.abc import Collection, Sequence

from rollout_kit.plan.diary import Diary
from rollout_kit.plan.fit import Fitter
from rollout_kit.plan.order import Order
from rollout_kit.plan.sketch import Draft, Sketch


class Books:
    """The diary of all who take part in a draft, with what finds places in it. Whoever uses it clears it first."""

    def __init__(self, draft: Draft) -> None:
        people = dict.fromkeys(stake.person for sketch in draft.sketches for stake in sketch.stakes if stake.minutes)
        people |= dict.fromkeys(ref for sketch in draft.sketches for ref in sketch.trainers)
        people |= dict.fromkeys(deputy for ref in tuple(people) if (deputy := draft.cast.deputy_of(ref)))
        self.draft = draft
        self.by_id = {sketch.id: sketch for sketch in draft.sketches}
        self.diary = Diary(draft.frame, draft.cast, tuple(people))
        self.fitter = Fitter(draft.frame, self.diary)
        self.order = Order(draft, self.diary)
        self.sequence: Sequence[str] = [
            sketch.id for sketch in self.order.sorted(draft.sketches, dict.fromkeys(self.by_id, 0.0))
        ]


class Windows:
    """First and last half-days of all tasks but those `without`, which nothing waits for and which wait for nothing.

    `starts` are the first half-days of tasks, `ends` the first in which they can be finished: behind the diary for
    those that are `nowhere`, since they have no place even alone. What has none between its own dates holds nothing
    up: plans go on without it. Series and evenings that have to be agreed are not reckoned.
    """

    def __init__(self, books: Books, goal: Collection[str], without: Collection[str]) -> None:
        self._books = books
        self._goal = frozenset(goal)
        self._gap_day = books.draft.frame.length == 30  # in shorter plans what waits for a day goes on in half a one
        counted = [id for id in books.sequence if id not in without and _has_one_place(books.by_id[id])]
        self.ids: Sequence[str] = counted
        self.nowhere: list[str] = []
        self._not_in_time: set[str] = set()
        self.starts: dict[str, int] = {}
        self.ends: dict[str, int] = {}
        for id in counted:
            self.starts[id] = self._first_start(id)
            self.ends[id] = self._first_end(id)

    def latest(self, deadline: int | None) -> dict[str, int]:
        """Return the last half-day in which each task can be finished, where all limits are kept and the deadline."""
        latest: dict[str, int] = {}
        begun: dict[str, int] = {}
        for id in reversed(self.ids):
            last = self.last(id, deadline)
            for after in self._books.order.successors[id]:
                if after in begun:
                    last = min(last, self._before(begun[after], id, after))
            latest[id] = last
            begun[id] = self._last_start(id, last)
        return latest

    def last(self, id: str, deadline: int | None) -> int:
        """Return the last half-day that its own limit leaves a task, and the deadline, where it belongs to the goal."""
        last = min(self._books.diary.slot(self._books.by_id[id].spans[0].limit, 1), self._books.diary.slots - 1)
        return last if deadline is None or id not in self._goal else min(last, deadline)

    def opens(self, id: str) -> int:
        """Return the first half-day of a task's own dates."""
        return self._books.diary.slot(self._books.by_id[id].spans[0].earliest)

    def waits_for(self, id: str) -> Sequence[str]:
        """Return what a task waits for, of all that is reckoned."""
        return [one.task for one in self._books.order.after[id] if self._counts(one.task)]

    def _counts(self, id: str) -> bool:
        return id in self.ends and id not in self._not_in_time

    def _first_start(self, id: str) -> int:
        first = self.opens(id)
        for before in self._books.order.after[id]:
            if self._counts(before.task):
                end = self.ends[before.task]
                first = max(first, (end // 2 + 1) * 2 if before.next_day and self._gap_day else end + 1)
        return first

    def _first_end(self, id: str) -> int:
        diary = self._books.diary
        diary.clear()
        sketch, limit = self._books.by_id[id], self.last(id, None)
        place = self._books.fitter.fit(sketch, self.starts[id], diary.slots - 1, 1.0)
        if place is None or place.last > limit:
            diary.clear()
            if self._books.fitter.fit(sketch, self.opens(id), limit, 1.0) is None:
                self._not_in_time.add(id)
        if place is not None:
            return place.last
        self.nowhere.append(id)
        return diary.slots

    def _before(self, slot: int, id: str, after: str) -> int:
        waits_a_day = any(one.task == id and one.next_day for one in self._books.order.after[after])
        return (slot // 2) * 2 - 1 if waits_a_day and self._gap_day else slot - 1

    def _last_start(self, id: str, last: int) -> int:
        self._books.diary.clear()
        place = self._books.fitter.fit(self._books.by_id[id], self.starts[id], last, 1.0, backwards=True)
        return last if place is None else place.first


def _has_one_place(sketch: Sketch) -> bool:
    return not sketch.is_series and not sketch.needs_extra
