"""What takes seconds to reckon and only documents show: reckoned when it is first asked for, and once."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from rollout_kit.plan.chance import Chance
from rollout_kit.plan.relief import Relief


@dataclass(frozen=True, kw_only=True)
class Prospects:
    """How likely the plan holds, and what would help where it does not; `reckon_` are called at most once each."""

    reckon_chance: Callable[[], Chance]
    reckon_reliefs: Callable[[], tuple[Relief, ...]]

    @cached_property
    def chance(self) -> Chance:
        """In how many runs with other efforts all that go-live waits for is done."""
        return self.reckon_chance()

    @cached_property
    def reliefs(self) -> tuple[Relief, ...]:
        """Single changes where something has no place, the best first; none where all has one."""
        return self.reckon_reliefs()
