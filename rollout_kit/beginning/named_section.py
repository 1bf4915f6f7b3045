"""What somebody means by the name of a section: `load`, `provider.contract`, `people.mueller`, `plan.add`."""

import re
from dataclasses import dataclass, replace

from rollout_kit.description.key_texts import keys_of
from rollout_kit.description.nearest import nearest
from rollout_kit.description.rollout import Rollout
from rollout_kit.description.section import Section
from rollout_kit.description.shape import IDS, Kind
from rollout_kit.errors import RolloutKitError
from rollout_kit.message import N_, Message, message

_WITH_TABLES = (Kind.TABLE, Kind.BY_ID, Kind.TEXT_BY_ID, Kind.LIST, Kind.PAIRS)
_ID = re.compile(r"[A-Za-z0-9_-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedSection:
    """A table of the format. `model` says what its keys are; of a table of tables, what the keys of one are.

    `has_own_id`: its last part is a short name that somebody chose, or one of those that the format gives.
    """

    path: tuple[str, ...]
    kind: Kind
    model: type[Section]
    has_own_id: bool = False

    @property
    def name(self) -> str:
        """The name with dots, as it stands in a header."""
        return ".".join(self.path)


_FORMAT = NamedSection(path=(), kind=Kind.TABLE, model=Rollout)


def named_section(name: str) -> NamedSection:
    """Return the section of a name.

    Raises:
        RolloutKitError: there is none, with the one that was probably meant.
    """
    found = _FORMAT
    for part in name.split("."):
        inside = _inside(found, part)
        if inside is None:
            raise RolloutKitError(_unknown(found, name), help=_remedy(name))
        found = inside
    return found


def sections_of(section: NamedSection = _FORMAT) -> tuple[str, ...]:
    """Return the keys of a section that are sections themselves."""
    if section.kind is not Kind.TABLE:
        return IDS.get(section.path[-1], ()) if section.kind is Kind.BY_ID else ()
    return tuple(key for key, slot in keys_of(section.model).items() if slot.kind in _WITH_TABLES)


def _inside(section: NamedSection, part: str) -> NamedSection | None:
    """Return the section of a key in another one, None if there is none."""
    known = sections_of(section)
    path = (*section.path, part)
    if section.kind is Kind.BY_ID and (part in known if known else _ID.fullmatch(part)):
        return NamedSection(path=path, kind=Kind.TABLE, model=section.model, has_own_id=True)
    # Below a table with a name of its own, keys are few and stand beside each other: no sections of theirs.
    if part in known and not section.has_own_id and section.kind is Kind.TABLE:
        slot = keys_of(section.model)[part]
        inside = NamedSection(path=path, kind=slot.kind, model=slot.model)
        return replace(inside, has_own_id=part in IDS.get(section.name, ()))
    return None


def _unknown(section: NamedSection, name: str) -> Message:
    if not section.path:
        return message(N_('there is no section "{name}"'), name=name)
    return message(N_('there is no section "{name}" in [{section}]'), name=name, section=section.name)


def _remedy(name: str) -> Message:
    near, is_whole = _nearest(name)
    if is_whole:
        return message(N_('did you mean "{word}"?'), word=near.name)
    known = () if near.has_own_id else sections_of(near)
    if near.kind is Kind.BY_ID and not known:
        return message(N_("a short name has letters from a to z, digits, - and _"))
    if known:
        before = f"{near.name}." if near.path else ""
        return message(N_("it takes: {values}"), values=", ".join(f"{before}{one}" for one in known))
    return message(N_("rollout-kit add {section} appends it with all its keys"), section=near.path[0])


def _nearest(name: str) -> tuple[NamedSection, bool]:
    """Return the section whose parts are nearest to a name, and whether each part of the name has one."""
    found = _FORMAT
    for part in name.split("."):
        inside = _inside(found, part) or _inside(found, nearest(part, sections_of(found)) or "")
        if inside is None:
            return found, False
        found = inside
    return found, True
