"""What go-live brings the service desk, and what it has against it: the figures that rules of its load share."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rollout_kit.capacity.defaults import (
    GOLIVE_FACTOR,
    PHONE_MINUTES,
    PHONE_SHARE,
    PRODUCTIVE_HOURS,
    SHRINKAGE,
    SPOKEN,
    TICKET_MINUTES,
    TICKETS_PER_USER_MONTH,
    WORKING_DAYS_A_MONTH,
    WORKING_DAYS_A_WEEK,
)
from rollout_kit.description.load import Channel, Load, SupportLevel
from rollout_kit.description.quantities import Range, WeekHours
from rollout_kit.description.rollout import Rollout

ROUNDING = 9  # digits, so that the limit itself is not over it


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskFigures:
    """What a day after go-live brings: users, contacts, minutes for each; and whether any of it was stated."""

    users: int
    tickets: Range[float]
    factor: Range[float]
    minutes: Range[float]
    unstated: tuple[str, ...]
    is_assumed: bool

    def hours_a_day(self, bound: str) -> float:
        """Return the work of one day, for `low`, `likely` or `high` figures."""
        tickets, factor, minutes = (getattr(figure, bound) for figure in (self.tickets, self.factor, self.minutes))
        return float(self.users * tickets / WORKING_DAYS_A_MONTH * factor * minutes / 60)

    def hours_at_worst(self) -> float:
        """Return the likely work of one day, with the high figure wherever ours stands for one that is not stated."""
        keys = ("load.tickets_per_user_month", "load.golive_factor", "load.channels")
        ours = zip(keys, (self.tickets, self.factor, self.minutes), strict=True)
        tickets, factor, minutes = (one.high if key in self.unstated else one.likely for key, one in ours)
        return self.users * tickets / WORKING_DAYS_A_MONTH * factor * minutes / 60

    def steady(self) -> "DeskFigures":
        """Return the same once go-live is digested."""
        unstated = tuple(key for key in self.unstated if key != "load.golive_factor")
        return replace(self, factor=Range(low=1.0, likely=1.0, high=1.0), unstated=unstated)


def users_at_once(rollout: Rollout) -> int | None:
    """Return the users of the largest wave, else all users."""
    waves = rollout.load.waves if rollout.load else ()
    return max((wave.users for wave in waves), default=rollout.users)


def length_of_day(hours: WeekHours) -> float:
    """Return the hours of a mean day of those on which a desk is open."""
    days = {stretch.weekday for stretch in hours.stretches}
    return hours.minutes_a_week / 60 / len(days)


def hours_of_desk(desk: SupportLevel, staff: float) -> float:
    """Return the hours a day that a desk has for contacts."""
    if desk.hours_per_week is not None:
        each = desk.hours_per_week / WORKING_DAYS_A_WEEK
    elif desk.hours is not None:
        each = length_of_day(desk.hours)
    else:
        return staff * PRODUCTIVE_HOURS
    shrinkage = SHRINKAGE.likely if desk.shrinkage is None else desk.shrinkage
    return round(staff * each * (1 - shrinkage), ROUNDING)


def people_at_desk(desk: SupportLevel, staff: float) -> int:
    """Return how many whole people answer at the same time: those of the roster who are neither away nor busy.

    Where somebody is on the roster, one at least: a single person is there, or the desk is closed.
    """
    hours = desk.hours.minutes_a_week / 60 if desk.hours else None
    part = 1.0 if hours is None or desk.hours_per_week is None else min(1.0, desk.hours_per_week / hours)
    shrinkage = SHRINKAGE.likely if desk.shrinkage is None else desk.shrinkage
    there = math.floor(round(staff * part * (1 - shrinkage), ROUNDING))
    return max(there, 1 if staff >= 1 else 0)


def minutes_on_the_phone(load: Load) -> Range[float]:
    """Return the minutes of a call, with ours where none are stated."""
    phone = next((channel for channel in load.channels if channel.id == "phone"), None)
    return _minutes(phone) if phone else PHONE_MINUTES.range


def desk_figures(users: int, load: Load) -> DeskFigures:
    """Return the figures of a description, with ours where it states none."""
    handling = [channel.handling for channel in load.channels]
    stated = {
        "load.tickets_per_user_month": load.tickets_per_user_month is not None,
        "load.golive_factor": load.golive_factor is not None,
        "load.channels": any(handling),
    }
    return DeskFigures(
        users=users,
        tickets=load.tickets_per_user_month or TICKETS_PER_USER_MONTH.range,
        factor=load.golive_factor or GOLIVE_FACTOR.range,
        minutes=_mean(load.channels or _usual_channels()),
        unstated=tuple(key for key, is_stated in stated.items() if not is_stated),
        is_assumed=not any(stated.values()),
    )


def _usual_channels() -> tuple[Channel, ...]:
    return (Channel(id="phone", share=PHONE_SHARE), Channel(id="ticket", share=1 - PHONE_SHARE))


def _mean(channels: Sequence[Channel]) -> Range[float]:
    """Minutes a contact, the channels weighed by their shares; where none has a share, alike."""
    weights = [channel.share or 0.0 for channel in channels]
    if not sum(weights):
        weights = [1.0] * len(channels)
    each = [_minutes(channel) for channel in channels]
    low, likely, high = (
        sum(weight * getattr(minutes, bound) for weight, minutes in zip(weights, each, strict=True)) / sum(weights)
        for bound in ("low", "likely", "high")
    )
    return Range(low=low, likely=likely, high=high)


def _minutes(channel: Channel) -> Range[float]:
    if channel.handling is None:
        return PHONE_MINUTES.range if channel.id in SPOKEN else TICKET_MINUTES.range
    stated = channel.handling
    return Range(low=stated.low.minutes, likely=stated.likely.minutes, high=stated.high.minutes)
