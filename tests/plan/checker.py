"""An independent check of a plan: it knows description, calendars and plan, and nothing of how it was made."""

from collections import defaultdict
from datetime import date, timedelta

from rollout_kit.calendars.calendars import Calendars
from rollout_kit.description.rollout import Rollout
from rollout_kit.plan.model import Plan, State, Task
from rollout_kit.playbook.model import Playbook
from tests.plan import by_the_book, lessons

HALF_DAY = 240
USUAL_SHARE = {
    "service_owner": 0.5,
    "second_level": 0.4,
    "operations_lead": 0.4,
    "trainer": 0.4,
    "key_user": 0.2,
    "sponsor": 0.1,
    "decision_maker": 0.1,
}


def faults(plan: Plan, rollout: Rollout, playbook: Playbook) -> list[str]:
    """Return everything that is wrong with a plan, in words."""
    calendars = Calendars(rollout)
    return [
        *_presence(plan, calendars),
        *_weeks(plan, rollout, calendars),
        *_order(plan),
        *_windows(plan),
        *_sittings(plan),
        *_minutes(plan),
        *_freezes(plan, rollout, playbook),
        *_tests(plan, rollout, calendars),
        *_extra(plan, rollout, calendars),
        *by_the_book.faults(plan, rollout),
        *lessons.faults(plan, rollout),
    ]


def _presence(plan: Plan, calendars: Calendars) -> list[str]:
    used: defaultdict[tuple[str, date, int], int] = defaultdict(int)
    found = []
    for task in plan.tasks:
        for booking in task.bookings:
            if task.id == "test-call-out":
                agreed = [extra for extra in calendars.extra_hours(booking.person) if extra.date == booking.date]
                found += [] if agreed else [f"{booking.person} has agreed no evening on {booking.date}"]
            else:
                used[booking.person, booking.date, booking.half] += booking.minutes
    for (person, day, half), minutes in used.items():
        free = calendars.free_minutes(person, day)[half]
        if minutes > min(free, HALF_DAY):
            found.append(f"{person} does {minutes} of {free} minutes on {day}, half {half}")
    return found


def _share(rollout: Rollout, ref: str, is_go_live_week: bool) -> float:
    person = rollout.person_by_id.get(ref)
    if person is None:
        return 0.5 if ref.startswith("customer") else 0.4
    if is_go_live_week and person.go_live_share is not None:
        return person.go_live_share
    if person.share is not None:
        return person.share
    desk = 0.5 if person.organisation == "customer" else 0.2
    usual = max((desk if role == "desk" else USUAL_SHARE[role] for role in person.roles), default=0.2)
    return max(usual, 0.5) if is_go_live_week and "key_user" in person.roles else usual


def _weeks(plan: Plan, rollout: Rollout, calendars: Calendars) -> list[str]:
    """A share is the budget of the week. Extra hours come on top of it, for go-live and for what is dated by hand."""
    ordinary: defaultdict[tuple[str, date], int] = defaultdict(int)
    by_hand: defaultdict[tuple[str, date], int] = defaultdict(int)
    go_live: defaultdict[tuple[str, date], int] = defaultdict(int)
    dated = by_the_book.dated_by_hand(plan, rollout)
    for task in plan.tasks:
        used = by_hand if task.id in dated else go_live if task.id == "go-live-day" else ordinary
        for booking in task.bookings if task.id != "test-call-out" else ():
            used[booking.person, booking.date - timedelta(days=booking.date.weekday())] += booking.minutes
    found = []
    for person, monday in dict.fromkeys((*ordinary, *go_live)):
        week = (person, monday)
        days = [monday + timedelta(days=offset) for offset in range(7)]
        regular = sum(sum(calendars.regular_minutes(person, day)) for day in days)
        extra = sum(sum(calendars.free_minutes(person, day)) for day in days) - regular
        share = _share(rollout, person, monday <= plan.go_live < monday + timedelta(days=7)) * regular
        asked = by_hand[week] + go_live[week] + ordinary[week]
        if ordinary[week] > share + 0.01 or asked > max(share + extra, by_hand[week]) + 0.01:
            found.append(f"{person} does {asked} of {share} minutes and {extra} agreed ones in the week of {monday}")
    return found


def _slots(task: Task) -> list[tuple[date, int]]:
    return sorted({(booking.date, booking.half) for booking in task.bookings})


def _order(plan: Plan) -> list[str]:
    found = []
    for task in plan.tasks:
        for before in task.after:
            other = plan.task_by_id.get(before)
            if other and _slots(other) and _slots(task) and _slots(task)[0] <= _slots(other)[-1]:
                found.append(f"{task.id} begins before {before} is finished")
    return found


def _windows(plan: Plan) -> list[str]:
    found = []
    for task in plan.tasks:
        if any(day < task.earliest or day > task.limit for day in task.dates):
            found.append(f"{task.id} lies outside {task.earliest} to {task.limit}: {task.dates}")
        if any(day < plan.first_day for day in task.dates):
            found.append(f"{task.id} lies before day 1")
        if (task.state is State.UNPLACED) != (not task.dates):
            found.append(f"{task.id} is {task.state} with {len(task.dates)} dates")
    return found


def _sittings(plan: Plan) -> list[str]:
    found = []
    for task in plan.tasks:
        if task.is_sitting:
            per_day: defaultdict[date, set[int]] = defaultdict(set)
            for booking in task.bookings:
                per_day[booking.date].add(booking.half)
            if any(len(halves) > 1 for halves in per_day.values()) or (not task.is_series and len(per_day) > 1):
                found.append(f"{task.id} is not sat together")
    return found


def _minutes(plan: Plan) -> list[str]:
    found = []
    for task in plan.tasks:
        wanted = sum(stake.minutes for stake in task.stakes) * (len(task.dates) if task.is_series else 1)
        booked = sum(booking.minutes for booking in task.bookings)
        if any(booking.minutes <= 0 for booking in task.bookings):
            found.append(f"{task.id} has an empty booking")
        is_joined = task.is_series and booked <= wanted  # one who stands in for a partner gives the longer time once
        if task.dates and booked != wanted and not is_joined:
            found.append(f"{task.id} has {booked} of {wanted} minutes")
    return found


def _freezes(plan: Plan, rollout: Rollout, playbook: Playbook) -> list[str]:
    blocked = {task.id for task in playbook.tasks if task.blocked_by_freeze}
    assert blocked
    second_level = {person.id for person in rollout.people if "second_level" in person.roles}
    found = []
    for task in plan.tasks:
        is_blocked = task.id in blocked or (task.origin == "cure" and task.lead in second_level)
        for freeze in rollout.customer.freeze:
            if is_blocked and any(freeze.starts_on <= day <= freeze.ends_on for day in task.dates):
                found.append(f"{task.id} lies in a freeze")
    return found


def _tests(plan: Plan, rollout: Rollout, calendars: Calendars) -> list[str]:
    last = calendars.add_working_days(plan.go_live, -4)
    by_hand = [test.date for test in rollout.tests]
    return [
        f"{task.id} is tested on {day}"
        for task in plan.tasks
        for day in task.dates
        if task.is_test and task.origin == "base" and day not in by_hand and not plan.second_half_from <= day <= last
    ]


def _extra(plan: Plan, rollout: Rollout, calendars: Calendars) -> list[str]:
    found = []
    agreed = {"go-live-day", "test-call-out", *by_the_book.dated_by_hand(plan, rollout)}
    for task in plan.tasks:
        if task.id in agreed:
            continue
        for booking in task.bookings:
            if not any(calendars.regular_minutes(booking.person, booking.date)):
                found.append(f"{task.id} takes agreed extra hours of {booking.person}")
    return found
