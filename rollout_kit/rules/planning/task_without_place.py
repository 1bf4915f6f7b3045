"""PLN106."""

from collections.abc import Iterator, Sequence

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import OWN_WORDS, Outcome, rule
from rollout_kit.assess.subject import key_of_share, listed, name_of, path_of_task
from rollout_kit.finding import KeyPath, Severity, Violation
from rollout_kit.message import N_, Day, Message, Parameter, message, plural_message
from rollout_kit.plan.model import PersonRef, State, Task

MOST_NAMED = 3  # house value


@rule(
    "PLN106",
    "task-without-place",
    title=N_("A task has no place in the plan"),
    severity=Severity.BLOCKER,
    stage="plan",
    message=OWN_WORDS,
    remedy=N_("free more hours until {limit}, give the task to somebody else, or {otherwise}"),
)
def task_without_place(case: Case) -> Iterator[Outcome]:
    """A task has no place in the plan.

    Fires for every task for which no free time of those who must do it was found within its dates; the finding names
    whose week is full, and several tasks of one person are one finding. So are tasks that another leaves no day, with
    the name of that one, and those that go-live leaves no day at all, at its date. The test of the call outside hours
    has a rule of its own, PLN104.

    Where it lacks days and not people, the remedy names the first Tuesday to Thursday, within four weeks after go-live,
    on which all that hangs on go-live finds its place.

    What has no place on paper has none in the week either: it is found undone at go-live.

    Not ready:

        [[plan.add]]
        id = "vendor-visit"
        name = "Visit of the vendor"
        owner = "weber"
        effort = "12 h"
        on = 2027-01-17

    Ready:

        [[plan.add]]
        id = "vendor-visit"
        name = "Visit of the vendor"
        owner = "weber"
        effort = "1 h"
        on = 2027-01-18

    Source: our own [D].
    """
    homeless = case.plan.homeless
    dayless = [task for task in homeless if task.limit < task.earliest and task.origin != "added"]
    if dayless:
        yield _without_day(case, dayless)
    behind: dict[tuple[KeyPath, str], list[Task]] = {}
    short: dict[PersonRef, list[Task]] = {}
    for task in (one for one in homeless if one not in dayless):
        cause = _cause(case, task)
        if cause is not None:
            behind.setdefault((path_of_task(case, task), cause.id), []).append(task)
        elif task.blamed is not None and task.origin != "added" and not _is_off(case, task):
            short.setdefault(task.blamed, []).append(task)
        else:
            yield _of_one(case, task)
    for person, tasks in short.items():
        yield _of_one(case, tasks[0]) if len(tasks) == 1 else _short_of(case, person, tasks)
    for (path, id), tasks in behind.items():
        yield _behind(case, path, case.plan.task_by_id[id], tasks)


def _cause(case: Case, task: Task) -> Task | None:
    """Return the first of those that hold one another up: it has days, or lacks them by itself."""
    cause = case.plan.before(task)
    while cause is not None and cause.state is State.UNPLACED and (before := case.plan.before(cause)) is not None:
        cause = before
    return cause


def _of_one(case: Case, task: Task) -> Violation:
    path = path_of_task(case, task)
    return Violation(
        path,
        {
            "subject": task.id,
            "limit": Day(task.limit),
            "otherwise": _otherwise(case, task),
            "fault": _fault(case, task),
        },
        at=path if _is_off(case, task) else key_of_share(path),
    )


def _short_of(case: Case, person: PersonRef, tasks: Sequence[Task]) -> Violation:
    """One person's time is the cause: one finding, however many tasks wait for it."""
    fault = message(
        N_("{name} has no time for {n} tasks between their dates, so that they have no place: {tasks}"),
        name=name_of(case.rollout, person),
        n=len(tasks),
        tasks=listed((task.name for task in tasks), MOST_NAMED),
    )
    remedy = message(
        N_("free more hours until {limit}, give some of them to others, or {otherwise}"),
        limit=Day(max(task.limit for task in tasks)),
        otherwise=_otherwise(case, tasks[0]),
    )
    path = path_of_task(case, tasks[0])
    return Violation(path, {"fault": fault, "remedy": remedy}, at=key_of_share(path))


def _behind(case: Case, path: KeyPath, before: Task, tasks: Sequence[Task]) -> Violation:
    """More hours would not help these, but an earlier day of the one that they wait for would."""
    otherwise = _otherwise(case, tasks[0])
    remedy = (
        message(N_('place "{before}" earlier, or {otherwise}'), before=before.name, otherwise=otherwise)
        if before.dates
        else message(N_('find a place for "{before}" first, or {otherwise}'), before=before.name, otherwise=otherwise)
    )
    said: dict[str, Parameter] = {"fault": _fault_behind(before, tasks), "remedy": remedy}
    subject: dict[str, Parameter] = {"subject": tasks[0].id} if len(tasks) == 1 else {}
    return Violation(path, said | subject, at=key_of_share(path))


def _fault_behind(before: Task, tasks: Sequence[Task]) -> Message:
    said: dict[str, Parameter] = {"before": before.name}
    if before.ends_on is not None:
        said["ends_on"] = Day(before.ends_on)
    if len(tasks) == 1:
        one = N_('"{task}" has no place until {limit}; it comes after "{before}", which ends on {ends_on}')
        none = N_('"{task}" has no place until {limit}; it comes after "{before}", which has none')
        said |= {"task": tasks[0].name, "limit": Day(tasks[0].limit)}
        return message(one if "ends_on" in said else none, **said)
    several = N_('{n} tasks have no place, since they come after "{before}", which ends on {ends_on}: {tasks}')
    none = N_('{n} tasks have no place, since they come after "{before}", which has none: {tasks}')
    said |= {"n": len(tasks), "tasks": listed((task.name for task in tasks), MOST_NAMED)}
    return message(several if "ends_on" in said else none, **said)


def _without_day(case: Case, tasks: Sequence[Task]) -> Violation:
    """Go-live comes before the days that these tasks could lie on: one finding, at its date."""
    go_live = Day(case.plan.go_live)
    fault = plural_message(
        N_("{n} task has no day at all before go-live on {go_live}: {tasks}"),
        N_("{n} tasks have no day at all before go-live on {go_live}: {tasks}"),
        len(tasks),
        go_live=go_live,
        tasks=listed((task.name for task in tasks), MOST_NAMED),
    )
    otherwise = _otherwise(case, tasks[0])
    return Violation(("rollout", "go_live"), {"limit": go_live, "otherwise": otherwise, "fault": fault})


def _otherwise(case: Case, task: Task) -> Message:
    day = case.plan.fits_on
    if _is_off(case, task):
        return message(N_("move it to a day on which {name} works"), name=name_of(case.rollout, str(task.blamed)))
    if day is None or task.origin == "added":
        return message(N_("move its dates or go-live"))
    return message(N_("move go-live to {day}, where all that hangs on it finds its place"), day=Day(day))


def _is_off(case: Case, task: Task) -> bool:
    """Whether the task has one day only, and who holds it up does not work on it: no hours set free would help."""
    is_one_day = task.earliest == task.limit
    return is_one_day and task.blamed is not None and not any(case.calendars.free_minutes(task.blamed, task.limit))


def _day_off(case: Case, task: Task) -> Message:
    ref, day = str(task.blamed), Day(task.limit)
    name, holiday = name_of(case.rollout, ref), case.calendars.holiday_of(ref, task.limit)
    if holiday is None:
        text = N_('"{task}" has no place on {limit}; {name} does not work that day')
        return message(text, task=task.name, limit=day, name=name)
    text = N_('"{task}" has no place on {limit}; {name} does not work that day: {holiday}')
    return message(text, task=task.name, limit=day, name=name, holiday=holiday.name)


def _fault(case: Case, task: Task) -> Message:
    if _is_off(case, task):
        return _day_off(case, task)
    is_one_day = task.earliest == task.limit
    span: dict[str, Parameter] = {"task": task.name, "earliest": Day(task.earliest), "limit": Day(task.limit)}
    if task.blamed is None:
        one, several = N_('"{task}" has no place on {limit}'), N_('"{task}" has no place from {earliest} to {limit}')
        return message(one if is_one_day else several, **span)
    one = N_('"{task}" has no place on {limit}; {name} has no time')
    several = N_('"{task}" has no place from {earliest} to {limit}; {name} has no time')
    return message(one if is_one_day else several, name=name_of(case.rollout, task.blamed), **span)
