"""The search for the best placement: tasks take the first place they can have, in an order that is looked for.

The search and the seed are those of `serial`; the ground is the diary of all who take part, so the same file gives the
same plan everywhere.
"""

from collections.abc import Collection
from datetime import date
from typing import Literal

from rollout_kit.plan.bound import Limits
from rollout_kit.plan.frame import Frame
from rollout_kit.plan.ground import DiaryGround, Placement
from rollout_kit.plan.model import PersonRef, Proof
from rollout_kit.plan.serial.search import best_of
from rollout_kit.plan.sketch import Draft, Sketch

SEED = 20270111  # printed with every plan
RESTARTS = 200  # house value: measured in docs/adr/0019
MANY_TASKS = 80  # house value: what is larger is tried less often, so that all tries take a quarter of a second
TRIES_OF_MANY = 110  # house value


def restarts_for(tasks: int) -> int:
    """Return how often a plan of so many tasks is tried again at most."""
    return min(RESTARTS, int(TRIES_OF_MANY * (MANY_TASKS / max(tasks, 1)) ** 1.5))


class Placer:
    """Places the sketches of a draft."""

    def __init__(self, draft: Draft) -> None:
        self.frame: Frame = draft.frame
        self._draft = draft
        self.limits = Limits(draft)
        self.diary = self.limits.diary
        self._ground = DiaryGround(draft, self.limits, SEED)

    def best(self, most: int | None = None) -> Placement:
        """Return the best of all tries, of `most` further ones at most, the diary filled with it."""
        further = restarts_for(len(self._draft.sketches))
        tries = 1 + (further if most is None else min(most, further))
        best = best_of(self._ground, passes=tries, seed=SEED).placed
        self._fill(best)
        return best

    def soon(self, wanted: Collection[str], tries: int) -> frozenset[str]:
        """Return the tasks that find a place in the first try that has one for all that is wanted, else in the last."""
        trial = best_of(self._ground, passes=1, seed=SEED)
        for _ in range(tries - 1):
            if all(id in trial.placed.places for id in wanted):
                break
            trial = self._ground.trial(trial.order)
        return frozenset(trial.placed.places)

    def proof(self, best: Placement) -> Proof | None:
        """Return how near a placement is to the best possible; the diary is filled with it afterwards."""
        if best.ready < 0:
            return None
        homeless = self._ground.homeless(best)
        bound = self.limits.ready_at(without=homeless, most=best.ready)
        between = range(bound + 1, best.ready + 1)
        evening = [sketch.id for sketch in self._draft.sketches if sketch.needs_extra]
        proof = Proof(
            ready=self._half_day(best.ready),
            bound=self._half_day(bound),
            gap_half_days=sum(self.limits.books.fitter.is_working_slot(slot) for slot in between),
            open_tasks=tuple(id for id in homeless if id not in evening and self._may_fit(id, best)),
        )
        self._fill(best)
        return proof

    def _may_fit(self, id: str, best: Placement) -> bool:
        """Whether a task without a place, or a series that lacks some, has more of them in an empty diary."""
        sketch = self.limits.books.by_id[id]
        lost = self._ground.least_cost(sketch, best.places.get(id))
        return lost < self._ground.cost_of(sketch, best.places.get(id))

    def _half_day(self, slot: int) -> tuple[date, Literal[0, 1]]:
        return self.diary.day(slot), 1 if slot % 2 else 0

    def has_time_for(self, sketch: Sketch) -> bool:
        """Whether those who take part have time on some half-day of its dates, and only a room or site is lacking."""
        span = sketch.spans[0]
        first, last = self.diary.slot(span.earliest), min(self.diary.slot(span.limit, 1), self.diary.slots - 1)
        return any(self.limits.books.fitter.has_time(sketch, slot) for slot in range(max(first, 0), last + 1))

    def held_up_by(self, sketch: Sketch, placement: Placement) -> str | None:
        """Return the task before another that makes it late, or leaves it no half-day where it has no place."""
        return self._ground.held_up_by(sketch, placement, self._last_wanted(sketch, placement))

    def short_of_time(self, sketch: Sketch, placement: Placement) -> PersonRef | None:
        """Return whose time ran out where a task is late or has no place; of several, who has least left.

        None where each by themselves would have time, and only never together.
        """
        first, last = self.diary.slot(sketch.spans[0].earliest), self._last_wanted(sketch, placement)
        short = self._ground.short_of_time(sketch, placement, last)
        left = {stake.person: self.diary.time_of(stake.person).left_between(first, last) for stake in short}
        return min(left, key=lambda person: left[person], default=None)

    def _last_wanted(self, sketch: Sketch, placement: Placement) -> int:
        day = sketch.spans[0].aim if sketch.id in placement.places else sketch.spans[-1].limit
        return min(self.diary.slot(day, 1), self.diary.slots - 1)

    def _fill(self, placement: Placement) -> None:
        self.diary.clear()
        for id, place in placement.places.items():
            if not self.limits.books.by_id[id].needs_extra:
                self.limits.books.fitter.book(self.limits.books.by_id[id], place.pieces, 1)
            if self.limits.books.by_id[id].is_sitting:
                self.diary.venues.take(
                    self.limits.books.by_id[id], [person for person, *_ in place.pieces], place.first
                )


def placed_soon(draft: Draft, wanted: Collection[str], tries: int) -> frozenset[str]:
    """Return the tasks that find a place within so many tries: enough to tell whether a plan can be had."""
    return Placer(draft).soon(wanted, tries)
