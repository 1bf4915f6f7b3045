"""What cures the findings: one thing per task of the plan, and one per remedy where no task was planned."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeVar

from rollout_kit.assess.result import Result
from rollout_kit.finding import Finding, Severity
from rollout_kit.message import N_, Message, Parameter, message, playbook_text, plural_message
from rollout_kit.plan.frame import frame_of
from rollout_kit.plan.model import PersonRef, Task
from rollout_kit.playbook.model import PlannedCure
from rollout_kit.playbook.window import parse_mark

IMPROVED_WITHIN = timedelta(days=30)  # house value: what waits on the improvement list, from go-live
MOST_SUBJECTS, MOST_SAID = 6, 2


_Thing = TypeVar("_Thing")


@dataclass(frozen=True, slots=True, kw_only=True)
class CureItem:
    """Who mends some findings by when; `until` is None where the task has no place.

    `reasons` say what is wrong, or about whom and what it is where that is several. `severity` is that of the worst.
    """

    id: str
    what: Message
    who: PersonRef
    until: date | None
    codes: tuple[str, ...]
    severity: Severity
    reasons: tuple[Message, ...] = ()


def cure_items(result: Result) -> tuple[CureItem, ...]:
    """Return what cures the open findings, worst first; each finding stands behind one of them.

    A finding for which no task was drafted joins the task of its cure and owner, if there is one. What a test brought
    to light is left out: it is an item of its own.
    """
    tasks: dict[str, list[Finding]] = {}
    alone: dict[tuple[str, PersonRef], list[Finding]] = {}
    findings = [each for each in result.findings if each.state == "open" and not _is_of_test(each)]
    curing = {id(finding): _task_of(finding, result) for finding in findings}
    by_cure = {(each.cure, task.lead): task for each in findings if (task := curing[id(each)]) is not None}
    for finding in findings:
        cure, owner = result.case.playbook.cure_for(finding.code), _owner(finding, result)
        task = curing[id(finding)] or (by_cure.get((finding.cure, owner)) if finding.cure else None)
        if task is not None:
            tasks.setdefault(task.id, []).append(finding)
        else:
            alone.setdefault((cure.id if cure else finding.code, owner), []).append(finding)
    planned = [_of_task(result.case.plan.task_by_id[id], found, result) for id, found in tasks.items()]
    return (*planned, *_numbered([_of_remedy(id, owner, found, result) for (id, owner), found in alone.items()]))


def reasons_of(task: Task, result: Result) -> tuple[Message, ...]:
    """Return why a task that cures is in the plan, in one line: what is wrong or what it is about."""
    causes = frozenset(task.causes)
    findings = [finding for finding in result.findings if (finding.code, finding.path) in causes]
    return _reasons(findings, most=1) if findings else ()


def _is_of_test(finding: Finding) -> bool:
    return len(finding.path) > 2 and finding.path[0] == "tests" and finding.path[2] == "findings"


def _task_of(finding: Finding, result: Result) -> Task | None:
    """Return the task that cures; the kickoff is none, since all is spoken of there."""
    task = result.case.plan.task_curing(finding.code, finding.path)
    return None if task is None or task.landmark == "kickoff" else task


def _owner(finding: Finding, result: Result) -> PersonRef:
    cure, cast = result.case.playbook.cure_for(finding.code), result.case.cast
    subject = str(finding.path[1]) if len(finding.path) > 1 else ""
    if cure is not None:
        return cast.first(cure.owner.replace(":subject", f":{subject}"))
    is_of_provider = finding.path[:1] == ("people",) and subject and cast.side(subject) == "provider"
    return cast.first("OL" if is_of_provider else "SO")


def _of_task(task: Task, findings: Sequence[Finding], result: Result) -> CureItem:
    """Return a task as an item; where it was too long for one sitting, it is done with its last part."""
    parts = [each for each in result.case.plan.tasks if task.causes and each.causes == task.causes] or [task]
    ends = [part.ends_on for part in parts]
    until = max((end for end in ends if end is not None), default=None)
    return CureItem(
        id=task.id,
        what=task.name,
        who=task.lead,
        until=until,
        codes=_codes(findings),
        severity=_worst(findings),
        reasons=_reasons(findings),
    )


def _of_remedy(id: str, owner: PersonRef, findings: Sequence[Finding], result: Result) -> CureItem:
    cure, first = result.case.playbook.cure_for(findings[0].code), findings[0]
    what, reasons = first.remedy, _reasons(findings)
    if cure is not None and len(findings) > 1:
        what = playbook_text(f"cures.{id}.name_many", n=len(findings))
    elif further := len(findings) - 1:
        more = plural_message(N_("and {n} more like it"), N_("and {n} more like it"), further)
        reasons = (first.message, more)
    elif cure is not None and (subject := _subject(first)):
        what = playbook_text(f"cures.{id}.name", subject=subject)
    return CureItem(
        id=id,
        what=what,
        who=owner,
        until=_aim(cure, first, result),
        codes=_codes(findings),
        severity=_worst(findings),
        reasons=reasons,
    )


def _reasons(findings: Sequence[Finding], most: int = MOST_SAID) -> tuple[Message, ...]:
    """Return what is wrong, or of more findings than `most` about whom and what they are."""
    subjects = _different([subject for finding in findings if (subject := _subject(finding))])
    if len(subjects) < 2 or len(findings) <= most:
        alike = [finding.message for finding in findings if len(subjects) > 1 or finding.code == findings[0].code]
        return tuple(_different(alike)[:most])
    shown: tuple[Parameter, ...] = tuple(subjects)
    if (further := len(subjects) - MOST_SUBJECTS) > 0:
        shown = (*subjects[:MOST_SUBJECTS], message(N_("{count} more"), count=further))
    return (message(N_("about {subjects}"), subjects=shown),)


def _different(things: Sequence[_Thing]) -> list[_Thing]:
    return [thing for number, thing in enumerate(things) if thing not in things[:number]]


def _subject(finding: Finding) -> Parameter:
    return finding.message.parameters.get("subject") or finding.subject


def _worst(findings: Sequence[Finding]) -> Severity:
    return max(finding.severity for finding in findings)


def _numbered(items: Sequence[CureItem]) -> list[CureItem]:
    """Return items of which no two have the same id."""
    met: dict[str, int] = {}
    found = []
    for item in items:
        met[item.id] = met.get(item.id, 0) + 1
        id = item.id if met[item.id] == 1 else f"{item.id}-{met[item.id]}"
        found.append(replace(item, id=id))
    return found


def _aim(cure: PlannedCure | None, finding: Finding, result: Result) -> date:
    """Return the working day by which a cure without a task is due; without a cure it is settled in the kickoff."""
    plan, frame = result.case.plan, frame_of(result.case.rollout, result.case.calendars)
    is_waiting = (finding.code, finding.path) in plan.improvement
    if (is_waiting or cure is None) and _is_for_before(cure, finding, result):
        return frame.slip_limit
    if is_waiting:
        return result.case.calendars.add_working_days(plan.go_live + IMPROVED_WITHIN, 0)
    if cure is None:
        return plan.first_day
    kind, _, rest = cure.before.partition(":")
    if kind == "after":
        return result.case.calendars.add_working_days(plan.go_live + timedelta(days=int(rest)), 0)
    if kind == "task":
        task = plan.task_by_id.get(rest)
        return task.aim if task else frame.slip_limit
    aim = frame.slip_limit if cure.before == "go_live" else frame.day_of(parse_mark(cure.before))
    return max(aim, plan.first_day)


def _is_for_before(cure: PlannedCure | None, finding: Finding, result: Result) -> bool:
    """Whether what waits would come too late after go-live: a date to be set, or a task that this plan leaves out."""
    if cure is not None:
        return cure.before.startswith("g-")
    is_left_out = result.case.plan.task_curing(finding.code, finding.path) is None
    return is_left_out and any(entry.rule == finding.code for entry in result.case.playbook.cured_by_task)


def _codes(findings: Sequence[Finding]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(finding.code for finding in findings))
