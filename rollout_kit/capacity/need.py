"""The smallest change of staff that is enough: how many people more at one level, from which day to which."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from rollout_kit.capacity.answers import Limit, Need, Outlook
from rollout_kit.capacity.model import Question
from rollout_kit.capacity.trials import Trials

SEARCH_RUNS = 200  # house value; what is found is held to all runs
MOST_MORE = 64  # people; house value
NEARLY_ALL_WEEKS = 3  # a breach that begins in the last ten open days is not seen to last
_WEEK = timedelta(days=7)
_LEVELS = {Limit.PHONE: "L1", Limit.WORK: "L1", Limit.L2: "L2", Limit.L3: "L3"}


def need_of(trials: Trials, outlook: Outlook) -> Need | None:
    """Return the fewest people more, at one level and for the shortest time, with which the structure scales.

    None where it scales as it is, or where no one level is enough. People begin with a wave or at the start.
    """
    if outlook.is_scaling:
        return None
    found = (_need(trials, id) for id in levels_missed(trials.question, outlook))
    return min((need for need in found if need), key=lambda need: _person_days(trials.question, need), default=None)


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


def _need(trials: Trials, level: str) -> Need | None:
    people = _fewest(trials, level)
    if people is None:
        return None
    starts_on = _latest_start(trials, level, people)
    question, shortest = trials.question, _shortest(trials, level, people, starts_on)
    more = next((one for one in _longer(question, shortest) if trials.scales(one.added_to(question))), None)
    if more is None:
        return None
    wave = next((index for index, wave in enumerate(question.waves) if wave.date == more.starts_on), None)
    return Need(
        level=level,
        more=more.people,
        starts_on=more.starts_on,
        ends_on=more.ends_on,
        wave=wave,
        share_outgrown=trials.tried(more.added_to(question)).share_outgrown,
    )


def _fewest(trials: Trials, level: str) -> int | None:
    """Return the fewest people more who are enough over the whole horizon, by doubling and then by halves."""

    def is_enough(people: int) -> bool:
        return trials.scales(trials.question.with_staff(level, people), SEARCH_RUNS)

    low, high = 0, 1
    while not is_enough(high):
        low, high = high, high * 2
        if high > MOST_MORE:
            return None
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if is_enough(middle) else (middle, high)
    return high


def _latest_start(trials: Trials, level: str, people: int) -> date:
    """Return the last wave with which it is enough that they begin, else the start of the horizon."""
    question = trials.question
    waves = sorted({wave.date for wave in question.waves if question.starts_on < wave.date <= question.ends_on})
    for day in reversed(waves):
        if trials.scales(question.with_staff(level, people, day), SEARCH_RUNS):
            return day
    return question.starts_on


def _shortest(trials: Trials, level: str, people: int, starts_on: date) -> _More:
    """Return the fewest weeks that are enough."""
    question = trials.question
    low, high = 0, (question.ends_on - starts_on).days // 7 + 1
    while high - low > 1:
        middle = (low + high) // 2
        more = _More(level=level, people=people, starts_on=starts_on, weeks=middle)
        low, high = (low, middle) if trials.scales(more.added_to(question), SEARCH_RUNS) else (middle, high)
    weeks = None if starts_on + (high + NEARLY_ALL_WEEKS) * _WEEK > question.ends_on else high
    return _More(level=level, people=people, starts_on=starts_on, weeks=weeks)


def _longer(question: Question, more: _More) -> Iterator[_More]:
    """Yield what was found in some runs, then more of it, for all runs to decide."""
    yield more
    if more.weeks is not None:
        for weeks in (more.weeks + 1, more.weeks + 2, more.weeks + 4):
            yield _More(level=more.level, people=more.people, starts_on=more.starts_on, weeks=weeks)
    yield _More(level=more.level, people=more.people, starts_on=more.starts_on, weeks=None)
    yield _More(level=more.level, people=more.people, starts_on=question.starts_on, weeks=None)
    if more.people < MOST_MORE:
        yield _More(level=more.level, people=more.people + 1, starts_on=question.starts_on, weeks=None)


def _person_days(question: Question, need: Need) -> float:
    ends_on = min(need.ends_on or question.ends_on, question.ends_on)
    return need.more * ((ends_on - need.starts_on).days + 1)
