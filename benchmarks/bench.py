"""How long a person waits: start-up, `check`, and each document, as ratios of medians in one run.

    make bench                     or: .venv/bin/python benchmarks/bench.py [--rounds 15] [--builds 3]

Commands are measured in turn, round by round, so that a busy machine slows all of them alike; ratios hold from one
machine to the next, seconds do not. The aims are those of the project; nothing fails here.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHON = sys.executable
PROGRAM = str(Path(PYTHON).with_name("rollout-kit"))
EXAMPLE = "examples/treuhand/rollout.toml"
AS_OF = ("--as-of", "2026-12-14")
# A person's Python keeps what it has compiled; a container often tells it not to, and compiles at every start.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}

KINDS = ("plan", "handbook", "checklist", "open-items", "go-live", "emergency", "contacts")
FORMATS = ("html", "pdf")
ALL_PDF = "all pdf"

EMPTY = "python -c pass"
LIBRARIES = 'python -c "import click, tomli, pydantic"'
HELP = "rollout-kit --help"
CHECK = "rollout-kit check"

COMMANDS = {
    EMPTY: [PYTHON, "-c", "pass"],
    LIBRARIES: [PYTHON, "-c", "import click, tomli, pydantic"],
    HELP: [PROGRAM, "--help"],
    CHECK: [PROGRAM, "check", EXAMPLE, *AS_OF],
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """One command against another, and the ratio that we aim for."""

    command: str
    against: str
    aim: float


COMPARISONS = (
    Comparison(command=HELP, against=EMPTY, aim=8),
    Comparison(command=CHECK, against=EMPTY, aim=30),
    Comparison(command=CHECK, against=LIBRARIES, aim=3.5),
)


def main(arguments: Sequence[str]) -> int:
    """Measure and print; return 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=15, help="how often each command is started (default 15)")
    parser.add_argument("--builds", type=int, default=3, help="how often each document is built (default 3)")
    options = parser.parse_args(arguments)
    print(f"Python {sys.version.split()[0]}, medians of {options.rounds} rounds in turn\n")
    report_starts(medians(COMMANDS, options.rounds))
    print(f"\nDocuments, whole process, medians of {options.builds} in turn\n")
    with tempfile.TemporaryDirectory() as folder:
        report_documents(medians(builds(folder), options.builds))
    return 0


def builds(folder: str) -> dict[str, list[str]]:
    """Return the commands that write one document in one format, each document alone, and all of them."""
    build = [PROGRAM, "build", EXAMPLE, *AS_OF, "--to", folder]
    one = {f"{kind} {format}": [*build, "--document", kind, "--format", format] for kind in KINDS for format in FORMATS}
    return {**one, ALL_PDF: [*build, "--format", "pdf"], "all documents and exports": build}


def report_documents(seconds: dict[str, float]) -> None:
    """Print the medians, and all PDFs of one run, drawn side by side, against a run for each."""
    for name, median in seconds.items():
        print(f"  {name:26} {median:6.2f} s")
    each = sum(seconds[f"{kind} pdf"] for kind in KINDS)
    print(f"\n  {ALL_PDF} / a command for each {seconds[ALL_PDF] / each:6.2f}, {processors()} processors")


def processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def report_starts(seconds: dict[str, float]) -> None:
    """Print the medians and their ratios."""
    for name, median in seconds.items():
        print(f"  {name:44} {median * 1000:6.0f} ms")
    print()
    for comparison in COMPARISONS:
        ratio = seconds[comparison.command] / seconds[comparison.against]
        verdict = "kept" if ratio <= comparison.aim else "MISSED"
        print(f"  {comparison.command} / {comparison.against:40} {ratio:5.1f}   aim {comparison.aim:g}: {verdict}")


def medians(commands: dict[str, list[str]], rounds: int) -> dict[str, float]:
    """Return the median seconds of each command; the first round only warms the caches."""
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for each in range(rounds + 1):
        for name, command in commands.items():
            seconds = once(command)
            if each:
                taken[name].append(seconds)
    return {name: statistics.median(seconds) for name, seconds in taken.items()}


def once(command: Sequence[str]) -> float:
    """Run a command; return its seconds. Exit code 1 is a finding, not a fault."""
    begun = time.perf_counter()
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, env=ENVIRONMENT)
    seconds = time.perf_counter() - begun
    if done.returncode not in {0, 1} or "Traceback" in done.stderr:
        sys.exit(f"{' '.join(command)} ended with {done.returncode}:\n{done.stderr}")
    return seconds


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
