"""From the seats of a base task to people and minutes."""

import math
from collections import defaultdict

from rollout_kit.plan.cast import Cast
from rollout_kit.plan.model import PersonRef, Stake
from rollout_kit.playbook.model import BaseTask, Seat

SHORTENED = 0.6  # of the hours of a task that a shorter plan shortens
LEAST_SHORTENED_MINUTES = 30
SHORT_SESSION_MINUTES = 15  # what a 45-minute session saves against one of 60


class Seating:
    """Gives seats to people, the least loaded where several could take one."""

    def __init__(self, cast: Cast, size: str) -> None:
        self._cast = cast
        self._size = size
        self._loaded: defaultdict[PersonRef, float] = defaultdict(float)

    def stakes(
        self,
        task: BaseTask,
        *,
        site: str | None = None,
        trainer: PersonRef | None = None,
        variant: str = "keep",
        dates: int = 1,
    ) -> tuple[Stake, ...]:
        """Return who takes part and for how many minutes per date; somebody in several roles gives the hours once."""
        minutes: dict[PersonRef, int] = {}
        for seat in task.seats:
            hours = seat.hours if self._size == "M" else seat.small
            if hours is None:
                continue
            length = _shortened(round(hours * 60), variant)
            for ref in self._people(seat, site, trainer):
                minutes[ref] = max(minutes.get(ref, 0), length)
        for ref, length in minutes.items():
            self._loaded[ref] += length * dates / self._cast.share(ref) if self._cast.share(ref) else 0
        return tuple(Stake(person=ref, minutes=length) for ref, length in minutes.items())

    def _people(self, seat: Seat, site: str | None, trainer: PersonRef | None) -> list[PersonRef]:
        if seat.who == "session-trainer":
            return [trainer or self._cast.first("TR")]
        if ":" in seat.who:
            return [self._cast.first(seat.who)]
        if seat.of_site and site is not None:
            return [self._cast.of_site(seat.who, site)]
        holders = self._cast.holders(seat.who)
        if seat.every:
            return list(holders)
        return [min(holders, key=lambda ref: (self._loaded[ref], holders.index(ref)))]


def _shortened(minutes: int, variant: str) -> int:
    if variant == "shorten":
        return max(LEAST_SHORTENED_MINUTES, math.ceil(minutes * SHORTENED / 15) * 15)
    return max(LEAST_SHORTENED_MINUTES, minutes - SHORT_SESSION_MINUTES) if variant == "short" else minutes
