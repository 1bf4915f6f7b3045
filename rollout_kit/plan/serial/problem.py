"""What is to be scheduled: activities on resources, in slots of equal length, with links between them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """Somebody or something with room for `capacity` units in every slot.

    `by_slot` says how many there are slot by slot (0 = away); behind its end, and where it is None, all are there.
    """

    id: str
    capacity: int
    by_slot: tuple[int, ...] | None = None

    def units(self, slot: int) -> int:
        """Return how many units are there in a slot."""
        if self.by_slot is None or slot >= len(self.by_slot):
            return self.capacity
        return self.by_slot[slot]


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """Something that takes `slots` slots, and in each of them the `needs`: (number of the resource, units).

    Its window is `earliest` to `until`, the first slot behind it. `at` puts its start where it is, whatever is before
    it. `pauses`: it is worked at only in slots in which all its resources are there, and waits between them; without
    it the slots follow one another. `wants_late`: as late as what waits for it allows, without costing time.
    """

    id: str
    slots: int
    needs: tuple[tuple[int, int], ...] = ()
    earliest: int = 0
    until: int | None = None
    at: int | None = None
    pauses: bool = False
    wants_late: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """`after` starts `least` slots or more behind the end of `before` (its start, with `from_start`), `most` at most.

    Activities are named by their number. A negative lag lets them overlap.
    """

    before: int
    after: int
    least: int = 0
    most: int | None = None
    from_start: bool = False


@dataclass(frozen=True, kw_only=True)
class Problem:
    """Activities, resources and links. `goal` are the activities whose end counts; without it all of them do."""

    activities: tuple[Activity, ...]
    resources: tuple[Resource, ...]
    links: tuple[Link, ...] = ()
    goal: tuple[int, ...] = ()

    @cached_property
    def goals(self) -> tuple[int, ...]:
        """The numbers of the activities whose latest end is the makespan."""
        return self.goal or tuple(range(len(self.activities)))

    @cached_property
    def horizon(self) -> int:
        """A number of slots in which everything fits one after the other, calendars and windows included."""
        first = max((_first_free(one) for one in self.activities), default=0)
        away = max((len(resource.by_slot or ()) for resource in self.resources), default=0)
        gaps = sum(max(link.least, 0) for link in self.links)
        return max(first, away) + sum(one.slots for one in self.activities) + gaps + 1

    @cached_property
    def sequence(self) -> tuple[int, ...]:
        """All numbers, none before one that it is linked behind. Raises ValueError on a circle."""
        return tuple(_sequence(len(self.activities), self.links))


def for_goal(problem: Problem) -> tuple[Problem, tuple[int, ...]]:
    """Return the problem with nothing but its goal and what that waits for, and the old numbers of what is left."""
    before: dict[int, list[int]] = {}
    for link in problem.links:
        before.setdefault(link.after, []).append(link.before)
    wanted, found = list(problem.goals), set(problem.goals)
    for number in wanted:
        fresh = [one for one in before.get(number, ()) if one not in found]
        found.update(fresh)
        wanted += fresh
    kept = tuple(sorted(found))
    new = {old: number for number, old in enumerate(kept)}
    links = tuple(
        replace(link, before=new[link.before], after=new[link.after])
        for link in problem.links
        if link.before in new and link.after in new
    )
    activities = tuple(problem.activities[old] for old in kept)
    goal = tuple(new[old] for old in problem.goals)
    return Problem(activities=activities, resources=problem.resources, links=links, goal=goal), kept


def _first_free(activity: Activity) -> int:
    return max(activity.earliest, activity.at or 0) + (activity.slots if activity.at is not None else 0)


def _sequence(count: int, links: Sequence[Link]) -> list[int]:
    waits = [0] * count
    behind: list[list[int]] = [[] for _ in range(count)]
    for link in links:
        waits[link.after] += 1
        behind[link.before].append(link.after)
    ordered = [number for number in range(count) if waits[number] == 0]
    for number in ordered:
        for after in behind[number]:
            waits[after] -= 1
            if waits[after] == 0:
                ordered.append(after)
    if len(ordered) < count:
        raise ValueError("the links go in a circle")
    return ordered
