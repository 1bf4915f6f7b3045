"""Channels and levels of support, as the description has them, with their figures."""

import math
from dataclasses import dataclass

from rollout_kit.calendars.coverage import Coverage
from rollout_kit.capacity import defaults
from rollout_kit.capacity.defaults import FULL_WEEK_HOURS, OFFICE_HOURS, PRODUCTIVE_HOURS, WORKING_DAYS_A_WEEK
from rollout_kit.capacity.figures import (
    Figure,
    Mark,
    concurrency_of,
    handling_of,
    passes_on_of,
    shrinkage_of,
)
from rollout_kit.capacity.half_hours import half_hours_of
from rollout_kit.capacity.horizon import Horizon
from rollout_kit.capacity.level import Level, Target
from rollout_kit.capacity.model import Channel
from rollout_kit.capacity.stated import exactly, figure_of, is_measured, minutes_in
from rollout_kit.description import load as described
from rollout_kit.description.load import Load, SupportLevel
from rollout_kit.description.quantities import WeekHours
from rollout_kit.description.rollout import Rollout
from rollout_kit.description.sums import SHARE_TOLERANCE
from rollout_kit.finding import KeyPath
from rollout_kit.message import Duration, Message, Unit, message

PHONE, CHAT, TICKET, FIRST = "phone", "chat", "ticket", "L1"
LEAST_SECONDS, MOST_SECONDS = 1.0, 1e8  # house value: a patience or a target outside is as good as at the edge
NEARLY_ALL = 0.99  # house value: shrinkage above leaves nobody, and no week to divide by
DAYS_IN = {Unit.DAY: 1, Unit.WEEK: WORKING_DAYS_A_WEEK, Unit.MONTH: defaults.WORKING_DAYS_A_MONTH}


@dataclass(frozen=True, slots=True, kw_only=True)
class Structure:
    """Channels, levels, their figures, and the keys for which ours stand."""

    channels: tuple[Channel, ...]
    levels: tuple[Level, ...]
    figures: tuple[Figure, ...]
    assumed: tuple[KeyPath, ...]


def structure_of(rollout: Rollout, coverage: Coverage, horizon: Horizon) -> Structure:
    """Return the support structure; there is a level L1 with staff (`question_of` asks before)."""
    load = rollout.load or Load()
    levels = _ordered(rollout.support)
    hours = [_hours_of(level, rollout) for level in levels]
    day_hours = hours[0].minutes_a_week / 60 / max(1, len({stretch.weekday for stretch in hours[0].stretches}))
    channels = tuple(_channel(load, *one, day_hours) for one in _shared(load.channels))
    unstated = tuple(("support", one.id, "hours") for one in levels if not _has_hours(one, rollout))
    return Structure(
        channels=channels,
        levels=tuple(
            _level(level, levels[index + 1 :], hours[index], coverage, horizon) for index, level in enumerate(levels)
        ),
        figures=(
            *(figure for channel in channels for figure in _channel_figures(load, channel)),
            *(figure for index, level in enumerate(levels) for figure in _level_figures(level, levels[index + 1 :])),
        ),
        assumed=(*(() if load.channels else (("load", "channels"),)), *unstated),
    )


def _ordered(levels: tuple[SupportLevel, ...]) -> tuple[SupportLevel, ...]:
    return tuple(sorted(levels, key=lambda level: level.id))


def _shared(channels: tuple[described.Channel, ...]) -> list[tuple[described.Channel, float]]:
    """Return the channels with their shares, which sum to 1.

    Those without a share have alike what the others leave; what nobody has comes as tickets.
    """
    if not channels:
        share = defaults.PHONE_SHARE
        return [(described.Channel(id=PHONE), share), (described.Channel(id=TICKET), 1 - share)]
    stated = math.fsum(channel.share for channel in channels if channel.share is not None)
    silent = sum(1 for channel in channels if channel.share is None)
    left = max(0.0, 1 - stated)
    found = [(one, one.share if one.share is not None else left / silent) for one in channels]
    if not silent and left > SHARE_TOLERANCE:
        known = next((index for index, (one, _) in enumerate(found) if one.id == TICKET), None)
        if known is None:
            found.append((described.Channel(id=TICKET), left))
        else:
            found[known] = (found[known][0], found[known][1] + left)
    total = math.fsum(share for _, share in found)
    return [(channel, share / total) for channel, share in found]


def _channel(load: Load, channel: described.Channel, share: float, day_hours: float) -> Channel:
    is_waiting = channel.id in defaults.SPOKEN
    patience = channel.patience
    path = ("load", "channels", channel.id, "target")
    if channel.target is not None:
        mark, source = Mark.OWN if is_measured(load, path) else Mark.STATED, None
    else:
        mark, source = _target_reliability(is_waiting=is_waiting)
    target = channel.target or (defaults.PHONE_TARGET if is_waiting else defaults.TICKET_TARGET)
    seconds = target.within.minutes * 60 if is_waiting else opening_hours(target.within, day_hours) * 3600
    return Channel(
        id=channel.id,
        share=share,
        is_waiting=is_waiting,
        handling=handling_of(channel.id),
        target=Target(share=target.share, within_seconds=min(seconds, MOST_SECONDS), mark=mark, source=source),
        concurrency=concurrency_of(channel.id) if channel.id == CHAT else None,
        patience_seconds=None if patience is None else min(max(patience.minutes * 60, LEAST_SECONDS), MOST_SECONDS),
    )


def _target_reliability(*, is_waiting: bool) -> tuple[Mark, Message]:
    if is_waiting:
        return Mark.NONE, message(defaults.PHONE_TARGET_SOURCE)
    return Mark.C, message(defaults.TICKET_TARGET_SOURCE)


def opening_hours(length: Duration, day_hours: float) -> float:
    """Return a length in hours in which somebody is there: days, weeks and months are working ones."""
    days = DAYS_IN.get(length.unit)
    return length.hours if days is None else length.amount * days * day_hours


def _channel_figures(load: Load, channel: Channel) -> list[Figure]:
    written = next((one for one in load.channels if one.id == channel.id), None)
    path = ("load", "channels", channel.id)
    default = defaults.TICKET_MINUTES
    if channel.is_waiting:
        default = defaults.CHAT_MINUTES if channel.id == CHAT else defaults.PHONE_MINUTES
    stated = minutes_in(written.handling) if written and written.handling else None
    found = [figure_of(load, channel.handling, (*path, "handling"), stated, default)]
    if channel.concurrency:
        found.append(defaults.CONCURRENCY.figure(channel.concurrency, path))
    return found


def _has_hours(level: SupportLevel, rollout: Rollout) -> bool:
    team, vendor = rollout.team_by_id.get(level.team or ""), rollout.vendor_by_id.get(level.vendor or "")
    return any(one is not None and one.hours is not None for one in (level, team, vendor))


def _hours_of(level: SupportLevel, rollout: Rollout) -> WeekHours:
    team, vendor = rollout.team_by_id.get(level.team or ""), rollout.vendor_by_id.get(level.vendor or "")
    own = level.hours or (team.hours if team else vendor.hours if vendor else None)
    return own or rollout.provider.hours or OFFICE_HOURS


def _level(
    level: SupportLevel, further: tuple[SupportLevel, ...], hours: WeekHours, coverage: Coverage, horizon: Horizon
) -> Level:
    times = coverage.of_level(level) or coverage.of_hours(hours, "provider")
    assert times is not None  # hours are given
    open_hours = hours.minutes_a_week / 60
    day_hours = open_hours / max(1, len({stretch.weekday for stretch in hours.stretches}))
    response = None if level.response is None else opening_hours(level.response, day_hours)
    passes_to = _passes_to(level, further)
    is_first = level.id == FIRST
    return Level(
        id=level.id,
        kind="queue" if level.staff is not None else "unknown" if response is None else "delay",
        team=level.team or level.vendor,
        staff=level.staff or 0.0,
        hours_per_week=_hours_of_one(level, open_hours),
        open_hours_per_week=open_hours,
        opening=half_hours_of(times, coverage.zone, horizon.starts_on, horizon.days),
        shrinkage=shrinkage_of(level.id),
        handling=None if is_first else handling_of(level.id),
        passes_to=passes_to,
        passes_on=passes_on_of(level.id) if passes_to else None,
        response_hours=response,
        target=None if is_first else _further_target(response),
    )


def _passes_to(level: SupportLevel, further: tuple[SupportLevel, ...]) -> str | None:
    """Return the level that comes after one: as stated where that is a further one, else the next."""
    asked = level.passes_on.to if level.passes_on else None
    ids = [one.id for one in further]
    return asked if asked in ids else ids[0] if ids else None


def _hours_of_one(level: SupportLevel, open_hours: float) -> float:
    """Return the hours a week of one person, before shrinkage: as stated, else the whole of stated hours, else ours."""
    if level.hours_per_week is not None:
        return min(level.hours_per_week, open_hours)
    if level.hours is not None:
        return min(open_hours, FULL_WEEK_HOURS)
    shrinkage = defaults.SHRINKAGE.likely if level.shrinkage is None else min(level.shrinkage, NEARLY_ALL)
    return min(PRODUCTIVE_HOURS * WORKING_DAYS_A_WEEK / (1 - shrinkage), open_hours)


def _further_target(response: float | None) -> Target:
    target = defaults.FURTHER_TARGET
    mark, source = (Mark.NONE, message(defaults.OURS)) if response is None else (Mark.STATED, None)
    hours = target.within.hours if response is None else response
    return Target(share=target.share, within_seconds=min(hours * 3600, MOST_SECONDS), mark=mark, source=source)


def _level_figures(level: SupportLevel, further: tuple[SupportLevel, ...]) -> list[Figure]:
    """Return the figures of a staffed level; of a contract only the share that it hands on."""
    path, load, shrinkage = ("support", level.id), Load(), level.shrinkage
    found: list[Figure] = []
    stated = None if shrinkage is None else exactly(shrinkage)
    if level.staff is not None:
        found.append(figure_of(load, shrinkage_of(level.id), (*path, "shrinkage"), stated, defaults.SHRINKAGE))
    if level.staff is not None and level.id != FIRST:
        handling = minutes_in(level.handling) if level.handling else None
        found.append(figure_of(load, handling_of(level.id), (*path, "handling"), handling, defaults.FURTHER_MINUTES))
    if _passes_to(level, further):
        share = level.passes_on.share if level.passes_on else None
        default = defaults.PASSED_ON if level.id == FIRST else defaults.PASSED_FURTHER
        found.append(figure_of(load, passes_on_of(level.id), (*path, "passes_on"), share, default))
    return found
