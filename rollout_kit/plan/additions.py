"""Tasks that the description adds by hand or imports from a table, and its changes to base tasks."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from rollout_kit.description.rollout import Rollout
from rollout_kit.description.settings import AddedTask, TaskChange
from rollout_kit.message import N_, message, verbatim
from rollout_kit.plan.frame import Frame
from rollout_kit.plan.model import TO_BE_NAMED, PersonRef, Stake
from rollout_kit.plan.sketch import Sketch, Span
from rollout_kit.playbook.model import Predecessor

ADDED_STEP = 4  # with the procedures and tests: the technical work of the rollout


def added_tasks(rollout: Rollout, frame: Frame, base: Sequence[Sketch]) -> tuple[Sketch, ...]:
    """Return a sketch per task of `plan.add` and of the imported table.

    What waits for a base task that there is per site or per session (`base`) waits for each of them.
    """
    return tuple(_sketch(task, rollout, frame, base) for task in (*rollout.plan.add, *rollout.plan.imported))


def changed(sketches: Sequence[Sketch], rollout: Rollout) -> tuple[Sketch, ...]:
    """Return the sketches with the changes of `plan.change`."""
    changes = {change.id: change for change in rollout.plan.change}
    found = {sketch.id: changes.get(sketch.id) or changes.get(sketch.base_task or "") for sketch in sketches}
    return tuple(_changed(sketch, change, rollout) if (change := found[sketch.id]) else sketch for sketch in sketches)


def _sketch(task: AddedTask, rollout: Rollout, frame: Frame, base: Sequence[Sketch]) -> Sketch:
    owner = _owner(task.owner, rollout)
    minutes = round(task.effort.minutes) if task.effort and owner in _people(rollout) else 0
    return Sketch(
        id=task.id,
        origin="added",
        step=ADDED_STEP,
        name=verbatim(task.name),
        proof=verbatim(task.proof) if task.proof else None,
        reason=message(N_("Asked for in the description.")),
        lead=owner,
        stakes=(Stake(person=owner, minutes=minutes),),
        spans=(_span(task.on, task.not_before, task.until, frame),),
        is_sitting=False,
        after=() if task.on else tuple(Predecessor(task=id) for other in task.after for id in _parts(other, base)),
        at=task.at,
        is_reserved=task.on is not None,
        is_by_hand=task.on is not None,
        may_use_extra=task.on is not None,
        audience=task.audience,
    )


def _parts(id: str, base: Sequence[Sketch]) -> Sequence[str]:
    """Return the tasks per site or session where the id is of a base task that has such, else the id."""
    return [sketch.id for sketch in base if sketch.base_task == id] or [id]


def _span(on: date | None, not_before: date | None, until: date | None, frame: Frame) -> Span:
    if on is not None:
        return Span(earliest=on, aim=on, limit=on)
    earliest = max(not_before or frame.first_day, frame.first_day)
    before_go_live = frame.slip_limit if earliest <= frame.slip_limit else frame.horizon
    limit = until or before_go_live
    return Span(earliest=earliest, aim=limit, limit=limit)


def _owner(ref: str | None, rollout: Rollout) -> PersonRef:
    if ref is None or ref in ("customer", "provider"):
        return TO_BE_NAMED["provider" if ref == "provider" else "customer"]
    team = rollout.team_by_id.get(ref)
    members = [member for member in team.members if member in rollout.person_by_id] if team else [ref]
    return (
        members[0] if members else TO_BE_NAMED["customer" if team and team.organisation == "customer" else "provider"]
    )


def _people(rollout: Rollout) -> set[str]:
    """Whose time is counted: vendors keep their own diaries."""
    return {*rollout.person_by_id, *TO_BE_NAMED.values()}


def _changed(sketch: Sketch, change: TaskChange, rollout: Rollout) -> Sketch:
    lead = _owner(change.owner, rollout) if change.owner else sketch.lead
    stakes = _with_lead(sketch.stakes, sketch.lead, lead)
    if change.effort is not None:
        minutes = round(change.effort.minutes)
        stakes = tuple(replace(stake, minutes=minutes) if stake.person == lead else stake for stake in stakes)
        if all(stake.person != lead for stake in stakes):
            stakes = (Stake(person=lead, minutes=minutes), *stakes)
    on = change.on
    spans = (Span(earliest=on, aim=on, limit=on),) if on else tuple(_moved(span, change) for span in sketch.spans)
    return replace(
        sketch,
        lead=lead,
        stakes=stakes,
        spans=spans,
        at=change.at or sketch.at,
        is_by_hand=on is not None or sketch.is_by_hand,
        is_reserved=on is not None or sketch.is_reserved,
        may_use_extra=on is not None or sketch.may_use_extra,
        after=() if on else sketch.after,
    )


def _with_lead(stakes: tuple[Stake, ...], old: PersonRef, new: PersonRef) -> tuple[Stake, ...]:
    if old == new:
        return stakes
    longest = max((stake.minutes for stake in stakes if stake.person in (old, new)), default=0)
    rest = tuple(stake for stake in stakes if stake.person not in (old, new))
    return (Stake(person=new, minutes=longest), *rest) if longest else rest


def _moved(span: Span, change: TaskChange) -> Span:
    earliest = change.not_before or span.earliest
    limit = change.until or max(span.limit, earliest)
    return Span(earliest=earliest, aim=max(min(span.aim, limit), earliest), limit=limit)
