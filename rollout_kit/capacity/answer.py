"""The whole answer for one rollout: what is expected, what many runs say, what would help, and what it rests on."""

from dataclasses import dataclass
from functools import lru_cache

from rollout_kit.calendars.calendars import Calendars
from rollout_kit.capacity.answers import Advice, Bar, Expectation, Need, Outlook
from rollout_kit.capacity.model import Question, Untold
from rollout_kit.description.rollout import Rollout


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is told of a rollout's support structure.

    `advice` has single changes, the one that helps most first; `need` the smallest change of staff that is enough, None
    where none is needed or none was found. `bars` have a figure each, the one that moves most first.
    `rests_on` names weak figures whose low or high value alone would change the verdict.
    """

    expectation: Expectation
    outlook: Outlook
    advice: tuple[Advice, ...]
    bars: tuple[Bar, ...]
    need: Need | None = None
    rests_on: tuple[str, ...] = ()


def answer(rollout: Rollout, calendars: Calendars, *, runs: int | None = None) -> Answer | Untold:
    """Return the answer for a rollout, or which keys are missing for one. It takes seconds: `check` never asks.

    Of `runs` there are as many as the outlook takes by itself unless told.
    """
    from rollout_kit.capacity.question import question_of

    question = question_of(rollout, calendars)
    return question if isinstance(question, Untold) else answer_to(question, runs)


@lru_cache(maxsize=16)
def answer_to(question: Question, runs: int | None = None) -> Answer:
    """Return the answer to a question; the same question again (`build --watch`) costs nothing."""
    from rollout_kit.capacity.advice import advice_of
    from rollout_kit.capacity.expectation import expectation_of
    from rollout_kit.capacity.need import need_of
    from rollout_kit.capacity.outlook import RUNS
    from rollout_kit.capacity.sensitivity import bars_of, rests_on
    from rollout_kit.capacity.trials import Trials

    trials, expectation = Trials(question, runs=runs or RUNS), expectation_of(question)
    outlook = trials.outlook
    need = need_of(trials, outlook)
    bars = bars_of(trials, expectation)
    return Answer(
        expectation=expectation,
        outlook=outlook,
        advice=advice_of(trials, outlook, need),
        bars=bars,
        need=need,
        rests_on=rests_on(question, bars),
    )
