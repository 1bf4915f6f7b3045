"""How long staffing takes, and whose answers are right: Erlang C and A beside pyworkforce 0.5.1, on the same input.

    make bench                     or: .venv/bin/python benchmarks/queues.py [--rounds 7] [--staffings 10000]

Each staffing asks for the agents who answer 80 % in 20 s, of a load of its own from 0.07 to 60 erlang. Both programs
work through all of them in turn, round by round, and seconds are those of the processor; ratios hold from one machine
to the next, seconds do not. Where the numbers of agents differ, 40 digits tell who is right; at small desks and with
other targets too. pyworkforce 0.5.1 has Erlang C only, so that Erlang A has no peer here.
"""

import argparse
import random
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from mpmath import exp, mpf, workdps

from rollout_kit.capacity.erlang import required_agents

SEED = 1
LEAST_ERLANG, SMALL_ERLANG, MOST_ERLANG = 0.07, 3.0, 60.0
SHARES = (0.5, 0.8, 0.95)  # a loose and a strict target too, for who is right
SHARE, TARGET_SECONDS, PATIENCE_SECONDS = 0.8, 20.0, 180.0
AIM, SAMPLE = 0.35, 500
INSTALL = "pyworkforce is not installed, so ours is measured alone; to compare: pip install -e '.[bench]'"


@dataclass(frozen=True, slots=True, kw_only=True)
class Staffing:
    """What comes in; the target is the same for all."""

    arrivals_per_hour: float
    handling_seconds: float


def main(arguments: Sequence[str]) -> int:
    """Measure and print; return 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7, help="how often each program works through all (default 7)")
    parser.add_argument("--staffings", type=int, default=10_000, help="how many distinct ones (default 10000)")
    options = parser.parse_args(arguments)
    asked = distinct(options.staffings)
    peer = positions()
    print(
        f"\n{len(asked)} distinct staffings up to {MOST_ERLANG:g} erlang, medians of {options.rounds} rounds in turn\n"
    )
    programs: dict[str, Callable[[], object]] = {
        "Erlang C": lambda: [agents(one) for one in asked],
        "Erlang A": lambda: [agents(one, patience=PATIENCE_SECONDS) for one in asked],
    }
    if peer:
        programs["pyworkforce, Erlang C"] = lambda: [peer(one, SHARE) for one in asked]
    seconds = medians(programs, options.rounds)
    for name, median in seconds.items():
        print(f"  {name:24} {median:7.3f} s {median / len(asked) * 1e6:7.1f} µs each")
    if not peer:
        print(f"\n  {INSTALL}")
        return 0
    ratio = seconds["Erlang C"] / seconds["pyworkforce, Erlang C"]
    print(f"\n  Erlang C / pyworkforce {ratio:5.2f}   aim {AIM:g}: {'kept' if ratio <= AIM else 'MISSED'}\n")
    small = distinct(options.staffings, most_erlang=SMALL_ERLANG)
    for title, staffings in ((f"up to {MOST_ERLANG:g} erlang", asked), (f"up to {SMALL_ERLANG:g} erlang", small)):
        for share in SHARES:
            report_answers(title, staffings, share, peer)
    return 0


def distinct(count: int, *, most_erlang: float = MOST_ERLANG) -> list[Staffing]:
    """Return so many staffings, no two alike, the same ones every time."""
    draw = random.Random(SEED)
    found: dict[Staffing, None] = {}
    while len(found) < count:
        load, handling = draw.uniform(LEAST_ERLANG, most_erlang), draw.uniform(120, 1800)
        found[Staffing(arrivals_per_hour=load * 3600 / handling, handling_seconds=handling)] = None
    return list(found)


def agents(one: Staffing, *, share: float = SHARE, patience: float | None = None) -> int:
    """Return our answer."""
    return required_agents(
        arrivals_per_hour=one.arrivals_per_hour,
        handling_seconds=one.handling_seconds,
        target_seconds=TARGET_SECONDS,
        target_share=share,
        patience_seconds=patience,
    )


def positions() -> Callable[[Staffing, float], int] | None:
    """Return how pyworkforce is asked; None where it is not installed."""
    try:
        from pyworkforce.queuing import ErlangC
    except ImportError:
        return None

    def asked(one: Staffing, share: float) -> int:
        queue = ErlangC(
            transactions=one.arrivals_per_hour, aht=one.handling_seconds / 60, asa=TARGET_SECONDS / 60, interval=60
        )
        return int(queue.required_positions(service_level=share)["raw_positions"])

    return asked


def medians(programs: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Return the median processor seconds of each; the first round only warms up."""
    taken: dict[str, list[float]] = {name: [] for name in programs}
    for each in range(rounds + 1):
        for name, program in programs.items():
            begun = time.process_time()
            program()
            if each:
                taken[name].append(time.process_time() - begun)
    return {name: statistics.median(seconds) for name, seconds in taken.items()}


def report_answers(title: str, asked: Sequence[Staffing], share: float, peer: Callable[[Staffing, float], int]) -> None:
    """Print how many answers differ, by how much, and who is right by 40 digits; and whether a sample of all is."""
    pairs = [(one, agents(one, share=share), peer(one, share)) for one in asked]
    kinds: Counter[tuple[int, str]] = Counter()
    for one, ours, theirs in pairs:
        if ours != theirs:
            fewest = [
                name for name, number in (("ours", ours), ("pyworkforce", theirs)) if is_fewest(one, number, share)
            ]
            kinds[theirs - ours, " and ".join(fewest) or "neither"] += 1
    sample = pairs[:: max(1, len(pairs) // SAMPLE)]
    wrong = sum(not is_fewest(one, ours, share) for one, ours, _ in sample)
    print(f"  {title}, {share:.0%} in {TARGET_SECONDS:g} s: {sum(kinds.values())} of {len(pairs)} answers differ")
    for (more, right), count in sorted(kinds.items()):
        print(f"    {count} times pyworkforce says {more:+d}; right is {right}")
    print(f"    of {len(sample)} answers taken evenly from all, {wrong} of ours are wrong")


def is_fewest(one: Staffing, number: int, share: float) -> bool:
    """Whether a number of agents is enough by Erlang C, and one less is not."""
    return level(one, number) >= share > level(one, number - 1)


def level(one: Staffing, number: int) -> Any:
    """Return the share answered in time by Erlang C, summed over its states in 40 digits; -1 where there is none."""
    with workdps(40):
        load = mpf(one.arrivals_per_hour) * mpf(one.handling_seconds) / 3600
        if number <= load:
            return mpf(-1)
        state, below = mpf(1), mpf(0)
        for busy in range(1, number + 1):
            below += state
            state *= load / busy
        queued = state * number / (number - load)
        return 1 - queued / (queued + below) * exp(-(number - load) * TARGET_SECONDS / mpf(one.handling_seconds))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
