"""Whether support carries the load: hundreds of runs, for which only documents and `capacity` wait."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # `check` starts quicker without the model
    from rollout_kit.capacity.answer import Answer
    from rollout_kit.capacity.model import Untold


@dataclass(frozen=True, kw_only=True)
class Carrying:
    """What the capacity model says of a rollout, reckoned when it is first asked for, and once."""

    reckon: "Callable[[], Answer | Untold]"

    @cached_property
    def answer(self) -> "Answer | Untold":
        """The answer, or which keys are missing for one."""
        return self.reckon()
