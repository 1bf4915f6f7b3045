"""Settings: additions to the plan, severities, waivers, brand, chapters of the handbook."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, InstanceOf
from pydantic_core import PydanticCustomError

from rollout_kit.description.quantities import Date, Length, Many, Names, TimeOfDay
from rollout_kit.description.section import Keyed, Section
from rollout_kit.finding import Severity

CHAPTERS = (
    "cover", "purpose", "service", "scope", "contacts", "support", "routines", "runbooks", "changes", "emergency",
    "backup", "access", "monitoring", "configuration", "vendors", "knowledge", "training", "service-levels",
    "objectives", "interfaces", "risks", "exit", "glossary", "forms",
)  # fmt: skip
"""Chapters of a handbook that the format knows; a playbook may have fewer, and others."""


def parse_severity(value: object) -> Severity | None:
    """Return the severity of a word, None for `off`."""
    words = ("blocker", "high", "medium", "low", "off")
    if isinstance(value, Severity) or value is None:
        return value
    if value not in words:
        expected = ", ".join(f"'{word}'" for word in words)
        raise PydanticCustomError("literal_error", "not a severity", {"expected": expected})
    return None if value == "off" else Severity(value)


SeverityWord = Annotated[InstanceOf[Severity] | None, BeforeValidator(parse_severity)]


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
