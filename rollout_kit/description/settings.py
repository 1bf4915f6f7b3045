"""Settings: additions to the plan, severities, waivers, brand, chapters of the handbook."""

from typing import Literal

from rollout_kit.description.quantities import Date, Length, Many, Names, TimeOfDay
from rollout_kit.description.section import Keyed, Section


class AddedTask(Section):
    """A task of `plan.add` or of the table of `plan.import`. `until` is inclusive.

    `line` is set for a row of the imported table, where it stands.
    """

    id: str
    name: str
    owner: str | None = None
    effort: Length | None = None
    on: Date | None = None
    at: TimeOfDay | None = None
    not_before: Date | None = None
    until: Date | None = None
    after: Names = ()
    proof: str = ""
    audience: Literal["internal", "all"] = "all"
    line: int | None = None


class TaskChange(Keyed):
    """`plan.change.<task>`."""

    owner: str | None = None
    effort: Length | None = None
    on: Date | None = None
    at: TimeOfDay | None = None
    not_before: Date | None = None
    until: Date | None = None


class PlanSettings(Section):
    """`[plan]`. `source` is the key `import`; `imported` holds the rows of that table."""

    add: Many[AddedTask] = ()
    source: str | None = None
    imported: tuple[AddedTask, ...] = ()
    drop: Names = ()
    change: tuple[TaskChange, ...] = ()


class Waiver(Section):
    """`[[waivers]]`."""

    rule: str
    path: str | None = None
    reason: str = ""
    agreed: Names = ()
    until: Date | None = None


class Brand(Section):
    """`[brand]`."""

    customer_logo: str | None = None
    provider_logo: str | None = None
    accent: str | None = None
    paper: Literal["A4", "Letter"] = "A4"


class ChapterSettings(Keyed):
    """`handbook.chapters.<key>`."""

    owner: str | None = None
    review: Length | None = None
