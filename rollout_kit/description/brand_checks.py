"""Logos and colours, which enter documents: only files of the project, only plain colours."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from rollout_kit.description.named_files import stays_inside
from rollout_kit.description.problems import Code, problem
from rollout_kit.description.restructured import Restructured
from rollout_kit.description.source_map import Places
from rollout_kit.finding import Problem
from rollout_kit.message import N_, message


def check_brand(found: Restructured, places: Places) -> Iterator[Problem]:
    """Yield a problem for a logo outside of the project and for an accent that is no colour."""
    brand = found.tree.get("brand", {})
    if not isinstance(brand, Mapping):
        return
    for key in ("customer_logo", "provider_logo"):
        name: Any = brand.get(key)
        if isinstance(name, str) and not stays_inside(name):
            path = found.path_of(("brand", key))
            said = message(N_("'{file}' leads out of the folder of the description"), file=name)
            help = message(N_("keep the file in that folder and write its name from there"))
            yield problem(Code.FILE_OUTSIDE, path, places.at(path), said, help)
    accent = brand.get("accent")
    if isinstance(accent, str) and not re.fullmatch(r"#[0-9A-Fa-f]{6}", accent):
        path = found.path_of(("brand", "accent"))
        said = message(N_("'accent' is {written}, which is no colour"), written=f'"{accent[:40]}"')
        yield problem(Code.COLOUR, path, places.at(path), said, message(N_('a colour is written "#005a9c"')))
