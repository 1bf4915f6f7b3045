"""Print for each rule how many fixtures make it fire, leave it silent, leave it untested, and stand next to its limit.

    .venv/bin/python scripts/rule_table.py

A fixture stands next to a limit if its name says so: one below or one above it, or at it. Rules about something that is
there or not have none.
"""

import re
import sys
from pathlib import Path

from rollout_kit.rules.catalogue import catalogue

FIXTURES = Path(__file__).resolve().parent.parent / "tests" / "rules"
GROUPS = ("not_ready", "ready", "untested", "not_applicable")
AT_LIMIT = re.compile(r"(^|_)(one_below|one_above|at|above|below|exactly|limit)(_|$)")


def main() -> int:
    """Print the table and its sums; return 1 where a rule never fires or never keeps silent."""
    print(f"{'rule':8} {'fires':>6} {'silent':>6} {'untested':>8} {'no case':>8} {'limit':>6}")
    rows = {rule.code: counts(FIXTURES / rule.code) for rule in catalogue()}
    for code, row in rows.items():
        print(line(code, row))
    print(line(str(len(rows)), tuple(sum(column) for column in zip(*rows.values(), strict=True))))
    print(f"rules with a fixture next to a limit: {sum(row[-1] > 0 for row in rows.values())}")
    return 0 if all(row[0] and row[1] for row in rows.values()) else 1


def line(name: str, row: tuple[int, ...]) -> str:
    """Return a line of the table."""
    return f"{name:8} {row[0]:6} {row[1]:6} {row[2]:8} {row[3]:8} {row[4]:6}"


def counts(folder: Path) -> tuple[int, ...]:
    """Return how many fixtures a folder has of each group, and next to a limit."""
    names = [path.stem for path in folder.glob("*.toml")]
    groups = [next((group for group in GROUPS if name.startswith(group)), None) for name in names]
    return (*(groups.count(group) for group in GROUPS), sum(bool(AT_LIMIT.search(name)) for name in names))


if __name__ == "__main__":
    sys.exit(main())
