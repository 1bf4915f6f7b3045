"""How long an outlook takes: 500 runs of 365 days, beside a bare loop of as many steps, and how it grows.

    make bench                     or: .venv/bin/python benchmarks/outlook.py [--rounds 7]

Seconds are those of this process alone, medians of rounds in turn. They differ from one machine to the next, and on a
busy one they are longer too (its caches are shared): the ratio to the loop is what can be compared. The outlook is all
of it: preparation, throws, runs with two levels, and bands. Nothing fails here.
"""

import argparse
import statistics
import sys
import time
from collections.abc import Callable, Sequence

from rollout_kit.calendars.calendars import Calendars
from rollout_kit.capacity.answer import answer_to
from rollout_kit.capacity.model import Question
from rollout_kit.capacity.outlook import outlook_of
from rollout_kit.capacity.question import question_of
from rollout_kit.description.validate import validate
from rollout_kit.pipeline import known
from rollout_kit.playbook.load import open_playbook

RUNS, DAYS, AIM_SECONDS = 500, 365, 0.5
MANY_RUNS, MANY_DAYS = (125, 250, 500, 1000), (91, 182, 365, 730)
DESCRIPTION = """
rollout = {{ name = "Outlook", kickoff = 2027-02-01, go_live = 2027-03-01 }}
[customer]
name = "Customer"
users = {users}
[provider]
name = "Provider"
[load]
tickets_per_user_month = {{ low = 0.8, likely = 1.1, high = 1.6 }}
golive_factor = {{ low = 1.2, likely = 1.4, high = 3.0 }}
half_life = "21 days"
horizon = "{days} days"
waves = [{{ date = 2027-03-01, users = {wave} }}, {{ date = 2027-04-12, users = {wave} }}]
[support.L1]
staff = {staff}
hours = "Mon-Fri 08:00-17:00"
[support.L2]
staff = 2
hours = "Mon-Fri 08:00-17:00"
"""
# Users and people of L1: a desk that carries its load, one that does not, and a large one.
DESKS = {"250 users, 3 people": (250, 3), "500 users, 3 people": (500, 3), "5000 users, 40 people": (5000, 40)}


def main(arguments: Sequence[str]) -> int:
    """Measure and print; return 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7, help="how often each is measured (default 7)")
    rounds = parser.parse_args(arguments).rounds
    print(f"Python {sys.version.split()[0]}, process time, medians of {rounds} rounds in turn\n")
    report_desks(rounds)
    report_growth(rounds)
    report_answer()
    return 0


def report_desks(rounds: int) -> None:
    """Print an outlook of each desk, and its ratio to the bare loop."""
    tasks = {name: outlook(asked(users, staff), RUNS) for name, (users, staff) in DESKS.items()}
    seconds = medians({"bare": bare_loop, **tasks}, rounds)
    bare = seconds.pop("bare")
    print(f"  {RUNS} runs of {DAYS} days; a bare loop of as many steps takes {bare * 1000:.1f} ms")
    for name, taken in seconds.items():
        verdict = "kept" if taken <= AIM_SECONDS else "MISSED"
        print(f"  {name:26} {taken:6.3f} s  = {taken / bare:4.0f} loops   aim {AIM_SECONDS:g} s: {verdict}")


def report_growth(rounds: int) -> None:
    """Print how an outlook grows with runs and with days: twice as many should take twice as long."""
    users, staff = DESKS["250 users, 3 people"]
    by_runs = {f"{runs} runs": outlook(asked(users, staff), runs) for runs in MANY_RUNS}
    by_days = {f"{days} days": outlook(asked(users, staff, days), RUNS) for days in MANY_DAYS}
    for tasks in (by_runs, by_days):
        seconds = list(medians(tasks, rounds).items())
        print()
        for index, (name, taken) in enumerate(seconds):
            growth = f"x {taken / seconds[index - 1][1]:.2f}" if index else ""
            print(f"  {name:26} {taken:6.3f} s  {growth}")


def report_answer() -> None:
    """Print how long all of an answer takes, once each: outlook, need, advice and bars."""
    print()
    for name, (users, staff) in DESKS.items():
        begun = time.process_time()
        found = answer_to(asked(users, staff))
        says = "scales" if found.outlook.is_scaling else f"outgrown in {found.outlook.share_outgrown:.0%}"
        print(f"  all of an answer, {name:22} {time.process_time() - begun:6.2f} s  ({says})")


def asked(users: int, staff: int, days: int = DAYS) -> Question:
    """Return the question of a desk."""
    text = DESCRIPTION.format(users=users, wave=users // 4, staff=staff, days=days)
    read = validate("rollout.toml", {"rollout.toml": text.encode()}, lambda name: known(open_playbook(name, {})))
    assert read.rollout is not None, read.problems
    question = question_of(read.rollout, Calendars(read.rollout))
    assert isinstance(question, Question), question
    return question


def outlook(question: Question, runs: int) -> Callable[[], object]:
    """Return the task of one outlook."""
    return lambda: outlook_of(question, runs=runs)


def bare_loop() -> int:
    """Count the days of all runs, and do nothing else."""
    counted = 0
    for _ in range(RUNS * DAYS):
        counted += 1
    return counted


def medians(tasks: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Return the median process seconds of each task; the first round only warms the caches."""
    taken: dict[str, list[float]] = {name: [] for name in tasks}
    for each in range(rounds + 1):
        for name, task in tasks.items():
            begun = time.process_time()
            task()
            if each:
                taken[name].append(time.process_time() - begun)
    return {name: statistics.median(seconds) for name, seconds in taken.items()}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
