"""Placing a rollout beside TaskJuggler 3.7 (Debian package `tj3`), with the proven optimum beside.

    .venv/bin/python benchmarks/tj3.py [--schedules 2000] [--variations 24] [--rounds 3]

24 seeded variations of a plan of 41 tasks (`benchmarks/variations.py`), the same calendars, absences and dependencies
for all three; what counts is the half-day in which go-live is done. Ours makes as many schedules as are asked for;
CP-SAT proves what search and bound leave open. TaskJuggler may split work where it likes, which is to its advantage;
joint work is said to it as mandatory allocations, a day before which something may not begin as a milestone.

Times are medians over all variations, in seconds: of scheduling alone, and of a whole process. TaskJuggler's own
scheduling is its run less one that ends after checking the syntax. The aim: ours at the best in 23 of 24.
"""

import argparse
import csv
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from validator import faults
from variations import DAYS, GOAL, NOT_BEFORE, START, TASKS, Variation, variation

from rollout_kit.plan.serial.problem import for_goal
from rollout_kit.plan.serial.solve import Solution, solve

TJ3 = "tj3"
SCHEDULES, SEED, VARIATIONS, AIM = 2000, 1, 24, 23
HOURS = {0: ("08:00", "12:00"), 1: ("13:00", "17:00")}
ALONE = "import tj3, sys; sys.exit(tj3.alone(int(sys.argv[1]), int(sys.argv[2])))"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One variation: the slots until go-live of ours, of TaskJuggler and at best, and how long each took."""

    number: int
    ours: int
    theirs: int
    best: int
    bound: int
    seconds: dict[str, float]


def main(arguments: Sequence[str]) -> int:
    """Measure and print; return 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--schedules", type=int, default=SCHEDULES, help="how many are made (default 2000)")
    parser.add_argument("--variations", type=int, default=VARIATIONS, help="how many are measured (default 24)")
    parser.add_argument("--rounds", type=int, default=3, help="how often each is measured (default 3)")
    options = parser.parse_args(arguments)
    if shutil.which(TJ3) is None:
        print(f"{TJ3} is not installed: apt install tj3")
        return 0
    print("Half-days until go-live is done\n")
    print(f"{'':>9} {'ours':>5} {'bound':>6} {'CP-SAT':>7} {'tj3':>5}")
    rows = []
    for number in range(1, options.variations + 1):
        rows.append(row_of(variation(number), options.schedules, options.rounds))
        row = rows[-1]
        print(f"{number:>9} {row.ours:>5} {row.bound:>6} {row.best:>7} {row.theirs:>5}", flush=True)
    report(rows)
    return 0


def alone(number: int, schedules: int) -> int:
    """Schedule one variation and print when it goes live: what a process of ours does."""
    print(placed(variation(number), schedules).makespan)
    return 0


def placed(plan: Variation, schedules: int, *, is_proving: bool = False) -> Solution:
    """Return the schedule of a variation, nothing in it but what go-live waits for."""
    problem, _ = for_goal(plan.problem())
    solution = solve(problem, schedules=schedules, seed=SEED, is_proving=is_proving)
    if found := faults(problem, solution.starts):
        sys.exit(f"variation {plan.number} is not valid: {'; '.join(found)}")
    return solution


def row_of(plan: Variation, schedules: int, rounds: int) -> Row:
    """Measure one variation."""
    proven = placed(plan, schedules, is_proving=True)
    if not proven.is_proven:
        sys.exit(f"variation {plan.number} is not proven")
    taken: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "plan.tjp"
        file.write_text("\n".join(sentences(plan)) + "\n", encoding="utf-8")
        for _ in range(rounds):
            for name, seconds in once(plan, schedules, file):
                taken.setdefault(name, []).append(seconds)
        theirs = slots_until_live(Path(folder) / "out.csv")
    ours = placed(plan, schedules)
    median = {name: statistics.median(seconds) for name, seconds in taken.items()}
    return Row(
        number=plan.number, ours=ours.makespan, theirs=theirs, best=proven.makespan, bound=ours.bound, seconds=median
    )


def once(plan: Variation, schedules: int, file: Path) -> Iterator[tuple[str, float]]:
    """Yield what was measured, and its seconds, once each."""
    begun = time.perf_counter()
    placed(plan, schedules)
    yield "ours, scheduling alone", time.perf_counter() - begun
    whole = [sys.executable, "-c", ALONE, str(plan.number), str(schedules)]
    yield "ours, whole process", seconds_of(whole, Path(__file__).parent)
    begun = time.perf_counter()
    placed(plan, schedules, is_proving=True)
    yield "ours and CP-SAT's proof", time.perf_counter() - begun
    check = seconds_of([TJ3, "--silent", "--check-syntax", file.name], file.parent)
    run = seconds_of([TJ3, "--silent", file.name], file.parent)
    yield "tj3, scheduling alone", run - check
    yield "tj3, whole process", run


def seconds_of(command: Sequence[str], folder: Path) -> float:
    """Run a command; return its seconds."""
    begun = time.perf_counter()
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(command)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return time.perf_counter() - begun


def report(rows: Sequence[Row]) -> None:
    """Print who is at the best how often, how far behind it otherwise, and the times."""
    print()
    for name, ends in (("ours", [row.ours for row in rows]), ("tj3", [row.theirs for row in rows])):
        gaps = [end - row.best for end, row in zip(ends, rows, strict=True)]
        at_best = sum(gap == 0 for gap in gaps)
        verdict = ""
        if name == "ours" and len(rows) == VARIATIONS:
            verdict = f"   aim {AIM}: {'kept' if at_best >= AIM else 'MISSED'}"
        late, ahead = [gap for gap in gaps if gap > 0], sum(gap < 0 for gap in gaps)
        behind = f"behind it in {len(late)}, by {sum(late) / max(1, len(late)):.1f} half-days, {max(gaps)} at worst"
        verdict += f"; ahead in {ahead}, where it splits work that stays in one piece here" if ahead else ""
        print(f"  {name:<6} at the best in {at_best:>2} of {len(rows)}, {behind}{verdict}")
    print(f"  bound  at the best in {sum(row.bound == row.best for row in rows):>2} of {len(rows)}\n")
    for name in rows[0].seconds:
        print(f"  {name:<26} {statistics.median(row.seconds[name] for row in rows):6.3f} s")


def sentences(plan: Variation) -> Iterator[str]:
    """Yield the lines of a variation in TaskJuggler's language."""
    yield f'project rollout "Rollout" {START:%Y-%m-%d} +{DAYS}d {{'
    yield '  timezone "UTC"'
    yield '  timeformat "%Y-%m-%d-%H:%M"'
    yield "  timingresolution 60min"
    yield "  dailyworkinghours 8"
    yield "  workinghours mon - fri 08:00 - 12:00, 13:00 - 17:00"
    yield "  workinghours sat, sun off"
    yield "}"
    for name in plan.names:
        yield from _resource(plan, name)
    for day in sorted({*NOT_BEFORE.values()}):
        yield f'task {_gate(day)} "{day}" {{ milestone start {day:%Y-%m-%d-%H:%M} }}'
    for id, _, _, after in TASKS:
        yield from _task(plan, id, after.split())
    yield 'taskreport out "out" { formats csv columns id, start, end }'


def _resource(plan: Variation, name: str) -> Iterator[str]:
    yield f'resource {name} "{name}" {{'
    for offset in range(DAYS):
        day = START + timedelta(days=offset)
        for half in (0, 1):
            if day.weekday() < 5 and not plan.is_there(name, day, half):
                begins, ends = HOURS[half]
                yield f"  leaves annual {day:%Y-%m-%d}-{begins} - {day:%Y-%m-%d}-{ends}"
    yield "}"


def _task(plan: Variation, id: str, after: Sequence[str]) -> Iterator[str]:
    crew = plan.crews[id]
    gates = [_gate(NOT_BEFORE[id])] if id in NOT_BEFORE else []
    yield f'task {id} "{id}" {{'
    yield f"  effort {4 * plan.slots[id] * len(crew)}h"
    for name in crew:
        yield f"  allocate {name} {{ mandatory }}" if len(crew) > 1 else f"  allocate {name}"
    if after or gates:
        yield f"  depends {', '.join(f'!{before}' for before in (*after, *gates))}"
    yield "}"


def _gate(day: date) -> str:
    return f"gate_{day:%m%d}"


def slots_until_live(file: Path) -> int:
    """Return the number of half-days from the start to the end of go-live in TaskJuggler's report."""
    with file.open(encoding="utf-8", newline="") as lines:
        ends = {row["Id"]: row["End"] for row in csv.DictReader(lines, delimiter=";")}
    day, hour = date.fromisoformat(ends[GOAL][:10]), int(ends[GOAL][11:13])
    return 2 * (day - START).days + (1 if hour <= 12 else 2)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
