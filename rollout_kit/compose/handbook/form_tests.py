"""The test protocols: one for each test that the plan or the description holds, to be filled in by hand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from rollout_kit.compose.handbook.book import Book
from rollout_kit.compose.wording import capitalised, kept, plain, strong
from rollout_kit.document import Cell, Checklist, Column, Field, Group, Heading, Row, Span, Spans, Table
from rollout_kit.message import N_
from rollout_kit.plan.model import PersonRef, Task
from rollout_kit.playbook.content import Scenario

LABEL_MM = 34.0
RULED, FINDINGS = 3, 3  # lines to write on
FAR = date.max


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """A test that is run: its words, day and people; `scenario` is empty where it is none of the playbook's."""

    id: str
    scenario: str
    title: str
    purpose: str
    success: str
    day: date | None
    minutes: int
    people: tuple[PersonRef, ...]


def trials(book: Book) -> tuple[Trial, ...]:
    """Return the tests by date: those of the plan, and those of the description that the plan has no task for."""
    planned = [_of_task(task, book) for task in book.plan.tasks if task.is_test]
    known = {trial.scenario for trial in planned if trial.scenario}
    found = [*planned, *_dated_only(known, book)]
    return tuple(sorted(found, key=lambda trial: (trial.day or FAR, trial.id)))


def _of_task(task: Task, book: Book) -> Trial:
    base = book.playbook.task(task.id)
    scenario = book.playbook.scenario(base.scenario) if base and base.scenario else None
    people = [booking.person for booking in task.bookings] or [stake.person for stake in task.stakes]
    name, proof = book.words.text(task.name), book.words.text(task.proof) if task.proof else ""
    return Trial(
        id=task.id,
        scenario=scenario.id if scenario else "",
        title=_own(scenario, "name", book) or name,
        purpose=_own(scenario, "purpose", book) or (capitalised(book.words.text(task.reason)) if task.reason else ""),
        success=_own(scenario, "success", book) or proof,
        day=task.ends_on,
        minutes=scenario.minutes if scenario else 0,
        people=_of_its_sides(people, scenario, book),
    )


def _dated_only(known: set[str], book: Book) -> Iterator[Trial]:
    for number, test in enumerate(book.rollout.tests):
        if test.scenario in known:
            continue
        scenario = book.playbook.scenario(test.scenario)
        people = [book.cast.first(who) for who in scenario.who] if scenario else []
        yield Trial(
            id=f"test-{number}",
            scenario=scenario.id if scenario else "",
            title=_own(scenario, "name", book) or test.scenario,
            purpose=_own(scenario, "purpose", book),
            success=_own(scenario, "success", book),
            day=test.date,
            minutes=scenario.minutes if scenario else 0,
            people=_of_its_sides(people, scenario, book),
        )


def _of_its_sides(people: Sequence[PersonRef], scenario: Scenario | None, book: Book) -> tuple[PersonRef, ...]:
    """Return each person once; where a test is one-sided by design, only those of that house."""
    sides = scenario.sides if scenario else ("customer", "provider")
    return tuple(dict.fromkeys(ref for ref in people if book.cast.side(ref) in sides))


def _own(scenario: Scenario | None, part: str, book: Book) -> str:
    return book.own(f"scenarios.{scenario.id}.{part}") if scenario else ""


def protocol(trial: Trial, book: Book) -> Group:
    """Return the protocol of a test: what is known of it in print, the rest to be written."""
    outcomes = (N_("went well"), N_("with findings"), N_("to be repeated"))
    ids = (f"{trial.id}-well", f"{trial.id}-findings", f"{trial.id}-again")
    boxes = tuple(
        Group(role="part", children=(Checklist(items=((id, plain(book.say(word))),)),))
        for id, word in zip(ids, outcomes, strict=True)
    )
    words = (book.say(N_("who")), book.say(N_("until")))
    findings = (Field(kind="open-item", label=str(number), words=words) for number in range(1, FINDINGS + 1))
    return Group(
        role="part",
        children=(
            Heading(level=3, text=trial.title),
            _known(trial, book),
            Field(kind="ruled", label=book.say(N_("What happened, with times")), lines=RULED),
            Group(role="columns", children=boxes),
            *findings,
        ),
    )


def _known(trial: Trial, book: Book) -> Table:
    """Return what is known, and a last line with room for the times and for whoever watched."""
    rows = [
        _line(book.say(N_("When")), _when(trial, book)),
        _line(book.say(N_("What for")), plain(trial.purpose)) if trial.purpose else None,
        _line(book.say(N_("Who")), plain(book.people.names(trial.people))),
        _line(book.say(N_("It went well when")), _success(trial, book)),
    ]
    began = (book.say(N_("Began at")), book.say(N_("Ended at")), book.say(N_("Watched by")))
    written = Row(cells=tuple(cell for word in began for cell in (Cell(spans=(Span(text=word, quiet=True),)), Cell())))
    columns = (
        Column(width_mm=LABEL_MM),
        Column(width_mm=24),
        Column(width_mm=20),
        Column(width_mm=24),
        Column(width_mm=32),
        Column(),
    )
    return Table(columns=columns, rows=(*(each for each in rows if each), written), manner="form", caption=trial.title)


def _line(label: str, value: Spans) -> Row:
    return Row(cells=(Cell(spans=(Span(text=label, quiet=True),)), Cell(spans=value, columns=5)))


def _when(trial: Trial, book: Book) -> Spans:
    if trial.day is None:
        return (Span(mark="open", text=book.say(N_("no date yet"))),)
    day = book.words.full_date(trial.day)
    if not trial.minutes:
        return (kept(day, is_strong=True),)
    return strong(book.say(N_("{day}, {length} planned"), day=day, length=book.words.effort(trial.minutes)))


def _success(trial: Trial, book: Book) -> Spans:
    if trial.success:
        return strong(trial.success)
    return (Span(mark="open", text=book.say(N_("to be agreed and written down before the test"))),)
