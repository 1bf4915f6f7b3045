"""The chain that leads to go-live, and how far each task could slip."""

from collections.abc import Mapping, Sequence
from datetime import date

from rollout_kit.plan.frame import Frame
from rollout_kit.plan.model import Task


def critical_chain(tasks: Sequence[Task], waits_for: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """Return the ids of the chain: from go-live back, always to the task that is finished last of those waited for.

    A task that was dated by hand waits for nothing; the chain goes on to what was finished before it all the same.
    """
    by_id = {task.id: task for task in tasks if task.dates}
    chain: list[str] = []
    current = next((task for task in by_id.values() if task.landmark == "go-live"), None)
    while current is not None and current.id not in chain:
        chain.append(current.id)
        before = [by_id[id] for id in waits_for[current.id] if id in by_id and not by_id[id].is_series]
        before = [task for task in before if task.dates[-1] <= current.dates[0]]
        current = max(before, key=lambda task: (task.dates[-1], task.id), default=None)
    return frozenset(chain)


def latest_ends(tasks: Sequence[Task], frame: Frame) -> dict[str, date]:
    """Return the last day on which each placed task could end: its limit, or the day before one that waits for it."""
    ends = {task.id: task.limit for task in tasks if task.dates}
    for task in tasks:
        if not task.dates:
            continue
        day_before = frame.calendars.add_working_days(task.dates[0], -1)
        for id in task.after:
            if id in ends:
                ends[id] = min(ends[id], day_before)
    return {task.id: max(ends[task.id], task.dates[-1]) for task in tasks if task.dates}
