"""Who is responsible for what, how far it is proven, and the skills that must not be lost."""

from typing import Literal

from rollout_kit.description.quantities import Names
from rollout_kit.description.section import Keyed

EvidenceLevel = Literal["proposed", "declared", "documented", "tested"]


class Responsibility(Keyed):
    """`responsibilities.<activity>`: ids of people or teams. None = the key is not in the file."""

    accountable: Names | None = None
    responsible: Names | None = None
    consulted: Names = ()
    informed: Names = ()


class Evidence(Keyed):
    """`evidence."<path>"`: the id is the key path it speaks of, such as `responsibilities.restore`."""

    level: EvidenceLevel
    where: str = ""


class CriticalSkill(Keyed):
    """`critical_skills.<id>`: what it covers, in words."""

    covers: str
