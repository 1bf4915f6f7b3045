"""All rules, found by walking the folders beside this file."""

import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache
from types import ModuleType

from rollout_kit import rules
from rollout_kit.assess.rule import Rule


@cache
def catalogue() -> tuple[Rule, ...]:
    """Return every rule, sorted by code; a new file in a family's folder is in it without further notice."""
    families = (module for module in _inside(rules) if hasattr(module, "__path__"))
    found = (value for family in families for module in _inside(family) for value in vars(module).values())
    return tuple(sorted((value for value in found if isinstance(value, Rule)), key=lambda rule: rule.code))


def _inside(package: ModuleType) -> Iterator[ModuleType]:
    for module in pkgutil.iter_modules(package.__path__):
        if module.name != "catalogue":  # this file
            yield importlib.import_module(f"{package.__name__}.{module.name}")
