"""All tasks by week, the milestones, and what comes after the plan."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from rollout_kit.assess.cure_items import reasons_of
from rollout_kit.compose.by_name import by_name, in_short
from rollout_kit.compose.plan.planned import Desk, in_plan, joined, monday_of
from rollout_kit.compose.wording import capitalised, kept, plain, strong
from rollout_kit.document import Cell, Column, Group, Heading, Node, Row, Span, Table, Text
from rollout_kit.message import N_
from rollout_kit.plan.model import PersonRef, State, Task

NAMES_SHOWN = 3
UNTIL_MM = 22.0  # the longest date of a table is not broken
MOST_LISTED = 4  # of what a reason lists; the open items say all of it


def all_tasks(desk: Desk) -> Node:
    """Return every task of the plan, by the week in which it is done; what has no place comes first."""
    words = desk.words
    title = desk.say(N_("All tasks"))
    rows: list[Row] = []
    homeless = [task for task in desk.tasks if task.state is State.UNPLACED]
    if homeless:
        rows.append(_group(desk.say(N_("Without a place: to be settled in the kickoff")), 5))
        rows += [_task_row(desk, task) for task in homeless]
    week: date | None = None
    for task in sorted(in_plan(desk.tasks), key=_day_in_table):
        monday = monday_of(_day_in_table(task))
        if monday != week:
            week = monday
            rows.append(_group(desk.week(monday), 5))
        rows.append(_task_row(desk, task))
    columns = (
        Column(head=desk.say(N_("Task and reason"))),
        Column(head=desk.say(N_("Until")), width_mm=UNTIL_MM),
        Column(head=desk.say(N_("Who")), width_mm=30),
        Column(head=desk.say(N_("Effort")), width_mm=15, align="right"),
        Column(head=desk.say(N_("Done when")), width_mm=43, label=desk.say(N_("Done when"))),
    )
    note = desk.say(
        N_("Bold is the chain that leads to go-live on {day}. Names: the lead first."),
        day=words.day_month(desk.plan.go_live),
    )
    if not any(task.is_critical for task in desk.plan.tasks):
        note = desk.say(N_("Names: the lead first."))
    return Group(
        role="section",
        anchor="tasks",
        children=(
            Heading(level=2, text=title),
            Text(spans=plain(note), manner="small"),
            *_proposal(desk),
            Table(columns=columns, rows=tuple(rows), manner="tasks", caption=title),
        ),
    )


def _proposal(desk: Desk) -> tuple[Node, ...]:
    if desk.plan.fits_on is None:
        return ()
    said = desk.say(
        N_("With go-live on {day}, all that hangs on it finds its place."), day=desk.words.full_date(desk.plan.fits_on)
    )
    return (Text(spans=strong(said), manner="body"),)


def _day_in_table(task: Task) -> date:
    return task.dates[0] if task.is_series or task.training else task.dates[-1]


def _group(text: str, columns: int) -> Row:
    return Row(cells=(Cell(spans=plain(text), columns=columns),), kind="group")


def _task_row(desk: Desk, task: Task) -> Row:
    words = desk.words
    return Row(
        anchor=f"task-{task.id}",
        cells=(
            Cell(
                spans=(Span(text=desk.name(task), strong=task.is_critical),),
                reason=_reason(desk, task),
                box=f"task-{task.id}",
            ),
            Cell(spans=(kept(desk.dates(task)),) if len(task.dates) <= 1 else plain(desk.dates(task))),
            Cell(spans=_names(desk, task)),
            Cell(spans=(kept(words.effort(task.minutes)),) if task.minutes else plain("–")),
            Cell(spans=plain(words.text(task.proof) if task.proof else "–")),
        ),
    )


def _names(desk: Desk, task: Task) -> tuple[Span, ...]:
    refs = desk.people_of(task)
    spans = [replace(desk.who(ref), strong=False) for ref in refs[:NAMES_SHOWN]]
    if (further := len(refs) - NAMES_SHOWN) > 0:
        spans.append(Span(text=desk.say(N_("{count} more"), count=further)))
    return joined(spans)


def _reason(desk: Desk, task: Task) -> str:
    words = desk.words
    reasons = (task.reason,) if task.reason else reasons_of(task, desk.result)
    parts = [capitalised(words.text(in_short(by_name(each, desk.result), MOST_LISTED))) for each in reasons]
    if task.state is State.LATE:
        parts.append(_why_late(desk, task))
    elif task.state is State.UNPLACED:
        parts.append(_why_homeless(desk, task))
    *before, last = parts or [""]
    return " ".join([*(each if each.endswith((".", "!", "?", "…")) else f"{each}." for each in before), last])


def _why_late(desk: Desk, task: Task) -> str:
    aim, before = desk.words.day(task.aim), desk.plan.before(task)
    if before is not None:
        return desk.say(N_("Wanted by {day}; it comes after “{task}”."), day=aim, task=desk.name(before))
    if task.blamed is None:
        return desk.say(N_("Wanted by {day}."), day=aim)
    return desk.say(N_("Wanted by {day}; {name} has no time before."), day=aim, name=desk.known_as(task.blamed))


def _why_homeless(desk: Desk, task: Task) -> str:
    words, before = desk.words, desk.plan.before(task)
    first, last = words.day(task.earliest), words.day(task.limit)
    if task.needs_extra:
        return desk.say(N_("Needs an evening or a weekend that both sides have agreed."))
    if before is not None and before.ends_on is not None:
        text = N_("No place until {last_day}: it comes after “{task}”, which ends on {day}.")
        return desk.say(text, last_day=last, task=desk.name(before), day=words.day(before.ends_on))
    if before is not None:
        text = N_("No place until {last_day}: it comes after “{task}”, which has none.")
        return desk.say(text, last_day=last, task=desk.name(before))
    if task.blamed is None:
        return desk.say(N_("No place until {last_day}."), last_day=last)
    if task.earliest == task.limit:
        return desk.say(N_("No place on {day}: {name} has no time left."), day=last, name=desk.known_as(task.blamed))
    return desk.say(
        N_("No place between {first_day} and {last_day}: {name} has no time left."),
        first_day=first,
        last_day=last,
        name=desk.known_as(task.blamed),
    )


def milestones(desk: Desk) -> Node:
    """Return the dates on which something is decided, begun or handed over."""
    words = desk.words
    title = desk.say(N_("Milestones"))
    marked = [task for task in desk.plan.tasks if task.is_milestone and task.dates]
    rows = tuple(
        Row(
            cells=(
                Cell(spans=(kept(words.day(task.dates[-1]), is_strong=True),)),
                Cell(spans=plain(desk.name(task)), reason=words.text(task.proof) if task.proof else ""),
                Cell(spans=_names(desk, task)),
            )
        )
        for task in marked
    )
    columns = (
        Column(head=desk.say(N_("When")), width_mm=24),
        Column(head=desk.say(N_("What"))),
        Column(head=desk.say(N_("Who")), width_mm=58),
    )
    table = Table(columns=columns, rows=rows, caption=title)
    return Group(role="part", anchor="milestones", children=(Heading(level=2, text=title), table))


def after_the_plan(desk: Desk) -> Node:
    """Return what is dated after the plan's last day: later tasks and what has no effort reserved."""
    title = desk.say(N_("After the plan"))
    lines = [*_later_tasks(desk), *_later_items(desk)]
    rows = tuple(row for _, row in sorted(lines, key=lambda line: line[0]))
    columns = (
        Column(head=desk.say(N_("When")), width_mm=28, label=desk.say(N_("When"))),
        Column(head=desk.say(N_("What"))),
        Column(head=desk.say(N_("Who")), width_mm=42, label=desk.say(N_("Who"))),
        Column(head=desk.say(N_("Done when")), width_mm=46, label=desk.say(N_("Done when"))),
    )
    note = desk.say(
        N_("Days off and freezes are passed over. The hand-over ends the rollout, with its acceptance sheet signed.")
    )
    return Group(
        role="part",
        anchor="after",
        children=(
            Heading(level=2, text=title),
            Text(spans=plain(note), manner="small"),
            Table(columns=columns, rows=rows, caption=title),
        ),
    )


def _later_tasks(desk: Desk) -> Iterator[tuple[tuple[date, str], Row]]:
    for task in desk.tasks:
        days = tuple(day for day in task.dates if day > desk.plan.last_day)
        if days:
            yield (
                (days[0], task.id),
                _later_row(desk, days, desk.name(task), task.is_milestone, desk.people_of(task), task),
            )


def _later_row(
    desk: Desk,
    days: Sequence[date],
    name: str,
    is_strong: bool,
    who: Sequence[PersonRef],
    task: Task | None,
    proof: str = "",
) -> Row:
    words = desk.words
    when = _with_year(desk, days[0])
    if len(days) > 1 and days[-1] != days[0]:
        when = desk.say(N_("{first_day} to {last_day}"), first_day=when, last_day=_with_year(desk, days[-1]))
    if task is not None and task.proof is not None:
        proof = words.text(task.proof)
    return Row(
        cells=(
            Cell(spans=plain(when)),
            Cell(spans=(Span(text=name, strong=is_strong),)),
            Cell(spans=plain(", ".join(desk.known_as(ref) for ref in who[:NAMES_SHOWN]) or "–")),
            Cell(spans=plain(proof or "–")),
        )
    )


def _with_year(desk: Desk, day: date) -> str:
    """Return a day of the table; one of another year than go-live's says which."""
    is_near = day.year == desk.plan.go_live.year
    return desk.words.day(day) if is_near else desk.words.short_date(day)


def _later_items(desk: Desk) -> Iterator[tuple[tuple[date, str], Row]]:
    for item in desk.plan.later:
        days = (item.date,) if item.until is None else (item.date, item.until)
        proof = desk.words.text(item.proof) if item.proof else ""
        name = capitalised(desk.words.text(item.name))
        yield (item.date, item.id), _later_row(desk, days, name, item.is_milestone, item.who, None, proof)
