"""Changes of single signs in a module: what `mutants.py` gives to the tests.

A comparison becomes its neighbour (< to <=), a sum a difference, a product a quotient, a whole number one more, a
fraction one more in its last digit.
"""

import ast
import importlib
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
EQUAL = Path(__file__).with_name("equal_mutants.toml")

COMPARISONS = {ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq}
ARITHMETIC = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult}

Change = Callable[[], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """A changed module: which line of it was changed and how, and its tree."""

    file: Path
    line: int
    text: str
    change: str
    tree: ast.Module

    @property
    def name(self) -> str:
        """How a person finds it."""
        return f"{self.place}:{self.line} {self.key}"

    @property
    def place(self) -> str:
        """The path of the file, from the root."""
        return str(self.file.relative_to(ROOT))

    @property
    def key(self) -> str:
        """How the list of equal ones calls it, wherever its line moves."""
        return f"{self.change} in: {self.text}"

    @property
    def is_equal(self) -> bool:
        """Whether it is known to change no answer; the list says why."""
        return self.key in equal().get(self.place, {})

    def exec_in(self, namespace: dict[str, Any]) -> None:
        """Run the changed text."""
        exec(compile(self.tree, str(self.file), "exec"), namespace)

    def install(self) -> None:
        """Take the place of the module, before anything else has read from it."""
        self.exec_in(vars(importlib.import_module(module_of(self.file))))


def mutants(file: Path) -> Iterator[Mutant]:
    """Yield the file with each of its signs changed in turn."""
    text = file.read_text(encoding="utf-8")
    lines = text.splitlines()
    for number, _ in enumerate(_changes(ast.parse(text))):
        tree = ast.parse(text)
        place, change = list(_changes(tree))[number]
        before, line = ast.unparse(place), lines[place.lineno - 1].strip()
        change()
        yield Mutant(file=file, line=place.lineno, text=line, change=f"{before} -> {ast.unparse(place)}", tree=tree)


@cache
def equal() -> dict[str, dict[str, str]]:
    """Return the changes that make no difference: by file, the change and why."""
    return tomllib.loads(EQUAL.read_text(encoding="utf-8"))


def module_of(file: Path) -> str:
    """Return the name by which a file is imported."""
    return ".".join(file.relative_to(ROOT).with_suffix("").parts)


def _changes(tree: ast.Module) -> Iterator[tuple[ast.expr | ast.stmt, Change]]:
    """Yield each place of a tree that can be changed, with what changes it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.expr | ast.stmt):
            for change in _of(node):
                yield node, change


def _of(node: ast.AST) -> Iterator[Change]:
    match node:
        case ast.Compare(ops=signs):
            for number, sign in enumerate(signs):
                if type(sign) in COMPARISONS:
                    yield partial(signs.__setitem__, number, COMPARISONS[type(sign)]())
        case ast.BinOp(op=sign) | ast.AugAssign(op=sign) if type(sign) in ARITHMETIC:
            yield partial(setattr, node, "op", ARITHMETIC[type(sign)]())
        case ast.Constant(value=int(value)) if not isinstance(value, bool):
            yield partial(setattr, node, "value", value + 1)
        case ast.Constant(value=float(value)):
            yield partial(setattr, node, "value", _one_more(value))


def _one_more(value: float) -> float:
    """Return a fraction with its last digit one more: 0.85 becomes 0.86, 5.0 becomes 5.1."""
    written = Decimal(str(value))
    return float(written + Decimal((0, (1,), int(written.as_tuple().exponent))))
