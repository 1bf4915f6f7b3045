"""What no plan can do: why something does not fit, and how early all that go-live waits for can be done at best.

Every task gets the first half-day that calendars, windows and what it waits for leave it, and the last one that its
limit and what waits for it do, each as if it were alone. Something cannot be done where a chain of tasks is longer than
the time there is, or where what has to lie between two half-days needs more of somebody's time than is free between
them, even if it could be taken up and put down at will. None of this knows an order of tasks: what it says holds for
every plan of the draft. The reverse does not: where it says nothing, there may still be no plan.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rollout_kit.plan.deputies import with_deputies
from rollout_kit.plan.diary import Diary
from rollout_kit.plan.model import PersonRef, Stake
from rollout_kit.plan.sketch import Draft, Sketch
from rollout_kit.plan.windows import Books, Windows


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
    """What no plan of a draft can do. Slots are those of the diary of its `books`, which is taken for the reckoning."""

    def __init__(self, draft: Draft) -> None:
        self.books = Books(draft)
        self.goal = goal_of(draft)
        self._windows: dict[frozenset[str], Windows] = {}
        self._ready: dict[tuple[frozenset[str], int], int] = {}
        self._free: dict[tuple[frozenset[str], PersonRef, int], Sequence[float]] = {}

    @property
    def diary(self) -> Diary:
        """The diary that slots are of."""
        return self.books.diary

    def shortage(self, deadline: int | None = None, *, without: Sequence[str] = ()) -> Shortage | None:
        """Return why not all that go-live waits for can be done by a half-day; None where nothing is known against it.

        Without a deadline: why not every task can lie within its limits. Tasks `without` are left out of the account:
        those of which it is known that they have no place.
        """
        return next(self.shortages(deadline, without=without), None)

    def shortages(self, deadline: int | None = None, *, without: Sequence[str] = ()) -> Iterator[Shortage]:
        """Yield the chains that are too long, then for each person the stretch that is too narrow by most."""
        left_out = frozenset(without)
        windows = self._windows_of(left_out)
        latest = windows.latest(deadline)
        told: set[str] = set()
        for id in windows.ids:
            if windows.ends[id] > latest[id] and id not in told:
                chain = self._chain(id, windows, latest, deadline)
                told.update(chain)
                yield Shortage(tasks=chain)
        self._book_what_is_dated(left_out)
        jobs = self._jobs(windows, latest, left_out)
        yield from [found for person in jobs if (found := self._narrowest(person, jobs[person], left_out)) is not None]

    def ready_at(self, *, without: Sequence[str] = (), most: int) -> int:
        """Return a half-day before which no plan that keeps all limits has done all that go-live waits for.

        It is at most `most`. Plans that have no place for the tasks `without` count as plans too.
        """
        left_out = frozenset(without)
        if (left_out, most) not in self._ready:
            ends = self._windows_of(left_out).ends
            slot = max((ends[id] for id in self.goal if id in ends), default=0)
            while slot < most and self.shortage(slot, without=without) is not None:
                slot += 1
            self._ready[left_out, most] = min(slot, most)
        return self._ready[left_out, most]

    def _windows_of(self, without: frozenset[str]) -> Windows:
        if without not in self._windows:
            self._windows[without] = Windows(self.books, self.goal, without)
        return self._windows[without]

    def _chain(self, id: str, windows: Windows, latest: Mapping[str, int], deadline: int | None) -> tuple[str, ...]:
        """Return a chain through a task: back to what it waits for, on to what waits for it, while that is tight."""
        if id in windows.nowhere and windows.starts[id] == windows.opens(id):
            return (id,)
        chain = [id]
        while windows.starts[chain[0]] > windows.opens(chain[0]):
            chain.insert(0, max(windows.waits_for(chain[0]), key=lambda one: (windows.ends[one], one)))
        while latest[chain[-1]] < windows.last(chain[-1], deadline):
            behind = [one for one in self.books.order.successors[chain[-1]] if one in latest]
            chain.append(min(behind, key=lambda one: (latest[one], one)))
        return tuple(chain)

    def _jobs(
        self, windows: Windows, latest: Mapping[str, int], without: frozenset[str]
    ) -> dict[PersonRef, list[_Job]]:
        """Return what has to lie where of each person's time, but for what may take more than the share."""
        jobs: dict[PersonRef, list[_Job]] = {}
        for sketch in self.books.draft.sketches:
            if sketch.may_use_extra or len(sketch.trainers) > 1 or sketch.id in without:
                continue
            for first, last, stakes in self._dates(sketch, windows, latest):
                for stake in stakes:
                    if stake.minutes:
                        jobs.setdefault(stake.person, []).append(_Job(first, last, stake.minutes, sketch.id))
        return jobs

    def _dates(
        self, sketch: Sketch, windows: Windows, latest: Mapping[str, int]
    ) -> Iterator[tuple[int, int, Sequence[Stake]]]:
        frame, diary = self.books.draft.frame, self.books.diary
        if sketch.is_series:
            for span in sketch.spans:
                stakes = with_deputies(sketch.stakes, (span,), self.books.draft.cast, frame.calendars)
                yield diary.slot(span.earliest), min(diary.slot(span.limit, 1), diary.slots - 1), stakes
        elif sketch.id in latest:
            yield windows.starts[sketch.id], latest[sketch.id], sketch.stakes

    def _free_from(self, person: PersonRef, first: int, without: frozenset[str]) -> Sequence[float]:
        key = (without, person, first)
        if key not in self._free:
            self._free[key] = self.books.diary.time_of(person).free_from(first)
        return self._free[key]

    def _book_what_is_dated(self, without: frozenset[str]) -> None:
        diary = self.books.diary
        diary.clear()
        for sketch in self.books.draft.sketches:
            is_dated = (sketch.is_by_hand or sketch.fills_the_day) and not sketch.is_series
            if is_dated and sketch.id not in without:
                span = sketch.spans[0]
                last = min(diary.slot(span.limit, 1), diary.slots - 1)
                self.books.fitter.fit(sketch, diary.slot(span.earliest), last, 1.0)

    def _narrowest(self, person: PersonRef, jobs: Sequence[_Job], without: frozenset[str]) -> Shortage | None:
        """Return the stretch into which most does not fit, the shortest of those."""
        by_end = sorted(jobs, key=lambda job: (job.last, job.task))
        found: Shortage | None = None
        for first in sorted({job.first for job in jobs}):
            free = self._free_from(person, first, without)
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
