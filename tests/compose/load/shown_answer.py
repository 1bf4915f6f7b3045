"""An answer made up by hand, as the pictures are given it."""

from dataclasses import replace
from datetime import date
from typing import Any

from rollout_kit.capacity.answer import Answer
from rollout_kit.capacity.answers import Band
from rollout_kit.compose.load.shown import Shown
from rollout_kit.description.organisations import Site
from rollout_kit.language.words import Words

from ...capacity.made_up import FIRST, answer, with_outlook
from .. import results

SITES = (Site(id="zug", name="Zug"), Site(id="lausanne", name="Lausanne"))


def shown(given: Answer | None = None, *, language: str = "en", go_live: date = FIRST, **outlook: Any) -> Shown:
    changed = with_outlook(given or answer(), **outlook)
    return Shown(answer=changed, rollout=results.muster(sites=SITES), words=Words(language), go_live=go_live)


def level(values: Band) -> tuple[tuple[str, Band], ...]:
    return (("L1", values),)


def flat(days: int, low: float, middle: float, high: float) -> tuple[tuple[str, Band], ...]:
    """Return a band of the first level that is the same on all days."""
    return level(Band(low=(low,) * days, middle=(middle,) * days, high=(high,) * days))


def on_days(given: Answer, **changes: Any) -> Answer:
    """Return the answer with every day of the expectation changed."""
    days = tuple(replace(day, **changes) for day in given.expectation.days)
    return replace(given, expectation=replace(given.expectation, days=days))
