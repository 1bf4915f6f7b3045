"""Which figure moves the answer: each at its low and at its high value, the others in the middle of their ranges."""

import math
from collections.abc import Sequence

from rollout_kit.capacity.answers import Bar, Expectation
from rollout_kit.capacity.channels import line_of, offered_load, people_answering
from rollout_kit.capacity.demand import demand_of
from rollout_kit.capacity.figures import Figure
from rollout_kit.capacity.level import HALF_HOUR_MINUTES
from rollout_kit.capacity.model import Question
from rollout_kit.capacity.outlook import Tried
from rollout_kit.capacity.trials import Trials

BAR_RUNS = 200  # house value: bars are off by seven points at most
FEW_RUNS = 60  # house value: where all or none of so many are outgrown, at both ends, the share is not moved
SECONDS_AN_HOUR = 3600


def bars_of(trials: Trials, expectation: Expectation) -> tuple[Bar, ...]:
    """Return a bar for each figure with a range, the one that moves most first: the share outgrown, then the backlog.

    The other figures stand at their likely values; what is drawn beside is how much demand varies, and chance.
    """
    question, worst = trials.question, _worst_day(expectation)
    middle = _at_the_middle(question)
    figures = [figure for figure in question.figures if not figure.is_certain and matters(question, figure.name)]
    if not figures:
        return ()
    stands = trials.variant(middle).first(min(BAR_RUNS, trials.runs)).share_outgrown
    bars = (_bar(trials, middle, figure, worst, stands) for figure in figures)
    return tuple(sorted(bars, key=_sway))


def matters(question: Question, name: str) -> bool:
    """Whether a figure can move anything: not those of a contract, nor what is handed on to one and no further."""
    family, _, id = name.partition(".")
    level = next((level for level in question.levels if level.id == id), None)
    if level is None:
        return True
    if family == "passes_on":
        return level.passes_to is not None and _reaches_people(question, level.passes_to)
    return level.kind == "queue"


def _reaches_people(question: Question, id: str) -> bool:
    """Whether what comes to a level is work of people there, or further on."""
    level = question.level(id)
    return level.kind == "queue" or (level.passes_to is not None and _reaches_people(question, level.passes_to))


def rests_on(question: Question, bars: tuple[Bar, ...]) -> tuple[str, ...]:
    """Return the weak figures of which the low or the high value alone changes the verdict, as the bars stand."""
    return tuple(bar.figure for bar in bars if bar.changes_verdict and question.figure(bar.figure).is_weak)


def _worst_day(expectation: Expectation) -> int | None:
    """Return the index of the day with the least share answered in time, None where nobody waits on any channel."""
    phones = [(index, day.phone.level) for index, day in enumerate(expectation.days) if day.phone is not None]
    return min(phones, key=lambda phone: -1.0 if phone[1] is None else phone[1], default=(None, None))[0]


def _at_the_middle(question: Question) -> Question:
    return question.with_figures(*(figure.pinned(figure.likely) for figure in question.figures))


def _bar(trials: Trials, middle: Question, figure: Figure, worst: int | None, stands: float) -> Bar:
    low, high = middle.with_figure(figure.name, figure.low), middle.with_figure(figure.name, figure.high)
    below, above = _tried(trials, low, high)
    return Bar(
        figure=figure.name,
        outgrown_middle=stands,
        outgrown_low=below.share_outgrown,
        outgrown_high=above.share_outgrown,
        backlog_days_low=below.peak_backlog_days[1],
        backlog_days_high=above.peak_backlog_days[1],
        level_low=None if worst is None else level_on(low, worst),
        level_high=None if worst is None else level_on(high, worst),
        changes_verdict=below.is_scaling != above.is_scaling,
    )


def _tried(trials: Trials, low: Question, high: Question) -> tuple[Tried, Tried]:
    """Return what the runs say of both ends of a figure; few of them, where all hold or none does at both ends."""
    ends = [trials.variant(low), trials.variant(high)]
    few, all = min(FEW_RUNS, trials.runs), min(BAR_RUNS, trials.runs)
    below, above = (end.first(few) for end in ends)
    if below.share_outgrown == above.share_outgrown in (0.0, 1.0):
        return below, above
    below, above = (end.first(all) for end in ends)
    return below, above


def _sway(bar: Bar) -> tuple[float, float, str]:
    return (
        -abs(bar.outgrown_high - bar.outgrown_low),
        -abs(bar.backlog_days_high - bar.backlog_days_low),
        bar.figure,
    )


def level_on(question: Question, index: int) -> float | None:
    """Return the share answered in time on a day at the likely figures, of the channel furthest from its target.

    None where nobody waits on any channel, the desk is closed, or a queue only grows.
    """
    line, desk = line_of(question), question.first_level
    contacts, opening = demand_of(question)[index].by_half_hour(), desk.opening[index]
    if line is None or not any(opening):
        return None
    arrivals = [
        number * line.share * minutes / HALF_HOUR_MINUTES for number, minutes in zip(contacts, opening, strict=True)
    ]
    loads = offered_load(arrivals, opening, line.handling_seconds, 0.0)
    people, total = people_answering(question, index), math.fsum(arrivals)
    found = [
        (number, line.answered_exactly(load * SECONDS_AN_HOUR / line.handling_seconds, people).levels)
        for number, load in zip(arrivals, loads, strict=False)
        if number > 0
    ]
    levels = [_mean([(number, each[place]) for number, each in found], total) for place in range(len(line.channels))]
    targets = [channel.target.share for channel in line.channels]
    return min(zip(levels, targets, strict=True), key=lambda pair: -1.0 if pair[0] is None else pair[0] - pair[1])[0]


def _mean(levels: Sequence[tuple[float, float | None]], total: float) -> float | None:
    known = [number * level for number, level in levels if level is not None]
    if len(known) < len(levels):
        return None
    return math.fsum(known) / total if total else 1.0
