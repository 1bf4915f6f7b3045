"""Change single signs of the code, and count how many changes a test notices: a report, not a gate.

    .venv/bin/python scripts/mutants.py [--each 3] [--seed 0] [rules calendars assess]

A comparison becomes its neighbour (< to <=), a sum a difference, a product a quotient, a whole number one more. A
change of a rule is given to the fixtures of that rule; any other to the tests of the same name. One that lives on means
that a limit is missing from a fixture, or that the change makes no difference.
"""

import argparse
import ast
import contextlib
import importlib
import io
import os
import random
import re
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("rules", "calendars", "assess")
SECONDS = 120
SURVIVED, KILLED = 0, 1

COMPARISONS = {ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq}
ARITHMETIC = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """A changed module: where it was changed, and its tree."""

    file: Path
    line: int
    said: str
    tree: ast.Module


def main(arguments: Sequence[str]) -> int:
    """Try a sample of each file, print what lives on and the share that is killed; return 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rooms", nargs="*", default=ROOMS, help="the rooms to change (default: all that are known)")
    parser.add_argument("--each", type=int, default=3, help="how many changes of each file (default 3)")
    parser.add_argument("--seed", type=int, default=0, help="which ones (default 0)")
    options = parser.parse_args(arguments)
    chance = random.Random(options.seed)
    for room in options.rooms:
        tried = [mutant for file in files(room) for mutant in sample(file, options.each, chance)]
        living = [mutant for mutant in tried if not is_killed(mutant)]
        for mutant in living:
            print(f"  lives: {mutant.file.relative_to(ROOT)}:{mutant.line} {mutant.said}", flush=True)
        print(f"{room}: {len(tried) - len(living)} of {len(tried)} killed", flush=True)
    return 0


def files(room: str) -> list[Path]:
    """Return the files of a room that have tests of their own."""
    found = sorted((ROOT / "rollout_kit" / room).rglob("*.py"))
    return [file for file in found if code_of(file) or tests_of(file).exists()]


def sample(file: Path, count: int, chance: random.Random) -> list[Mutant]:
    """Return some of the changes of a file, or all where there are fewer."""
    every = list(mutants(file))
    return chance.sample(every, min(count, len(every)))


def mutants(file: Path) -> Iterator[Mutant]:
    """Yield the file with each of its signs changed in turn."""
    text = file.read_text(encoding="utf-8")
    for number, _ in enumerate(changes(ast.parse(text))):
        tree = ast.parse(text)
        place, change = list(changes(tree))[number]
        before = ast.unparse(place)
        change()
        yield Mutant(file=file, line=place.lineno, said=f"{before}  ->  {ast.unparse(place)}", tree=tree)


def changes(tree: ast.Module) -> Iterator[tuple[ast.expr, Callable[[], None]]]:
    """Yield each place of a tree that can be changed, and what changes it."""
    for node in ast.walk(tree):
        match node:
            case ast.Compare(ops=[sign]) if type(sign) in COMPARISONS:
                yield node, partial(setattr, node, "ops", [COMPARISONS[type(sign)]()])
            case ast.BinOp(op=sign) if type(sign) in ARITHMETIC:
                yield node, partial(setattr, node, "op", ARITHMETIC[type(sign)]())
            case ast.Constant(value=int(value)) if not isinstance(value, bool):
                yield node, partial(setattr, node, "value", value + 1)


def is_killed(mutant: Mutant) -> bool:
    """Run the tests against a changed module in a process of its own; one that never ends is killed too."""
    child = os.fork()
    if child == 0:
        signal.alarm(SECONDS)
        code = KILLED
        with contextlib.suppress(BaseException), contextlib.redirect_stdout(io.StringIO()):
            install(mutant)
            code = KILLED if fails(mutant.file) else SURVIVED
        os._exit(code)
    _, status = os.waitpid(child, 0)
    return status != SURVIVED


def install(mutant: Mutant) -> None:
    """Run the changed text in the place of the module, before anything else has read from it."""
    module = importlib.import_module(".".join(mutant.file.relative_to(ROOT).with_suffix("").parts))
    exec(compile(mutant.tree, str(mutant.file), "exec"), vars(module))


def fails(file: Path) -> bool:
    """Whether the tests of a file notice something."""
    code = code_of(file)
    if not code:
        return pytest.main(["-q", "-x", "-p", "no:cacheprovider", "-p", "no:xdist", str(tests_of(file))]) != 0
    from tests.rules.overlay import FOLDER, Fragment, result_of

    for path in sorted((FOLDER / code).glob("*.toml")):
        given = Fragment(path.read_text(encoding="utf-8"))
        result = result_of(given)
        found = [each for each in dict.fromkeys(given.findings(result)) if each.code == code]
        missing = [rule.missing for rule in result.untested if rule.code == code]
        if found != given.expected or missing != ([given.lacks] if given.lacks else []):
            return True
    return False


def code_of(file: Path) -> str:
    """Return the code of the rule in a file, which its docstring begins with; an empty text where there is none."""
    found = re.match(r'"""([A-Z]{3}\d{3})\b', file.read_text(encoding="utf-8"))
    return found[1] if found else ""


def tests_of(file: Path) -> Path:
    """Return the tests of a file, which have its name."""
    return ROOT / "tests" / file.parent.relative_to(ROOT / "rollout_kit") / f"test_{file.name}"


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main(sys.argv[1:]))
