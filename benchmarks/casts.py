"""Place the shipped playbook with 25 findings for three casts in 30, 21 and 14 days, and print how it came out.

    .venv/bin/python benchmarks/casts.py

Placed counts the tasks that have a place, of those in the plan; the test of the call outside hours is left out, since
nobody of these casts has agreed to an evening. Past aim counts those that lie between their aim and the day by which
they must be done. Utilisation is the time placed before go-live against the time that is set free until then.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from rollout_kit.description.people import ExtraHours
from rollout_kit.description.rollout import Rollout
from rollout_kit.finding import Finding, Position, Severity
from rollout_kit.message import message
from rollout_kit.plan.model import Plan, State
from tests.plan.casts import five_people, one_per_side, plan_of, twelve_people

LEFT_OUT = "test-call-out"


def on_friday(rollout: Rollout, person: str, day: date) -> Rollout:
    """Return the cast with somebody there on a Friday off: agreed hours, as go-live needs them."""
    extra = (ExtraHours(date=day, starts_at=8 * 60, ends_at=17 * 60),)
    people = [each.model_copy(update={"extra": extra}) if each.id == person else each for each in rollout.people]
    return rollout.model_copy(update={"people": tuple(people)})


CASTS = {
    "a: five people, 30 days, Mon day 29": five_people(30),
    "a: five people, 21 days, Fri day 19 (default)": on_friday(five_people(21, None), "meyer", date(2027, 1, 29)),
    "a: five people, 21 days, Mon day 29": five_people(21),
    "a: five people, 14 days, Fri day 12 (default)": on_friday(five_people(14, None), "meyer", date(2027, 1, 22)),
    "a: five people, 14 days, Mon day 15": five_people(14, date(2027, 1, 25)),
    "a: five people, 14 days, Thu day 18": five_people(14, date(2027, 1, 28)),
    "b: one a side, 30 days, Tue day 30 (default)": one_per_side(30),
    "b: one a side, 21 days, Fri day 19 (default)": one_per_side(21),
    "b: one a side, 14 days, Fri day 12 (default)": one_per_side(14),
    "b: one a side, 14 days, Fri day 26": one_per_side(14, date(2027, 2, 5)),
    "c: twelve people, 30 days, Tue day 30 (default)": twelve_people(30),
    "c: twelve people, 21 days, Fri day 19 (default)": twelve_people(21),
    "c: twelve people, 14 days, Fri day 12 (default)": twelve_people(14),
}


def findings_of(rollout: Rollout) -> tuple[Finding, ...]:
    """Return 25 findings of many rules, as a first description has them."""
    people = [person.id for person in rollout.people][:2]
    return tuple(
        Finding(
            code=code, name=code.lower(), severity=severity, path=path,
            position=Position(file="rollout.toml", line=1, column=1), message=message("something is wrong"),
            remedy=message("mend it"), cure=None,
        )
        for code, severity, path in (
            *(("OWN101", Severity.BLOCKER, ("responsibilities", key)) for key in ("backup", "restore")),
            *(("OWN102", Severity.HIGH, ("responsibilities", key)) for key in ("incident", "change")),
            *(("OWN103", Severity.HIGH, ("people", person)) for person in people),
            ("CAP101", Severity.BLOCKER, ("support", "L1")),
            ("CAP102", Severity.MEDIUM, ("load",)),
            ("CAP106", Severity.HIGH, ("load", "password_resets")),
            ("CAP107", Severity.HIGH, ("load", "load_test_factor")),
            ("CAP108", Severity.HIGH, ("load", "licences")),
            ("TRN107", Severity.MEDIUM, ("training", "d")),
            ("TRN110", Severity.MEDIUM, ("training", "u")),
            ("SLA101", Severity.BLOCKER, ("service_levels", "P1")),
            ("SLA107", Severity.HIGH, ("on_call",)),
            ("CON101", Severity.HIGH, ("continuity", "backup")),
            ("CON104", Severity.HIGH, ("continuity", "restore")),
            ("SEC101", Severity.HIGH, ("access", "break_glass")),
            ("SEC105", Severity.HIGH, ("access", "leavers")),
            ("COM101", Severity.HIGH, ("messages",)),
            ("COM103", Severity.MEDIUM, ("messages", 0)),
            ("PER101", Severity.HIGH, ("skills", "restore")),
            ("FBL103", Severity.MEDIUM, ("kpis", 0)),
            ("CHN101", Severity.MEDIUM, ("interfaces", 0)),
            ("TST105", Severity.MEDIUM, ("tests", 0)),
        )
    )  # fmt: skip


def counted(plan: Plan) -> tuple[int, int, int]:
    """Return how many tasks have a place, how many there are, and how many of them are past their aim."""
    tasks = [task for task in plan.tasks if task.id != LEFT_OUT]
    placed = sum(task.state is not State.UNPLACED for task in tasks)
    return placed, len(tasks), sum(task.state is State.LATE for task in tasks)


def utilisation(plan: Plan) -> Iterator[tuple[str, float, float]]:
    """Yield for each person the share of the free time before go-live that is used, and the share of the fullest week.

    Weeks that go-live cuts count by their days before it.
    """
    booked = [booking for task in plan.tasks for booking in task.bookings if booking.date < plan.go_live]
    free: defaultdict[str, float] = defaultdict(float)
    fullest: defaultdict[str, float] = defaultdict(float)
    for week in plan.weeks:
        days = (min(plan.go_live, week.monday + timedelta(days=5)) - week.monday).days
        if days > 0:
            free[week.person] += week.free * min(days, 5) / 5
            if week.free and days == 5:
                fullest[week.person] = max(fullest[week.person], week.placed / week.free)
    for person in dict.fromkeys(week.person for week in plan.weeks):
        placed = sum(booking.minutes for booking in booked if booking.person == person)
        if free[person]:
            yield person, placed / free[person], fullest[person]


def main() -> int:
    """Print the table."""
    for name, rollout in CASTS.items():
        plan = plan_of(rollout, findings_of(rollout))
        placed, tasks, late = counted(plan)
        print(f"{name}: placed {placed} of {tasks}, past aim {late}, go-live {plan.go_live:%a %d %b}")
        homeless = [task.id for task in plan.tasks if task.state is State.UNPLACED and task.id != LEFT_OUT]
        if homeless:
            print(f"    without a place: {', '.join(homeless)}")
        used = sorted(utilisation(plan), key=lambda row: -row[1])
        print("    used (fullest week): " + ", ".join(f"{who} {a:.0%} ({b:.0%})" for who, a, b in used[:6]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
