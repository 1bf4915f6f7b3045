"""What handbook and plan show of the outlook: its pictures and its tables, in a language."""

from rollout_kit.assess.result import Result
from rollout_kit.capacity.model import Untold
from rollout_kit.compose.load.shown import Shown
from rollout_kit.language.words import Words


def shown_of(result: Result, words: Words) -> Shown | None:
    """Return the answer on support to be shown; None where none can be told, or the first level is never open."""
    answered = result.carrying.answer if result.carrying else Untold()
    if isinstance(answered, Untold) or not any(day.is_open for day in answered.expectation.question.days):
        return None
    return Shown(answer=answered, rollout=result.case.rollout, words=words, go_live=result.case.plan.go_live)
