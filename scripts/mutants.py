"""Change single signs of the code, and count how many changes a test notices: a report, not a gate.

    .venv/bin/python scripts/mutants.py [--sample 60 | --all] [--seed 0] [rules calendars assess] [path/of/a/module.py]

A change of a rule is given to the fixtures of that rule and to what it is known to say of them; any other to the tests
of the same name, then to the rules that read the module, then to the other tests of its room. What nobody notices is
printed: a limit is missing from a fixture, or the change makes no difference. If so, it enters `equal_mutants.toml`
with its reason, and is set aside.
"""

import argparse
import importlib
import os
import random
import re
import signal
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from itertools import groupby
from pathlib import Path

import pytest
from mutations import ROOT, Mutant, equal, module_of, mutants

ROOMS = ("rules", "calendars", "assess")
SECONDS, SECONDS_OF_A_RULE = 120, 10
SURVIVED, KILLED = 0, 1
# these run every rule over every fixture, which is done here for those alone that can notice
OF_ALL_RULES = {"test_rules.py", "test_accounts.py", "test_rule_pages.py"}
QUIETLY = ("-q", "-x", "-p", "no:cacheprovider", "-p", "no:xdist", "-p", "no:randomly", "--hypothesis-seed=0")


def main(arguments: Sequence[str]) -> int:
    """Try a sample of each room, print what lives on and the share that is killed; return 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rooms", nargs="*", default=ROOMS, help="rooms, or single modules (default: all known)")
    parser.add_argument("--sample", type=int, default=60, help="how many changes of each room (default 60)")
    parser.add_argument("--seed", type=int, default=0, help="which ones (default 0)")
    parser.add_argument("--all", action="store_true", help="all changes instead of a sample")
    options = parser.parse_args(arguments)
    for room in options.rooms:
        every = [mutant for file in files(room) for mutant in mutants(file)]
        tried = every if options.all else sample(every, options.sample, options.seed)
        known = sum(mutant.is_equal for mutant in tried)
        asked = [mutant for mutant in tried if not mutant.is_equal and has_sound_tests(mutant.file)]
        lived = 0
        for mutant in living(asked):
            lived += 1
            print(f"  lives: {mutant.name}", flush=True)
        which = "all" if options.all else f"a sample of {len(tried)} with seed {options.seed}"
        share = f"{len(asked) - lived} of {len(asked)} killed ({(len(asked) - lived) / max(1, len(asked)):.0%})"
        print(f"{room}: {share}; {which} of {len(every)}, {known} known to be equal", flush=True)
        report_strays(every)
    return 0


def files(room: str) -> list[Path]:
    """Return the modules of a room, or the one that is named."""
    named = ROOT / room
    return [named] if named.suffix == ".py" else sorted((ROOT / "rollout_kit" / room).rglob("*.py"))


def sample(every: Sequence[Mutant], count: int, seed: int) -> list[Mutant]:
    """Return some of the changes, in their order."""
    chosen = random.Random(seed).sample(range(len(every)), min(count, len(every)))
    return [every[number] for number in sorted(chosen)]


def report_strays(every: Iterable[Mutant]) -> None:
    """Print what is listed as equal and is no change of its file any more."""
    found = {(each.place, each.key) for each in every}
    for place in sorted({each.place for each in every}):
        for key in equal().get(place, {}):
            if (place, key) not in found:
                print(f"  listed as equal, but there is none such: {place} {key}")


def living(asked: Sequence[Mutant]) -> Iterator[Mutant]:
    """Yield what no test notices; the changes of one rule share a process."""
    for file, group in groupby(asked, key=lambda mutant: mutant.file):
        code, found = code_of(file), list(group)
        if code:
            found = left_by_rule(code, found)
        for mutant in found:
            if not in_a_process(partial(is_noticed_nearby, file, mutant)):
                others = [path for path in others_of(file) if passes(path)]
                if not in_a_process(partial(fail, others, mutant)):
                    yield mutant


@cache
def has_sound_tests(file: Path) -> bool:
    """Whether the tests of a module pass as it is; of others, every change would count as killed."""
    is_sound = bool(code_of(file)) or not in_a_process(partial(is_noticed_nearby, file))
    if not is_sound:
        print(f"  left out: {file.relative_to(ROOT)}: its tests fail as it is", flush=True)
    return is_sound


@cache
def passes(tests: Path) -> bool:
    """Whether tests pass as all is; what fails anyway notices nothing."""
    return not in_a_process(partial(fail, [tests]))


def code_of(file: Path) -> str:
    """Return the code of the rule in a file, which its docstring begins with; an empty text where there is none."""
    found = re.match(r'"""([A-Z]{3}\d{3})\b', file.read_text(encoding="utf-8"))
    return found[1] if found else ""


def left_by_rule(code: str, changed: Sequence[Mutant]) -> list[Mutant]:
    """Return the changes of a rule that none of its fixtures notices."""
    with tempfile.NamedTemporaryFile() as report:

        def try_all() -> bool:
            from killers import RuleTests

            signal.alarm(0)
            tests = RuleTests.of(code)
            if not tests.are_content():
                raise AssertionError("its tests fail as it is")
            lived = [number for number, mutant in enumerate(changed) if not tests.notice(mutant, SECONDS_OF_A_RULE)]
            Path(report.name).write_text(" ".join(map(str, lived)), encoding="utf-8")
            return True

        if not in_a_process(try_all, aloud=True):
            raise AssertionError(f"{code} could not be tried")
        return [changed[int(number)] for number in Path(report.name).read_text(encoding="utf-8").split()]


def is_noticed_nearby(file: Path, mutant: Mutant | None = None) -> bool:
    """Whether the tests of the same name fail, or those of the rules that read a module."""
    if mutant is not None:
        mutant.install()
    own = test_of(file)
    return (own.exists() and fail([own])) or (not code_of(file) and is_noticed_by_readers(file))


def test_of(file: Path) -> Path:
    """Return the tests of a module, which have its name."""
    return ROOT / "tests" / file.relative_to(ROOT / "rollout_kit").with_name(f"test_{file.name}")


def others_of(file: Path) -> list[Path]:
    """Return the other tests of the room that a module stands in; of a rule, those that name it."""
    room = ROOT / "tests" / file.relative_to(ROOT / "rollout_kit").parts[0]
    others = [
        path for path in sorted(room.glob("test_*.py")) if path.name not in OF_ALL_RULES and path != test_of(file)
    ]
    named = re.compile(rf"{code_of(file)}|{file.stem}") if code_of(file) else re.compile("")
    return [path for path in others if named.search(path.read_text(encoding="utf-8"))]


def is_noticed_by_readers(file: Path) -> bool:
    """Whether a rule that imports the module says something else now."""
    from killers import RuleTests

    reads = re.compile(rf"^from {re.escape(module_of(file))} import", re.MULTILINE)
    rules = sorted((ROOT / "rollout_kit" / "rules").rglob("*.py"))
    texts = {path: path.read_text(encoding="utf-8") for path in rules}
    direct = [path for path, text in texts.items() if reads.search(text)]
    shared = [re.compile(rf"^from {re.escape(module_of(path))} import", re.MULTILINE) for path in direct]
    reading = [path for path, text in texts.items() if path in direct or any(each.search(text) for each in shared)]
    return any(not RuleTests.of(code).are_content() for code in map(code_of, reading) if code)


def fail(tests: Iterable[Path], mutant: Mutant | None = None) -> bool:
    """Whether one of these tests fails, with a changed module if there is one."""
    if mutant is not None:
        mutant.install()
    found = [str(path) for path in tests]
    return bool(found) and pytest.main([*QUIETLY, *found]) != 0


def in_a_process(task: Callable[[], bool], *, aloud: bool = False) -> bool:
    """Return what a task says that has this process for itself; one that breaks or never ends says yes, if quiet."""
    child = os.fork()
    if child == 0:
        signal.alarm(SECONDS)
        code = KILLED
        try:
            if not aloud:
                silence()
            code = KILLED if task() else SURVIVED
        except BaseException as fault:  # noqa: BLE001 - whatever a changed module breaks on
            code = SURVIVED if aloud else KILLED
            print(f"{type(fault).__name__}: {fault}", file=sys.stderr)
        os._exit(code)
    _, status = os.waitpid(child, 0)
    return status != SURVIVED


def silence() -> None:
    """Say nothing more, not even from below."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    # what a changed module breaks is no example for the next run of the tests
    os.environ["HYPOTHESIS_STORAGE_DIRECTORY"] = tempfile.mkdtemp()
    for heavy in ("babel", "pydantic", "tomli"):
        importlib.import_module(heavy)  # once for all processes; nothing of ours
    sys.exit(main(sys.argv[1:]))
