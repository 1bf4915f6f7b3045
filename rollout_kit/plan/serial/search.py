"""The search for the best order: the same for published instances and for a rollout.

What is placed, and where, is a `Ground`; the search knows orders and costs only. It begins with the ground's own order,
draws others around it at random, and from then on crosses two good ones, moves a few items, and keeps the child where
it is no worse than the worst it has. All it takes is a number of schedules and a seed, so that the same input gives the
same schedule everywhere.
"""

from bisect import insort_left
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Generic, Protocol, TypeVar

FAMILY = 125  # house value: at most so many orders are kept and crossed; measured in docs/adr/0019
FEWEST = 10  # house value: so many at least, however few schedules are made
SCHEDULES_A_MEMBER = 40  # house value
MOVE_AGAIN = 0.8  # house value: how probable it is that one more item of a child is moved

Placed = TypeVar("Placed", covariant=True)
Cost = tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial(Generic[Placed]):
    """One complete schedule: its cost, where everything is, and the order that it teaches for further tries."""

    cost: Cost
    order: tuple[int, ...]
    placed: Placed


class Ground(Protocol[Placed]):
    """What items are placed on. An order names every item once, none before one of those in `before[item]`.

    `ranks` are the order to begin with, smallest first; `passes` counts the schedules made so far; `follows` is how
    many tries in a row build on what the last one has taught before others are crossed.
    """

    follows: int

    before: Sequence[Sequence[int]]
    ranks: Sequence[float]
    passes: int

    @property
    def least(self) -> Cost:
        """What no schedule costs less than; asked for behind the first trial."""

    def trial(self, order: Sequence[int]) -> Trial[Placed]:
        """Return the schedule that an order leads to, improved as the ground knows how to."""


def best_of(ground: Ground[Placed], *, passes: int, seed: int) -> Trial[Placed]:
    """Return the best schedule of all that are made until one costs the least, or `passes` are used up."""
    search = _Search(ground, Random(seed), min(FAMILY, max(FEWEST, passes // SCHEDULES_A_MEMBER)))
    search.add(search.drawn(is_greedy=True))
    while ground.passes < passes and search.best.cost > ground.least:
        search.add(search.next_order())
    return search.best


class _Search(Generic[Placed]):
    def __init__(self, ground: Ground[Placed], random: Random, size: int) -> None:
        self._ground = ground
        self._random = random.random
        self._size = size
        self._before = [frozenset(before) for before in ground.before]
        self._after: list[list[int]] = [[] for _ in ground.before]
        for item, before in enumerate(self._before):
            for each in sorted(before):
                self._after[each].append(item)
        self._family: list[Trial[Placed]] = []
        self._known: set[tuple[Cost, tuple[int, ...]]] = set()
        self._last: tuple[int, ...] = ()
        self._to_follow = 0

    @property
    def best(self) -> Trial[Placed]:
        """The best trial so far."""
        return self._family[0]

    @property
    def is_full(self) -> bool:
        """Whether there are enough orders to cross."""
        return len(self._family) >= self._size

    def add(self, order: Sequence[int]) -> None:
        """Try an order, and keep what it teaches unless it is known or worse than all that are kept."""
        trial = self._ground.trial(order)
        self._last = trial.order
        if not self._family or trial.cost < self.best.cost:
            self._to_follow = self._ground.follows
        fresh = (trial.cost, trial.order)
        if fresh in self._known or (self.is_full and trial.cost > self._family[-1].cost):
            return
        if self.is_full:
            worst = self._family.pop()
            self._known.discard((worst.cost, worst.order))
        self._known.add(fresh)
        insort_left(self._family, trial, key=lambda one: one.cost)

    def next_order(self) -> list[int]:
        """Return what to try next: what the last try has taught, a fresh draw, or a child of two that are kept."""
        if self._to_follow:
            self._to_follow -= 1
            return list(self._last)
        self._to_follow = self._ground.follows
        return self.child() if self.is_full else self.drawn()

    def drawn(self, *, is_greedy: bool = False) -> list[int]:
        """Return an order by the ranks: the greedy one, or one in which what ranks lower gets its chance too."""
        waits = [len(before) for before in self._before]
        ready = [item for item, count in enumerate(waits) if not count]
        order: list[int] = []
        while ready:
            item = ready.pop(self._greediest(ready) if is_greedy else self._one_of(ready))
            order.append(item)
            for after in self._after[item]:
                waits[after] -= 1
                if not waits[after]:
                    ready.append(after)
        return order

    def child(self) -> list[int]:
        """Return the order of one parent with a middle part from another, and a few items moved."""
        mother, father = self._parent(), self._parent()
        cuts = sorted((int(self._random() * len(mother)), int(self._random() * (len(mother) + 1))))
        order = list(mother[: cuts[0]])
        taken = set(order)
        order += [item for item in father if item not in taken][: cuts[1] - cuts[0]]
        taken.update(order)
        order += [item for item in mother if item not in taken]
        return self._moved(order)

    def _parent(self) -> tuple[int, ...]:
        """Return the better of two drawn at random; the family is kept from best to worst."""
        return self._family[int(min(self._random(), self._random()) * len(self._family))].order

    def _moved(self, order: list[int]) -> list[int]:
        self._move(order)
        while self._random() < MOVE_AGAIN:
            self._move(order)
        return order

    def _move(self, order: list[int]) -> None:
        """Move one item to anywhere between those before it and those after it."""
        at = int(self._random() * len(order))
        item = order[at]
        first = last = at
        while first > 0 and order[first - 1] not in self._before[item]:
            first -= 1
        while last < len(order) - 1 and item not in self._before[order[last + 1]]:
            last += 1
        order.insert(first + int(self._random() * (last - first + 1)), order.pop(at))

    def _greediest(self, ready: Sequence[int]) -> int:
        return min(range(len(ready)), key=lambda index: (self._ground.ranks[ready[index]], ready[index]))

    def _one_of(self, ready: Sequence[int]) -> int:
        """Draw one, the more probably the further its rank is from the worst one's."""
        if len(ready) == 1:
            return 0
        ranks = [self._ground.ranks[item] for item in ready]
        chances = [max(ranks) - rank + 1 for rank in ranks]
        left = self._random() * sum(chances)
        for index, chance in enumerate(chances):
            left -= chance
            if left < 0:
                return index
        return len(ready) - 1
