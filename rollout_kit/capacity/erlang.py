"""How long people wait for one of so many agents, and how many agents a target needs: Erlang B, C and A.

Contacts arrive at random and are served in their order by whoever is free; handling times are exponential, which is a
safe simplification. Callers without patience given never hang up (Erlang C, the cautious case); with it, patience is
exponential with that mean (Erlang A). Service level is the share of all offered contacts that are answered within the
target: who hangs up counts against the desk.

Results have eleven correct digits up to 50,000 erlang. Past `MOST_ERLANG`, `MOST_AGENTS` and `MOST_SECONDS` nothing is
computed. Source: A. K. Erlang 1917; C. Palm 1946; the formulas of Erlang A stand in `impatience`.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction

from rollout_kit.capacity.blocking import calls_per_blocked_call, shares_in_time
from rollout_kit.capacity.impatience import Queue, Shares
from rollout_kit.capacity.limits import (
    MOST_AGENTS,
    SECONDS_AN_HOUR,
    OutOfReach,
    check_agents,
    check_aims,
    check_load,
    load_of,
)

EVEN = 0.5
TIE = 1e-12  # a target that is met to twelve digits is met: 0.8 is not a float
NEARLY_FULL = 1e-3  # below this spare share, spare agents are worked out exactly


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """What callers and agents meet on average, once the queue has settled.

    Where more comes in than the agents can do and nobody hangs up, `is_stable` is false: the queue grows for as long as
    contacts come in, and every measure is None. Without any agents everybody waits and nobody is answered, so that the
    level is 0; None stands for the wait of those who are served, and for the occupancy of nobody. Without contacts the
    level is 1 and all else 0.
    """

    wait_probability: float | None
    service_level: float | None
    mean_wait_seconds: float | None
    mean_wait_served_seconds: float | None
    occupancy: float | None
    abandonment: float | None
    is_stable: bool


NOBODY_CALLS = Waiting(
    wait_probability=0.0,
    service_level=1.0,
    mean_wait_seconds=0.0,
    mean_wait_served_seconds=0.0,
    occupancy=0.0,
    abandonment=0.0,
    is_stable=True,
)
NO_END = Waiting(
    wait_probability=None,
    service_level=None,
    mean_wait_seconds=None,
    mean_wait_served_seconds=None,
    occupancy=None,
    abandonment=None,
    is_stable=False,
)


def erlang_b(load_erlang: float, agents: int) -> float:
    """Return the share of contacts that find all agents busy, where none can wait.

    Without load it is 0, but without load and agents 1, as in every table.

    Raises:
        ValueError: an argument is negative or no number, or past the limits (`BeyondLimits`).
    """
    check_load(load_erlang)
    check_agents(agents)
    if not load_erlang or not agents:
        return 0.0 if agents else 1.0
    return 1 / calls_per_blocked_call(load_erlang, agents)


def erlang_c(load_erlang: float, agents: int) -> float | None:
    """Return the share of contacts that wait, where all wait until they are served; None where the queue only grows.

    Raises:
        ValueError: an argument is negative or no number, or past the limits (`BeyondLimits`).
    """
    check_load(load_erlang)
    check_agents(agents)
    if not load_erlang:
        return 0.0
    if load_erlang >= agents:
        return None
    return agents / ((agents - load_erlang) * calls_per_blocked_call(load_erlang, agents) + load_erlang)


def waiting(
    *,
    arrivals_per_hour: float,
    handling_seconds: float,
    agents: int,
    target_seconds: float,
    patience_seconds: float | None = None,
) -> Waiting:
    """Return what callers and agents meet: Erlang A where callers have a mean patience, Erlang C where none is given.

    Both waits are means over all contacts and all who are served, those included who do not wait.

    Raises:
        ValueError: an argument is negative or no number, or past the limits (`BeyondLimits`).
    """
    load = load_of(arrivals_per_hour, handling_seconds, target_seconds, patience_seconds)
    check_agents(agents)
    if not load:
        return NOBODY_CALLS
    if not agents:
        return _nobody_there(patience_seconds)
    spare = _spare_agents(arrivals_per_hour, handling_seconds, load, agents)
    if patience_seconds is None:
        return _patient(load, agents, spare, handling_seconds, target_seconds)
    queue = _queue(load, agents, spare, patience_seconds / handling_seconds)
    shares = queue.shares(target_seconds / patience_seconds)
    return Waiting(
        wait_probability=shares.wait,
        service_level=shares.answered,
        mean_wait_seconds=shares.abandonment * patience_seconds,
        mean_wait_served_seconds=shares.waited / shares.served * patience_seconds if shares.served else None,
        occupancy=load * shares.served / agents,
        abandonment=shares.abandonment,
        is_stable=True,
    )


def required_agents(
    *,
    arrivals_per_hour: float,
    handling_seconds: float,
    target_seconds: float,
    target_share: float,
    patience_seconds: float | None = None,
    max_occupancy: float | None = None,
    max_abandonment: float | None = None,
) -> int:
    """Return the fewest agents who answer `target_share` of all contacts within the target and keep both caps.

    Without patience they are also enough for the queue to settle, whatever the share.

    Raises:
        OutOfReach: a share of 1, a cap of 0, or a cap that even `MOST_AGENTS` do not keep.
        ValueError: an argument is negative or no number, or past the limits (`BeyondLimits`).
    """
    load = load_of(arrivals_per_hour, handling_seconds, target_seconds, patience_seconds)
    check_aims(target_share, max_occupancy, max_abandonment)
    if not load:
        return 0
    if target_share == 1 or max_occupancy == 0 or (max_abandonment == 0 and patience_seconds is not None):
        raise OutOfReach("no number of agents answers everybody in time, is never busy, or loses nobody")
    if patience_seconds is None:
        least = max(math.floor(load) + 1, _least_for(load, max_occupancy))
        return _fewest_patient(load, least, target_seconds / handling_seconds, target_share)
    aims = _Aims(share=target_share, occupancy=max_occupancy, abandonment=max_abandonment)
    if aims.are_met_by_nobody():
        return 0
    per_handling, target = patience_seconds / handling_seconds, target_seconds / patience_seconds

    def is_enough(agents: int) -> bool:
        spare = _spare_agents(arrivals_per_hour, handling_seconds, load, agents)
        return aims.are_met(load / agents, _queue(load, agents, spare, per_handling).shares(target))

    return _fewest(is_enough, likely=math.ceil(load + math.sqrt(load) / 3))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Aims:
    """What a number of agents must keep where callers hang up."""

    share: float
    occupancy: float | None
    abandonment: float | None

    def are_met_by_nobody(self) -> bool:
        return self.share == 0 and (self.abandonment is None or self.abandonment == 1)

    def are_met(self, load_an_agent: float, shares: Shares) -> bool:
        return (
            _reaches(self.share, shares.answered, shares.missed)
            and (self.occupancy is None or load_an_agent * shares.served <= self.occupancy * (1 + TIE))
            and (self.abandonment is None or shares.abandonment <= self.abandonment * (1 + TIE))
        )


def _reaches(share: float, answered: float, missed: float) -> bool:
    """Whether so many are answered in time; told by the smaller side, which has all its digits."""
    return answered >= share * (1 - TIE) if share < EVEN else missed <= (1 - share) * (1 + TIE)


def _fewest(is_enough: Callable[[int], bool], *, likely: int) -> int:
    """Return the least number above 0 that is enough, by strides from a likely one and then by halves.

    More agents never make anything worse. With each of them the wait falls in the likelihood ratio: its density past 0
    by a factor exp(-t) more, and by Erlang B at 0 even more than there. So fall all means of what grows with the wait.
    The occupancy is 1 less P(N <= n) (1 - busy(n) / n), with N contacts there and busy(n) those of a full desk that
    turns callers away; both factors grow with n, the second because Erlang B is convex in n.
    """
    low, high, stride = 0, likely, 1
    if is_enough(likely):
        while high - stride > low:
            if not is_enough(high - stride):
                low = high - stride
                break
            high, stride = high - stride, 2 * stride
    else:
        low = likely
        while not is_enough(high := min(low + stride, MOST_AGENTS)):
            if high == MOST_AGENTS:
                raise OutOfReach(f"not even {MOST_AGENTS} agents reach what is asked")
            low, stride = high, 2 * stride
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if is_enough(middle) else (middle, high)
    return high


def _least_for(load: float, max_occupancy: float | None) -> int:
    """Return how many agents keep the cap where everybody is served in the end."""
    least = load / (max_occupancy or 1.0) * (1 - TIE)
    if least > MOST_AGENTS:
        raise OutOfReach(f"not even {MOST_AGENTS} agents keep an occupancy of {max_occupancy}")
    return math.ceil(least)


def _fewest_patient(load: float, least: int, target: float, share: float) -> int:
    """Return the fewest agents from `least` on by Erlang C; `target` is in units of the handling time."""
    if share < EVEN:
        agents = least
        while not _reaches(share, *shares_in_time(load, agents, agents - load, target)):
            agents += 1
        return agents
    agents, may_miss, exp = least, (1 - share) * (1 + TIE), math.exp
    inverse = calls_per_blocked_call(load, agents)
    spare = agents - load
    while agents * exp(-spare * target) > may_miss * (spare * inverse + load):
        agents += 1
        spare = agents - load
        inverse = 1.0 + inverse * agents / load
    return agents


def _patient(load: float, agents: int, spare: float, handling_seconds: float, target_seconds: float) -> Waiting:
    if spare <= 0:
        return NO_END
    waits = shares_in_time(load, agents, spare, 0.0)[1]
    mean_wait = waits * handling_seconds / spare
    return Waiting(
        wait_probability=waits,
        service_level=shares_in_time(load, agents, spare, target_seconds / handling_seconds)[0],
        mean_wait_seconds=mean_wait,
        mean_wait_served_seconds=mean_wait,
        occupancy=load / agents,
        abandonment=0.0,
        is_stable=True,
    )


def _queue(load: float, agents: int, spare: float, per_handling: float) -> Queue:
    return Queue(
        arrivals=load * per_handling,
        completions=agents * per_handling,
        spare=spare * per_handling,
        idle=agents / load * calls_per_blocked_call(load, agents - 1),
    )


def _nobody_there(patience_seconds: float | None) -> Waiting:
    if patience_seconds is None:
        return replace(NO_END, wait_probability=1.0, service_level=0.0)
    return Waiting(
        wait_probability=1.0,
        service_level=0.0,
        mean_wait_seconds=patience_seconds,
        mean_wait_served_seconds=None,
        occupancy=None,
        abandonment=1.0,
        is_stable=True,
    )


def _spare_agents(arrivals_per_hour: float, handling_seconds: float, load: float, agents: int) -> float:
    spare = agents - load
    if abs(spare) < NEARLY_FULL * load:
        exact = Fraction(arrivals_per_hour) * Fraction(handling_seconds) / SECONDS_AN_HOUR
        return float(agents - exact)
    return spare
