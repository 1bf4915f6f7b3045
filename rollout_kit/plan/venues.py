"""Which rooms and trainers are taken, half-day by half-day."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from rollout_kit.calendars.presence import HALF_DAY_MINUTES
from rollout_kit.plan.model import PersonRef
from rollout_kit.plan.sketch import Sketch

_Key = tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class _Sitting:
    """What takes a room or a person: how long, from which minute of the day if that is fixed, and at which site."""

    minutes: int
    starts_at: int | None
    site: str | None

    def overlaps(self, other: "_Sitting") -> bool:
        """Whether both have an hour and run at the same time."""
        if self.starts_at is None or other.starts_at is None:
            return False
        return self.starts_at < other.starts_at + other.minutes and other.starts_at < self.starts_at + self.minutes


class Venues:
    """One sitting at a time in a room, and nobody at two sites in one half-day.

    A room holds several sittings in a half-day where their lengths, setting up included, fit into it one after the
    other. The same goes for whoever teaches in them.
    """

    def __init__(self) -> None:
        self._taken: defaultdict[_Key, list[_Sitting]] = defaultdict(list)
        self._taught: defaultdict[PersonRef, int] = defaultdict(int)

    def clear(self) -> None:
        """Take back everything."""
        self._taken.clear()
        self._taught.clear()

    def is_open(self, sketch: Sketch, people: Sequence[PersonRef], slot: int) -> bool:
        """Whether the room of a sitting is free in a half-day, and those who take part are at no other site."""
        sitting = _sitting(sketch)
        return all(self._has_room_for(key, sitting) for key in _keys(sketch, people, slot))

    def take(self, sketch: Sketch, people: Sequence[PersonRef], slot: int) -> None:
        """Take the room of a sitting and the hours of those who take part."""
        for key in _keys(sketch, people, slot):
            self._taken[key].append(_sitting(sketch))
        for ref in people if sketch.training is not None else ():
            self._taught[ref] += 1

    def taught(self, ref: PersonRef) -> int:
        """Return how many sessions somebody holds already."""
        return self._taught[ref]

    def _has_room_for(self, key: _Key, sitting: _Sitting) -> bool:
        others = self._taken.get(key, [])
        if sum(other.minutes for other in others) + sitting.minutes > HALF_DAY_MINUTES:
            return False
        sites = {other.site for other in others} | {sitting.site}
        return len(sites - {None}) <= 1 and not any(sitting.overlaps(other) for other in others)


def _sitting(sketch: Sketch) -> _Sitting:
    minutes = max((stake.minutes for stake in sketch.stakes), default=0)
    starts_at = sketch.at.hour * 60 + sketch.at.minute if sketch.at else None
    return _Sitting(minutes, starts_at, sketch.venue.site if sketch.venue else None)


def _keys(sketch: Sketch, people: Sequence[PersonRef], slot: int) -> list[_Key]:
    if sketch.venue is None and sketch.training is None:
        return []
    keys = [("person", ref, slot) for ref in people]
    return [("room", sketch.venue.room, slot), *keys] if sketch.venue and sketch.venue.room else keys
