"""Pilot and test run."""

from typing import Literal

from rollout_kit.description.quantities import Count, Date, Many, Names, WordsOf
from rollout_kit.description.section import Section


class PilotDecision(Section):
    """Who decides about the pilot, when, on what."""

    by: str
    on: Date | None = None
    criteria: str = ""


class Pilot(Section):
    """`[pilot]`. The keys of the file are `from` and `to`."""

    users: Count | None = None
    starts_on: Date | None = None
    ends_on: Date | None = None
    sites: Names = ()
    languages: Names = ()
    processes: Names = ()
    failures: Names = ()
    decision: PilotDecision | None = None


class TestFinding(Section):
    """Something a test brought to light. `severity` is a word of the format, None where nobody has weighed it."""

    what: str
    severity: Literal["blocker", "high", "medium", "low"] | None = None
    fix_by: Date | None = None
    fixed: bool = False


class TestRun(Section):
    """`[[tests]]`: `scenario` is a scenario of the playbook or free text.

    `findings` are None where the file does not say what was found, empty where nothing was.
    """

    scenario: str
    date: Date | None = None
    sides: WordsOf[Literal["customer", "provider"]] = ()
    findings: Many[TestFinding] | None = None
