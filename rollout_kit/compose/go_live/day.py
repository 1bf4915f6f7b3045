"""Which day is the cut-over, and who is there on a day."""

from dataclasses import dataclass
from datetime import date, timedelta

from rollout_kit.assess.case import Case
from rollout_kit.plan.model import TO_BE_NAMED, PersonRef, Task

DAYS_BEFORE = 3  # house value: the cut-over lies at most so many days before go-live


@dataclass(frozen=True, slots=True, kw_only=True)
class CutOver:
    """The day of the cut-over; `is_proposed` where nothing in the description speaks for a day."""

    day: date
    is_proposed: bool


def cut_over_of(case: Case) -> CutOver:
    """Return the day before go-live on which whoever does the work has agreed extra hours and a task is dated.

    Without such a day it is one with such hours, else with a task, else the working day before go-live, or the last
    of those before that lies in no freeze. Of several it is the one for which most have agreed, then the last.
    """
    days = [case.plan.go_live - timedelta(days=before) for before in range(1, DAYS_BEFORE + 1)]
    workers = (*case.cast.named("SL"), *case.cast.named("OL"))
    hours = [extra.date for ref in dict.fromkeys(workers) for extra in case.calendars.extra_hours(ref)]
    settings = case.rollout.plan
    dated = {task.on for task in (*settings.add, *settings.imported) if task.on is not None}
    for known in (dated.intersection(hours), hours, dated):
        found = [day for day in days if day in known]
        if found:
            return CutOver(day=max(found, key=lambda day: (hours.count(day), day)), is_proposed=False)
    before = [case.calendars.add_working_days(case.plan.go_live, -number) for number in range(1, DAYS_BEFORE + 1)]
    free = [day for day in before if case.calendars.freeze_on(day) is None]
    return CutOver(day=free[0] if free else before[0], is_proposed=True)


def tasks_on(case: Case, day: date) -> tuple[Task, ...]:
    """Return the tasks of the file that are dated on a day, by their time; those without one come last."""
    tasks = [task for task in case.plan.tasks if task.origin == "added" and task.dates == (day,)]
    return tuple(sorted(tasks, key=lambda task: (task.at is None, task.at or 0, task.id)))


class Presence:
    """Who of a rollout is there on one day, by role."""

    def __init__(self, case: Case, day: date) -> None:
        self._case = case
        self._day = day

    def holding(self, role: str) -> PersonRef | None:
        """Return who acts in a role on that day, `vendor` included; None where nobody who is named is there.

        The decision maker need not be there, only reachable. For the others a deputy stands in, then the service
        owner of the customer or the operations lead of the provider.
        """
        cast = self._case.cast
        if role == "vendor":
            vendors = self._case.rollout.vendors
            return vendors[0].id if len(vendors) == 1 else None
        holders = [ref for ref in cast.holders(role) if ref not in TO_BE_NAMED.values()]
        deputies = [deputy for ref in holders if (deputy := cast.deputy_of(ref)) is not None]
        if role == "DM":
            return next((ref for ref in (*holders, *deputies) if not self._is_away(ref)), None)
        lead = "SO" if cast.side_of_role(role) == "customer" else "OL"
        return next((ref for ref in (*holders, *deputies, *cast.named(lead)) if self._is_there(ref)), None)

    def _is_there(self, ref: PersonRef) -> bool:
        return not self._is_away(ref) and sum(self._case.calendars.free_minutes(ref, self._day)) > 0

    def _is_away(self, ref: PersonRef) -> bool:
        return self._case.calendars.is_away(ref, self._day) is not None
