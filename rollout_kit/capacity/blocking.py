"""Erlang B, for ten people as for a million, and Erlang C by it: what becomes of contacts at a busy desk."""

import math

FEW_AGENTS = 256  # house value: up to here the recursion over all people is the faster way
NEGLIGIBLE = 1e-18
RESCALED_AT = 1e280

# Products of two floats are much faster than those of a float and an int.
COUNTS = tuple(float(count) for count in range(FEW_AGENTS + 1))


def calls_per_blocked_call(load_erlang: float, agents: int) -> float:
    """Return the inverse of Erlang B, which is never below 1 and `inf` past the range of floats.

    All its parts are positive, so nothing cancels: 1/B(n) = 1 + n/load / B(n - 1). `load_erlang` must be above 0.
    """
    if agents > FEW_AGENTS:
        return _from_above(load_erlang, agents)
    per_erlang = 1 / load_erlang
    inverse = 1.0
    for count in COUNTS[1 : agents + 1]:
        inverse = 1.0 + inverse * (count * per_erlang)
    return inverse


def shares_in_time(load_erlang: float, agents: int, spare_agents: float, target: float) -> tuple[float, float]:
    """Return the shares answered in time and not, by Erlang C, each with all its digits.

    `target` is in units of the handling time. `spare_agents` is `agents - load_erlang`, above 0; near a full load it is
    known better than as their difference.
    """
    free = agents * calls_per_blocked_call(load_erlang, agents - 1)
    everybody = spare_agents * (free + load_erlang) + load_erlang * load_erlang
    late = agents * load_erlang / everybody * math.exp(-spare_agents * target)
    if late < 1 / 2:
        return 1 - late, late
    return (spare_agents * free - agents * load_erlang * math.expm1(-spare_agents * target)) / everybody, late


def _from_above(load_erlang: float, agents: int) -> float:
    """Return the same as the sum 1 + n/load + n(n - 1)/load² + …, which ends early where there are many people."""
    term = total = 1.0
    for count in range(agents, 0, -1):
        term *= count / load_erlang
        total += term
        if total > RESCALED_AT:
            return _rescaled(load_erlang, count - 1, term / total, total)
        if term < NEGLIGIBLE * total and count < load_erlang:
            break
    return total


def _rescaled(load_erlang: float, count: int, term: float, scale: float) -> float:
    """Return the rest of that sum in units of `scale`: `inf` where it grows past the range of floats."""
    total = 1.0
    while count > 0 and total < RESCALED_AT and term > NEGLIGIBLE * total:
        term *= count / load_erlang
        total += term
        count -= 1
    return total * scale
