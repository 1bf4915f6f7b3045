"""A question, ready to be run through many times: each run with figures of its own, and days as its dice say.

Every figure with a range is drawn from it (triangular), but for what shapes a day or a week (peak hour, busiest day,
ramp) and for growth, which stay at their likely values.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress

from rollout_kit.capacity import figures as named
from rollout_kit.capacity.answers import Limit
from rollout_kit.capacity.course import Course, contacts_per_user_week
from rollout_kit.capacity.desk_run import Desk
from rollout_kit.capacity.draws import Dice, Throws, triangular
from rollout_kit.capacity.level import Level
from rollout_kit.capacity.model import Question
from rollout_kit.capacity.tier_runs import Further, TierRun

NOT_DRAWN = {
    named.RAMP, named.GROWTH, named.PEAK_HOUR, named.BUSIEST_DAY, named.DEMAND_SPREAD, named.MOST_OCCUPANCY,
    named.HALF_LIFE,  # drawn by its share, see `Course`
}  # fmt: skip
LIMITS = (Limit.PHONE, Limit.WORK, Limit.L2, Limit.L3)
"""What can be missed; a limit's place is its bit in `Ran.missed`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """One run: its staffed levels in their order, by day, and for each open day the limits missed, one bit for each."""

    tiers: tuple[TierRun, ...]
    missed: bytes


class Simulation:
    """One question, prepared; `run` may be called for any run in any order.

    `days` are the indices of the days that are walked through, `open_days` those on which the desk is open. A variant
    of a question says which simulation it is like: each figure keeps its throw, its place in `slots`, and what is the
    same for both is worked out once.
    """

    def __init__(self, question: Question, like: "Simulation | None" = None) -> None:
        """Work out what is the same in all runs."""
        known = like if like and like.course.serves(question) else None
        self.question = question
        self.course: Course = known.course if known else Course(question, like.days if like else None)
        self.days: tuple[int, ...] = self.course.days
        self._is_open = [question.days[index].is_open for index in self.days]
        self.open_days = tuple(compress(self.days, self._is_open))
        self.slots: dict[str, int] = dict(like.slots) if like else {}
        for figure in question.figures:
            self.slots.setdefault(figure.name, len(self.slots))
        self._drawn = [one for one in question.figures if one.name not in NOT_DRAWN and not one.is_certain]
        self._likely = {figure.name: figure.likely for figure in question.figures}
        self.desk: Desk = Desk(question, self.course, known.desk if known else None)
        self._further = [Further(question, level, self.days) for level in question.levels[1:]]

    @property
    def tiers(self) -> tuple[Level, ...]:
        """The staffed levels, in the order of `Ran.tiers`."""
        return tuple(level for level in self.question.levels if level.kind == "queue")

    def dice(self, seed: int) -> Dice:
        """Return dice that are enough for it and for its variants."""
        return Dice(seed=seed, days=len(self.days), levels=[level.kind == "queue" for level in self.question.levels])

    def run(self, dice: Dice, run: int) -> Ran:
        """Return what happens in one run."""
        throws = dice.of(run)
        values = self._values(throws)
        contacts = self._contacts(values, throws, dice.demand(run, values[named.DEMAND_SPREAD]))
        first, calls_missed = self.desk.run(contacts, values, throws.calls, throws.contacts[0], throws.work[0])
        tiers, missed = [first], [(Limit.PHONE, calls_missed), (Limit.WORK, first.missed)]
        coming = {level.id: [0.0] * len(self.days) for level in self.question.levels}
        _hand_on(self.question.first_level, first.done, values, coming)
        for place, further in enumerate(self._further, start=1):
            level, done = further.level, coming[further.level.id]
            if level.kind == "queue":
                tier = further.run(done, values, throws.contacts[place], throws.work[place])
                tiers.append(tier)
                missed.append((Limit(level.id), tier.missed))
                done = list(tier.done)
            _hand_on(level, done, values, coming)
        return Ran(tiers=tuple(tiers), missed=bytes(compress(_together(missed), self._is_open)))

    def _values(self, throws: Throws) -> dict[str, float]:
        values, figures = dict(self._likely), throws.figures
        for figure in self._drawn:
            values[figure.name] = triangular(figures[self.slots[figure.name]], figure.low, figure.likely, figure.high)
        return values

    def _contacts(self, values: Mapping[str, float], throws: Throws, demand: float) -> list[float]:
        per_user = contacts_per_user_week(values[named.TICKETS], values[named.SELF_SERVED], values[named.REPEATS])
        half_life = throws.figures[self.slots[named.HALF_LIFE]]
        return self.course.contacts(per_user * demand, values[named.GOLIVE_FACTOR], half_life)


def _hand_on(level: Level, done: Sequence[float], values: Mapping[str, float], coming: dict[str, list[float]]) -> None:
    if level.passes_to is None or level.passes_on is None:
        return
    share, there = values[level.passes_on], coming[level.passes_to]
    if not any(there):
        coming[level.passes_to] = [share * number for number in done]
        return
    coming[level.passes_to] = [before + share * number for before, number in zip(there, done, strict=True)]


def _together(missed: Iterable[tuple[Limit, bytes]]) -> bytes:
    """Return one byte a day with a bit for each limit; all days at once, as one large number."""
    total, length = 0, 0
    for limit, days in missed:
        total |= int.from_bytes(days, "little") << LIMITS.index(limit)
        length = len(days)
    return total.to_bytes(length, "little")
