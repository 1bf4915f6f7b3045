"""The Gantt chart's data: rows by step, the chain that leads to go-live, and how full everybody's days are."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from rollout_kit.compose.plan.planned import DAY_MINUTES, Desk, monday_of, weeks_of
from rollout_kit.compose.plan.why_there import why_there
from rollout_kit.document import Chart, Group, Heading, Node
from rollout_kit.document.charts import GanttData, GanttRow, PersonLoad, PersonWeek, Stretch
from rollout_kit.message import N_
from rollout_kit.plan.model import PersonRef, Task

OWNERS_SHOWN = 2


def gantt_page(desk: Desk) -> Node:
    """Return the landscape pages of the chart."""
    title = desk.say(N_("Gantt chart"))
    count = sum(task.is_critical for task in desk.plan.tasks)
    headline = desk.say(N_("{count} tasks form the chain that leads to go-live"), count=count)
    reading = desk.say(
        N_("Black is the chain: each of its tasks waits for the one before. Dotted is how far a task may slip.")
    )
    if not count:
        headline = desk.say(N_("No chain of tasks leads to go-live yet: it has no place in this plan"))
        reading = desk.say(N_("Dotted is how far a task may slip."))
    chart = Chart(
        headline=headline,
        reading=reading,
        data=_data(desk),
        description=desk.say(
            N_("The tasks of the plan over the weeks; the same dates stand in the table of all tasks.")
        ),
    )
    return Group(role="wide", anchor="gantt", children=(Heading(level=2, text=title), chart))


def _data(desk: Desk) -> GanttData:
    words, plan = desk.words, desk.plan
    first = monday_of(plan.first_day)
    last = monday_of(max(plan.last_day, plan.go_live)) + timedelta(days=6)
    return GanttData(
        starts_on=first,
        ends_on=last,
        rows=tuple(_rows(desk, last)),
        loads=tuple(_loads(desk, first, last)),
        go_live=plan.go_live,
        go_live_label=desk.say(N_("Go-live {day}"), day=words.day(plan.go_live)),
        plan_end=plan.last_day,
        after_plan_label=desk.say(N_("after the plan")),
        holidays=tuple(_holidays(desk, first, last)),
        freezes=tuple(
            Stretch(
                starts_on=max(freeze.starts_on, first),
                ends_on=min(freeze.ends_on, last),
                word=desk.say(N_("Freeze: {why}"), why=freeze.why) if freeze.why else desk.say(N_("Freeze")),
            )
            for freeze in desk.result.case.rollout.customer.freeze
            if freeze.starts_on <= last and freeze.ends_on >= first
        ),
        week_labels=tuple(
            (monday, desk.say(N_("Week {number}"), number=monday.isocalendar().week), words.month(monday))
            for monday in weeks_of(first, last)
        ),
        loads_title=desk.say(N_("Who is booked how much")),
        load_words=(desk.say(N_("a little")), desk.say(N_("half a day")), desk.say(N_("a full day"))),
    )


def _rows(desk: Desk, last: date) -> Iterator[GanttRow]:
    steps: defaultdict[int, list[Task]] = defaultdict(list)
    for task in desk.tasks:
        if task.starts_on and task.starts_on <= last:
            steps[task.step].append(task)
    for step in sorted(steps):
        yield GanttRow(kind="group", name=desk.words.text_of_playbook(f"steps.{step}.name"))
        for task in sorted(steps[step], key=lambda task: (task.dates[0], task.dates[-1], task.id)):
            yield _row(desk, task, last)


def _row(desk: Desk, task: Task, last: date) -> GanttRow:
    dates = tuple(day for day in task.dates if day <= last)
    has_dates = task.is_series or (task.training is not None and len(dates) > 1 and not task.is_critical)
    slack = task.latest_end if task.latest_end and not has_dates and not task.is_critical else None
    return GanttRow(
        kind="milestone" if task.is_milestone else "series" if has_dates else "bar",
        name=desk.name(task),
        starts_on=dates[0],
        ends_on=dates[-1],
        slack_until=min(slack, last) if slack and slack > dates[-1] else None,
        owner=_owners(desk, task),
        is_critical=task.is_critical,
        dates=dates,
        hover=_hover(desk, task),
    )


def _hover(desk: Desk, task: Task) -> str:
    owner = ", ".join(desk.people.name(ref) for ref in desk.people_of(task))
    told = [desk.name(task), desk.dates(task), owner, why_there(desk, task)]
    return " · ".join(each for each in told if each)


def _owners(desk: Desk, task: Task) -> str:
    refs = desk.people_of(task)
    named = zip(refs, desk.people.family_names(refs), strict=True)
    owners = [family if desk.people.is_named(ref) else desk.known_as(ref) for ref, family in named]
    return ", ".join(owners[:OWNERS_SHOWN])


def _holidays(desk: Desk, first: date, last: date) -> Iterator[Stretch]:
    named: dict[date, tuple[str, bool]] = {}
    for side in ("customer", "provider"):
        for holiday in desk.result.case.calendars.holidays_between(side, first, last):
            if holiday.date.weekday() < 5:
                named.setdefault(holiday.date, (holiday.name, holiday.half))
    for day, (name, half) in sorted(named.items()):
        yield Stretch(starts_on=day, ends_on=day, word=name, half=half)


def _loads(desk: Desk, first: date, last: date) -> Iterator[PersonLoad]:
    minutes: defaultdict[PersonRef, defaultdict[date, int]] = defaultdict(lambda: defaultdict(int))
    for task in desk.plan.tasks:
        for booking in task.bookings:
            if first <= booking.date <= last:
                minutes[booking.person][booking.date] += booking.minutes
    known = [person.id for person in desk.result.case.rollout.people]
    for ref in [*(ref for ref in known if ref in minutes), *(ref for ref in minutes if ref not in known)]:
        days = tuple((day, min(1.0, total / DAY_MINUTES)) for day, total in sorted(minutes[ref].items()))
        yield PersonLoad(
            name=desk.known_as(ref),
            days=days,
            absences=tuple(_absences(desk, ref, first, last)),
            weeks=tuple(_weeks(desk, ref, last)),
        )


def _weeks(desk: Desk, ref: PersonRef, last: date) -> Iterator[PersonWeek]:
    """Yield the weeks of somebody with work against the time that is set free."""
    words = desk.words
    for week in desk.plan.weeks:
        if week.person != ref or not week.placed or week.monday > last:
            continue
        told = desk.say(
            N_("{name}, week {number}: {placed} of {free}"),
            name=desk.known_as(ref),
            number=week.monday.isocalendar().week,
            placed=words.effort(week.placed),
            free=words.effort(week.free),
        )
        is_overfull = week.placed > week.free
        share = words.percent(round(week.placed / week.free, 2)) if is_overfull and week.free else ""
        yield PersonWeek(
            starts_on=week.monday,
            ends_on=week.monday + timedelta(days=6),
            hover=told,
            overfull=share or (words.effort(week.placed) if is_overfull else ""),
        )


def _absences(desk: Desk, ref: PersonRef, first: date, last: date) -> Iterator[Stretch]:
    person = desk.result.case.rollout.person_by_id.get(ref)
    for absence in person.absences if person else ():
        if absence.starts_on <= last and absence.ends_on >= first:
            yield Stretch(
                starts_on=max(absence.starts_on, first),
                ends_on=min(absence.ends_on, last),
                word=absence.why or desk.say(N_("away")),
            )
