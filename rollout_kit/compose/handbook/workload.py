"""How much work a week brings, as far as the description says so: nothing here is assumed."""

from dataclasses import dataclass

from rollout_kit.capacity.defaults import WORKING_DAYS_A_MONTH, WORKING_DAYS_A_WEEK
from rollout_kit.description.load import Channel, Load, SupportLevel
from rollout_kit.description.quantities import Range
from rollout_kit.description.rollout import Rollout

ROUNDING = 6  # digits


@dataclass(frozen=True, slots=True, kw_only=True)
class Workload:
    """Contacts a week and the minutes of each. None is what the description does not tell.

    `at_first` is the first week after go-live, with the people of the largest wave; `desk_minutes` are those that the
    first level has in a week, its shrinkage taken off.
    """

    users: int
    users_at_first: int
    tickets: Range[float] | None
    normal: Range[float] | None
    at_first: Range[float] | None
    minutes: Range[float] | None
    staff: float | None
    shrinkage: float
    desk_minutes: float | None


def workload_of(rollout: Rollout) -> Workload | None:
    """Return the work of a week; None where it is not known how many people there are."""
    load, users = rollout.load or Load(), rollout.users
    if users is None:
        return None
    users_at_first = max((wave.users for wave in load.waves), default=users)
    desk = rollout.support_by_id.get("L1") or SupportLevel(id="L1")
    return Workload(
        users=users,
        users_at_first=users_at_first,
        tickets=load.tickets_per_user_month,
        normal=_a_week(load.tickets_per_user_month, users),
        at_first=_times(_a_week(load.tickets_per_user_month, users_at_first), load.golive_factor),
        minutes=_mean(load.channels),
        staff=desk.staff,
        shrinkage=desk.shrinkage or 0.0,
        desk_minutes=_minutes_of(desk),
    )


def _a_week(tickets: Range[float] | None, users: int) -> Range[float] | None:
    if tickets is None:
        return None
    share = users * WORKING_DAYS_A_WEEK / WORKING_DAYS_A_MONTH
    return Range(low=tickets.low * share, likely=tickets.likely * share, high=tickets.high * share)


def _times(one: Range[float] | None, other: Range[float] | None) -> Range[float] | None:
    if one is None or other is None:
        return None
    return Range(low=one.low * other.low, likely=one.likely * other.likely, high=one.high * other.high)


def _mean(channels: tuple[Channel, ...]) -> Range[float] | None:
    """Minutes a contact, the channels weighed by their shares; None where a share or a time is not stated."""
    known = [(channel.share, channel.handling) for channel in channels if channel.share and channel.handling]
    if not known or len(known) < len(channels):
        return None
    total = sum(share for share, _ in known)
    low, likely, high = (
        sum(share * getattr(handling, bound).minutes for share, handling in known) / total
        for bound in ("low", "likely", "high")
    )
    return Range(low=low, likely=likely, high=high)


def _minutes_of(desk: SupportLevel) -> float | None:
    if desk.staff is None or (desk.hours_per_week is None and desk.hours is None):
        return None
    each = desk.hours_per_week * 60 if desk.hours_per_week is not None else _minutes_open(desk)
    return round(desk.staff * each * (1 - (desk.shrinkage or 0.0)), ROUNDING)


def _minutes_open(desk: SupportLevel) -> float:
    return desk.hours.minutes_a_week if desk.hours else 0.0
