"""MAT102."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from rollout_kit.assess.case import WATCHED_DAYS, Case
from rollout_kit.assess.moments import length
from rollout_kit.assess.rule import OWN_WORDS, Judged, Lacks, Outcome, rule
from rollout_kit.description.improvement import ManualTask
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, Message, Parameter, message

LARGEST = 5


@rule(
    "MAT102",
    "nothing-to-automate-listed",
    title=N_("Nobody knows what to automate first"),
    severity=Severity.LOW,
    stage="description",
    message=OWN_WORDS,
    remedy=N_("list the {most} manual tasks that take most minutes a month, and date when each is automated"),
    cure=Cure(id="note-improvement", text=N_("Enter in the improvement register: {subject}"), minutes=0,
              owner="owner-of:improvement", before="after:30"),
)  # fmt: skip
def nothing_to_automate_listed(case: Case) -> Iterator[Outcome]:
    """Nobody knows what to automate first.

    Fires where `manual_tasks` lists nothing, and for every one of its five largest by `minutes_per_month` that has no
    date for its automation (`automate_by`). Whoever has fewer than five lists those. The message tells the day, 60 days
    after go-live, on which the list is due.

    Handwork grows with every new user. Without a list everybody automates what annoys, not what costs.

    Not ready:

        [[manual_tasks]]
        name = "New accounts"
        minutes_per_month = 240

    Ready:

        [[manual_tasks]]
        name = "New accounts"
        minutes_per_month = 240
        automate_by = 2027-06-30

    Source: at most half of the time for work by hand, Google SRE [E]; five tasks and 60 days are ours [D].
    """
    tasks, day = case.rollout.manual_tasks, case.go_live + timedelta(days=WATCHED_DAYS)
    if not tasks:
        fault = message(
            N_("no manual task is listed; {day} is the last day for a list of the {most} largest"),
            most=LARGEST,
            day=day,
        )
        yield Violation(("manual_tasks",), {"subject": message(N_("manual tasks")), "most": LARGEST, "fault": fault})
    lacking = tuple(f"manual_tasks.{n}.minutes_per_month" for n, task in enumerate(tasks) if not _is_measured(task))
    if lacking:
        yield Lacks(lacking)
    largest = sorted(enumerate(tasks), key=lambda pair: -(pair[1].minutes_per_month or 0))[:LARGEST]
    sum = _sum([task for _, task in largest])
    for index, task in largest:
        if task.automate_by is None:
            parameters: dict[str, Parameter] = {"subject": task.name, "most": LARGEST, "fault": _fault(task, sum)}
            yield Violation(("manual_tasks", index), parameters)
        elif lacking:
            yield Judged()


def _is_measured(task: ManualTask) -> bool:
    return task.minutes_per_month is not None


def _sum(tasks: Sequence[ManualTask]) -> float:
    return sum(task.minutes_per_month or 0 for task in tasks)


def _fault(task: ManualTask, sum: float) -> Message:
    if task.minutes_per_month is None:
        return message(N_('"{subject}" is done by hand, and no date is set for automating it'), subject=task.name)
    text = N_(
        '"{subject}" takes {minutes} a month by hand, of {sum} of the largest manual tasks together, and no date is '
        "set for automating it"
    )
    return message(text, subject=task.name, minutes=length(task.minutes_per_month), sum=length(sum))
