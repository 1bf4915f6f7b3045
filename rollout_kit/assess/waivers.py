"""Waivers: findings that both houses accept until a date, for a reason.

A waiver takes nothing away: its findings stay, told as waived, and are printed. One that does not hold, or no longer,
waives nothing, and is a finding itself.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum

from rollout_kit.assess.case import Case
from rollout_kit.description.settings import Waiver
from rollout_kit.finding import Finding, dotted
from rollout_kit.message import N_, message
from rollout_kit.plan.model import Later

DEFAULT_DAYS = 30  # our default: from the kickoff, where it is agreed
LONGEST_AFTER_GO_LIVE_DAYS = 60  # our default: by then operation is normal, and what is accepted still is a decision


class Standing(Enum):
    """Whether a waiver holds."""

    ACTIVE = "active"
    EXPIRED = "expired"
    REJECTED = "rejected"  # a reason or a side is missing
    TOO_LONG = "too_long"  # it holds, until the latest day allowed


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedWaiver:
    """A waiver of the file, its number there from 0, the last day on which it holds, and what it meets.

    `missing` says what a rejected one lacks: `reason`, `customer`, `provider`. `findings` are the code and the dotted
    path of every finding that it speaks of, whether or not it holds.
    """

    number: int
    waiver: Waiver
    standing: Standing
    until: date
    missing: tuple[str, ...] = ()
    findings: tuple[tuple[str, str], ...] = ()

    @property
    def holds(self) -> bool:
        """Whether its findings are waived today."""
        return self.standing in (Standing.ACTIVE, Standing.TOO_LONG)


def judged_waivers(case: Case, findings: Sequence[Finding]) -> tuple[JudgedWaiver, ...]:
    """Return every waiver of the description with its standing on the day of the case."""
    return tuple(_judged(case, number, waiver, findings) for number, waiver in enumerate(case.rollout.waivers))


def with_waivers(findings: Sequence[Finding], waivers: Sequence[JudgedWaiver]) -> tuple[Finding, ...]:
    """Return the findings in their order, those that a waiver holds for with the state `waived`."""
    waived = {finding for waiver in waivers if waiver.holds for finding in waiver.findings}
    return tuple(
        replace(finding, state="waived") if (finding.code, dotted(finding.path)) in waived else finding
        for finding in findings
    )


def holding_waiver(case: Case, finding: Finding) -> JudgedWaiver | None:
    """Return the waiver that holds for a finding; None where none does."""
    meant = (finding.code, dotted(finding.path))
    return next((each for each in case.waivers if each.holds and meant in each.findings), None)


def waived_by(judged: JudgedWaiver, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return the findings that a waiver speaks of, whether or not it holds."""
    return tuple(each for each in findings if (each.code, dotted(each.path)) in judged.findings)


def with_ends(case: Case, titles: Mapping[str, str]) -> Case:
    """Return the case with the last day of every waiver that holds past the plan among what comes after it.

    `titles` has the title of every rule by its code.
    """
    plan = case.plan
    ends = [
        _end(judged, titles[judged.waiver.rule])
        for judged in case.waivers
        if judged.holds and judged.findings and judged.until > plan.last_day
    ]
    later = sorted((*plan.later, *ends), key=lambda item: (item.date, item.id))
    return case.with_plan(replace(plan, later=tuple(later))) if ends else case


def _end(judged: JudgedWaiver, title: str) -> Later:
    return Later(
        id=f"waiver-{judged.number + 1}",
        date=judged.until,
        name=message(N_("A waiver ends: {what}"), what=message(title)),
        proof=message(N_("It is mended, or both houses have agreed anew")),
        who=judged.waiver.agreed,
    )


def latest_day(case: Case) -> date:
    """Return the last day on which a waiver may hold."""
    return case.go_live + timedelta(days=LONGEST_AFTER_GO_LIVE_DAYS)


def _judged(case: Case, number: int, waiver: Waiver, findings: Sequence[Finding]) -> JudgedWaiver:
    latest = latest_day(case)
    asked = waiver.until or case.rollout.about.kickoff + timedelta(days=DEFAULT_DAYS)
    until = min(asked, latest)
    missing = _missing(case, waiver)
    return JudgedWaiver(
        number=number,
        waiver=waiver,
        standing=_standing(case, asked, until, missing),
        until=until,
        missing=missing,
        findings=tuple((each.code, dotted(each.path)) for each in findings if _speaks_of(waiver, each)),
    )


def _standing(case: Case, asked: date, until: date, missing: Sequence[str]) -> Standing:
    if missing:
        return Standing.REJECTED
    if until < case.as_of:
        return Standing.EXPIRED
    return Standing.TOO_LONG if asked > until else Standing.ACTIVE


def _missing(case: Case, waiver: Waiver) -> tuple[str, ...]:
    people = case.whole.person_by_id
    sides = {people[ref].organisation for ref in waiver.agreed if ref in people}
    lacks = [] if waiver.reason.strip() else ["reason"]
    return (*lacks, *(side for side in ("customer", "provider") if side not in sides))


def _speaks_of(waiver: Waiver, finding: Finding) -> bool:
    """A path waives what lies under it too; without one the whole rule is meant."""
    path = dotted(finding.path)
    is_meant = waiver.path is None or path == waiver.path or path.startswith(f"{waiver.path}.")
    return finding.code == waiver.rule and is_meant
