"""The figures of a question: as the description states them, measured or written, and ours where it is silent."""

from dataclasses import replace

from rollout_kit.capacity import defaults
from rollout_kit.capacity import figures as named
from rollout_kit.capacity.defaults import Default
from rollout_kit.capacity.figures import Figure, Mark
from rollout_kit.description.load import Load
from rollout_kit.description.quantities import Range
from rollout_kit.finding import KeyPath, dotted
from rollout_kit.message import Duration

SHORTEST_HALF_LIFE = 1 / 24  # days: below an hour a surplus is over at once
MOST_REPEATS = 0.9  # house value: each contact ten times over


def exactly(value: float) -> Range[float]:
    """Return a range of one value."""
    return Range(low=value, likely=value, high=value)


def minutes_in(length: Range[Duration]) -> Range[float]:
    """Return a range of durations in minutes."""
    return Range(low=length.low.minutes, likely=length.likely.minutes, high=length.high.minutes)


def figure_of(load: Load, name: str, path: KeyPath, stated: Range[float] | None, default: Default) -> Figure:
    """Return a figure as stated, marked as measured where `own_data` names its key or one above it; else ours."""
    if stated is None:
        return default.figure(name, path)
    figure = default.figure(name, path)
    mark = Mark.OWN if is_measured(load, path) else Mark.STATED
    return replace(figure, low=stated.low, likely=stated.likely, high=stated.high, mark=mark, source=None)


def is_measured(load: Load, path: KeyPath) -> bool:
    """Whether `load.own_data` names a key or one above it."""
    key = dotted(path[1:])
    return any(key == one or key.startswith(f"{one}.") for one in (load.own_data.keys if load.own_data else ()))


def demand_figures(load: Load, weekdays: int) -> tuple[Figure, ...]:
    """Return the figures of demand; `weekdays` are those of users, on which our busiest day depends."""
    half_life = None if load.half_life is None else max(load.half_life.minutes / 1440, SHORTEST_HALF_LIFE)
    repeats = None if load.repeat_contact_share is None else min(load.repeat_contact_share, MOST_REPEATS)
    busiest = load.busiest_weekday.share if load.busiest_weekday else None
    return (
        figure_of(load, named.TICKETS, ("load", "tickets_per_user_month"), load.tickets_per_user_month,
                  defaults.TICKETS_PER_USER_MONTH),
        figure_of(load, named.GOLIVE_FACTOR, ("load", "golive_factor"), load.golive_factor, defaults.GOLIVE_FACTOR),
        figure_of(load, named.HALF_LIFE, ("load", "half_life"), _exact(half_life), defaults.HALF_LIFE_DAYS),
        defaults.RAMP_DAYS.figure(named.RAMP, ("load",)),
        figure_of(load, named.GROWTH, ("load", "growth_per_year"), load.growth_per_year, defaults.GROWTH),
        figure_of(load, named.PEAK_HOUR, ("load", "peak_hour_share"), _exact(load.peak_hour_share),
                  defaults.PEAK_HOUR_SHARE),
        figure_of(load, named.BUSIEST_DAY, ("load", "busiest_weekday"), _exact(busiest), _busiest(weekdays)),
        figure_of(load, named.REPEATS, ("load", "repeat_contact_share"), _exact(repeats), defaults.REPEATS),
        figure_of(load, named.SELF_SERVED, ("load", "password_resets"), exactly(0.0), defaults.REPEATS),
        defaults.BLENDING.figure(named.BLENDING, ("support",)),
        defaults.DEMAND_SPREAD.figure(named.DEMAND_SPREAD, ("load",)),
        defaults.MOST_OCCUPANCY.figure(named.MOST_OCCUPANCY, ("support",)),
    )  # fmt: skip


def _exact(value: float | None) -> Range[float] | None:
    return None if value is None else exactly(value)


def _busiest(weekdays: int) -> Default:
    """Return our share of the busiest day of a week of five days, brought to a week of others."""
    default, scale = defaults.BUSIEST_DAY_SHARE, defaults.WORKING_DAYS_A_WEEK / max(1, weekdays)
    low, likely, high = (min(1.0, value * scale) for value in (default.low, default.likely, default.high))
    return replace(default, low=low, likely=likely, high=high)
