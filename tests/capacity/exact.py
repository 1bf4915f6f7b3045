"""Erlang B, C and A in 60 digits, state by state: nothing of how the program works them out.

The weights of all states are summed one by one, and a caller who finds j others waiting is served after j + 1 steps,
each as fast as n agents finish and those ahead hang up. That wait is the logarithm of a beta variable, so that the
shares are negative-binomial sums. Large desks are slow: `python -m tests.capacity.exact` writes their values down.
"""

import json
import math
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from mpmath import exp, mpf, nstr, workdps

DIGITS = 60  # a level of 1e-30, the least that is told, is a difference of nearly 1
LEAST = 1e-30
MOST_WAITING = 50_000  # more would take minutes
TABLE = Path(__file__).with_name("exact_values.json")


@dataclass(frozen=True, kw_only=True)
class Case:
    """What is asked; the measures of `Waiting` in its order are what comes back."""

    arrivals_per_hour: float
    handling_seconds: float
    agents: int
    target_seconds: float
    patience_seconds: float | None = None


def measures(case: Case) -> dict[str, Any]:
    """Return the exact measures of a queue with contacts and agents that settles."""
    with workdps(DIGITS):
        load = mpf(case.arrivals_per_hour) * mpf(case.handling_seconds) / 3600
        return _patient(case, load) if case.patience_seconds is None else _impatient(case, load)


def blocked(load_erlang: float, agents: int) -> Any:
    """Return Erlang B."""
    with workdps(DIGITS):
        return 1 / (1 + states_below(mpf(load_erlang), agents))


def states_below(load: Any, agents: int) -> Any:
    """Return the weight of all states in which somebody is free, in units of that where just all are busy."""
    total, term = mpf(0), mpf(1)
    for busy in range(agents, 0, -1):
        term *= busy / load
        total += term
        if busy < load and term < LEAST * total:
            break
    return total


def _patient(case: Case, load: Any) -> dict[str, Any]:
    spare, target = case.agents - load, case.target_seconds / mpf(case.handling_seconds)
    assert spare > 0
    free, queued = states_below(load, case.agents), case.agents / spare
    wait = queued / (free + queued)
    mean = wait * case.handling_seconds / spare
    return {
        "wait_probability": wait,
        "service_level": 1 - wait * exp(-spare * target),
        "missed": wait * exp(-spare * target),
        "mean_wait_seconds": mean,
        "mean_wait_served_seconds": mean,
        "occupancy": load / case.agents,
        "abandonment": mpf(0),
    }


def _impatient(case: Case, load: Any) -> dict[str, Any]:
    patience = mpf(case.patience_seconds)
    steps = case.agents * patience / case.handling_seconds  # of the full desk in the time in which one hangs up
    arrivals = load * patience / case.handling_seconds
    still_there = exp(-case.target_seconds / patience)
    # Of those who are served with j ahead, the share served late: the beta integral I_y(steps + 1, j + 1).
    served_late = served_term = still_there ** (steps + 1)
    weight, ahead, harmonic = mpf(1), 0, mpf(0)
    queued = in_time = missed = waiting = served = served_wait = mpf(0)
    while True:
        share = steps / (steps + ahead + 1)
        harmonic += 1 / (steps + 1 + ahead)
        queued += weight
        waiting += ahead * weight
        served += weight * share
        served_wait += weight * share * harmonic
        in_time += weight * share * (1 - served_late)
        missed += weight * (share * served_late + (ahead + 1) / (steps + ahead + 1))
        if arrivals < steps + ahead and weight * (ahead + 1) < LEAST * max(in_time, LEAST):
            break
        ahead += 1
        weight *= arrivals / (steps + ahead)
        served_term *= (1 - still_there) * (steps + ahead) / ahead
        served_late += served_term
    free = states_below(load, case.agents)
    everybody = free + queued
    served = (free + served) / everybody
    abandonment = waiting / everybody / arrivals
    return {
        "wait_probability": queued / everybody,
        "service_level": level if (level := (free + in_time) / everybody) > LEAST else mpf(0),
        "missed": missed / everybody,
        "mean_wait_seconds": abandonment * patience,
        "mean_wait_served_seconds": served_wait * patience / everybody / served,
        "occupancy": load * served / case.agents,
        "abandonment": abandonment,
    }


def large_desks() -> Iterator[Case]:
    """Return what is too slow for a test: up to 50,000 erlang, patience up to days, targets up to hours."""
    for load in (200, 3_000, 50_000):
        for handling, target, patience in (
            (300.0, 20.0, None), (60.0, 0.0, 1.0), (720.0, 60.0, 180.0), (720.0, 3600.0, 3600.0),
            (60.0, 20.0, 86_400.0), (3600.0, 14_400.0, 600.0), (180.0, 7200.0, 172_800.0),
        ):  # fmt: skip
            for spread in (-3.0, -0.5, 0.0, 0.1, 3.0):
                agents = round(load + spread * math.sqrt(load))
                many_wait = patience is not None and (load - agents) * patience / handling > MOST_WAITING
                if not many_wait and (patience is not None or agents > load):
                    yield Case(
                        arrivals_per_hour=load * 3600 / handling,
                        handling_seconds=handling,
                        agents=agents,
                        target_seconds=target,
                        patience_seconds=patience,
                    )


def write_table() -> None:
    """Write the exact measures of the large desks, with more digits than a float has."""
    rows = [
        {"case": asdict(case), "measures": {name: nstr(value, 25) for name, value in measures(case).items()}}
        for case in large_desks()
    ]
    TABLE.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write_table()
