"""What differs between two runs: verdict, findings, and the days of the plan."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from rollout_kit.assess.result import Result
from rollout_kit.finding import Finding, Severity
from rollout_kit.message import Message
from rollout_kit.plan.model import State


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """A task of both plans that ends on another day. None: it has no place in that plan."""

    id: str
    name: Message
    before: date | None
    after: date | None

    @property
    def days(self) -> int:
        """By how many calendar days it ends later; earlier if negative. 0 where it has no place in one of them."""
        return (self.after - self.before).days if self.after and self.before else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """A run in numbers. `open` counts open findings by severity; minutes are person-time.

    `homeless` are those without a place as the plan counts them: not what only waits for an evening to be agreed.
    """

    open: Mapping[Severity, int]
    tasks: int
    homeless: int
    late: int
    minutes: int
    go_live: date
    last_day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Two runs and what only one of them has. A finding is the same where code, place and subject are.

    Findings are ordered as in a run.
    """

    before: Result
    after: Result
    gone: tuple[Finding, ...]
    new: tuple[Finding, ...]
    heavier: tuple[Finding, ...]  # as they weigh after the change
    lighter: tuple[Finding, ...]
    shifts: tuple[Shift, ...]  # the farthest first


def difference(before: Result, after: Result) -> Difference:
    """Compare two runs of one rollout."""
    old, new = _open(before), _open(after)
    both = [(old[key], new[key]) for key in new if key in old]
    return Difference(
        before=before,
        after=after,
        gone=tuple(old[key] for key in old if key not in new),
        new=tuple(new[key] for key in new if key not in old),
        heavier=tuple(now for was, now in both if now.severity > was.severity),
        lighter=tuple(now for was, now in both if now.severity < was.severity),
        shifts=_shifts(before, after),
    )


def figures(result: Result) -> Figures:
    """Return a run in numbers."""
    plan = result.case.plan
    found = [finding.severity for finding in result.findings if finding.is_open]
    return Figures(
        open={severity: found.count(severity) for severity in reversed(Severity)},
        tasks=len(plan.tasks),
        homeless=len(plan.homeless),
        late=sum(task.state is State.LATE for task in plan.tasks),
        minutes=sum(task.minutes for task in plan.tasks),
        go_live=plan.go_live,
        last_day=plan.last_day,
    )


def _open(result: Result) -> dict[tuple[object, ...], Finding]:
    return {(each.code, each.path, each.at, each.subject): each for each in result.findings if each.is_open}


def _shifts(before: Result, after: Result) -> tuple[Shift, ...]:
    old = before.case.plan.task_by_id
    shifts = [
        Shift(id=task.id, name=task.name, before=old[task.id].ends_on, after=task.ends_on)
        for task in after.case.plan.tasks
        if task.id in old and old[task.id].ends_on != task.ends_on
    ]
    return tuple(sorted(shifts, key=lambda shift: (shift.before is not None and shift.after is not None,
                                                   -abs(shift.days), shift.id)))  # fmt: skip
