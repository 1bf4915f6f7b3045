"""What a violation is about: whose name stands in it, and which key of the description it points at."""

from collections.abc import Iterable
from datetime import date

from rollout_kit.assess.case import Case
from rollout_kit.description.rollout import Rollout
from rollout_kit.description.training import Training
from rollout_kit.finding import KeyPath
from rollout_kit.message import N_, Message, Parameter, message
from rollout_kit.plan import sessions
from rollout_kit.plan.model import TO_BE_NAMED, PersonRef, Task


def name_of(rollout: Rollout, ref: PersonRef) -> Parameter:
    """Return the name of a person, a team or a vendor, or that nobody is named yet."""
    if ref == TO_BE_NAMED["customer"]:
        return message(N_("somebody of the customer, to be named"))
    if ref == TO_BE_NAMED["provider"]:
        return message(N_("somebody of the provider, to be named"))
    found = rollout.person_by_id.get(ref) or rollout.team_by_id.get(ref) or rollout.vendor_by_id.get(ref)
    return found.name if found else ref


def organisation_of(rollout: Rollout, ref: str) -> str:
    """Return `customer`, `provider` or the id of a vendor."""
    found = rollout.person_by_id.get(ref) or rollout.team_by_id.get(ref)
    return found.organisation if found else ref


def first_day_of(case: Case, training: Training) -> date:
    """Return the day on which those who are taught begin to depend on the service, as the plan knows it."""
    return sessions.first_day_of(training, case.rollout, case.go_live)


def path_of_task(case: Case, task: Task) -> KeyPath:
    """Return where a task can be mended: at itself if it was added, else at the time of whoever holds it up.

    Where a task before it holds it up, that is where this one can be mended.
    """
    for index, added in enumerate(case.rollout.plan.add):
        if added.id == task.id:
            return ("plan", "add", index)
    for index, row in enumerate(case.rollout.plan.imported):
        if row.id == task.id:
            return ("plan", "import", index)
    before = None if task.held_up_by is None else case.plan.before(task)
    return path_of_share(case, task.blamed or "") if before is None else path_of_task(case, before)


def path_of_share(case: Case, ref: PersonRef) -> KeyPath:
    """Return whose time it is; nobody named yet points at the dates of the rollout."""
    return ("people", ref) if ref in case.rollout.person_by_id else ("rollout", "days")


def key_of_share(path: KeyPath) -> KeyPath:
    """Return the key to turn at a path of `path_of_task` or `path_of_share`: the share of a person's time."""
    return (*path, "share") if path[0] == "people" else path


def listed(names: Iterable[Parameter], most: int) -> tuple[Parameter, ...]:
    """Return the first `most` of several names, and how many more there are."""
    given = tuple(names)
    if len(given) <= most:
        return given
    return (*given[:most], message(N_("{n} more"), n=len(given) - most))


def spread(low: float, likely: float, high: float) -> float | Message:
    """Return an amount with two decimals, followed by low and high with one where they differ."""
    if low == high:
        return round(likely, 2)
    return message(N_("{likely} ({low} to {high})"), likely=round(likely, 2), low=round(low, 1), high=round(high, 1))
