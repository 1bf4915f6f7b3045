"""The lines of a day that is run by the clock: those of the playbook, and the tasks of the file woven in."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from rollout_kit.assess.case import Case
from rollout_kit.compose.go_live.day import Presence, tasks_on
from rollout_kit.compose.hours import clock
from rollout_kit.language.words import Words
from rollout_kit.message import playbook_text
from rollout_kit.plan.conditions import holds
from rollout_kit.plan.model import TO_BE_NAMED, PersonRef, Task
from rollout_kit.playbook.content import GoLiveLine

QUARTER = 15

Kind = Literal["step", "safety", "hold-point", "no-return"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A step at its time, in minutes from midnight. `who` is None where nobody who is named is there."""

    id: str
    at: int
    lasts: int = QUARTER
    step: str
    proof: str = ""
    who: PersonRef | None = None
    kind: Kind = "step"
    abort: str = ""
    is_move: bool = False

    @property
    def time(self) -> str:
        """The time of day as printed."""
        return clock(self.at)


def lines_of_day(which: Literal["cut-over", "first-day"], day: date, case: Case, words: Words) -> tuple[Line, ...]:
    """Return the lines of a day by their time."""
    presence = Presence(case, day)
    apply = [line for line in case.playbook.go_live if holds(line.condition, case.rollout, case.cast)]
    usual = [_of_playbook(line, presence, words) for line in apply if line.day == which]
    dated = [_of_task(task, words) for task in tasks_on(case, day) if task.at is not None]
    return tuple(sorted(woven(usual, dated), key=lambda line: line.at))


def woven(usual: Sequence[Line], dated: Sequence[Line]) -> tuple[Line, ...]:
    """Return both; dated lines take the place of the move.

    What lies before the move then ends when the first of them begins, and what lies behind begins when the last ends.
    At what it is stopped holds for them too.
    """
    places = [place for place, line in enumerate(usual) if line.is_move]
    if not dated or not places:
        return (*usual, *dated)
    before, after = usual[: places[0]], usual[places[-1] + 1 :]
    first, last = min(line.at for line in dated), max(line.at + line.lasts for line in dated)
    earlier = max((line.at + QUARTER for line in before), default=first) - first // QUARTER * QUARTER
    later = -(-last // QUARTER) * QUARTER - min((line.at for line in after), default=last)
    earliest = min((line.at for line in before), default=0)
    begun = min(dated, key=lambda line: line.at)
    stopped = tuple(replace(line, abort=usual[places[0]].abort) if line is begun else line for line in dated)
    return (
        *(replace(line, at=line.at - min(max(0, earlier), earliest)) for line in before),
        *stopped,
        *(replace(line, at=line.at + max(0, later)) for line in after),
    )


def _of_playbook(line: GoLiveLine, presence: Presence, words: Words) -> Line:
    who = next((ref for role in line.who if (ref := presence.holding(role)) is not None), None)
    return Line(
        id=line.id,
        at=line.at.hour * 60 + line.at.minute,
        step=words.text(playbook_text(f"go_live.{line.id}.step")),
        proof=words.text(playbook_text(f"go_live.{line.id}.proof")),
        who=who,
        kind=line.kind,
        abort=words.text(playbook_text(f"go_live.{line.id}.abort")) if line.can_abort else "",
        is_move=line.is_move,
    )


def _of_task(task: Task, words: Words) -> Line:
    assert task.at is not None
    return Line(
        id=task.id,
        at=task.at.hour * 60 + task.at.minute,
        lasts=max((stake.minutes for stake in task.stakes), default=QUARTER),
        step=words.text(task.name),
        proof=words.text(task.proof) if task.proof else "",
        who=None if task.lead in TO_BE_NAMED.values() else task.lead,
    )
