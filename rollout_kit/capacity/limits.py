"""What the queues can be asked: a sentence for an argument that is none, and where they end."""

import math

# House values: a million people on the phone at the same moment, and thirty years.
MOST_ERLANG = 1_000_000
MOST_AGENTS = 10_000_000
MOST_SECONDS = 1_000_000_000
LEAST_SECONDS = 0.001  # of handling and of patience
SECONDS_AN_HOUR = 3600


class BeyondLimits(ValueError):
    """Load, agents or a time is larger than anything that is computed here."""


class OutOfReach(ValueError):
    """No number of agents reaches what is asked."""


def load_of(arrivals_per_hour: float, handling_seconds: float, target_seconds: float, patience: float | None) -> float:
    """Return the load in erlang of what can be worked out."""
    if not (
        0 <= arrivals_per_hour <= MOST_ERLANG * SECONDS_AN_HOUR / LEAST_SECONDS
        and LEAST_SECONDS <= handling_seconds <= MOST_SECONDS
        and 0 <= target_seconds <= MOST_SECONDS
        and (patience is None or LEAST_SECONDS <= patience <= MOST_SECONDS)
        and (load := arrivals_per_hour * handling_seconds / SECONDS_AN_HOUR) <= MOST_ERLANG
    ):
        _check_number("arrivals_per_hour", arrivals_per_hour)
        _check_seconds("handling_seconds", handling_seconds)
        _check_number("target_seconds", target_seconds, MOST_SECONDS)
        if patience is not None:
            _check_seconds("patience_seconds", patience)
        raise BeyondLimits(f"the load is more than the {MOST_ERLANG} erlang that are worked out")
    return load


def check_load(load_erlang: float) -> None:
    """Refuse what is no load."""
    if not 0 <= load_erlang <= MOST_ERLANG:
        _check_number("load_erlang", load_erlang, MOST_ERLANG)


def check_agents(agents: int) -> None:
    """Refuse what is no number of agents."""
    if type(agents) is not int or agents < 0:
        raise ValueError(f"agents is {agents!r} and must be a whole number from 0 on")
    if agents > MOST_AGENTS:
        raise BeyondLimits(f"agents is {agents}, and nothing is worked out past {MOST_AGENTS}")


def check_aims(target_share: float, max_occupancy: float | None, max_abandonment: float | None) -> None:
    """Refuse shares that are none."""
    if 0 <= target_share <= 1 and max_occupancy is None and max_abandonment is None:
        return
    aims = {"target_share": target_share, "max_occupancy": max_occupancy, "max_abandonment": max_abandonment}
    for name, value in aims.items():
        if value is not None and not 0 <= value <= 1:
            raise ValueError(f"{name} is {value!r} and must be from 0 to 1")


def _check_number(name: str, value: float, most: float = math.inf) -> None:
    if not value >= 0:  # nor NaN, which is not below 0 either
        raise ValueError(f"{name} is {value!r} and must be a number from 0 on")
    if value > most:
        raise BeyondLimits(f"{name} is {value!r}, and nothing is worked out past {most}")


def _check_seconds(name: str, value: float) -> None:
    if value == 0:
        raise ValueError(f"{name} is 0 and must be above it")
    _check_number(name, value, MOST_SECONDS)
    if value < LEAST_SECONDS:
        raise BeyondLimits(f"{name} is {value!r}, and nothing is worked out below {LEAST_SECONDS}")
