"""The workbook is read back by another library."""

import io
from datetime import date, datetime, time

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from rollout_kit import pipeline

from .test_calendars import AS_OF, BASIC, added, result

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "http://example.org", "{=1}", "\\t=1", "0041 44 555"]


def written(text: str = BASIC, language: str = "de") -> bytes:
    ((name, content),) = pipeline.export(result(text), "xlsx", language)
    assert name == "rollout.xlsx"
    return content


def midnight(day: date) -> datetime:
    return datetime.combine(day, time())


def page(content: bytes, title: str) -> Worksheet:
    return openpyxl.load_workbook(io.BytesIO(content))[title]


def row_of(sheet: Worksheet, key: str) -> dict[str, object]:
    rows = sheet.iter_rows(values_only=True)
    heads = [str(head) for head in next(rows)]
    (found,) = (row for row in rows if row[0] == key)
    return dict(zip(heads, found, strict=True))


def test_dates_are_days_and_hours_are_figures() -> None:
    text = added('id = "x", name = "X", owner = "keller", effort = "90 min", on = 2027-01-20')

    row = row_of(page(written(text), "Plan"), "x")

    assert row["Von"] == row["Bis"] == midnight(date(2027, 1, 20))
    assert row["Stunden insgesamt"] == 1.5
    assert row["Leitung"] == "Anna Keller"


def test_every_task_and_what_comes_after_stand_in_the_plan() -> None:
    plan = result().case.plan

    keys = [row[0] for row in page(written(), "Plan").iter_rows(min_row=2, values_only=True)]

    assert sorted(keys) == sorted([*(task.id for task in plan.tasks), *(f"later.{item.id}" for item in plan.later)])


def test_every_finding_stands_there_with_its_place() -> None:
    findings = result().findings
    rows = list(page(written(), "Befunde").iter_rows(min_row=2, values_only=True))

    assert [row[0] for row in rows] == [finding.code for finding in findings]
    assert all(str(row[-1]).startswith("rollout.toml:") for row in rows)


def test_heads_stay_in_sight_and_can_be_filtered() -> None:
    for sheet in openpyxl.load_workbook(io.BytesIO(written())).worksheets:
        (table,) = sheet.tables.values()
        assert table.autoFilter is not None
        assert sheet.freeze_panes is not None
        assert table.ref.startswith("A1:")
        assert sheet.print_title_rows == "$1:$1"


def test_the_state_of_a_task_is_chosen_from_a_list() -> None:
    sheet = page(written(), "Plan")
    (choice,) = sheet.data_validations.dataValidation

    assert choice.type == "list"
    assert choice.formula1 == '"offen,in Arbeit,wartet,erledigt,weggelassen"'


@pytest.mark.parametrize("name", FORMULAS)
def test_no_text_becomes_a_formula_or_a_link(name: str) -> None:
    text = added(f'id = "x", name = "{name}", owner = "keller", on = 2027-01-20')
    outcome = pipeline.run("rollout.toml", {"rollout.toml": text.encode()}, AS_OF)
    if outcome.result is None:
        assert "\\t" in name
        return
    sheet = page(dict(pipeline.export(outcome.result, "xlsx", "de"))["rollout.xlsx"], "Plan")

    (cell,) = (row[1] for row in sheet.iter_rows(min_row=2) if row[0].value == "x")
    assert (cell.data_type, cell.value, cell.hyperlink) == ("s", name, None)


def test_no_cell_of_any_sheet_is_a_formula() -> None:
    book = openpyxl.load_workbook(io.BytesIO(written(BASIC.replace("Anna Keller", "=HYPERLINK(1)"))))

    kinds = {cell.data_type for sheet in book.worksheets for row in sheet.iter_rows() for cell in row}
    assert kinds <= {"s", "n", "d"}


def test_the_same_result_gives_the_same_bytes() -> None:
    assert written() == written()


def test_the_day_of_making_is_that_of_the_edition() -> None:
    assert openpyxl.load_workbook(io.BytesIO(written())).properties.created == midnight(AS_OF)


@pytest.mark.parametrize("language", ["en", "de", "de-CH"])
def test_titles_of_sheets_are_words_that_a_workbook_takes(language: str) -> None:
    titles = openpyxl.load_workbook(io.BytesIO(written(language=language))).sheetnames

    assert len(titles) == 5
    assert all(0 < len(title) <= 31 for title in titles)


def test_a_rollout_of_which_little_is_known_has_its_sheets_too() -> None:
    tiny = 'rollout = { name = "X", kickoff = 2027-01-11 }\ncustomer = { name = "C" }\nprovider = { name = "P" }\n'

    sheet = page(written(tiny, "en"), "Contacts")

    assert [cell.value for cell in sheet[1]][:2] == ["Key", "Name"]
