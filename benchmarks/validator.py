"""Whether a schedule holds, slot by slot. Knows problems, and nothing of how schedules are made."""

from collections.abc import Sequence

from rollout_kit.plan.serial.problem import Activity, Problem


def faults(problem: Problem, starts: Sequence[int]) -> list[str]:
    """Return everything that is wrong with the starts of all activities, in words. Windows may be missed behind."""
    if len(starts) != len(problem.activities):
        return [f"{len(starts)} of {len(problem.activities)} activities have a start"]
    taken = [slots_of(problem, one, start) for one, start in zip(problem.activities, starts, strict=True)]
    return [
        *_early(problem, starts),
        *_short(problem, taken),
        *_unlinked(problem, starts, taken),
        *_full(problem, taken),
    ]


def slots_of(problem: Problem, activity: Activity, start: int) -> list[int]:
    """Return the slots in which an activity that begins at a start is worked at."""
    crew = [(problem.resources[who], units) for who, units in activity.needs]
    slots: list[int] = []
    slot = start
    while len(slots) < activity.slots and slot < start + 100_000:
        if not activity.pauses or all(resource.units(slot) >= units for resource, units in crew):
            slots.append(slot)
        slot += 1
    return slots


def _early(problem: Problem, starts: Sequence[int]) -> list[str]:
    found = []
    for one, start in zip(problem.activities, starts, strict=True):
        if one.at is not None and start != one.at:
            found.append(f"{one.id} starts at {start} instead of {one.at}")
        elif start < (0 if one.at is not None else one.earliest):
            found.append(f"{one.id} starts at {start}, before {one.earliest}")
    return found


def _short(problem: Problem, taken: Sequence[Sequence[int]]) -> list[str]:
    return [
        f"{one.id} has {len(slots)} of {one.slots} slots"
        for one, slots in zip(problem.activities, taken, strict=True)
        if len(slots) < one.slots
    ]


def _unlinked(problem: Problem, starts: Sequence[int], taken: Sequence[Sequence[int]]) -> list[str]:
    found = []
    for link in problem.links:
        before, after = problem.activities[link.before], problem.activities[link.after]
        if after.at is not None:
            continue
        end = taken[link.before][-1] + 1 if taken[link.before] else starts[link.before]
        lag = starts[link.after] - (starts[link.before] if link.from_start else end)
        if lag < link.least or (link.most is not None and lag > link.most):
            found.append(f"{after.id} starts {lag} slots behind {before.id}")
    return found


def _full(problem: Problem, taken: Sequence[Sequence[int]]) -> list[str]:
    used: dict[tuple[int, int], int] = {}
    for one, slots in zip(problem.activities, taken, strict=True):
        for slot in slots:
            for who, units in one.needs:
                used[who, slot] = used.get((who, slot), 0) + units
    return [
        f"{problem.resources[who].id} gives {units} of {problem.resources[who].units(slot)} in slot {slot}"
        for (who, slot), units in sorted(used.items())
        if units > problem.resources[who].units(slot)
    ]
