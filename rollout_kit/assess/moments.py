"""Moments and lengths of real time as parameters of messages."""

from datetime import tzinfo

from rollout_kit.calendars.times import Minute, moment_of
from rollout_kit.message import N_, Day, Duration, Message, Unit, message, minutes


def moment(minute: Minute, zone: tzinfo) -> Message:
    """Return a moment as day and time on the clocks of a zone: Fri 12 Feb 17:00."""
    found = moment_of(minute, zone)
    return message(N_("{day} {time}"), day=Day(found.date()), time=found.time())


def length(amount: float) -> Duration | Message:
    """Return minutes as people say them: 45 min, 4 h, 63 h 30 min."""
    hours, rest = divmod(amount, 60)
    if not hours:
        return minutes(amount)
    whole = Duration(amount=hours, unit=Unit.HOUR)
    return message(N_("{hours} {rest}"), hours=whole, rest=minutes(round(rest, 2))) if rest else whole
