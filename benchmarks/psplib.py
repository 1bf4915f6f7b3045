"""Published project scheduling instances (PSPLIB), through the scheduler that places a rollout.

    .venv/bin/python benchmarks/psplib.py FILE.sm… [--schedules 5000] [--seed 1] [--prove] [--json]

Prints for each file its instance, the makespan of the best schedule that was found, and a number of slots that no
schedule ends before: where both are the same, the schedule is the best possible. Every schedule is checked by
`benchmarks/validator.py`, which shares nothing with the scheduler. Reads single-mode instances, `.sm` or `.rcp`.
`--prove` has OR-tools close what is left open (`pip install 'rollout-kit[prove]'`). The same files and the same seed
print the same.

Ends with 1 where a file cannot be read, 2 where a call is wrong or OR-tools is missing.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from instances import UnreadableError, problem_of
from validator import faults

from rollout_kit.plan.serial.problem import Problem
from rollout_kit.plan.serial.solve import Solution, solve

SCHEDULES, SEED = 5000, 1
NO_SOLVER = "--prove needs OR-tools, which is not installed: pip install 'rollout-kit[prove]'"


def main(arguments: Sequence[str]) -> int:
    """Solve and print; return the exit code."""
    options = _options(arguments)
    if options.prove and find_spec("ortools") is None:
        print(NO_SOLVER, file=sys.stderr)
        return 2
    rows: list[dict[str, str | int]] = []
    is_whole = True
    for file in options.file:
        try:
            problem = problem_of(file.read_text(encoding="utf-8", errors="replace"), file.suffix)
        except (OSError, UnreadableError) as unread:
            print(f"{file}: {_reason(unread)}", file=sys.stderr)
            is_whole = False
            continue
        solution = solve(problem, schedules=options.schedules, seed=options.seed, is_proving=options.prove)
        _check(file, problem, solution)
        rows.append({"instance": file.stem, "makespan": solution.makespan, "bound": solution.bound})
        if not options.json:
            _print_row(rows[-1], is_first=len(rows) == 1)
    if options.json:
        print(json.dumps(rows, indent=2))
    return 0 if is_whole else 1


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path, nargs="+", help="an instance, .sm or .rcp")
    parser.add_argument("--schedules", type=_at_least_one, default=SCHEDULES, help="how many are made (default 5000)")
    parser.add_argument("--seed", type=int, default=SEED, help="of what is drawn at random (default 1)")
    parser.add_argument("--prove", action="store_true", help="close what is open with OR-tools")
    parser.add_argument("--json", action="store_true", help="print a list of objects")
    return parser.parse_args(arguments)


def _at_least_one(text: str) -> int:
    if (number := int(text)) < 1:
        raise argparse.ArgumentTypeError("at least one schedule is made")
    return number


def _reason(unread: Exception) -> str:
    if isinstance(unread, OSError):
        return unread.strerror or "cannot be read"
    return str(unread)


def _check(file: Path, problem: Problem, solution: Solution) -> None:
    found = faults(problem, solution.starts)
    if found or solution.bound > solution.makespan:
        sys.exit(f"{file}: the schedule is not valid: {'; '.join(found) or 'it ends before its bound'}")


def _print_row(row: dict[str, str | int], *, is_first: bool) -> None:
    if is_first:
        print(f"{'instance':<16} {'makespan':>8} {'bound':>8}")
    print(f"{row['instance']:<16} {row['makespan']:>8} {row['bound']:>8}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
