"""What every picture of an outlook asks: the answer, the level that is looked at, and the words."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from rollout_kit.capacity.answer import Answer
from rollout_kit.capacity.answers import Band, Expectation, Outlook
from rollout_kit.capacity.level import Level
from rollout_kit.capacity.model import Question
from rollout_kit.compose.load.series import Group, groups
from rollout_kit.description.rollout import Rollout
from rollout_kit.language.words import Words
from rollout_kit.message import Parameter


@dataclass(frozen=True, kw_only=True)
class Shown:
    """An answer while it is drawn."""

    answer: Answer
    rollout: Rollout
    words: Words
    go_live: date

    def say(self, text: str, **parameters: Parameter) -> str:
        """Return a text of the catalogues with its parameters filled in."""
        return self.words.say(text, **parameters)

    @property
    def outlook(self) -> Outlook:
        """What the runs say."""
        return self.answer.outlook

    @property
    def expectation(self) -> Expectation:
        """What comes out at the middle figures."""
        return self.answer.expectation

    @property
    def question(self) -> Question:
        """What was asked."""
        return self.expectation.question

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The days that are one point each."""
        return groups(self.question)

    @property
    def is_weekly(self) -> bool:
        """Whether a point is a week."""
        return any(len(group.days) > 1 for group in self.groups)

    @cached_property
    def level(self) -> Level:
        """The level that gives way first, or is used most, if hours of work are known of it; else the first."""
        binding = self.outlook.first_by[0].limit if self.outlook.first_by else self.expectation.binding_limit
        is_known = binding.value in dict(self.outlook.demand)
        return self.question.level(binding.value) if is_known else self.question.first_level

    def of_level(self, bands: tuple[tuple[str, Band], ...]) -> Band:
        """Return the band of the level."""
        return dict(bands)[self.level.id]
