"""What stands on the sheets of the workbook, in words, days and figures."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Literal, TypeAlias

from rollout_kit.assess.open_items import open_items
from rollout_kit.compose.by_name import by_name
from rollout_kit.compose.plan.planned import Desk
from rollout_kit.compose.plan.why_there import why_there
from rollout_kit.compose.wording import severity_word
from rollout_kit.finding import Finding, dotted
from rollout_kit.message import N_
from rollout_kit.plan.model import Later, PersonRef, State, Task

Cell: TypeAlias = str | int | float | date | time | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its head, its width in characters, and the words to choose from, where there is a choice."""

    head: str
    width: float
    choice: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row; `is_strong` where it hangs on the chain that leads to go-live."""

    cells: tuple[Cell, ...]
    is_strong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet of one table: as many cells in a row as there are columns, the first `frozen` of which stay in sight."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    frozen: int = 2
    paper: Literal["A4", "Letter"] = "A4"


def sheets(desk: Desk) -> tuple[Sheet, ...]:
    """Return the sheets in their order."""
    return (
        _plan(desk),
        _findings(desk),
        _open_items(desk),
        _responsibilities(desk),
        _contacts(desk),
    )


def _sheet(desk: Desk, title: str, columns: Sequence[Column], rows: Sequence[Row], frozen: int = 2) -> Sheet:
    paper = desk.result.case.rollout.brand.paper
    return Sheet(title=title, columns=tuple(columns), rows=tuple(rows), frozen=frozen, paper=paper)


# --- plan ----------------------------------------------------------------------------------------


def _plan(desk: Desk) -> Sheet:
    columns = (
        Column(head=desk.say(N_("Key")), width=22),
        Column(head=desk.say(N_("Task")), width=40),
        Column(head=desk.say(N_("From")), width=11),
        Column(head=desk.say(N_("Until")), width=11),
        Column(head=desk.say(N_("Time")), width=8),
        Column(head=desk.say(N_("Lead")), width=20),
        Column(head=desk.say(N_("House")), width=20),
        Column(head=desk.say(N_("Takes part")), width=30),
        Column(head=desk.say(N_("Hours in all")), width=11),
        Column(head=desk.say(N_("State")), width=12, choice=_task_states(desk)),
        Column(head=desk.say(N_("Done when")), width=46),
        Column(head=desk.say(N_("Why")), width=40),
        Column(head=desk.say(N_("After")), width=26),
        Column(head=desk.say(N_("Why on this day")), width=34),
        Column(head=desk.say(N_("Rules")), width=18),
    )
    tasks = sorted(desk.plan.tasks, key=lambda task: (not task.dates, task.dates[:1], task.dates[-1:], task.id))
    rows = [_task(desk, task) for task in tasks] + [_later(desk, item) for item in desk.plan.later]
    return _sheet(desk, desk.say(N_("Plan")), columns, rows)


def _task_states(desk: Desk) -> tuple[str, ...]:
    return tuple(desk.say(word) for word in (N_("open"), N_("in work"), N_("waits"), N_("done"), N_("left out")))


def _task(desk: Desk, task: Task) -> Row:
    words = desk.words
    others = [desk.people.name(ref) for ref in desk.people_of(task) if ref != task.lead]
    cells = (
        task.id,
        desk.name(task),
        task.starts_on,
        task.ends_on if task.dates else desk.say(N_("no place")),
        task.at,
        desk.people.name(task.lead),
        _house(desk, task.lead),
        ", ".join(others),
        task.minutes / 60 if task.minutes else None,
        desk.say(N_("open")),
        words.text(task.proof) if task.proof else "",
        _why(desk, task),
        ", ".join(task.after),
        why_there(desk, task),
        ", ".join(task.codes),
    )
    return Row(cells=cells, is_strong=task.is_critical)


def _why(desk: Desk, task: Task) -> str:
    parts = [desk.words.text(by_name(task.reason, desk.result))] if task.reason else []
    if task.state is State.LATE:
        parts.append(desk.say(N_("Wanted by {day}."), day=task.aim))
    return " ".join(parts)


def _later(desk: Desk, item: Later) -> Row:
    lead = item.who[0] if item.who else ""
    cells = (
        f"later.{item.id}",
        desk.words.text(item.name),
        item.date,
        item.until or item.date,
        None,
        desk.people.name(lead) if lead else "",
        _house(desk, lead) if lead else "",
        ", ".join(desk.people.name(ref) for ref in item.who[1:]),
        None,
        desk.say(N_("open")),
        desk.words.text(item.proof) if item.proof else "",
        desk.say(N_("after the plan")),
        "",
        "",
        "",
    )
    return Row(cells=cells)


# --- findings ------------------------------------------------------------------------------------


def _findings(desk: Desk) -> Sheet:
    columns = (
        Column(head=desk.say(N_("Rule")), width=10),
        Column(head=desk.say(N_("Severity")), width=11),
        Column(head=desk.say(N_("What is not ready")), width=60),
        Column(head=desk.say(N_("What helps")), width=50),
        Column(head=desk.say(N_("Task")), width=40),
        Column(head=desk.say(N_("Who")), width=20),
        Column(head=desk.say(N_("Until")), width=11),
        Column(head=desk.say(N_("Key")), width=26),
        Column(head=desk.say(N_("File and line")), width=22),
    )
    rows = [_finding(desk, finding) for finding in desk.result.findings]
    return _sheet(desk, desk.say(N_("Findings")), columns, rows, frozen=1)


def _finding(desk: Desk, finding: Finding) -> Row:
    words, result = desk.words, desk.result
    task = desk.plan.task_curing(finding.code, finding.path)
    position = finding.position
    cells = (
        finding.code,
        severity_word(finding.severity, words) if finding.is_open else desk.say(N_("waived")),
        words.text(by_name(finding.message, result)),
        words.text(by_name(finding.remedy, result)),
        desk.name(task) if task else "",
        desk.people.name(task.lead) if task else "",
        task.ends_on if task else None,
        dotted(finding.path),
        f"{position.file}:{position.line}",
    )
    return Row(cells=cells)


# --- open items ----------------------------------------------------------------------------------


def _open_items(desk: Desk) -> Sheet:
    states = {"open": N_("open"), "waits": N_("waits"), "overdue": N_("overdue"), "done": N_("done")}
    columns = (
        Column(head=desk.say(N_("No.")), width=6),
        Column(head=desk.say(N_("What")), width=64),
        Column(head=desk.say(N_("Who")), width=24),
        Column(head=desk.say(N_("House")), width=24),
        Column(head=desk.say(N_("Until")), width=11),
        Column(head=desk.say(N_("State")), width=12, choice=tuple(desk.say(word) for word in states.values())),
        Column(head=desk.say(N_("Rules")), width=18),
        Column(head=desk.say(N_("Key")), width=26),
    )
    rows = [
        Row(
            cells=(
                item.number,
                desk.words.text(by_name(item.what, desk.result)),
                desk.people.name(item.who),
                _house(desk, item.who),
                item.until,
                desk.say(states[item.state]),
                ", ".join(item.codes),
                item.id,
            )
        )
        for item in open_items(desk.result)
    ]
    return _sheet(desk, desk.say(N_("Open items")), columns, rows)


def _house(desk: Desk, ref: PersonRef) -> str:
    side = desk.people.side(ref)
    return desk.people.house(side) if side != "vendor" else ""


# --- responsibilities and contacts ---------------------------------------------------------------


def _responsibilities(desk: Desk) -> Sheet:
    rollout, playbook = desk.result.case.rollout, desk.result.case.playbook
    columns = (
        Column(head=desk.say(N_("Key")), width=22),
        Column(head=desk.say(N_("Activity")), width=36),
        Column(head=desk.say(N_("Accountable")), width=26),
        Column(head=desk.say(N_("Responsible")), width=26),
        Column(head=desk.say(N_("Consulted")), width=26),
        Column(head=desk.say(N_("Informed")), width=26),
    )
    known = [activity.id for activity in playbook.activities]
    own = [line.id for line in rollout.responsibilities or () if line.id not in known]
    rows = []
    for id in (*known, *own):
        line = rollout.activity_by_id.get(id)
        name = desk.words.text_of_playbook(f"activities.{id}.name") if id in known else id.replace("_", " ")
        letters = (line.accountable, line.responsible, line.consulted, line.informed) if line else (None,) * 4
        rows.append(Row(cells=(id, name, *(_names(desk, refs or ()) for refs in letters))))
    return _sheet(desk, desk.say(N_("Responsibilities")), columns, rows)


def _names(desk: Desk, refs: Sequence[PersonRef]) -> str:
    return ", ".join(desk.people.name(ref) for ref in refs)


def _contacts(desk: Desk) -> Sheet:
    columns = (
        Column(head=desk.say(N_("Key")), width=16),
        Column(head=desk.say(N_("Name")), width=26),
        Column(head=desk.say(N_("House")), width=24),
        Column(head=desk.say(N_("Function")), width=28),
        Column(head=desk.say(N_("Phone")), width=20),
        Column(head=desk.say(N_("E-mail")), width=34),
        Column(head=desk.say(N_("Languages")), width=20),
        Column(head=desk.say(N_("Deputy")), width=24),
    )
    return _sheet(desk, desk.say(N_("Contacts")), columns, tuple(_contact_rows(desk)))


def _contact_rows(desk: Desk) -> Iterator[Row]:
    rollout, words = desk.result.case.rollout, desk.words
    for team in rollout.teams:
        yield Row(cells=(team.id, team.name, desk.people.house(team.organisation), "", team.phone, "", "", ""))
    for person in rollout.people:
        spoken = ", ".join(words.language(tag) for tag in person.languages)
        deputy = desk.people.name(person.deputy) if person.deputy else ""
        house = desk.people.house(person.organisation)
        cells = (person.id, person.name, house, person.title, person.phone, person.email, spoken, deputy)
        yield Row(cells=cells)
    for vendor in rollout.vendors:
        yield Row(cells=(vendor.id, vendor.name, vendor.name, "", vendor.phone, "", "", ""))
