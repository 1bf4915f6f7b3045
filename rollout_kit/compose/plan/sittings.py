"""Sittings of one training told as one line: with all its dates, whoever gives it, and the one proof."""

from collections.abc import Sequence
from dataclasses import replace

from rollout_kit.message import N_, Message, Parameter, message
from rollout_kit.plan.model import State, Task

_TRAINING = "training"  # the parameter of a task's name that tells which sitting it is


def told_together(tasks: Sequence[Task]) -> tuple[Task, ...]:
    """Return the tasks with the sittings of a training joined where they came out alike, in the place of the first.

    A joined task has the id of its first sitting, and the time of all.
    """
    groups: dict[tuple[object, ...], list[Task]] = {}
    for task in tasks:
        groups.setdefault(_likeness(task), []).append(task)
    return tuple(_joined(found) for found in groups.values())


def name_together(tasks: Sequence[Task]) -> Message:
    """Return one name for sittings of a training: how many where they are all, else which of how many."""
    first = tasks[0].name
    told = [task.name.parameters.get(_TRAINING) for task in tasks]
    sittings = [each.parameters for each in told if isinstance(each, Message)]
    if len(tasks) == 1 or len(sittings) < len(tasks):
        return first
    training, count = sittings[0]["training"], sittings[0]["count"]
    name = message(N_("{training}, {count} sessions"), training=training, count=count)
    if len(tasks) != count:
        numbers = tuple(sorted(_number(each["number"]) for each in sittings))
        name = message(N_("{training}, {numbers} of {count}"), training=training, numbers=numbers, count=count)
    return replace(first, parameters={**first.parameters, _TRAINING: name})


def _number(value: Parameter) -> int:
    assert isinstance(value, int)
    return value


def _likeness(task: Task) -> tuple[object, ...]:
    """Return what sittings must share: what is said of one that is late or has no place names its own dates."""
    if task.training is None or not isinstance(task.name.parameters.get(_TRAINING), Message):
        return (task.id,)
    held = (task.held_up_by, task.blamed)
    dated = {State.LATE: (task.aim, *held), State.UNPLACED: (task.earliest, task.limit, *held)}
    return (task.training, task.lead, task.state, task.reason, *dated.get(task.state, ()))


def _joined(tasks: Sequence[Task]) -> Task:
    first = tasks[0]
    if len(tasks) == 1:
        return first
    ends = [task.latest_end for task in tasks if task.latest_end is not None]
    return replace(
        first,
        name=name_together(tasks),
        stakes=tuple(stake for task in tasks for stake in task.stakes),
        bookings=tuple(booking for task in tasks for booking in task.bookings),
        dates=tuple(sorted({day for task in tasks for day in task.dates})),
        is_critical=any(task.is_critical for task in tasks),
        latest_end=min(ends, default=None),
    )
