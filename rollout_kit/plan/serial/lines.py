"""What can become too narrow: each resource, and sets of activities no two of which can run at the same time."""

from collections.abc import Sequence
from dataclasses import dataclass

from rollout_kit.plan.serial.problem import Problem, Resource

MOST_SETS = 40  # house value: how many sets are looked at; more seldom tell more


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Who uses what: `users` are numbers of activities and how many units each takes.

    Without a `resource` it is one unit that is always there: its users exclude one another.
    """

    users: tuple[tuple[int, int], ...]
    resource: int | None
    of: Resource | None

    def units(self, slot: int) -> int:
        """Return how many units there are in a slot."""
        return 1 if self.of is None else self.of.units(slot)


def lines_of(problem: Problem) -> list[Line]:
    """Return a line per resource, then those of activities that exclude one another, longest first."""
    by_resource: list[list[tuple[int, int]]] = [[] for _ in problem.resources]
    for number, one in enumerate(problem.activities):
        for who, units in one.needs:
            if one.slots and units:
                by_resource[who].append((number, units))
    lines = [
        Line(users=tuple(users), resource=who, of=problem.resources[who])
        for who, users in enumerate(by_resource)
        if users
    ]
    return lines + [Line(users=tuple((each, 1) for each in one), resource=None, of=None) for one in _sets(problem)]


def _sets(problem: Problem) -> list[tuple[int, ...]]:
    excluded = _exclusions(problem)
    lengths = [one.slots for one in problem.activities]
    found: dict[tuple[int, ...], int] = {}
    for first in range(len(lengths)):
        members, left = [first], excluded[first]
        while left:
            each = max(left, key=lambda one: (lengths[one] * (1 + len(left & excluded[one])), -one))
            members.append(each)
            left = left & excluded[each]
        found[tuple(sorted(members))] = sum(lengths[each] for each in members)
    return sorted(found, key=lambda one: (-found[one], one))[:MOST_SETS]


def _exclusions(problem: Problem) -> list[frozenset[int]]:
    """Return for each activity those that can never run at the same time: too much of a resource, or linked."""
    count = len(problem.activities)
    behind = _behind(problem)
    capacity = [max([one.capacity, *(one.by_slot or ())]) for one in problem.resources]
    needs = [dict(one.needs) for one in problem.activities]
    excluded: list[set[int]] = [set() for _ in range(count)]
    for one in range(count):
        for other in range(one):
            shared = needs[one].keys() & needs[other].keys()
            is_apart = any(needs[one][who] + needs[other][who] > capacity[who] for who in sorted(shared))
            is_long = problem.activities[one].slots and problem.activities[other].slots
            if is_long and (is_apart or one in behind[other] or other in behind[one]):
                excluded[one].add(other)
                excluded[other].add(one)
    return [frozenset(each) for each in excluded]


def _behind(problem: Problem) -> Sequence[set[int]]:
    """Return for each activity all that begin behind its end, directly or not."""
    behind: list[set[int]] = [set() for _ in problem.activities]
    following: list[list[int]] = [[] for _ in problem.activities]
    for link in problem.links:
        if link.least >= 0 and not link.from_start and problem.activities[link.after].at is None:
            following[link.before].append(link.after)
    for number in reversed(problem.sequence):
        for after in following[number]:
            behind[number] |= {after, *behind[after]}
    return behind
