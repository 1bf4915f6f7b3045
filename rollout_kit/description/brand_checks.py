"""Logos and colours, which enter documents: only files of the project, only plain colours."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from rollout_kit.description.logos import LogoFile, logo_of
from rollout_kit.description.named_files import LOGO_KEYS, stays_inside
from rollout_kit.description.problems import Code, note, problem
from rollout_kit.description.restructured import Restructured
from rollout_kit.description.settings import Brand
from rollout_kit.description.source_map import Places
from rollout_kit.finding import KeyPath, Problem
from rollout_kit.message import N_, message


def check_brand(found: Restructured, places: Places, contents: Mapping[str, bytes]) -> Iterator[Problem]:
    """Yield a problem for a logo outside of the project and for an accent that is no colour.

    A logo that is not there or cannot be printed is a note: the documents are written without it.
    """
    brand = found.tree.get("brand", {})
    if not isinstance(brand, Mapping):
        return
    for _, key in LOGO_KEYS:
        name: Any = brand.get(str(key))
        if isinstance(name, str):
            yield from _logo(name, found.path_of(("brand", key)), places, contents)
    accent = brand.get("accent")
    if isinstance(accent, str) and not re.fullmatch(r"#[0-9A-Fa-f]{6}", accent):
        path = found.path_of(("brand", "accent"))
        said = message(N_("'accent' is {written}, which is no colour"), written=f'"{accent[:40]}"')
        yield problem(Code.COLOUR, path, places.at(path), said, message(N_('a colour is written "#005a9c"')))


def logos_of(brand: Brand, contents: Mapping[str, bytes]) -> tuple[LogoFile | None, LogoFile | None]:
    """Return the logos of the customer and of the provider; None where there is none that can be printed."""
    customer, provider = (_logo_file(name, contents) for name in (brand.customer_logo, brand.provider_logo))
    return customer, provider


def _logo_file(name: str | None, contents: Mapping[str, bytes]) -> LogoFile | None:
    found = logo_of(contents[name]) if name is not None and name in contents else None
    return found if isinstance(found, LogoFile) else None


def _logo(name: str, path: KeyPath, places: Places, contents: Mapping[str, bytes]) -> Iterator[Problem]:
    place = places.at(path)
    if not stays_inside(name):
        said = message(N_("'{file}' leads out of the folder of the description"), file=name)
        help = message(N_("keep the file in that folder and write its name from there"))
        yield problem(Code.FILE_OUTSIDE, path, place, said, help)
    elif name not in contents:
        said = message(N_("the logo '{file}' is not there, cannot be read or is larger than 1 MiB"), file=name)
        help = message(N_("the name counts from the folder of the description; the documents are written without it"))
        yield note(Code.LOGO, path, place, said, help)
    elif not isinstance(why := logo_of(contents[name]), LogoFile):
        said = message(N_("the logo '{file}' is not printed: {why}"), file=name, why=why)
        yield note(Code.LOGO, path, place, said, message(N_("save it as a plain SVG, or as PNG or JPEG")))
