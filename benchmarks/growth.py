"""How `check` grows with a description: the full example, one of 40 people, and more people still.

    make bench                     or: .venv/bin/python benchmarks/growth.py [--rounds 7]

The large ones have 33 activities, 6 sites and 12 trainings, and are the example with as much appended. Whole processes
in turn, as ratios of medians: a description of 40 people takes at most twice as long as the example, and ten times as
many people at most ten times as long as that; nothing fails here.
"""

import argparse
import re
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench import AS_OF, PROGRAM, ROOT, medians

FULL = ROOT / "examples" / "treuhand"
FULL_PEOPLE, FULL_SITES, FULL_TRAININGS = 11, 2, 4
SITES, TRAININGS, USERS_A_SITE = 6, 12, 20
SMALL, SIZES, MOST = 40, (40, 100, 200, 400), 400
AIM_SMALL, AIM_MOST = 2.0, MOST / SMALL

SITE = """
[sites.branch_{n}]
name = "Branch {n}"
region = "CH-ZG"
users = {users}
languages = {{ de = {users} }}
"""
PERSON = """
[people.person_{n}]
name = "Person Number {n}"
organisation = "customer"
title = "Key user"
roles = ["key_user"]
site = "branch_{site}"
phone = "+41 41 555 {n:04}"
email = "person.{n}@bz-treuhand.example"
languages = ["de"]
share = 0.1
deputy = "person_{deputy}"
"""
TRAINING = """
[training.users_{n}]
name = "Users {n}"
audience = "users"
site = "branch_{site}"
language = "de"
people = {users}
duration = "1 h"
trainer = "person_{n}"
"""
ACTIVITY = 'improvement = { accountable = "imhof", responsible = ["ruckli"] }\n'


def main(arguments: Sequence[str]) -> int:
    """Measure and print; return 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7, help="how often each is checked (default 7)")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        files = {"the full example": FULL / "rollout.toml"}
        files |= {f"{people} people": written(Path(folder), people) for people in SIZES}
        commands = {name: [PROGRAM, "check", str(file), *AS_OF] for name, file in files.items()}
        seconds = medians(commands, options.rounds)
    print(f"\nChecks, whole process, medians of {options.rounds} rounds in turn\n")
    for name, median in seconds.items():
        print(f"  {name:20} {median * 1000:6.0f} ms {median / seconds['the full example']:6.2f}")
    print()
    report(f"{SMALL} people / the full example", seconds[f"{SMALL} people"] / seconds["the full example"], AIM_SMALL)
    report(f"{MOST} / {SMALL} people", seconds[f"{MOST} people"] / seconds[f"{SMALL} people"], AIM_MOST)
    return 0


def report(name: str, ratio: float, aim: float) -> None:
    """Print a ratio against its aim."""
    print(f"  {name:36} {ratio:5.2f}   aim {aim:g}: {'kept' if ratio <= aim else 'MISSED'}")


def written(folder: Path, people: int) -> Path:
    """Write a description of so many people into a folder of its own; return its path."""
    place = folder / str(people)
    shutil.copytree(FULL, place)
    file = place / "rollout.toml"
    file.write_text(grown(file.read_text(encoding="utf-8"), people), encoding="utf-8")
    return file


def grown(text: str, people: int) -> str:
    """Return the example with more appended; each person of a further site stands in for the next."""
    sites, further = SITES - FULL_SITES, people - FULL_PEOPLE
    text = text.replace("[responsibilities]\n", f"[responsibilities]\n{ACTIVITY}", 1)
    text = re.sub(r"^(users +=) 86$", rf"\1 {86 + sites * USERS_A_SITE}", text, count=1, flags=re.MULTILINE)
    parts = [SITE.format(n=n, users=USERS_A_SITE) for n in range(sites)]
    parts += [PERSON.format(n=n, site=n % sites, deputy=(n + 1) % further) for n in range(further)]
    parts += [TRAINING.format(n=n, site=n % sites, users=USERS_A_SITE) for n in range(TRAININGS - FULL_TRAININGS)]
    return text + "".join(parts)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
