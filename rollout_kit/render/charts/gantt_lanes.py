"""Names above the columns of a Gantt chart, on two lines, none over another."""

from collections.abc import Sequence
from dataclasses import dataclass

from rollout_kit.render.charts.widths import shortened, width

_POINTS = 7
_GAP_MM = 1.2
_LEAST_MM = 8.0  # shorter rests of a name say nothing
_LANES = (0, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a name stands: `said` is as much of `words` as there is room for."""

    begin: float
    lane: int
    words: str
    said: str

    @property
    def end(self) -> float:
        """Where the next name may begin."""
        return self.begin + width(self.said, _POINTS, bold=True) + _GAP_MM


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A name, and the column it stands over; without an `end` it may only begin there."""

    begin: float
    end: float | None = None
    words: str


def places(named: Sequence[Named], left: float, right: float) -> list[Place]:
    """Return places for names between two edges: each begins where its column does, or ends with it.

    Where not all have room in full, a name that would run into the next one is shortened, and one for which no room
    can be made is left out.
    """
    ordered = sorted(named, key=lambda each: (each.begin, each.words))
    whole = _in_full(ordered, [], left, right)
    return whole if whole is not None else _shortened_places(ordered, left, right)


def _in_full(named: Sequence[Named], found: list[Place], left: float, right: float) -> list[Place] | None:
    """Return places on which the names that are left stand in full after those found, None where there are none."""
    if not named:
        return found
    first, *others = named
    length = width(first.words, _POINTS, bold=True)
    begins = [max(left, min(first.begin, right - length))]
    if first.end is not None:
        begins.append(first.end - length)
    for begin in begins:
        for lane in _LANES:
            place = Place(begin=begin, lane=lane, words=first.words, said=first.words)
            is_free = all(other.lane != lane or other.end <= begin for other in found)
            if begin >= left and begin + length <= right and is_free:
                whole = _in_full(others, [*found, place], left, right)
                if whole is not None:
                    return whole
    return None


def _shortened_places(named: Sequence[Named], left: float, right: float) -> list[Place]:
    found: list[Place] = []
    for x, words in [(each.begin, each.words) for each in named]:
        said = shortened(words, right - left, _POINTS, bold=True)
        begin = max(left, min(x, right - width(said, _POINTS, bold=True)))
        lane = _free_lane(found, begin)
        if lane is None:
            lane = _freed_lane(found, begin)
        if lane is not None:
            found.append(Place(begin=begin, lane=lane, words=words, said=said))
    return found


def _last(found: Sequence[Place], lane: int) -> Place | None:
    return next((place for place in reversed(found) if place.lane == lane), None)


def _free_lane(found: Sequence[Place], begin: float) -> int | None:
    ends = {lane: last.end if (last := _last(found, lane)) else 0.0 for lane in _LANES}
    return next((lane for lane in _LANES if ends[lane] <= begin), None)


def _freed_lane(found: list[Place], begin: float) -> int | None:
    """Shorten the name that began first, so that another can follow it."""
    last = min((place for lane in _LANES if (place := _last(found, lane))), key=lambda place: place.begin)
    room = begin - last.begin - _GAP_MM
    said = shortened(last.words, room, _POINTS, bold=True)
    if room < _LEAST_MM or not said:
        return None
    found[found.index(last)] = Place(begin=last.begin, lane=last.lane, words=last.words, said=said)
    return last.lane
