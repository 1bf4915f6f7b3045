"""The smallest change of staff that is enough: how many people more, at which level, from which day to which."""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from rollout_kit.capacity.answers import Limit, Need, Outlook
from rollout_kit.capacity.model import Question
from rollout_kit.capacity.trials import Trials

SEARCH_RUNS = 200  # house value; what is found is held to all runs
MOST_MORE = 64  # people; house value
MOST_CORRECTIONS = 8  # people added where several levels that are enough alone are not enough together
SEEN_WITHOUT = 0.25  # house value: of all days, those on which it must be seen to hold once they have left
_WEEK = timedelta(days=7)
_LEVELS = {Limit.PHONE: "L1", Limit.WORK: "L1", Limit.L2: "L2", Limit.L3: "L3"}


def need_of(trials: Trials, outlook: Outlook) -> Need | None:
    """Return the fewest people more, for the shortest time, with which the structure scales.

    At one level, if that is enough, else at several: the first with the `also` of the others. People begin with a wave
    or at the start. None where it scales as it is, or where not even `MOST_MORE` are enough.
    """
    if outlook.is_scaling:
        return None
    missed = levels_missed(trials.question, outlook)
    alone = [_Search(trials, trials.question, id).found() for id in missed]
    enough: list[tuple[_More, ...]] = [(more,) for more in alone if more is not None]
    if not enough:
        others = [level.id for level in trials.question.levels if level.kind == "queue" and level.id not in missed]
        several = _several(trials, [*missed, *others])
        enough = [several] if several else []
    best = min(enough, key=lambda parts: _person_days(trials.question, parts), default=None)
    return None if best is None else _need(trials, best)


def levels_missed(question: Question, outlook: Outlook) -> list[str]:
    """Return the staffed levels that miss something first in any run, most frequent first; the first level else."""
    staffed = [level.id for level in question.levels if level.kind == "queue"]
    ids = dict.fromkeys(_LEVELS[first.limit] for first in outlook.first_by)
    return [id for id in ids if id in staffed] or staffed[:1]


@dataclass(frozen=True, slots=True, kw_only=True)
class _More:
    """So many people more at a level, from a day on for so many weeks; None is until the end."""

    level: str
    people: int
    starts_on: date
    weeks: int | None

    @property
    def ends_on(self) -> date | None:
        return None if self.weeks is None else self.starts_on + self.weeks * _WEEK - timedelta(days=1)

    def added_to(self, question: Question) -> Question:
        return question.with_staff(self.level, self.people, self.starts_on, self.ends_on)


@dataclass(frozen=True, slots=True)
class _Search:
    """A search at one level of a question; with `limits`, until those are kept, whatever else is missed."""

    trials: Trials
    question: Question
    level: str
    limits: Collection[Limit] | None = None

    def found(self) -> _More | None:
        """Return the fewest people for the fewest weeks, held to all runs; None where other levels miss too much."""
        others = [limit for limit, level in _LEVELS.items() if level != self.level]
        people = self.fewest() if self.trials.scales(self.question, SEARCH_RUNS, others) else None
        if people is None:
            return None
        return next((more for more in self._longer(self._shortest(people, self._latest_start(people)))
                     if self._is_enough(more)), None)  # fmt: skip

    def fewest(self) -> int | None:
        """Return the fewest people more who are enough over the whole horizon, by doubling and then by halves."""

        def is_enough(people: int) -> bool:
            more = self._more(people, self.question.starts_on, None)
            return self._is_enough(more, SEARCH_RUNS)

        low, high = 0, 1
        while not is_enough(high):
            low, high = high, high * 2
            if high > MOST_MORE:
                return None
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (low, middle) if is_enough(middle) else (middle, high)
        return high

    def _latest_start(self, people: int) -> date:
        """Return the last wave with which it is enough that they begin, else the start of the horizon."""
        first, last = self.question.starts_on, self.question.ends_on
        waves = sorted({wave.date for wave in self.question.waves if first < wave.date <= last})
        for day in reversed(waves):
            if self._is_enough(self._more(people, day, None), SEARCH_RUNS):
                return day
        return first

    def _shortest(self, people: int, starts_on: date) -> _More:
        """Return the fewest weeks that are enough; all, where what grows slowly without them may not be seen."""
        low, high = 0, (self.question.ends_on - starts_on).days // 7 + 1
        while high - low > 1:
            middle = (low + high) // 2
            is_enough = self._is_enough(self._more(people, starts_on, middle), SEARCH_RUNS)
            low, high = (low, middle) if is_enough else (middle, high)
        without = self.question.ends_on - (starts_on + high * _WEEK)
        is_all = without < SEEN_WITHOUT * (self.question.ends_on - self.question.starts_on)
        return self._more(people, starts_on, None if is_all else high)

    def _longer(self, more: _More) -> Iterator[_More]:
        """Yield what was found in some runs, then more of it, for all runs to decide."""
        yield more
        if more.weeks is not None:
            yield from (replace(more, weeks=more.weeks + weeks) for weeks in (1, 2, 4))
        yield replace(more, weeks=None)
        for people in (more.people, more.people + 1):
            yield self._more(people, self.question.starts_on, None)

    def _more(self, people: int, starts_on: date, weeks: int | None) -> _More:
        return _More(level=self.level, people=people, starts_on=starts_on, weeks=weeks)

    def _is_enough(self, more: _More, runs: int | None = None) -> bool:
        return self.trials.scales(more.added_to(self.question), runs, self.limits)


def _several(trials: Trials, levels: Collection[str]) -> tuple[_More, ...] | None:
    """Return people more at several levels: at each as many as its own limits take, then more until all are kept."""
    people: dict[str, int] = {}
    question = trials.question
    for id in levels:
        own = [limit for limit, level in _LEVELS.items() if level == id]
        if not trials.scales(question, SEARCH_RUNS, own):
            fewest = _Search(trials, question, id, own).fewest()
            if fewest is None:
                return None
            people[id] = fewest
            question = question.with_staff(id, fewest)
    for _ in range(MOST_CORRECTIONS):
        found = trials.tried(question)
        if found.is_scaling:
            parts = ((id, more) for id, more in people.items())
            return tuple(_More(level=id, people=more, starts_on=question.starts_on, weeks=None) for id, more in parts)
        often = Counter(_LEVELS[one.first_limit] for one in found.found if one.first_limit is not None)
        worst = max(levels, key=lambda id: often[id])
        people[worst] = people.get(worst, 0) + 1
        question = question.with_staff(worst, 1)
    return None


def _need(trials: Trials, parts: tuple[_More, ...]) -> Need:
    question = trials.question
    for part in parts:
        question = part.added_to(question)
    share = trials.tried(question).share_outgrown
    waves = {wave.date: index for index, wave in reversed(list(enumerate(question.waves)))}
    first, *others = (
        Need(
            level=part.level, more=part.people, starts_on=part.starts_on, ends_on=part.ends_on,
            wave=waves.get(part.starts_on), share_outgrown=share,
        )
        for part in parts
    )  # fmt: skip
    return replace(first, also=tuple(others))


def _person_days(question: Question, parts: Collection[_More]) -> int:
    return sum(
        part.people * ((min(part.ends_on or question.ends_on, question.ends_on) - part.starts_on).days + 1)
        for part in parts
    )
