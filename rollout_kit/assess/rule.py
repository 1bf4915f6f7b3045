"""What a rule is: a function over the case, with all that is said about it beside it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from rollout_kit.assess.case import Case
from rollout_kit.finding import Cure, Severity, Violation

Stage = Literal["description", "plan", "waivers"]
"""On what a rule judges: the description, the finished plan, or the waivers of what these two found."""

OWN_WORDS = "{fault}"
"""The message of a rule that has faults of several kinds: each violation brings its own as the parameter `fault`."""


@dataclass(frozen=True, slots=True)
class Lacks:
    """The rule could not judge a subject because these keys are not in the file.

    `worst` is how much it may weigh where that is less than the worst of the rule: at this tier, for this subject.
    """

    keys: tuple[str, ...]
    worst: Severity | None = None


@dataclass(frozen=True, slots=True)
class NotApplicable:
    """The rule has nothing to judge in this rollout, and leaves the denominator."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A subject was judged and is ready. Only a rule that lacks the input for another subject needs to say so."""


Outcome = Violation | Lacks | NotApplicable | Judged
Judge = Callable[[Case], Iterator[Outcome]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule and what is said about it.

    `severity` is its usual weight, which a violation may override; `worst` the highest that it can reach, by which it
    counts where it could not be tested. `plural` is given where the message has two forms.
    """

    code: str
    name: str
    title: str
    severity: Severity
    worst: Severity
    stage: Stage
    message: str
    plural: str | None
    remedy: str
    cure: Cure | None
    judge: Judge
    documentation: str

    @property
    def family(self) -> str:
        """The letters of the code."""
        return self.code[:3]


def rule(
    code: str,
    name: str,
    *,
    title: str,
    severity: Severity,
    stage: Stage,
    message: str,
    remedy: str,
    cure: Cure | None = None,
    worst: Severity | None = None,
    plural: str | None = None,
) -> Callable[[Judge], Rule]:
    """Make a rule of a generator that yields `Violation`, `Lacks`, `NotApplicable` or `Judged`.

    The parameters of a violation fill `message` and `remedy`; one named `subject` names the cure's task, one named
    `remedy` (a message) stands for the rule's own remedy.
    With `plural`, the parameter `n` chooses the form.
    """

    def make(judge: Judge) -> Rule:
        return Rule(
            code=code,
            name=name,
            title=title,
            severity=severity,
            worst=worst or severity,
            stage=stage,
            message=message,
            plural=plural,
            remedy=remedy,
            cure=cure,
            judge=judge,
            documentation=judge.__doc__ or "",
        )

    return make
