"""What every form of a report says of findings and problems: one model, drawn by text for machines and for people."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rollout_kit.assess.result import Result
from rollout_kit.assess.waivers import holding_waiver
from rollout_kit.finding import Finding, Position, Problem, Severity, dotted
from rollout_kit.language.words import Words
from rollout_kit.message import N_, Message
from rollout_kit.report.advice import planned
from rollout_kit.report.ink import printable


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A finding, or a problem of the file, in words.

    `severity` is None for a problem that stops; a note is a problem that does not. `waived_until` is the last day of
    the waiver that holds for it, with its reason. `cure` is who mends it and when, empty where nobody does yet.
    """

    code: str
    name: str = ""
    severity: Severity | None
    is_note: bool = False
    path: str
    position: Position
    message: str
    remedy: str
    cure: str = ""
    waived_until: date | None = None
    reason: str = ""

    @property
    def is_waived(self) -> bool:
        """Whether both houses accept it for now."""
        return self.waived_until is not None


def entries_of(result: Result, words: Words) -> tuple[Entry, ...]:
    """Return the findings of a result in their order."""
    return tuple(_finding(finding, result, words) for finding in result.findings)


def entries_of_problems(problems: Sequence[Problem], words: Words) -> tuple[Entry, ...]:
    """Return problems and notes of a file in their order."""
    return tuple(
        Entry(
            code=problem.code,
            severity=None,
            is_note=problem.is_note,
            path=dotted(problem.path),
            position=problem.position,
            message=_said(problem.message, words),
            remedy=_said(problem.help, words) if problem.help else "",
        )
        for problem in problems
    )


def _finding(finding: Finding, result: Result, words: Words) -> Entry:
    waiver = holding_waiver(result.case, finding)
    return Entry(
        code=finding.code,
        name=finding.name,
        severity=finding.severity,
        path=dotted(finding.path),
        position=finding.position,
        message=_said(finding.message, words),
        remedy=_said(finding.remedy, words),
        cure=cure_of(finding, result, words),
        waived_until=waiver.until if waiver else None,
        reason=printable(waiver.waiver.reason) if waiver else "",
    )


def cure_of(finding: Finding, result: Result, words: Words) -> str:
    """Return what mends a finding: a task with its day and owner, the improvement list, or nothing yet."""
    plan = result.case.plan
    task = plan.task_curing(finding.code, finding.path)
    if task:
        work = planned(task, result.case.rollout, words)
        return printable(words.say(N_("planned: {planned} (task {id})"), planned=work, id=task.id))
    if (finding.code, finding.path) in plan.improvement:
        return words.say(N_("on the improvement list, after go-live"))
    return words.say(N_("for the agenda of the next decision meeting"))


def _said(message: Message, words: Words) -> str:
    return printable(words.text(message))
