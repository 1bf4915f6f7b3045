"""PLN109."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import OWN_WORDS, Outcome, rule
from rollout_kit.assess.subject import key_of_share, listed, name_of, path_of_share
from rollout_kit.finding import KeyPath, Severity, Violation
from rollout_kit.message import N_, Day, Duration, Message, Unit, message, plural_message
from rollout_kit.plan.model import NoRoom

MOST_NAMED = 3  # house value
MOST_OF_A_CHAIN = 5  # house value
MINUTES_AN_HOUR = 60


@rule(
    "PLN109",
    "not-enough-time",
    title=N_("The tasks need more time than there is, whatever their order"),
    severity=Severity.BLOCKER,
    stage="plan",
    message=OWN_WORDS,
    remedy=N_("begin earlier, move go-live, or leave a task out"),
)
def not_enough_time(case: Case) -> Iterator[Outcome]:
    """The tasks need more time than there is, whatever their order.

    Fires where something has no place in the plan and the reason can be shown: tasks that wait for one another and are
    longer together than the days before go-live, or somebody whose share leaves fewer hours between two days than the
    tasks need that have to lie between them. Of several chains the longest is named, of people everyone. Where tasks
    have no place and this rule keeps silent, another order might still give them one.

    A plan that nobody's order of tasks can keep is no plan; working faster does not mend a sum.

    Not ready:

        [people.weber]
        share = 0.02

    Ready:

        [people.weber]
        share = 0.4

    Source: our own [D]; the bound is the usual one of one resource with heads and tails.
    """
    chains = [found for found in case.plan.no_room if found.person is None and len(found.tasks) > 1]
    if chains:
        yield _chain(case, max(chains, key=lambda found: len(found.tasks)))
    for found in case.plan.no_room:
        if found.person is not None:
            yield _overload(case, found, found.person)


def _chain(case: Case, found: NoRoom) -> Violation:
    path: KeyPath = ("rollout", "go_live")
    fault = plural_message(
        N_("{n} task that waits for another is longer than the time until {day}: {tasks}"),
        N_("{n} tasks that wait for one another are longer together than the time until {day}: {tasks}"),
        len(found.tasks),
        day=Day(found.last),
        tasks=listed(_names(case, found), MOST_OF_A_CHAIN),
    )
    return Violation(path, {"fault": fault, "remedy": _later(case)})


def _later(case: Case) -> Message:
    if case.plan.fits_on is None:
        return message(N_("begin earlier, move go-live, or leave a task out"))
    return message(N_("move go-live to {day}, where all of it finds its place"), day=Day(case.plan.fits_on))


def _overload(case: Case, found: NoRoom, person: str) -> Violation:
    path = path_of_share(case, person)
    name = name_of(case.rollout, person)
    fault = plural_message(
        N_("{name} has {free} from {first} to {last}, and {n} task needs {needed}: {tasks}"),
        N_("{name} has {free} from {first} to {last}, and {n} tasks need {needed}: {tasks}"),
        len(found.tasks),
        name=name,
        free=_hours(found.free_minutes),
        first=Day(found.first),
        last=Day(found.last),
        needed=_hours(found.needed_minutes),
        tasks=listed(_names(case, found), MOST_NAMED),
    )
    missing = _hours(found.needed_minutes - found.free_minutes)
    remedy = message(
        N_("free {missing} more of {name} until {last}, give tasks to somebody else, or move go-live"),
        missing=missing, name=name, last=Day(found.last),
    )  # fmt: skip
    return Violation(path, {"fault": fault, "remedy": remedy}, at=key_of_share(path))


def _names(case: Case, found: NoRoom) -> Iterator[Message]:
    known = case.plan.task_by_id
    return (known[id].name for id in found.tasks if id in known)


def _hours(minutes: int) -> Duration:
    if 0 < minutes < MINUTES_AN_HOUR:
        return Duration(amount=minutes, unit=Unit.MINUTE)
    return Duration(amount=minutes / MINUTES_AN_HOUR, unit=Unit.HOUR)
