"""What users lose of their hours while somebody mends the service who does not work at all hours."""

from collections.abc import Iterator
from dataclasses import dataclass

from rollout_kit.calendars.clocks import BusinessClock
from rollout_kit.calendars.times import Minute, Times


@dataclass(frozen=True, slots=True, kw_only=True)
class Downtime:
    """The service breaks at `broken_at` and is back at `back_at`; `lost` minutes of that users had relied on it."""

    broken_at: Minute
    back_at: Minute
    lost: int


def most_lost(relied_on: Times, working: Times, duration: int, broken: Times) -> Downtime | None:
    """Return the downtime of which users lose most, for mending that takes `duration` minutes of `working`.

    The service breaks within `broken`; of several moments the first counts. None where that is never, or where what
    breaks is not mended before the end of `working`: then the caller looks at too short a time.
    """
    users, menders = BusinessClock(relied_on), BusinessClock(working)
    worst: Downtime | None = None
    for moment in sorted(set(_turns(relied_on, working, menders, duration))):
        if moment not in broken:
            continue
        back = menders.after(moment, duration)
        if back is None:
            return None
        lost = users.reading(back) - users.reading(moment)
        if worst is None or lost > worst.lost:
            worst = Downtime(broken_at=moment, back_at=back, lost=lost)
    return worst


def _turns(relied_on: Times, working: Times, menders: BusinessClock, duration: int) -> Iterator[Minute]:
    """Yield the moments at which the loss can be greatest: between them it runs straight.

    It turns where either of the two hours begins or ends, and where the mending ends just there, or a minute too late.
    """
    first = min((times.stretches[0][0] for times in (relied_on, working) if times), default=0)
    for stretch in (*relied_on.stretches, *working.stretches):
        for edge in stretch:
            yield edge
            left = menders.reading(edge) - duration
            for reading in (left, left + 1):
                reached = menders.after(first, reading) if reading >= 0 else None
                if reached is not None:
                    yield reached
