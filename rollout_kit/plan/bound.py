"""What no plan can do: why something does not fit, and how early all that go-live waits for can be done at best.

Every task gets the first half-day that calendars, windows and what it waits for leave it, and the last one that its
limit and what waits for it do, each as if it were alone. Something cannot be done where a chain of tasks is longer than
the time there is, or where what has to lie between two half-days needs more of somebody's time than is free between
them, even if it could be taken up and put down at will. None of this knows an order of tasks: what it says holds for
every plan of the draft. The reverse does not: where it says nothing, there may still be no plan.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rollout_kit.plan.deputies import with_deputies
from rollout_kit.plan.diary import Diary
from rollout_kit.plan.fit import Fitter
from rollout_kit.plan.model import PersonRef, Stake
from rollout_kit.plan.order import Order
from rollout_kit.plan.sketch import Draft, Sketch, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortage:
    """Why something does not fit, for every plan there could be.

    A chain where `person` is None: `tasks` in their order, each waiting for the one before, and together longer than
    the time there is; a chain of one task has nobody there, or no day without a freeze, even in an empty diary.

    An overload otherwise: between the half-days `first` and `last` (slots of the draft's diary: 2 a day from the
    frame's first day, inclusive) the person's share leaves `free_minutes`, and `tasks`, each of which has to lie
    between them, need `needed_minutes`. What is dated by hand and go-live itself are taken off the free time first.
    """

    tasks: tuple[str, ...]
    person: PersonRef | None = None
    first: int = 0
    last: int = 0
    free_minutes: int = 0
    needed_minutes: int = 0


@dataclass(frozen=True, slots=True)
class _Job:
    """Somebody's minutes in a task, and the first and last half-day in which they can lie."""

    first: int
    last: int
    minutes: int
    task: str


class Limits:
    """How early and how late each task of a draft can lie in any plan, by its id."""

    def __init__(self, draft: Draft) -> None:
        people = dict.fromkeys(stake.person for sketch in draft.sketches for stake in sketch.stakes if stake.minutes)
        people |= dict.fromkeys(ref for sketch in draft.sketches for ref in sketch.trainers)
        people |= dict.fromkeys(deputy for ref in tuple(people) if (deputy := draft.cast.deputy_of(ref)))
        self._draft = draft
        self._by_id = {sketch.id: sketch for sketch in draft.sketches}
        self.diary = Diary(draft.frame, draft.cast, tuple(people))
        self._fitter = Fitter(draft.frame, self.diary)
        self._order = Order(draft, self.diary)
        self._sequence = [one.id for one in self._order.sorted(draft.sketches, dict.fromkeys(self._by_id, 0.0))]
        self.goal = goal_of(draft)
        self._alone: set[str] = set()
        self.starts, self.ends = self._earliest()

    def shortage(self, deadline: int | None = None, *, without: Sequence[str] = ()) -> Shortage | None:
        """Return why not all that go-live waits for can be done by a half-day; None where nothing is known against it.

        Without a deadline: why not every task can lie within its limits. Tasks `without` are left out of the account:
        those of whom it is known that they have no place. Slots as in `diary`.
        """
        return next(self.shortages(deadline, without=without), None)

    def shortages(self, deadline: int | None = None, *, without: Sequence[str] = ()) -> Iterator[Shortage]:
        """Yield the chains that are too long, then for each person the stretch that is too narrow by most."""
        latest = self._latest(deadline, frozenset(without))
        told: set[str] = set()
        for id in self._sequence:
            if id in latest and self.ends[id] > latest[id] and id not in told:
                chain = self._chain(id, latest, deadline)
                told.update(chain)
                yield Shortage(tasks=chain)
        self._book_what_is_dated()
        for person, jobs in self._jobs(latest).items():
            if (found := self._narrowest(person, jobs)) is not None:
                yield found

    def ready_at(self, *, without: Sequence[str] = (), most: int) -> int:
        """Return a half-day before which no plan that keeps all limits has done all that go-live waits for.

        It is at most `most`. Plans that have no place for the tasks `without` count as plans too.
        """
        wanted = [id for id in self.goal if id not in without]
        slot = max((self.ends[id] for id in wanted), default=0)
        while slot < most and self.shortage(slot, without=without) is not None:
            slot += 1
        return min(slot, most)

    def _earliest(self) -> tuple[dict[str, int], dict[str, int]]:
        """Return for each task its first half-day, and the first in which it can be finished."""
        starts: dict[str, int] = {}
        ends: dict[str, int] = {}
        for id in self._sequence:
            sketch = self._by_id[id]
            first = self.diary.slot(sketch.spans[0].earliest)
            for before in self._order.after[id] if not sketch.is_by_hand else ():
                if before.task in ends and not self._by_id[before.task].is_series:
                    first = max(first, self._next(ends[before.task], is_next_day=before.next_day))
            starts[id] = first
            if self._is_counted(sketch):
                ends[id] = self._first_end(sketch, first)
        return starts, ends

    def _next(self, slot: int, *, is_next_day: bool) -> int:
        return (slot // 2 + 1) * 2 if is_next_day and self._draft.frame.length == 30 else slot + 1

    def _first_end(self, sketch: Sketch, first: int) -> int:
        self.diary.clear()
        place = self._fitter.fit(sketch, first, self.diary.slots - 1, 1.0)
        if place is None:
            self._alone.add(sketch.id)
        return self.diary.slots if place is None else place.last

    def _latest(self, deadline: int | None, without: frozenset[str]) -> dict[str, int]:
        """Return for each task the last half-day in which it can be finished."""
        latest: dict[str, int] = {}
        begun: dict[str, int] = {}
        for id in reversed(self._sequence):
            sketch = self._by_id[id]
            if id in without or not self._is_counted(sketch):
                continue
            last = self._last(id, deadline)
            for after in self._order.successors[id]:
                if after in begun:
                    last = min(last, self._before(begun[after], id, after))
            latest[id] = last
            begun[id] = self._last_start(sketch, last)
        return latest

    def _before(self, slot: int, id: str, after: str) -> int:
        waits_a_day = any(one.task == id and one.next_day for one in self._order.after[after])
        return (slot // 2) * 2 - 1 if waits_a_day and self._draft.frame.length == 30 else slot - 1

    def _last_start(self, sketch: Sketch, last: int) -> int:
        self.diary.clear()
        place = self._fitter.fit(sketch, self.starts[sketch.id], last, 1.0, backwards=True)
        return last if place is None else place.first

    @staticmethod
    def _is_counted(sketch: Sketch) -> bool:
        """Whether a task has one place that moves: not a series, not an evening that has to be agreed."""
        return not sketch.is_series and not sketch.needs_extra

    def _chain(self, id: str, latest: dict[str, int], deadline: int | None) -> tuple[str, ...]:
        """Return a chain through a task: back to what it waits for, on to what waits for it, while that is tight."""
        if id in self._alone and self._is_first(id):
            return (id,)
        chain = [id]
        while before := [one for one in self._waits_for(chain[0]) if self._is_tight(one, chain[0])]:
            chain.insert(0, max(before, key=lambda one: (self.ends[one], one)))
        while latest[chain[-1]] < self._last(chain[-1], deadline):
            behind = [one for one in self._order.successors[chain[-1]] if one in latest]
            chain.append(min(behind, key=lambda one: (latest[one], one)))
        return tuple(chain)

    def _is_first(self, id: str) -> bool:
        """Whether a task has no place from the beginning of its own window on."""
        return self.starts[id] <= self.diary.slot(self._by_id[id].spans[0].earliest)

    def _waits_for(self, id: str) -> list[str]:
        return [one.task for one in self._order.after[id] if one.task in self.ends]

    def _is_tight(self, before: str, after: str) -> bool:
        return self.starts[after] > self.diary.slot(self._by_id[after].spans[0].earliest) and (
            self.starts[after] - self.ends[before] <= 2
        )

    def _last(self, id: str, deadline: int | None) -> int:
        """Return the last half-day that its own limit leaves a task, and the deadline, if go-live waits for it."""
        last = min(self.diary.slot(self._by_id[id].spans[0].limit, 1), self.diary.slots - 1)
        return last if deadline is None or id not in self.goal else min(last, deadline)

    def _book_what_is_dated(self) -> None:
        self.diary.clear()
        for sketch in self._draft.sketches:
            if (sketch.is_by_hand or sketch.fills_the_day) and self._is_counted(sketch):
                span = sketch.spans[0]
                self._fitter.fit(sketch, self.diary.slot(span.earliest), self._last(sketch.id, None), 1.0)

    def _jobs(self, latest: dict[str, int]) -> dict[PersonRef, list[_Job]]:
        jobs: dict[PersonRef, list[_Job]] = {}
        for sketch in self._draft.sketches:
            if sketch.may_use_extra or len(sketch.trainers) > 1:
                continue
            for first, last, stakes in self._dates(sketch, latest):
                for stake in stakes:
                    if stake.minutes:
                        jobs.setdefault(stake.person, []).append(_Job(first, last, stake.minutes, sketch.id))
        return jobs

    def _dates(self, sketch: Sketch, latest: dict[str, int]) -> Iterator[tuple[int, int, Sequence[Stake]]]:
        if sketch.is_series:
            for span in sketch.spans:
                last = min(self.diary.slot(span.limit, 1), self.diary.slots - 1)
                yield self.diary.slot(span.earliest), last, self._stakes_on(sketch, span)
        elif sketch.id in latest:
            yield self.starts[sketch.id], latest[sketch.id], sketch.stakes

    def _stakes_on(self, sketch: Sketch, span: Span) -> Sequence[Stake]:
        return with_deputies(sketch.stakes, (span,), self._draft.cast, self._draft.frame.calendars)

    def _narrowest(self, person: PersonRef, jobs: Sequence[_Job]) -> Shortage | None:
        """Return the stretch into which most does not fit, the shortest of those."""
        by_end = sorted(jobs, key=lambda job: (job.last, job.task))
        found: Shortage | None = None
        for first in sorted({job.first for job in jobs}):
            free = self.diary.time_of(person).free_from(first)
            needed = 0
            for job in by_end:
                if job.first < first or job.last < first:
                    continue
                needed += job.minutes
                excess = needed - int(free[job.last - first])
                if excess > 0 and (found is None or excess > found.needed_minutes - found.free_minutes):
                    inside = [one.task for one in by_end if first <= one.first and one.last <= job.last]
                    found = Shortage(
                        tasks=tuple(dict.fromkeys(inside)),
                        person=person,
                        first=first,
                        last=job.last,
                        free_minutes=int(free[job.last - first]),
                        needed_minutes=needed,
                    )
        return found


def goal_of(draft: Draft) -> tuple[str, ...]:
    """Return the tasks that go-live waits for: those before it, directly or not, and whatever has to lie before it.

    Without series, evenings that have to be agreed, and what is dated by hand.
    """
    by_id = {sketch.id: sketch for sketch in draft.sketches}
    wanted = [sketch.id for sketch in draft.sketches if sketch.landmark == "go-live"]
    before = dict.fromkeys(wanted)
    for id in wanted:
        fresh = [one.task for one in by_id[id].after if one.task in by_id and one.task not in before]
        before |= dict.fromkeys(fresh)
        wanted += fresh
    return tuple(
        sketch.id
        for sketch in draft.sketches
        if sketch.landmark != "go-live"
        and (sketch.id in before or sketch.spans[-1].limit < draft.frame.go_live)
        and not (sketch.is_series or sketch.needs_extra or sketch.is_by_hand)
    )
