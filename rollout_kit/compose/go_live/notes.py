"""What has to be said about the day of the cut-over before it comes: what is proposed, and what does not fit yet."""

from collections.abc import Sequence

from rollout_kit.assess.case import Case
from rollout_kit.compose.go_live.day import CutOver
from rollout_kit.compose.go_live.lines import Line
from rollout_kit.compose.hours import clock
from rollout_kit.message import N_, Day, Message, message
from rollout_kit.plan.model import Task

_FROZEN = N_("The day lies in a freeze: agree on an exception, or move one of the two.")


def notes_of(found: CutOver, lines: Sequence[Line], without_time: Sequence[Task], case: Case) -> tuple[Message, ...]:
    """Return at most five sentences.

    The day is proposed, lies in a freeze, comes before the decision; tasks lack their time; hours end too early.
    """
    notes: list[Message] = []
    if found.is_proposed:
        notes.append(message(N_("The day is a proposal: no hours are agreed for it yet, and no task is dated on it.")))
    if (freeze := case.calendars.freeze_on(found.day)) is not None:
        text = N_("The day lies in a freeze ({why}): agree on an exception, or move one of the two.")
        notes.append(message(text, why=freeze.why) if freeze.why else message(_FROZEN))
    decision = case.plan.task_at("go-no-go")
    if decision is not None and decision.dates and decision.dates[-1] >= found.day:
        text = N_("Go or no-go is decided on {day} only: not before this day.")
        notes.append(message(text, day=Day(decision.dates[-1])))
    if without_time:
        names = tuple(task.name for task in without_time)
        notes.append(message(N_("Also on this day, at a time to be agreed: {tasks}"), tasks=names))
    ends = _ends_of_hours(found, lines, case)
    if ends and (last := lines[-1].at) > min(ends):
        told = N_("Hours are agreed until {end}, the last step is at {last}: agree on more, or begin earlier.")
        notes.append(message(told, end=clock(min(ends), is_end=True), last=clock(last)))
    return tuple(notes)


def _ends_of_hours(found: CutOver, lines: Sequence[Line], case: Case) -> list[int]:
    """Return when the agreed hours of those end who have a step, each at the latest."""
    people = dict.fromkeys(line.who for line in lines if line.who in case.rollout.person_by_id)
    agreed = [
        [extra.ends_at for extra in case.calendars.extra_hours(ref) if extra.date == found.day]
        for ref in people
        if ref is not None
    ]
    return [max(ends) for ends in agreed if ends]
