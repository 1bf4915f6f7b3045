"""In which order tasks are placed: by their latest start, nothing before what it waits for."""

import math
from collections.abc import Mapping, Sequence
from heapq import heapify, heappop, heappush

from rollout_kit.calendars.presence import HALF_DAY_MINUTES
from rollout_kit.plan.diary import Diary
from rollout_kit.plan.sketch import Draft, Sketch
from rollout_kit.playbook.model import Predecessor


class Order:
    """Who waits for whom among the tasks of a draft, and when each could start at the soonest and latest."""

    def __init__(self, draft: Draft, diary: Diary) -> None:
        self._by_id = {sketch.id: sketch for sketch in draft.sketches}
        self.after: dict[str, tuple[Predecessor, ...]] = {
            sketch.id: tuple(before for before in sketch.after if before.task in self._by_id)
            for sketch in draft.sketches
        }
        self.successors: dict[str, list[str]] = {id: [] for id in self._by_id}
        for id, before in self.after.items():
            for predecessor in before:
                self.successors[predecessor.task].append(id)
        forwards = [sketch.id for sketch in self.sorted(draft.sketches, dict.fromkeys(self._by_id, 0.0))]
        self.latest = self._latest_starts(forwards, diary)
        self.soonest = self._soonest_starts(forwards, diary)

    def sorted(self, sketches: Sequence[Sketch], rank: Mapping[str, float]) -> list[Sketch]:
        """Return the sketches by rank, none before a predecessor that is among them; no cycle passes `validate`."""
        among = {sketch.id for sketch in sketches}
        waits = {id: sum(before.task in among for before in self.after[id]) for id in among}
        free = [(rank[id], id) for id, count in waits.items() if count == 0]
        heapify(free)
        ordered: list[Sketch] = []
        while free:
            _, id = heappop(free)
            ordered.append(self._by_id[id])
            for successor in self.successors[id]:
                if successor in among:
                    waits[successor] -= 1
                    if waits[successor] == 0:
                        heappush(free, (rank[successor], successor))
        return ordered

    def _latest_starts(self, forwards: Sequence[str], diary: Diary) -> dict[str, int]:
        """Latest slot in which each task may start, so that those after it keep their aims."""
        latest: dict[str, int] = {}
        for id in reversed(forwards):
            sketch = self._by_id[id]
            end = min(
                [diary.slot(sketch.spans[0].aim, 1), *(latest[successor] - 1 for successor in self.successors[id])]
            )
            longest = max((stake.minutes for stake in sketch.stakes), default=0)
            latest[id] = end - max(0, math.ceil(longest / HALF_DAY_MINUTES) - 1)
        return latest

    def _soonest_starts(self, forwards: Sequence[str], diary: Diary) -> dict[str, int]:
        """First slot in which each task could start if all before it took their first slot."""
        soonest: dict[str, int] = {}
        for id in forwards:
            before = [soonest[one.task] + 1 for one in self.after[id] if not self._by_id[one.task].is_series]
            soonest[id] = max([diary.slot(self._by_id[id].spans[0].earliest), *before])
        return soonest
