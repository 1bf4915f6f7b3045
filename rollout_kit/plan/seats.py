"""From the seats of a base task to people and minutes."""

import math
from collections import defaultdict
from collections.abc import Sequence
from datetime import timedelta

from rollout_kit.calendars.calendars import Calendars
from rollout_kit.plan.cast import Cast
from rollout_kit.plan.model import PersonRef, Stake
from rollout_kit.plan.sketch import Span
from rollout_kit.plan.trainers import TRAINER
from rollout_kit.playbook.model import BaseTask, Seat

SHORTENED = 0.6  # of the hours of a task that a shorter plan shortens
LEAST_SHORTENED_MINUTES = 30
SHORT_SESSION_MINUTES = 15  # what a 45-minute session saves against one of 60
_TEACHING = (TRAINER, "session-trainer")  # beside whoever leads


class Seating:
    """Gives seats to people who are there, the least loaded where several could take one."""

    def __init__(self, cast: Cast, size: str, calendars: Calendars) -> None:
        self._cast = cast
        self._size = size
        self._calendars = calendars
        self._loaded: defaultdict[PersonRef, float] = defaultdict(float)

    def stakes(
        self,
        task: BaseTask,
        *,
        site: str | None = None,
        trainer: PersonRef | None = None,
        variant: str = "keep",
        spans: Sequence[Span] = (),
    ) -> tuple[Stake, ...]:
        """Return who takes part and for how many minutes per date; somebody in several roles gives the hours once.

        `trainer` is the one that the description names for what is taught: who takes the seat of whoever teaches by the
        playbook, and is there as long as those who are taught. Of several holders of a role those count who are there
        on a day of the spans: the leave of one key user does not put off the kickoff. Where none of them is, all count,
        and it shows.
        """
        minutes: dict[PersonRef, int] = {}
        for seat in task.seats:
            hours = seat.hours if self._size == "M" else seat.small
            if hours is None:
                continue
            length = _shortened(round(hours * 60), variant)
            is_teaching = trainer is not None and seat.who in (*_TEACHING, task.lead)
            for ref in [trainer] if trainer and is_teaching else self._people(seat, site, spans):
                minutes[ref] = max(minutes.get(ref, 0), length)
        if trainer is not None and minutes:
            minutes[trainer] = max(minutes.values())
        for ref, length in minutes.items():
            self._loaded[ref] += length * max(len(spans), 1) / self._cast.share(ref) if self._cast.share(ref) else 0
        return tuple(Stake(person=ref, minutes=length) for ref, length in minutes.items())

    def _people(self, seat: Seat, site: str | None, spans: Sequence[Span]) -> list[PersonRef]:
        if seat.who == "session-trainer":
            return [self._cast.first(TRAINER)]
        if ":" in seat.who:
            return [self._cast.first(seat.who)]
        if seat.of_site and site is not None:
            return [self._cast.of_site(seat.who, site)]
        named = self._cast.holders(seat.who)
        holders = tuple(ref for ref in named if self._is_there(ref, spans)) or named
        if seat.every:
            return list(holders)
        return [min(holders, key=lambda ref: (self._loaded[ref], holders.index(ref)))]

    def _is_there(self, ref: PersonRef, spans: Sequence[Span]) -> bool:
        if not spans:
            return True
        days = [
            span.earliest + timedelta(days=offset)
            for span in spans
            for offset in range((span.aim - span.earliest).days + 1)
        ]
        return any(any(self._calendars.free_minutes(ref, day)) for day in days)


def _shortened(minutes: int, variant: str) -> int:
    if variant == "shorten":
        return max(LEAST_SHORTENED_MINUTES, math.ceil(minutes * SHORTENED / 15) * 15)
    return max(LEAST_SHORTENED_MINUTES, minutes - SHORT_SESSION_MINUTES) if variant == "short" else minutes
