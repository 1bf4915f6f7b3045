"""Drafting: everything the plan will hold, before anything has a date."""

from collections.abc import Mapping, Sequence

from rollout_kit.calendars.calendars import Calendars
from rollout_kit.description.rollout import Rollout
from rollout_kit.finding import Cure, Finding
from rollout_kit.plan.additions import added_tasks, changed
from rollout_kit.plan.base_tasks import BaseTasks
from rollout_kit.plan.cast import Cast
from rollout_kit.plan.conditions import size_of
from rollout_kit.plan.cures import Cures
from rollout_kit.plan.frame import frame_of
from rollout_kit.plan.later import later_items
from rollout_kit.plan.sketch import Draft
from rollout_kit.playbook.model import Playbook


def draft(
    rollout: Rollout,
    playbook: Playbook,
    calendars: Calendars,
    findings: Sequence[Finding],
    fallbacks: Mapping[str, Cure],
) -> Draft:
    """Return the tasks of the playbook, the cures of the findings (one per cure and owner) and the added tasks.

    `fallbacks` are the rules' own cures by code, for findings that the playbook has no cure for.
    """
    frame = frame_of(rollout, calendars)
    cast = Cast(rollout, playbook)
    size = size_of(rollout)
    base = BaseTasks(rollout, playbook, frame, cast).draft()
    taken = {task.id for task in (*rollout.plan.add, *rollout.plan.imported)}
    cures = Cures(playbook, frame, cast, size, base.sketches, fallbacks, taken).draft(findings)
    sketches = (*base.sketches, *cures.sketches, *added_tasks(rollout, frame, base.sketches))
    return Draft(
        frame=frame,
        cast=cast,
        size=size,
        sketches=changed(sketches, rollout),
        later=later_items(rollout, playbook, frame, cast, base.moved),
        left_out=base.left_out,
        cured=cures.cured,
        improvement=cures.improvement,
        skipped=base.skipped,
    )
