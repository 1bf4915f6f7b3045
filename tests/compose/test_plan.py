import io
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest

from rollout_kit import pipeline
from rollout_kit.assess.open_items import open_items
from rollout_kit.assess.result import Result
from rollout_kit.compose import compose, words_for
from rollout_kit.compose.plan.planned import DAY_MINUTES, Desk
from rollout_kit.compose.plan.sittings import told_together
from rollout_kit.compose.plan.tasks import all_tasks
from rollout_kit.compose.wording import DECISIONS_TODAY, People
from rollout_kit.description.logos import LogoFile
from rollout_kit.document import Chart, Document, Group, Heading, Table, Text, walk
from rollout_kit.plan.model import State

pytestmark = pytest.mark.uncounted

EXAMPLES = Path(__file__).parents[2] / "examples"
AS_OF = date(2026, 11, 20)

TWELVE = """
[rollout]
name = "Ein sehr langer Name für die Einführung der gemeinsamen Dokumentenablage mit Telefonie und Archiv"
kickoff = 2027-04-26
language = "{language}"
days = {days}
[customer]
name = "Oberländische Verkehrsbetriebe und Bergbahnen AG"
users = 260
[provider]
name = "Nordwestschweizer Informatikdienste GmbH"
[brand]
paper = "{paper}"
[pilot]
users = 13
decision = {{ by = "p1", on = 2027-05-20, criteria = "höchstens zwei offene schwere Fehler, kein Ausfall im Lohnlauf" }}
[[processes]]
name = "Abrechnung der Schichten und Zulagen des fahrenden Personals"
critical = true
tolerable_stop = "4 h"
"""


def result_of(text: str, **others: bytes) -> Result:
    outcome = pipeline.run("rollout.toml", {"rollout.toml": text.encode()} | others, AS_OF)
    assert outcome.problems == ()
    assert outcome.result is not None
    return outcome.result


@cache
def example(name: str) -> Result:
    folder = EXAMPLES / name
    contents = {file.name: file.read_bytes() for file in folder.iterdir() if file.suffix in (".toml", ".csv")}
    outcome = pipeline.run("rollout.toml", contents, AS_OF)
    assert outcome.result is not None
    return outcome.result


@cache
def twelve(paper: str = "A4", language: str = "de", days: int = 30) -> Result:
    roles = ["sponsor", "service_owner", "desk", "key_user", "key_user", "decision_maker"]
    people = "".join(
        f'[people.p{number}]\nname = "Katharina Hohenstein {number}"\norganisation = "customer"\n'
        f'roles = ["{role}"]\ndeputy = "p{(number + 1) % 6}"\n'
        for number, role in enumerate(roles)
    ) + "".join(
        f'[people.q{number}]\nname = "Bartholomäus Schwarz {number}"\norganisation = "provider"\nroles = ["{role}"]\n'
        for number, role in enumerate(["operations_lead", "second_level", "trainer", "desk", "second_level", "desk"])
    )
    return result_of(TWELVE.format(paper=paper, language=language, days=days) + people)


def plan(result: Result, language: str = "de-CH") -> Document:
    (document,) = compose(result, ["plan"], language)
    return document


def first_pages(document: Document) -> Document:
    """Return page 1 and the section behind it, which begins a page; to draw all that follows takes seconds."""
    first, second, *_ = document.children
    assert (first.role, second.role) == ("page1", "section")  # type: ignore[union-attr]
    return replace(document, children=(first, second))


def texts(document: Document) -> str:
    found: list[str] = []
    for node in walk(document.children):
        if isinstance(node, Table):
            found += ["".join(span.text for span in cell.spans) for row in node.rows for cell in row.cells]
    return "\n".join(found)


def table(document: Document, anchor: str) -> Table:
    group = next(node for node in walk(document.children) if isinstance(node, Group) and node.anchor == anchor)
    return next(node for node in walk(group.children) if isinstance(node, Table))


@pytest.mark.parametrize("name", ["treuhand", "tiny"])
def test_every_task_stands_once_in_the_table_or_after_the_plan(name: str) -> None:
    result = example(name)
    document = plan(result)
    boxes = Counter(cell.box for row in table(document, "tasks").rows for cell in row.cells if cell.box)
    listed = told_together(result.case.plan.tasks)
    wanted = {f"task-{task.id}" for task in listed if task.state is not State.AFTER_PLAN}
    assert wanted
    assert boxes == dict.fromkeys(wanted, 1)


def test_the_weeks_are_in_order_and_every_week_has_its_head() -> None:
    rows = table(plan(example("treuhand")), "tasks").rows
    heads = [row.cells[0].spans[0].text for row in rows if row.kind == "group"]
    weeks = [head for head in heads if head.startswith("Woche")]
    assert weeks == sorted(weeks)
    assert len(weeks) == len(set(weeks)) > 3


def test_person_days_of_both_houses_add_up_to_what_is_booked() -> None:
    result = example("treuhand")
    booked = sum(booking.minutes for task in result.case.plan.tasks for booking in task.bookings)
    totals = [
        float(node.columns[1].head)
        for node in walk(plan(result, "en").children)
        if isinstance(node, Table) and node.manner == "days"
    ]
    assert len(totals) == 2
    assert sum(totals) == pytest.approx(booked / DAY_MINUTES, abs=0.41)  # eight lines, each rounded


@pytest.mark.parametrize(("name", "shown"), [("treuhand", 3), ("tiny", 4)])
def test_page_1_says_how_many_decisions_it_has_no_room_for(name: str, shown: int) -> None:
    result = example(name)
    heads = [node.text for node in walk(plan(result, "en").children) if isinstance(node, Heading)]
    assert f"To decide today: {shown} of {min(len(result.decisions), DECISIONS_TODAY)} questions" in heads


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_person_days_that_are_printed_add_up(paper: str) -> None:
    tables = [
        node
        for result in (example("treuhand"), twelve(paper))
        for node in walk(plan(result, "en").children)
        if isinstance(node, Table) and node.manner == "days"
    ]
    assert len(tables) == 4
    for table in tables:
        lines = [float("".join(span.text for span in row.cells[1].spans)) for row in table.rows]
        assert float(table.columns[1].head) == pytest.approx(sum(lines))


def test_every_booking_stands_on_a_week_sheet() -> None:
    result = example("treuhand")
    document = plan(result)
    names = {task.id: text for task in result.case.plan.tasks for text in [task.name.text]}
    assert names
    sheets = [node for node in document.children if isinstance(node, Group) and node.anchor.startswith("week-")]
    mondays = {
        booking.date - timedelta(days=booking.date.weekday())
        for task in result.case.plan.tasks
        for booking in task.bookings
        if booking.date <= result.case.plan.last_day
    }
    assert [sheet.anchor for sheet in sheets] == [f"week-{monday:%Y-%m-%d}" for monday in sorted(mondays)]


def test_a_week_row_always_spans_seven_days() -> None:
    tables = [node for node in walk(plan(example("treuhand")).children) if isinstance(node, Table)]
    rows = [row for table in tables if table.manner == "week" for row in table.rows]
    assert {sum(cell.columns for cell in row.cells) for row in rows} == {8}


def test_a_short_plan_says_what_it_cannot_do() -> None:
    document = plan(twelve(days=14), "en")
    assert any(isinstance(node, Heading) and "14 days" in node.text for node in walk(document.children))
    assert any("compressed" in span.text for node in walk(document.children) for span in getattr(node, "spans", ()))


def test_a_full_plan_leaves_nothing_out() -> None:
    assert not any(
        isinstance(node, Group) and node.anchor == "compressed" for node in walk(plan(twelve(), "en").children)
    )


def test_the_chart_ends_with_a_whole_week_after_go_live() -> None:
    chart = next(node for node in walk(plan(example("tiny"), "en").children) if isinstance(node, Chart))
    assert chart.data.starts_on.weekday() == 0
    assert chart.data.ends_on.weekday() == 6
    assert chart.data.go_live <= chart.data.ends_on


@pytest.mark.pdf
@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("language", ["en", "de-CH"])
def test_page_1_stays_one_page_with_long_names_and_many_people(paper: str, language: str) -> None:
    from pypdf import PdfReader

    from rollout_kit.render.pdf import render_pdf

    pages = PdfReader(io.BytesIO(render_pdf(first_pages(plan(twelve(paper, language), language))))).pages
    first, second = pages[0].extract_text(), pages[1].extract_text()
    place = "Place, date" if language == "en" else "Ort, Datum"
    assert first.count(place) == 2
    assert place not in second


def overview_of(document: Document) -> list[Table]:
    (page,) = (node for node in walk(document.children) if isinstance(node, Group) and node.anchor == "overview")
    return [node for node in page.children if isinstance(node, Table)]


def cells(table: Table) -> list[list[str]]:
    return [["".join(span.text for span in cell.spans) for cell in row.cells] for row in table.rows]


def test_the_page_after_page_1_tells_the_state_of_each_area_and_how_many_rules_that_rests_on() -> None:
    result = example("treuhand")
    areas, *_ = overview_of(plan(result, "en"))
    lines = cells(areas)
    assert len({line[0] for line in lines}) == len(lines) >= 4
    first, *_ = lines
    assert first[:2] == ["Responsibilities", "Not ready"]
    tested = [line[-1].split(" of ") for line in lines]
    assert sum(int(n) for n, _ in tested) == result.tested
    assert sum(int(m) for _, m in tested) == result.applicable
    counted = sum(int(count) for line in lines for count in line[2:6] if count != "–")
    assert counted == sum(finding.is_open for finding in result.findings)


def test_everybody_has_a_line_of_days_whose_sums_are_those_of_page_1() -> None:
    result = twelve()
    document = plan(result, "en")
    (*_, effort) = overview_of(document)
    heads = [row for row in effort.rows if row.kind == "group"]
    people = [row for row in effort.rows if row.kind == "plain"]
    booked = {booking.person for task in result.case.plan.tasks for booking in task.bookings}
    assert len(people) == len(booked) > 8
    page1 = [
        node.columns[1].head for node in walk(document.children) if isinstance(node, Table) and node.manner == "days"
    ]
    assert ["".join(span.text for span in row.cells[0].spans).rsplit(" ", 1)[1] for row in heads] == page1
    assert all(sum(span.strong for cell in row.cells[2:] for span in cell.spans) == 1 for row in people)


def test_later_weeks_share_a_column_where_there_are_too_many() -> None:
    result = example("treuhand")
    task = max(result.case.plan.tasks, key=lambda task: len(task.bookings))
    day = task.bookings[0]
    many = tuple(replace(day, date=day.date + timedelta(weeks=week), minutes=480) for week in range(12))
    changed = replace(result.case.plan, tasks=(replace(task, bookings=many),))
    _, effort, *_ = overview_of(plan(replace(result, case=replace(result.case, scheduled=changed)), "en"))
    assert [column.head for column in effort.columns][-1] == "later"
    assert len(effort.columns) == 2 + 8 + 1
    assert cells(effort)[-1][2:] == [*["1.0"] * 8, "4.0"]


@pytest.mark.pdf
def test_page_1_stays_one_page_beside_wide_logos() -> None:
    from pypdf import PdfReader

    wide = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 90"><path d="M0 0h900v90z"/></svg>'
    logo = LogoFile(media_type="image/svg+xml", content=wide)
    for paper in ("A4", "Letter"):
        document = first_pages(plan(replace(twelve(paper), logos=(logo, logo)), "de"))
        pages = PdfReader(io.BytesIO(pipeline.draw(document, "pdf")[1])).pages
        assert "Ort, Datum" in pages[0].extract_text()


class TestSittingsOfATraining:
    def test_they_are_one_line_with_all_dates_and_the_time_of_all(self) -> None:
        result = example("treuhand")
        sittings = [task for task in result.case.plan.tasks if task.training == "users_zug"]
        (line,) = [task for task in told_together(result.case.plan.tasks) if task.training == "users_zug"]
        assert len(sittings) > 1
        assert line.id == sittings[0].id
        assert line.minutes == sum(task.minutes for task in sittings)
        assert set(line.dates) == {day for task in sittings for day in task.dates}

    def test_those_that_came_out_differently_stay_apart_and_say_which_they_are(self) -> None:
        sittings = [task for task in example("treuhand").case.plan.tasks if task.training == "users_zug"]
        homeless = replace(sittings[0], state=State.UNPLACED, dates=(), bookings=())
        first, others = told_together([homeless, *sittings[1:]])
        assert (first.id, others.id) == (sittings[0].id, sittings[1].id)
        told = others.name.parameters["training"]
        assert told.parameters["numbers"] == tuple(range(2, len(sittings) + 1))

    def test_what_is_no_sitting_stays_as_it_is(self) -> None:
        others = [task for task in example("treuhand").case.plan.tasks if task.training is None]
        assert told_together(others) == tuple(others)


class TestWhyATaskIsLateOrHasNoPlace:
    @pytest.mark.parametrize(
        ("state", "held", "expected"),
        [
            (State.LATE, True, "Wanted by Wed 20 Jan; it comes after “{before}”."),
            (State.LATE, False, "Wanted by Wed 20 Jan."),
            (State.UNPLACED, True, "No place until Wed 20 Jan: it comes after “{before}”, which ends on {day}."),
            (State.UNPLACED, False, "No place until Wed 20 Jan."),
        ],
    )
    def test_nobody_is_named_who_is_not_the_reason(self, state: State, held: bool, expected: str) -> None:
        result = example("treuhand")
        words = words_for(result, "en")
        plan, day = result.case.plan, date(2027, 1, 20)
        before = plan.task_by_id["kickoff"]
        task = replace(
            plan.task_by_id["name-deputies"], state=state, blamed=None, earliest=day, aim=day, limit=day,
            held_up_by="kickoff" if held else None,
        )  # fmt: skip
        shown = replace(result, case=result.case.with_plan(replace(plan, tasks=(before, task))))
        desk = Desk(result=shown, words=words, people=People(shown.case.rollout, words))
        rows = [row for node in walk([all_tasks(desk)]) if isinstance(node, Table) for row in node.rows]
        (told,) = [row.cells[0].reason for row in rows if row.anchor == "task-name-deputies"]
        said = told.replace("\u00a0", " ")
        assert said.endswith(
            expected.format(before=desk.name(before), day=words.day(before.dates[-1])).replace("\u00a0", " ")
        )


class TestPageOneAndTheList:
    @pytest.mark.parametrize("name", ["treuhand", "tiny", "logistics"])
    def test_what_page_one_asks_for_stands_on_the_list_or_is_decided_with_it(self, name: str) -> None:
        result = example(name)
        words = words_for(result, "de-CH")
        listed = {words.text(said) for item in open_items(result) for said in (item.what, *item.further)}
        tables = [node for node in walk(plan(result).children) if isinstance(node, Table)]
        asked = [row.cells[0].spans[0].text for node in tables if node.manner == "conditions" for row in node.rows]
        assert asked
        assert {text.casefold() for text in asked} <= {text.casefold() for text in listed}


def test_a_week_within_a_month_names_the_month_once() -> None:
    result = example("treuhand")
    words = words_for(result, "de-CH")
    desk = Desk(result=result, words=words, people=People(result.case.rollout, words))
    said = [desk.week(monday).replace("\u00a0", " ") for monday in (date(2027, 2, 1), date(2027, 3, 29))]
    assert said == ["Woche 5: 1. bis 7. Februar 2027", "Woche 13: 29. März bis 4. April 2027"]


def test_who_does_what_follows_the_order_of_the_file_and_of_the_days() -> None:
    result = example("treuhand")
    (people,) = [node for node in walk(plan(result).children) if isinstance(node, Group) and node.anchor == "people"]
    names = [node.text.partition(",")[0] for node in people.children if isinstance(node, Heading) and node.level == 3]
    order = [person.name for person in result.case.rollout.people]
    assert names == sorted(names, key=order.index)


def test_what_a_short_plan_leaves_out_is_grouped_and_complete() -> None:
    result = example("gemeinde")
    words = words_for(result, "de")
    listed = table(plan(result, "de"), "compressed")
    told = [span.text for row in listed.rows for span in row.cells[1].spans]
    assert len(listed.rows) == len({item.manner for item in result.case.plan.left_out})
    assert {words.text(item.name) for item in result.case.plan.left_out} <= set(told)


def test_what_is_waived_counts_in_no_figure_of_page_1() -> None:
    result = example("treuhand")
    by_weight = Counter(finding.severity.value for finding in result.findings if finding.is_open)
    (box,) = (node for node in walk(plan(result, "en").children) if isinstance(node, Group) and node.role == "verdict")
    said = [span.text for node in box.children if isinstance(node, Text) for span in node.spans]
    counted = f"Findings: {by_weight['blocker']} blocking, {by_weight['high']} high, {by_weight['medium']} medium"
    assert counted in said
    assert any(not finding.is_open for finding in result.findings)
