"""PLN105."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import OWN_WORDS, Outcome, rule
from rollout_kit.assess.subject import key_of_share, name_of, path_of_task
from rollout_kit.finding import Severity, Violation
from rollout_kit.message import N_, Day, Message, Parameter, message
from rollout_kit.plan.model import State, Task


@rule(
    "PLN105",
    "task-past-aim",
    title=N_("A task ends later than it should"),
    severity=Severity.LOW,
    stage="plan",
    message=OWN_WORDS,
    remedy=N_("free more hours before {aim}, give the task to somebody else, or live with the later date"),
)
def task_past_aim(case: Case) -> Iterator[Outcome]:
    """A task ends later than it should.

    Fires for every task that the plan could place only after its aim, though before the day by which it must be done.
    The finding names whose week is full, or the task on which it follows at once.

    A late task is no fault in itself; several of one person say that this person is the plan's narrow place.

    Not ready:

        [people.oser]
        absences = [{ from = 2027-01-13, to = 2027-01-20 }]

        [people.meyer]
        absences = [{ from = 2027-01-13, to = 2027-01-20 }]

    Ready:

        [people.oser]
        absences = [{ from = 2027-01-13, to = 2027-01-15 }]

        [people.meyer]
        absences = [{ from = 2027-01-13, to = 2027-01-15 }]

    Source: our own [D].
    """
    for task in case.plan.tasks:
        if task.state is State.LATE and task.ends_on is not None:
            before = case.plan.before(task)
            yield _alone(case, task) if before is None else _behind(case, task, before)


def _alone(case: Case, task: Task) -> Violation:
    path = path_of_task(case, task)
    return Violation(
        path,
        {"subject": task.id, "aim": Day(task.aim), "fault": _fault(case, task)},
        at=key_of_share(path),
    )


def _behind(case: Case, task: Task, before: Task) -> Violation:
    """It follows on another task: more hours would not help it."""
    path = path_of_task(case, task)
    text = N_('"{task}" ends on {ends_on} and should by {aim}; it comes after "{before}"')
    said: dict[str, Parameter] = {"task": task.name, "ends_on": Day(task.ends_on or task.limit), "aim": Day(task.aim)}
    fault = message(text, **said, before=before.name)
    remedy = message(N_('finish "{before}" earlier, or live with the later date'), before=before.name)
    return Violation(path, {"subject": task.id, "fault": fault, "remedy": remedy}, at=key_of_share(path))


def _fault(case: Case, task: Task) -> Message:
    said: dict[str, Parameter] = {"task": task.name, "ends_on": Day(task.ends_on or task.limit), "aim": Day(task.aim)}
    if task.blamed is None:
        return message(N_('"{task}" ends on {ends_on} and should by {aim}'), **said)
    text = N_('"{task}" ends on {ends_on} and should by {aim}; {name} has no time earlier')
    return message(text, **said, name=name_of(case.rollout, task.blamed))
