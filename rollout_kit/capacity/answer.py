"""The whole answer for one rollout: what is expected, what many runs say, what would help, and what it rests on."""

from dataclasses import dataclass

from rollout_kit.capacity.answers import Advice, Bar, Expectation, Need, Outlook


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
